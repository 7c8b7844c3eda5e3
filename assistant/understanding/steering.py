"""Short commands that steer the conversation from anywhere: back, again, a human …"""

from enum import StrEnum


class Steering(StrEnum):
    """What the person wants of the conversation itself."""

    BACK = "back"
    REPEAT = "repeat"
    RESTART = "restart"
    MENU = "menu"
    HUMAN = "human"
    DONT_KNOW = "dont-know"
    SIMPLER = "simpler"
    FULLER = "fuller"
    LISTEN = "listen"
    STOP = "stop"
    WHY = "why"
