"""Faults planted in a copy of the content, to see that they are found."""

from pathlib import Path


def change(root: Path, file: str, old: str, new: str) -> int:
    """Change the first place; gives its line."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old} is no longer in {file}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1
