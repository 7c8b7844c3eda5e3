"""The copy of all that is kept about a person for another program: plain values, ready for JSON (GDPR, article 20)."""

from collections.abc import Sequence
from dataclasses import asdict

from assistant.conversation.state import Conversation, Draft
from assistant.referrals.referral import Referral
from assistant.referrals.thread import TEXT_FOR_STAFF, Author, Entry, EntryKind
from assistant.usecases.ports import Line

Exported = dict[str, object]

OF_STAFF = frozenset({EntryKind.REPLIED, EntryKind.ASKED})
"""What staff wrote to the person; what they wrote for each other is not the person's copy."""


def exported(conversation: Conversation, referrals: Sequence[Referral], lines: Sequence[Line]) -> Exported:
    """Everything, in English names; moments are ISO 8601 in UTC, a field that was not told is null."""
    return {
        "conversation": {
            "channel": conversation.channel.value,
            "is_helper": conversation.is_helper,
            "service": conversation.service or None,
            "facts": asdict(conversation.facts),
            "draft": _draft(conversation.draft),
            "lines": [
                {
                    "at": line.at.isoformat(),
                    "by": "assistant" if line.message else "person",
                    "text": line.message.text if line.message else line.said,
                }
                for line in lines
            ],
        },
        "requests": [_referral(one) for one in referrals if one.conversation == conversation.id],
        "opened_by_receipt": [one.number for one in referrals if one.conversation != conversation.id],
    }


def _draft(draft: Draft) -> Exported:
    kept = asdict(draft)
    return {name: kept[name] for name in ("need", "municipality", "name", "phone", "call_time", "note", "preliminary")}


def _referral(referral: Referral) -> Exported:
    return {
        "number": referral.number,
        "status": referral.status.value,
        "sent_at": referral.sent_at.isoformat(),
        "promised": referral.promised.isoformat() if referral.promised else None,
        "letters_to": referral.letters_to or None,
        "request": asdict(referral.request),
        "thread": [_entry(entry) for entry in referral.thread],
    }


def _entry(entry: Entry) -> Exported:
    is_for_person = entry.author is Author.PERSON or entry.kind in OF_STAFF
    text = entry.text if is_for_person and entry.kind not in TEXT_FOR_STAFF else ""
    return {
        "at": entry.at.isoformat(),
        "what": entry.kind.value,
        "by": entry.author.value,
        "text": text or None,
        "changes": [asdict(change) for change in entry.changes],
        "basis": entry.details.basis or None,
        "notice": entry.details.notice or None,
    }
