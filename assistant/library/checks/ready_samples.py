"""A ready reply as a person may read it, so that it can be judged."""

import re
from datetime import date

from assistant.library.ready_fields import DAY, PHONE, Known, filled

_BLANK = re.compile(r"(iki )?\[([^\[\]\n]*)\]")
_SAMPLE = "Ona"
_SAMPLES = {DAY: "antradienį", "valanda": "10", PHONE: "0 612 34567"}
_KNOWN = Known(
    "47 12 80 35",
    _SAMPLE,
    _SAMPLES[PHONE],
    date(2026, 12, 1),
    ("Kauno savivaldybė", "Kauno savivaldybės", "Kauno savivaldybę", "Kauno savivaldybėje"),
)


def sampled(text: str) -> str:
    """The text with samples in its fields and blanks."""
    return _BLANK.sub(_sample, filled(text, _KNOWN))


def _sample(blank: re.Match[str]) -> str:
    # "Until" a day has another case than "on" it.
    before, what = blank.group(1) or "", blank.group(2)
    return f"{before}gruodžio 1 dienos" if before and what == DAY else before + _SAMPLES.get(what, _SAMPLE)
