from pathlib import Path

import pytest

from assistant.errors import ContentError
from assistant.library.municipalities import load_municipalities
from assistant.library.routes import load_routes
from assistant.referrals.routing import Recipient, Route, Way

CONTENT = Path(__file__).parents[2] / "content"
MUNICIPALITIES = load_municipalities(CONTENT / "municipalities.yaml")
LETTER = "{way: letter, to: a@b.lt}"


def routes(folder: Path, text: str) -> Path:
    path = folder / "routes.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def webhook(to: str, name: str = "dvs") -> str:
    return f"- {{municipality: neringos, recipients: [{{way: webhook, name: {name}, to: '{to}'}}]}}"


def test_kretinga_alone_is_switched_on_and_promises_nothing() -> None:
    assert load_routes(CONTENT / "routes.yaml", MUNICIPALITIES) == {
        "kretingos-rajono": Route("kretingos-rajono", (Recipient(Way.LETTER, "socialine.parama@kretinga.example"),))
    }


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (f"- {{municipality: kretinga, recipients: [{LETTER}]}}", 'no municipality "kretinga"'),
        ("- {municipality: neringos, recipients: [{way: letter, to: niekas}]}", "should match pattern"),
        ("- {municipality: neringos, recipients: [{way: letter}]}", r'letter.to" is missing'),
        ("- {municipality: neringos, recipients: [{way: pigeon, to: a@b.lt}]}", "'inbox', 'letter'"),
        ("- {municipality: neringos, recipients: [{way: inbox, to: a@b.lt}]}", "is not known here"),
        ("- {municipality: neringos}", 'recipients" is missing'),
        ("- {municipality: neringos, recipients: []}", "Add an entry"),
        (f"- {{municipality: neringos, recipients: [{LETTER}], promise_days: 0}}", "greater than or equal to 1"),
        (f"- {{municipality: neringos, recipients: [{LETTER}, {LETTER}]}}", "this recipient stands twice"),
        (f"- {{municipality: neringos, recipients: [{LETTER}, {{way: inbox}}]}}", "in the inbox anyway"),
        (webhook("ftp://dvs.lt/"), "begins with https://"),
        (webhook("http://dvs.lt/"), "begins with https://"),
        (webhook("https:///"), "begins with https://"),
        (webhook("https://a:b@dvs.lt/"), "no password"),
        (webhook("https://dvs.lt/#a"), "no password and no #"),
        (webhook("https://dvs.lt/", "Kretinga DVS"), "should match pattern"),
        ("- {municipality: neringos, recipients: [{way: webhook, to: 'https://dvs.lt/'}]}", 'name" is missing'),
        (
            webhook("https://dvs.lt/") + "\n" + webhook("https://dvs.lt/2").replace("neringos", "kretingos-rajono"),
            '"dvs" names two webhooks',
        ),
        (f"- &it {{municipality: neringos, recipients: [{LETTER}]}}\n- *it", "switched on twice"),
    ],
)
def test_a_wrong_route_is_refused(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(ContentError, match=fault):
        load_routes(routes(tmp_path, text), MUNICIPALITIES)


def test_a_fault_of_a_recipient_is_told_with_its_line_and_its_mend(tmp_path: Path) -> None:
    path = routes(
        tmp_path,
        "- municipality: neringos\n  recipients:\n    - way: letter\n      to: a@b.lt\n    - way: inbox\n",
    )

    with pytest.raises(ContentError) as refused:
        load_routes(path, MUNICIPALITIES)

    assert str(refused.value) == (
        f"{path}:5: every request is in the inbox anyway. Take this recipient out, or all others."
    )


def test_a_route_carries_its_recipients_and_the_promise_of_its_municipality(tmp_path: Path) -> None:
    path = routes(
        tmp_path,
        f"- {{municipality: neringos, recipients: [{LETTER}, {{way: letter, to: c@d.lt}}], promise_days: 5, "
        "switched_on: 2026-11-22}",
    )

    route = load_routes(path, MUNICIPALITIES)["neringos"]

    assert route.recipients == (Recipient(Way.LETTER, "a@b.lt"), Recipient(Way.LETTER, "c@d.lt"))
    assert route.promise_days == 5
    assert str(route.switched_on) == "2026-11-22"


def test_a_locked_document_goes_to_an_e_mail_address(tmp_path: Path) -> None:
    path = routes(tmp_path, "- {municipality: neringos, recipients: [{way: document, to: a@b.lt}]}")

    assert load_routes(path, MUNICIPALITIES)["neringos"].recipients == (Recipient(Way.DOCUMENT, "a@b.lt"),)


@pytest.mark.parametrize(
    "to", ["https://dvs.example.lt/aiskiai?office=3", "http://127.0.0.1:8080/", "http://[::1]:80/"]
)
def test_a_webhook_goes_to_a_safe_address_or_to_this_machine(tmp_path: Path, to: str) -> None:
    path = routes(tmp_path, webhook(to))

    assert load_routes(path, MUNICIPALITIES)["neringos"].recipients == (Recipient(Way.WEBHOOK, to, "dvs"),)


def test_a_municipality_that_wants_no_letters_works_in_the_inbox_alone(tmp_path: Path) -> None:
    path = routes(tmp_path, "- {municipality: neringos, recipients: [{way: inbox}]}")

    assert load_routes(path, MUNICIPALITIES)["neringos"].recipients == (Recipient(Way.INBOX),)
