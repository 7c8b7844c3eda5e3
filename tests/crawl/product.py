"""The product's own dialogue, as the web chat and Telegram share it: the bare engine with effects in memory."""

from collections.abc import Hashable, Iterator
from zlib import crc32

from assistant.conversation.events import Started
from assistant.conversation.say import asking_at
from assistant.conversation.state import Channel, Conversation, Place
from assistant.conversation.steps.check import verdict_of
from assistant.conversation.steps.learn import found
from assistant.conversation.steps.progress import QUESTIONS, asked_until
from assistant.conversation.steps.request import is_letter
from assistant.conversation.steps.step import Asking, Scene
from assistant.conversation.turn import Moment
from assistant.library.library import Library
from assistant.understanding.interpret import Expects
from tests.conversation.chat import TODAY, Chat
from tests.crawl.dialogue import Input, Packed, Seen
from tests.crawl.inputs import old_taps, others, taps, typed, words
from tests.crawl.novelty import Standing, apart
from tests.crawl.towns import sent_before, towns

TYPED = frozenset(Expects) - {Expects.NOTHING, Expects.CHOICE, Expects.YES_NO}
"""What is waited for in words of one's own."""

BEGINNINGS = frozenset({"greeting", "menu", "receipt", "erased", "follow"})
"""With these a talk begins anew: what was before is sent, forgotten, secret, or was no question."""

PASSING = frozenset(
    {
        *("for-whom", "danger-doubt", "which-topic", "lost", "own-data", "own-copy", "erase", "document"),
        *("status", "status-more", "withdraw", "no-request", "letters-address", "letters-confirm", "follow"),
        *("receipt-number", "receipt-words", "receipt-second", "asked-write", "asked-confirm", "replay"),
        "sure",
    }
)
"""Asked or told in passing: once answered, there is nothing in them to go back to."""

LISTS = frozenset({"own-data", "erase", "erased", "letter-text"})
"""Of each request the same is told; all that is kept of somebody is told, however much it is."""

FORM = frozenset({"request", "summary", "replay", "change", "change-more", "change-sent", "change-sent-more"})
OF_TOWN = frozenset({"human", "contacts", "not-on", "summary", "replay", "letter", "letter-text", "receipt"})
OF_REFERRAL = frozenset(
    {
        *("status", "status-more", "withdraw", "letters-address", "letters-confirm", "receipt", "document", "follow"),
        *("own-data", "own-copy", "erase", "erased", "no-request"),
    }
)


LEVELS = frozenset({"topic", "understood"})
"""Where it makes a difference whether the person chose the simpler texts."""

ALIKE = frozenset({"topic", "sources", "understood"})
"""There are hundreds of these, in which words mean the same: of each kind one is tried, another one in each."""

IN_TELEGRAM = frozenset({"private data", "very long text", "word: klausyti", "word: žmogus", "word: atgal"})
"""What is heard otherwise in a chat that another company keeps; the rest is heard as on the web."""


MAY_BE_MISSED = frozenset(
    {
        *("rubbish", "nothing written", "very long text", "question or wish", "a shared number"),
        *("right answer typed", "answer with a slip", "doubtful answer"),
    }
)
"""After words that were not understood: what may be not understood once more. Whatever is understood ends that."""

REACHED_SO = frozenset({"lost", "which-topic"})
"""Nobody comes here but by words that were not understood, so that all is tried here all the same."""


class Talk:
    """A chat in a town; in towns that are set otherwise only taps and right answers are tried."""

    def __init__(self, chat: Chat, town: str = "") -> None:
        self.chat = chat
        self.town = town
        self.scene = Scene(chat.conversation, chat.library, Moment(TODAY))
        self.asking: Asking = asking_at(self.scene)


class Product:
    """The dialogue from all its beginnings."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._towns = {"": library, **dict(towns(library))}
        self._words = words(library)
        self._others = others()
        self._by_kind: dict[str, list[Input]] = {}
        for one in (*self._words, *self._others):
            self._by_kind.setdefault(one.kind, []).append(one)

    def begins(self) -> Iterator[tuple[str, Talk]]:
        """On the web and in Telegram, by links, with requests sent before; and in towns that are set otherwise."""
        for channel in (Channel.WEB, Channel.TELEGRAM):
            yield channel.value, _begun(self._library, channel)
        for name, chat in sent_before(self._library, Channel.WEB):
            yield f"request {name}", Talk(chat)
        for topic, service in self._library.topics:
            yield f"link to {topic} {service}".strip(), _begun(self._library, Channel.WEB, f"topic_{topic}_{service}")
        for town, library in self._towns.items():
            if not town:
                continue
            yield town, _begun(library, Channel.WEB, town=town)
            for name, chat in sent_before(library, Channel.WEB):
                yield f"{town}, request {name}", Talk(chat, town)

    def inputs(self, state: Talk) -> Iterator[Input]:
        """Taps first."""
        message = state.chat.message
        yield from taps(message)
        yield from typed(message, state.asking.expects)
        if state.town:
            return
        conversation = state.chat.conversation
        if conversation.misunderstood and conversation.place.step not in REACHED_SO:
            yield from (one for one in (*self._words, *self._others) if one.kind in MAY_BE_MISSED)
            return
        yield from old_taps(message, conversation.pressed)
        if conversation.is_kept_by_strangers:
            yield from (one for one in self._words if one.kind in IN_TELEGRAM)
            yield from self._others
        elif conversation.place.step in ALIKE:
            number = crc32(repr((conversation.place, conversation.is_helper, conversation.is_simple)).encode())
            yield from (ones[number % len(ones)] for ones in self._by_kind.values())
        else:
            yield from self._words
            yield from self._others

    def after(self, state: Talk, done: Input) -> Talk:
        """The same engine that both doors use."""
        chat = state.chat.copy()
        chat.does(done.event)
        return Talk(chat, state.town)

    def seen(self, state: Talk) -> Seen:
        """What the rules look at."""
        conversation, asking = state.chat.conversation, state.asking
        step = conversation.place.step
        return Seen(
            place=_told(conversation.place),
            detail=" ".join(conversation.candidates),
            messages=state.chat.messages,
            trail=tuple(_told(place) for place in conversation.trail),
            is_waiting=asking.expects in TYPED,
            easiest=_easiest(state),
            series=asked_until(conversation),
            answers=(conversation.facts, conversation.draft, conversation.is_helper),
            is_beginning=step in BEGINNINGS,
            # Who begins something else gives up the change of what was sent.
            is_passing=step in PASSING or (bool(conversation.draft.changes) and step in FORM),
            is_with_human=step == "human",
            is_list=step in LISTS,
            is_interruption=step in {"danger", "danger-doubt"},
            is_about_other=bool(conversation.is_helper),
        )

    def key(self, state: Talk) -> Hashable:
        """The place and what makes a difference there; what the person told only by its kind."""
        return (*_at(state), *self._parts(state))

    def standing(self, state: Talk) -> Standing:
        """The same part by part."""
        return Standing(_at(state), tuple(apart(self._parts(state))))

    @staticmethod
    def _parts(state: Talk) -> tuple[Hashable, ...]:
        conversation, step = state.chat.conversation, state.chat.conversation.place.step
        return (
            state.town,
            conversation.channel,
            bool(conversation.is_helper) if step in ALIKE else conversation.is_helper,
            conversation.is_simple and step in LEVELS,
            bool(conversation.candidates),
            bool(conversation.misunderstood) and step not in ALIKE,
            _counted(conversation),
            _draft(state) if step in FORM | {"letter", "letter-text", "not-on"} else None,
            _town(state) if step in OF_TOWN else None,
            _referral(state) if step in OF_REFERRAL else None,
            _checked(state),
        )

    def packed(self, state: Talk) -> Packed:
        """Without the library, which is the town's."""
        chat = state.chat
        return state.town, chat.conversation, chat.sent, chat.elsewhere, chat.messages, chat.heard

    def unpacked(self, packed: Packed) -> Talk:
        """In the same town."""
        town, conversation, sent, elsewhere, messages, heard = packed
        chat = Chat(self._towns[town], conversation)
        chat.sent, chat.elsewhere, chat.messages, chat.heard = sent, elsewhere, messages, heard
        return Talk(chat, town)

    def kept(self, state: Talk) -> str:
        """The stored conversation, what the log says, and what was sent."""
        return repr((state.chat.conversation, state.chat.heard, state.chat.sent))


def _begun(library: Library, channel: Channel, payload: str = "", town: str = "") -> Talk:
    chat = Chat(library, Conversation("c", channel))
    chat.does(Started(payload))
    return Talk(chat, town)


def _told(place: Place) -> str:
    return f"{place.step} {place.about}".strip()


def _easiest(state: Talk) -> tuple[str, ...]:
    """What must be of the easiest level: what is read back to the person, and answers to who chose the simpler ones."""
    step = state.chat.conversation.place.step
    if step in {"replay", "understood"}:
        # After words beside the point only the question is asked again.
        is_again = bool(state.asking.again) and state.asking.sentences[0] not in state.chat.message.sentences
        return state.asking.again if is_again else state.asking.sentences
    answer = found(state.scene) if step == "topic" else None
    if answer is None or not answer.simple or not state.chat.conversation.is_simple:
        return ()
    # After words beside the point only the ways on are told again.
    is_aside = state.chat.message.sentences[-1] in state.scene.words("again")
    return () if is_aside else state.asking.sentences


def _at(state: Talk) -> tuple[str, str]:
    return state.chat.conversation.place.step, _about(state)


def _about(state: Talk) -> str:
    place = state.chat.conversation.place
    if place.step in {"topic", "sources", "understood", "request", "fact", "services", "which-case-management"}:
        return place.about
    if place.step in {"verdict", "reasons", "reason-sources", "danger", "danger-doubt", "for-whom"}:
        return place.about
    if place.step == "sure":
        # The question that was answered so.
        return state.chat.conversation.trail[-1].about
    return str(place.about.count(",")) if place.step == "which-topic" else ""


def _counted(conversation: Conversation) -> Hashable:
    """Whether the question is counted, and whether it was come back to; what is counted, other parts tell."""
    is_back = len(asked_until(conversation)) < len(conversation.asked)
    return (bool(conversation.ceiling), is_back) if conversation.place.step in QUESTIONS else None


def _draft(state: Talk) -> Hashable:
    """Which lines are filled in, and how."""
    draft, step = state.chat.conversation.draft, state.chat.conversation.place.step
    lines = (draft.need, draft.municipality, draft.name, draft.phone, draft.call_time, draft.note)
    filled = tuple(line if line is None else bool(line) for line in lines)
    outcome = draft.preliminary.outcome if draft.preliminary else ""
    need = draft.need in {None, "talk"} or draft.need == "family-case-management"
    if step == "request":
        # What is filled in is told when all is; before that it counts what is still to be asked.
        outcome, need = "", False
    if step == "not-on":
        filled, outcome, need = (), "", False
    return filled, outcome, need, is_letter(state.scene), bool(draft.changes), draft.helping


def _town(state: Talk) -> Hashable:
    """What is known of the municipality."""
    conversation, library = state.chat.conversation, state.chat.library
    known = library.municipalities.get(conversation.facts.municipality or conversation.draft.municipality or "")
    if known is None:
        return None
    reach = (bool(known.contact.phones), bool(known.general.phones), bool(known.seat_elsewhere))
    return known.id in library.routes, known.gives_case_management, reach


def _referral(state: Talk) -> Hashable:
    known = state.chat.conversation.known
    sent = tuple(one.status for one in state.chat.sent)
    if known is None:
        return sent
    has = (known.is_own, bool(known.promised), known.has_answer, bool(known.letters_to), bool(known.institution))
    return sent, known.status, has, known.question is not None


def _checked(state: Talk) -> Hashable:
    """What the check has found so far: criterion by criterion, not the answers themselves."""
    place = state.chat.conversation.place
    service = place.about.partition("|")[0]
    if place.step not in {"fact", "verdict", "reasons", "reason-sources"} or service not in state.chat.library.rules:
        return None
    verdict = verdict_of(state.scene, service)
    found_out = tuple((reason.criterion, reason.truth) for reason in verdict.reasons)
    return verdict.outcome, found_out, len(state.chat.conversation.declined)
