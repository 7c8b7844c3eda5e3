"""The places a conversation can be in, one file a theme."""

from collections.abc import Mapping

from assistant.conversation.steps.asked import CONFIRM, WRITE, AskedConfirm, AskedWrite
from assistant.conversation.steps.check import FactQuestion, Reasons, ReasonSources, Result
from assistant.conversation.steps.follow_up import NoRequest, StatusShown, Withdraw
from assistant.conversation.steps.heard import HEARD, Heard
from assistant.conversation.steps.human import Contacts, Human, NotSwitchedOn
from assistant.conversation.steps.learn import Services, Sources, Topic, WhichCaseManagement
from assistant.conversation.steps.letters import LettersAddress, LettersConfirm
from assistant.conversation.steps.open_receipt import Follow, ReceiptNumber, ReceiptSecond, ReceiptWords
from assistant.conversation.steps.own_data import Erase, ErasedShown, OwnCopy, OwnData
from assistant.conversation.steps.papers import DocumentShown, Letter, LetterText
from assistant.conversation.steps.receipt import Receipt
from assistant.conversation.steps.replay import Replay
from assistant.conversation.steps.request import RequestQuestion
from assistant.conversation.steps.safety import Doubt, InDanger, Lost, WhichTopic
from assistant.conversation.steps.start import ForWhom, Greeting, Menu, Restart
from assistant.conversation.steps.step import Step
from assistant.conversation.steps.summary import Change, Summary
from assistant.conversation.steps.sure import SURE, Sure
from assistant.conversation.steps.understood import UnderstoodQuestion

STEPS: Mapping[str, Step] = {
    "greeting": Greeting(),
    "for-whom": ForWhom(),
    "menu": Menu(),
    "restart": Restart(),
    "services": Services(question="services"),
    "check": Services(question="check"),
    "which-case-management": WhichCaseManagement(),
    "topic": Topic(),
    "sources": Sources(),
    "understood": UnderstoodQuestion(),
    "fact": FactQuestion(),
    "verdict": Result(),
    "reasons": Reasons(),
    "reason-sources": ReasonSources(),
    "request": RequestQuestion(),
    "not-on": NotSwitchedOn(),
    "summary": Summary(),
    "replay": Replay(),
    "change": Change(),
    "change-more": Change(),
    "change-sent": Change(),
    "change-sent-more": Change(),
    "receipt": Receipt(),
    "letter": Letter(),
    "letter-text": LetterText(),
    "document": DocumentShown(),
    "status": StatusShown(),
    "status-more": StatusShown(is_more=True),
    "no-request": NoRequest(),
    "withdraw": Withdraw(),
    "letters-address": LettersAddress(),
    "letters-confirm": LettersConfirm(),
    "receipt-number": ReceiptNumber(),
    "receipt-words": ReceiptWords(),
    "receipt-second": ReceiptSecond(),
    "follow": Follow(),
    WRITE: AskedWrite(),
    CONFIRM: AskedConfirm(),
    "own-data": OwnData(),
    "own-copy": OwnCopy(),
    "erase": Erase(),
    "erased": ErasedShown(),
    HEARD: Heard(),
    SURE: Sure(),
    "human": Human(),
    "contacts": Contacts(),
    "danger": InDanger(),
    "danger-doubt": Doubt(),
    "which-topic": WhichTopic(),
    "lost": Lost(),
}
"""Every place by the name that is stored with a conversation; a name is never given a new meaning."""
