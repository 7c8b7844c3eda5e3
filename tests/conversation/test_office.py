"""What a department sets is what the person is told: contact and hours, its notice, and that sending is off."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from assistant.conversation.messages import Kind
from assistant.conversation.state import Channel, Conversation
from assistant.library.library import Library
from assistant.library.offices import as_set
from assistant.referrals.hours import Hours, OpenDay
from assistant.referrals.office import Notice, Office, Span
from assistant.referrals.routing import Contact
from tests.conversation.chat import TODAY, Chat

KRETINGA = "kretingos-rajono"
TEXT = "Gruodžio 24 dieną mes nedirbame.\nRašykite {mums} <b>anksčiau</b>, pvz. ryte."
WHO = "Jums rašo Kretingos rajono savivaldybė:"
SENTENCES = (WHO, "Gruodžio 24 dieną mes nedirbame.", "Rašykite {mums} <b>anksčiau</b>, pvz. ryte.")
OFF = "Dabar aš nesiunčiu prašymų šiai savivaldybei."


def having(library: Library, **settings: object) -> Library:
    return as_set(library, (replace(Office(KRETINGA), **settings),))  # type: ignore[arg-type]  # fields of Office


def with_notice(library: Library, first: date = TODAY, last: date = TODAY, text: str = TEXT) -> Library:
    return having(library, notice=Notice(text, Span(first, last)))


def stand(chat: Chat) -> bool:
    """Whether the notice is in what the person reads, whole and in one piece."""
    said = chat.message.sentences
    if WHO not in said:
        return False
    at = said.index(WHO)
    assert said[at : at + 3] == SENTENCES
    assert said.count(WHO) == 1
    return True


def to_the_summary(chat: Chat) -> None:
    for label in ("Man", "Siųsti prašymą", "Noriu pasikalbėti"):
        chat.presses(label)
    chat.says("Kretinga")
    chat.says("Ona Onaitė")
    chat.presses("Paskambinti man")
    chat.says("0 612 34567")
    chat.presses("Ryte")
    chat.says("Man sunku kalbėti telefonu")


def test_where_one_municipality_is_served_its_notice_stands_at_the_start_and_above_the_summary(
    library: Library,
) -> None:
    chat = Chat(with_notice(library))
    chat.starts()
    assert stand(chat)
    # Below the greeting, above the question
    said = chat.message.sentences
    assert 0 < said.index(WHO) < len(said) - 1
    seen = []
    for label in ("Man", "Siųsti prašymą", "Noriu pasikalbėti"):
        chat.presses(label)
        seen.append(stand(chat))
    for words in ("Kretinga", "Ona Onaitė"):
        chat.says(words)
        seen.append(stand(chat))
    assert not any(seen)
    for label in ("Paskambinti man", "0 612 34567", "Ryte", "Ne, tai viskas"):
        chat.presses(label) if label in chat.labels else chat.says(label)
    assert chat.message.kind is Kind.SUMMARY
    assert chat.message.sentences[:3] == SENTENCES


def test_where_several_are_served_it_stands_once_as_soon_as_it_is_known_whose_it_is(library: Library) -> None:
    served = with_notice(library)
    both = replace(served, routes={**served.routes, "neringos": served.routes[KRETINGA]})
    chat = Chat(both)
    chat.starts()
    assert not stand(chat)
    for label in ("Man", "Siųsti prašymą", "Noriu pasikalbėti"):
        chat.presses(label)
        assert not stand(chat)
    chat.says("Kretinga")
    assert stand(chat)
    chat.says("Ona Onaitė")
    assert not stand(chat)


def test_somebody_of_another_municipality_reads_no_notice(library: Library) -> None:
    served = with_notice(library)
    chat = Chat(replace(served, routes={**served.routes, "neringos": served.routes[KRETINGA]}))
    chat.starts()
    for label in ("Man", "Siųsti prašymą", "Noriu pasikalbėti"):
        chat.presses(label)
    chat.says("Nida")
    assert not stand(chat)


@pytest.mark.parametrize(("first", "last", "is_told"), [(-1, 1, True), (0, 0, True), (1, 2, False), (-2, -1, False)])
def test_a_notice_is_told_on_its_days_alone(library: Library, first: int, last: int, *, is_told: bool) -> None:
    chat = Chat(with_notice(library, TODAY + timedelta(days=first), TODAY + timedelta(days=last)))
    chat.starts()
    assert stand(chat) is is_told


def test_a_notice_that_was_mended_is_told_once_more(library: Library) -> None:
    chat = Chat(with_notice(library))
    chat.starts()
    chat.library = with_notice(library, text="Mes vėl dirbame.")
    chat.presses("Man")
    assert "Mes vėl dirbame." in chat.message.sentences
    chat.presses("Siųsti prašymą")
    assert "Mes vėl dirbame." not in chat.message.sentences


def test_nothing_stands_above_112_and_the_notice_is_told_afterwards(library: Library) -> None:
    chat = Chat(with_notice(library), Conversation("c", Channel.WEB, turn=3))
    chat.says("noriu nusižudyti")
    assert chat.message.kind is Kind.DANGER
    assert WHO not in chat.message.sentences
    chat.presses(chat.labels[0])
    assert stand(chat)


def test_whoever_begins_anew_reads_the_notice_anew(library: Library) -> None:
    chat = Chat(with_notice(library))
    chat.starts()
    chat.presses("Man")
    chat.says("pradėti iš naujo")
    chat.presses(chat.labels[0])
    assert stand(chat)


@pytest.mark.parametrize("channel", list(Channel))
def test_switched_off_in_the_middle_of_a_request_is_said_and_a_letter_offered(
    library: Library, channel: Channel
) -> None:
    # Given somebody who reads the summary
    chat = Chat(library, Conversation("c", channel))
    chat.starts()
    to_the_summary(chat)
    assert chat.message.kind is Kind.SUMMARY

    # When the department switches sending off before they press
    chat.library = having(library, is_sending=False)
    chat.presses("Siųsti")

    # Then nothing was sent, and they are told so and given contact and letter
    assert chat.sent == []
    assert chat.message.sentences[:2] == ("Prašymo nesiunčiu.", "Jūsų atsakymai liko šiame pokalbyje.")
    assert OFF in chat.message.sentences
    assert "Aš dar nesiunčiu prašymų šiai savivaldybei." not in chat.message.sentences
    assert any("0 445" in sentence for sentence in chat.message.sentences)
    chat.presses("Rašyti laišką")
    assert "Vardas: Ona Onaitė." in chat.message.sentences
    chat.presses("Rašyti laišką")
    assert chat.message.document is not None
    assert "Savivaldybei aš jo nesiunčiu." in chat.message.sentences


def test_once_sending_is_on_again_the_same_answers_are_sent(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    to_the_summary(chat)
    chat.library = having(library, is_sending=False)
    chat.presses("Siųsti")
    assert chat.sent == []

    chat.library = library
    chat.says("noriu siųsti prašymą")
    chat.presses("Noriu pasikalbėti")
    chat.presses("Siųsti")
    assert [sent.request.name for sent in chat.sent] == ["Ona Onaitė"]


def test_switched_off_from_the_start_is_said_when_the_place_is_known(library: Library) -> None:
    chat = Chat(having(library, is_sending=False))
    chat.starts()
    for label in ("Man", "Siųsti prašymą", "Noriu pasikalbėti"):
        chat.presses(label)
    chat.says("Kretinga")
    assert OFF in chat.message.sentences
    assert "Rašyti laišką" in chat.labels
    assert "Siųsti" not in chat.labels


def test_what_was_sent_already_can_be_changed_while_sending_is_off(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    to_the_summary(chat)
    chat.presses("Siųsti")
    chat.library = having(library, is_sending=False)
    chat.presses("Mano prašymas")
    chat.presses("Keisti prašymą")
    chat.presses("Vardą")
    chat.says("Ona Petraitienė")
    chat.presses(chat.labels[0])
    assert [sent.request.name for sent in chat.sent] == ["Ona Petraitienė"]
    assert chat.message.kind is Kind.RECEIPT


def test_contact_and_hours_are_told_as_the_department_set_them(library: Library) -> None:
    hours = Hours(
        (*(OpenDay(day, time(8), time(17)) for day in range(4)), OpenDay(4, time(8), time(15, 45))),
        time(12),
        time(12, 45),
    )
    contact = Contact("Pagalbos žmonėms skyrius", "Nauja gatvė 1, Kretinga", ("+37044511111",), opening=hours)
    chat = Chat(having(library, contact=contact))
    chat.starts()
    chat.presses("Man")
    chat.says("kur skambinti savivaldybei")
    chat.says("Kretinga")
    text = chat.message.text
    if "Nauja gatvė 1" not in text:
        chat.presses(next(label for label in chat.labels if "ontakt" in label))
        text = chat.message.text
    for told in (
        "Skyriaus pavadinimas: Pagalbos žmonėms skyrius.",
        "Adresas: Nauja gatvė 1, Kretinga.",
        "Telefonas: 0 445 11111.",
        "Skyrius dirba:",
        "Nuo pirmadienio iki ketvirtadienio nuo 8.00 iki 17.00.",
        "Penktadienį nuo 8.00 iki 15.45.",
        "Pietų laikas nuo 12.00 iki 12.45.",
    ):
        assert told in text
    assert "51008" not in text
