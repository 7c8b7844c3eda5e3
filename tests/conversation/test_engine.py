"""What the engine promises: one effect for two taps, no question twice, progress that never grows, polite restarts."""

from dataclasses import replace

from assistant.conversation.events import ChoicePressed, OtherInput, OtherReceived, Started
from assistant.conversation.messages import Kind
from assistant.conversation.news_events import ReplyArrived
from assistant.conversation.state import Conversation
from assistant.library.library import Library
from tests.conversation.chat import Chat


def started(library: Library) -> Chat:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")
    return chat


def ready_to_send(library: Library) -> Chat:
    chat = started(library)
    chat.presses("Siųsti prašymą")
    chat.presses("Atvejo vadyba")
    chat.says("Kretinga")
    chat.says("Ona")
    chat.presses("Parašyti čia")
    chat.presses("Ne, tai viskas")
    return chat


def test_it_greets_says_it_is_a_program_and_asks_who_needs_help(library: Library) -> None:
    message = Chat(library).starts()
    assert message.kind is Kind.GREETING
    assert "Aš esu programa, o ne žmogus." in message.sentences
    assert message.sentences[-1] == "Kam reikia pagalbos?"
    assert len(message.sentences) <= 7


def test_two_taps_on_send_are_one_request(library: Library) -> None:
    chat = ready_to_send(library)
    tap = ChoicePressed(chat.choice("Siųsti"))
    first = chat.does(tap)
    turn = chat.conversation.turn
    second = chat.does(tap)
    assert len(chat.sent) == 1
    assert second.referral == first.referral
    assert chat.conversation.turn == turn


def test_a_tap_on_an_older_button_changes_nothing_and_shows_the_present_question(library: Library) -> None:
    chat = started(library)
    old = chat.choice("Siųsti prašymą")
    chat.presses("Ar man tinka?")
    chat.presses("Socialinės dirbtuvės")
    place = chat.conversation.place
    message = chat.does(ChoicePressed(old))
    assert message.sentences[0] == "Šis mygtukas yra senas."
    assert chat.conversation.place == place


def test_after_an_old_button_the_buttons_of_the_present_question_are_still_good(library: Library) -> None:
    chat = started(library)
    old = chat.choice("Siųsti prašymą")
    chat.presses("Ar man tinka?")
    present = chat.choice("Socialinės dirbtuvės")
    chat.does(ChoicePressed(old))
    message = chat.does(ChoicePressed(present))
    assert "Šis mygtukas yra senas." not in message.sentences
    assert chat.conversation.service == "social-workshops"


def test_the_human_button_works_on_an_old_message_too(library: Library) -> None:
    chat = started(library)
    old = chat.choice("Noriu žmogaus")
    chat.presses("Ar man tinka?")
    chat.does(ChoicePressed(old))
    assert chat.conversation.place.step == "human"


def test_a_second_request_is_a_new_one(library: Library) -> None:
    chat = ready_to_send(library)
    chat.presses("Siųsti")
    chat.presses("Meniu")
    chat.presses("Siųsti prašymą")
    chat.presses("Socialinės dirbtuvės")
    chat.presses("Ne, tai viskas")
    chat.presses("Siųsti")
    assert [sent.request.need for sent in chat.sent] == ["case-management", "social-workshops"]
    assert chat.sent[0].number != chat.sent[1].number


def test_what_is_known_is_not_asked_again(library: Library) -> None:
    chat = started(library)
    chat.says("Kokia yra mano savivaldybė?")
    asked: list[str] = []
    chat.presses("Meniu")
    chat.presses("Ar man tinka?")
    chat.presses("Atvejo vadyba")
    chat.presses("Suaugusiam žmogui")
    while chat.conversation.place.step == "fact":
        asked.append(chat.message.sentences[-1])
        if asked[-1] == "Kur Jūs gyvenate?":
            chat.says("Kretinga")
        else:
            chat.presses("Nežinau")
    chat.presses("Siųsti prašymą")
    asked.append(chat.message.sentences[-1])
    assert len(asked) == len(set(asked))
    assert chat.message.sentences[-1] == "Koks Jūsų vardas ir pavardė?"


def test_progress_never_grows(library: Library) -> None:
    chat = started(library)
    chat.presses("Ar man tinka?")
    chat.presses("Atvejo vadyba")
    chat.presses("Suaugusiam žmogui")
    totals, steps = [], []
    while chat.message.progress:
        totals.append(chat.message.progress.of)
        steps.append(chat.message.progress.step)
        chat.presses("Nežinau")
    assert steps == list(range(1, len(steps) + 1))
    assert totals == sorted(totals, reverse=True)
    assert all(step <= total for step, total in zip(steps, totals, strict=True))


def test_the_check_stops_as_soon_as_it_is_decided(library: Library) -> None:
    chat = started(library)
    chat.presses("Ar man tinka?")
    chat.presses("Socialinės dirbtuvės")
    while chat.conversation.place.about != "social-workshops|age":
        chat.presses("Nežinau")
    message = chat.says("man 15 metų")
    assert message.kind is Kind.RESULT
    assert "Ši pagalba Jums gali netikti." in message.sentences
    assert "Siųsti prašymą" in chat.labels


def test_a_side_question_in_a_form_is_answered_and_the_question_repeated(library: Library) -> None:
    chat = started(library)
    chat.presses("Siųsti prašymą")
    chat.presses("Socialinės dirbtuvės")
    message = chat.says("o kas yra socialinės dirbtuvės?")
    assert "Dabar grįžkime prie klausimo." in message.sentences
    assert message.sentences[-1] == "Kur Jūs gyvenate?"


def test_a_personal_code_is_taken_out_and_the_person_told(library: Library) -> None:
    chat = started(library)
    chat.presses("Siųsti prašymą")
    chat.presses("Noriu pasikalbėti")
    chat.says("Kretinga")
    chat.says("Ona")
    chat.presses("Parašyti čia")
    message = chat.says("mano kodas 38703181745, ačiū")
    assert "Čia nerašykite asmens kodo." in message.sentences
    assert "38703181745" not in chat.heard
    assert "38703181745" not in str(chat.conversation)


def test_a_changed_flow_keeps_the_answers_and_goes_on_from_the_menu(library: Library) -> None:
    chat = ready_to_send(library)
    older = replace(chat.conversation, flow=0)
    again = Chat(library, older)
    message = again.does(ChoicePressed(f"{older.turn}-send"))
    assert message.sentences[0] == "Aš šiek tiek pasikeičiau."
    assert message.kind is Kind.MENU
    assert again.conversation.draft == older.draft
    assert not again.sent


def test_restarting_asks_first_and_then_forgets(library: Library) -> None:
    chat = ready_to_send(library)
    chat.says("iš naujo")
    chat.presses("Ne, tęsti")
    assert chat.conversation.draft.name == "Ona"
    chat.says("iš naujo")
    chat.presses("Taip, iš naujo")
    fresh = Conversation("c", chat.conversation.channel)
    assert chat.conversation.draft == fresh.draft
    assert chat.conversation.facts == fresh.facts
    assert chat.message.sentences[-1] == "Kam reikia pagalbos?"


def test_what_is_written_already_is_lost_only_where_the_person_says_so(library: Library) -> None:
    chat = ready_to_send(library)
    chat.presses("Keisti")
    chat.presses("Kita")
    chat.presses("Ką parašiau")
    chat.says("Man reikia rampos.")
    for answer in ("Palikti seną tekstą", "Nežinau"):
        chat.presses("Keisti")
        chat.presses("Kita")
        chat.presses("Ką parašiau")
        assert "Dar parašėte: Man reikia rampos." in chat.presses(answer).sentences
    chat.presses("Keisti")
    chat.presses("Kita")
    chat.presses("Ką parašiau")
    chat.presses("Ištrinti tekstą")
    assert chat.conversation.draft.note == ""


def test_opening_again_goes_on_where_it_was(library: Library) -> None:
    chat = started(library)
    chat.presses("Siųsti prašymą")
    message = chat.does(Started())
    assert message.sentences[0] == "Sveiki sugrįžę!"
    assert message.sentences[-1] == "Kokios pagalbos Jums reikia?"


def test_a_reply_of_staff_arrives_word_for_word_above_the_present_question(library: Library) -> None:
    chat = started(library)
    chat.does(ReplyArrived("47128035", "Laba diena.\n\nAteikite rytoj."))
    reply, question = chat.messages
    assert reply.kind is Kind.REPLY
    assert reply.sentences[-2:] == ("Laba diena.", "Ateikite rytoj.")
    assert question.sentences == ("Ką norite daryti?",)


def test_a_reply_reaches_a_conversation_of_an_older_flow_too(library: Library) -> None:
    older = replace(ready_to_send(library).conversation, flow=0)
    chat = Chat(library, older)
    chat.does(ReplyArrived("47128035", "Laba diena."))
    assert chat.messages[0].kind is Kind.REPLY
    assert chat.message.kind is Kind.MENU


def test_a_municipality_switched_off_while_filling_in_is_told_honestly(library: Library) -> None:
    chat = ready_to_send(library)
    chat.library = replace(library, routes={})
    message = chat.presses("Siųsti")
    assert chat.conversation.place.step == "not-on"
    assert not chat.sent
    assert message.kind is Kind.NOTICE


def test_a_talk_that_began_with_a_topic_asks_for_whom_before_the_first_form(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.says("kas yra socialinės dirbtuvės?")
    message = chat.presses("Ar man tinka?")
    assert message.sentences[-1] == "Kam reikia pagalbos?"
    message = chat.presses("Kitam žmogui")
    assert "žmog" in message.text


def test_two_misfits_in_a_form_do_not_lead_out_of_it(library: Library) -> None:
    chat = started(library)
    chat.presses("Siųsti prašymą")
    chat.presses("Noriu pasikalbėti")
    chat.says("Kretinga")
    chat.says("Ona")
    chat.presses("Paskambinti man")
    chat.says("bla bla")
    chat.says("blu blu")
    assert chat.conversation.place.about == "phone"
    chat.says("861234567")
    assert chat.conversation.draft.phone == "+37061234567"


def test_nothing_stands_above_112(library: Library) -> None:
    chat = started(library)
    message = chat.says("nebenoriu gyventi, mano kodas 38703181745")
    assert message.sentences[0] == "Skambinkite 112 dabar."
    assert "38703181745" not in chat.heard
    message = chat.does(OtherReceived(OtherInput.VOICE))
    assert message.sentences[0] == "Skambinkite 112 dabar."
