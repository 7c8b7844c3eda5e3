"""Phone numbers inside a sentence become links that a phone can call."""

import re

from markupsafe import Markup, escape

NUMBER = re.compile(
    r"""(?<![\d+])
    (?: \+370(?:[ ]?\d){8}      # the international form
      | [08](?:[ ]?\d){8}       # the national form, with the new 0 or the old 8
      | 116[ ]?\d{3}            # help lines
      | 112
    )(?![\d]|[ ]\d)""",
    re.VERBOSE,
)


def with_phone_links(sentence: str) -> Markup:
    """The sentence, escaped, with each Lithuanian phone number as a link to call it."""
    marked = Markup()
    end = 0
    for found in NUMBER.finditer(sentence):
        number = found.group()
        link = Markup('<a href="tel:{}">{}</a>').format(_dialled(number), number)
        marked += escape(sentence[end : found.start()]) + link
        end = found.end()
    return marked + escape(sentence[end:])


def _dialled(number: str) -> str:
    """As a phone dials it: since 2025-03-01 a national number with the old 8 does not connect, only with 0."""
    digits = number.replace(" ", "")
    return f"0{digits[1:]}" if digits.startswith("8") else digits
