"""The subcommands of those who own the words: `content` and `missed`."""

import asyncio
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from assistant.cli_words import say, settings_from

content_app = typer.Typer(help="The words and data that editors own.", no_args_is_help=True)
missed_app = typer.Typer(help="What was not understood, for editors to teach.", no_args_is_help=True)

Folder = Annotated[Path | None, typer.Argument(help="Another content folder.")]


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


class ReportForm(StrEnum):
    """How the report on all content is written."""

    HTML = "html"
    TEXT = "text"
    JSON = "json"


@content_app.command("check")
def content_check(
    folder: Folder = None,
    fmt: Annotated[Format, typer.Option("--format", help="How to write the report.")] = Format.TEXT,
) -> None:
    """Check all content; names file, line, what is wrong and what to do."""
    from assistant.commands.content import content_report, examination_of, totals_lines  # noqa: PLC0415 - the measures of language take a second to load

    folder = folder or settings_from().content_dir
    found = examination_of(folder)
    for line in content_report(found, folder, fmt.value):
        typer.echo(line)
    for line in totals_lines(found):
        say(line)
    raise typer.Exit(1 if any(problem.is_error for problem in found.problems) else 0)


@content_app.command("claims")
def content_claims(
    folder: Folder = None,
    documents: Annotated[
        Path | None, typer.Option(help="Where the documents themselves lie, to compare the facts with them.")
    ] = None,
) -> None:
    """List every number that content states, with its sentence and the fact that holds it."""
    from assistant.commands.content_claims import claim_lines, problems_of_claims  # noqa: PLC0415 - as above

    content = folder or settings_from().content_dir
    for line in claim_lines(content):
        typer.echo(line)
    problems = problems_of_claims(content, documents)
    for problem in problems:
        typer.echo(f"{problem.file}:{problem.line}: {problem.severity}: {problem.what} {problem.mend}")
    errors = sum(problem.is_error for problem in problems)
    say(f"{errors} errors, {len(problems) - errors} warnings.")
    raise typer.Exit(1 if errors else 0)


@content_app.command("report")
def content_report(
    folder: Folder = None,
    fmt: Annotated[ReportForm, typer.Option("--format", help="How to write the report.")] = ReportForm.HTML,
    output: Annotated[Path | None, typer.Option(help="Where to; by default standard output.")] = None,
) -> None:
    """Show every text as people read it, with its numbers, its faults, its sources and its reviews."""
    from assistant.commands.content_report.written import written_report  # noqa: PLC0415 - as above

    report = written_report(folder or settings_from().content_dir, fmt.value, date.today())  # noqa: DTZ011 - its own day
    if output is None:
        typer.echo(report)
    else:
        output.write_text(f"{report}\n", encoding="utf-8")
        say(f"The report is in {output}.")


@content_app.command("words")
def content_words(folder: Folder = None) -> None:
    """Print the forms of all texts that the closed lexicon lacks, with what the dictionary says that they are."""
    from assistant.commands.content_words import unclassified_lines  # noqa: PLC0415 - as above

    for line in unclassified_lines(folder or settings_from().content_dir):
        typer.echo(line)


@content_app.command("understood")
def content_understood() -> None:
    """Say how well each text is understood: answers to its question, counted without anybody's data."""
    from assistant.commands.understood import understood_lines  # noqa: PLC0415 - the database takes a second that others need not wait

    for line in asyncio.run(understood_lines(settings_from())):
        typer.echo(line)


@missed_app.command("list")
def missed_list() -> None:
    """Show the wishes that were not understood, the commonest first, with the topics that may be meant."""
    from assistant.commands.missed import missed_lines  # noqa: PLC0415 - as above

    for line in asyncio.run(missed_lines(settings_from())):
        typer.echo(line)


@missed_app.command("accept")
def missed_accept(
    wish: Annotated[str, typer.Argument(help="The id of the wish, or its beginning.")],
    topic: Annotated[str, typer.Argument(help="The topic that was meant.")],
    service: Annotated[str, typer.Option(help="The service that it was about.")] = "",
    words: Annotated[str, typer.Option(help="Better words, instead of those that were kept.")] = "",
) -> None:
    """Teach a wish: it becomes an example of the topic, and tests hold on to it."""
    from assistant.commands.missed import accept  # noqa: PLC0415 - as above

    text = asyncio.run(accept(settings_from(), wish, topic, service, words))
    say(f"Learned: {text}")
    say("The assistant knows it after its next start.")


@missed_app.command("learn")
def missed_learn(
    file: Annotated[Path, typer.Argument(help="The file that the editors' corner of a server gave.")],
) -> None:
    """Put words that were accepted on a server into the content files of this machine."""
    from assistant.commands.missed import learn  # noqa: PLC0415 - as above

    say(f"{learn(settings_from().content_dir, file)} texts are learned.")


@missed_app.command("drop")
def missed_drop(wish: Annotated[str, typer.Argument(help="The id of the wish, or its beginning.")]) -> None:
    """Throw a wish away."""
    from assistant.commands.missed import drop  # noqa: PLC0415 - as above

    say(f"{asyncio.run(drop(settings_from(), wish))} texts are forgotten.")
