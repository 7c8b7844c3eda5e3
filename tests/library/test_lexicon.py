"""The closed lexicon knows what people have written into it, and says where they have slipped."""

from pathlib import Path

import pytest

from assistant.easy_language.findings import Scope, Severity
from assistant.easy_language.forms import Feature, NoForms, Reading, WordClass
from assistant.errors import ContentError
from assistant.library.checks.lexicon import check_lexicon, forms_in
from assistant.library.checks.shown import Shown
from assistant.library.lexicon import BothForms, ClosedLexicon, load_lexicon

HEADER = "form\tlemma\tclass\tfeatures\n"
VERBS = "dirba\tdirbti\tverb\tfinite\ngautas\tgauti\tverb\tpassive-participle\n"


def lexicon(folder: Path, **files: str) -> ClosedLexicon:
    (folder / "lexicon").mkdir()
    for name, lines in files.items():
        (folder / "lexicon" / f"{name}.tsv").write_text(HEADER + lines, encoding="utf-8")
    return load_lexicon(folder)


def shown(*sentences: str) -> Shown:
    return Shown("a.yaml", tuple(range(3, 3 + len(sentences))), sentences, 2, Scope.MESSAGE)


def test_a_form_has_the_readings_that_people_gave_it(tmp_path: Path) -> None:
    words = lexicon(
        tmp_path,
        verbs=VERBS,
        nouns="negalios\tnegalia\tnoun\tgenitive\n",
        adjectives="geras\tgeras\tadjective\t\n",
        names="Ona\tOna\tname\t\n",
    )

    assert words.readings("gautas") == (Reading("gauti", WordClass.VERB, frozenset({Feature.PASSIVE_PARTICIPLE})),)
    assert words.readings("Geras") == words.readings("geras") == words.readings("GERAS")
    assert words.readings("Ona")
    assert words.readings("ona") == ()
    assert words.readings("nera") == ()


def test_a_form_that_can_be_two_things_has_both_readings(tmp_path: Path) -> None:
    words = lexicon(tmp_path, nouns="kasa\tkasa\tnoun\t\n", verbs="kasa\tkasti\tverb\tfinite\n")
    assert [reading.lemma for reading in words.readings("kasa")] == ["kasa", "kasti"]


def test_what_is_marked_as_hard_is_not_easy(tmp_path: Path) -> None:
    words = lexicon(tmp_path, nouns="namas\tnamas\tnoun\t\nplanas\tplanas\tnoun\thard\n")
    assert words.easy == {"namas"}


def test_a_folder_without_a_lexicon_knows_nothing(tmp_path: Path) -> None:
    assert load_lexicon(tmp_path).readings("namas") == ()


@pytest.mark.parametrize(
    ("name", "lines", "fault"),
    [
        ("nouns", "namas\tnamas\tnuon\t\n", r"nouns\.tsv:2: The class „nuon“ is not known"),
        ("nouns", "namas\tnamas\tnoun\tgenitiv\n", r"nouns\.tsv:2: The feature „genitiv“ is not known"),
        ("nouns", "namas\tnamas\tnoun\n", r"nouns\.tsv:2: There are 3 columns"),
        ("nouns", "b\tb\tnoun\t\na\ta\tnoun\t\n", r"nouns\.tsv:3: „a“ does not stand in its place"),
        ("nouns", "a\ta\tnoun\t\na\ta\tnoun\t\n", r"nouns\.tsv:3: „a“ stands twice"),
        ("nouns", VERBS, r"nouns\.tsv:2: „dirba“ is no word of this list. Put it into verbs\.tsv"),
        ("words", VERBS, r"words\.tsv:1: There is no such list"),
    ],
)
def test_a_slip_is_told_with_its_line(name: str, lines: str, fault: str, tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=fault):
        lexicon(tmp_path, **{name: lines})


def test_a_list_without_its_header_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "nouns.tsv").write_text("a\ta\tnoun\t\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"nouns\.tsv:1: The first line is not the header"):
        load_lexicon(tmp_path)


def test_the_dictionary_is_asked_only_for_what_people_have_not_classified(tmp_path: Path) -> None:
    closed = lexicon(tmp_path, verbs=VERBS)
    assert BothForms(closed, NoForms()).readings("dirba") == closed.readings("dirba")
    assert BothForms(NoForms(), closed).readings("dirba") == closed.readings("dirba")


def test_forms_are_those_of_texts_without_fields_numbers_and_addresses() -> None:
    forms = forms_in([shown("Jums padeda Ona {name}.", "Rašykite adresu aš@kretinga.lt iki 5 dienos.")])
    assert list(forms) == ["jums", "padeda", "Ona", "rašykite", "adresu", "iki", "dienos"]
    assert [form for form, use in forms.items() if use.opens] == ["jums", "rašykite"]
    assert (forms["iki"].line, forms["iki"].sentence[:8]) == (4, "Rašykite")


def test_a_word_that_opens_a_sentence_is_the_one_that_has_its_capital_letter_elsewhere() -> None:
    assert list(forms_in([shown("Jūs dirbate.", "Ar Jūs dirbate?")])) == ["dirbate", "ar", "Jūs"]


def test_an_unknown_form_is_an_error_and_one_that_nobody_uses_a_warning(tmp_path: Path) -> None:
    words = lexicon(tmp_path, verbs=VERBS)

    found = list(check_lexicon([shown("Dirba mama.")], words))

    assert [(problem.severity, problem.line, problem.what) for problem in found] == [
        (Severity.ERROR, 3, "„mama“ is an unknown form."),
        (Severity.WARNING, 3, "No text uses „gautas“."),
    ]
