"""Who may call which route of the inbox, and what it leaves in the audit log: a new route needs its line here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.usecases.auditing import Did


class Door(StrEnum):
    """What somebody must be to come through."""

    OPEN = "open to all"
    THRESHOLD = "one thing of two shown"
    SETTING_UP = "signed in, or has to set up a second factor"
    STAFF = "staff"
    LEAD = "lead"
    ADMIN = "admin"


NOTHING_HAPPENS = "it changes nothing and tells of no person"
OWN_CHOICE = "it is the member's own choice for this browser"
NOT_IN_YET = "nobody is in by it; what follows it leaves a line"
SAME_ANSWER = "anybody may ask for any address, and nothing may tell which of them has an account"


@dataclass(frozen=True)
class Right:
    """A route's door, a form that it takes, and what the log says after it.

    Whatever is no GET, and whatever gives out a file, must leave a line; where it rightly leaves none, `silent` says
    why. Values of the form and of the query, and the path, may name what `Errand` in rights.py makes ready:
    {number} and so on.
    """

    door: Door
    form: Mapping[str, str] = field(default_factory=dict)
    did: Did | None = None
    silent: str = ""
    query: Mapping[str, str] = field(default_factory=dict)


KEY = {"key": "key-of-sixteen-chars-{unique}"}
QUESTION = {**KEY, "text": "Ar galime ateiti rytoj?", "answers": "yes-no"}
OFFICE = {"version": "{office}"}
READY = {"version": "{ready_version}"}

SIGN_IN: Mapping[tuple[str, str], Right] = {
    ("GET", "/inbox/sign-in"): Right(Door.OPEN),
    ("POST", "/inbox/sign-in"): Right(Door.OPEN, {"token": "{token}"}, did=Did.SIGNED_IN),
    ("POST", "/inbox/sign-in/link"): Right(Door.OPEN, {"email": "{unique}@office.example"}, silent=SAME_ANSWER),
    ("POST", "/inbox/sign-in/passkey/options"): Right(Door.OPEN, silent=NOT_IN_YET),
    ("POST", "/inbox/sign-in/passkey"): Right(Door.OPEN, {"answer": "{passkey_alone}"}, did=Did.SIGNED_IN),
    ("GET", "/inbox/oidc"): Right(Door.OPEN),
    ("GET", "/inbox/oidc/callback"): Right(
        Door.OPEN, query={"state": "{state}", "code": "from-there"}, did=Did.SIGNED_IN
    ),
    ("POST", "/inbox/language"): Right(Door.OPEN, {"language": "en"}, silent=OWN_CHOICE),
    ("GET", "/inbox/second-factor"): Right(Door.THRESHOLD),
    ("POST", "/inbox/second-factor/code"): Right(Door.THRESHOLD, {"code": "{recovery}"}, did=Did.SIGNED_IN),
    ("POST", "/inbox/second-factor/passkey/options"): Right(Door.THRESHOLD, silent=NOT_IN_YET),
    ("POST", "/inbox/second-factor/passkey"): Right(Door.THRESHOLD, {"answer": "{passkey_second}"}, did=Did.SIGNED_IN),
    ("POST", "/inbox/second-factor/leave"): Right(Door.THRESHOLD, did=Did.SIGNED_OUT),
    ("GET", "/inbox/new-factor"): Right(Door.SETTING_UP),
    ("GET", "/inbox/new-factor/app"): Right(Door.SETTING_UP),
    ("POST", "/inbox/new-factor/app"): Right(
        Door.SETTING_UP, {"sealed": "{sealed}", "code": "{app_code}"}, did=Did.CHANGED_STAFF
    ),
    ("POST", "/inbox/new-factor/passkey/options"): Right(Door.SETTING_UP, silent=NOTHING_HAPPENS),
    ("POST", "/inbox/new-factor/passkey"): Right(Door.SETTING_UP, {"answer": "{passkey_new}"}, did=Did.CHANGED_STAFF),
    ("POST", "/inbox/sign-out"): Right(Door.STAFF, did=Did.SIGNED_OUT),
}

ACCOUNT: Mapping[tuple[str, str], Right] = {
    ("GET", "/inbox/account"): Right(Door.STAFF),
    ("POST", "/inbox/account/codes"): Right(Door.STAFF, did=Did.CHANGED_STAFF),
    ("POST", "/inbox/account/factors/{factor}/remove"): Right(Door.STAFF, did=Did.CHANGED_STAFF),
    ("POST", "/inbox/account/later"): Right(Door.STAFF, silent=OWN_CHOICE),
    ("POST", "/inbox/account/looks"): Right(Door.STAFF, {"language": "lt", "keys": "on"}, silent=OWN_CHOICE),
    ("POST", "/inbox/account/sessions/end-others"): Right(Door.STAFF, did=Did.SIGNED_OUT),
    ("POST", "/inbox/account/sessions/{session}/end"): Right(Door.STAFF, did=Did.SIGNED_OUT),
}

REQUESTS: Mapping[tuple[str, str], Right] = {
    ("GET", "/inbox"): Right(Door.STAFF, query={"q": "Vardenė"}, did=Did.SEARCHED),
    ("GET", "/inbox/changes"): Right(Door.STAFF),
    ("GET", "/inbox/{number}"): Right(Door.STAFF, did=Did.OPENED),
    ("GET", "/inbox/{number}/changes"): Right(Door.STAFF, query={"version": "0"}),
    ("GET", "/inbox/{number}/document"): Right(Door.STAFF, did=Did.EXPORTED),
    ("POST", "/inbox/{number}/take"): Right(Door.STAFF, did=Did.TOOK),
    ("POST", "/inbox/{number}/reply"): Right(Door.STAFF, {**KEY, "text": "Labas."}, did=Did.REPLIED),
    ("POST", "/inbox/{number}/ask"): Right(Door.STAFF, QUESTION, did=Did.ASKED),
    ("POST", "/inbox/{number}/preview"): Right(Door.STAFF, QUESTION, silent=NOTHING_HAPPENS),
    ("POST", "/inbox/{number}/draft"): Right(Door.STAFF, QUESTION, did=Did.OPENED),
    ("POST", "/inbox/{number}/coach"): Right(Door.STAFF, {**KEY, "text": "Labas."}, did=Did.OPENED),
    ("POST", "/inbox/{number}/ready"): Right(Door.STAFF, {**KEY, "ready": "{built_in}"}, did=Did.OPENED),
    ("POST", "/inbox/{number}/call"): Right(Door.STAFF, {**KEY, "result": "reached"}, did=Did.CALLED),
    ("POST", "/inbox/{number}/note"): Right(Door.STAFF, {**KEY, "text": "Skambinti rytoj."}, did=Did.NOTED),
    ("POST", "/inbox/{number}/give"): Right(Door.STAFF, {**KEY, "colleague": "{colleague}"}, did=Did.GAVE),
    ("POST", "/inbox/{number}/merge"): Right(
        Door.STAFF, {"other": "{other}", "other_version": "{other_version}"}, did=Did.MERGED
    ),
    ("POST", "/inbox/{number}/close"): Right(Door.STAFF, {**KEY, "ending": "advice"}, did=Did.CLOSED),
    ("POST", "/inbox/{number}/reopen"): Right(Door.STAFF, {**KEY, "text": "Paskambino dar kartą."}, did=Did.REOPENED),
    ("POST", "/inbox/{number}/erase"): Right(Door.STAFF, did=Did.ERASED),
    ("POST", "/inbox/{number}/retry"): Right(Door.STAFF, did=Did.RETRIED),
    ("POST", "/inbox/{number}/pass"): Right(
        Door.STAFF, {"municipality": "palangos-miesto", "text": "Gyvena Palangoje."}, did=Did.POINTED
    ),
    ("POST", "/inbox/{number}/institution"): Right(
        Door.STAFF, {**KEY, "institution": "Globos namai", "text": "Jie padės."}, did=Did.PASSED_ON
    ),
    ("POST", "/inbox/coach"): Right(Door.STAFF, {"text": "Labas."}, silent=NOTHING_HAPPENS),
}

LEADS: Mapping[tuple[str, str], Right] = {
    ("GET", "/inbox/audit"): Right(Door.LEAD, did=Did.READ_LOG),
    ("GET", "/inbox/statistics"): Right(Door.LEAD),
    ("GET", "/inbox/statistics.csv"): Right(Door.LEAD, did=Did.EXPORTED),
    ("GET", "/inbox/statistics.ods"): Right(Door.LEAD, did=Did.EXPORTED),
    ("GET", "/inbox/ready"): Right(Door.LEAD),
    ("GET", "/inbox/ready/{name}"): Right(Door.LEAD),
    ("POST", "/inbox/ready/{name}"): Right(
        Door.LEAD, {**READY, "title": "Labas", "text": "Labas."}, did=Did.CHANGED_SETTING
    ),
    ("POST", "/inbox/ready/{name}/coach"): Right(
        Door.LEAD, {**READY, "title": "Labas", "text": "Labas."}, silent=NOTHING_HAPPENS
    ),
    ("POST", "/inbox/ready/{name}/remove"): Right(Door.LEAD, READY, did=Did.CHANGED_SETTING),
    ("POST", "/inbox/ready/{name}/back"): Right(Door.LEAD, READY, did=Did.CHANGED_SETTING),
    ("POST", "/inbox/ready/{name}/restore"): Right(Door.LEAD, READY, did=Did.CHANGED_SETTING),
    ("GET", "/inbox/settings"): Right(Door.LEAD),
    ("GET", "/inbox/settings/contact"): Right(Door.LEAD),
    ("POST", "/inbox/settings/contact"): Right(
        Door.LEAD, {**OFFICE, "department": "Skyrius {unique}"}, did=Did.CHANGED_SETTING
    ),
    ("GET", "/inbox/settings/days"): Right(Door.LEAD),
    ("POST", "/inbox/settings/days/close"): Right(
        Door.LEAD, {**OFFICE, "first": "{today}", "reason": "Mokymai {unique}"}, did=Did.CHANGED_SETTING
    ),
    ("POST", "/inbox/settings/days/away"): Right(
        Door.LEAD, {**OFFICE, "away-first": "{today}", "who": "{colleague}"}, did=Did.CHANGED_SETTING
    ),
    ("POST", "/inbox/settings/days/remove"): Right(
        Door.LEAD, {**OFFICE, "list": "closings", "row": "0"}, did=Did.CHANGED_SETTING
    ),
    ("GET", "/inbox/forgotten"): Right(Door.LEAD),
    ("GET", "/inbox/settings/keeping"): Right(Door.LEAD),
    ("POST", "/inbox/settings/keeping"): Right(
        Door.LEAD, {**OFFICE, "days": "120", "erasing": "decides"}, did=Did.CHANGED_SETTING
    ),
    ("GET", "/inbox/settings/notice"): Right(Door.LEAD),
    ("POST", "/inbox/settings/notice"): Right(
        Door.LEAD,
        {**OFFICE, "text": "Rytoj nedirbame.", "first": "{today}", "last": "{today}"},
        did=Did.CHANGED_SETTING,
    ),
    ("POST", "/inbox/settings/notice/remove"): Right(Door.LEAD, OFFICE, did=Did.CHANGED_SETTING),
    ("GET", "/inbox/settings/promise"): Right(Door.LEAD),
    ("POST", "/inbox/settings/promise"): Right(
        Door.LEAD, {**OFFICE, "kind": "days", "days": "5"}, did=Did.CHANGED_SETTING
    ),
    ("GET", "/inbox/settings/recipients"): Right(Door.LEAD),
    ("POST", "/inbox/settings/recipients"): Right(
        Door.LEAD, {**OFFICE, "letters": "{unique}@office.example"}, did=Did.CHANGED_SETTING
    ),
    ("POST", "/inbox/settings/recipients/default"): Right(Door.LEAD, OFFICE, did=Did.CHANGED_SETTING),
    ("POST", "/inbox/settings/recipients/test"): Right(
        Door.LEAD, {"recipient": "{recipient}"}, did=Did.CHANGED_SETTING
    ),
    ("GET", "/inbox/settings/sending"): Right(Door.LEAD),
    ("POST", "/inbox/settings/sending"): Right(Door.LEAD, {**OFFICE, "turn": "on"}, did=Did.CHANGED_SETTING),
    ("GET", "/inbox/settings/team"): Right(Door.LEAD),
    ("POST", "/inbox/settings/team/add"): Right(
        Door.LEAD, {"email": "{unique}@office.example", "role": "staff"}, did=Did.CHANGED_STAFF
    ),
    ("POST", "/inbox/settings/team/{staff_id}/remove"): Right(Door.LEAD, did=Did.CHANGED_STAFF),
    ("POST", "/inbox/settings/team/{staff_id}/role"): Right(Door.LEAD, {"role": "lead"}, did=Did.CHANGED_STAFF),
}

EDITORS: Mapping[tuple[str, str], Right] = {
    ("GET", "/inbox/editors"): Right(Door.ADMIN),
    ("POST", "/inbox/editors/words/{wish}/accept"): Right(
        Door.ADMIN, {"topic": "cost", "text": "kiek kašt pinigai {unique}"}, did=Did.TAUGHT
    ),
    ("POST", "/inbox/editors/words/{wish}/drop"): Right(Door.ADMIN, did=Did.TAUGHT),
    ("GET", "/inbox/editors/taught.yaml"): Right(Door.ADMIN, did=Did.EXPORTED),
    ("POST", "/inbox/editors/taught/taken"): Right(Door.ADMIN, {"name": "none"}, did=Did.TAUGHT),
    ("GET", "/inbox/editors/texts"): Right(Door.ADMIN),
    ("GET", "/inbox/editors/texts/{topic}"): Right(Door.ADMIN),
    ("GET", "/inbox/editors/check"): Right(Door.ADMIN),
    ("POST", "/inbox/editors/check"): Right(Door.ADMIN, {"text": "Labas.", "level": "2"}, silent=NOTHING_HAPPENS),
    ("GET", "/inbox/editors/preview/{topic}"): Right(Door.ADMIN),
}

RIGHTS: Mapping[tuple[str, str], Right] = {**SIGN_IN, **ACCOUNT, **REQUESTS, **LEADS, **EDITORS}
