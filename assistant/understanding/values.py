"""All readers of answers to questions; each gives None where the words are not understood."""

from assistant.understanding.ages import read_age
from assistant.understanding.answers import read_yes_no
from assistant.understanding.disabilities import read_disability
from assistant.understanding.levels import read_level
from assistant.understanding.names import read_name
from assistant.understanding.not_knowing import is_dont_know
from assistant.understanding.phones import read_phone, spoken_phone
from assistant.understanding.times import read_time

__all__ = [
    "is_dont_know",
    "read_age",
    "read_disability",
    "read_level",
    "read_name",
    "read_phone",
    "read_time",
    "read_yes_no",
    "spoken_phone",
]
