"""The same words are tried in thousands of states: what is read in them is read once for each thing that is asked."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cache
from unittest.mock import patch

from assistant.conversation import chosen, hearing, reading
from assistant.library.library import Library
from assistant.understanding import interpret, normalize
from assistant.understanding.asked import Asked
from assistant.understanding.interpret import Expects, Reading

OF_WORDS_ALONE = (
    *("without_personal_codes", "find_private", "guess_language", "find_danger", "read_steering", "is_dont_know"),
    *("words_of", "with_signs", "beside_sayings"),
)


@contextmanager
def remembering(library: Library) -> Iterator[None]:
    """What depends on the words and on what is asked is remembered inside; what follows from it is done each time."""
    of_the_library = (
        (library.finder, ("find", "find_danger", "nearness_of_danger")),
        (library.gazetteer, ("find",)),
        (library.scrubber, ("scrubbed",)),
        (library.term_finder, ("find", "named")),
    )
    of_modules = (
        (interpret, OF_WORDS_ALONE),
        (normalize, ("cleaned", "folded")),
        (hearing, ("own_data_wish", "tells_of_a_family")),
        (chosen, ("words_of",)),
    )
    with ExitStack() as patches:
        for owner, names in (*of_the_library, *of_modules):
            for name in names:
                patches.enter_context(patch.object(owner, name, cache(getattr(owner, name))))
        patches.enter_context(patch.object(reading, "read", _reading_once(interpret.read)))
        yield


def _reading_once(read: Callable[..., Reading]) -> Callable[..., Reading]:
    """Reads the same words once where the same is asked with the same buttons; the rest stays as it is in a crawl."""
    known: dict[tuple[str, Expects, tuple[tuple[str, str], ...], str, Asked | None], Reading] = {}

    def remembered(
        text: str, *, expects: Expects, choices: Mapping[str, str], service: str, asked: Asked | None, **rest: object
    ) -> Reading:
        key = (text, expects, tuple(choices.items()), service, asked)
        if key not in known:
            known[key] = read(text, expects=expects, choices=choices, service=service, asked=asked, **rest)
        return known[key]

    return remembered
