"""Every sign that counts as written has a letter form: the compiler refuses a document where one is missing."""

import unicodedata
from pathlib import Path

from assistant.adapters.documents import TypstDocuments
from assistant.adapters.letter_forms import MISSING, writable
from assistant.delivery.paper import Paper, PaperLine, PaperPart

PICTURES = Path(__file__).resolve().parents[2] / "content" / "pictures"
ALL_SIGNS = [chr(code) for code in range(0x20, 0x30000) if unicodedata.category(chr(code)) not in {"Cs", "Cn", "Co"}]


async def test_all_signs_that_count_as_written_can_be_written_also_in_bold() -> None:
    shown = [sign for sign in ALL_SIGNS if writable(sign).is_whole and writable(sign).paragraphs]
    assert len(shown) > 500
    lines = tuple(PaperLine((sign,), label=sign) for sign in shown)
    pdf = await TypstDocuments(PICTURES).pdf(Paper("all", "Visi ženklai", (PaperPart("", lines),)))
    assert pdf.startswith(b"%PDF-")


def test_lithuanian_and_the_scripts_of_the_neighbours_are_whole() -> None:
    for text in ("Ąžuolas, čia – „ėšūųį“ Žž 12 €!", "e\u0307\u0301", "Żółć", "Щёлково, Київ, Гомель ў", "Ελλάδα"):
        assert writable(text).is_whole, text


def test_what_is_not_seen_is_left_out_and_does_not_count() -> None:
    assert writable("a\u202e\u200b\ufeff\x00b").paragraphs == ("ab",)
    assert writable("a\u202e\u200b\ufeff\x00b").is_whole


def test_a_picture_sign_of_many_parts_becomes_one_mark() -> None:
    assert writable("Čia 👨‍👩‍👧 ir ❤️").paragraphs == (f"Čia {MISSING} ir {MISSING}",)


def test_each_line_is_a_paragraph_and_empty_ones_are_none() -> None:
    assert writable("pirma\r\n\r\n antra\u2028trečia\n").paragraphs == ("pirma", "antra", "trečia")
