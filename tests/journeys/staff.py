"""A member of staff at the inbox, over HTTP as a browser without scripts would do it."""

from html.parser import HTMLParser

import httpx

MANY_PAGES = 30.0


class Forms(HTMLParser):
    """The forms of a page: where each goes, and what it holds already."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append((given.get("action", ""), {}))
        elif tag in {"input", "button", "textarea"} and self.found and given.get("name"):
            self.found[-1][1].setdefault(given["name"], given.get("value", ""))


class StaffAtInbox:
    """Signs in with a one-time link, reads, takes, replies and closes."""

    def __init__(self, base_url: str) -> None:
        self._http = httpx.AsyncClient(
            base_url=base_url,
            timeout=MANY_PAGES,
            follow_redirects=True,
            trust_env=False,
            headers={"Origin": base_url, "Sec-Fetch-Site": "same-origin"},
        )

    async def signs_in(self, link: str) -> str:
        page = await self._http.get(link)
        return await self._submits(page, "sign-in")

    async def sees_list(self) -> str:
        return (await self._page("/inbox")).text

    async def has(self, number: str) -> bool:
        return (await self._http.get(f"/inbox/{number}")).status_code == 200

    async def opens(self, number: str) -> str:
        return (await self._page(f"/inbox/{number}")).text

    async def takes(self, number: str) -> str:
        return await self._submits(await self._page(f"/inbox/{number}"), "take")

    async def replies(self, number: str, text: str) -> str:
        return await self._submits(await self._page(f"/inbox/{number}"), "reply", text=text)

    async def asks(self, number: str, text: str, *answers: str) -> str:
        """Ask the person, with these answers on buttons; they may also write."""
        page = await self._page(f"/inbox/{number}")
        return await self._submits(page, "ask", text=text, answers="own", option=list(answers), may_write="1")

    async def notes(self, number: str, text: str) -> str:
        return await self._submits(await self._page(f"/inbox/{number}"), "note", text=text)

    async def searches(self, words: str) -> str:
        answer = await self._http.get("/inbox", params={"q": words})
        assert answer.status_code == 200, answer.text
        return answer.text

    async def passes_on(self, number: str, municipality: str, why: str) -> str:
        page = await self._page(f"/inbox/{number}")
        return await self._submits(page, "pass", municipality=municipality, text=why)

    async def closes(self, number: str) -> str:
        return await self._submits(await self._page(f"/inbox/{number}"), "close")

    async def retries(self, number: str) -> str:
        return await self._submits(await self._page(f"/inbox/{number}"), "retry")

    async def sets(self, section: str, purpose: str = "", **fields: str) -> str:
        """Fill in a form of the settings; nothing where the page does not offer it."""
        page = await self._page(f"/inbox/settings/{section}")
        if not any(action.endswith(purpose or section) for action, _ in Forms(page.text).found):
            return page.text
        return await self._submits(page, purpose or section, **fields)

    async def leaves(self) -> None:
        await self._http.aclose()

    async def _page(self, path: str) -> httpx.Response:
        page = await self._http.get(path)
        assert page.status_code == 200, page.text
        return page

    async def _submits(self, page: httpx.Response, purpose: str, **fields: str | list[str]) -> str:
        action, kept = next((action, kept) for action, kept in Forms(page.text).found if action.endswith(purpose))
        answer = await self._http.post(page.url.join(action), data={**kept, **fields})
        assert answer.status_code == 200, answer.text
        return answer.text
