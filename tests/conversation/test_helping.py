"""A helper fills in; the person is asked where they are there, else the request says honestly that they were not."""

from dataclasses import replace

import pytest

from assistant.conversation.messages import Message, Role
from assistant.conversation.state import Channel, Conversation, Draft, Helping, Place
from assistant.library.library import Library
from assistant.referrals.confirming import Confirmation
from assistant.referrals.request import Preliminary
from tests.conversation.chat import Chat

BESIDE = "Ar tas žmogus dabar yra šalia?"
WHY_NOT = "Kodėl žmogus pats neatsako?"
READ_BACK = "Ar norite siųsti šį prašymą?"


def helping(library: Library) -> Chat:
    """A helper has answered everything but whether the person is there."""
    chat = Chat(library)
    chat.starts()
    chat.presses("Kitam žmogui")
    chat.presses("Siųsti prašymą")
    chat.presses("Socialinės dirbtuvės")
    chat.says("Kretinga")
    chat.says("Jonas Jonaitis")
    chat.says("0 612 34567")
    chat.presses("Ryte")
    chat.says("Jam patinka siūti")
    return chat


def to_replay(chat: Chat) -> Message:
    """The request is read back to the person."""
    chat.presses("Taip")
    return chat.presses("Siųsti")


def content_of(message: Message) -> list[str]:
    return [choice.label for choice in message.choices if choice.role is Role.CONTENT]


def test_the_helper_is_asked_once_before_sending_whether_the_person_is_there(library: Library) -> None:
    chat = helping(library)

    assert chat.message.sentences[-1] == BESIDE
    assert content_of(chat.message) == ["Taip", "Ne"]
    assert chat.message.progress is not None
    message = chat.presses("Taip")
    assert {"Prašymą pildo: padėjėjas.", "Dar paklausiu paties žmogaus."} <= set(message.sentences)
    chat.presses("Keisti")
    chat.presses("Vardą")
    message = chat.says("Jonas Petraitis")
    assert message.sentences[-1] == "Ar siųsti prašymą?"


def test_who_asks_for_themself_and_who_only_checks_is_not_asked(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")
    chat.presses("Siųsti prašymą")
    chat.presses("Socialinės dirbtuvės")
    chat.says("Kretinga")
    chat.says("Ona")
    chat.presses("Parašyti čia")
    message = chat.presses("Ne, tai viskas")
    assert message.sentences[-1] == "Ar siųsti prašymą?"
    assert "padėjėjas" not in message.text
    chat.presses("Siųsti")
    assert chat.sent[0].request.confirmation is None

    chat = Chat(library)
    chat.starts()
    chat.presses("Kitam žmogui")
    chat.presses("Ar žmogui tinka?")
    chat.presses("Socialinės dirbtuvės")
    while "Ši pagalba" not in chat.message.text and "dar negaliu" not in chat.message.text:
        assert BESIDE not in chat.message.text
        chat.presses("Nežinau")


def test_where_the_person_is_there_the_request_is_read_back_to_them_and_their_yes_sends_it(library: Library) -> None:
    chat = helping(library)

    message = to_replay(chat)

    assert message.sentences == (
        "Parodykite tai žmogui.",
        "Dabar klausiu Jūsų.",
        "Jums padeda kitas žmogus.",
        "Jis parašė šį prašymą.",
        "Jūsų vardas: Jonas Jonaitis.",
        "Kokia pagalba: Socialinės dirbtuvės.",
        "Kam siunčiame: Kretingos rajono savivaldybė.",
        "Darbuotojas skambins: 0 612 34567.",
        "Kada skambinti: Ryte.",
        "Padėjėjas parašė: Jam patinka siūti",
        READ_BACK,
    )
    assert content_of(message) == ["Taip, siųsti", "Ne, nesiųsti", "Keisti"]
    assert chat.sent == []
    message = chat.presses("Taip, siųsti")
    assert message.sentences[0] == "Savivaldybė gavo Jūsų prašymą."
    assert chat.heard == "Pats žmogus: Taip, siųsti"
    [sent] = chat.sent
    assert sent.request.for_other
    assert sent.request.confirmation is Confirmation.PERSON


@pytest.mark.parametrize("words", ["taip", "noriu siųsti", "Taip, siųsti"])
def test_the_person_may_write_their_yes(library: Library, words: str) -> None:
    chat = helping(library)
    to_replay(chat)

    chat.says(words)

    assert [sent.request.confirmation for sent in chat.sent] == [Confirmation.PERSON]
    assert chat.heard == f"Pats žmogus: {words}"


@pytest.mark.parametrize("words", ["ne", "nenoriu", "Ne, nesiųsti"])
def test_the_persons_no_sends_nothing_and_loses_nothing(library: Library, words: str) -> None:
    chat = helping(library)
    to_replay(chat)
    before = chat.conversation.draft

    message = chat.says(words)

    assert chat.sent == []
    assert message.sentences[:3] == ("Gerai.", "Prašymo nesiunčiu.", "Atsakymai liko šiame pokalbyje.")
    assert chat.conversation.place == Place("menu")
    assert replace(chat.conversation.draft, helping=before.helping) == before


def test_after_a_no_only_the_persons_own_yes_sends_it(library: Library) -> None:
    chat = helping(library)
    to_replay(chat)
    chat.presses("Ne, nesiųsti")

    message = chat.presses("Siųsti prašymą")
    assert "Žmogus atsakė „ne“." in message.sentences
    assert message.sentences[-1] == "Ar siųsti prašymą?"
    message = chat.presses("Siųsti")
    assert message.sentences[-1] == READ_BACK
    chat.presses("Taip, siųsti")

    assert [sent.request.confirmation for sent in chat.sent] == [Confirmation.PERSON]


def test_a_person_who_does_not_know_is_led_to_a_human_and_back(library: Library) -> None:
    chat = helping(library)
    to_replay(chat)

    message = chat.presses("Nežinau")

    assert message.sentences[:3] == ("Nieko tokio.", "Prašymo aš nesiunčiu.", "Jums gali padėti darbuotojas.")
    assert chat.conversation.place == Place("human")
    assert chat.sent == []
    assert chat.presses("Atgal").sentences[-1] == READ_BACK


def test_the_person_may_have_a_line_changed_and_is_asked_again(library: Library) -> None:
    chat = helping(library)
    to_replay(chat)

    chat.presses("Keisti")
    chat.presses("Vardą")
    chat.says("Jonas Petraitis")
    message = chat.presses("Siųsti")

    assert "Jūsų vardas: Jonas Petraitis." in message.sentences
    assert message.sentences[-1] == READ_BACK


def test_the_answers_of_the_check_are_told_to_the_person_before_they_are_sent(library: Library) -> None:
    draft = Draft("case-management", "kretingos-rajono", "Jonas", "", "", "", Preliminary("likely"))
    draft = replace(draft, helping=Helping(beside=True))
    chat = Chat(library, Conversation("c", Channel.WEB, place=Place("replay"), is_helper=True, draft=draft))

    message = chat.says("pakartoti")

    assert {"Darbuotojas parašys čia.", "Siunčiu ir atsakymus apie Jus."} <= set(message.sentences)


@pytest.mark.parametrize(
    ("label", "confirmation", "line"),
    [
        ("Žino, bet toli", Confirmation.NOT_HERE, "Padėjėjas sako: žmogus žino, bet yra toli."),
        ("Nežino apie prašymą", Confirmation.DOES_NOT_KNOW, "Padėjėjas sako: žmogus apie jį nežino."),
        ("Negali pasakyti", Confirmation.CANNOT_SAY, "Padėjėjas sako: žmogus negali pasakyti."),
        ("Esu globėjas, rūpintojas", Confirmation.GUARDIAN, "Padėjėjas sako: esu globėjas ar rūpintojas."),
        ("Nežinau", Confirmation.UNKNOWN, "Padėjėjas nežino, kodėl."),
    ],
)
def test_where_the_person_is_not_there_the_helper_says_why_and_the_request_tells_it(
    library: Library, label: str, confirmation: Confirmation, line: str
) -> None:
    chat = helping(library)

    message = chat.presses("Ne")
    assert message.sentences == ("Darbuotojas matys, kad siunčiate Jūs.", WHY_NOT)
    message = chat.presses(label)
    assert "Žmogus pats nepatvirtino prašymo." in message.sentences
    assert line in message.sentences
    assert chat.sent == []
    chat.presses("Siųsti")

    assert [sent.request.confirmation for sent in chat.sent] == [confirmation]


def test_who_does_not_know_whether_the_person_is_there_sends_as_a_helper(library: Library) -> None:
    chat = helping(library)

    message = chat.presses("Nežinau")

    assert message.sentences == (
        "Nieko tokio.",
        "Tada prašymą siunčiate Jūs.",
        "Darbuotojas matys, kad siunčiate Jūs.",
        WHY_NOT,
    )


def test_the_helper_can_go_back_and_say_that_the_person_has_come(library: Library) -> None:
    chat = helping(library)
    chat.presses("Ne")
    chat.presses("Negali pasakyti")

    chat.presses("Atgal")
    assert chat.presses("Atgal").sentences[-1] == BESIDE
    assert to_replay(chat).sentences[-1] == READ_BACK


def test_whether_the_person_is_there_is_asked_anew_when_sending_was_put_off(library: Library) -> None:
    chat = helping(library)
    chat.presses("Ne")
    chat.presses("Žino, bet toli")
    chat.presses("Nesiųsti")

    assert chat.presses("Siųsti prašymą").sentences[-1] == BESIDE


def test_a_talk_that_stood_at_the_summary_before_there_was_the_question_is_asked_too(library: Library) -> None:
    draft = Draft("talk", "kretingos-rajono", "Jonas", "", "", "")
    chat = Chat(library, Conversation("c", Channel.WEB, place=Place("summary"), is_helper=True, draft=draft))

    assert chat.says("siųsti").sentences[-1] == BESIDE
    assert chat.sent == []


def test_where_sending_was_switched_off_meanwhile_nothing_is_called_sent(library: Library) -> None:
    chat = helping(library)
    to_replay(chat)
    chat.library = replace(library, routes={})

    chat.presses("Taip, siųsti")

    assert chat.sent == []
    assert chat.conversation.place.step == "not-on"


def sent_by_helper(library: Library) -> Chat:
    chat = helping(library)
    chat.presses("Ne")
    chat.presses("Žino, bet toli")
    chat.presses("Siųsti")
    chat.presses("Mano prašymas")
    return chat


def changing_the_name(chat: Chat) -> None:
    while "Keisti prašymą" not in chat.labels:
        chat.presses("Kita")
    chat.presses("Keisti prašymą")
    chat.presses("Vardą")
    assert chat.says("Jonas Petraitis").sentences[-1] == BESIDE


def test_a_change_of_what_was_sent_is_read_back_to_the_person_too(library: Library) -> None:
    chat = sent_by_helper(library)
    changing_the_name(chat)

    assert to_replay(chat).sentences[-1] == READ_BACK
    chat.presses("Taip, siųsti")

    [sent] = chat.sent
    assert sent.request.name == "Jonas Petraitis"
    assert sent.request.confirmation is Confirmation.PERSON
    changes = {change.field: (change.before, change.after) for change in sent.thread[-1].changes}
    assert changes["confirmation"] == ("not-here", "person")


def test_the_persons_no_to_a_change_leaves_what_was_sent(library: Library) -> None:
    chat = sent_by_helper(library)
    changing_the_name(chat)
    to_replay(chat)

    chat.presses("Ne, nesiųsti")

    [sent] = chat.sent
    assert sent.request.name == "Jonas Jonaitis"
    assert sent.request.confirmation is Confirmation.NOT_HERE
    assert chat.conversation.draft.changes == ""


@pytest.mark.parametrize("words", ["padedu broliui", "Aš padedu dukrai", "as padedu kitam zmogui"])
def test_whoever_says_to_help_is_spoken_to_as_a_helper(library: Library, words: str) -> None:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")

    message = chat.says(words)

    assert message.sentences[:2] == ("Gerai.", "Jūs padedate kitam žmogui.")
    assert chat.conversation.is_helper is True
    assert "Ar žmogui tinka?" in chat.labels


def test_whoever_says_so_in_the_first_message_is_a_helper(library: Library) -> None:
    chat = Chat(library)
    chat.starts()

    chat.says("padedu broliui")

    assert chat.conversation.is_helper is True
    assert chat.conversation.place == Place("menu")


def test_in_a_form_such_words_are_an_answer(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")
    chat.presses("Siųsti prašymą")
    chat.presses("Noriu pasikalbėti")
    chat.says("Kretinga")
    chat.says("Ona")
    chat.presses("Parašyti čia")

    chat.says("padedu broliui")

    assert chat.conversation.is_helper is False
    assert chat.conversation.draft.note == "padedu broliui"


def test_after_words_beside_the_point_the_request_is_not_read_back_once_more(library: Library) -> None:
    chat = helping(library)
    to_replay(chat)

    message = chat.says("kas yra socialinės dirbtuvės?")

    assert message.sentences[-1] == READ_BACK
    assert not any(sentence.startswith("Jūsų vardas:") for sentence in message.sentences)
    assert "Taip, siųsti" in content_of(message)


def test_who_says_in_the_middle_that_they_want_a_request_keeps_what_they_answered(library: Library) -> None:
    chat = helping(library)
    chat.presses("Ne")

    again = chat.says("noriu siųsti prašymą")

    assert chat.conversation.draft.helping.beside is False
    assert again.sentences[-1] == WHY_NOT
