"""A paper is accessible: checked in the file's own tags, and in what can be read out of it."""

import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from assistant.adapters.documents import TypstDocuments
from assistant.adapters.letter_forms import MISSING
from assistant.delivery.paper import Paper, PaperLine, PaperPart
from assistant.library.pictures import read_pictures

PICTURES = Path(__file__).resolve().parents[2] / "content" / "pictures"
ABUSE = {
    "typst markup": '#panic("x") #import "@preview/evil:1.0.0" ] [ $x^2$ *bold* _it_ = T <label> @ref `raw` // gone',
    "html": "<script>alert(1)</script> &amp; <b>bold</b>",
    "backslashes": "\\u{41} \\ \\n %PDF-1.7 (\\051) <</Type>>",
    "two thousand letters": "ąčęėįšųūž " * 200,
    "one word without end": "ą" * 2000,
    "right to left": "\u202eatkeerg\u202c \u2067vardas\u2069 \u200fx",
    "picture signs": "Labas 👨‍👩‍👧 🎉 ❤️!",
    "far scripts": "你好 שלום مرحبا नमस्ते",
    "near scripts": "Привіт, ґанок; Ελλάδα",
    "control signs": "a\x00b\x07c\ufeffd\u200be\ufffe",
    "half a pair": "\ud83d",
    "accents": "e\u0307\u0301 ė́ ū̃",
    "nothing": "",
    "blanks": "   \n \n  ",
}


@pytest.fixture(scope="module")
def documents() -> TypstDocuments:
    return TypstDocuments(PICTURES)


def paper(*words: str) -> Paper:
    return Paper(
        name="prasymas",
        title="Prašymas dėl pagalbos",
        parts=(
            PaperPart("", (PaperLine(("47 12 80 35",), "Prašymo numeris", "list"),)),
            PaperPart("Ko reikia", (PaperLine(words, "Dar svarbu", "write"), PaperLine(("Be paveikslėlio",)))),
        ),
        footer="Prašymo numeris 47 12 80 35",
        to_sign=("Parašas",),
        author="Aiškiai",
        unwritable=PaperLine(("Kai kurių ženklų čia nėra.",), picture="warning"),
    )


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)


def elements(node: Any) -> Iterator[tuple[str, Any]]:
    """The structure's elements, in the order in which they are read aloud."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S), node
        if "/K" in node:
            yield from elements(node.K)


async def test_the_file_says_that_it_is_accessible_in_its_language_and_by_its_title(documents: TypstDocuments) -> None:
    pdf = pikepdf.open(BytesIO(await documents.pdf(paper("Labas"))))
    assert str(pdf.Root.Lang) == "lt"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Prašymas dėl pagalbos"


async def test_headings_pictures_and_words_are_tagged_in_the_order_of_reading(documents: TypstDocuments) -> None:
    pdf = pikepdf.open(BytesIO(await documents.pdf(paper("Labas"))))
    found = list(elements(pdf.Root.StructTreeRoot.K))
    told = [kind for kind, _ in found if kind in {"/H1", "/H2", "/Figure"}]
    assert told == ["/H1", "/Figure", "/H2", "/Figure"]
    meanings = [str(element.Alt) for kind, element in found if kind == "/Figure"]
    known = read_pictures(PICTURES)
    assert meanings == [known["list"].meaning, known["write"].meaning]


async def test_nothing_on_the_pages_is_outside_the_tags(documents: TypstDocuments) -> None:
    pdf = pikepdf.open(BytesIO(await documents.pdf(paper(*ABUSE.values()))))
    paints = {"Tj", "TJ", "'", '"', "Do", "f", "F", "f*", "B", "S", "s", "sh"}
    for page in pdf.pages:
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            match str(instruction.operator):
                case "BDC" | "BMC":
                    depth += 1
                case "EMC":
                    depth -= 1
                case name:
                    assert depth or name not in paints, f"{name} outside of any tag"


@pytest.mark.parametrize("words", ABUSE.values(), ids=ABUSE.keys())
async def test_whatever_a_person_writes_is_data(documents: TypstDocuments, words: str) -> None:
    began = time.perf_counter()
    pdf = await documents.pdf(paper(words))
    assert time.perf_counter() - began < 1.0
    assert "47 12 80 35" in text_of(pdf)


async def test_markup_is_shown_as_it_was_written(documents: TypstDocuments) -> None:
    for name in ("typst markup", "html", "backslashes"):
        shown = text_of(await documents.pdf(paper(ABUSE[name]))).replace("\u200b", "")
        assert ABUSE[name].replace(" ", "") in shown.replace(" ", ""), name


async def test_no_letter_of_a_long_text_is_lost_or_runs_off_the_page(documents: TypstDocuments) -> None:
    pdf = await documents.pdf(paper("ą" * 2000))
    assert text_of(pdf).count("ą") >= 2000
    page = pypdfium2.PdfDocument(pdf)[0]
    inside = page.get_textpage().get_text_bounded(left=0, right=page.get_width() - 40)
    assert inside.count("ą") == page.get_textpage().get_text_range().count("ą")


async def test_signs_without_a_letter_form_are_marked_and_told(documents: TypstDocuments) -> None:
    shown = text_of(await documents.pdf(paper("Labas 👨‍👩‍👧!")))
    assert f"Labas {MISSING}!" in shown
    assert "Kai kurių ženklų čia nėra." in shown
    assert "Kai kurių ženklų čia nėra." not in text_of(await documents.pdf(paper("Labas!")))


async def test_the_direction_of_writing_cannot_be_turned(documents: TypstDocuments) -> None:
    shown = text_of(await documents.pdf(paper("Ona\u202eatkeerg\u202c")))
    assert "Onaatkeerg" in shown
    assert "\u202e" not in shown
