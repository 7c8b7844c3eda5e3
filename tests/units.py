"""Reads systemd's unit files as far as tests need them."""

from collections import defaultdict
from pathlib import Path

from assistant.settings import ROOT

FOLDER = ROOT / "deploy" / "systemd"
INSTALLED, DATA = "/opt/aiskiai", "/var/lib/aiskiai"
"""Where the units expect the product and its data."""

Unit = dict[str, dict[str, list[str]]]
"""Sections; in each, all values of a name in their order."""


def read_unit(file: Path) -> Unit:
    """Raises ValueError for a line that is neither section, comment, nor name and value."""
    sections: Unit = {}
    section: dict[str, list[str]] = defaultdict(list)
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = sections[line.strip("[]")] = defaultdict(list)
        elif line.strip() and not line.startswith("#"):
            name, is_there, value = line.partition("=")
            if not is_there:
                raise ValueError(f"{file.name}: {line}")
            section[name].append(value)
    return sections
