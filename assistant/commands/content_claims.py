"""Lists the numbers that content states with the facts that hold them."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.library.checks import Problem


def claim_lines(folder: Path) -> Iterator[str]:
    """Every number that content states: file and line, the sentence, the number, and the facts that hold it."""
    from assistant.library.checks.claims import claims_in  # noqa: PLC0415 - see above
    from assistant.library.checks.reading import read_content  # noqa: PLC0415 - see above

    for claim in claims_in(read_content(folder)):
        held_by = "; ".join(claim.held_by) or "NO SOURCE"
        yield f"{claim.file}:{claim.line}: {claim.sentence} | {claim.number} | {held_by}"


def problems_of_claims(folder: Path, documents: Path | None) -> list["Problem"]:
    """Claims and facts that do not agree; with a folder of documents also facts that do not agree with these."""
    from assistant.library.checks.claims import check_claims  # noqa: PLC0415 - see above
    from assistant.library.checks.documents import check_documents  # noqa: PLC0415 - see above
    from assistant.library.checks.reading import read_content  # noqa: PLC0415 - see above

    content = read_content(folder)
    problems = [*content.problems, *check_claims(content)]
    if documents is not None:
        problems += check_documents(content, documents)
    return problems
