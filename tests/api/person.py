"""Somebody in front of a browser, and the web door around a small assistant that they look at."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, ViewportSize, expect

from tests.api.fake_host import FakeConverse

PHONE = ViewportSize(width=360, height=740)
DESK = ViewportSize(width=1280, height=800)


@dataclass
class Site:
    """The application, its fake conversation, and its address."""

    converse: FakeConverse
    address: str


@dataclass
class Person:
    """Somebody in front of a browser."""

    page: Page
    site: Site

    def opens(self, path: str = "/") -> None:
        self.page.goto(self.site.address + path)

    def begins(self) -> None:
        self.opens()
        self.page.get_by_role("button", name="Pradėti").click()
        self.reads("Aš esu programa. Aš nesu žmogus.")
        # The words are there before the script is: only a loaded page has begun to look for replies.
        self.page.wait_for_load_state("load")

    def presses(self, label: str) -> None:
        self.page.get_by_role("button", name=label, exact=True).click()

    def writes(self, text: str) -> None:
        self.page.get_by_label("Rašykite čia").fill(text)
        self.presses("Rašyti")

    def reads(self, text: str) -> None:
        expect(self.page.locator(".is-new", has_text=text).first).to_be_visible()

    def goes_through(self) -> None:
        """Through messages of every kind that the fake knows, to one that says danger."""
        self.begins()
        self.presses("Man")
        self.reads("Ką norite daryti?")
        self.presses("Ar man tinka?")
        self.reads("2 klausimas iš 6")
        self.presses("55 arba mažiau")
        self.reads("Ši pagalba Jums gali tikti.")
        self.presses("Siųsti prašymą")
        self.reads("Savivaldybė gavo Jūsų prašymą.")
        self.writes("aš nebenoriu gyventi")
        self.reads("Jūsų gyvybė svarbi.")


Comes = Callable[..., Person]
"""Lets a person come; what their browser is like are the options of a Playwright context."""
