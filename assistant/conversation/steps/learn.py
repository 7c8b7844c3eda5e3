"""Learning: which service, which of the two called case management, an answer, and where it comes from."""

from dataclasses import replace

from assistant.conversation.messages import Kind
from assistant.conversation.state import Place
from assistant.conversation.steps.check import begin_check
from assistant.conversation.steps.sources import source_lines
from assistant.conversation.steps.step import Asking, Move, Said, Scene, back, go, stay
from assistant.conversation.turn import Told
from assistant.library.library import Answer, TopicAnswer, linked
from assistant.referrals.request import Service

MOST_RELATED = 2
MOST_GENERAL_RELATED = 3


class Services:
    """Which service to learn about, or to check. `about` is the topic asked, where the person asked one already."""

    def __init__(self, *, question: str) -> None:
        self._question = question

    def ask(self, scene: Scene) -> Asking:
        question = scene.library.questions[self._question]
        return Asking(
            Kind.QUESTION,
            question.words.said(to_helper=scene.is_helper),
            question.words.picture,
            scene.choices(self._question),
            why=question.why.sentences,
        )

    def answer(self, scene: Scene, said: Said) -> Move | None:
        question = scene.library.questions[self._question]
        if said.is_dont_know:
            return Move(scene.conversation, question.dont_know.said(to_helper=scene.is_helper))
        purpose = scene.about or self._question
        if said.choice == Service.CASE_MANAGEMENT:
            return go(scene, "which-case-management", purpose)
        if said.choice:
            return chosen(scene, said.choice, purpose)
        return None


class WhichCaseManagement:
    """Two services have one name; they are told apart by whether a child is involved."""

    def ask(self, scene: Scene) -> Asking:
        question = scene.library.questions["which-case-management"]
        return Asking(
            Kind.QUESTION,
            question.words.said(to_helper=scene.is_helper),
            question.words.picture,
            scene.choices("which-case-management"),
            why=question.why.sentences,
        )

    def answer(self, scene: Scene, said: Said) -> Move | None:
        before: tuple[str, ...] = ()
        service = said.choice
        if said.is_dont_know:
            # Nothing said of children means the service for adults; the other one stays a tap away.
            service = Service.CASE_MANAGEMENT
            before = scene.library.questions["which-case-management"].dont_know.sentences
        if not service:
            return None
        move = chosen(scene, service, scene.about)
        return replace(move, before=before + move.before)


def chosen(scene: Scene, service: str, purpose: str) -> Move:
    """Go on with a service: to its check, or to an answer about it (what it is, where nothing else was asked)."""
    if purpose == "check":
        return begin_check(scene, service)
    is_written = (purpose, service) in scene.library.topics
    return tell(scene, purpose if is_written else "what-is", service)


def tell(scene: Scene, topic: str, service: str) -> Move:
    """Go to an answer; the talk is about its service from then on."""
    conversation = replace(scene.conversation, service=service or scene.conversation.service)
    return Move(conversation.at(Place("topic", f"{topic}|{service}")), told=counted(scene, topic, service))


def counted(scene: Scene, topic: str, service: str) -> Told:
    """The topic as it is counted: of the person only the municipality, where they named it."""
    known = scene.conversation
    return Told(topic, service, known.draft.municipality or known.facts.municipality or "")


def found(scene: Scene) -> TopicAnswer | None:
    """The answer that the present place is about."""
    topic, _, service = scene.about.partition("|")
    return scene.library.topic(topic, service)


def gone(scene: Scene) -> Asking:
    """What was there when the person asked for it, before content changed."""
    return Asking(
        Kind.NOTICE, scene.words("topic.gone"), scene.picture("topic.gone"), scene.choices("no-request", "to-menu")
    )


class Topic:
    """An answer, with the ways on from it."""

    def ask(self, scene: Scene) -> Asking:
        answer = found(scene)
        if answer is None:
            return gone(scene)
        ways_on = self._ways_on(scene, answer)
        tools = _tools(scene, answer)
        return Asking(Kind.ANSWER, told(scene, answer), answer.picture, ways_on, tools=tools, title=answer.title)

    def answer(self, scene: Scene, said: Said) -> Move | None:
        answer = found(scene)
        if said.is_dont_know and answer is not None and answer.simple and not scene.conversation.is_simple:
            return Move(replace(scene.conversation, is_simple=True))
        if said.is_dont_know:
            return stay(scene, "topic.dont-know")
        if answer is None:
            return go(scene, "menu")
        if not said.choice:
            return None
        if said.choice == "sources":
            return go(scene, "sources", scene.about)
        if said.choice in {"simpler", "fuller"}:
            return Move(replace(scene.conversation, is_simple=said.choice == "simpler"))
        if said.choice == "understood":
            return go(scene, "understood", scene.about)
        if said.choice == "check":
            return begin_check(scene, answer.service)
        topic, service = linked(said.choice, answer.service)
        return tell(scene, topic, service if (topic, service) in scene.library.topics else "")

    def _ways_on(self, scene: Scene, answer: TopicAnswer) -> tuple[Answer, ...]:
        can_check = answer.service in scene.library.rules
        related = answer.related[: MOST_RELATED if can_check else MOST_GENERAL_RELATED]
        links = [(link, scene.library.topic(*linked(link, answer.service))) for link in related]
        ways = [Answer(link, topic.title, topic.picture) for link, topic in links if topic is not None]
        if can_check:
            ways += scene.choices("topic", "check")
        return tuple(ways)


def _tools(scene: Scene, answer: TopicAnswer) -> tuple[Answer, ...]:
    """What can be done with this very text."""
    tools = ["fuller" if scene.conversation.is_simple else "simpler"] if answer.simple else []
    if answer.sources:
        tools.append("sources")
    if answer.comprehension is not None:
        tools.append("understood")
    return scene.choices("topic", *tools)


def told(scene: Scene, answer: TopicAnswer) -> tuple[str, ...]:
    """The answer's sentences for the one who asks, at the level that they want."""
    if scene.conversation.is_simple and answer.simple:
        return answer.simple
    return answer.for_other if scene.is_helper and answer.for_other else answer.sentences


class Sources:
    """Where an answer comes from."""

    def ask(self, scene: Scene) -> Asking:
        answer = found(scene)
        lines = source_lines(scene, answer.sources if answer else ())
        return Asking(Kind.NOTICE, lines, scene.picture("sources"), scene.choices("sources"))

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice or said.is_dont_know:
            return Move(back(scene.conversation))
        return None
