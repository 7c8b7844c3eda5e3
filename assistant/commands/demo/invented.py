"""Invented people, words and fates. Nobody is meant, and every name says so.

No range of Lithuanian numbers is set aside for invented people. The numbers here all begin with 600 000, and nothing of
an example ever leaves the program, so that nobody is called by it; staff see on each page that it is an example.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

FIRST_NAMES = (
    ("Ona", "Jonas"),
    ("Rūta", "Tomas"),
    ("Eglė", "Petras"),
    ("Birutė", "Kazys"),
    ("Živilė", "Šarūnas"),
    ("Daiva", "Algis"),
    ("Ieva", "Lukas"),
    ("Aušra", "Vytas"),
    ("Gražina", "Čėsius"),
    ("Milda", "Andrius"),
)
SURNAMES = (
    ("Pavyzdytė", "Pavyzdys"),
    ("Pramanaitė", "Pramanas"),
    ("Išgalvotaitė", "Išgalvotas"),
    ("Netikraitė", "Netikras"),
    ("Bandomaitė", "Bandomasis"),
    ("Sugalvotaitė", "Sugalvotas"),
    ("Tariamaitė", "Tariamas"),
)
NOTES = (
    "Man sunku kalbėti telefonu.",
    "Geriau susitikti gyvai.",
    "Prašau kalbėti lėtai.",
    "Noriu dirbti su kitais žmonėmis.",
    "Atsakymą skaitysiu su seserimi.",
    "",
    "",
)
CHANGED_NOTE = "Dabar galiu ateiti bet kurią dieną."
REPLIES = (
    "Laba diena.\nAš gavau Jūsų prašymą.\nAteikite pas mus antradienį 10 valandą.\nPasiimkite asmens dokumentą.",
    "Laba diena.\nAš perskaičiau Jūsų prašymą.\nRytoj aš Jums skambinsiu.\nMes kartu nuspręsime, ko reikia.",
    "Laba diena.\nŠi pagalba Jums tinka.\nAteikite pasirašyti prašymo.\nJei turite klausimų, rašykite čia.",
    "Laba diena.\nDabar visos vietos užimtos.\nVieta gali būti po 2 mėnesių.\nAš Jums parašysiu.",
)
SECOND_REPLY = "Laba diena.\nDėl Jūsų prašymo jau nuspręsta.\nRašau Jums laišką.\nJei ko nesuprasite, klauskite."
QUESTION = "Kada galite pas mus ateiti?"
ANSWERS = ("Pirmadienį", "Antradienį", "Nežinau")
NOTE = "Skambinau seseriai, ji taip pat ateis."
REASON = "Žmogus gyvena kitoje savivaldybėje."
INSTITUTION = "Pavyzdinis socialinių paslaugų centras"
HANDED_REASON = "Šią paslaugą teikia centras."
REOPENED_REASON = "Žmogus paskambino ir paklausė dar kartą."
STAFF = ("rasa", "mantas", "vadove")
"""The parts of the invented accounts before the @; the last one is the lead's."""


class Act(StrEnum):
    """What happens to an example after it was sent. SEND_AGAIN makes another one, of the same person."""

    TAKE = "take"
    CALL = "call"
    TRY = "try"
    REPLY = "reply"
    REPLY_AGAIN = "reply-again"
    ASK = "ask"
    NOTE = "note"
    CLOSE = "close"
    WITHDRAW = "withdraw"
    CHANGE = "change"
    PASS_ON = "pass-on"  # noqa: S105 - nothing secret is passed  # nosec B105
    FAIL = "fail"
    GIVE = "give"
    HAND = "hand"
    REOPEN = "reopen"
    SEND_AGAIN = "send-again"
    MERGE = "merge"


@dataclass(frozen=True)
class Fate:
    """When an example was sent, and what happens to it, each thing some working hours after the one before.

    `ending` is the id of the result with which it is closed.
    """

    least_days_ago: int
    most_days_ago: int
    acts: tuple[tuple[Act, int], ...] = ()
    ending: str = ""


FATES: tuple[Fate, ...] = (
    Fate(0, 1),
    Fate(1, 3, ((Act.TAKE, 6),)),
    Fate(4, 30, ((Act.TAKE, 5), (Act.NOTE, 1), (Act.REPLY, 30))),
    Fate(2, 5, ((Act.TAKE, 4), (Act.ASK, 1))),
    Fate(24, 30),
    Fate(3, 6, ((Act.TAKE, 4), (Act.GIVE, 5))),
    Fate(6, 12, ((Act.SEND_AGAIN, 20), (Act.TAKE, 4), (Act.MERGE, 1))),
    Fate(1, 2, ((Act.SEND_AGAIN, 5),)),
    Fate(12, 60, ((Act.TAKE, 6), (Act.HAND, 20))),
    Fate(30, 60, ((Act.TAKE, 6), (Act.REPLY, 20), (Act.CLOSE, 60), (Act.REOPEN, 30)), "advice"),
    Fate(30, 330, ((Act.TAKE, 4), (Act.REPLY, 40), (Act.CLOSE, 200)), "service"),
    Fate(20, 300, ((Act.CALL, 20), (Act.CLOSE, 100)), "advice"),
    Fate(3, 200, ((Act.WITHDRAW, 20),)),
    Fate(10, 150, ((Act.PASS_ON, 24),)),
    Fate(2, 4, ((Act.FAIL, 1),)),
    Fate(3, 6, ((Act.TAKE, 3), (Act.CHANGE, 20))),
    Fate(26, 34, ((Act.TAKE, 30),)),
    Fate(60, 340, ((Act.TAKE, 60), (Act.CALL, 350), (Act.CLOSE, 100)), "not-reached"),
    Fate(40, 330, ((Act.REPLY, 50), (Act.REPLY_AGAIN, 120), (Act.CLOSE, 100)), "institution"),
    Fate(30, 330, ((Act.TAKE, 8), (Act.CALL, 26), (Act.REPLY, 24), (Act.CLOSE, 150)), "service"),
    Fate(50, 340, ((Act.CALL, 12), (Act.CLOSE, 60)), "changed-mind"),
    Fate(8, 40, ((Act.TRY, 4), (Act.CALL, 10))),
    Fate(60, 350, ((Act.REPLY, 90), (Act.CLOSE, 200))),
    Fate(0, 0),
    Fate(30, 330, ((Act.TAKE, 4), (Act.REPLY, 28), (Act.CLOSE, 180)), "service"),
    Fate(30, 330, ((Act.TAKE, 14), (Act.CALL, 50), (Act.CLOSE, 120)), "advice"),
)
"""Every state there is; more examples than fates go through them again."""

CHECKS: tuple[tuple[str, ...], ...] = (
    ("request", "talk"),
    ("check", "case-management", "from-18-to-64", "intellectual", "at-most-55", "yes"),
    ("request", "social-workshops"),
    ("check", "social-workshops", "from-18-to-64", "psychosocial", "no"),
    ("check", "family-case-management", "yes"),
    ("request", "case-management"),
    ("check", "social-workshops", "from-18-to-64", "intellectual", "yes"),
)
"""What a person presses, by the ids of choices: at once to a request, or by way of a check."""


HELPER = "other"
"""What is pressed by somebody who helps another person."""


@dataclass(frozen=True)
class Invented:
    """One person who asks: what they press and type, and what becomes of it. Without a phone they read in the chat."""

    name: str
    presses: tuple[str, ...]
    phone: str
    note: str
    fate: Fate
    reply: str

    @property
    def is_helped(self) -> bool:
        """Whether somebody else writes for them."""
        return HELPER in self.presses


def invented(count: int, chance: random.Random) -> Sequence[Invented]:
    """That many people, the same for the same chance."""
    people = []
    for nth in range(count):
        is_man = chance.random() < 0.5  # noqa: PLR2004 - half and half
        name = f"{chance.choice(FIRST_NAMES)[is_man]} {chance.choice(SURNAMES)[is_man]}"
        has_phone = chance.random() < 0.7  # noqa: PLR2004 - most people have one
        phone = f"+370 600 000 {chance.randrange(1, 100):02}" if has_phone else ""
        whom = HELPER if chance.random() < 0.4 else "self"  # noqa: PLR2004 - some people help others
        reach = ("call", chance.choice(("morning", "afternoon", "any"))) if phone else ("here",)
        people.append(
            Invented(
                name=name,
                presses=(whom, *chance.choice(CHECKS), *reach),
                phone=phone,
                note=chance.choice(NOTES),
                fate=FATES[nth % len(FATES)],
                reply=chance.choice(REPLIES),
            )
        )
    return people
