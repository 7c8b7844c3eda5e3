"""Licences of all packages that run and of all data, against docs/licences.yaml.

`python -m tests.licences` lists them; `--into FILE` writes them into a CycloneDX file that knows the packages.
"""

import importlib.metadata
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from assistant.settings import ROOT

RULES = ROOT / "docs" / "licences.yaml"
PINS = ROOT / "requirements" / "run.txt"
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==", re.MULTILINE)
DATA_FOLDERS = ("content", "api", "assistant", "bot", "locales")
CODE_AND_WORDS = {".py", ".pyc", ".yaml", ".md", ".html", ".css", ".po", ".mo", ".json", ".txt"}


@dataclass(frozen=True)
class Rules:
    """What docs/licences.yaml says."""

    allowed: Mapping[str, str]
    names: Mapping[str, str]
    packages: Mapping[str, Mapping[str, str]]
    data: tuple[Mapping[str, str], ...] = ()
    own: tuple[str, ...] = field(default=())


def rules() -> Rules:
    """From the file."""
    told: dict[str, Any] = yaml.safe_load(RULES.read_text(encoding="utf-8"))
    return Rules(told["allowed"], told["names"], told["packages"], tuple(told["data"]), tuple(told["own"]))


def pinned() -> list[str]:
    """The names of all packages that `make run` installs."""
    return sorted(set(PINNED.findall(PINS.read_text(encoding="utf-8"))))


def licence_of(metadata: Mapping[str, Any], rules: Rules) -> str:
    """An SPDX expression (PEP 639) where there is one, else what the older fields mean; empty where that is unknown."""
    expression = metadata.get("License-Expression")
    if expression:
        return str(expression)
    classifiers = [
        name.rpartition(" :: ")[2] for name in metadata.get("Classifier") or () if name.startswith("License ::")
    ]
    for said in (str(metadata.get("License") or ""), *classifiers):
        known = str(rules.names.get(said, said))
        if is_allowed(known, rules):
            return known
    return ""


def is_allowed(expression: str, rules: Rules) -> bool:
    """Whether an SPDX expression of AND and OR fits: where one choice fits whole; OR binds more loosely, as in SPDX."""
    plain = expression.replace("(", " ").replace(")", " ")
    return bool(plain.strip()) and any(
        all(name.strip() in rules.allowed for name in either.split(" AND ")) for either in plain.split(" OR ")
    )


def of_package(name: str, rules: Rules) -> str:
    """The licence of an installed package; empty where none is known."""
    if name in rules.packages:
        return str(rules.packages[name]["licence"])
    metadata = importlib.metadata.metadata(name)
    fields: dict[str, Any] = {key: metadata[key] for key in ("License-Expression", "License") if key in metadata}
    return licence_of(fields | {"Classifier": metadata.get_all("Classifier")}, rules)


def package_faults(rules: Rules) -> Iterator[str]:
    """Packages whose licence is missing or does not fit, and lines that speak of packages that are not there."""
    names = pinned()
    for name in names:
        licence = of_package(name, rules)
        if not is_allowed(licence, rules):
            yield f"{name}: {licence or 'no licence known'}"
    yield from (
        f"{name}: is in docs/licences.yaml and not in requirements/run.txt"
        for name in rules.packages.keys() - set(names)
    )


def data_faults(rules: Rules, root: Path = ROOT) -> Iterator[str]:
    """Files of others without a line, lines without files or without the text of the licence."""
    covered: set[Path] = set()
    for line in rules.data:
        found = set(root.glob(line["files"]))
        covered |= found
        if not found:
            yield f"{line['files']}: there are no such files"
        if not (root / line["text"]).is_file():
            yield f"{line['text']}: the text of the licence is missing"
        if not is_allowed(line["licence"], rules):
            yield f"{line['files']}: {line['licence']}"
    for pattern in rules.own:
        covered |= set(root.glob(pattern))
    for folder in DATA_FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            is_script_of_others = path.suffix == ".js" and "vendor" in path.parts
            is_data = path.is_file() and path.suffix not in CODE_AND_WORDS | {".js", ""}
            if (is_data or is_script_of_others) and path not in covered and "__pycache__" not in path.parts:
                yield f"{path.relative_to(root)}: no licence"


def into(path: Path, rules: Rules) -> None:
    """Put licences, and the data of others, into a CycloneDX file."""
    told = json.loads(path.read_text(encoding="utf-8"))
    for component in told["components"]:
        component["licenses"] = [{"expression": of_package(component["name"], rules)}]
    told["components"] += [
        {
            "type": "data",
            "name": line["what"],
            "licenses": [{"expression": line["licence"]}],
            "description": line["files"],
        }
        for line in rules.data
    ]
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    known = rules()
    if "--into" in sys.argv:
        into(Path(sys.argv[-1]), known)
        sys.exit()
    for package in pinned():
        print(f"{package:24} {of_package(package, known)}")  # noqa: T201 - what it is for
    for data in known.data:
        print(f"{data['files']:44} {data['licence']:14} {data['what']}")  # noqa: T201 - the same
    sys.exit("\n".join((*package_faults(known), *data_faults(known))) or 0)
