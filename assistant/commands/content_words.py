"""Says which forms of the texts nobody has classified yet, as lines for the closed lexicon."""

from collections.abc import Iterator
from pathlib import Path

UNKNOWN = "?"


def unclassified_lines(folder: Path) -> Iterator[str]:
    """Every form that the closed lexicon lacks, as a line for it with a sentence behind, under the file it belongs to.

    What the dictionary proposes may be wrong or more than fits; a form that it does not know has question marks.
    """
    from assistant.library.checks.lexicon import capitalised, forms_in, found_in  # noqa: PLC0415 - the measures of language take a second to load
    from assistant.library.checks.reading import read_content  # noqa: PLC0415 - the same
    from assistant.library.checks.shown import shown_texts  # noqa: PLC0415 - the same
    from assistant.library.lexicon import FILES, file_of, sort_key  # noqa: PLC0415 - the same
    from assistant.library.vocabulary import load_vocabulary  # noqa: PLC0415 - the same

    vocabulary = load_vocabulary(folder)
    lines: dict[str, list[tuple[tuple[str, ...], str]]] = {name: [] for name in (*FILES, UNKNOWN)}
    for written, use in forms_in(shown_texts(read_content(folder))).items():
        if found_in(vocabulary.closed, written, use):
            continue
        form, readings = written, vocabulary.dictionary.readings(written)
        if not readings and use.opens:
            form, readings = capitalised(written), vocabulary.dictionary.readings(capitalised(written))
        readings = tuple(dict.fromkeys(readings))
        for reading in readings:
            features = ",".join(sorted(reading.features))
            line = f"{form}\t{reading.lemma}\t{reading.word_class}\t{features}\t{use.sentence}"
            lines[file_of(reading.word_class)].append((sort_key(form, reading.lemma, reading.word_class), line))
        if not readings:
            lines[UNKNOWN].append((sort_key(form, "", ""), f"{form}\t?\t?\t?\t{use.sentence}"))
    for name, found in lines.items():
        if found:
            yield f"# {name}"
            yield from (line for _, line in sorted(found))
