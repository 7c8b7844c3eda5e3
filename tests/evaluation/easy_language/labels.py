"""Texts in which people have labelled every broken rule: one half to tune by, one half to be judged by."""

from enum import StrEnum
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter
from yaml import CSafeLoader

FOLDER = Path(__file__).parent


class Half(StrEnum):
    """The halves of the set; rules are never changed to fit the evaluation half."""

    DEVELOPMENT = "development"
    EVALUATION = "evaluation"

    @property
    def file(self) -> Path:
        """Where its texts are."""
        return FOLDER / f"{self.value}.yaml"


class Labelled(BaseModel):
    """A text with the rules of severity error that it breaks at level 2; `near` only seems to be broken."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    rules: tuple[str, ...]
    near: str | None = None


_LIST = TypeAdapter(tuple[Labelled, ...])


def labelled(half: Half) -> tuple[Labelled, ...]:
    """The texts of one half, in their order."""
    with half.file.open(encoding="utf-8") as file:
        return _LIST.validate_python(yaml.load(file, CSafeLoader))
