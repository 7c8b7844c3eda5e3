"""Tells who does not want to answer from who answers: nothing may be taken from a refusal."""

import re


def declines(plain: str) -> bool:
    """Whether folded words refuse to answer, or say that it is nobody's business."""
    return bool(_REFUSAL.search(plain))


_REFUSAL = re.compile(
    r"\bne(?:sakysi\w*|sakau|pasakysi\w*|atsakysi\w*|atsakin\w+|pasakosi\w*|atskleisi\w*)\b"
    r"|\bne(?:noriu|norim|noreciau|privalau|turiu|nori)(?: \w+){0,2} (?:pa|at|at?si)?(?:sakyt\w*|skleist\w*"
    r"|pasakot\w*)\b"
    r"|\bne (?:jusu|jums|tavo|tau) (?:reikal\w*|galvai|galvos)\b|\bkas (?:jums|tau) (?:rup\w+|darbo)\b"
    r"|\bkam (?:jums|tau|jum)\b"
)
