"""Changing what was sent: the same questions and the same summary as before sending."""

from dataclasses import replace

from assistant.conversation.state import Draft, PutAside
from assistant.conversation.steps.follow_up import shown_status
from assistant.conversation.steps.progress import without_series
from assistant.conversation.steps.receipt import received_again
from assistant.conversation.steps.request import without_change
from assistant.conversation.steps.step import Move, Scene, go
from assistant.conversation.steps.summary import request_of
from assistant.referrals.referral import Referral


def begin_change(scene: Scene, referral: Referral | None) -> Move:
    """Ask which line to change; a kind word where it is too late for that.

    What was being filled in is put aside until the change is sent or given up.
    """
    scene = scene.having(without_change(scene.conversation))
    if referral is None:
        return go(scene, "no-request")
    if referral.is_over:
        return _too_late(scene, referral)
    request = referral.request
    draft = Draft(
        need=request.need,
        municipality=request.municipality,
        name=request.name,
        phone=request.phone,
        call_time=request.call_time,
        note=request.note,
        preliminary=request.preliminary,
        changes=referral.number,
        original=request,
    )
    aside = PutAside(scene.draft, scene.conversation.is_helper)
    conversation = replace(scene.conversation, draft=draft, put_aside=aside, is_helper=request.for_other)
    return go(scene.having(without_series(conversation)), "change-sent")


def changed(scene: Scene, referral: Referral, words: tuple[int, ...]) -> Move:
    """The change is stored: the receipt again; where the request was over by then, a kind word and how it stands."""
    if referral.is_over:
        return _too_late(scene.having(without_change(scene.conversation)), referral)
    if request_of(scene) == scene.draft.original:
        return _as_it_stands(scene.having(without_change(scene.conversation)), referral, "change.nothing")
    return received_again(scene, referral, words)


def _too_late(scene: Scene, referral: Referral) -> Move:
    return _as_it_stands(scene, referral, "change.too-late")


def _as_it_stands(scene: Scene, referral: Referral, words: str) -> Move:
    move = shown_status(scene, (referral,))
    return replace(move, before=scene.words(words) + move.before)
