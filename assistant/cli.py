"""The command aiskiai: each subcommand in a line or two; what it does is in assistant/commands."""

import asyncio
import io
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from assistant.cli_audit import audit_app
from assistant.cli_editors import Format, content_app, missed_app
from assistant.cli_keys import keys_app
from assistant.cli_operators import doctor, drill
from assistant.cli_words import say, settings_from
from assistant.errors import AiskiaiError
from assistant.usecases.access import Role

app = typer.Typer(
    help="Explains social services in easy Lithuanian and forwards requests to the municipality.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
staff_app = typer.Typer(help="Accounts of municipal staff.", no_args_is_help=True)
app.add_typer(staff_app, name="staff")
app.add_typer(content_app, name="content")
app.add_typer(missed_app, name="missed")
app.add_typer(audit_app, name="audit")
app.add_typer(keys_app, name="keys")
app.command()(doctor)
app.command()(drill)


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
    *,
    worker: Annotated[bool, typer.Option(help="Also send what the outbox holds.")] = True,
    demo: Annotated[
        bool, typer.Option("--demo", help="Make a staff account, print its first sign-in, and fill an empty inbox.")
    ] = False,
) -> None:
    """Serve the web chat, the staff inbox, the API and the worker."""
    from assistant.commands.serve import Serving, serve_until_stopped  # noqa: PLC0415 - the web server takes a second that others need not wait

    chosen = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    asyncio.run(serve_until_stopped(settings_from(**chosen), Serving(worker=worker, demo=demo), say))


@app.command()
def bot(
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Only say what is wrong; exit 1 where there is something.")
    ] = False,
) -> None:
    """Run the Telegram bot, by long polling or by webhook."""
    if check:
        from bot.check import check as look  # noqa: PLC0415 - aiogram takes a second that others need not wait

        raise typer.Exit(0 if asyncio.run(look(settings_from(), say)) else 1)
    from assistant.commands.bot import run_until_stopped  # noqa: PLC0415 - as above

    asyncio.run(run_until_stopped(settings_from()))


@app.command()
def worker() -> None:
    """Send what the outbox holds; any number of workers may run."""
    from assistant.commands.serve import work_until_stopped  # noqa: PLC0415 - kept beside its only use

    asyncio.run(work_until_stopped(settings_from()))


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    from assistant.adapters.database.schema import migrate as bring  # noqa: PLC0415 - kept beside its only use

    settings = settings_from()
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    asyncio.run(bring(settings.database))
    say("The database has the newest schema.")


@app.command()
def backup(
    file: Annotated[
        Path | None, typer.Argument(help="Where to; by default a dated file in AISKIAI_BACKUP_DIR.")
    ] = None,
) -> None:
    """Make a checked backup of the database while it is in use; prints where it is."""
    from assistant.commands.backup import back_up  # noqa: PLC0415 - kept beside its only use

    made = asyncio.run(back_up(settings_from(), file))
    say("The backup is whole. It holds what people wrote, so keep it as safe as the database.")
    typer.echo(made)


@app.command()
def restore(
    file: Path,
    keys: Annotated[
        Path | None, typer.Option(help="The copy of the data keys; by default the one beside the backups.")
    ] = None,
) -> None:
    """Put a backup where the database is; stop server, bot and workers first."""
    from assistant.commands.backup import restore as put_back  # noqa: PLC0415 - kept beside its only use

    restored = asyncio.run(put_back(settings_from(), file, keys))
    say("The backup is restored and has the newest schema. New requests get numbers that were never given before.")
    if restored.erased:
        say(f"{restored.erased} requests in it were erased after it was made. They stay unreadable.")
    if restored.aside is not None:
        say("The database that was there before is kept here; delete it when you no longer need it:")
        typer.echo(restored.aside)


@app.command()
def retain(
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only print how much would be forgotten; change nothing.")
    ] = False,
) -> None:
    """Forget what may no longer be kept, and print how much of each kind; the worker does so daily."""
    from assistant.commands.retain import retained  # noqa: PLC0415 - kept beside its only use

    for line in asyncio.run(retained(settings_from(), is_dry_run=dry_run)):
        typer.echo(line)


@app.command()
def erased(
    number: Annotated[str, typer.Argument(help="The request's number.")],
    check: Annotated[str, typer.Option("--check", help="The code that was shown when the request was erased.")],
) -> None:
    """Check the proof that a request was erased; prints number, time and by whom, exit 1 where nothing is proved."""
    from assistant.commands.retain import checked  # noqa: PLC0415 - kept beside its only use

    found = asyncio.run(checked(settings_from(), number, check))
    if found is None:
        say("Number and code prove nothing.")
        raise typer.Exit(1)
    typer.echo(found)


@app.command()
def talk(
    person: Annotated[str, typer.Option("--as", help="Whose conversation to go on with.")] = "terminal",
    seed: Annotated[int | None, typer.Option(help="Make ids and numbers repeatable.")] = None,
) -> None:
    """Talk with the assistant in the terminal."""
    from assistant.commands.talk import talk_until_over  # noqa: PLC0415 - kept beside its only use

    asyncio.run(talk_until_over(settings_from(), person, seed, sys.stdin, sys.stdout))


@app.command()
def speak(
    every: Annotated[int, typer.Option(min=1, help="Only each so many-th sentence, for a quick look.")] = 1,
) -> None:
    """Render all sentences of content ahead, so that nobody waits for a sound; exit 1 where one cannot be heard."""
    from assistant.commands.speak import speak_all  # noqa: PLC0415 - kept beside its only use
    from assistant.library.loader import load_library  # noqa: PLC0415 - the same

    settings = settings_from()
    library = load_library(settings.content_dir, settings.memory_dir)
    spoken = asyncio.run(speak_all(settings, library, say, every))
    for fault in spoken.faults:
        say(fault)
    typer.echo(f"{spoken.count} sentences, {spoken.seconds:.0f} seconds, {spoken.size / 1_000_000:.1f} MB")
    raise typer.Exit(1 if spoken.faults else 0)


@staff_app.command("add")
def staff_add(
    email: str,
    municipality: Annotated[
        str, typer.Option(help="The municipality's id in content/municipalities.yaml, or its name.")
    ],
    role: Annotated[Role, typer.Option(help="What the person may do.")] = Role.STAFF,
) -> None:
    """Make an account for a member of staff and print a one-time sign-in link."""
    from assistant.commands.staff import sign_in_link  # noqa: PLC0415 - kept beside its only use

    link = asyncio.run(sign_in_link(settings_from(), email, municipality, role))
    say(f"{email} can sign in once with this link in the next 24 hours:")
    typer.echo(link)


@staff_app.command("reset-factors")
def staff_reset_factors(email: str) -> None:
    """Take all second factors of an account away, when phone and recovery codes are lost, and end its sessions."""
    from assistant.commands.staff import reset_factors  # noqa: PLC0415 - kept beside its only use

    asyncio.run(reset_factors(settings_from(), email))
    say(f"{email} has no second factor now and is signed out everywhere. Be sure that it was really they who asked.")


@staff_app.command("sign-out")
def staff_sign_out(email: Annotated[str, typer.Argument(help="Whose; without it, everybody's.")] = "") -> None:
    """End all sessions of one account, or of all, as when a computer was stolen; factors stay as they are."""
    from assistant.commands.staff import sign_out  # noqa: PLC0415 - kept beside its only use

    say(f"Signed out everywhere: {asyncio.run(sign_out(settings_from(), email))} accounts.")


@staff_app.command("remove")
def staff_remove(email: str) -> None:
    """Take an account away; whoever is signed in with it is so no longer."""
    from assistant.commands.staff import remove_account  # noqa: PLC0415 - kept beside its only use

    asyncio.run(remove_account(settings_from(), email))
    say(f"{email} has no account any more. What they did in requests stays there.")


@app.command()
def demo(
    municipality: Annotated[
        str, typer.Option(help="The municipality's id or name; by default AISKIAI_DEMO_MUNICIPALITY.")
    ] = "",
    count: Annotated[int, typer.Option(min=1, max=500, help="How many examples to make.")] = 40,
    seed: Annotated[int, typer.Option(help="The same seed makes the same examples.")] = 1,
    *,
    remove: Annotated[bool, typer.Option("--remove", help="Take the examples away, and nothing else.")] = False,
    beside_real: Annotated[
        bool, typer.Option("--beside-real", help="Make them also where there are real requests.")
    ] = False,
) -> None:
    """Fill an inbox with invented requests in all states, marked as examples and kept out of statistics."""
    from assistant.commands.demo.running import examples  # noqa: PLC0415 - kept beside its only use

    say(
        asyncio.run(
            examples(settings_from(), municipality, count=count, seed=seed, remove=remove, beside_real=beside_real)
        )
    )


@app.command()
def eligibility() -> None:
    """Check eligibility: JSON lines in, JSON lines out."""
    from assistant.commands.answer import eligibility_lines  # noqa: PLC0415 - kept beside its only use

    settings = settings_from()
    _pass_on(eligibility_lines(sys.stdin, settings.content_dir, settings.memory_dir, date.today()))  # noqa: DTZ011 - its own day


@app.command()
def understand() -> None:
    """Say what words mean: JSON lines in, JSON lines out."""
    from assistant.commands.answer import understanding_lines  # noqa: PLC0415 - kept beside its only use

    settings = settings_from()
    _pass_on(understanding_lines(sys.stdin, settings.content_dir, settings.memory_dir))


@app.command()
def easy(
    level: Annotated[int, typer.Option(min=1, max=3, help="Level of the Lithuanian recommendations.")] = 2,
    fmt: Annotated[Format, typer.Option("--format", help="How to write the report.")] = Format.TEXT,
) -> None:
    """Check Lithuanian text from standard input as easy language."""
    from assistant.commands.easy import easy_report  # noqa: PLC0415 - the measures of language take a second to load
    from assistant.library.vocabulary import load_vocabulary  # noqa: PLC0415 - the same

    typer.echo(easy_report(sys.stdin.read(), level, fmt.value, load_vocabulary(settings_from().content_dir)))


@app.command()
def bench(
    seconds: Annotated[int, typer.Option(min=2, help="How long turns are measured, each time.")] = 10,
    turns: Annotated[int, typer.Option(min=1, help="How many turns the full database holds.")] = 1_000_000,
    referrals: Annotated[int, typer.Option(min=1, help="How many referrals it holds.")] = 60_000,
    inbox: Annotated[int, typer.Option(min=1, help="How many requests one municipality's inbox holds.")] = 100_000,
    database_url: Annotated[str, typer.Option(help="An empty database for it; by default a SQLite file apart.")] = "",
) -> None:
    """Run the benchmarks: beside a bare route that commits as often, on an empty and on a full database."""
    from assistant.commands.bench.report import Size, report_lines  # noqa: PLC0415 - kept beside its only use

    for line in asyncio.run(
        report_lines(
            settings_from(), Size(seconds=seconds, turns=turns, referrals=referrals, inbox=inbox), database_url
        )
    ):
        typer.echo(line)


def _pass_on(lines: Iterable[str]) -> None:
    """Print each line at once; exit 1 where one of them reports an error."""
    has_error = False
    for line in lines:
        has_error = has_error or '"error":' in line
        typer.echo(line)
    raise typer.Exit(1 if has_error else 0)


def main() -> None:
    """Run the command; what the product knows how to name is said in one line, without a traceback."""
    # Data is UTF-8 whatever the machine's own language; bytes that are not are answered, not a traceback.
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except AiskiaiError as error:
        say(str(error))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
