"""The spelling dictionary tells what the forms of words can be."""

import time
from pathlib import Path

import pytest

from assistant.easy_language.affixes import read_affixes
from assistant.easy_language.dictionary import DictionaryForms
from assistant.easy_language.forms import Feature
from assistant.errors import ContentError
from assistant.library.dictionary import load_dictionary
from assistant.settings import ROOT
from tests.easy_language.dictionary_forms import FORMS

FOLDER = ROOT / "content" / "lexicon" / "dictionary"
LINES = [line for line in FORMS.splitlines() if line and not line.startswith("#")]
CLASSES = {"noun", "name", "adjective", "verb", "pronoun", "numeral", "adverb", "preposition", "conjunction"}


@pytest.fixture(scope="module")
def forms() -> DictionaryForms:
    return load_dictionary(FOLDER)


def test_the_table_is_large_and_names_each_form_once() -> None:
    words = [line.split()[0] for line in LINES]
    assert len(words) >= 250
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("line", LINES)
def test_a_form_is_what_people_say_it_is(forms: DictionaryForms, line: str) -> None:
    form, *wanted = line.split()
    readings = forms.readings(form)
    first = readings[0] if readings else None
    for want in wanted:
        if want in CLASSES:
            assert first is not None
            assert first.word_class == want
        elif want.startswith("+"):
            assert first is not None
            assert Feature(want[1:]) in first.features
        elif want.startswith("-"):
            assert not any(Feature(want[1:]) in reading.features for reading in readings)
        elif want == "!verb":
            assert first is None or first.word_class != "verb"
        else:
            assert first is None or Feature(want[1:]) not in first.features


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("teikiamas", "teikti"),
        ("gautas", "gauti"),
        ("gavus", "gauti"),
        ("sprendžia", "spręsti"),
        ("ėjo", "eiti"),
        ("yra", "būti"),
        ("nebedirba", "dirbti"),
        ("nepateikė", "pateikti"),
        ("nebepateikė", "pateikti"),
        ("kreipkitės", "kreiptis"),
        ("nesijaudinkite", "jaudintis"),
        ("tinka", "tikti"),
        ("reikia", "reikėti"),
        ("rašydama", "rašyti"),
        ("turinčio", "turėti"),
        ("moka", "mokėti"),
        ("įsigijo", "įsigyti"),
        ("paslaugų", "paslauga"),
        ("seserų", "sesuo"),
        ("gražiausio", "gražus"),
        ("mokymosi", "mokymasis"),
        ("teikimo", "teikimas"),
        ("negalios", "negalia"),
        ("Vilniaus", "Vilnius"),
    ],
)
def test_a_form_has_its_dictionary_word(forms: DictionaryForms, form: str, lemma: str) -> None:
    assert lemma in {reading.lemma for reading in forms.readings(form)[:2]}


def test_a_word_that_nobody_knows_has_no_reading(forms: DictionaryForms) -> None:
    assert forms.readings("xyzzy") == ()
    assert forms.readings("") == ()


def test_capital_letters_do_not_hide_a_word(forms: DictionaryForms) -> None:
    assert forms.readings("Norėdami")[0] == forms.readings("norėdami")[0]
    assert forms.readings("PRAŠYMAS")[0] == forms.readings("prašymas")[0]


def test_a_participle_that_is_an_infinitive_too_keeps_both_readings(forms: DictionaryForms) -> None:
    features = [reading.features for reading in forms.readings("gauti")]
    assert frozenset() in features
    assert frozenset({Feature.PASSIVE_PARTICIPLE}) in features


def test_readings_are_fast_enough_for_long_texts(forms: DictionaryForms) -> None:
    entries = (FOLDER / "lt_LT.dic").read_text(encoding="utf-8").splitlines()[1::20]
    words = [entry.partition("/")[0] for entry in entries]
    begin = time.process_time()
    for word in words:
        forms.readings(word)
    uncached = len(words) / (time.process_time() - begin)
    begin = time.process_time()
    for word in words:
        forms.readings(word)
    assert uncached > 3_000
    assert len(words) / (time.process_time() - begin) > 20_000


def test_the_dictionary_loads_within_a_second() -> None:
    begin = time.process_time()
    load_dictionary(FOLDER)
    assert time.process_time() - begin < 1


def test_what_was_worked_out_is_kept_within_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.easy_language.dictionary._CACHE_LIMIT", 3)
    small = DictionaryForms(read_affixes("SFX D Y 1\nSFX D as o as\n", "1\nnamas/D\n"))
    for number in range(10):
        small.readings(f"žodis{'a' * number}")
    assert len(small._known) <= 3
    assert small.readings("namo")


@pytest.mark.parametrize(
    ("aff", "dic", "told"),
    [
        (None, "1\nnamas/D\n", "lt_LT.aff:1: the file is missing"),
        ("SFX D Y 1\nSFX D as o as\n", None, "lt_LT.dic:1: the file is missing"),
        ("", "1\nnamas/D\n", "lt_LT.aff:1: there is no rule for suffixes"),
        ("SFX D Y 1\nSFX D as\n", "1\nnamas/D\n", "lt_LT.aff:2: the rule has too few parts"),
        ("SFX D Y 1\nSFX D as o as\n", "namas/D\n", "lt_LT.dic:1: the first line is not the number"),
        ("SFX D Y 1\nSFX D as o as\n", "", "lt_LT.dic:1: the first line is not the number"),
    ],
)
def test_a_broken_dictionary_is_refused(tmp_path: Path, aff: str | None, dic: str | None, told: str) -> None:
    for name, text in (("lt_LT.aff", aff), ("lt_LT.dic", dic)):
        if text is not None:
            (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=told):
        load_dictionary(tmp_path)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lt_LT.aff").write_bytes(b"\xff\xfe")
    with pytest.raises(ContentError, match="not UTF-8"):
        load_dictionary(tmp_path)
