"""The same words are tried in thousands of states: what is read in them alone is read once."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from unittest.mock import patch

from assistant.conversation import hearing
from assistant.library.library import Library
from assistant.understanding import interpret, normalize

OF_WORDS_ALONE = (
    *("without_personal_codes", "find_private", "guess_language", "find_danger", "read_steering", "is_dont_know"),
    *("words_of", "with_signs", "beside_sayings"),
)


@contextmanager
def remembering(library: Library) -> Iterator[None]:
    """What depends on the words alone is remembered inside; how it is put together is done each time."""
    finder = library.finder
    patches = [patch.object(interpret, name, cache(getattr(interpret, name))) for name in OF_WORDS_ALONE]
    patches += [patch.object(normalize, name, cache(getattr(normalize, name))) for name in ("cleaned", "folded")]
    patches += [patch.object(hearing, name, cache(getattr(hearing, name))) for name in ("own_data_wish", "words_of")]
    patches += [
        patch.object(finder, name, cache(getattr(finder, name)))
        for name in ("find", "find_danger", "nearness_of_danger")
    ]
    for one in patches:
        one.start()
    try:
        yield
    finally:
        for one in patches:
            one.stop()
