"""The table of OWASP ASVS 5.0: counts (`python -m tests.asvs`), and the paper made of it (`--write`)."""

import ast
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

import yaml

from assistant.settings import ROOT

DATA = ROOT / "docs" / "asvs.yaml"
PAPER = ROOT / "docs" / "asvs.md"
MET, NOT_APPLICABLE, OPEN = "met", "not applicable", "open"

CHAPTERS = {
    1: "Encoding and cleaning",
    2: "Validation and business logic",
    3: "Web frontend",
    4: "Interfaces",
    5: "Files",
    6: "Authentication",
    7: "Sessions",
    8: "Authorization",
    9: "Self-contained tokens",
    10: "OAuth and OpenID Connect",
    11: "Cryptography",
    12: "Lines",
    13: "Configuration",
    14: "Data protection",
    15: "Coding and architecture",
    16: "Logs and errors",
    17: "WebRTC",
}


HEAD = """# OWASP ASVS 5.0, levels 1 and 2

Every requirement of the [Application Security Verification Standard 5.0.0](https://github.com/OWASP/ASVS) of the OWASP
Foundation (CC BY-SA 4.0; what stands under "asks" is our own short paraphrase under the same licence, the standard's
words hold). We looked ourselves; nobody from outside has verified it.

Made of [asvs.yaml](asvs.yaml) by `python -m tests.asvs --write`; a test checks that every cited test and file exists.
"met, operator": the product does its part, and it takes what the docs ask of whoever runs it."""


@dataclass(frozen=True)
class Requirement:
    """One requirement: what it asks, what came of it, and where that is shown."""

    id: str
    level: int
    asks: str
    result: str
    why: str
    evidence: tuple[str, ...]
    operator: bool = False

    @property
    def chapter(self) -> int:
        """The number of its chapter."""
        return int(self.id.removeprefix("V").partition(".")[0])


def requirements() -> list[Requirement]:
    """All of levels 1 and 2, in the order of the standard."""
    found = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return [Requirement(**one | {"evidence": tuple(one["evidence"])}) for one in found]


def missing(cited: str) -> str:
    """What is wrong with a citation, empty where it names what there is: a file, or a test in it."""
    name, _, test = cited.partition("::")
    path = ROOT / name
    if not path.is_file():
        return f"{name}: there is no such file"
    if test and test not in _tests_in(path):
        return f"{cited}: there is no such test"
    return ""


@cache
def _tests_in(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, kinds))


def counts(table: Sequence[Requirement]) -> list[str]:
    """Lines that say how many there are of each result."""
    lines = []
    for level in (1, 2):
        of_level = [one for one in table if one.level == level]
        results = Counter(one.result for one in of_level)
        told = ", ".join(f"{results[result]} {result}" for result in (MET, NOT_APPLICABLE, OPEN))
        lines.append(f"level {level}: {len(of_level)} requirements: {told}")
    with_operator = sum(one.operator for one in table)
    tests = {cited for one in table for cited in one.evidence if "::" in cited}
    is_open = [one.id for one in table if one.result == OPEN]
    lines.append(f"both: {len(table)}; {with_operator} of those met also take what the docs ask of the operator")
    lines.append(f"evidence: {len(tests)} different tests, and files")
    lines.append(f"open: {', '.join(is_open) or 'none'}")
    return lines


def paper(table: Sequence[Requirement]) -> str:
    """The table as Markdown."""
    parts = [HEAD, "\n".join(f"- {line}" for line in counts(table))]
    for chapter, found in groupby(table, lambda one: one.chapter):
        rows = ["| | level | asks | result | why | shown by |", "| --- | --- | --- | --- | --- | --- |"]
        rows += [_row(one) for one in found]
        parts += [f"## {chapter} {CHAPTERS[chapter]}", "\n".join(rows)]
    return "\n\n".join(parts) + "\n"


def _row(one: Requirement) -> str:
    result = f"**{one.result}**" if one.result == OPEN else one.result + (", operator" if one.operator else "")
    shown = "<br>".join(f"`{cited}`" for cited in one.evidence)
    return f"| {one.id} | {one.level} | {one.asks} | {result} | {one.why} | {shown} |"


if __name__ == "__main__":
    if "--write" in sys.argv:
        PAPER.write_text(paper(requirements()), encoding="utf-8")
    print(*counts(requirements()), sep="\n")  # noqa: T201 - what it is for
    faults = [fault for one in requirements() for cited in one.evidence if (fault := missing(cited))]
    sys.exit("\n".join(faults) or 0)
