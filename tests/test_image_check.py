"""The check of the image knows every step of the image; the check itself takes minutes and is `make image-check`."""

from pathlib import Path

import pytest

from assistant.settings import ROOT
from tests.image_check import OF_THE_MACHINE, Image, Step, steps_of

STEPS = list(steps_of((ROOT / "Dockerfile").read_text(encoding="utf-8")))


def test_every_step_of_the_image_is_one_that_the_check_can_do_or_tells_that_it_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []
    monkeypatch.setattr("tests.image_check.subprocess.run", lambda words, **_: ran.append(words[-1]))
    image = Image(tmp_path)

    for step in STEPS:
        image.does(step)

    assert image.command == ["aiskiai", "serve"]
    assert (image.app / "assistant" / "cli.py").is_file()
    assert not list(image.app.rglob("__pycache__"))
    # Only what a container alone has is passed over, and the installing never.
    assert all(line.split()[1] in OF_THE_MACHINE for line in image.passed_over if line.startswith("RUN"))
    assert sum("pip install" in line for line in ran) == 2


def test_a_step_that_is_not_known_is_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="HEALTHCHECK"):
        Image(tmp_path).does(Step("HEALTHCHECK", "CMD true"))


def test_what_is_ignored_here_is_ignored_by_the_image_too() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert {".git", ".venv", "var", "build", "**/__pycache__", "**/*.egg-info"} <= set(ignored)
