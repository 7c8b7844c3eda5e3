"""One page looked at with axe, and the ways in which a page may be shown: sizes, colours, with scripts and without."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Page

from api.chat.looks import LOOKS_COOKIE
from api.chat.visit import CONVERSATION_COOKIE
from tests.api.axe_crawl.dialogue import Opened
from tests.api.axe_crawl.undecided import decision, undecided_of
from tests.api.person import DESK, PHONE
from tests.browser import AXE_TAGS, axe_source

NARROW = {"width": 320, "height": 640}
AT_400_PERCENT = {"width": 320, "height": 256}


@dataclass(frozen=True)
class Looks:
    """How a device is set, what was chosen in the settings, and whether scripts run."""

    name: str
    options: Mapping[str, Any]
    chosen: str = ""
    has_scripts: bool = True


USUAL = Looks("phone, light", {"viewport": PHONE})

OTHERS = (
    Looks("phone, dark", {"viewport": PHONE, "color_scheme": "dark"}),
    Looks("desk, light, without scripts", {"viewport": DESK}, has_scripts=False),
    Looks("phone, forced colours", {"viewport": PHONE, "color_scheme": "dark", "forced_colors": "active"}),
    Looks("phone, more contrast", {"viewport": PHONE, "contrast": "more"}),
    Looks("phone, dark, without scripts", {"viewport": PHONE, "color_scheme": "dark"}, has_scripts=False),
    Looks("black and yellow, largest", {"viewport": PHONE}, "size-largest.colours-strong.level-usual"),
    Looks("400 percent", {"viewport": AT_400_PERCENT}),
    Looks("desk, dark, more contrast", {"viewport": DESK, "color_scheme": "dark", "contrast": "more"}),
    Looks("320 px, largest, less motion", {"viewport": NARROW, "reduced_motion": "reduce"}, "size-largest"),
)

AS_USUAL: Mapping[str, Any] = {
    "color_scheme": "light",
    "forced_colors": "none",
    "contrast": "no-preference",
    "reduced_motion": "no-preference",
}
SCRIPTS = "**/*.js*"

RULES = ("color-contrast-enhanced", "label-content-name-mismatch", "focus-order-semantics")
"""Rules that axe leaves out where tags alone are asked for."""

LOOK = """async (options) => {
    window.scrollTo(0, document.documentElement.scrollHeight);
    const found = await axe.run(document, options);
    return {
        faults: found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.html}`)),
        undecided: found.incomplete.flatMap((rule) => rule.nodes.map((node) => {
            const checks = node.any.concat(node.all, node.none);
            const why = checks.map((check) => check.data?.messageKey ?? check.id).join(" ");
            return { rule: rule.id, why, target: node.target.join(" "), html: node.html };
        })),
        passed: found.passes.map((rule) => rule.id),
        isWide: document.documentElement.scrollWidth > window.innerWidth,
    };
}"""


ABORTED = "status=2152398850"


@dataclass
class Findings:
    """What was looked at, and what was found."""

    looked_at: int = 0
    rules_passed: set[str] = field(default_factory=set)
    faults: dict[str, list[str]] = field(default_factory=dict)
    """By rule and element: where it was found."""
    explained: Counter[str] = field(default_factory=Counter)
    """What axe left undecided and a program decided, or a reason explains: how often each kind."""

    def fault(self, what: str, where: str) -> None:
        """Note a finding; a new one is told at once, since a whole crawl is long."""
        if what not in self.faults:
            print(f"{what}\n  first at {where}", flush=True)  # noqa: T201 - it is a command's output
        self.faults.setdefault(what, []).append(where)

    def look(self, page: Page, where: str) -> None:
        """Look at the page as it stands, once all of its style sheets are there."""
        page.wait_for_load_state("load")
        page.evaluate(f"window.axe || (() => {{ {axe_source()} }})()")
        options = {
            "runOnly": {"type": "tag", "values": AXE_TAGS},
            "rules": {rule: {"enabled": True} for rule in RULES},
            "resultTypes": ["violations", "incomplete"],
        }
        found = page.evaluate(LOOK, options)
        self.looked_at += 1
        self.rules_passed.update(found["passed"])
        for place in map(undecided_of, found["undecided"]):
            explanation, wrong = decision(page, place)
            if wrong:
                self.fault(f"{place.told}: {wrong}", where)
            else:
                self.explained[explanation] += 1
        for fault in found["faults"]:
            self.fault(fault, where)
        if found["isWide"]:
            self.fault("the page runs out of the window sideways", where)


class Screens:
    """One page that is shown in every way, one after another; what breaks in its own scripts is a fault.

    A browser with a window for each way would have ten to keep in motion.
    """

    def __init__(self, browser: Browser, address: str, findings: Findings) -> None:
        self._context = browser.new_context(viewport=USUAL.options["viewport"])
        self._context.set_default_timeout(30_000)
        self._address = address
        self._findings = findings
        self._looks = USUAL
        self._page = self._context.new_page()
        self._page.on("pageerror", lambda error: self._broke(str(error)))
        self._page.on("console", lambda line: self._heard(line.text))

    def page(self, looks: Looks) -> Page:
        """The page, from its next loading on shown so."""
        if looks != self._looks:
            self._shows(looks)
            self._looks = looks
        return self._page

    def goes_into(self, opened: Opened, looks: Looks) -> Page:
        """The page of a talk that somebody may go on with."""
        page = self.page(looks)
        value = f"{opened.conversation}.{opened.token}"
        self._context.add_cookies([{"name": CONVERSATION_COOKIE, "value": value, "url": self._address}])
        page.goto(f"{self._address}/pokalbis")
        return page

    def close(self) -> None:
        """Close the page."""
        self._context.close()

    def _shows(self, looks: Looks) -> None:
        self._page.set_viewport_size(looks.options["viewport"])
        media = {name: looks.options.get(name, usual) for name, usual in AS_USUAL.items()}
        if media != {name: self._looks.options.get(name, usual) for name, usual in AS_USUAL.items()}:
            self._page.emulate_media(**media)
        self._context.clear_cookies(name=LOOKS_COOKIE)
        if looks.chosen:
            self._context.add_cookies([{"name": LOOKS_COOKIE, "value": looks.chosen, "url": self._address}])
        self._context.unroute(SCRIPTS)
        if not looks.has_scripts:
            # Where the browser ran no script at all, axe could not run either.
            self._context.route(SCRIPTS, lambda route: route.abort())

    def _broke(self, error: str) -> None:
        # Firefox calls it an error of the page where somebody goes on while letters are still being loaded.
        if ABORTED not in error:
            self._findings.fault(error, f"{self._looks.name}: {self._page.url}")

    def _heard(self, line: str) -> None:
        if "Content Security Policy" in line:
            self._findings.fault(line, f"{self._looks.name}: {self._page.url}")
