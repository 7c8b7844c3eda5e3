"""Pictures of content as PNG, by typst: messengers show no SVG, and a square one would push the words off a phone."""

import asyncio
import hashlib
from pathlib import Path

import typst

from assistant.library.pictures import read_pictures

SHEET = """
#set page(width: 480pt, height: 180pt, margin: 0pt, fill: white)
#align(center + horizon, image("/" + sys.inputs.file, height: 150pt))
"""
"""The drawing in the middle of a low white sheet; white, because what is see-through turns black there."""
PIXELS_PER_INCH = 144.0
"""Two pixels a point: 960 by 360 pixels, some 15 kilobytes."""


class DrawnPictures:
    """The port Pictures."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = {name: picture.file for name, picture in read_pictures(folder).items()}
        self._fingerprints: dict[str, str] = {}

    def fingerprint(self, picture: str) -> str:
        """A hash of the drawing and of the sheet."""
        if picture not in self._files:
            return ""
        if picture not in self._fingerprints:
            drawing = (self._folder / self._files[picture]).read_bytes()
            sheet = f"{SHEET}{PIXELS_PER_INCH}".encode()
            self._fingerprints[picture] = hashlib.sha256(sheet + drawing).hexdigest()
        return self._fingerprints[picture]

    async def png(self, picture: str) -> bytes:
        """The picture; takes some hundredths of a second, in a thread of its own."""
        return await asyncio.to_thread(self._compiled, self._files[picture])

    def _compiled(self, file: str) -> bytes:
        compiler = typst.Compiler(
            SHEET.encode(), root=self._folder, ignore_system_fonts=True, package_path=Path(__file__).parent
        )
        drawn = compiler.compile(format="png", ppi=PIXELS_PER_INCH, sys_inputs={"file": file})
        if not isinstance(drawn, bytes):
            raise TypeError("typst gave no picture")
        return drawn
