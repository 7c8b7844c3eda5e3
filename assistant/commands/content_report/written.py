"""The report in the form that was asked for."""

from datetime import date
from pathlib import Path
from typing import Literal

from assistant.commands.content_report.page import as_page
from assistant.commands.content_report.plain import as_json, as_text
from assistant.i18n import translator
from assistant.library.report.gathering import gathered
from assistant.library.report.wording import Wording

Form = Literal["html", "text", "json"]


def written_report(folder: Path, form: Form, today: date) -> str:
    """The report on a content folder. Raises ContentError where something in it cannot be read."""
    report = gathered(folder, today)
    wording = Wording(translator())
    if form == "html":
        return as_page(report, wording, folder / "pictures")
    return as_json(report) if form == "json" else "\n".join(as_text(report, wording))
