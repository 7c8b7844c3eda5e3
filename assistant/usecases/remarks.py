"""What the checker of easy language says of a text that staff write for everybody; it advises and forbids nothing."""

import asyncio
from pathlib import Path

from assistant.easy_language.findings import Finding
from assistant.easy_language.sentences import split_sentences
from assistant.library.vocabulary import Vocabulary, load_vocabulary


class Remarks:
    """Reads the words of the content folder when it is first asked: that takes seconds, and most processes never do."""

    def __init__(self, content: Path) -> None:
        self._content = content
        self._vocabulary: Vocabulary | None = None
        self._loading = asyncio.Lock()

    async def on(self, text: str) -> tuple[Finding, ...]:
        """Every fault at level 2; `line` is the sentence, as people read them one a line."""
        async with self._loading:
            if self._vocabulary is None:
                self._vocabulary = await asyncio.to_thread(load_vocabulary, self._content)
        lines = "\n".join(sentence.text for sentence in split_sentences(text))
        report = await asyncio.to_thread(self._vocabulary.check, lines, 2)
        return report.findings
