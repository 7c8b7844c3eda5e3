"""Every service that a file names is one of those in services.yaml."""

from collections.abc import Iterator

from assistant.library.checks.problem import Problem
from assistant.library.checks.reading import Content


def check_services(content: Content) -> Iterator[Problem]:
    """Services that nobody has named: in answers, rules and reviews. Phrases tell it when they are loaded."""
    known = {service for read in content.services for service in read.content.root}
    for file, line, service in _named(content):
        if service not in known:
            mend = "Mend its spelling, or add it to services.yaml."
            yield Problem(file, line, f'There is no service "{service}".', mend)


def _named(content: Content) -> Iterator[tuple[str, int, str]]:
    for topics in content.topics:
        if topics.content.service:
            yield topics.file, topics.line("service"), topics.content.service
    for rules in content.rules:
        yield rules.file, rules.line("service"), rules.content.service
    for reviews in content.reviews:
        for position, review in enumerate(reviews.content.root):
            if review.service:
                yield reviews.file, reviews.line(position, "service"), review.service
