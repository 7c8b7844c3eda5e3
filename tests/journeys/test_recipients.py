"""Every way to a department at once in the running product: letter, locked document and webhook, each on its own."""

import json
import shutil
from pathlib import Path

import pytest

from assistant.settings import ROOT
from tests.adapters.test_mail import Server, _mail_server
from tests.adapters.test_webhooks import SECRET, is_ours, listening
from tests.journeys.running import Product, environment_for, serving
from tests.journeys.staff import StaffAtInbox
from tests.journeys.test_letters import sent_at, until
from tests.telegram_server.process import free_port

pytestmark = pytest.mark.process

ROUTE = """- municipality: kretingos-rajono
  recipients:
    - way: letter
      to: skyrius@kretinga.example
    - way: document
      to: archyvas@kretinga.example
    - way: webhook
      name: kretinga-dvs
      to: {address}
"""


async def test_each_recipient_gets_the_request_in_its_own_way(tmp_path: Path) -> None:
    # Given a municipality with three recipients, whose system is down at first
    server: Server
    async with _mail_server() as server, listening() as system:
        content = tmp_path / "content"
        shutil.copytree(ROOT / "content", content)
        (content / "routes.yaml").write_text(ROUTE.format(address=system.url), encoding="utf-8")
        system.statuses = [400]
        environment = environment_for(
            tmp_path / "var",
            free_port(),
            AISKIAI_CONTENT_DIR=str(content),
            AISKIAI_SMTP_URL=server.url,
            AISKIAI_WEBHOOK_SECRETS=json.dumps({"kretinga-dvs": SECRET}),
            AISKIAI_WEBHOOK_PRIVATE_ADDRESSES="true",
        )
        base_url = f"http://127.0.0.1:{environment['AISKIAI_PORT']}"
        with serving(environment):
            # When a person sends a request, and staff press retry for what was refused
            number = await sent_at(base_url)
            await until(lambda: server.letters[1:] and system.calls)
            staff = StaffAtInbox(base_url)
            await staff.signs_in(Product(base_url, environment).sign_in_link())
            before = await staff.opens(number)
            await staff.retries(number)
            await until(lambda: system.calls[1:])
            await staff.leaves()

    # Then the letters went out once each
    letters = {letter["To"]: letter for letter in server.letters}
    assert set(letters) == {"skyrius@kretinga.example", "archyvas@kretinga.example"}
    assert len(server.letters) == 2
    assert not list(letters["skyrius@kretinga.example"].iter_attachments())
    [document] = letters["archyvas@kretinga.example"].iter_attachments()
    assert document.get_filename() == f"prasymas-{number}.pdf"
    assert "Dokumento slaptažodis" in before
    assert "HTTP 400" in before

    # And the system was called twice under one id, with the same request
    (first, body), (second, again) = system.calls
    assert (first["webhook-id"], body) == (second["webhook-id"], again)
    assert is_ours()(SECRET, second, again)
    assert json.loads(body)["data"]["number"] == number
