"""The page of statistics for leads, and the same tables as files."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

import structlog
from fastapi import APIRouter, Query, Response

from api.inbox.answers import InboxRoute
from api.inbox.auth import LeadAtDesk, Seat
from api.inbox.charts import Bar, bars
from api.inbox.pages import KEPT_BY_NOBODY, page
from api.inbox.statistics_files import CSV, ODS, FileKind, Row
from api.inbox.statistics_labels import StatisticsLabels, month_name
from assistant.i18n import format_day, translator
from assistant.usecases.statistics import MOST_MONTHS, Period, Statistics, Table, last_months, month_end, year_of

STATISTICS = APIRouter(prefix="/inbox", route_class=InboxRoute)

MONTHS_TO_CHOOSE = 60
YEAR = 12

Month = Annotated[str, Query(pattern=r"^(20[0-9]{2}-(0[1-9]|1[0-2]))?$")]

log = structlog.get_logger(__name__)


class Choice(StrEnum):
    """Which period to show."""

    LAST_12_MONTHS = "last-12-months"
    THIS_YEAR = "this-year"
    LAST_YEAR = "last-year"
    OWN = "own"


@dataclass(frozen=True)
class Shown:
    """A table with its chart (empty where there is nothing to draw) and the sentence that says what it shows."""

    table: Table
    chart: str
    sentence: str


@STATISTICS.get("/statistics")
async def statistics_page(
    seat: LeadAtDesk,
    period: Choice = Choice.LAST_12_MONTHS,
    start: Month = "",
    end: Month = "",
    *,
    examples: bool = False,
) -> Response:
    """Tables and charts of a period; small counts are hidden."""
    today = seat.host.statistics.today
    chosen = period_of(period, start, end, today)
    counted = await seat.host.statistics.of(seat.member, chosen, only_examples=examples)
    labels = StatisticsLabels(translator())
    return page(
        "statistics",
        seat=seat,
        choice=period,
        statistics=counted,
        shown=[_shown(table, counted, labels, seat) for table in counted.tables],
        only_examples=examples,
        months=[(month, month_name(month)) for month in reversed(last_months(today, MONTHS_TO_CHOOSE).months)],
        most_months=MOST_MONTHS,
        query=f"period={Choice.OWN}&start={chosen.months[0]}&end={chosen.months[-1]}",
    )


@STATISTICS.get("/statistics.csv")
async def statistics_csv(
    seat: LeadAtDesk, period: Choice = Choice.LAST_12_MONTHS, start: Month = "", end: Month = ""
) -> Response:
    """The tables for any office program; examples are in no file."""
    return await _taken(seat, CSV, period, start, end)


@STATISTICS.get("/statistics.ods")
async def statistics_ods(
    seat: LeadAtDesk, period: Choice = Choice.LAST_12_MONTHS, start: Month = "", end: Month = ""
) -> Response:
    """The tables as a workbook; examples are in no file."""
    return await _taken(seat, ODS, period, start, end)


async def _taken(seat: Seat, kind: FileKind, period: Choice, start: str, end: str) -> Response:
    """The file; that somebody took it along stands in the audit log."""
    chosen = period_of(period, start, end, seat.host.statistics.today)
    counted = await seat.host.statistics.of(seat.member, chosen, taken_as=kind.ending)
    labels = StatisticsLabels(translator())
    made = kind.write(counted, _heading(seat, counted, labels), labels, seat.host.library)
    return _file(made, kind.media_type, seat, chosen, kind.ending)


def period_of(choice: Choice, start: str, end: str, today: date) -> Period:
    """The days that are meant; of one's own period the last MOST_MONTHS months, whichever month was named first."""
    if choice is Choice.THIS_YEAR:
        return year_of(today.year)
    if choice is Choice.LAST_YEAR:
        return year_of(today.year - 1)
    if choice is Choice.LAST_12_MONTHS or not (start or end):
        return last_months(today, YEAR)
    first, last = sorted(date.fromisoformat(f"{month}-01") for month in (start or end, end or start))
    earliest = last_months(last, MOST_MONTHS).start
    return Period(max(first, earliest), month_end(last))


def _shown(table: Table, statistics: Statistics, labels: StatisticsLabels, seat: Seat) -> Shown:
    names = seat.host.library
    title = labels.title(table.id)
    rows = [
        Bar(
            labels.line(table.id, line, names),
            line.count if line.share is None else line.share,
            labels.count(line, table) if line.share is None else labels.share(line, table),
        )
        for line in table.lines
    ]
    is_drawn = any(row.count for row in rows)
    chart = bars(rows, labels.gettext("Chart: %(title)s") % {"title": title}) if is_drawn else ""
    return Shown(table, chart, labels.sentence(table, statistics, names))


def _heading(seat: Seat, statistics: Statistics, labels: StatisticsLabels) -> list[Row]:
    """Whose numbers these are, of when, and why some are missing."""
    known = seat.host.library.municipalities.get(seat.member.municipality)
    period = statistics.period
    return [
        (labels.gettext("Municipality"), known.name if known else seat.member.municipality),
        (labels.gettext("Period"), f"{format_day(period.start)} – {format_day(period.end)}"),
        (labels.gettext("Made"), format_day(seat.host.statistics.today)),
        (labels.hidden,),
    ]


def _file(made: bytes, media_type: str, seat: Seat, period: Period, ending: str) -> Response:
    name = f"statistika-{seat.member.municipality}-{period.months[0]}-{period.months[-1]}.{ending}"
    log.info("statistics exported", municipality=seat.member.municipality, file=name)
    headers = KEPT_BY_NOBODY | {"content-disposition": f'attachment; filename="{name}"'}
    return Response(made, media_type=media_type, headers=headers)
