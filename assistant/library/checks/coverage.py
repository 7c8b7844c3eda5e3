"""No word reaches a person unchecked: every string of the content is either checked or known to be shown to nobody.

What code says is no concern here: code and templates hold no Lithuanian of their own, which a test proves.
"""

import fnmatch
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from assistant.library.checks.problem import Problem
from assistant.library.checks.reading import Content
from assistant.library.checks.shown import Shown

WHOLE_FILE = "*"

_IDS = "an id, read by the program"
_ADDRESS = "an address or a number, written as those who use it know it"

SHOWN_TO_NOBODY: Mapping[str, Mapping[str, str]] = {
    "lt/topics/*.yaml": {
        "service": _IDS,
        "picture": _IDS,
        "related": _IDS,
        "source": _IDS,
        "answer": _IDS,
        "foreign": "not Lithuanian",
    },
    "lt/questions.yaml": {
        "id": _IDS,
        "picture": _IDS,
        "also": "what people write, read by the program",
        "sources": "kept for editors",
    },
    "lt/messages.yaml": {"picture": _IDS, "sources": "kept for editors"},
    "lt/paper.yaml": {"picture": _IDS},
    "lt/web.yaml": {"sources": "kept for editors"},
    "lt/pages.yaml": {"sources": "kept for editors"},
    "lt/statements.yaml": {WHOLE_FILE: "legal language beside an easy text that says the same; read by lawyers"},
    "lt/services.yaml": {"picture": _IDS},
    "lt/receipt_words.yaml": {"openmoji": _IDS},
    "lt/easier.yaml": {
        "names": "what staff write, for the coach",
        "find": "what staff write, for the coach",
    },
    "lt/exceptions.yaml": {WHOLE_FILE: "exceptions from the rules, for this check"},
    "lt/answers/*.yaml": {WHOLE_FILE: "what people write, from which the program learns"},
    "lt/phrases/*.yaml": {WHOLE_FILE: "what people write, from which the program learns"},
    "lt/glossary.yaml": {
        "term": "named by the text that it is explained in",
        "forms": "what stands in texts, read by the program",
        "picture": _IDS,
        "sources": "kept for editors",
    },
    "lexicon/words.yaml": {WHOLE_FILE: "words that are written rightly, for this check"},
    "lt/regression/*.yaml": {WHOLE_FILE: "what people write, for a test"},
    "sources/*.yaml": {
        "publisher": "kept for editors",
        "address": "kept for editors",
        "dated": "kept for editors",
        "read": "kept for editors",
        "document": "kept for editors",
        "facts": "kept for editors",
    },
    "first_names.yaml": {WHOLE_FILE: "what people write, read by the program"},
    "rules/*.yaml": {
        "service": _IDS,
        "id": _IDS,
        "condition": _IDS,
        "examples": "tests of the rule",
    },
    "rules/ages/*.yaml": {WHOLE_FILE: "numbers, and sources kept for editors"},
    "pictures/pictures.yaml": {"file": _IDS, "openmoji": _IDS},
    "municipalities.yaml": {
        "id": _IDS,
        "iso": _IDS,
        "towns": "what people write, read by the program",
        "other_places": "what people write, read by the program",
        "website": _ADDRESS,
        "address": _ADDRESS,
        "phones": _ADDRESS,
        "email": _ADDRESS,
        "hours": "kept for editors",
        "source": "kept for editors",
        "dated": "kept for editors",
        "workshops": "kept for editors",
    },
    "routes.yaml": {WHOLE_FILE: _ADDRESS},
    "reviews.yaml": {WHOLE_FILE: "kept for editors"},
}
"""By file and key: what stands under the key is shown to no person and to no member of staff, and why."""


@dataclass(frozen=True)
class Found:
    """A string of a content file; `keys` are the names that it stands under."""

    file: str
    line: int
    keys: tuple[str, ...]
    text: str


def check_coverage(content: Content, texts: Iterable[Shown]) -> Iterator[Problem]:
    """Strings that no check sees, and files that nobody knows."""
    for found in unchecked(shown_strings(content), texts):
        what = f"Nobody checks „{found.text}“ ({'.'.join(found.keys)})."
        yield Problem(found.file, found.line, what, "Name the key in assistant/library/checks.")
    told = {problem.file for problem in content.problems}
    read = {one.file for one in content.all_read()}
    for path in sorted(content.root.rglob("*.yaml")):
        if str(path) not in read | told and WHOLE_FILE not in _unseen(content.root, path):
            yield Problem(str(path), 1, "Nobody reads this file.", "Take it out, or mend its name.")


def unchecked(strings: Iterable[Found], texts: Iterable[Shown]) -> tuple[Found, ...]:
    """Those of the strings that are in none of the texts."""
    checked = {
        (shown.file, line, sentence)
        for shown in texts
        for line, sentence in zip(shown.lines, shown.sentences, strict=True)
    }
    return tuple(found for found in strings if (found.file, found.line, found.text) not in checked)


def shown_strings(content: Content) -> Iterator[Found]:
    """Every string that a person or a member of staff may read, by walking the files and not what was made of them."""
    for read in content.all_read():
        unseen = _unseen(content.root, read.path)
        if WHOLE_FILE in unseen:
            continue
        for line, keys, text in _strings(read.lines.root, read.lines.root.start_mark.line):
            if unseen.keys().isdisjoint(keys):
                yield Found(read.file, line + 1, keys, text)


def _unseen(root: Path, path: Path) -> Mapping[str, str]:
    name = path.relative_to(root).as_posix()
    # A star stands for one name and not for folders in between.
    return next(
        (
            keys
            for pattern, keys in SHOWN_TO_NOBODY.items()
            if fnmatch.fnmatchcase(name, pattern) and name.count("/") == pattern.count("/")
        ),
        {},
    )


def _strings(node: yaml.Node, line: int, keys: tuple[str, ...] = ()) -> Iterator[tuple[int, tuple[str, ...], str]]:
    """Each string with its line; that of its key where it has one, because there an editor looks."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _strings(value, key.start_mark.line, (*keys, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _strings(child, child.start_mark.line, keys)
    elif node.tag == "tag:yaml.org,2002:str" and node.value.strip():
        yield line, keys, node.value.strip()
