"""Looks from all sides, one after the other, and gives what was found in the order in which it is told."""

from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence

from assistant.adapters.clock import SystemClock
from assistant.adapters.site import OwnSite
from assistant.commands.doctor.database import look_at_database
from assistant.commands.doctor.finding import Deployment, Finding, Look, State, fine, mend
from assistant.commands.doctor.folders import look_at_folders
from assistant.commands.doctor.inside import (
    look_at_content,
    look_at_licences,
    look_at_papers,
    look_at_signing_in,
    look_at_voice,
)
from assistant.commands.doctor.keeping import look_at_backups, look_at_bot, look_at_worker
from assistant.commands.doctor.listening import look_at_listening
from assistant.commands.doctor.outside import look_at_address, look_at_mail, look_at_telegram
from assistant.errors import AiskiaiError, SettingsError
from assistant.library.loader import load_library
from assistant.settings import Settings

LOOKS: Sequence[tuple[str, Look]] = (
    ("Data folder", look_at_folders),
    ("Database", look_at_database),
    ("Backups", look_at_backups),
    ("Worker", look_at_worker),
    ("Bot", look_at_bot),
    ("Address", look_at_address),
    ("Mail", look_at_mail),
    ("Telegram", look_at_telegram),
    ("Second factor", look_at_signing_in),
    ("Content", look_at_content),
    ("Papers", look_at_papers),
    ("Voice", look_at_voice),
    ("Voice messages", look_at_listening),
    ("Licences", look_at_licences),
)


async def examined(deployment: Deployment, looks: Sequence[tuple[str, Look]] = LOOKS) -> AsyncIterator[Finding]:
    """Each finding as soon as it is known. What cannot be looked at is a finding itself."""
    for about, look in looks:
        try:
            found = await look(deployment)
        except AiskiaiError as error:
            found = [mend(about, str(error))]
        except Exception as error:  # noqa: BLE001 - a doctor who faints helps nobody; its words may hold a password
            found = [
                mend(about, f"it could not be looked at ({type(error).__name__}). Look at its log and its rights.")
            ]
        for finding in found:
            yield finding


async def examine(read: Callable[[], Settings], tell: Callable[[str], object]) -> Counter[State]:
    """Tell each finding in a line; gives how many there are of each state. Raises nothing for what is only broken."""
    counts: Counter[State] = Counter()
    try:
        settings = read()
    except SettingsError as error:
        tell(str(mend("Settings", str(error))))
        return Counter({State.MEND: 1})
    tell(str(fine("Settings", "they can be read.")))
    deployment = Deployment(
        settings, SystemClock(), OwnSite(), lambda chosen: load_library(chosen.content_dir, chosen.memory_dir)
    )
    async for finding in examined(deployment):
        tell(str(finding))
        counts[finding.state] += 1
    return counts
