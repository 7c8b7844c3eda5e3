"""What the checks of content have worked out once is remembered, where tests check the content many times over.

Between two such tests a line or two of it differ. What is remembered hangs on all that it was worked out from: the text
of a file, or a text to read together with all that is known of words; so what is found stays the same.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assistant.easy_language.findings import Scope
from assistant.easy_language.report import Report
from assistant.library import content_files
from assistant.library.checks import content as checks
from assistant.library.checks.names import staff_words
from assistant.library.lexicon import FOLDER
from assistant.library.vocabulary import Vocabulary, load_vocabulary

_Key = tuple[tuple[bytes, ...], frozenset[str], frozenset[str]]

Parse = Callable[[Path], tuple[Any, content_files.Lines]]

_reports: dict[_Key, dict[tuple[str, int, Scope], Report]] = {}
_parsed: dict[str, tuple[Any, content_files.Lines]] = {}


@contextmanager
def remembered_checks() -> Iterator[None]:
    """Within it each file of one text is parsed once, and each text to read is judged once by the same vocabulary."""
    parse: Parse = content_files._parse

    def parsed(path: Path) -> tuple[Any, content_files.Lines]:
        try:
            text = path.read_text(encoding="utf-8")
        except (FileNotFoundError, UnicodeDecodeError):
            # It says what is wrong, with the name of the file; so it does where the text is no YAML.
            return parse(path)
        if text not in _parsed:
            _parsed[text] = parse(path)
        return _parsed[text]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(content_files, "_parse", parsed)
        patch.setattr(checks, "load_vocabulary", _vocabulary)
        patch.setattr(checks, "staff_words", cache(lambda: list(staff_words())))
        yield


@dataclass(frozen=True)
class _Remembering(Vocabulary):
    """A vocabulary that judges a text once, whichever folder with the same words it was loaded from."""

    reports: dict[tuple[str, int, Scope], Report]

    def check(self, text: str, level: int = 2, scope: Scope = Scope.TEXT) -> Report:
        if (text, level, scope) not in self.reports:
            self.reports[text, level, scope] = super().check(text, level, scope)
        return self.reports[text, level, scope]


def _vocabulary(root: Path) -> Vocabulary:
    loaded = load_vocabulary(root)
    files = sorted(file for file in (root / FOLDER).rglob("*") if file.is_file())
    lexicon = tuple(part for file in files for part in (bytes(file.relative_to(root)), file.read_bytes()))
    key = (lexicon, loaded.listed, loaded.explained)
    known = {field.name: getattr(loaded, field.name) for field in fields(loaded)}
    return _Remembering(**known, reports=_reports.setdefault(key, {}))
