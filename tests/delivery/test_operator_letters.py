from dataclasses import replace
from datetime import UTC, datetime, timedelta

from assistant.delivery.operator_letters import LONGEST_LIST, carrier_name, summary_of
from assistant.delivery.outbox import TO_OPERATOR, TRIALS, Carrier, OutboxEntry

NOW = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
ENTRY = OutboxEntry("entry", Carrier.LETTER, "skyrius@kretinga.example", "47128035", NOW - timedelta(minutes=20), NOW)


def test_a_list_that_is_very_long_is_cut_off_and_says_so() -> None:
    letter = summary_of([replace(ENTRY, id=f"entry-{number}") for number in range(LONGEST_LIST + 3)], NOW)

    assert letter.subject == "Kiek siuntų stringa: 103"
    assert letter.body.count("– 47 12 80 35") == LONGEST_LIST
    assert "Šiame sąraše nėra dar 3." in letter.body


def test_a_letter_whose_list_became_empty_on_the_way_says_so() -> None:
    assert "Dabar viskas veikia." in summary_of([], NOW).body


def test_what_was_never_tried_has_no_error_to_tell() -> None:
    assert "– 47 12 80 35; laiškas skyriui; programa dar bando; laukia: 20 minučių\n" in summary_of([ENTRY], NOW).body


def test_everything_about_a_referral_has_a_name() -> None:
    assert all(carrier_name(carrier) for carrier in set(Carrier) - TO_OPERATOR - TRIALS)
