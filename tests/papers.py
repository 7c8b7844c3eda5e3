"""Papers without a compiler: what was asked for is remembered, and a file says only whose it is."""

from dataclasses import dataclass, field

from assistant.conversation.messages import DocumentNotice
from assistant.conversation.state import Channel
from assistant.delivery.paper import Paper, PaperLine, PaperPart
from assistant.errors import DocumentNotFoundError

LINES = (
    PaperLine(("47 12 80 35",), "Prašymo numeris", "list"),
    PaperLine(("Noriu gyventi viena.", "<b>Padėkite</b> & ačiū."), "Dar svarbu", "write"),
)


def a_paper(name: str = "prasymas-47128035") -> Paper:
    return Paper(name, "Prašymas dėl pagalbos", (PaperPart("Ko reikia", LINES),), to_sign=("Parašas",))


@dataclass
class FakePapers:
    """Holds papers by whose they are: a conversation's or a chat's id, and the number (none for the letter)."""

    papers: dict[tuple[str, str], Paper] = field(default_factory=dict)

    async def of_conversation(self, conversation: str, notice: DocumentNotice) -> Paper:
        try:
            return self.papers[conversation, notice.number]
        except KeyError:
            raise DocumentNotFoundError from None

    async def in_chat(self, channel: Channel, external_id: str, notice: DocumentNotice) -> Paper:
        assert channel is Channel.TELEGRAM
        return await self.of_conversation(external_id, notice)

    async def own_data(self, conversation: str) -> dict[str, object]:
        return {"conversation": conversation}

    async def pdf(self, paper: Paper) -> bytes:
        return f"%PDF-1.7 {paper.name}".encode()
