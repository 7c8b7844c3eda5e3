"""Records as text and back."""

from dataclasses import replace

import pytest
from pydantic_core import PydanticSerializationError

from assistant.adapters.database.records import DETAILS, IDS, MESSAGE, REQUEST, UnreadableRecordError
from assistant.referrals.confirming import Confirmation
from assistant.referrals.request import Request
from assistant.referrals.thread import Details
from tests.adapters.database.examples import FULL_MESSAGE, referral


def test_records_come_back_as_they_were() -> None:
    request = referral().request

    assert REQUEST.read(REQUEST.written(request)) == request
    assert [REQUEST.read(REQUEST.written(replace(request, confirmation=one))).confirmation for one in Confirmation] == [
        *Confirmation
    ]
    details = Details(confirmation=Confirmation.CANNOT_SAY)
    assert DETAILS.read(DETAILS.written(details)) == details
    assert MESSAGE.read(MESSAGE.written(FULL_MESSAGE)) == FULL_MESSAGE
    assert IDS.read(IDS.written(("a", "b"))) == ("a", "b")


def test_a_missing_field_takes_its_default_and_an_unknown_one_is_passed_over() -> None:
    text = '{"municipality": "kretingos-rajono", "need": "talk", "for_other": false, "name": "Ona", "colour": "red"}'

    assert REQUEST.read(text) == Request("kretingos-rajono", "talk", for_other=False, name="Ona")


def test_what_cannot_be_read_is_named_by_its_place_and_not_by_its_words() -> None:
    text = '{"municipality": "kretingos-rajono", "need": "talk", "for_other": "Ona serga", "name": "Ona"}'

    with pytest.raises(UnreadableRecordError) as raised:
        REQUEST.read(text)

    assert "for_other" in str(raised.value)
    assert "Ona" not in str(raised.value)


def test_a_value_of_the_wrong_type_is_an_error_when_it_is_written() -> None:
    wrong = Request("kretingos-rajono", "talk", for_other=False, name=5)  # type: ignore[arg-type]

    with pytest.raises(PydanticSerializationError):
        REQUEST.written(wrong)
