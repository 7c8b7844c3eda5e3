"""An invented person talks with the assistant as anybody would, by the ids of choices, which editors do not change."""

from collections.abc import Sequence

from assistant.bootstrap import Assistant
from assistant.conversation.events import ChoicePressed, Event, TextReceived
from assistant.conversation.messages import Kind, Message, Role
from assistant.conversation.state import Channel
from assistant.errors import AiskiaiError

MOST_STEPS = 40


class LostError(AiskiaiError):
    """The way through the conversation that an example takes is no longer there."""


class Talker:
    """One conversation."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._conversation = ""
        self._message: Message

    async def sends(self, presses: Sequence[str], types: Sequence[str]) -> str:
        """Fill in a request and send it; gives its number.

        `presses` are the choices that are wanted where they are offered, `types` what is typed, in order, where
        nothing else can be done. Raises LostError.
        """
        opened = await self._assistant.converse.open(Channel.WEB)
        self._conversation, self._message = opened.conversation, opened.messages[-1]
        left = list(types)
        for _ in range(MOST_STEPS):
            offered = self._offered()
            wanted = [name for name in presses if name in offered]
            if "send" in offered and self._message.kind in {Kind.SUMMARY, Kind.RESULT}:
                await self._press("send")
                if self._message.referral is not None:
                    return self._message.referral.number
            elif wanted:
                await self._press(wanted[0])
            elif len(offered) > 1:
                await self._press(offered[0])
            elif left:
                await self._hear(TextReceived(left.pop(0)))
            else:
                await self._press("nothing")
        raise LostError("An example cannot be sent: the conversation does not lead to a summary.")

    async def does(self, *acts: str) -> None:
        """Press these choices one after another; what begins with = is typed. Raises LostError."""
        for act in acts:
            if act.startswith("="):
                await self._hear(TextReceived(act[1:]))
            else:
                await self._press(act)

    def _offered(self) -> list[str]:
        return [choice.id.partition("-")[2] for choice in self._message.choices if choice.role is not Role.HELPER]

    async def _press(self, name: str) -> None:
        for choice in self._message.choices:
            if choice.id.partition("-")[2] == name:
                await self._hear(ChoicePressed(choice.id))
                return
        raise LostError(f'An example cannot go on: nothing offers "{name}".')

    async def _hear(self, event: Event) -> None:
        (*_, self._message) = await self._assistant.converse.hear(self._conversation, event)
