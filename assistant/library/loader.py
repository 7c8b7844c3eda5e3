"""Loads the whole library from the content folder, or says what is wrong in it."""

from pathlib import Path

from assistant.errors import ContentError
from assistant.library.first_names import load_first_names, scrubber_of
from assistant.library.learned import load_finder
from assistant.library.library import Library
from assistant.library.municipalities import gazetteer_of, load_municipalities
from assistant.library.pictures import load_pictures
from assistant.library.ready_replies import load_ready_replies
from assistant.library.receipt_words import load_receipt_words
from assistant.library.routes import load_routes
from assistant.library.rules import load_rules
from assistant.library.sources import load_sources
from assistant.library.statements import load_statements
from assistant.library.terms import forms_of, load_terms
from assistant.library.topics import load_services, load_topics
from assistant.library.words import MESSAGE_FILES, load_messages, load_questions
from assistant.understanding.receipts import ReceiptReader
from assistant.understanding.terms import TermFinder


def load_library(content: Path, learned: Path | None = None) -> Library:
    """Everything that the engine may say or know; `learned` is the folder in which what was learned is kept.

    Raises ContentError, which names file, line, what is wrong and what to do: the product does not start with content
    that it cannot trust.
    """
    words = content / "lt"
    municipalities = load_municipalities(content / "municipalities.yaml")
    sources = load_sources(content / "sources")
    terms = load_terms(words / "glossary.yaml", sources)
    receipt_words = load_receipt_words(words / "receipt_words.yaml", content / "pictures")
    services = load_services(words / "services.yaml")
    topics = load_topics(words / "topics", sources)
    rules = load_rules(content / "rules")
    unknown = {*(service for _, service in topics if service), *rules} - services.keys()
    if unknown:
        raise ContentError(
            f"{words / 'services.yaml'}:1: these services have no name: {', '.join(sorted(unknown))}. Add them."
        )
    finder = load_finder(words, learned, services)
    first_names = load_first_names(content / "first_names.yaml")
    messages = load_messages(words / name for name in MESSAGE_FILES)
    return Library(
        messages=messages,
        questions=load_questions(words / "questions.yaml"),
        topics=topics,
        services=services,
        rules=rules,
        municipalities=municipalities,
        routes=load_routes(content / "routes.yaml", municipalities),
        gazetteer=gazetteer_of(municipalities),
        finder=finder,
        pictures=load_pictures(content / "pictures"),
        receipt_words=receipt_words,
        receipt_reader=ReceiptReader([word.word for word in receipt_words]),
        scrubber=scrubber_of(finder, first_names, municipalities.values()),
        terms=terms,
        term_finder=TermFinder(forms_of(terms)),
        ready_replies=load_ready_replies(words / "ready_replies.yaml"),
        first_names=frozenset(first_names),
        notice_version=load_statements(words / "statements.yaml", messages).version,
    )
