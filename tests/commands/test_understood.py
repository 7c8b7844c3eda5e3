"""Authors see which text is not understood, and nobody's data."""

from pathlib import Path

from assistant.bootstrap import assembled
from assistant.commands.understood import understood_lines
from assistant.conversation.turn import Tally, Understood
from assistant.library.library import Library
from assistant.settings import Settings


async def test_the_least_understood_text_comes_first_and_a_mended_one_is_counted_anew(
    tmp_path: Path, library: Library
) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path / "var")
    async with assembled(settings, library=library) as assistant:
        answer = assistant.library.topics["what-is", "case-management"]
        known = Tally(answer.topic, answer.service, answer.fingerprint, Understood.RIGHT)
        async with assistant.units() as work:
            for outcome in (Understood.RIGHT, Understood.WRONG, Understood.DONT_KNOW, Understood.WRONG):
                await work.tallies.add(Tally(known.topic, known.service, known.text, outcome))
            await work.tallies.add(Tally(known.topic, known.service, "0ld0ld0ld0ld", Understood.WRONG))
            await work.commit()
    head, first, *_ = await understood_lines(settings, library)
    assert head.split() == ["text", "right", "wrong", "don't", "know", "right", "%"]
    assert first.split() == ["what-is", "(case-management)", "1", "2", "1", "25%"]
