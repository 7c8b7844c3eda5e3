"""What the product talks with: browsers at the public address, the mail server, webhooks, Telegram."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from email.utils import parseaddr
from http import HTTPStatus
from urllib.parse import urlsplit

from assistant.adapters.mail import SmtpLetterbox, SmtpServer
from assistant.commands.doctor.finding import LOCAL_HOSTS, Deployment, Finding, State, by_kind, fine, mend, warning
from assistant.errors import SettingsError, TemporaryFailureError
from bot import check as telegram

MAIL_SECONDS = 10.0
CERTIFICATE_LASTS = timedelta(days=14)
_STATES = {telegram.State.FINE: State.OK, telegram.State.NOTE: State.OK, telegram.State.WRONG: State.MEND}


async def look_at_address(deployment: Deployment) -> Sequence[Finding]:
    """Whether people reach us, and nobody can listen."""
    settings = deployment.settings
    if not settings.public_url:
        found = [warning("Address", "only this machine is served. Set AISKIAI_PUBLIC_URL when people shall come.")]
    elif deployment.is_real and urlsplit(settings.public_url).scheme != "https":
        found = [
            mend(
                "Address",
                f"{settings.address} is not https: others can listen. Put a proxy with TLS in front of it.",
            )
        ]
    else:
        found = [fine("Address", f"people come to {settings.address}")]
    return [*found, *await _answers(deployment)]


async def _answers(deployment: Deployment) -> Sequence[Finding]:
    address = deployment.settings.address
    try:
        # The first page, as people see it: a proxy keeps /health for itself.
        status = await deployment.site.status(f"{address}/")
    except TemporaryFailureError as error:
        words = (
            f"{address} was asked: {error}. Does `aiskiai serve` run? Look at the proxy, its certificate and the DNS."
        )
        return [by_kind(deployment, "Server", words)]
    if status != HTTPStatus.OK:
        return [mend("Server", f"{address}/ answers {status}. Look at the logs of server and proxy.")]
    ends = await deployment.site.certificate_ends(address)
    if ends is not None and ends - deployment.clock.now() < CERTIFICATE_LASTS:
        words = f"it ends on {ends:%Y-%m-%d}. Have it made anew; look why the proxy does not do so by itself."
        return [fine("Server", "people get the first page."), mend("Certificate", words)]
    return [fine("Server", "people get the first page.")]


async def look_at_mail(deployment: Deployment) -> Sequence[Finding]:
    """Whether letters would go out; none is sent."""
    settings = deployment.settings
    url = settings.smtp_url.get_secret_value()
    if not url:
        words = f"there is no mail server: letters only become files in {settings.letters_dir}. Set AISKIAI_SMTP_URL."
        return [by_kind(deployment, "Mail", words)]
    try:
        letterbox = SmtpLetterbox(url, settings.mail_from, timeout=MAIL_SECONDS)
        await letterbox.greet()
    except SettingsError as error:
        return [mend("Mail", f"{error}. Look at AISKIAI_SMTP_URL.")]
    except TemporaryFailureError as error:
        words = f"the mail server was asked: {error}. Look at AISKIAI_SMTP_URL, its password, and the firewall."
        return [mend("Mail", words)]
    return [fine("Mail", "the mail server lets us in."), *_about_sender(deployment, SmtpServer.of(url))]


def _about_sender(deployment: Deployment, server: SmtpServer) -> Iterator[Finding]:
    domain = parseaddr(deployment.settings.mail_from)[1].rpartition("@")[2]
    if domain in {"", "localhost"}:
        yield mend("Mail", "letters would come from nowhere. Set AISKIAI_MAIL_FROM to an address of your own domain.")
    if not (server.is_tls or server.is_starttls or server.host in LOCAL_HOSTS):
        yield warning("Mail", "letters go to the mail server in the open. Write smtps://… or add ?starttls.")


async def look_at_telegram(deployment: Deployment) -> Sequence[Finding]:
    """What `aiskiai bot --check` says, where there is a bot."""
    if not deployment.settings.telegram_token.get_secret_value():
        return [fine("Telegram", "there is no bot. (AISKIAI_TELEGRAM_TOKEN is empty.)")]
    found = await telegram.findings(deployment.settings)
    return [Finding(_STATES[one.state], "Telegram", one.words) for one in found]
