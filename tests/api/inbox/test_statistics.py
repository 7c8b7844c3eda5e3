"""Statistics for leads: the page, its charts, and the files for the yearly report."""

import csv
import io
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from odfdo import Document

from api.inbox.charts import Bar, bars
from assistant.usecases.statistics import Period, Table, TableId, Waiting, last_months, whole_table, year_of
from tests.api.inbox.counts import a_year
from tests.api.inbox.fakes import LEAD, ONA, STRANGER, FakeHost, a_browser, a_referral
from tests.api.inbox.pages import words_in

YEAR = last_months(date(2026, 11, 30), 12)


@pytest.fixture
def host() -> FakeHost:
    host = FakeHost()
    host.statistics.tables[LEAD.municipality] = a_year(YEAR)
    host.statistics.waiting = Waiting(4, 2, 7)
    return host


async def shown(host: FakeHost, query: str = "") -> str:
    async with a_browser(host, host.session_of(LEAD)) as browser:
        answer = await browser.get(f"/inbox/statistics{query}")
    assert answer.status_code == 200, answer.text
    return words_in(answer)


async def test_each_table_says_in_a_sentence_what_it_shows(host: FakeHost) -> None:
    words = await shown(host)

    assert "Kretingos rajono savivaldybė, 2025 m. gruodžio 1 d. – 2026 m. lapkričio 30 d." in words
    assert "Daugiausia: Atvejo vadyba – 61 iš 100." in words
    assert "Pusė žmonių atsakymo laukė ne ilgiau kaip 4 darbo dienas." in words
    assert "Vidurinė pusė žmonių laukė nuo 2 iki 7 darbo dienų." in words
    assert "Savivaldybė ištesėjo 87 % pažadų." in words
    assert "Iš viso 100" in words


async def test_small_counts_stand_nowhere_on_the_page(host: FakeHost) -> None:
    host.statistics.tables[LEAD.municipality] = (whole_table(TableId.NEEDS, {"talk": 3, "case-management": 41}),)

    words = await shown(host)

    assert words.count("nerodoma") == 2
    assert " 3 " not in words.partition("Kas skaičiuojama")[2]
    assert "41" not in words
    assert "Iš viso 44" in words


async def test_results_that_the_program_does_not_know_are_shown_by_their_id(host: FakeHost) -> None:
    assert "Užbaigtas: =new" in await shown(host)


async def test_where_nothing_was_counted_the_page_says_so(host: FakeHost) -> None:
    host.statistics.tables[LEAD.municipality] = (whole_table(TableId.WHOM, {"self": 0, "other": 0}),)

    assert "Šiuo laikotarpiu nėra ko skaičiuoti." in await shown(host)


@pytest.mark.parametrize(
    ("query", "period"),
    [
        ("", YEAR),
        ("?period=this-year", year_of(2026)),
        ("?period=last-year", year_of(2025)),
        ("?period=own&start=2026-01&end=2026-03", Period(date(2026, 1, 1), date(2026, 3, 31))),
        ("?period=own&start=2026-03&end=2026-01", Period(date(2026, 1, 1), date(2026, 3, 31))),
        ("?period=own&start=2024-02", Period(date(2024, 2, 1), date(2024, 2, 29))),
        ("?period=own&start=2001-01&end=2026-12", Period(date(2024, 1, 1), date(2026, 12, 31))),
        ("?period=own", YEAR),
    ],
)
async def test_the_lead_chooses_whole_months(host: FakeHost, query: str, period: Period) -> None:
    host.statistics.tables = {}

    await shown(host, query)

    assert host.statistics.asked == [(period, False)]


@pytest.mark.parametrize("query", ["?period=ever", "?period=own&start=2026-13", "?start=1%27--"])
async def test_a_period_that_does_not_exist_is_refused(host: FakeHost, query: str) -> None:
    async with a_browser(host, host.session_of(LEAD)) as browser:
        assert (await browser.get(f"/inbox/statistics{query}")).status_code == 422


PATHS = ("/inbox/statistics", "/inbox/statistics.csv", "/inbox/statistics.ods")


@pytest.mark.parametrize("path", PATHS)
async def test_staff_may_not_see_statistics_and_find_no_way_there(host: FakeHost, path: str) -> None:
    async with a_browser(host, host.session_of(ONA)) as browser:
        assert (await browser.get(path)).status_code == 403
        assert "/inbox/statistics" not in (await browser.get("/inbox")).text
    assert host.statistics.asked == []


@pytest.mark.parametrize("path", PATHS)
async def test_another_municipality_sees_nothing_of_mine(host: FakeHost, path: str) -> None:
    async with a_browser(host, host.session_of(STRANGER)) as browser:
        answer = await browser.get(path)

    assert answer.status_code == 200
    if path.endswith("ods"):
        assert [sheet.name for sheet in Document(io.BytesIO(answer.content)).body.tables] == ["Apie"]
    else:
        assert "Atvejo vadyba" not in words_in(answer)


def test_a_chart_brings_no_style_no_script_and_nothing_from_elsewhere() -> None:
    drawn = ET.fromstring(bars([Bar("<b>A&B</b>", 3, "3"), Bar("C", None, "nerodoma")], 'Diagrama: "A"'))  # noqa: S314

    names = {part.tag.rpartition("}")[2] for part in drawn.iter()}
    assert names == {"svg", "g", "rect", "text"}
    assert not any(
        name == "style" or name.startswith("on") or "href" in name for part in drawn.iter() for name in part.attrib
    )
    assert drawn.attrib["aria-label"] == 'Diagrama: "A"'
    assert {"<b>A&B</b>", "nerodoma", "3"} <= {part.text for part in drawn.iter()}


def test_a_longer_bar_stands_for_more_and_none_for_what_is_hidden() -> None:
    drawn = ET.fromstring(bars([Bar("A", 10, "10"), Bar("B", 5, "5"), Bar("C", None, "nerodoma")], ""))  # noqa: S314

    widths = [float(part.attrib.get("width", 0)) for part in drawn.iter() if "rect reactive" in part.get("class", "")]
    assert sorted(widths) == pytest.approx([0, max(widths) / 2, max(widths)])


async def test_the_page_keeps_to_the_rules_for_what_it_may_load(host: FakeHost) -> None:
    async with a_browser(host, host.session_of(LEAD)) as browser:
        answer = await browser.get("/inbox/statistics")

    assert answer.headers["content-security-policy"].startswith("default-src 'self';")
    assert answer.text.count("<svg") == len(TableId)
    assert "<style" not in answer.text
    assert "style=" not in answer.text
    assert "<script" not in answer.text


async def test_the_table_opens_as_lithuanian_office_programs_want_it(host: FakeHost) -> None:
    async with a_browser(host, host.session_of(LEAD)) as browser:
        answer = await browser.get("/inbox/statistics.csv?period=own&start=2025-12&end=2026-11")

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    name = "statistika-kretingos-rajono-2025-12-2026-11.csv"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Savivaldybė", "Kretingos rajono savivaldybė"]
    assert ["Atvejo vadyba", "61", "61\u00a0%"] in rows
    assert ["2025 m. gruodis", "nerodoma", ""] in rows
    assert ["how-long", "mažiau nei 5", ""] in rows


async def test_no_cell_is_a_formula(host: FakeHost) -> None:
    host.statistics.tables[LEAD.municipality] = (
        replace(whole_table(TableId.NEEDS, {'=HYPERLINK("http://x";"y")': 9, "@sum": 7, "-1": 6})),
    )

    async with a_browser(host, host.session_of(LEAD)) as browser:
        answer = await browser.get("/inbox/statistics.csv")

    cells = [cell for row in csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";") for cell in row]
    assert [cell for cell in cells if cell[:1] in {"=", "+", "-", "@"}] == []
    assert "'@sum" in cells


async def test_the_workbook_has_a_sheet_for_each_table_with_numbers_as_numbers(host: FakeHost) -> None:
    async with a_browser(host, host.session_of(LEAD)) as browser:
        answer = await browser.get("/inbox/statistics.ods?period=own&start=2025-12&end=2026-11")

    book = Document(io.BytesIO(answer.content))
    sheets = {sheet.name: sheet.get_values() for sheet in book.body.tables}
    assert len(sheets) == 1 + len(TableId)
    assert sheets["Apie"][1][:2] == ["Laikotarpis", "2025 m. gruodžio 1 d. – 2026 m. lapkričio 30 d."]
    assert ["Atvejo vadyba", 61, "61\u00a0%"] in sheets["Kokios pagalbos žmonės prašo"]
    assert ["2025 m. gruodis", "nerodoma", ""] in [
        [cell or "" for cell in row] for row in sheets["Prašymai pagal mėnesį"]
    ]
    assert answer.headers["content-disposition"].endswith('2025-12-2026-11.ods"')


async def test_the_files_hide_what_the_page_hides(host: FakeHost) -> None:
    tables: tuple[Table, ...] = (whole_table(TableId.NEEDS, {"talk": 3, "case-management": 41}),)
    host.statistics.tables[LEAD.municipality] = tables
    async with a_browser(host, host.session_of(LEAD)) as browser:
        table = (await browser.get("/inbox/statistics.csv")).content.decode("utf-8-sig")
        book = Document(io.BytesIO((await browser.get("/inbox/statistics.ods")).content))

    assert ";41" not in table
    assert ";3;" not in table
    [_, sheet] = book.body.tables
    assert [row[1] for row in sheet.get_values()[2:]] == ["nerodoma", "nerodoma", 44]


async def test_examples_are_shown_apart_and_come_into_no_file(host: FakeHost) -> None:
    host.statistics.has_examples = True
    assert "Rodyti pavyzdžių statistiką" in await shown(host)

    words = await shown(host, "?examples=true")

    assert "Tai pavyzdžių skaičiai." in words
    assert "Metų ataskaitai" not in words
    async with a_browser(host, host.session_of(LEAD)) as browser:
        await browser.get("/inbox/statistics.csv?examples=true")
    assert [only for _, only in host.statistics.asked] == [False, True, False]


async def test_examples_are_marked_in_the_list_and_on_their_page(host: FakeHost) -> None:
    host.holds(a_referral("47128035"), replace(a_referral("55512340"), is_demo=True))

    async with a_browser(host, host.session_of(ONA)) as browser:
        assert (await browser.get("/inbox")).text.count("Pavyzdys</span>") == 1
        assert "Tai pavyzdys, o ne tikras prašymas." in words_in(await browser.get("/inbox/55512340"))
        assert "Tai pavyzdys" not in words_in(await browser.get("/inbox/47128035"))
