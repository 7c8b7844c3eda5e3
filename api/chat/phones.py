"""Numbers inside a sentence: phone numbers become links to call, request numbers stand out, digits stay together."""

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


REQUEST_NUMBER = re.compile(r"(?<!\d)(?<!\d\s)\d\d(?:\s\d\d){3}(?!\s?\d)")
"""As the assistant says it: eight digits in pairs."""

BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")


def together(words: str) -> str:
    """The words with groups of digits that stay on one line."""
    return BETWEEN_DIGITS.sub("\N{NO-BREAK SPACE}", words)


def with_phone_links(sentence: str) -> Markup:
    """The sentence, escaped: Lithuanian phone numbers are links to call them, request numbers are strong."""
    sentence = together(sentence)
    marked = Markup()
    end = 0
    for found in NUMBER.finditer(sentence):
        number = found.group()
        link = Markup('<a href="tel:{}">{}</a>').format(_dialled(number), number)
        marked += _escaped(sentence[end : found.start()]) + link
        end = found.end()
    return marked + _escaped(sentence[end:])


def _escaped(words: str) -> Markup:
    """People copy the number of their request from here, so it meets the eye."""
    marked = Markup()
    end = 0
    for found in REQUEST_NUMBER.finditer(words):
        number = Markup('<strong class="number">{}</strong>').format(found.group())
        marked += escape(words[end : found.start()]) + number
        end = found.end()
    return marked + escape(words[end:])


def _dialled(number: str) -> str:
    """As a phone dials it: since 2025-03-01 a national number with the old 8 does not connect, only with 0."""
    digits = re.sub(r"\s", "", number)
    return f"0{digits[1:]}" if digits.startswith("8") else digits
