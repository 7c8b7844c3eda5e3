"""Nobody who has a second factor comes in without it; each code works once; who tries too often waits."""

import asyncio
from datetime import timedelta

import pyotp
import pytest

from assistant.adapters.secrets import SystemSecrets
from assistant.bootstrap import Assistant
from assistant.errors import LastFactorError, NoAccountError, SecondFactorRefusedError, SignInRefusedError
from assistant.usecases.access import Role
from assistant.usecases.auditing import Did
from assistant.usecases.ports import StaffMember
from assistant.usecases.recovery_codes import RecoveryCodes
from assistant.usecases.signing_in import UNKNOWN_DEVICE, FactorKind, Identity
from tests.authenticator import Authenticator
from tests.usecases.conftest import Opens
from tests.usecases.fake_clock import FakeClock

EMAIL = "ona@kretinga.example"
STEP = timedelta(seconds=30)


async def comes(assistant: Assistant, email: str = EMAIL) -> str:
    """The session after the link."""
    _, token = await assistant.staff_desk.add(email, "kretingos-rajono", Role.STAFF)
    return await assistant.staff_desk.sign_in(token)


async def member_of(assistant: Assistant, session: str) -> StaffMember:
    member = await assistant.staff_desk.who(session)
    assert member is not None
    return member


async def with_app(assistant: Assistant, clock: FakeClock, email: str = EMAIL) -> tuple[pyotp.TOTP, tuple[str, ...]]:
    """Somebody who set up an app a while ago: the app, and the recovery codes."""
    session = await comes(assistant, email)
    offer = assistant.second_factors.app_offer(await member_of(assistant, session))
    app = pyotp.TOTP(offer.secret)
    added = await assistant.second_factors.add_app(session, offer.sealed, app.at(clock.now()), " Telefonas  1 ")
    clock.passes(2 * STEP)
    return app, added.codes


async def with_passkey(assistant: Assistant) -> Authenticator:
    session, passkey = await comes(assistant), Authenticator()
    answer = passkey.makes(await assistant.second_factors.passkey_offer(session))
    await assistant.second_factors.add_passkey(session, answer, "")
    return passkey


async def refused(assistant: Assistant, session: str, code: str) -> bool:
    """Whether the code is refused for now without being looked at."""
    with pytest.raises(SecondFactorRefusedError) as error:
        await assistant.second_factors.by_code(session, code)
    assert await assistant.staff_desk.who(session) is None
    return error.value.must_wait


# The rule


async def test_offered_whoever_has_none_is_in_by_the_link_alone(assistant: Assistant) -> None:
    session = await comes(assistant)

    assert await assistant.staff_desk.who(session) is not None
    assert await assistant.staff_desk.is_offered(session)


async def test_required_whoever_has_none_may_set_one_up_and_nothing_else(opens: Opens, clock: FakeClock) -> None:
    assistant = await opens(second_factor="required")
    session = await comes(assistant)

    assert await assistant.staff_desk.who(session) is None
    waiting = await assistant.staff_desk.threshold(session)
    assert waiting is not None
    assert waiting.must_set_up
    member = await assistant.second_factors.may_set_up(session)
    assert member is not None

    # When they set it up, they are in, under another secret
    offer = assistant.second_factors.app_offer(member)
    added = await assistant.second_factors.add_app(session, offer.sealed, pyotp.TOTP(offer.secret).at(clock.now()), "")
    assert added.session != session
    assert await assistant.staff_desk.who(added.session) == member
    assert await assistant.staff_desk.who(session) is None
    assert await assistant.staff_desk.threshold(session) is None


async def test_off_nobody_is_asked(opens: Opens, clock: FakeClock) -> None:
    assistant = await opens()
    await with_app(assistant, clock)

    without = await opens(second_factor="off")
    session = await comes(without)

    assert await without.staff_desk.who(session) is not None
    assert not await without.staff_desk.is_offered(session)


async def test_whoever_has_one_must_show_it_before_another_one_is_added(assistant: Assistant, clock: FakeClock) -> None:
    await with_app(assistant, clock)
    session = await comes(assistant)

    assert await assistant.second_factors.may_set_up(session) is None
    with pytest.raises(SignInRefusedError):
        await assistant.second_factors.passkey_offer(session)
    with pytest.raises(SignInRefusedError):
        await assistant.second_factors.add_app(session, "", "", "")
    with pytest.raises(SignInRefusedError):
        await assistant.second_factors.add_passkey(session, "", "")


async def test_half_signed_in_holds_a_quarter_of_an_hour(assistant: Assistant, clock: FakeClock) -> None:
    app, _ = await with_app(assistant, clock)
    session = await comes(assistant)

    clock.passes(timedelta(minutes=15))

    assert await assistant.staff_desk.threshold(session) is None
    with pytest.raises(SignInRefusedError):
        await assistant.second_factors.by_code(session, app.at(clock.now()))


async def test_half_a_session_is_in_nobodys_list(assistant: Assistant, clock: FakeClock) -> None:
    app, _ = await with_app(assistant, clock)
    session = await comes(assistant)
    await comes(assistant)

    whole = await assistant.second_factors.by_code(session, app.at(clock.now()))

    assert len(await assistant.staff_desk.sessions(await member_of(assistant, whole))) == 2


# Codes of apps


async def test_the_code_lets_in_under_a_new_secret(assistant: Assistant, clock: FakeClock) -> None:
    app, _ = await with_app(assistant, clock)
    session = await comes(assistant)
    code = app.at(clock.now())

    whole = await assistant.second_factors.by_code(session, f" {code[:3]} {code[3:]} ")

    assert (await member_of(assistant, whole)).email == EMAIL
    assert whole != session
    assert await assistant.staff_desk.threshold(session) is None
    [factor], _ = await assistant.second_factors.of_member(await member_of(assistant, whole))
    assert (factor.kind, factor.record.name, factor.used_at) == (FactorKind.APP, "Telefonas 1", clock.now())


async def test_a_code_works_once_also_for_two_at_once(two: tuple[Assistant, Assistant], clock: FakeClock) -> None:
    here, there = two
    app, _ = await with_app(here, clock)
    sessions = [await comes(here) for _ in range(4)]
    code = app.at(clock.now())

    results = await asyncio.gather(
        *(
            at.second_factors.by_code(session, code)
            for at, session in zip((here, there, here, there), sessions, strict=True)
        ),
        return_exceptions=True,
    )

    assert sum(isinstance(result, str) for result in results) == 1
    assert sum(isinstance(result, SecondFactorRefusedError) for result in results) == 3


async def test_the_code_that_set_it_up_does_not_sign_in_too(assistant: Assistant, clock: FakeClock) -> None:
    app, _ = await with_app(assistant, clock)
    clock.passes(-2 * STEP)

    assert not await refused(assistant, await comes(assistant), app.at(clock.now()))


async def test_an_earlier_code_does_not_work_after_a_later_one(assistant: Assistant, clock: FakeClock) -> None:
    app, _ = await with_app(assistant, clock)
    before = app.at(clock.now())
    clock.passes(STEP)
    await assistant.second_factors.by_code(await comes(assistant), app.at(clock.now()))

    assert not await refused(assistant, await comes(assistant), before)


async def test_after_five_wrong_codes_even_the_right_one_waits(assistant: Assistant, clock: FakeClock) -> None:
    app, _ = await with_app(assistant, clock)
    session = await comes(assistant)
    wrong = f"{(int(app.at(clock.now())) + 1) % 1_000_000:06}"

    assert [await refused(assistant, session, wrong) for _ in range(5)] == [False, False, False, False, True]
    assert await refused(assistant, session, app.at(clock.now()))
    # Another link gives no new tries
    assert await refused(assistant, await comes(assistant), app.at(clock.now()))

    clock.passes(timedelta(minutes=5))
    assert await assistant.second_factors.by_code(session, app.at(clock.now()))
    # Who came in has all tries again
    assert not await refused(assistant, await comes(assistant), wrong)


async def test_the_code_of_somebody_else_does_not_fit(assistant: Assistant, clock: FakeClock) -> None:
    await with_app(assistant, clock)
    other, codes = await with_app(assistant, clock, "rasa@kretinga.example")
    session = await comes(assistant)

    assert not await refused(assistant, session, other.at(clock.now()))
    assert not await refused(assistant, session, codes[0])


async def test_an_app_is_kept_only_with_its_own_code_and_our_own_offer(assistant: Assistant, clock: FakeClock) -> None:
    session = await comes(assistant)
    member = await member_of(assistant, session)
    offer = assistant.second_factors.app_offer(member)
    of_other = assistant.second_factors.app_offer(await member_of(assistant, await comes(assistant, "b@b.example")))
    right = pyotp.TOTP(offer.secret).at(clock.now())
    wrong = f"{(int(right) + 1) % 1_000_000:06}"
    theirs = pyotp.TOTP(of_other.secret).at(clock.now())

    for sealed, code in ((offer.sealed, wrong), (of_other.sealed, theirs), ("made up", right), (offer.sealed, "")):
        with pytest.raises(SecondFactorRefusedError):
            await assistant.second_factors.add_app(session, sealed, code, "")

    assert await assistant.second_factors.of_member(member) == ((), 0)
    assert assistant.second_factors.app_offered(member, offer.sealed) == offer
    assert assistant.second_factors.app_offered(member, of_other.sealed) is None


async def test_no_secret_and_no_recovery_code_is_kept_as_it_is(assistant: Assistant, clock: FakeClock) -> None:
    app, codes = await with_app(assistant, clock)

    kept = b"".join(file.read_bytes() for file in assistant.settings.data_dir.glob("aiskiai.db*"))

    for secret in (app.secret, *codes, *(code.replace("-", "") for code in codes)):
        assert secret.encode() not in kept


# Recovery codes


async def test_ten_recovery_codes_come_with_the_first_factor_alone(assistant: Assistant, clock: FakeClock) -> None:
    _, codes = await with_app(assistant, clock)
    session = await assistant.second_factors.by_code(await comes(assistant), codes[0])
    offer = assistant.second_factors.app_offer(await member_of(assistant, session))
    second = await assistant.second_factors.add_app(session, offer.sealed, pyotp.TOTP(offer.secret).at(clock.now()), "")

    assert len(set(codes)) == 10
    assert second.codes == ()
    assert second.session == session


async def test_a_recovery_code_works_once_however_it_is_written(assistant: Assistant, clock: FakeClock) -> None:
    _, codes = await with_app(assistant, clock)

    written = f" {codes[3].upper().replace('-', ' ').replace('0', 'O').replace('1', 'I')} "
    session = await assistant.second_factors.by_code(await comes(assistant), written)

    _, left = await assistant.second_factors.of_member(await member_of(assistant, session))
    assert left == 9
    assert not await refused(assistant, await comes(assistant), codes[3])


async def test_new_recovery_codes_end_the_old_ones(assistant: Assistant, clock: FakeClock) -> None:
    _, codes = await with_app(assistant, clock)
    session = await assistant.second_factors.by_code(await comes(assistant), codes[0])

    fresh = await assistant.second_factors.new_codes(await member_of(assistant, session))

    assert len(fresh) == 10
    assert not await refused(assistant, await comes(assistant), codes[1])
    assert await assistant.second_factors.by_code(await comes(assistant), fresh[0])


async def test_without_a_factor_there_are_no_recovery_codes(assistant: Assistant) -> None:
    member = await member_of(assistant, await comes(assistant))

    assert await assistant.second_factors.new_codes(member) == ()


# Passkeys


async def test_a_passkey_is_a_second_factor(assistant: Assistant) -> None:
    passkey = await with_passkey(assistant)
    session = await comes(assistant)
    assert await assistant.staff_desk.who(session) is None

    options = await assistant.second_factors.passkey_request(session)
    whole = await assistant.second_factors.by_passkey(passkey.shows(options), UNKNOWN_DEVICE, session)

    assert (await member_of(assistant, whole)).email == EMAIL
    assert await assistant.staff_desk.threshold(session) is None


async def test_a_passkey_alone_signs_in(assistant: Assistant) -> None:
    passkey = await with_passkey(assistant)

    options = await assistant.second_factors.passkey_request()
    session = await assistant.second_factors.by_passkey(passkey.shows(options), UNKNOWN_DEVICE)

    assert (await member_of(assistant, session)).email == EMAIL


async def test_an_answer_works_once(assistant: Assistant) -> None:
    passkey = await with_passkey(assistant)
    answer = passkey.shows(await assistant.second_factors.passkey_request())
    await assistant.second_factors.by_passkey(answer, UNKNOWN_DEVICE)

    with pytest.raises(SecondFactorRefusedError):
        await assistant.second_factors.by_passkey(answer, UNKNOWN_DEVICE)


async def test_an_answer_comes_too_late_after_five_minutes(assistant: Assistant, clock: FakeClock) -> None:
    passkey = await with_passkey(assistant)
    answer = passkey.shows(await assistant.second_factors.passkey_request())
    clock.passes(timedelta(minutes=5))

    with pytest.raises(SecondFactorRefusedError):
        await assistant.second_factors.by_passkey(answer, UNKNOWN_DEVICE)


@pytest.mark.parametrize(
    "spoilt", ["other site", "other origin", "nobody verified", "made-up challenge", "unknown key", "another's key"]
)
async def test_what_is_wrong_with_an_answer_lets_nobody_in(assistant: Assistant, spoilt: str) -> None:
    passkey = await with_passkey(assistant)
    challenge = ""
    match spoilt:
        case "other site":
            passkey.site = "elsewhere.example"
        case "other origin":
            passkey.origin = "https://elsewhere.example"
        case "nobody verified":
            passkey.is_verifying = False
        case "made-up challenge":
            challenge = "AAAAAAAA"
        case "unknown key":
            passkey = Authenticator()
        case "another's key":
            passkey.key = Authenticator().key

    answer = passkey.shows(await assistant.second_factors.passkey_request(), challenge)

    with pytest.raises(SecondFactorRefusedError):
        await assistant.second_factors.by_passkey(answer, UNKNOWN_DEVICE)


async def test_a_challenge_serves_its_own_purpose_and_session_alone(assistant: Assistant) -> None:
    passkey = await with_passkey(assistant)
    one, other = await comes(assistant), await comes(assistant)
    alone = passkey.shows(await assistant.second_factors.passkey_request())
    of_one = passkey.shows(await assistant.second_factors.passkey_request(one))

    for answer, session in ((alone, one), (of_one, other), (of_one, "")):
        with pytest.raises(SecondFactorRefusedError):
            await assistant.second_factors.by_passkey(answer, UNKNOWN_DEVICE, session)


async def test_somebody_elses_passkey_is_no_second_factor(assistant: Assistant, clock: FakeClock) -> None:
    passkey = await with_passkey(assistant)
    await with_app(assistant, clock, "rasa@kretinga.example")
    session = await comes(assistant, "rasa@kretinga.example")

    options = await assistant.second_factors.passkey_request(session)
    with pytest.raises(SecondFactorRefusedError):
        await assistant.second_factors.by_passkey(passkey.shows(options), UNKNOWN_DEVICE, session)


async def test_a_passkey_that_is_refused_stands_in_the_log_of_whoever_it_would_have_let_in(
    assistant: Assistant,
) -> None:
    await with_passkey(assistant)
    session = await comes(assistant)

    for _ in range(2):
        with pytest.raises(SecondFactorRefusedError):
            await assistant.second_factors.by_passkey("{}", UNKNOWN_DEVICE, session)
    with pytest.raises(SecondFactorRefusedError):
        await assistant.second_factors.by_passkey("{}", UNKNOWN_DEVICE)

    async with assistant.units() as work:
        refused = [line.email for line in await work.audit.lines(0, 100) if line.did == Did.SIGN_IN_REFUSED]
    assert refused == [EMAIL, EMAIL]


async def test_a_count_that_goes_back_tells_of_a_copy(assistant: Assistant) -> None:
    passkey = await with_passkey(assistant)
    for counter in (5, 6):
        passkey.counter = counter
        options = await assistant.second_factors.passkey_request()
        assert await assistant.second_factors.by_passkey(passkey.shows(options), UNKNOWN_DEVICE)

    for counter in (6, 4, 0):
        passkey.counter = counter
        options = await assistant.second_factors.passkey_request()
        with pytest.raises(SecondFactorRefusedError):
            await assistant.second_factors.by_passkey(passkey.shows(options), UNKNOWN_DEVICE)


async def test_a_passkey_is_kept_once_and_for_its_own_challenge(assistant: Assistant) -> None:
    passkey = await with_passkey(assistant)
    session = await assistant.second_factors.by_passkey(
        passkey.shows(await assistant.second_factors.passkey_request()), UNKNOWN_DEVICE
    )
    options = await assistant.second_factors.passkey_offer(session)
    wrong = (passkey.makes(options), Authenticator().makes(options, "AAAA"), Authenticator().shows(options), "{}")

    for answer in wrong:
        with pytest.raises(SecondFactorRefusedError):
            await assistant.second_factors.add_passkey(session, answer, "")

    factors, _ = await assistant.second_factors.of_member(await member_of(assistant, session))
    assert len(factors) == 1


# Taking away


async def test_where_one_is_required_the_last_one_stays(opens: Opens, clock: FakeClock) -> None:
    first = await opens()
    app, codes = await with_app(first, clock)
    assistant = await opens(second_factor="required")
    session = await assistant.second_factors.by_code(await comes(assistant), app.at(clock.now()))
    member = await member_of(assistant, session)
    [factor], _ = await assistant.second_factors.of_member(member)

    with pytest.raises(LastFactorError):
        await assistant.second_factors.remove(member, factor.id)
    assert await assistant.second_factors.of_member(member) == ((factor,), len(codes))

    # With another one it may go
    offer = assistant.second_factors.app_offer(member)
    clock.passes(STEP)
    await assistant.second_factors.add_app(session, offer.sealed, pyotp.TOTP(offer.secret).at(clock.now()), "")
    await assistant.second_factors.remove(member, factor.id)
    factors, _ = await assistant.second_factors.of_member(member)
    assert len(factors) == 1


async def test_where_one_is_offered_the_last_one_may_go_and_the_codes_with_it(
    assistant: Assistant, clock: FakeClock
) -> None:
    app, _ = await with_app(assistant, clock)
    member = await member_of(
        assistant, await assistant.second_factors.by_code(await comes(assistant), app.at(clock.now()))
    )
    [factor], _ = await assistant.second_factors.of_member(member)

    await assistant.second_factors.remove(member, factor.id)

    assert await assistant.second_factors.of_member(member) == ((), 0)
    assert await assistant.staff_desk.who(await comes(assistant)) is not None


async def test_nobody_takes_away_a_factor_of_somebody_else(assistant: Assistant, clock: FakeClock) -> None:
    _, codes = await with_app(assistant, clock)
    owner = await member_of(assistant, await assistant.second_factors.by_code(await comes(assistant), codes[0]))
    stranger = await member_of(assistant, await comes(assistant, "rasa@kretinga.example"))
    [factor], left = await assistant.second_factors.of_member(owner)

    await assistant.second_factors.remove(stranger, factor.id)

    assert await assistant.second_factors.of_member(owner) == ((factor,), left)


async def test_a_reset_takes_all_factors_and_ends_all_sessions(assistant: Assistant, clock: FakeClock) -> None:
    _, codes = await with_app(assistant, clock)
    session = await assistant.second_factors.by_code(await comes(assistant), codes[0])
    member = await member_of(assistant, session)

    await assistant.staff_desk.reset_factors(EMAIL)

    assert await assistant.staff_desk.who(session) is None
    assert await assistant.second_factors.of_member(member) == ((), 0)
    with pytest.raises(NoAccountError):
        await assistant.staff_desk.reset_factors("nobody@kretinga.example")


# Another sign-in service


@pytest.mark.parametrize("is_strong", [True, False])
async def test_whoever_comes_from_a_service_shows_the_second_factor_unless_the_service_asked_for_one(
    assistant: Assistant, clock: FakeClock, is_strong: bool
) -> None:
    await with_app(assistant, clock)

    session = await assistant.staff_desk.enter(
        Identity(EMAIL.upper(), "https://service.example", "ona", is_strong=is_strong), UNKNOWN_DEVICE
    )

    assert (await assistant.staff_desk.who(session) is not None) is is_strong
    assert (await assistant.staff_desk.threshold(session) is not None) is not is_strong


def test_a_recovery_code_has_enough_chance_in_it_for_a_fast_hash() -> None:
    codes = [RecoveryCodes(SystemSecrets("key"))._code() for _ in range(100)]

    assert len(set(codes)) == 100
    assert {len(code.replace("-", "")) * 5 for code in codes} == {120}
