"""Precision and recall of the rules, one by one and together."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from assistant.easy_language.report import Report
from tests.evaluation.easy_language.labels import Labelled

Check = Callable[[str], Report]
"""Checks a text as free text at level 2."""


@dataclass
class Score:
    """What one rule found, missed and cried wolf at."""

    rule: str
    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of finds that were faults; 1 where it found nothing."""
        found = self.right + len(self.wrong)
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """The share of faults that were found; 1 where there were none."""
        faults = self.right + len(self.missed)
        return self.right / faults if faults else 1.0


def scores(texts: Sequence[Labelled], check: Check) -> list[Score]:
    """A score for each rule that some text is labelled with; other rules are not judged, for nobody labelled them."""
    judged = {rule: Score(rule) for rule in sorted({rule for text in texts for rule in text.rules})}
    for text in texts:
        found = {finding.rule for finding in check(text.text).errors}
        labels = set(text.rules)
        for rule, score in judged.items():
            if rule in labels & found:
                score.right += 1
            elif rule in labels:
                score.missed.append(text.text)
            elif rule in found:
                score.wrong.append(text.text)
    return list(judged.values())


def together(of: Iterable[Score]) -> Score:
    """All scores as one."""
    total = Score("all")
    for score in of:
        total.right += score.right
        total.missed += score.missed
        total.wrong += score.wrong
    return total
