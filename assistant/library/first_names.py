"""Loads the first names that are never kept, and makes the scrubber that leaves them and places out."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import RootModel

from assistant.library.content_files import read_yaml
from assistant.library.schema import Text
from assistant.referrals.routing import Municipality
from assistant.understanding.scrub import Scrubber
from assistant.understanding.topics import TopicFinder

LEAST_EXAMPLES = 3
"""A word that stands in fewer examples is not usual; it may be anybody's."""


class FirstNamesFile(RootModel[list[Text]]):
    """content/first_names.yaml."""


def load_first_names(path: Path) -> tuple[str, ...]:
    """The names as they are written. Raises ContentError."""
    return tuple(read_yaml(path, FirstNamesFile).root)


def scrubber_of(finder: TopicFinder, names: Iterable[str], municipalities: Iterable[Municipality]) -> Scrubber:
    """Keeps the words that examples share, but for names of people and places."""
    places = [place for one in municipalities for place in (*one.towns, *one.other_places)]
    return Scrubber(finder.usual_words(LEAST_EXAMPLES), [*names, *places])
