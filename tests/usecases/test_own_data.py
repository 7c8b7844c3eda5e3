"""The person sees all that is kept about them, gets a copy, has it erased, and holds a proof that can be checked."""

import json
import re
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from assistant.bootstrap import Assistant
from assistant.conversation.messages import DocumentNotice
from assistant.conversation.state import Channel, Conversation
from assistant.delivery.outbox import Carrier
from assistant.delivery.paper import plain_text
from assistant.errors import ErasureNotWishedError, ReferralNotFoundError
from assistant.referrals.office import Office
from assistant.usecases.access import Role
from assistant.usecases.auditing import Did
from assistant.usecases.forgetting import Why
from assistant.usecases.ports import StaffMember
from tests.usecases.conftest import Opens
from tests.usecases.delivering import TWO_LETTERS
from tests.usecases.fake_clock import FakeClock
from tests.usecases.person import Person

KRETINGA = "kretingos-rajono"
WISH = "Ką jūs apie mane žinote?"


async def lets_go_at_once(assistant: Assistant) -> None:
    async with assistant.units() as work:
        await work.offices.store(Office(KRETINGA, erases_at_once=True))
        await work.commit()


async def stored(assistant: Assistant, person: Person) -> Conversation:
    async with assistant.units() as work:
        return await work.conversations.load(person.conversation)


async def everything(assistant: Assistant) -> str:
    """Every value of every table but the statistics, as one text."""
    rows: list[str] = []
    async with assistant.database.engine.connect() as connection:
        names = await connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (name,) in names.all():
            rows += [str(row) for row in await connection.exec_driver_sql(f'SELECT * FROM "{name}"')]  # noqa: S608 - names from the schema
    return "\n".join(rows)


async def key_of(assistant: Assistant, owner: str) -> str | None:
    """The wrapped key under which all is encrypted that belongs to a request or a conversation; None without one."""
    async with assistant.database.engine.connect() as connection:
        query = text("SELECT wrapped FROM data_keys WHERE owner = :owner")
        return (await connection.execute(query, {"owner": owner})).scalar_one_or_none()


def code_in(words: str) -> str:
    found = re.search(r"Kodas: ([0-9A-F]{4}(?: [0-9A-F]{4}){3})\.", words)
    assert found, words
    return found[1]


async def test_all_that_was_told_and_sent_is_shown_in_easy_sentences(assistant: Assistant) -> None:
    person = Person(assistant)
    number = await person.sends()

    text = (await person.says(WISH)).text

    spoken = f"{number[:2]} {number[2:4]} {number[4:6]} {number[6:]}"
    for sentence in (
        "Pagalbos reikia: man.",
        "Jūs siuntėte prašymą.",
        f"Prašymo numeris: {spoken}.",
        "Vardas: Ona Onaitė.",
        "Jūsų telefonas: 0 612 34567.",
        "Dar parašėte: Man sunku kalbėti telefonu",
        "Kiek dienų saugau: 30.",
    ):
        assert sentence in text, text
    assert [choice.label for choice in person.message.choices][:3] == ["Gauti kopiją", "Ištrinti", "Grįžti į pokalbį"]


async def test_who_told_nothing_reads_that_there_is_nothing(assistant: Assistant) -> None:
    person = Person(assistant)
    await person.opens()

    assert "Čia dar nėra Jūsų atsakymų." in (await person.says("kokius mano duomenis turite")).text


async def test_the_copy_holds_answers_requests_and_the_talk_but_no_notes_of_staff(
    assistant: Assistant, ona: StaffMember
) -> None:
    person = Person(assistant)
    number = await person.sends()
    await assistant.casework.reply(ona, number, 0, "Laukiame Jūsų.", "key-of-this-reply")
    await assistant.colleagues.note(ona, number, "Slapta pastaba.", key="k" * 16)
    await person.says(WISH)
    await person.presses("Gauti kopiją")
    assert person.message.document == DocumentNotice(is_own_data=True)

    paper = await assistant.papers.of_conversation(person.conversation, person.message.document)

    words = "\n".join(plain_text(paper))
    assert paper.name == "mano-duomenys"
    assert "Ona Onaitė" in words
    assert "Laukiame Jūsų." in words
    assert "Slapta pastaba." not in words
    assert (await assistant.papers.pdf(paper)).startswith(b"%PDF")


async def test_a_draft_goes_at_once_and_nothing_of_it_is_left(assistant: Assistant) -> None:
    person = Person(assistant)
    await person.fills_in()
    key = await key_of(assistant, person.conversation)
    assert key is not None

    await person.says("ištrinkite mano duomenis")
    assert person.message.text.splitlines()[-1] == "Ar ištrinti?"
    await person.presses("Taip, ištrinti")

    assert "Aš ištryniau Jūsų atsakymus." in person.message.text
    assert await key_of(assistant, person.conversation) != key
    left = repr(await stored(assistant, person)) + await everything(assistant)
    assert "Onaitė" not in left
    assert "34567" not in left
    assert [line for line in await person.seen() if "Vardas" in line] == []


async def test_nothing_is_erased_before_the_person_says_yes(assistant: Assistant) -> None:
    person = Person(assistant)
    await person.fills_in()
    await person.says(WISH)
    await person.presses("Ištrinti")
    await person.presses("Ne, palikti")

    assert (await stored(assistant, person)).draft.name == "Ona Onaitė"


async def test_a_sent_request_goes_at_once_where_the_department_lets_it_and_the_proof_can_be_checked(
    assistant: Assistant, ona: StaffMember, clock: FakeClock
) -> None:
    await lets_go_at_once(assistant)
    person = Person(assistant)
    number = await person.sends()
    words = person.words
    await person.says("ištrinti mano duomenis")
    assert "Aš ištrinsiu ir Jūsų prašymą." in person.message.text

    await person.presses("Taip, ištrinti")

    code = code_in(person.message.text)
    assert await key_of(assistant, number) is None
    left = await everything(assistant)
    assert "Onaitė" not in left
    assert "34567" not in left
    async with assistant.units() as work:
        assert await work.outbox.of_subject(number) == ()
        assert await work.referrals.is_number_taken(number)
    erased = await assistant.erasure.check(number, code.lower().replace(" ", ""))
    assert erased is not None
    assert (erased.why, erased.at) == (Why.PERSON, clock.now())
    assert await assistant.erasure.check(number, "0000 0000 0000 0000") is None
    assert await assistant.erasure.check("10000008", code) is None
    with pytest.raises(ReferralNotFoundError):
        await assistant.casework.open(ona, number)
    assert await assistant.erasure.gone(ona, number) == erased
    # Whoever has the receipt reads that it is gone, and nobody else learns even that.
    other = Person(assistant, chat="other")
    await other.opens()
    await other.presses("Man")
    assert "Šio prašymo jau nėra." in (await other.opens_receipt(number, words, "4567")).text
    stranger = Person(assistant)
    await stranger.opens()
    await stranger.presses("Man")
    assert "Šio prašymo jau nėra." not in (await stranger.opens_receipt(number, "saliko, kate, laivas", "4567")).text


async def test_where_the_department_decides_the_wish_stands_in_the_thread_with_its_day(
    assistant: Assistant, ona: StaffMember, clock: FakeClock
) -> None:
    person = Person(assistant, Channel.TELEGRAM)
    number = await person.sends()
    await person.says("ištrinti mano duomenis")
    assert "Kartais savivaldybė turi jį saugoti." in person.message.text
    await person.presses("Taip, ištrinti")

    assert "Jie turi nuspręsti iki gruodžio 23 dienos." in person.message.text
    known = await assistant.casework.open(ona, number)
    assert known.erasure_due == date(2026, 12, 23)
    assert (await stored(assistant, person)).draft.name is None
    clock.passes(timedelta(days=1))

    proof = await assistant.erasure.erase(ona, number, known.version)

    assert await assistant.erasure.check(number, proof.code) is not None
    left = await everything(assistant)
    assert "Onaitė" not in left
    [told] = [words for words in await person.seen() if "Jūsų prašymo jau nėra." in words]
    assert code_in(told) == proof.code
    async with assistant.units() as work:
        assert [entry.carrier for entry in await work.outbox.of_subject(number)] == [Carrier.TELEGRAM]
    assert Did.ERASED in {line.did for line in await assistant.audit.about(number)}


async def test_a_second_wish_changes_nothing(assistant: Assistant, ona: StaffMember) -> None:
    person = Person(assistant)
    number = await person.sends()
    for _ in range(2):
        await person.says("ištrinti mano duomenis")
        await person.presses("Taip, ištrinti")

    assert (await assistant.casework.open(ona, number)).version == 1


async def test_staff_erase_nothing_that_nobody_wished_to_be_erased(assistant: Assistant, ona: StaffMember) -> None:
    number = await Person(assistant).sends()

    with pytest.raises(ErasureNotWishedError):
        await assistant.erasure.erase(ona, number, 0)


async def test_another_municipality_cannot_erase(assistant: Assistant) -> None:
    person = Person(assistant)
    number = await person.sends()
    await person.says("ištrinti mano duomenis")
    await person.presses("Taip, ištrinti")
    stranger, _ = await assistant.staff_desk.add("jonas@palanga.example", "palangos-miesto", Role.LEAD)

    with pytest.raises(ReferralNotFoundError):
        await assistant.erasure.erase(stranger, number, 1)


async def test_letters_that_were_not_sent_yet_never_go(opens: Opens) -> None:
    assistant = await opens(recipients=TWO_LETTERS)
    await lets_go_at_once(assistant)
    person = Person(assistant)
    await person.sends()
    await person.says("ištrinti mano duomenis")
    await person.presses("Taip, ištrinti")

    assert await assistant.deliver(letters=True).once() == 0


async def test_the_file_holds_what_was_told_and_sent_on_what_ground_and_no_words_among_staff(
    assistant: Assistant, ona: StaffMember
) -> None:
    person = Person(assistant)
    number = await person.sends()
    await assistant.colleagues.note(ona, number, "Slapta pastaba.", key="k" * 16)
    await assistant.casework.reply(ona, number, 1, "Laukiame Jūsų.", "key-of-this-reply")

    copy = json.loads(json.dumps(await assistant.papers.own_data(person.conversation)))

    [request] = copy["requests"]
    assert request["request"]["name"] == "Ona Onaitė"
    assert request["thread"][0]["basis"] == "gdpr-6-1-e-9-2-b"
    assert request["thread"][0]["notice"] == assistant.library.notice_version
    assert "Laukiame Jūsų." in json.dumps(copy, ensure_ascii=False)
    assert "Slapta pastaba." not in json.dumps(copy, ensure_ascii=False)


async def test_ground_notice_and_moment_are_kept_with_each_request(
    assistant: Assistant, ona: StaffMember, clock: FakeClock
) -> None:
    number = await Person(assistant).sends()

    sent = (await assistant.casework.open(ona, number)).thread[0]

    assert (sent.at, sent.details.basis) == (clock.now(), "gdpr-6-1-e-9-2-b")
    assert sent.details.notice == assistant.library.notice_version
