"""The topic finder, learned from the phrases and answers once and kept in a file for the next start.

The file is named by a fingerprint of everything that learning depends on, so it can never be out of date: other
phrases, another method or another release of the libraries have another name. It holds arrays only and cannot run
anything when it is read.
"""

import hashlib
import os
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

import numpy as np

from assistant import understanding
from assistant.easy_language.frequency import common_forms, dictionary_words
from assistant.library.answers import load_answers
from assistant.library.library import ServiceName
from assistant.library.phrases import load_phrases
from assistant.understanding.services import ServiceNames
from assistant.understanding.topics import TopicFinder

PHRASES, ANSWERS = "phrases", "answers"
"""The folders in which examples lie."""


def load_finder(words: Path, kept: Path | None, services: Mapping[str, ServiceName] | None = None) -> TopicFinder:
    """The finder for the `phrases` and `answers` in this folder of words.

    `kept` is the folder for what was learned, None to keep nothing.

    `services` tell by what other names people ask for them, and which are the main ones.

    Raises ContentError where they cannot be loaded. What cannot be kept or read again is learned anew.
    """
    called = {service.id: service.called for service in (services or {}).values() if service.called}
    names = ServiceNames(called, [service.id for service in (services or {}).values() if service.is_main])
    if kept is None:
        return _learned(words, services, names)
    file = kept / f"topics-{_fingerprint(words, called)}.npz"
    try:
        # Opened here, since NumPy forgets to close a file in which it finds a fault.
        with file.open("rb") as source, np.load(source, allow_pickle=False) as stored:
            return TopicFinder.recalled({name: stored[name] for name in stored.files}, names)
    except (OSError, EOFError, KeyError, ValueError, zipfile.BadZipFile):
        # Not there yet, or cut off by a full disk: learning costs seconds, a wrong memory would cost trust.
        finder = _learned(words, services, names)
        _keep(finder, file)
        return finder


def is_remembered(words: Path, kept: Path, services: Mapping[str, ServiceName]) -> bool:
    """Whether what is learned from these words is kept already, so that a start need not learn for a minute."""
    called = {service.id: service.called for service in services.values() if service.called}
    return (kept / f"topics-{_fingerprint(words, called)}.npz").is_file()


def _learned(words: Path, services: Mapping[str, ServiceName] | None, names: ServiceNames) -> TopicFinder:
    phrases, answers = load_phrases(words / PHRASES, services), load_answers(words / ANSWERS)
    return TopicFinder.learned(phrases, names, common_forms(), dictionary_words(), answers)


def _keep(finder: TopicFinder, file: Path) -> None:
    """Writes beside the place first, so that nobody ever reads half a file; older files of the folder go."""
    beside = file.with_name(f"{file.stem}.{os.getpid()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as target:
            np.savez(target, allow_pickle=False, **dict(finder.stored()))
        beside.replace(file)
        for other in file.parent.glob("topics-*.npz"):
            if other != file:
                other.unlink(missing_ok=True)
    except OSError:
        # A full disk, or no folder that may be written to: the next start learns again.
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _fingerprint(words: Path, called: Mapping[str, Sequence[str]]) -> str:
    """Of the examples and names, of the code that learns from them, and of the libraries that it learns with."""
    digest = hashlib.sha256(repr(sorted(called.items())).encode())
    code = Path(understanding.__path__[0])
    examples = (file for folder in (PHRASES, ANSWERS) for file in sorted((words / folder).glob("*.yaml")))
    for file in [*examples, *sorted(code.rglob("*.py"))]:
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    for library in ("scikit-learn", "numpy", "scipy", "rapidfuzz", "wordfreq", "simplemma"):
        digest.update(f"{library} {version(library)}".encode())
    return digest.hexdigest()[:16]
