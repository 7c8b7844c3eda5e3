"""The commands of whoever watches over a deployment: `doctor` and `drill`."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from assistant.cli_words import say, settings_from


def doctor() -> None:
    """Look at this deployment from all sides and say what to mend; changes nothing, exit 1 where something must."""
    from assistant.commands.doctor.examining import examine  # noqa: PLC0415 - what it looks at takes seconds to load
    from assistant.commands.doctor.finding import State  # noqa: PLC0415 - the same

    counts = asyncio.run(examine(settings_from, typer.echo))
    say(f"{counts[State.MEND]} must be mended, {counts[State.WARNING]} warnings.")
    raise typer.Exit(1 if counts[State.MEND] else 0)


def drill(
    file: Annotated[Path | None, typer.Argument(help="An older backup; by default one is made for the drill.")] = None,
    keys: Annotated[
        Path | None, typer.Option(help="The copy of the data keys to try; by default that of the database.")
    ] = None,
    database_url: Annotated[
        str, typer.Option(help="An empty PostgreSQL database for it, where the product runs on PostgreSQL.")
    ] = "",
) -> None:
    """Prove that a backup can be restored, in a place of its own; exit 1 where it cannot. Nothing live is changed."""
    from assistant.commands.drill import Chosen, drilled  # noqa: PLC0415 - kept beside its only use

    proved = asyncio.run(drilled(settings_from(), Chosen(file, keys, database_url), typer.echo))
    raise typer.Exit(0 if proved else 1)
