"""Papers as accessible PDF, by typst: tagged, in reading order, with PDF/UA-1 enforced by the compiler itself."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import typst

from assistant.adapters.letter_forms import writable
from assistant.delivery.paper import Paper, PaperLine, PaperPart
from assistant.library.pictures import read_pictures

HERE = Path(__file__).parent
STANDARD: Literal["ua-1"] = "ua-1"
"""ISO 14289-1, accessible PDF; typst refuses to write a document that breaks its rules."""


class TypstDocuments:
    """The port Documents, with the letters and pictures of this product and none of the machine's."""

    def __init__(self, pictures: Path) -> None:
        self._folder = pictures
        self._meanings = {name: picture.meaning for name, picture in read_pictures(pictures).items()}
        self._look = (HERE / "paper.typ").read_bytes()
        # The compiler's own letters stand in for scripts that ours does not have.
        self._letters = typst.Fonts(include_system_fonts=False, font_paths=[HERE / "fonts"])

    async def pdf(self, paper: Paper) -> bytes:
        """The paper as PDF/UA-1; takes some hundredths of a second, in a thread of its own."""
        return await asyncio.to_thread(self._compiled, paper)

    def _compiled(self, paper: Paper) -> bytes:
        compiler = typst.Compiler(
            self._look, root=self._folder, font_paths=self._letters, ignore_system_fonts=True, package_path=HERE
        )
        data = json.dumps(self._data(paper), ensure_ascii=False)
        written = compiler.compile(format="pdf", sys_inputs={"paper": data}, pdf_standards=STANDARD)
        if not isinstance(written, bytes):
            raise TypeError("typst gave no file")
        return written

    def _data(self, paper: Paper) -> dict[str, Any]:
        """The paper as the template reads it, with only such signs as its letters have."""
        lines = [line for part in paper.parts for line in part.lines]
        if not all(writable(text).is_whole for line in lines for text in (line.label, *line.words)):
            told = PaperPart("", (paper.unwritable,))
            paper = replace(paper, parts=(*paper.parts, told))
        return {
            "title": _line(paper.title),
            "author": _line(paper.author),
            "language": paper.language,
            "footer": _line(paper.footer),
            "to_sign": [_line(label) for label in paper.to_sign],
            "parts": [
                {"heading": _line(part.heading), "lines": [self._line_data(line) for line in part.lines]}
                for part in paper.parts
            ],
        }

    def _line_data(self, line: PaperLine) -> dict[str, Any]:
        is_known = line.picture in self._meanings
        return {
            "picture": f"/{line.picture}.svg" if is_known else "",
            "alt": self._meanings[line.picture] if is_known else "",
            "label": _line(line.label),
            "words": [paragraph for text in line.words for paragraph in writable(text).paragraphs],
        }


def _line(text: str) -> str:
    return " ".join(writable(text).paragraphs)
