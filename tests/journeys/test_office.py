"""What a lead sets in the inbox, people read at once, through every door."""

from collections.abc import AsyncIterator

import pytest

from tests.journeys.running import Product
from tests.journeys.staff import StaffAtInbox
from tests.journeys.talk import Talk

NOTICE = "Šiandien telefonas neveikia."
OFF = "Dabar aš nesiunčiu prašymų šiai savivaldybei."


@pytest.fixture
async def lead(product: Product) -> AsyncIterator[StaffAtInbox]:
    """The lead of Kretinga, who has set a notice; afterwards all is as it was."""
    at_inbox = StaffAtInbox(product.base_url)
    await at_inbox.signs_in(product.sign_in_link(email="rasa@kretinga.example", role="lead"))
    await at_inbox.sets("notice", text=NOTICE, first="2020-01-01", last="2099-12-31")
    yield at_inbox
    await at_inbox.sets("sending", turn="on")
    await at_inbox.sets("notice", "notice/remove")
    await at_inbox.leaves()


async def reads_the_summary(talk: Talk, *expected: str) -> None:
    await talk.presses("Man")
    await talk.presses("Siųsti prašymą")
    await talk.presses("Noriu pasikalbėti")
    await talk.says("Kretinga")
    await talk.says("Ona Onaitė")
    await talk.presses("Parašyti čia")
    await talk.presses("Ne, tai viskas", "Ona Onaitė", *expected)


async def test_a_notice_is_read_and_sending_switched_off_is_said_in_the_middle_of_a_request(
    lead: StaffAtInbox, talk: Talk
) -> None:
    # Given a notice, which stands at the start and above the summary
    await talk.opens("Jums rašo Kretingos rajono savivaldybė:", NOTICE)
    await reads_the_summary(talk, NOTICE)
    assert sum(NOTICE in read.text for read in talk.seen) == 2

    # When the lead switches sending off before she presses
    assert "Jūs išjungėte siuntimą." in await lead.sets("sending", confirmed="yes")
    read = await talk.presses("Siųsti", "Prašymo nesiunčiu.", OFF, "Telefonas: 0 445 51008.")

    # Then she takes a letter along
    assert "Rašyti laišką" in read.buttons
    await talk.presses("Rašyti laišką")
    await talk.presses_until("Toks bus Jūsų laiškas.", "Aš atvyksiu")
    await talk.presses("Rašyti laišką", "Štai Jūsų laiškas.", "Savivaldybei aš jo nesiunčiu.")
    letter = await talk.opens_document()
    assert "Ona Onaitė" in letter
    assert "Kretingos rajono savivaldybė" in letter
