"""Numbers inside a sentence: phone numbers become links that a phone can call, groups of digits stay together."""

import re

from markupsafe import Markup, escape

NUMBER = re.compile(
    r"""(?<![\d+])
    (?: \+370(?:\s?\d){8}      # the international form
      | [08](?:\s?\d){8}       # the national form, with the new 0 or the old 8
      | 116\s?\d{3}            # help lines
      | 112
    )(?![\d]|\s\d)""",
    re.VERBOSE,
)


BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")


def with_phone_links(sentence: str) -> Markup:
    """The sentence, escaped, with each Lithuanian phone number as a link to call it."""
    sentence = BETWEEN_DIGITS.sub("\N{NO-BREAK SPACE}", sentence)
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
    digits = re.sub(r"\s", "", number)
    return f"0{digits[1:]}" if digits.startswith("8") else digits
