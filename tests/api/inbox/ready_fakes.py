"""Ready replies in memory, changed by the rules of the use case, and the coach with the real words."""

from dataclasses import dataclass, field
from functools import cache

from assistant.library.coach import ReplyCoach
from assistant.library.ready_replies import ReadyText
from assistant.referrals.routing import Municipality
from assistant.usecases.ready import ReadyDesk
from assistant.usecases.ready_ports import KeptReady
from tests.conftest import CONTENT
from tests.usecases.ready_in_memory import a_ready_desk

BUILT_IN = {
    text.id: text
    for text in (
        ReadyText("come", "Kviečiame ateiti", "Laba diena, {vardas:kreipinys}.\nAteikite [diena]."),
        ReadyText("done", "Prašymas baigtas", "Mes baigėme darbą.\nJūsų numeris yra {numeris}."),
    )
}


@cache
def the_coach() -> ReplyCoach:
    """The coach, which loads its words once for all tests."""
    return ReplyCoach(CONTENT)


@dataclass
class ReadyOfTests:
    """What the municipalities of a test keep."""

    kept: dict[tuple[str, str], KeptReady] = field(default_factory=dict)

    def desk(self, municipalities: dict[str, Municipality]) -> ReadyDesk:
        return a_ready_desk(self.kept, BUILT_IN, municipalities)
