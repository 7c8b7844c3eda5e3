"""The commands of whoever watches over a deployment: `doctor` and `drill`."""

import asyncio

import typer

from assistant.cli_words import say, settings_from


def doctor() -> None:
    """Look at this deployment from all sides and say what to mend; changes nothing, exit 1 where something must."""
    from assistant.commands.doctor.examining import examine  # noqa: PLC0415 - what it looks at takes seconds to load
    from assistant.commands.doctor.finding import State  # noqa: PLC0415 - the same

    counts = asyncio.run(examine(settings_from, typer.echo))
    say(f"{counts[State.MEND]} must be mended, {counts[State.WARNING]} warnings.")
    raise typer.Exit(1 if counts[State.MEND] else 0)
