"""The words that the glossary explains, in every form that it names, for the checker of easy language."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, RootModel

from assistant.easy_language.sentences import split_words
from assistant.library.content_files import read_yaml


class _Entry(BaseModel):
    """What is needed here of an entry of the glossary."""

    term: str
    forms: tuple[str, ...] = ()


class _Glossary(RootModel[dict[str, _Entry]]):
    pass


def explained_words(path: Path) -> Iterator[str]:
    """Every word of every term, in small letters; none where there is no glossary.

    Raises ContentError like `read_yaml`.
    """
    if path.exists():
        for entry in read_yaml(path, _Glossary).root.values():
            for words in (entry.term, *entry.forms):
                yield from (word.text.lower() for word in split_words(words))
