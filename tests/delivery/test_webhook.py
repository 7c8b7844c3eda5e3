import json
import re
from typing import Any

import pytest

from assistant.delivery.webhook import body_about, body_of_test
from assistant.referrals.confirming import Confirmation
from assistant.settings import ROOT
from tests.api.inbox.fakes import SENT_AT, a_referral


def shape(value: Any) -> Any:
    """Names and kinds of values without what stands in them."""
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    return [shape(value[0])] if isinstance(value, list) else type(value)


def test_the_paper_shows_the_fields_that_are_sent() -> None:
    paper = (ROOT / "docs" / "webhook.md").read_text(encoding="utf-8")
    example, test = re.findall(r"```json\n(.*?)```", paper, re.DOTALL)

    assert shape(json.loads(example)) == shape(json.loads(body_about(a_referral(), "https://aiskiai.example")))
    assert shape(json.loads(test)) == shape(json.loads(body_of_test("kretingos-rajono", SENT_AT, "https://x.example")))


def test_the_whole_request_goes_out_as_it_was_filled_in_and_the_same_at_every_try() -> None:
    referral = a_referral(note="Ąžuolas „Ąsotis“\n–")
    request = referral.request

    body = body_about(referral, "https://aiskiai.example/inbox/47128035")

    told = json.loads(body)
    assert told["timestamp"] == referral.sent_at.isoformat()
    assert {name: told["data"][name] for name in ("need", "for_other", "name", "phone", "call_time", "note")} == {
        "need": request.need,
        "for_other": request.for_other,
        "name": request.name,
        "phone": request.phone,
        "call_time": request.call_time,
        "note": request.note,
    }
    assert [reason["criterion"] for reason in told["data"]["preliminary"]["reasons"]] == ["adult", "complex-needs"]
    assert body == body_about(referral, "https://aiskiai.example/inbox/47128035")


def test_where_there_was_no_check_nothing_is_said_of_it() -> None:
    assert json.loads(body_about(a_referral(preliminary=None), ""))["data"]["preliminary"] is None


@pytest.mark.parametrize(
    ("for_other", "confirmation", "confirmed_by", "because"),
    [
        (False, None, "person", ""),
        (True, None, "", ""),
        (True, Confirmation.PERSON, "person", ""),
        (True, Confirmation.NOT_HERE, "helper", "not-here"),
        (True, Confirmation.GUARDIAN, "helper", "guardian"),
    ],
)
def test_it_tells_who_wanted_the_request_sent(
    *, for_other: bool, confirmation: Confirmation | None, confirmed_by: str, because: str
) -> None:
    body = body_about(a_referral(for_other=for_other, confirmation=confirmation), "")

    told = json.loads(body)["data"]
    assert (told["confirmed_by"], told["not_confirmed_because"]) == (confirmed_by, because)


def test_the_paper_names_every_reason() -> None:
    paper = (ROOT / "docs" / "webhook.md").read_text(encoding="utf-8")

    assert all(f"`{confirmation.value}`" in paper for confirmation in Confirmation)
