"""Reads and fills in the inbox's pages as a browser without scripts does."""

from html.parser import HTMLParser

import httpx
from typing_extensions import override


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, str]] = {}
        self._form: dict[str, str] = {}
        self._area = ""

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "form":
            self._form = self.forms.setdefault(found["action"] or "", {})
        elif tag == "input" and found.get("name"):
            is_chosen = found.get("type") not in {"radio", "checkbox"} or "checked" in found
            if is_chosen:
                self._form[found["name"] or ""] = found["value"] or ""
        elif tag == "textarea" and found.get("name"):
            self._area = found["name"] or ""
            self._form[self._area] = ""

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area:
            # The first line end of a text area belongs to the markup.
            self._form[self._area] = self._form[self._area].removeprefix("\n")
            self._area = ""

    @override
    def handle_data(self, data: str) -> None:
        if self._area:
            self._form[self._area] += data


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    @override
    def handle_data(self, data: str) -> None:
        self.words.append(data)


def forms_in(answer: httpx.Response) -> dict[str, dict[str, str]]:
    """The forms of a page with what stands in them, by the address that each is sent to."""
    reader = _Forms()
    reader.feed(answer.text)
    return reader.forms


def form_token_in(answer: httpx.Response) -> str:
    """What proves that a form comes from the inbox."""
    return forms_in(answer)["/inbox/sign-out"]["form_token"]


def words_in(answer: httpx.Response) -> str:
    """The page's text on one line, without markup."""
    reader = _Words()
    reader.feed(answer.text)
    return " ".join(" ".join(reader.words).split())
