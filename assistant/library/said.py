"""Which sentences are content and nothing else: those that everybody may hear, since nobody's own words are in them."""

from collections.abc import Iterator

from assistant.library.library import Answer, Library, Words


def said_sentences(library: Library) -> Iterator[str]:
    """Sentences and labels of content, those with fields left out; one may come more than once."""
    for sentence in _all(library):
        if sentence and "{" not in sentence and "[" not in sentence:
            yield sentence


def _all(library: Library) -> Iterator[str]:
    for topic in library.topics.values():
        yield topic.title
        yield from (*topic.sentences, *topic.simple, *topic.for_other)
        if topic.comprehension is not None:
            yield topic.comprehension.question
            yield from _labels(topic.comprehension.choices)
    for words in library.messages.values():
        yield from _words(words)
    for question in library.questions.values():
        for words in (question.words, question.why, question.dont_know):
            yield from _words(words)
        yield from _labels(question.choices)
    for rule in library.rules.values():
        for criterion in rule.criteria:
            yield from (*criterion.texts.values(), *criterion.texts_for_other.values())
    for term in library.terms.values():
        yield from (term.term, *term.sentences)
    yield from (service.label for service in library.services.values())


def _words(words: Words) -> Iterator[str]:
    yield from (*words.sentences, *words.for_other)


def _labels(choices: tuple[Answer, ...]) -> Iterator[str]:
    for choice in choices:
        yield from (choice.label, choice.label_for_other)
