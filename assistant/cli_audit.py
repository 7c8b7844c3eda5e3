"""The subcommands of the audit log: `audit verify`, `audit show`, `audit restored`."""

import asyncio
from typing import Annotated

import typer

from assistant.cli_words import say, settings_from

audit_app = typer.Typer(help="Who saw, changed and exported what.", no_args_is_help=True)


@audit_app.command("verify")
def audit_verify(
    head: Annotated[str, typer.Option(help="The end of the log as an earlier verify told it.")] = "",
) -> None:
    """Say whether the audit log is whole, and which line is the first that is not; exit 1 where it is broken."""
    from assistant.commands.audit import verified  # noqa: PLC0415 - the database takes a second that others need not wait

    lines, is_whole = asyncio.run(verified(settings_from(), head))
    for line in lines:
        typer.echo(line)
    raise typer.Exit(0 if is_whole else 1)


@audit_app.command("restored")
def audit_restored() -> None:
    """Say in the log that the database was put back by other means than `aiskiai restore`, and go on from there."""
    from assistant.commands.audit import note_restore  # noqa: PLC0415 - as above

    asyncio.run(note_restore(settings_from()))
    say("The audit log says that a backup was restored. Its end is noted anew.")


@audit_app.command("show")
def audit_show(number: Annotated[str, typer.Option(help="The referral's number.")]) -> None:
    """Show everything that was done with a referral; that you looked is itself put into the log."""
    from assistant.commands.audit import lines_about  # noqa: PLC0415 - as above

    for line in asyncio.run(lines_about(settings_from(), number)):
        typer.echo(line)
