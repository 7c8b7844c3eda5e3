"""Every label that a page uses is among those looked up at the start."""

import re

from api.chat.words import LABELS, OF_SETTINGS, TEXTS
from tests.conftest import CONTENT

TEMPLATES = CONTENT.parent / "api" / "templates"
USED = re.compile(r'\b(label|text)\("([a-z.-]+)"')


def test_no_page_asks_for_a_word_that_nobody_looked_up() -> None:
    pages = [path.read_text(encoding="utf-8") for path in [*TEMPLATES.glob("chat/*.html"), TEMPLATES / "base.html"]]
    used = {found for page in pages for found in USED.findall(page)}
    # What can be set is a list, whose words a template puts together.
    assert {name for kind, name in used if kind == "label"} - {"settings."} == set(LABELS) - set(OF_SETTINGS)
    assert {name for kind, name in used if kind == "text"} <= set(TEXTS)
