"""The journey of a broken promise through the web chat, with a clock that the test turns."""

from datetime import timedelta
from pathlib import Path

import httpx

from api.app import create_app
from assistant.library.library import Library
from tests.journeys.talk import HttpDoor, Talk
from tests.journeys.test_journeys import sends_request
from tests.usecases.fake_clock import FakeClock
from tests.usecases.promising import promising


async def test_nobody_answered_in_time_and_the_person_is_told_the_truth(tmp_path: Path, library: Library) -> None:
    clock = FakeClock()
    async with promising(tmp_path, library, clock, days=2) as assistant:
        door = HttpDoor("http://test", httpx.ASGITransport(create_app(assistant)))
        talk = Talk(door)
        await talk.opens()
        for label in ("Man", "Siųsti prašymą", "Noriu pasikalbėti"):
            await talk.presses(label)
        await sends_request(talk, name="Ona Onaitė")
        assert "Darbuotojas atsakys iki lapkričio 25 dienos." in talk.seen[-1].text
        assert "Jei atsakymo nėra, skambinkite: 0 445 51008." in talk.seen[-1].text

        # On the last day nothing is said yet
        clock.passes(timedelta(days=2))
        await assistant.promises.once()
        await talk.presses("Mano prašymas", "Darbuotojas atsakys iki lapkričio 25 dienos.")

        clock.passes(timedelta(days=1))
        await assistant.promises.once()
        await talk.later(
            "Savivaldybė žadėjo atsakyti iki lapkričio 25 dienos.",
            "Ji dar neatsakė.",
            "Skambinkite savivaldybei: 0 445 51008.",
        )
        await talk.says("kas su mano prašymu", "Ji dar neatsakė.")
        await door.leaves()
