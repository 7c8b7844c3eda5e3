"""Who needs help, said in the person's own words anywhere in the talk: they help somebody, or it is about themself."""

from dataclasses import replace
from functools import lru_cache

from assistant.conversation.state import Helping
from assistant.conversation.steps.check import begin_check
from assistant.conversation.steps.request import begin_request
from assistant.conversation.steps.step import Asking, Move, Scene, aside
from assistant.eligibility.facts import Facts
from assistant.library.library import Answer
from assistant.understanding.asked import Asked, is_of_another
from assistant.understanding.interpret import OF_ONE, Expects, Reading
from assistant.understanding.normalize import words_of
from assistant.understanding.whom import BESIDE, BUT, NOT

HELPS = words_of("padedu")

MAY_TURN = frozenset({"need", "municipality"})
"""Questions of the request to which "for me" and "for my daughter" can be no answer."""


def says_to_help(scene: Scene, text: str, asking: Asking) -> Move | None:
    """That it is noted, and the present question again; None where nothing such was said.

    In a form the words may be an answer, and "for whom" is asked there by itself.
    """
    if asking.is_form or any(choice.id in {"self", "other"} for choice in asking.choices):
        return None
    if scene.is_helper or not (_turns_to(_named(scene, text)) or _says_that_they_help(scene, text)):
        return None
    # The name is of the person who needs help, so it is asked anew.
    draft = scene.draft if scene.draft.changes else replace(scene.draft, name=None)
    helping = scene.having(replace(scene.conversation, is_helper=True, draft=draft))
    return aside(helping, helping.words("helping.noted"))


def _says_that_they_help(scene: Scene, text: str) -> bool:
    said = words_of(text)
    # "I" may stand before it.
    said = said[1:] if said[1:2] == HELPS else said
    other = next(choice for choice in scene.library.questions["for-whom"].choices if choice.id == "other")
    return said[:1] == HELPS and said in {words_of(also) for also in other.also}


def says_for_whom(scene: Scene, text: str, asking: Asking) -> Move | None:
    """In the middle of a form: it is about somebody else than was thought; None where nothing such was said.

    What was answered may be about the wrong person, so the check begins anew. A request keeps what help is wanted.
    """
    conversation = scene.conversation
    step, about = conversation.place.step, conversation.place.about
    if step not in {"fact", "request"} or conversation.is_helper is None or scene.draft.changes:
        return None
    named = _named(scene, text)
    # At a name, "for my son" alone may be a slip of somebody who gives one.
    is_sure = ("self", True) in named or step == "fact" or about in MAY_TURN
    turns_to = _turns_to(named)
    if turns_to in {None, scene.is_helper} or not is_sure or asking.expects is Expects.NOTE:
        return None
    draft = replace(scene.draft, name=None, preliminary=None, helping=Helping())
    turned = scene.having(replace(conversation, is_helper=turns_to, draft=draft, candidates=()))
    before = turned.words("helping.noted" if turns_to else "helping.own")
    if step == "request":
        move = begin_request(turned, need=draft.need)
    else:
        fresh = replace(turned.conversation, facts=Facts(), declined=frozenset())
        move = begin_check(turned.having(fresh), about.partition("|")[0])
    return replace(move, before=before + move.before)


def tells_of_another(scene: Scene, reading: Reading, asking: Asking) -> Move | None:
    """That it is asked about the person themself, who told of a relative; None where nothing such was said."""
    if asking.expects not in OF_ONE or asking.fact is None or reading.value is not None or "?" in reading.text:
        return None
    is_of_another_one = is_of_another(reading.text, Asked(asking.fact, scene.is_helper))
    return aside(scene, scene.words("fact.about-you")) if is_of_another_one else None


def _named(scene: Scene, text: str) -> tuple[tuple[str, bool], ...]:
    """Who is named, each with whether a "not" stands before; empty where other words are said, too."""
    known = _words_for(scene.library.questions["for-whom"].choices)
    left = words_of(text)
    named: list[tuple[str, bool]] = []
    is_denied = False
    while left:
        found = next((words for words in known.get(left[0], {}) if left[: len(words)] == words), ())
        if found:
            named.append((known[left[0]][found], is_denied))
            is_denied = False
        elif left[0] == NOT:
            is_denied = True
        elif left[0] in BESIDE:
            is_denied = is_denied and left[0] not in BUT
        else:
            return ()
        left = left[len(found) or 1 :]
    return tuple(named)


@lru_cache(maxsize=4)
def _words_for(choices: tuple[Answer, ...]) -> dict[str, dict[tuple[str, ...], str]]:
    """The words of each choice by the first of them, the longest first.

    They are worked out once, since every turn of a form asks for them.
    """
    known = {words_of(words): choice.id for choice in choices for words in (choice.label, *choice.also)}
    by_first: dict[str, dict[tuple[str, ...], str]] = {}
    for words in sorted(known, key=len, reverse=True):
        by_first.setdefault(words[0], {})[words] = known[words]
    return by_first


def _turns_to(named: tuple[tuple[str, bool], ...]) -> bool | None:
    """Whether it is about another person; None where it is not clear."""
    meant = {who for who, is_denied in named if not is_denied}
    if not meant:
        # "Not for me" is for another. "No, for my son" has no comma where people write fast.
        return True if named else None
    return meant == {"other"} if len(meant) == 1 else None
