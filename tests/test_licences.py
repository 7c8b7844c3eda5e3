"""Every package and every file of others has a licence that fits."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.settings import ROOT
from tests.licences import data_faults, is_allowed, licence_of, package_faults, pinned, rules


def test_every_package_that_runs_has_a_licence_that_fits() -> None:
    assert len(pinned()) > 50
    assert list(package_faults(rules())) == []


def test_every_file_of_others_has_its_licence_beside_it() -> None:
    assert list(data_faults(rules())) == []


def test_a_licence_that_does_not_fit_or_is_missing_fails() -> None:
    without_mit = replace(rules(), allowed={name: why for name, why in rules().allowed.items() if name != "MIT"})
    without_words = replace(rules(), packages={})

    assert "fastapi: MIT" in list(package_faults(without_mit))
    assert "espeakng-loader: no licence known" in list(package_faults(without_words))


def test_a_picture_that_nobody_told_of_is_found(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "new.png").touch()

    assert "content/new.png: no licence" in list(data_faults(rules(), tmp_path))


@pytest.mark.parametrize(
    ("expression", "fits"),
    [
        ("MIT", True),
        ("Apache-2.0 AND MIT", True),
        ("Apache-2.0 AND SSPL-1.0", False),
        ("SSPL-1.0 OR MIT", True),
        ("MIT OR (SSPL-1.0 AND MIT)", True),
        ("AGPL-3.0-only", False),
        ("", False),
    ],
)
def test_an_expression_fits_where_one_choice_fits_whole(expression: str, fits: bool) -> None:
    assert is_allowed(expression, rules()) is fits


def test_older_fields_are_understood_and_a_whole_text_is_not() -> None:
    assert licence_of({"License": "Apache 2.0"}, rules()) == "Apache-2.0"
    assert licence_of({"License": "", "Classifier": ["License :: OSI Approved :: MIT License"]}, rules()) == "MIT"
    assert licence_of({"License": "Copyright (c) somebody"}, rules()) == ""


def test_what_is_under_the_gpl_is_loaded_by_the_voice_alone() -> None:
    contract = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    strict = {name for name, line in rules().packages.items() if "GPL-3.0-or-later" in line["licence"].split(" AND ")}

    assert strict == {"av", "espeakng-loader"}
    assert 'forbidden_modules = ["espeakng_loader", "av"]' in contract
