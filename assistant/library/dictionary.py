"""Loads the Lithuanian spelling dictionary that knows the forms of words."""

from pathlib import Path

from assistant.easy_language.affixes import BrokenDictionaryError, read_affixes
from assistant.easy_language.dictionary import DictionaryForms
from assistant.errors import ContentError

_NAME = "lt_LT"


def load_dictionary(folder: Path) -> DictionaryForms:
    """The forms of the dictionary in this folder.

    Raises ContentError, `path:line: what is wrong. What to do.`, where a file is missing or is not a dictionary.
    """
    aff, dic = folder / f"{_NAME}.aff", folder / f"{_NAME}.dic"
    try:
        return DictionaryForms(read_affixes(_text(aff), _text(dic)))
    except BrokenDictionaryError as error:
        path = folder / f"{_NAME}.{error.kind}"
        raise ContentError(f"{path}:{error.line}: {error.what}. Put the original file back.") from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise ContentError(f"{path}:1: the file is missing. Put it back.") from error
    except UnicodeDecodeError as error:
        raise ContentError(f"{path}:1: the file is not UTF-8 text. Put the original file back.") from error
