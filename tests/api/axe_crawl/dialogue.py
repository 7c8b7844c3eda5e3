"""The states of the dialogue, breadth first, by the JSON interface of a running product.

A state is what the person meets: the kinds of the newest messages, what is asked, and the buttons. Numbers in it are
passed over, and what a person types about themselves is always the same.
"""

import re
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import httpx

OPENED_FROM_ONE_ADDRESS = 40
"""The product lets 60 talks begin from one address at once; the whole of 127.0.0.0/8 is this machine."""

HELPERS_PRESSED_IN_TEXTS = 5

TYPED: Mapping[str, str] = {
    "Kur Jūs gyvenate": "Kretingoje",
    "Kur žmogus gyvena": "Kretingoje",
    "vardas ir pavardė": "Ona Onaitė",
    "telefono numeris": "8 612 34567",
    "elektroninio pašto adres": "ona@pastas.lt",
    "dar ką nors parašyti": "Man sunku kalbėti telefonu.",
    "prašymo numeris": "10000008",
    "Kiek": "34",
}
"""What is written where a question with these words is asked."""

AT_THE_MENU = (
    "noriu skųstis",
    "nebenoriu gyventi",
    "mane muša",
    "bla bla 77 zzz",
    "kas su mano prašymu?",
    "ką jūs apie mane žinote?",
    "mano asmens kodas 38001010009",
    "what is this?",
)
"""What is written once, where the talk offers its ways: what no button leads to."""


@dataclass(frozen=True)
class Step:
    """Something that the person does: a button by its id, or words; and how it reads."""

    told: str
    event: Mapping[str, str]
    is_helper: bool = False


@dataclass(frozen=True)
class State:
    """A state: the shortest way to it, its mark, and what can be done there."""

    way: tuple[Step, ...]
    mark: tuple[Any, ...]
    steps: tuple[Step, ...]
    is_read: bool

    @property
    def told(self) -> str:
        """The way in words."""
        return " › ".join(step.told for step in self.way) or "(greeting)"


@dataclass(frozen=True)
class Opened:
    """A conversation that a person may go on with."""

    conversation: str
    token: str


PARTS = ("terms", "progress", "document", "asked", "marks")
"""Parts of a message that look different on the page."""


class Dialogue:
    """Opens conversations and walks them; every walk begins anew, since a step cannot be taken back.

    `network` is the second number of the addresses from which it comes. A context that closes its line.
    """

    def __init__(self, address: str, network: int = 1) -> None:
        self._address = address
        self._network = network
        self._opened = 0
        self._client: httpx.Client | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._client is not None:
            self._client.close()

    def walk(self, way: Sequence[Step]) -> tuple[Opened, list[dict[str, Any]]]:
        """Go this way in a new conversation; gives it and the newest messages."""
        client = self._from_an_address()
        answer = client.post("/api/v1/conversations", json={}).raise_for_status().json()
        opened = Opened(answer["conversation"], answer["token"])
        messages = answer["messages"]
        for step in way:
            messages = self.tell(opened, step)
        return opened, messages

    def tell(self, opened: Opened, step: Step) -> list[dict[str, Any]]:
        """Take one step; gives the messages that answer it."""
        assert self._client is not None
        answer = self._client.post(
            f"/api/v1/conversations/{opened.conversation}/events",
            json=dict(step.event),
            headers={"Authorization": f"Bearer {opened.token}"},
        )
        messages: list[dict[str, Any]] = answer.raise_for_status().json()["messages"]
        return messages

    def talk(self, *said: str) -> Opened:
        """A new conversation in which these labels were pressed, or, where no button has them, these words written."""
        opened, messages = self.walk(())
        for words in said:
            steps = state_of((), messages).steps
            written = Step(words, {"type": "text", "text": words})
            messages = self.tell(opened, next((step for step in steps if step.told == words), written))
        return opened

    def _from_an_address(self) -> httpx.Client:
        if self._client is None or self._opened % OPENED_FROM_ONE_ADDRESS == 0:
            if self._client is not None:
                self._client.close()
            number = self._opened // OPENED_FROM_ONE_ADDRESS
            source = f"127.{self._network}.{number // 250}.{number % 250 + 1}"
            # Between two walks axe may look for longer than the server keeps a line that nobody uses.
            limits = httpx.Limits(keepalive_expiry=1.0)
            transport = httpx.HTTPTransport(local_address=source, limits=limits)
            self._client = httpx.Client(base_url=self._address, transport=transport, timeout=30)
        self._opened += 1
        return self._client

    def states(self, at_most: int | None = None) -> Iterator[State]:
        """Every state that buttons and the fixed words lead to, those with the shortest way first."""
        seen: set[tuple[Any, ...]] = set()
        helped: Counter[str] = Counter()
        waiting: deque[tuple[Step, ...]] = deque([()])
        while waiting and (at_most is None or len(seen) < at_most):
            way = waiting.popleft()
            _, messages = self.walk(way)
            state = state_of(way, messages)
            if state.mark in seen:
                continue
            seen.add(state.mark)
            yield state
            for step in state.steps:
                # From a text that is read the helpers lead to the same places, whichever text it is.
                if state.is_read and step.is_helper:
                    helped[step.told] += 1
                    if helped[step.told] > HELPERS_PRESSED_IN_TEXTS:
                        continue
                waiting.append((*way, step))


def state_of(way: tuple[Step, ...], messages: Sequence[Mapping[str, Any]]) -> State:
    """The state in which these are the newest messages."""
    choices = [choice for message in messages for choice in message["choices"]]
    said = messages[-1]["sentences"] if messages else []
    mark = (
        tuple((message["kind"], *(bool(message[part]) for part in PARTS)) for message in messages),
        _without_numbers(said[-1]["text"]) if said else "",
        tuple(_without_numbers(choice["label"]) for choice in choices),
    )
    presses = [
        Step(choice["label"], {"type": "choice", "choice": choice["id"]}, choice["role"] == "helper")
        for choice in choices
    ]
    words = [Step(f"„{text}“", {"type": "text", "text": text}) for text in typed_at(messages)]
    return State(way, mark, (*presses, *words), is_read={message["kind"] for message in messages} == {"answer"})


def typed_at(messages: Sequence[Mapping[str, Any]]) -> list[str]:
    """What the person writes here."""
    words = " ".join(sentence["text"] for message in messages for sentence in message["sentences"])
    fitting = [text for asked, text in TYPED.items() if asked in words]
    is_menu = any(message["kind"] == "menu" for message in messages)
    return fitting + (list(AT_THE_MENU) if is_menu else [])


def _without_numbers(text: str) -> str:
    return re.sub(r"\d", "0", text)
