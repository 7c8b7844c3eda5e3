"""Whether a folder holds a speech model that can be used; nothing is loaded."""

from importlib.util import find_spec
from pathlib import Path

NEEDED = ("model.bin", "config.json", "tokenizer.json")
"""Without the last one the library would fetch it from the network."""
VOCABULARIES = ("vocabulary.json", "vocabulary.txt")


def fault_of(folder: Path) -> str:
    """What is wrong, in words for the operator; empty where nothing is."""
    if find_spec("faster_whisper") is None:
        return "The package faster-whisper is not installed. Install requirements/hearing.txt."
    if not folder.is_dir():
        return f"There is no folder {folder}."
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    if not any((folder / name).is_file() for name in VOCABULARIES):
        missing.append(" or ".join(VOCABULARIES))
    return f"The folder {folder} lacks {', '.join(missing)}." if missing else ""
