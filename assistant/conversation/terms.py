"""Hard words in messages: which are offered with their explanation, and what is said to somebody who asks."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.conversation.messages import Kind, Mark, Meaning, Message
from assistant.conversation.state import Channel
from assistant.conversation.steps.step import Move, Scene, aside
from assistant.library.library import Answer, Library, Term
from assistant.understanding.interpret import Reading
from assistant.understanding.terms import asks_what_it_is, asks_what_it_means

MEANING = "word-meaning"
"""The choice by which hard words are explained where a door cannot show them inside their sentences."""

UNMARKED = frozenset({Kind.DANGER, Kind.SUMMARY})
"""Nothing may draw the eye from 112, and a summary holds what the person told us."""

MOST_EXPLAINED = 3
"""With two sentences each and the question, more would be too long to read at once."""

_NAMES = re.compile(r"(?:Šis|Ši|Šie|Šios|Toks|Tokia|Tokie|Tokios|Tai)\b.* yra „?")


def with_terms(message: Message, library: Library) -> Message:
    """The message with its hard words."""
    return replace(message, terms=terms_in(message.sentences, library, message.kind, message.marks))


def terms_in(
    said: Sequence[str], library: Library, kind: Kind, marks: Sequence[Mark] = (), title: str = ""
) -> tuple[Meaning, ...]:
    """The hard words of a message, but for those that it explains itself; `title` is what it is about."""
    if kind in UNMARKED:
        return ()
    words_of_receipt = {mark.word for mark in marks}
    sentences = tuple("" if sentence in words_of_receipt else sentence for sentence in said)
    about = {found.term for found in library.term_finder.find((title,))} if title else frozenset()
    meanings = []
    for found in library.term_finder.find(sentences):
        term = library.terms[found.term]
        word = sentences[found.sentence][found.start : found.end]
        meaning = Meaning(term.id, word, found.sentence, found.start, found.end, term.sentences, term.picture)
        if not (term.is_common or term.id in about or _is_explained(meaning, term, sentences)):
            meanings.append(meaning)
    return tuple(meanings)


def _is_explained(meaning: Meaning, term: Term, sentences: Sequence[str]) -> bool:
    """Whether the message says what the word means: "Stipendija yra …", or "Šie pinigai yra stipendija."."""
    if term.sentences[0] in sentences:
        return True
    sentence = sentences[meaning.sentence]
    before, after = sentence[: meaning.start], sentence[meaning.end :]
    is_first_form = meaning.word.casefold() == term.term.casefold()
    is_defined = not before and is_first_form and after.startswith(" yra ")
    return is_defined or (bool(_NAMES.fullmatch(before)) and after in {".", "“."})


def meaning_tools(scene: Scene, kind: Kind, terms: Sequence[Meaning]) -> tuple[Answer, ...]:
    """The way to the explanations under an answer, where the door has no better one."""
    is_offered = kind is Kind.ANSWER and bool(terms) and scene.conversation.channel is not Channel.WEB
    return scene.choices(MEANING) if is_offered else ()


def offered_after(scene: Scene, move: Move, message: Message) -> tuple[str, ...]:
    """The hard words that may be asked about now; words beside the point leave those of the answer before them."""
    still = scene.conversation.terms if move.is_aside and move.conversation.place == scene.conversation.place else ()
    return tuple(dict.fromkeys([*(meaning.term for meaning in message.terms), *still]))


def explained(scene: Scene, terms: Sequence[str]) -> Move:
    """What these words mean, and the present question again."""
    known = (scene.library.terms[term] for term in terms if term in scene.library.terms)
    return aside(scene, tuple(sentence for term in known for sentence in term.sentences))


def asked_terms(scene: Scene, reading: Reading) -> tuple[str, ...]:
    """The hard words that the person asks about: by "ką reiškia?", or by writing a word of the last message."""
    offered = scene.conversation.terms
    is_answer = reading.value is not None
    of = asks_what_it_means(reading.text)
    if of is not None and (not is_answer or "?" in reading.text):
        if not of:
            return () if reading.steering else offered[:MOST_EXPLAINED]
        named = scene.library.term_finder.named(of)
        return (named,) if named else ()
    if not offered or is_answer or reading.choice or reading.steering:
        return ()
    named = scene.library.term_finder.named(reading.text)
    return (named,) if named in offered else ()


def term_asked_as_topic(scene: Scene, text: str) -> tuple[str, ...]:
    """The hard word of "kas yra X?", for where no topic tells more about it."""
    of = asks_what_it_is(text)
    named = scene.library.term_finder.named(of) if of else ""
    return (named,) if named else ()
