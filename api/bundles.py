"""Style sheets that are written in several files and sent as one, so that a slow line is asked once."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

CHAT = (
    "look.css",
    "chat/page.css",
    "chat/said.css",
    "chat/terms.css",
    "chat/kinds.css",
    "chat/answers.css",
    "chat/dock.css",
    "chat/small.css",
    "chat/settings.css",
    "chat/colours.css",
    "chat/forced.css",
    "chat/paper.css",
)
"""In their order: what comes later wins."""

BUNDLES: Mapping[str, tuple[str, ...]] = {"chat.css": CHAT}
"""Under its name stands what each bundle is made of, all relative to the folder of static files."""

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BLANK = re.compile(r"\s+")


def bundled(folder: Path) -> dict[str, bytes]:
    """Each bundle as it is sent. Raises FileNotFoundError where a part is missing."""
    return {name: _joined(folder / part for part in parts) for name, parts in BUNDLES.items()}


def _joined(parts: Iterable[Path]) -> bytes:
    """Comments and line breaks are for those who edit; browsers do without."""
    text = "\n".join(part.read_text(encoding="utf-8") for part in parts)
    return BLANK.sub(" ", COMMENT.sub("", text)).strip().encode()
