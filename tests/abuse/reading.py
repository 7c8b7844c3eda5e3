"""Looks at a page as a browser would take it apart: what could run, load, send or cover something."""

from html.parser import HTMLParser

from typing_extensions import override

FORBIDDEN = frozenset({"iframe", "object", "embed", "base", "style", "frame", "applet"})
"""Elements that no page of ours has."""

ADDRESSES = frozenset({"href", "src", "action", "formaction", "data", "srcdoc", "poster", "xlink:href"})
OWN = ("/", "#", "?", "tel:", "mailto:")


class _Faults(HTMLParser):
    def __init__(self, allowed: tuple[str, ...]) -> None:
        super().__init__()
        self.allowed = allowed
        self.faults: list[str] = []
        self._in_script = False

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in FORBIDDEN:
            self.faults.append(f"<{tag}>")
        found = dict(attrs)
        if tag == "script" and not (found.get("src") or "").startswith("/static/"):
            self._in_script = True
        if tag == "meta" and "http-equiv" in found:
            self.faults.append("<meta http-equiv>")
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.faults.append(f"{tag} {name}")
            # A canonical address names the page itself; nothing is loaded from it.
            names_itself = tag == "link" and found.get("rel") == "canonical"
            if name in ADDRESSES and not names_itself and not _is_own(value or "", self.allowed):
                self.faults.append(f"{tag} {name}={value}")

    @override
    def handle_data(self, data: str) -> None:
        if self._in_script and data.strip():
            self.faults.append("<script> of its own")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._in_script = False


def _is_own(address: str, allowed: tuple[str, ...]) -> bool:
    return not address or address.startswith(allowed) or (address.startswith(OWN) and not address.startswith("//"))


def faults_in(page: str, *allowed: str) -> list[str]:
    """Everything in the page that could do harm; `allowed` are beginnings of addresses that may stand there."""
    reader = _Faults(allowed)
    reader.feed(page)
    reader.close()
    return reader.faults
