"""One request in the inbox: its page, and what staff do with it."""

from fastapi import APIRouter

from api.inbox.answers import InboxRoute
from api.inbox.cases.among_staff import AMONG_STAFF
from api.inbox.cases.erasing import ERASING
from api.inbox.cases.handover import HANDOVER
from api.inbox.cases.page import PAGE
from api.inbox.cases.reply import REPLY
from api.inbox.cases.steps import STEPS

CASES = APIRouter(route_class=InboxRoute)
for _part in (PAGE, REPLY, STEPS, AMONG_STAFF, HANDOVER, ERASING):
    CASES.include_router(_part)
