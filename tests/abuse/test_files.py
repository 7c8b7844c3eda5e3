"""What is exported opens as words: no formula, no markup, no code."""

import csv
import io
from types import SimpleNamespace
from typing import Any, cast

import pypdfium2
import pytest
import yaml
from odfdo import Document

from api.inbox.statistics_files import STARTS_FORMULA, as_csv, as_ods
from tests.abuse.evil import FORMULAS, MARK, TYPST
from tests.abuse.test_staff_pages import a_request
from tests.api.inbox.rights import a_browser
from tests.api.inbox.town import Town, Visitor

formula = pytest.mark.parametrize("cell", FORMULAS, ids=repr)
STATISTICS, LABELS = cast("Any", SimpleNamespace(tables=())), cast("Any", SimpleNamespace(gettext=str))
BLANK = "".join(map(chr, range(33))) + "\u00a0\u200b\u2060\ufeff"
"""What an office program may pass over before it looks how a cell begins."""


@formula
def test_no_cell_of_a_table_of_text_is_worked_out(cell: str) -> None:
    written = as_csv(STATISTICS, [(cell, 1)], LABELS, cast("Any", None)).decode("utf-8-sig")

    ((kept, number),) = csv.reader(io.StringIO(written, newline=""), delimiter=";")
    assert not kept.lstrip(BLANK).startswith((*STARTS_FORMULA, "＝", "＋", "－", "＠")), repr(kept)
    assert number == "1"


@formula
def test_no_cell_of_a_workbook_is_worked_out(cell: str) -> None:
    book = Document(io.BytesIO(as_ods(STATISTICS, [(cell, 1)], LABELS, cast("Any", None))))

    sheet = book.body.get_sheet(0)
    assert sheet is not None
    kept = sheet.get_cell((0, 0))
    assert kept.formula is None
    assert kept.type == "string"


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("words", TYPST)
async def test_a_document_holds_what_was_written_and_runs_none_of_it(place: Town, words: str) -> None:
    number = await a_request(place, name=f"{MARK} {words}", note=words, call_time=words)
    held = await place.held(Visitor.STAFF)

    async with a_browser(place.app, held.session) as browser:
        answer = await browser.get(f"/inbox/{number}/document")

    assert answer.headers["content-type"] == "application/pdf"
    pdf = pypdfium2.PdfDocument(answer.content)
    told = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pdf).replace("\u200b", "")
    assert "".join(words.split()) in told
    assert "root:" not in told


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("words", ["x: [", "!!python/object/apply:os.system ['id']", "a\n- b: c", "*anchor", "'\"#"])
async def test_what_is_taught_goes_into_its_file_as_words(place: Town, words: str) -> None:
    wish = await place.wish()
    held = await place.held(Visitor.ADMIN)

    async with a_browser(place.app, held.session) as browser:
        form = {"form_token": held.proof, "topic": "cost", "text": f"{words} {place.unique()}"}
        await browser.post(f"/inbox/editors/words/{wish}/accept", data=form)
        answer = await browser.get("/inbox/editors/taught.yaml")

    read = yaml.safe_load(answer.text)
    assert isinstance(read, dict | list) or read is None
