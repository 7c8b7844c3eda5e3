"""What the checker of easy language says of a text that staff write for everybody; it advises and forbids nothing."""

import asyncio

from assistant.easy_language.findings import Finding
from assistant.easy_language.sentences import split_sentences
from assistant.library.vocabulary import LaterVocabulary


class Remarks:
    """Asks for the words when it is first asked itself: that takes seconds, and most processes never do."""

    def __init__(self, vocabulary: LaterVocabulary) -> None:
        self._vocabulary = vocabulary

    async def on(self, text: str) -> tuple[Finding, ...]:
        """Every fault at level 2; `line` is the sentence, as people read them one a line."""
        lines = "\n".join(sentence.text for sentence in split_sentences(text))
        report = await asyncio.to_thread(lambda: self._vocabulary().check(lines, 2))
        return report.findings
