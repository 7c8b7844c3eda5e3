"""Which browser somebody uses, in plain words."""

from fastapi import Request
from ua_parser import parse

from assistant.usecases.signing_in import Device

LONGEST_TOLD = 400


def device_of(request: Request) -> Device:
    """Browser and system without their versions, so that the record of a session tells no more than its owner needs."""
    told = parse(request.headers.get("user-agent", "")[:LONGEST_TOLD])
    return Device(
        browser=told.user_agent.family if told.user_agent else "",
        system=told.os.family if told.os else "",
    )
