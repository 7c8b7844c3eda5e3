"""Takes pictures of the key moments of the web chat, in every theme and on a phone and a desk, to be judged by eye.

Run it as `python -m tests.api.gallery FOLDER`. It starts a product of its own and throws its data away.
"""

import math
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image, ImageOps
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser import chromium
from tests.journeys.running import environment_for, serving
from tests.telegram_server.process import free_port

WIDTHS = {"phone": ViewportSize(width=360, height=740), "desk": ViewportSize(width=1280, height=800)}


@dataclass(frozen=True)
class Theme:
    """How a device is set, and what the person chose in the settings."""

    colours: Literal["light", "dark"]
    forced: Literal["active", "none"] = "none"
    chosen: Mapping[str, str] = field(default_factory=dict)


THEMES = {
    "light": Theme("light"),
    "dark": Theme("dark"),
    # Forced colours are those of a system in high contrast.
    "forced": Theme("dark", "active"),
    "strong": Theme("light", chosen={"colours": "strong", "size": "larger"}),
}

SHEET = {"phone": (7, 0.6), "desk": (4, 0.4)}
"""For a sheet with all moments: how many stand in a row, and how much smaller they are."""


@dataclass(frozen=True)
class Moment:
    """A moment of the way: its name, and what the person does to come there from the one before."""

    name: str
    comes: Callable[["Walk"], None]


class Walk:
    """Somebody on the way from the first page to the reply, with the page before them."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    def opens(self, path: str) -> None:
        """Go to an address."""
        self.page.goto(self.address + path)

    def presses(self, label: str, expected: str) -> None:
        """Press a button of the talk and wait for words in the answer."""
        self.page.locator("#answers, #helpers").get_by_role("button", name=label, exact=True).click()
        self.reads(expected)

    def writes(self, text: str, expected: str) -> None:
        """Write and wait for words in the answer."""
        self.page.locator("#text").fill(text)
        self.page.locator("#write button[type=submit]").click()
        self.reads(expected)

    def reads(self, expected: str) -> None:
        """Wait until the newest message has these words."""
        expect(self.page.locator(".is-new", has_text=expected).first).to_be_visible()

    def begins(self) -> None:
        """Press the button of the first page."""
        self.page.get_by_role("button", name="Pradėti").click()
        self.reads("Kam reikia pagalbos?")

    def answers_all_questions(self) -> None:
        """Go through the check as somebody whom the service fits."""
        while self.page.locator(".is-new progress").count():
            asked = self.page.locator("#talk").get_attribute("data-last") or ""
            answers = self.page.locator("#answers")
            fitting = [label for label in FITTING if answers.get_by_role("button", name=label, exact=True).count()]
            if fitting:
                answers.get_by_role("button", name=fitting[0], exact=True).click()
            else:
                self.page.locator("#text").fill("gyvenu Kretingoje")
                self.page.locator("#write button[type=submit]").click()
            expect(self.page.locator("#talk")).not_to_have_attribute("data-last", asked)
        self.reads("Ši pagalba Jums gali tikti.")

    def fills_in(self) -> None:
        """From the result to the summary."""
        self.presses("Siųsti prašymą", "Kur Jūs gyvenate?")
        self.writes("Kretingoje", "Koks Jūsų vardas ir pavardė?")
        self.writes("Ona Onaitė", "Kaip darbuotojas gali Jums atsakyti?")
        self.presses("Paskambinti man", "Koks Jūsų telefono numeris?")
        self.writes("8 612 34567", "Kada Jums gerai kalbėti?")
        self.presses("Ryte", "Ar norite dar ką nors parašyti?")
        self.writes("Man sunku kalbėti telefonu.", "Ar siųsti prašymą?")

    def opens_a_hard_word(self) -> None:
        """Tap on a hard word of the newest message."""
        self.page.locator(".is-new .term").first.click()


FITTING = ("Nuo 18 iki 64", "Intelekto negalia", "55 arba mažiau", "Ne")

MOMENTS = (
    Moment("01-first-page", lambda walk: walk.opens("/")),
    Moment("02-greeting", Walk.begins),
    Moment("03-menu", lambda walk: walk.presses("Man", "Ką norite daryti?")),
    Moment("04-answer", lambda walk: walk.writes("kas yra socialinės dirbtuvės", "Jie ten gamina daiktus.")),
    Moment("05-simpler", lambda walk: walk.presses("Paprasčiau", "Dirbtuvėse žmonės dirba ir mokosi.")),
    Moment("06-question", lambda walk: walk.presses("Ar man tinka?", "1 klausimas iš")),
    Moment("07-result", Walk.answers_all_questions),
    Moment("08-hard-word", Walk.opens_a_hard_word),
    Moment("09-summary", Walk.fills_in),
    Moment("10-receipt", lambda walk: walk.presses("Siųsti", "Savivaldybė gavo Jūsų prašymą.")),
    Moment("11-not-understood", lambda walk: walk.writes("bla bla 77 zzz", "Ką norite daryti toliau?")),
    Moment("12-danger", lambda walk: walk.writes("nebenoriu gyventi", "Skambinkite 112 dabar.")),
    Moment("13-settings", lambda walk: walk.opens("/nustatymai")),
    Moment("14-not-found", lambda walk: walk.opens("/nera")),
)
"""Twelve of the talk, and two pages beside it."""


def shots(browser: Browser, address: str) -> Iterator[tuple[str, str, str, bytes]]:
    """Each picture with its moment, theme and width."""
    context = browser.new_context(viewport=WIDTHS["phone"])
    context.set_default_timeout(15_000)
    walk = Walk(context.new_page(), address)
    for moment in MOMENTS:
        moment.comes(walk)
        # A pointer that rests on a button would show it as if it were chosen.
        walk.page.mouse.move(0, 0)
        for width, size in WIDTHS.items():
            walk.page.set_viewport_size(size)
            for theme, looks in THEMES.items():
                _show_in(walk.page, looks)
                yield moment.name, theme, width, walk.page.screenshot()
        walk.page.set_viewport_size(WIDTHS["phone"])
        _show_in(walk.page, THEMES["light"])
    context.close()


def _show_in(page: Page, theme: Theme) -> None:
    page.emulate_media(color_scheme=theme.colours, forced_colors=theme.forced)
    page.evaluate(
        """async (chosen) => {
            document.documentElement.dataset.colours = chosen.colours ?? "usual";
            document.documentElement.dataset.size = chosen.size ?? "usual";
            await document.fonts.ready;
            document.getElementById("naujausia")?.scrollIntoView({ block: "start" });
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        }""",
        theme.chosen,
    )


def sheet(pictures: Sequence[bytes], width: str) -> Image.Image:
    """All pictures of one theme and width on one sheet."""
    across, scale = SHEET[width]
    small = [ImageOps.scale(Image.open(BytesIO(picture)).convert("RGB"), scale) for picture in pictures]
    step_x, step_y = small[0].width + GAP, small[0].height + GAP
    rows = math.ceil(len(small) / across)
    whole = Image.new("RGB", (step_x * across + GAP, step_y * rows + GAP), "#808a91")
    for place, picture in enumerate(small):
        row, column = divmod(place, across)
        whole.paste(picture, (GAP + column * step_x, GAP + row * step_y))
    return whole


GAP = 12
"""Pixels between the pictures of a sheet."""


def main(folder: Path) -> None:
    """Write all pictures into the folder, and a sheet for each theme and width."""
    folder.mkdir(parents=True, exist_ok=True)
    taken: dict[tuple[str, str], list[bytes]] = {}
    with tempfile.TemporaryDirectory() as data:
        port = free_port()
        with serving(environment_for(Path(data) / "var", port)), chromium() as browser:
            for moment, theme, width, picture in shots(browser, f"http://127.0.0.1:{port}"):
                (folder / f"{moment}-{theme}-{width}.png").write_bytes(picture)
                taken.setdefault((theme, width), []).append(picture)
    for (theme, width), pictures in taken.items():
        path = folder / f"sheet-{theme}-{width}.webp"
        sheet(pictures, width).save(path, quality=50, method=6)
        print(path)  # noqa: T201 - this is what the command is for


if __name__ == "__main__":
    main(Path(sys.argv[1]))
