"""Reads from the folders of a deployment who is alive there, and how old its newest backup is."""

import asyncio
from pathlib import Path

from assistant.adapters.backups.files import backups_in, made_at
from assistant.adapters.heartbeat import Heartbeat
from assistant.usecases.signs import Signs


async def signs_in(workers: Path, bots: Path, backups: Path) -> Signs:
    """What can be seen there now; a folder that cannot be read shows nothing."""
    return await asyncio.to_thread(_signs, workers, bots, backups)


def _signs(workers: Path, bots: Path, backups: Path) -> Signs:
    made = backups_in(backups) if backups.is_dir() else []
    return Signs(Heartbeat(workers).newest(), Heartbeat(bots).newest(), made_at(made[-1]) if made else None)
