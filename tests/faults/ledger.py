"""What persons did and were shown, against what stands in the inbox and what reached the mail server."""

from collections import Counter
from dataclasses import dataclass, field

from tests.faults.mail_server import MailServer


@dataclass
class Ledger:
    """Kept by the persons of an experiment."""

    shown: Counter[str] = field(default_factory=Counter)
    """For each number, how many pressings of Siųsti were answered with it."""
    pressed: int = 0
    """How many filled-in requests were sent off, each by one pressing of Siųsti and its repetitions."""
    repeated: int = 0
    """How often a person pressed or wrote the same once more, because no answer came."""
    unposted: set[str] = field(default_factory=set)
    """Numbers about which no letter can come, since the mail server refused it for good."""
    slowest: float = 0.0
    """Seconds that the slowest answer took which needed no repetition."""
    rough: list[str] = field(default_factory=list)
    """Answers that no person should get: an error that is not a kind request to wait."""
    longest_silence: float = 0.0
    """Seconds until somebody who repeated was answered."""


@dataclass(frozen=True)
class Sum:
    """What an experiment found. Lost and doubled are numbers, or words where there is no number."""

    kills: int
    submissions: int
    lost: tuple[str, ...]
    doubled: tuple[str, ...]
    notes: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether nothing went wrong."""
        return not self.lost and not self.doubled and not self.failures


def summed(ledger: Ledger, listed: Counter[str], mail: MailServer, kills: int) -> Sum:
    """The ledger against the inbox and the mail.

    Lost is a number that was shown and is not in the inbox, or about which no letter came, or a pressing that was never
    answered with a number. Doubled is a number in the inbox or in a letter that nobody was shown, one that two requests
    were answered with, and a letter that came under two Message-IDs.
    """
    letters_due = [number for number in ledger.shown if number not in ledger.unposted]
    lost = [number for number in ledger.shown if not listed[number]]
    lost += [f"{number} (no letter)" for number in letters_due if not mail.has_letter_about(number)]
    lost += ["a request without a number"] * (ledger.pressed - sum(ledger.shown.values()))
    doubled = [number for number in set(listed) | set(mail.ids) if not ledger.shown[number]]
    doubled += [f"{number} (for {times} requests)" for number, times in ledger.shown.items() if times > 1]
    doubled += [f"{number} (letters with {len(ids)} Message-IDs)" for number, ids in mail.ids.items() if len(ids) > 1]
    return Sum(kills, ledger.pressed, tuple(lost), tuple(doubled), failures=tuple(sorted(set(ledger.rough))))
