"""What the pages of chat and inbox have in common: strict templates, and addresses that change when a file changes."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension

from api.bundles import bundled

API = Path(__file__).parent
STATIC = API / "static"


def make_environment(extensions: Sequence[type[Extension]] = ()) -> Environment:
    """Templates in which an unknown name is an error and everything is escaped; `static` gives a file's address."""
    environment = Environment(
        loader=FileSystemLoader(API / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=list(extensions),
    )
    environment.globals["static"] = _versioned(STATIC)
    return environment


def _versioned(folder: Path) -> Callable[[str], str]:
    """Gives the address of a static file, with a mark of its content, so that browsers may keep it for good."""
    marks = {
        path.relative_to(folder).as_posix(): _mark(path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    } | {name: _mark(content) for name, content in bundled(folder).items()}
    return lambda name: f"/static/{name}?v={marks[name]}"


def _mark(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]
