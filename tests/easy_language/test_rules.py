"""Each rule finds its faults and leaves good Lithuanian alone."""

import pytest

from assistant.easy_language.findings import Finding, Scope, Severity
from assistant.easy_language.report import check
from assistant.library.dictionary import load_dictionary
from tests.conftest import CONTENT

FORMS = load_dictionary(CONTENT / "lexicon" / "dictionary")

FAULTS = [
    ("W01", "Rašykite pvz. savo vardą.", "pvz."),
    ("W01", "Dirbame 9 val. ryto.", "val."),
    ("W01", "Atsineškite pasą ir kt. popierius.", "ir kt."),
    ("W02", "Kreipkitės į VVTAĮT dabar.", "VVTAĮT"),
    ("W03", "Pagalba žmogui (globėjui) yra.", "(globėjui)"),
    ("W03", "Ateikite su mama/tėčiu.", "mama/tėčiu"),
    ("W04", "Ateikite; paskambinkite.", ";"),
    ("W05", "Pagalba kainuoja 5 €.", "€"),
    ("W05", "Jūs & mes.", "&"),
    ("W06", "Laukite penkias dienas.", "penkias"),
    ("W07", "Gyvena 1926 500 žmonių ir 45000 vaikų.", "45000"),
    ("W08", "Lygis yra 40 %.", "%"),
    ("W08", "Lygis yra 40 procentų.", "procentų"),
    ("W09", "Reikia 2,5 valandos.", "2,5"),
    ("W09", "Tai II lygis.", "II"),
    ("W10", "Ateikite 2026-12-01.", "2026-12-01"),
    ("W10", "Dirbame 9–12 valandą.", "9–12"),
    ("W10", "Lygis yra 0–55.", "0–55"),
    ("W10", "Ateikite 09:00 ryto.", "09:00"),
    ("W11", "Skambinkite 061234567.", "061234567"),
    ("W11", "Skambinkite +37061234567.", "+37061234567"),
    ("W11", "Skambinkite 8 445 51008.", "8 445 51008"),
    ("W12", "Tai bendradarbiavimas.", "bendradarbiavimas"),
    ("W15", "Žmogus su proto negalia.", "proto negalia"),
    ("W15", "Pildykite paraišką.", "paraišką"),
    ("W15", "Neįgalumas yra sunkus.", "Neįgalumas"),
    ("W18", "Mes užtikriname pagalbą.", "užtikriname"),
    ("W18", "Darbuotojas atlieka darbą.", "atlieka"),
    ("W18", "Asmuo gauna pagalbą.", "Asmuo"),
    ("W19", "Pagalba invalidams.", "invalidams"),
    ("W15", "Pagalba neįgaliesiems.", "neįgaliesiems"),
    ("G01", "Norėdami pagalbos, skambinkite.", "Norėdami"),
    ("G01", "Jis kalba eidamas.", "eidamas"),
    ("G02", "Gaunant pagalbą, reikia kalbėti.", "Gaunant"),
    ("G02", "Prireikus skambinkite.", "Prireikus"),
    ("G02", "Norint pagalbos, reikia rašyti.", "Norint"),
    ("G03", "Asmens turinčio negalią prašymas.", "turinčio"),
    ("G03", "Ateina padedantis žmogus.", "padedantis"),
    ("G03", "Žmonės, gyvenantys mieste.", "gyvenantys"),
    ("G03", "Atvykęs žmogus laukia.", "Atvykęs"),
    ("G03", "Laukia atvykusių žmonių.", "atvykusių"),
    ("G04", "Jūsų prašymas buvo gautas.", "buvo gautas"),
    ("G04", "Planas yra parengtas.", "yra parengtas"),
    ("G04", "Pagalba bus teikiama.", "bus teikiama"),
    ("G04", "Prašoma skambinti.", "Prašoma"),
    ("G04", "Čia yra teikiamos paslaugos.", "yra teikiamos"),
    ("G05", "Jei turėtumėte klausimų, skambinkite.", "turėtumėte"),
    ("G05", "Aš norėčiau pagalbos.", "norėčiau"),
    ("G05", "Reikėtų ateiti.", "Reikėtų"),
    ("G06", "Vyksta pagalbos teikimo organizavimas.", "teikimo organizavimas"),
    (
        "G07",
        "Eikite į rajono socialinės paramos skyriaus vedėjos kabinetą.",
        "rajono socialinės paramos skyriaus vedėjos kabinetą",
    ),
    ("G09", "Ar tau reikia pagalbos.", "tau"),
    ("G09", "Ar jums reikia pagalbos.", "jums"),
    ("G10", "Aš nežinau, kad nereikia.", "nereikia"),
    ("G11", "Jis yra atėjęs.", "yra atėjęs"),
    ("G11", "Ji eidavo į dirbtuves.", "eidavo"),
    ("S03", "Jis dirba, bet mokosi, todėl pavargsta.", "Jis dirba, bet mokosi, todėl pavargsta."),
    ("S04", "Sakau, kad ateina žmogus, kuris dirba.", "Sakau, kad ateina žmogus, kuris dirba."),
    ("S09", "Atsineškite pasą, pažymą, nuotrauką ir prašymą.", "pasą, pažymą, nuotrauką ir prašymą"),
    ("S11", "Darykite, kaip minėta aukščiau.", "kaip minėta aukščiau"),
]

GOOD = [
    "Atvejo vadyba yra pagalba suaugusiam žmogui su negalia.",
    "Jis padeda susitarti su gydytoju ir kitais specialistais.",
    "Rašykite paprastus sakinius gydytojams.",
    "Darbuotojas skaito dokumentus ir prašymus.",
    "Jis spręs klausimą ir pratęs planą.",
    "Aš mokiausi ir džiaugiausi.",
    "Aš galvoju apie mintis ir pažintis.",
    "Pagalba yra nemokama ir Jums tinkama.",
    "Jūsų programa yra įdomi.",
    "Aš kalbu lengvai suprantama kalba.",
    "Kalbėkite lėčiau ir paprasčiau.",
    "Galiu ateiti anksčiau arba greičiau.",
    "Tekstų ir pastatų yra daug.",
    "Jis gali gaminti ir augti.",
    "Jo darbas yra padėti žmonėms.",
    "Čia yra paštas ir miestas.",
    "Aš nežinau apie pensijas.",
    "Telefonas: 0 445 70145.",
    "Vilties linija: 116 123.",
    "Projektas vyksta iki 2029 metų pabaigos.",
    "Dirbame nuo 9 iki 12 valandos.",
    "Rašykite adresu vardas@example.lt.",
    "Pažiūrėkite į asmens su negalia pažymėjimą.",
    "Jį nustato Asmens su negalia teisių apsaugos agentūra.",
    "Žmogus vakar gavo neįgalumo lygį.",
    "Jonas Kantas gyvena Amsterdame.",
    "Reikia paso, arba eikite į savivaldybę.",
    "Prašymą rašykite socialinių paslaugų įstaigai.",
    "Visi žmonės turi teisę dirbti.",
    "Mūsų mama valgo pusę obuolio.",
    "Ji davė pinigų ir pardavė namą.",
    "Ateikite antradienį, ne trečiadienį.",
    "Turiu klausimų apie antį ir kančią.",
    "Kaina yra artima, o kostiumo reikia.",
]


def found(text: str, level: int = 2) -> list[tuple[str, str]]:
    return [(finding.rule, finding.text) for finding in check(text, level, forms=FORMS).findings]


@pytest.mark.parametrize(("rule", "text", "place"), FAULTS)
def test_a_fault_is_found_in_its_place(rule: str, text: str, place: str) -> None:
    assert (rule, place) in found(text)


@pytest.mark.parametrize("text", GOOD)
def test_good_lithuanian_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_offsets_point_at_the_found_text_in_its_line() -> None:
    text = "Sveiki.\nAteikite 2026-12-01, pvz. ryte."
    for finding in check(text).findings:
        assert text.splitlines()[finding.line - 1][finding.start : finding.end] == finding.text
    assert {finding.line for finding in check(text).findings} == {2}


def test_one_fault_of_grammar_is_told_once() -> None:
    assert found("Jis yra atėjęs.") == [("G11", "yra atėjęs")]


@pytest.mark.parametrize(
    ("words", "level", "severity"),
    [
        (8, 1, None),
        (9, 1, Severity.ERROR),
        (10, 2, None),
        (11, 2, Severity.WARNING),
        (12, 2, Severity.WARNING),
        (13, 2, Severity.ERROR),
        (12, 3, None),
        (13, 3, Severity.WARNING),
        (16, 3, Severity.ERROR),
    ],
)
def test_each_level_has_its_longest_sentence(words: int, level: int, severity: Severity | None) -> None:
    text = " ".join(["Jis", *["dirba"] * (words - 1)]) + "."
    length = [finding.severity for finding in check(text, level).findings if finding.rule == "S01"]
    assert length == ([severity] if severity else [])


def test_the_mean_length_counts_over_the_whole_text() -> None:
    short = "Jis dirba čia.\nJi dirba čia.\nJie dirba čia."
    long = "\n".join(["Jis vakar dirbo su mama ir savo geru broliu."] * 3)
    assert "S02" not in dict(found(short))
    assert "S02" in dict(found(long))


def test_two_sentences_on_a_line_are_told_once_a_line() -> None:
    assert [rule for rule, _ in found("Aš einu. Aš dirbu. Aš laukiu.")] == ["S05"]


def test_a_message_asks_nothing_and_a_question_asks_once_at_its_end() -> None:
    def rules(text: str, scope: Scope) -> list[str]:
        return [finding.rule for finding in check(text, 2, scope).findings]

    assert rules("Aš padedu.\nKiek Jums metų?", Scope.QUESTION) == []
    assert rules("Kiek Jums metų?\nAš klausiu.", Scope.QUESTION) == ["S08", "S08"]
    assert rules("Kiek Jums metų?\nKur gyvenate?", Scope.QUESTION) == ["S08"]
    assert rules("Kiek Jums metų?", Scope.MESSAGE) == ["S08"]
    assert rules("Kiek Jums metų?", Scope.TEXT) == []


def test_a_long_message_is_warned_of_and_a_long_document_is_not() -> None:
    text = "\n".join(["Jis dirba."] * 8)
    assert [finding.rule for finding in check(text, 2, Scope.MESSAGE).findings] == ["S07"]
    assert found(text) == []


def test_a_name_is_as_it_is_and_yet_has_no_signs_that_nobody_knows() -> None:
    def rules(text: str) -> list[str]:
        return [finding.rule for finding in check(text, 2, Scope.NAME).findings]

    assert rules("Švenčionių rajono savivaldybės puslapis apie prašymą") == []
    assert rules("Išsiųsta") == []
    assert rules("Puslapis (senas)") == ["W03"]


def test_level_3_eases_grammar_to_warnings() -> None:
    def passive(level: int) -> list[Finding]:
        return [
            finding
            for finding in check("Jūsų prašymas buvo gautas.", level, forms=FORMS).findings
            if finding.rule == "G04"
        ]

    assert passive(2)[0].severity is Severity.ERROR
    assert passive(3)[0].severity is Severity.WARNING


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(ValueError, match="1, 2, 3, not 4"):
        check("Sveiki.", 4)


@pytest.mark.parametrize("sentence", ["Niekas neatėjo.", "Nė vienas nevėlavo.", "Jis neturi nei namų, nei darbo."])
def test_one_denial_in_several_words_is_not_told_as_two(sentence: str) -> None:
    [finding] = [one for one in check(sentence, 2, forms=FORMS).findings if one.rule == "G10"]
    assert finding.message == "Neiginį čia sako keli žodžiai."


@pytest.mark.parametrize("sentence", ["Niekas nežino, kada jis negrįš.", "Aš nežinau, kad nieko nereikia."])
def test_two_verbs_that_deny_are_told_as_two_whatever_stands_beside(sentence: str) -> None:
    [finding] = [one for one in check(sentence, 2, forms=FORMS).findings if one.rule == "G10"]
    assert finding.message == "Sakinyje yra du neiginiai."


@pytest.mark.parametrize("sentence", ["Nieko daugiau nereikia.", "Jums daugiau nieko daryti nereikia."])
def test_that_nothing_more_is_needed_may_be_said_as_everybody_says_it(sentence: str) -> None:
    assert [one for one in check(sentence, 2, forms=FORMS).findings if one.rule == "G10"] == []
