"""Opening a referral by its receipt: the number, the three words, and the second thing that only the person knows."""

from dataclasses import replace

from assistant.conversation.messages import Kind
from assistant.conversation.steps.follow_up import shown_status
from assistant.conversation.steps.step import Asking, Move, Said, Scene, go
from assistant.conversation.turn import FollowReferral, OpenReceipt
from assistant.referrals.referral import Referral, spoken_number
from assistant.understanding.interpret import Expects
from assistant.understanding.receipts import read_number, second_thing_in


class _Asked:
    """What the three questions have in common; none of their answers is repeated anywhere."""

    question = ""
    expects = Expects.RECEIPT
    is_secret = False

    def ask(self, scene: Scene) -> Asking:
        question = scene.library.questions[self.question]
        return Asking(
            Kind.QUESTION,
            question.words.sentences,
            question.words.picture,
            (),
            expects=self.expects,
            why=question.why.sentences,
            is_form=True,
            is_secret=self.is_secret,
        )

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.is_dont_know:
            return Move(scene.conversation, scene.library.questions[self.question].dont_know.sentences)
        return self.taken(scene, said.value) if isinstance(said.value, str) else None

    def taken(self, scene: Scene, text: str) -> Move | None:
        """What follows from what was typed."""
        raise NotImplementedError


class ReceiptNumber(_Asked):
    """Asks the number."""

    question = "receipt-number"

    def taken(self, scene: Scene, text: str) -> Move | None:
        number = read_number(text)
        if not number:
            return Move(scene.conversation, scene.words("misfit.receipt-number"))
        return go(scene, "receipt-words", number)


class ReceiptWords(_Asked):
    """Asks the three words. `about` is the number.

    That three words cannot belong together anybody could work out, so it is told; whether they belong to this number
    is not.
    """

    question = "receipt-words"
    is_secret = True

    def ask(self, scene: Scene) -> Asking:
        asking = super().ask(scene)
        return replace(
            asking, sentences=scene.words("receipt-number.is", number=spoken_number(scene.about)) + asking.sentences
        )

    def taken(self, scene: Scene, text: str) -> Move | None:
        places = scene.library.receipt_reader.read(text)
        if places is None:
            return Move(scene.conversation, scene.words("misfit.receipt-words"))
        return go(scene, "receipt-second", f"{scene.about}|{','.join(map(str, places))}")


class ReceiptSecond(_Asked):
    """Asks the second thing; the question is the same whatever the request holds. `about` is number|places."""

    question = "receipt-second"
    expects = Expects.SECRET
    is_secret = True

    def taken(self, scene: Scene, text: str) -> Move | None:
        number, _, places = scene.about.partition("|")
        words = tuple(int(place) for place in places.split(","))
        return Move(scene.conversation, effects=(OpenReceipt(number, words, second_thing_in(text)),))


def opened(scene: Scene, referral: Referral) -> Move:
    """How it stands, and whether answers shall come here too."""
    status = shown_status(scene, (referral,))
    told = scene.words("receipt-opened") + scene.words(f"status.{referral.status.value}") + status.before
    if referral.is_over:
        return Move(status.conversation, scene.words("receipt-opened") + status.before)
    return go(scene.having(status.conversation), "follow", referral.number, before=told)


def refused(scene: Scene, *, must_wait: bool) -> Move:
    """Say the same whatever was wrong; after too many tries offer a human."""
    # What was typed is not worth going back to.
    start = replace(scene.conversation, trail=())
    if must_wait:
        return go(scene.having(start), "human", before=scene.words("receipt-locked"))
    return go(scene.having(start), "receipt-number", before=scene.words("receipt-refused"))


class Follow:
    """Asks whether answers shall be brought here. `about` is the referral's number."""

    def ask(self, scene: Scene) -> Asking:
        question = scene.library.questions["follow"]
        return Asking(Kind.QUESTION, question.words.sentences, question.words.picture, scene.choices("follow"))

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "yes" or said.value is True:
            return Move(scene.conversation, effects=(FollowReferral(scene.about, is_told=True),))
        if said.choice == "no" or said.value is False or said.is_dont_know:
            return Move(scene.conversation, effects=(FollowReferral(scene.about, is_told=False),))
        return None
