"""Pictures of content as files that messengers show."""

import io
from pathlib import Path

import pytest
from PIL import Image

from assistant.adapters.drawn_pictures import DrawnPictures

CONTENT = Path(__file__).parents[2] / "content" / "pictures"


@pytest.fixture
def pictures() -> DrawnPictures:
    return DrawnPictures(CONTENT)


async def test_a_picture_is_drawn_low_and_wide_on_white(pictures: DrawnPictures) -> None:
    drawn = Image.open(io.BytesIO(await pictures.png("workshop"))).convert("RGB")
    assert drawn.size == (960, 360)
    assert drawn.getpixel((0, 0)) == (255, 255, 255)
    # Something dark stands in the middle third.
    assert min(drawn.crop((320, 0, 640, 360)).convert("L").tobytes()) < 64


def test_every_picture_has_a_fingerprint_of_its_own_and_an_unknown_one_has_none(pictures: DrawnPictures) -> None:
    known = [pictures.fingerprint(name) for name in ("workshop", "hello")]
    assert len(set(known)) == len(known)
    assert pictures.fingerprint("no-such-picture") == ""


def test_a_changed_drawing_has_another_fingerprint(tmp_path: Path, pictures: DrawnPictures) -> None:
    for name in ("pictures.yaml", *(file.name for file in CONTENT.glob("*.svg"))):
        (tmp_path / name).write_bytes((CONTENT / name).read_bytes())
    (tmp_path / "workshop.svg").write_bytes((CONTENT / "hello.svg").read_bytes())
    assert DrawnPictures(tmp_path).fingerprint("workshop") != pictures.fingerprint("workshop")
