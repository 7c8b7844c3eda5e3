"""The subcommands of encryption keys: `keys list`, `new`, `rotate`, `drop`, `renew-secret`, `copy` and `put-back`."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from assistant.cli_words import say, settings_from

keys_app = typer.Typer(help="Keys under which what people wrote is encrypted.", no_args_is_help=True)


@keys_app.command("list")
def keys_list() -> None:
    """List the master keys, newest first: name, newest or older, and how many data keys each wraps."""
    from assistant.commands.keys import listed  # noqa: PLC0415 - the database takes a second that others need not wait

    for line in asyncio.run(listed(settings_from())):
        typer.echo(line)


@keys_app.command("new")
def keys_new() -> None:
    """Print a fresh master key for AISKIAI_ENCRYPTION_KEYS; nothing is changed."""
    from assistant.commands.keys import new_key  # noqa: PLC0415 - as above

    say("Put it first in AISKIAI_ENCRYPTION_KEYS, before the keys that are there, with a comma between them.")
    typer.echo(new_key())


@keys_app.command("rotate")
def keys_rotate() -> None:
    """Wrap all data keys by the newest master key while the product runs; exit 1 where some are left."""
    from assistant.commands.keys import rotated  # noqa: PLC0415 - as above

    raise typer.Exit(0 if asyncio.run(rotated(settings_from(), say)) else 1)


@keys_app.command("drop")
def keys_drop(name: Annotated[str, typer.Argument(help="The key's name, as `keys list` shows it.")]) -> None:
    """Take a master key that wraps nothing any more out of the data folder."""
    from assistant.commands.keys import dropped  # noqa: PLC0415 - as above

    asyncio.run(dropped(settings_from(), name))
    say(f"{name} is taken away.")


@keys_app.command("renew-secret")
def keys_renew_secret() -> None:
    """Make a fresh secret key in the data folder; stop everything first, start it anew afterwards."""
    from assistant.commands.keys import renewed_secret  # noqa: PLC0415 - as above

    earlier = renewed_secret(settings_from())
    say(f"There is a fresh key. What the old one made is still known by {earlier}. Start every process anew.")


@keys_app.command("copy")
def keys_copy() -> None:
    """Write the copy of the data keys anew; prints where it is. The worker does so by itself, too."""
    from assistant.commands.backup import copy_data_keys  # noqa: PLC0415 - as above

    settings = settings_from()
    count = asyncio.run(copy_data_keys(settings))
    say(f"{count} data keys are in the copy. Keep it away from archives that keep old files.")
    typer.echo(settings.data_key_copy)


@keys_app.command("put-back")
def keys_put_back(
    file: Annotated[Path | None, typer.Argument(help="The copy; by default the one that is written by itself.")] = None,
) -> None:
    """Give a database that was laid in place by hand the keys of a copy; stop server, bot and workers first."""
    from assistant.commands.keys import put_back  # noqa: PLC0415 - as above

    done = asyncio.run(put_back(settings_from(), file))
    say(f"{done.keys} data keys are there. {done.erased} requests were erased since and stay unreadable.")
