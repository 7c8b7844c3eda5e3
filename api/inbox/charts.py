"""Draws counts as bars: an SVG that stands in the page itself and takes its letters and colours from the page.

The library puts styles and a script of its own into the drawing, which our pages allow nobody; both are taken out, and
what they were for stands in inbox_statistics.css.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET  # nosec B405

import pygal
from markupsafe import Markup
from pygal.style import Style

# The library hooks into the import of every other module, to find plug-ins that we have none of. The hook is of a kind
# that Python no longer knows and warns of.
sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, pygal.PluginImportFixer)]

WIDTH = 360
"""In letters' pixels: on a phone the drawing is about as wide, so that its letters stay readable there."""
LINE_HEIGHT = 34
LONGEST_LABEL = 21
"""Characters; the whole label stands in the table beside."""
ROOM_FOR_NUMBERS = 1.5
"""The numbers stand behind the bars, so that the longest bar leaves room for its own."""

_STYLE = Style(
    background="none",
    plot_background="none",
    font_family="inherit",
    label_font_size=13,
    value_font_size=14,
    major_label_font_size=13,
)
_SVG = "{http://www.w3.org/2000/svg}"
_KEPT_OUT = frozenset({f"{_SVG}defs", f"{_SVG}style", f"{_SVG}script", f"{_SVG}desc", f"{_SVG}title"})


@dataclass(frozen=True)
class Bar:
    """One bar: what it counts, how much, None where that is not shown, and the words behind it."""

    label: str
    count: int | None
    words: str


def bars(rows: Sequence[Bar], label: str) -> Markup:
    """The drawing, first row on top; `label` is what it is called for who does not see it."""
    largest = max((row.count or 0 for row in rows), default=0)
    chart = pygal.HorizontalBar(
        style=_STYLE,
        css=[],
        js=[],
        width=WIDTH,
        height=LINE_HEIGHT * len(rows) + 12,
        margin=4,
        spacing=6,
        range=(0, max(largest, 1) * ROOM_FOR_NUMBERS),
        show_legend=False,
        show_x_labels=False,
        show_y_guides=False,
        show_x_guides=False,
        y_labels=[0],
        print_values=True,
        print_values_position="top",
    )
    upwards = list(reversed(rows))
    chart.x_labels = [_short(row.label) for row in upwards]
    chart.add("", [{"value": row.count or 0, "formatter": _saying(row.words)} for row in upwards])
    return _clean(ET.fromstring(chart.render()), label)  # noqa: S314 - our own drawing  # nosec B314


def _saying(words: str) -> Callable[[object], str]:
    """Says the same words of every value."""
    return lambda _value: words


def _short(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1].rstrip(' :,')}…"


def _clean(drawing: ET.Element, label: str) -> Markup:
    """The drawing without styles, scripts, and what is only for them."""
    for parent in drawing.iter():
        for child in [child for child in parent if child.tag in _KEPT_OUT]:
            parent.remove(child)
        parent.attrib.pop("style", None)
    drawing.attrib = {
        "class": "chart",
        "role": "img",
        "aria-label": label,
        "viewBox": drawing.attrib["viewBox"],
    }
    ET.register_namespace("", _SVG.strip("{}"))
    return Markup(ET.tostring(drawing, encoding="unicode"))  # noqa: S704 - text in it is escaped by ElementTree  # nosec B704
