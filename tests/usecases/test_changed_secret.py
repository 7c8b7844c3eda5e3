"""The product's own secret key is changed, and everything that was made with the old one is still known."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from assistant.adapters.sealing import AesSeals
from assistant.bootstrap import Assistant, assembled
from assistant.conversation.state import Channel
from assistant.delivery.outbox import Carrier, OutboxEntry
from assistant.errors import ConversationNotFoundError
from assistant.library.library import Library
from assistant.settings import Settings
from assistant.usecases.access import Role
from assistant.usecases.audit_chain import Damage
from assistant.usecases.erasing import Erasing
from assistant.usecases.finding import Filters, View
from assistant.usecases.forgetting import Erased, Why
from assistant.usecases.keyed import KeyedHash, by_each_key, is_kept_as, under_each_key
from assistant.usecases.ports import StaffMember
from assistant.usecases.recovery_codes import RecoveryCodes
from assistant.usecases.signing_in import Factor, FactorKind, FactorRecord
from assistant.usecases.writing import password_of, passwords_of
from tests.usecases.fake_clock import FakeClock
from tests.usecases.person import CHAT, Person

OLD, NEW = "the key that somebody saw", "the key that nobody knows yet"
Opened = Callable[..., AbstractAsyncContextManager[Assistant]]
Check = Callable[[Assistant], Awaitable[bool]]


@pytest.fixture
def opened(database_url: str, tmp_path: Path, clock: FakeClock, library: Library) -> Opened:
    """The product on one database, with a key and those before it."""

    def opened(key: str, *earlier: str) -> AbstractAsyncContextManager[Assistant]:
        settings = Settings(
            _env_file=None,
            data_dir=tmp_path / "var",
            database_url=database_url,
            secret_key=SecretStr(key),
            earlier_secret_keys=[SecretStr(one) for one in earlier],
        )
        return assembled(settings, clock=clock, library=library)

    return opened


async def _made(assistant: Assistant) -> dict[str, Check]:  # noqa: C901 - one check beside each thing that is made
    """Everything that hangs on the key; gives for each how one looks whether it is known."""
    person, chat = Person(assistant), Person(assistant, Channel.TELEGRAM)
    number = await person.sends()
    words = person.words
    await chat.opens()
    desk = assistant.staff_desk
    ona, link = await desk.add("ona@kretinga.example", "kretingos-rajono", Role.STAFF)
    session = await desk.sign_in(link)
    _, unused = await desk.add("ona@kretinga.example", "kretingos-rajono", Role.STAFF)
    at = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
    proof = Erasing(clock=assistant.clock, secrets=assistant.secrets).code_of("10000008", at)
    entry = OutboxEntry("entry", Carrier.DOCUMENT, "dvs@kretinga.example", number, at, at)
    password = password_of(entry, assistant.secrets)
    factor = Factor("key", ona.id, FactorKind.PASSKEY, FactorRecord(), at, assistant.secrets.hashed("passkey 7"))
    async with assistant.units() as work:
        [code, *_] = await RecoveryCodes(assistant.secrets).fresh(work, ona.id)
        await work.factors.add(factor)
        await work.commit()
    way = await assistant.handing_on.offer(person.conversation)

    async def conversation(now: Assistant) -> bool:
        try:
            await now.converse.check(person.conversation, person.token)
            async with now.units() as work:
                await work.conversations.load(person.conversation, now.secrets.hashed(person.token))
        except ConversationNotFoundError:
            return False
        return True

    async def chat_on_telegram(now: Assistant) -> bool:
        found = await now.converse.conversation_of(Channel.TELEGRAM, CHAT)
        return found == chat.conversation

    async def way_to_another_place(now: Assistant) -> bool:
        return await now.handing_on.leads_to(way) is not None

    async def sign_in_session(now: Assistant) -> bool:
        return await now.staff_desk.who(session) == ona

    async def sign_in_link(now: Assistant) -> bool:
        async with now.units() as work:
            return await work.staff.of_link(now.secrets.hashed(unused)) == ona

    async def passkey(now: Assistant) -> bool:
        async with now.units() as work:
            return await work.factors.by_handle(now.secrets.hashed("passkey 7")) == factor

    async def recovery_code(now: Assistant) -> bool:
        async with now.units() as work:
            return await RecoveryCodes(now.secrets).use(work, ona.id, code)

    async def receipt(now: Assistant) -> bool:
        elsewhere = Person(now)
        await elsewhere.opens()
        message = await elsewhere.opens_receipt(number, words, "0 612 34567")
        return "Aš radau Jūsų prašymą." in message.sentences

    async def proof_of_erasure(now: Assistant) -> bool:
        erased = Erased("10000008", "kretingos-rajono", at, Why.STAFF)
        return Erasing(clock=now.clock, secrets=now.secrets).fits(erased, proof)

    async def password_of_a_document(now: Assistant) -> bool:
        return password in passwords_of(entry, now.secrets)

    async def audit_log(now: Assistant) -> bool:
        return (await now.audit.verify()).fault is None

    async def doubles(now: Assistant) -> bool:
        again = await Person(now).sends()
        return number in {one.number for one in await now.merging.doubles(ona, again)}

    checks = (
        *(conversation, chat_on_telegram, way_to_another_place, sign_in_session, sign_in_link, passkey),
        *(recovery_code, receipt, proof_of_erasure, password_of_a_document, audit_log, doubles),
    )
    return {check.__name__: check for check in checks}


async def test_after_a_change_of_the_key_everything_is_known_that_was_made_with_the_old_one(opened: Opened) -> None:
    async with opened(OLD) as before:
        checks = await _made(before)

    async with opened(NEW, OLD) as after:
        assert {name for name, is_known in checks.items() if not await is_known(after)} == set()
        # Made anew at the start: what is searched for.
        ona = await _ona(after)
        assert (await after.listing.show(ona, View.ALL, Filters(), "Onaitė")).found >= 1


async def test_without_the_old_key_none_of_it_is_known(opened: Opened) -> None:
    # Else the test above would prove nothing.
    async with opened(OLD) as before:
        checks = await _made(before)

    async with opened(NEW) as after:
        assert {name for name, is_known in checks.items() if await is_known(after)} == set()


async def test_what_is_made_after_the_change_needs_the_new_key_alone(opened: Opened) -> None:
    async with opened(OLD):
        pass
    async with opened(NEW, OLD) as after:
        checks = await _made(after)

    async with opened(NEW) as later:
        assert {name for name, is_known in checks.items() if not await is_known(later)} == set()


async def test_a_line_of_the_audit_log_by_a_key_that_was_given_up_is_a_forged_one(opened: Opened) -> None:
    for keys in ((OLD,), (NEW, OLD)):
        async with opened(*keys) as assistant:
            await assistant.staff_desk.add("ona@kretinga.example", "kretingos-rajono", Role.STAFF)
            assert (await assistant.audit.verify()).fault is None
    async with opened(OLD) as thief:
        await thief.staff_desk.add("ona@kretinga.example", "kretingos-rajono", Role.LEAD)

    async with opened(NEW, OLD) as assistant:
        fault = (await assistant.audit.verify()).fault

    assert fault is not None
    assert (fault.damage, fault.position) == (Damage.CHANGED, 3)


def test_a_secret_is_sealed_with_the_newest_key_and_opened_with_any() -> None:
    old = AesSeals(OLD).sealed("JBSWY3DP", "app")
    new = AesSeals(NEW, (OLD,)).sealed("JBSWY3DP", "app")

    assert AesSeals(NEW, (OLD,)).opened(old, "app") == "JBSWY3DP"
    assert AesSeals(NEW).opened(new, "app") == "JBSWY3DP"
    assert AesSeals(NEW).opened(old, "app") is None
    assert AesSeals(NEW, (OLD,)).opened(old, "cookie") is None


def test_a_hash_is_a_string_that_also_knows_its_earlier_ones() -> None:
    hashed = KeyedHash("new", ("old",))

    assert hashed == "new"
    assert by_each_key(hashed) == ("new", "old")
    assert by_each_key("plain") == ("plain",)
    assert is_kept_as("old", hashed)
    assert not is_kept_as("other", hashed)
    assert [one("") for one in under_each_key(lambda _: hashed)] == ["new", "old"]


async def _ona(assistant: Assistant) -> StaffMember:
    async with assistant.units() as work:
        [ona] = await work.staff.of_municipality("kretingos-rajono")
    return ona
