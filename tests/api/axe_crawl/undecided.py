"""What axe leaves undecided on a page: decided by a program, or explained here; the rest is a finding."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

DECIDES = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")

CONTRAST = {"color-contrast": False, "color-contrast-enhanced": True}
"""Rules of contrast, and whether they ask for that of AAA."""

DECIDED = "letters under a place to press that lets them show: their contrast was worked out"
SAME_NAME = "identical-links-same-purpose"
WORD_AND_PAGE = "a hard word and a page have the same name: both explain that very word"

SAME_NAMES = """(selector) => {
    const nameOf = (link) => link.textContent.replace(/\\s+/g, " ").trim().toLowerCase();
    const link = document.querySelector(selector);
    const alike = Array.from(document.querySelectorAll("a[href]")).filter((one) => nameOf(one) === nameOf(link));
    return alike.map((one) => one.getAttribute("href"));
}"""


@dataclass(frozen=True)
class Undecided:
    """A place that axe left open: the rule, why, where it is, and its markup."""

    rule: str
    why: str
    target: str
    html: str

    @property
    def told(self) -> str:
        """In a line."""
        return f"{self.rule} ({self.why}): {self.target} {self.html}"


def undecided_of(found: Mapping[str, Any]) -> Undecided:
    """One place as the page tells it."""
    return Undecided(found["rule"], found["why"], found["target"], found["html"])


def decision(page: Page, place: Undecided) -> tuple[str, str]:
    """What explains the place, and, where nothing does, what is wrong; one of both is empty."""
    if place.rule in CONTRAST:
        page.evaluate(f"window.decideContrast ? 0 : (() => {{ {DECIDES} }})()")
        said = page.evaluate(
            "([selector, isEnhanced]) => decideContrast(selector, isEnhanced)", [place.target, CONTRAST[place.rule]]
        )
        return (DECIDED, "") if said == "enough" else ("", said)
    if place.rule == SAME_NAME:
        addresses = page.evaluate(SAME_NAMES, place.target)
        pages = {address for address in addresses if not address.startswith("#reiksme-")}
        if len(pages) <= 1:
            return WORD_AND_PAGE, ""
        return "", f"links of this name lead to {', '.join(sorted(pages))}"
    return "", "axe could not decide"
