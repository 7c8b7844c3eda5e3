"""All pages of the settings, put together; each is for leads alone."""

from fastapi import APIRouter

from api.inbox.settings import contact, days, keeping, sending, talk, team

SETTINGS = APIRouter()
for part in (contact.CONTACT, days.DAYS, talk.TALK, sending.SENDING, team.TEAM, keeping.KEEPING):
    SETTINGS.include_router(part)
