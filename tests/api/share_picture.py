"""Draws the picture that other programs show of a shared page: `python -m tests.api.share_picture` writes it anew."""

import base64
from io import BytesIO

from PIL import Image
from playwright.sync_api import ViewportSize

from api.templating import STATIC
from assistant.library.loader import load_library
from assistant.settings import ROOT
from tests.browser import chromium
from tests.conftest import LEARNED

SIZE = ViewportSize(width=1200, height=630)
COLOURS = 32
"""So few are enough for flat areas and the edges of letters."""

PAGE = """<!doctype html><html lang="lt"><meta charset="utf-8"><style>{faces}
body {{ margin: 0; height: 630px; display: flex; flex-direction: column; justify-content: center; gap: 48px;
  padding: 0 90px; box-sizing: border-box; background: #f4f7f8; color: #0b4f6c; border-bottom: 24px solid #0b4f6c;
  font: 700 62px/1.3 Letters; }}
h1 {{ display: flex; align-items: center; gap: 36px; margin: 0; font-size: 120px; line-height: 1; }}
p {{ margin: 0; color: #16232a; }}
</style><h1><img src="data:image/svg+xml;base64,{logo}" width="150" height="150">{name}</h1><p>{told}</p></html>"""


def main() -> None:
    """Write the picture among the static files."""
    library = load_library(ROOT / "content", LEARNED)
    page_text = PAGE.format(
        faces="".join(_face(part) for part in ("latin", "latin-ext")),
        logo=_base64((STATIC / "logo.svg").read_bytes()),
        name=library.messages["web.label.name"].sentences[0],
        told=library.messages["web.start"].sentences[0],
    )
    with chromium() as browser:
        page = browser.new_page(viewport=SIZE)
        page.set_content(page_text)
        page.evaluate("document.fonts.ready")
        picture = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    picture.save(STATIC / "share.png", optimize=True)


def _face(part: str) -> str:
    letters = _base64((STATIC / "fonts" / f"atkinson-hyperlegible-next-{part}-700.woff2").read_bytes())
    # As in the style sheet: each file has letters that the other lacks, so the browser tries one after the other.
    ranges = "U+0000-00FF,U+2000-206F,U+20AC" if part == "latin" else "U+0100-02FF"
    return (
        "@font-face { font-family: Letters; font-weight: 700; "
        f"src: url(data:font/woff2;base64,{letters}); unicode-range: {ranges}; }}"
    )


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode()


if __name__ == "__main__":
    main()
