"""All routes of the inbox, put together: those open to all, and those behind the sign-in."""

from fastapi import APIRouter, Depends

from api.inbox import (
    account,
    asking,
    audit,
    cases,
    coach,
    forgotten,
    listing,
    new_factor,
    oidc,
    ready,
    second_factor,
    sign_in,
    statistics,
)
from api.inbox.auth import at_threshold, setting_up, signed_in
from api.inbox.editors import preview, texts, words
from api.inbox.settings.routes import SETTINGS

router = APIRouter()
router.include_router(sign_in.OPEN_TO_ALL)
router.include_router(oidc.OIDC)
# Whoever has shown one thing of two may show the second, or set it up where they have none yet; nothing else.
router.include_router(second_factor.AT_THRESHOLD, dependencies=[Depends(at_threshold)])
router.include_router(new_factor.SETTING_UP, dependencies=[Depends(setting_up)])
# What stands behind the sign-in names its door once, for every route that is here now or comes later.
router.include_router(sign_in.BEHIND_SIGN_IN, dependencies=[Depends(signed_in)])
router.include_router(audit.AUDIT, dependencies=[Depends(signed_in)])
router.include_router(words.WORDS, dependencies=[Depends(signed_in)])
router.include_router(texts.TEXTS, dependencies=[Depends(signed_in)])
router.include_router(preview.PREVIEW, dependencies=[Depends(signed_in)])
router.include_router(account.ACCOUNT, dependencies=[Depends(signed_in)])
router.include_router(listing.LIST, dependencies=[Depends(signed_in)])
# Before the pages of requests, whose address takes any word for a number.
router.include_router(forgotten.FORGOTTEN, dependencies=[Depends(signed_in)])
router.include_router(coach.COACH, dependencies=[Depends(signed_in)])
router.include_router(ready.READY, dependencies=[Depends(signed_in)])
router.include_router(statistics.STATISTICS, dependencies=[Depends(signed_in)])
router.include_router(SETTINGS, dependencies=[Depends(signed_in)])
router.include_router(cases.CASES, dependencies=[Depends(signed_in)])
router.include_router(asking.ASKING, dependencies=[Depends(signed_in)])
