"""Whatever is done to the log by somebody without the key, the walk sees it, and where it begins."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.adapters.secrets import SystemSecrets
from assistant.usecases.audit_chain import Damage, Fault, Verdict, Walk, sealed
from assistant.usecases.auditing import AuditLine, Head

SEAL = SystemSecrets("the product's own key").hashed
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
Log = list[AuditLine]


def a_log(length: int = 7, staff: str = "staff-1") -> Log:
    lines: Log = []
    for position in range(1, length + 1):
        previous = lines[-1].seal if lines else ""
        at = NOON + timedelta(minutes=position)
        line = AuditLine(
            position, at, staff, "ona@x.example", "x", "opened", f"4712803{position % 10}", "{}", previous, ""
        )
        lines.append(replace(line, seal=sealed(line, SEAL)))
    return lines


async def verdict_on(lines: Sequence[AuditLine], known: Head | None = None) -> Verdict:
    async def source() -> AsyncIterator[AuditLine]:
        for line in sorted(lines, key=lambda line: line.position):
            yield line

    return await Walk(source, SEAL).verdict(known)


def head_of(lines: Log) -> Head:
    return Head(lines[-1].position, lines[-1].seal)


def renumbered(lines: Sequence[AuditLine]) -> Log:
    return [replace(line, position=at) for at, line in enumerate(lines, 1)]


def changed(log: Log, at: int) -> Log:
    return [replace(line, email="kitas@x.example") if line.position == at else line for line in log]


def swapped(log: Log, at: int) -> Log:
    here, there = log[at - 1], log[at]
    return [
        *log[: at - 1],
        replace(there, position=here.position),
        replace(here, position=there.position),
        *log[at + 1 :],
    ]


def inserted(log: Log, at: int) -> Log:
    forged = replace(log[at - 1], subject="99999999", previous=log[at - 1].previous, seal="f" * 64)
    return renumbered([*log[: at - 1], forged, *log[at - 1 :]])


def removed(log: Log, at: int) -> Log:
    return [line for line in log if line.position != at]


def removed_and_closed_up(log: Log, at: int) -> Log:
    return renumbered(removed(log, at))


def added_at_the_end(log: Log, _: int) -> Log:
    last = log[-1]
    return [*log, replace(last, position=last.position + 1, previous=last.seal, seal="f" * 64)]


async def test_a_log_that_nobody_touched_is_whole() -> None:
    log = a_log()

    assert await verdict_on(log, head_of(log)) == Verdict(7, head_of(log), None)
    assert await verdict_on([]) == Verdict(0, None, None)


async def test_a_known_end_that_lags_behind_is_no_fault() -> None:
    log = a_log()

    assert (await verdict_on(log, head_of(log[:4]))).fault is None


@pytest.mark.parametrize(
    ("done", "damage"),
    [
        (changed, Damage.CHANGED),
        (swapped, Damage.MOVED),
        (inserted, Damage.INSERTED),
        (removed, Damage.REMOVED),
        (removed_and_closed_up, Damage.REMOVED),
    ],
)
@pytest.mark.parametrize("at", [1, 3, 6])
async def test_each_kind_of_damage_is_seen_where_it_begins(
    done: Callable[[Log, int], Log], damage: Damage, at: int
) -> None:
    log = a_log()

    verdict = await verdict_on(done(log, at), head_of(log))

    assert verdict.fault == Fault(damage, at, at)
    assert verdict.whole == at - 1


async def test_a_made_up_line_at_the_end_is_seen() -> None:
    assert (await verdict_on(added_at_the_end(a_log(), 0))).fault == Fault(Damage.CHANGED, 8, 8)


async def test_several_lines_that_are_gone_are_named() -> None:
    log = a_log()

    assert (await verdict_on([*log[:2], *log[5:]])).fault == Fault(Damage.REMOVED, 3, 5)


@pytest.mark.parametrize("left", [0, 1, 6])
async def test_a_cut_end_is_seen_by_what_was_noted_elsewhere(left: int) -> None:
    log = a_log()

    assert (await verdict_on(log[:left], head_of(log))).fault == Fault(Damage.CUT, left + 1, 7)
    assert (await verdict_on(log[:left])).fault is None


async def test_a_log_cut_and_written_anew_with_the_key_is_seen_by_what_was_noted_elsewhere() -> None:
    log = a_log()
    anew = replace(log[6], subject="55555555")
    anew = replace(anew, seal=sealed(anew, SEAL))

    assert (await verdict_on([*log[:6], anew])).fault is None
    assert (await verdict_on([*log[:6], anew], head_of(log))).fault == Fault(Damage.CHANGED, 7, 7)


async def test_a_log_made_with_another_key_is_told_apart_from_one_that_was_changed() -> None:
    other = SystemSecrets("another key").hashed
    log = [replace(line, seal=sealed(line, other)) for line in a_log()]

    assert (await verdict_on(log)).fault == Fault(Damage.OTHER_KEY, 1, 1)


async def test_a_line_of_another_history_under_the_same_key_does_not_fit() -> None:
    log, other = a_log(), a_log(staff="staff-2")
    grafted = replace(other[6], previous=log[5].seal)

    assert (await verdict_on([*log[:6], grafted])).fault == Fault(Damage.CHANGED, 7, 7)
    assert (await verdict_on([*log[:6], other[6]])).fault == Fault(Damage.CHANGED, 7, 7)


FIELDS = ("at", "staff", "email", "municipality", "did", "subject", "details", "previous", "seal")


@settings(deadline=None)
@given(st.integers(0, 6), st.sampled_from(FIELDS), st.text(min_size=1, max_size=3))
async def test_no_field_of_any_line_can_be_changed_unseen(at: int, field: str, more: str) -> None:
    log = a_log()
    value = log[at].at + timedelta(microseconds=1) if field == "at" else getattr(log[at], field) + more
    log[at] = AuditLine(**{**vars(log[at]), field: value})

    verdict = await verdict_on(log)

    assert verdict.fault is not None
    assert verdict.fault.position == at + 1


@settings(deadline=None)
@given(st.permutations(range(7)), st.integers(0, 7))
async def test_no_other_order_and_no_shorter_log_passes(order: list[int], length: int) -> None:
    log = a_log()
    shuffled = renumbered([log[at] for at in order[:length]])

    verdict = await verdict_on(shuffled, head_of(log))

    assert (verdict.fault is None) == (shuffled == log)
