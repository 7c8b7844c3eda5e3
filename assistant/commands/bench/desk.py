"""A municipality with many requests for the benchmarks: in all states, with names as they are, some of them often."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from assistant.referrals.promise import answer_by
from assistant.referrals.referral import Referral
from assistant.referrals.request import Preliminary, Request
from assistant.referrals.thread import Author, Entry, EntryKind

FIRST_NAMES = (
    *("Ona", "Jonas", "Marija", "Petras", "Janina", "Antanas", "Irena", "Juozas", "Danutė", "Vytautas", "Aldona"),
    *("Stasys", "Genovaitė", "Algirdas", "Rasa", "Kęstutis", "Birutė", "Mindaugas", "Žydrė", "Tomas", "Eglė", "Lukas"),
    *("Rūta", "Andrius", "Gintarė", "Darius", "Agnė", "Saulius", "Jolanta", "Šarūnas"),
)
STEMS = (
    *("Kazlausk", "Petrausk", "Jankausk", "Stankevič", "Vasiliausk", "Butk", "Žukausk", "Balčiūn", "Paulausk"),
    *("Urbon", "Navick", "Ramanausk", "Savick", "Žilinsk", "Šimk", "Adomait", "Norkev", "Rimk", "Bagdon", "Mažeik"),
    *("Ivanausk", "Griciu", "Vaitkev", "Juškev", "Malinausk", "Kavaliausk", "Ąžuol", "Čepait", "Grig", "Sakalausk"),
)
ENDINGS = ("ienė", "as", "aitė", "ė", "is", "ūnaitė", "ytė", "onis", "utis", "ius")
STATES = 20
"""Of so many requests one is new, one is taken, one is answered and one was just sent; the others are closed."""

COLLEAGUES = 12


def requests(count: int, municipality: str, now: datetime) -> Iterator[Referral]:
    """So many, the newest first; a fifth of them are open, and some of those are late.

    Their numbers begin with 0, as no other number does.
    """
    for nth in range(count):
        at = now - timedelta(minutes=17 * nth)
        asked = Request(
            municipality=municipality,
            need=("talk", "case-management", "social-workshops")[nth % 3],
            for_other=nth % 4 == 0,
            name=f"{FIRST_NAMES[nth % 30]} {STEMS[nth // 30 % 30]}{ENDINGS[nth // 900 % 10]}",
            phone=f"+3706{nth * 97 % 10_000_000:07d}",
            preliminary=None if nth % 3 == 0 else Preliminary(("likely", "unlikely", "unsure")[nth % 7 % 3]),
        )
        sent = Referral(
            number=f"{nth:08d}",
            draft=f"desk/{nth}",
            conversation=f"desk-{nth}",
            request=asked,
            sent_at=at,
            thread=(Entry(EntryKind.SENT, Author.PERSON, at),),
            version=1,
            promised=None if nth % 10 == 0 else answer_by((now + timedelta(days=nth % 11 - 8)).date(), 5),
        )
        yield _worked_on(sent, nth % STATES, f"darbuotojas{nth % COLLEAGUES}@savivaldybe.example", at)


def _worked_on(sent: Referral, state: int, by: str, at: datetime) -> Referral:
    if state in {0, 1}:
        return sent
    taken = replace(sent.taken(by, at), version=2)
    if state == 2:  # noqa: PLR2004 - the states as STATES tells them
        return taken
    replied = replace(taken.replied(by, "Laba diena.", at), version=3)
    return replied if state == 3 else replace(replied.closed(by, at), version=4)  # noqa: PLR2004 - the same
