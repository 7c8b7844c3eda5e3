"""The answer to a question of staff: by a button, or in the person's own words, read once more before they are sent."""

import re
from dataclasses import dataclass

from assistant.conversation.messages import Kind
from assistant.conversation.steps.step import Asking, Move, Said, Scene, aside, back, go, stay
from assistant.conversation.turn import AnswerQuestion, OpenQuestionToWrite
from assistant.library.library import Answer
from assistant.referrals.questions import OpenQuestion, Question
from assistant.understanding.interpret import Expects

WRITE = "asked-write"
CONFIRM = "asked-confirm"


_PRESS = re.compile(r"ask:(?P<number>\d{1,20}):(?P<position>\d{1,4}):(?P<option>\d|write)")


@dataclass(frozen=True)
class QuestionPress:
    """A press on a button of a question; `option` is None where the person wants to write."""

    number: str
    position: int
    option: int | None


def question_press(choice: str) -> QuestionPress | None:
    """What the button means; None where it is no button of a question.

    It carries no turn, so that it works as long as its question is open, however far the talk has gone.
    """
    found = _PRESS.fullmatch(choice)
    if found is None:
        return None
    option = None if found["option"] == "write" else int(found["option"])
    return QuestionPress(found["number"], int(found["position"]), option)


def pressed_question(scene: Scene, press: QuestionPress) -> Move:
    """Whether the question is still open only the stored referral tells."""
    if press.option is None:
        return Move(scene.conversation, effects=(OpenQuestionToWrite(press.number, press.position),))
    return Move(scene.conversation, effects=(AnswerQuestion(press.number, press.position, option=press.option),))


def lines_of(question: Question) -> tuple[str, ...]:
    """The words of staff, line by line."""
    return tuple(line.strip() for line in question.text.splitlines() if line.strip())


def question_buttons(scene: Scene, number: str, asked: OpenQuestion) -> tuple[tuple[Answer, ...], tuple[Answer, ...]]:
    """The answers, and the tool to write one's own, which is the answer where there is no other.

    What staff offer often has a picture.
    """
    start = f"ask:{number}:{asked.position}"
    pictures = {ready.label: ready.picture for ready in scene.choices("asked-ready")}
    answers = tuple(
        Answer(f"{start}:{place}", label, pictures.get(label, "")) for place, label in enumerate(asked.question.options)
    )
    if not asked.question.may_write:
        return answers, ()
    write = scene.choices("asked-tools", "write")[0]
    own = (Answer(f"{start}:write", write.label, write.picture, also=write.also),)
    return (answers, own) if answers else (own, ())


class AskedWrite:
    """Waits for the person's own words. `about` is number|position|the question."""

    def ask(self, scene: Scene) -> Asking:
        question = scene.library.questions[WRITE]
        text = scene.about.split("|", 2)[2]
        sentences = question.words.sentences
        if scene.conversation.may_show_replies:
            # The question stands last, as everywhere.
            sentences += scene.words("asked.question") + lines_of(Question(text))
        return Asking(
            Kind.QUESTION,
            sentences,
            question.words.picture,
            scene.choices(WRITE),
            expects=Expects.NOTE,
            why=question.why.sentences,
            is_form=True,
        )

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "no":
            return Move(back(scene.conversation), scene.words("asked.not-written"), is_aside=True)
        if said.is_dont_know:
            return aside(scene, scene.library.questions[WRITE].dont_know.sentences)
        if not isinstance(said.value, str):
            return None
        number, position, _ = scene.about.split("|", 2)
        return go(scene, CONFIRM, f"{number}|{position}|{said.value}")


class AskedConfirm:
    """Shows the words once more before they go to staff. `about` is number|position|the answer."""

    def ask(self, scene: Scene) -> Asking:
        question = scene.library.questions[CONFIRM]
        _, _, answer = scene.about.split("|", 2)
        # On one line, so that what the person wrote cannot be taken for words of the program.
        sentences = scene.words("asked.answer", answer=" ".join(answer.split())) + question.words.sentences
        return Asking(Kind.QUESTION, sentences, question.words.picture, scene.choices(CONFIRM), is_form=True)

    def answer(self, scene: Scene, said: Said) -> Move | None:
        number, position, answer = scene.about.split("|", 2)
        if said.choice == "yes" or said.value is True:
            return Move(scene.conversation, effects=(AnswerQuestion(number, int(position), text=answer),))
        if said.choice == "other":
            return Move(back(scene.conversation))
        if said.choice == "no" or said.value is False:
            written = back(scene.conversation)
            return Move(back(written), scene.words("asked.not-written"), is_aside=True)
        return stay(scene, "dont-know") if said.is_dont_know else None
