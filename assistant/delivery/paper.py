"""What stands on a paper, told without saying how it looks: a title, and lines with picture and words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PaperLine:
    """A picture beside words: `label` says what the words are, `words` are paragraphs; both may hold anything.

    `picture` is a picture id in content/pictures; label and picture are empty for none.
    """

    words: tuple[str, ...]
    label: str = ""
    picture: str = ""


@dataclass(frozen=True)
class PaperPart:
    """Lines that belong together; the heading is empty for none."""

    heading: str
    lines: tuple[PaperLine, ...]


@dataclass(frozen=True)
class Paper:
    """One document, in the order in which it is read.

    `name` is the file's name without its ending, in plain letters. `footer` stands on every page. `to_sign` are the
    labels of lines to write on by hand. `language` is an ISO 639-1 code. `unwritable` is told at the end where the
    paper holds signs that no letter form has.
    """

    name: str
    title: str
    parts: tuple[PaperPart, ...]
    footer: str = ""
    to_sign: tuple[str, ...] = ()
    author: str = ""
    language: str = "lt"
    unwritable: PaperLine = PaperLine(())


def plain_text(paper: Paper) -> tuple[str, ...]:
    """The paper's words, line by line, to be read or copied where there are no pages."""
    lines = [paper.title]
    for part in paper.parts:
        if part.heading:
            lines.append(part.heading)
        for line in part.lines:
            first, *more = [words for text in line.words for words in text.splitlines() if words.strip()] or [""]
            lines += [f"{line.label}: {first}" if line.label else first, *more]
    return tuple(lines)
