"""What is kept of who helped and who confirmed is told to the person, in words and not in codes."""

from dataclasses import replace

from assistant.conversation.own_copy import own_copy
from assistant.conversation.own_data import referral_lines, told_lines
from assistant.conversation.state import Channel, Conversation, Draft, Helping
from assistant.conversation.steps.step import Scene
from assistant.conversation.turn import Moment
from assistant.library.library import Library
from assistant.referrals.confirming import Confirmation
from assistant.referrals.referral import Referral
from assistant.referrals.request import Request
from tests.conversation.chat import NOW, TODAY

REQUEST = Request("kretingos-rajono", "talk", for_other=True, name="Jonas", confirmation=Confirmation.CANNOT_SAY)
SENT = Referral("10000008", "c/1", "c", REQUEST, NOW)


def scene(library: Library, helping: Helping | None = None) -> Scene:
    draft = Draft(name="Jonas", helping=helping or Helping())
    return Scene(Conversation("c", Channel.WEB, is_helper=True, draft=draft), library, Moment(TODAY))


def test_what_is_being_filled_in(library: Library) -> None:
    assert "Žmogus yra šalia." in told_lines(scene(library, Helping(beside=True)))
    told = told_lines(scene(library, Helping(beside=False, why_not=Confirmation.DOES_NOT_KNOW)))
    assert "Padėjėjas sako: žmogus apie jį nežino." in told
    assert "Žmogus atsakė „ne“." in told_lines(scene(library, Helping(beside=True, said=False)))


def test_what_was_sent(library: Library) -> None:
    assert "Padėjėjas sako: žmogus negali pasakyti." in referral_lines(scene(library), SENT)
    before = replace(SENT, request=replace(REQUEST, confirmation=None))
    assert not [line for line in referral_lines(scene(library), before) if "patvirtin" in line]


def test_the_copy_holds_no_codes_of_the_program(library: Library) -> None:
    after = replace(REQUEST, note="Ateisiu ryte", confirmation=Confirmation.NOT_HERE)

    paper = own_copy(scene(library), (SENT.changed(REQUEST, after, NOW),), (), 30)

    words = [word for part in paper.parts for line in part.lines for word in line.words]
    assert "Ateisiu ryte" in words
    assert "Padėjėjas sako: žmogus žino, bet yra toli." in words
    assert "not-here" not in words
