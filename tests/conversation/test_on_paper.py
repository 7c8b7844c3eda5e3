"""The request on paper says what was sent, in order, and nothing more."""

from dataclasses import replace
from datetime import UTC, date, datetime

from assistant.conversation.on_paper import referral_paper
from assistant.delivery.paper import Paper
from assistant.library.library import Library
from assistant.referrals.confirming import Confirmation
from assistant.referrals.referral import Referral
from assistant.referrals.request import Preliminary, Request

EVENING = datetime(2026, 11, 25, 22, 30, tzinfo=UTC)
"""Half past midnight in Lithuania: the next day already."""
REQUEST = Request(
    municipality="kretingos-rajono",
    need="case-management",
    for_other=False,
    name="Ona Onaitė",
    phone="+37061234567",
    call_time="Po pietų",
    note="Noriu gyventi viena.\nPadėkite.",
    preliminary=Preliminary("unsure", (("adult", "yes", "Jums yra 18 metų.", "Įstatymas, 1 punktas"),)),
)


def referral(request: Request = REQUEST) -> Referral:
    return Referral(number="47128035", draft="c/1", conversation="c", request=request, sent_at=EVENING)


def told(paper: Paper) -> list[tuple[str, ...]]:
    return [(line.label, *line.words) if line.label else line.words for part in paper.parts for line in part.lines]


def test_the_paper_says_all_that_was_sent_in_the_order_of_the_summary(library: Library) -> None:
    paper = referral_paper(referral(), library, date(2026, 12, 9))
    assert told(paper) == [
        ("Prašymo numeris", "47 12 80 35"),
        ("Prašymo diena", "2026 metų lapkričio 26 diena"),
        ("Savivaldybė", "Kretingos rajono savivaldybė"),
        ("Kokios pagalbos reikia", "Atvejo vadyba"),
        ("Kam reikia pagalbos", "Man"),
        ("Vardas", "Ona Onaitė"),
        ("Telefonas", "0 612 34567"),
        ("Kada skambinti", "Po pietų"),
        ("Dar svarbu", "Noriu gyventi viena.\nPadėkite."),
        ("Dar neaišku, ar ši pagalba tinka.",),
        ("Tinka", "Jums yra 18 metų."),
        ("Tai nėra sprendimas.", "Galutinai sprendžia savivaldybės darbuotojas."),
        ("Jums atsakys savivaldybės darbuotojas.",),
        ("Darbuotojas atsakys iki gruodžio 9 dienos.",),
        ("Jei atsakymo nėra, skambinkite: 0 445 51008.", "Pasakykite prašymo numerį."),
    ]


def test_what_was_left_out_is_not_there(library: Library) -> None:
    bare = Request(municipality="kretingos-rajono", need="talk", for_other=True, name="Jonas")
    lines = told(referral_paper(referral(bare), library, None))
    assert ("Kokios pagalbos reikia", "Pokalbis su darbuotoju") in lines
    assert ("Kam reikia pagalbos", "Kitam žmogui") in lines
    assert ("Žmogaus vardas", "Jonas") in lines
    assert ("Atsakymas", "Pokalbyje su programa") in lines
    assert ("Kada darbuotojas atsakys, aš nežinau.",) in lines
    assert not [line for line in lines if line[0] in {"Telefonas", "Kada skambinti", "Dar svarbu"}]


def test_case_management_of_a_family_may_go_on_to_an_institution_and_the_paper_says_so(library: Library) -> None:
    for_family = replace(REQUEST, need="family-case-management")
    assert (
        "Šeimai padeda socialinių paslaugų įstaiga.",
        "Savivaldybė gali perduoti jai šį prašymą.",
    ) in told(referral_paper(referral(for_family), library, None))


def test_every_outcome_and_every_truth_has_words_and_a_picture(library: Library) -> None:
    for outcome in ("likely", "unlikely", "unsure"):
        reasons = tuple((truth, truth, "Priežastis.", "Įstatymas") for truth in ("yes", "no", "unknown"))
        request = replace(REQUEST, preliminary=Preliminary(outcome, reasons))
        paper = referral_paper(referral(request), library, None)
        pictures = [line.picture for part in paper.parts for line in part.lines]
        assert set(pictures) <= library.pictures


def test_the_file_has_a_plain_name_and_every_page_the_number(library: Library) -> None:
    paper = referral_paper(referral(), library, None)
    assert paper.name == "prasymas-47128035"
    assert paper.footer == "Prašymo numeris 47 12 80 35"
    assert paper.language == "lt"


def test_where_a_helper_wrote_it_the_paper_says_whether_the_person_confirmed_it(library: Library) -> None:
    helped = replace(REQUEST, for_other=True)
    by_helper = ("Kas pildė prašymą", "Padėjėjas")
    assert by_helper not in told(referral_paper(referral(), library, None))
    assert by_helper in told(referral_paper(referral(helped), library, None))
    for confirmation in Confirmation:
        lines = told(referral_paper(referral(replace(helped, confirmation=confirmation)), library, None))
        at = lines.index(by_helper)
        assert lines[at + 1][0] == (
            "Žmogus pats nusprendė siųsti prašymą."
            if confirmation.is_by_person
            else "Žmogus pats nepatvirtino prašymo."
        )
        assert lines[at + 2][0] == "Žmogaus vardas"
