"""A person who talks with the use cases themselves: no door between."""

from assistant.bootstrap import Assistant
from assistant.conversation.events import ChoicePressed, Event, Started, TextReceived
from assistant.conversation.messages import Message
from assistant.conversation.state import Channel

CHAT = "4711"


class Person:
    """Writes and presses; `message` is what they read now. The same person may be served by another process."""

    def __init__(self, assistant: Assistant, channel: Channel = Channel.WEB, chat: str = CHAT) -> None:
        self.assistant = assistant
        self.conversation = ""
        self.token = ""
        self.message: Message
        self._channel = channel
        self._chat = chat

    async def opens(self) -> None:
        if self._channel is Channel.WEB:
            opened = await self.assistant.converse.open(self._channel)
            self.conversation, self.token, self.message = opened.conversation, opened.token, opened.messages[-1]
            return
        (*_, self.message) = await self.assistant.converse.hear_in_chat(self._channel, self._chat, Started(), "start")
        self.conversation = await self.assistant.converse.conversation_of(self._channel, self._chat) or ""

    async def says(self, text: str, key: str = "") -> Message:
        return await self.does(TextReceived(text), key)

    async def presses(self, label: str, key: str = "") -> Message:
        return await self.does(self.tap(label), key)

    def tap(self, label: str) -> ChoicePressed:
        return ChoicePressed(next(choice.id for choice in self.message.choices if choice.label == label))

    async def does(self, event: Event, key: str = "") -> Message:
        (*_, self.message) = await self.assistant.converse.hear(self.conversation, event, key)
        return self.message

    async def fills_in(self) -> None:
        """Up to the summary, where only Siųsti is left to press."""
        await self.opens()
        for label in ("Man", "Siųsti prašymą", "Noriu pasikalbėti"):
            await self.presses(label)
        await self.says("Kretinga")
        await self.says("Ona Onaitė")
        await self.presses("Paskambinti man")
        await self.says("0 612 34567")
        await self.presses("Ryte")
        await self.says("Man sunku kalbėti telefonu")
        assert "Siųsti" in [choice.label for choice in self.message.choices]

    async def sends(self) -> str:
        """Fill in and send; gives the number."""
        await self.fills_in()
        await self.presses("Siųsti")
        return self.number

    @property
    def words(self) -> str:
        """The words of the receipt that is on the screen."""
        return " ".join(mark.word for mark in self.message.marks)

    async def opens_receipt(self, number: str, words: str, second: str) -> Message:
        """From the first question to the answer whether the receipt opens."""
        await self.presses("Meniu")
        await self.presses("Mano prašymas")
        await self.presses("Turiu prašymo numerį")
        await self.says(number)
        await self.says(words)
        return await self.says(second)

    @property
    def number(self) -> str:
        assert self.message.referral is not None, self.message.text
        return self.message.referral.number

    async def seen(self) -> list[str]:
        """Everything that stands in the conversation now, message by message."""
        lines = await self.assistant.converse.lines(self.conversation)
        return [line.message.text if line.message else line.said for line in lines]
