"""All settings, read from the environment here and nowhere else; safe to start with none set."""

import contextlib
import hmac
import os
import secrets
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import Field, HttpUrl, SecretStr, TypeAdapter, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict
from pydantic_settings import SettingsError as EnvironmentUnreadableError

from assistant.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent

SECRET_BYTES = 48
"""Of chance in a secret key that we make ourselves."""

WEBHOOK_URL = r"^(https://[^/\s]+(/\S*)?|http://(127\.0\.0\.1|localhost)(:\d+)?(/\S*)?)?$"
"""https, or for tests this machine itself."""

_SITE = r"(https://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?|http://(127\.0\.0\.1|localhost)(:\d+)?)"
WIDGET_SITES = rf"^({_SITE}( {_SITE})*)?$"
"""https and the host, with *. for all below it, or for tests this machine itself: as browsers are told it."""


class Settings(BaseSettings):
    """The operator's choices. Every field is in .env.example; a test keeps that complete."""

    model_config = SettingsConfigDict(env_prefix="AISKIAI_", env_file=".env", frozen=True, extra="ignore")

    data_dir: Path = Path("var")
    """Where the database, letters and made-up secrets lie."""
    content_dir: Path = ROOT / "content"
    """The words and data that editors own."""
    learned_dir: Path | None = None
    """Where it is kept what was learned from the example phrases; None means the data folder."""
    database_url: str = ""
    """SQLAlchemy async URL; empty means SQLite in the data folder."""
    backup_dir: Path | None = None
    """Where backups lie; None means the folder "backups" in the data folder. Better another disk."""
    backup_every_minutes: Annotated[int, Field(ge=0)] = 60
    """How often the worker makes a backup of a SQLite database; 0 means never."""
    backups_kept: Annotated[int, Field(ge=1)] = 24
    """How many backups stay in that folder."""
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 8000
    public_url: str = ""
    """How people reach the web chat, without a slash at the end; empty means the host and port above."""
    widget_sites: Annotated[str, Field(pattern=WIDGET_SITES)] = ""
    """The sites that may show the chat in their own pages, with a space between them; empty means none."""
    secret_key: SecretStr = SecretStr("")
    """Keys the hashes under which tokens are kept; made and kept in the data folder when empty."""
    earlier_secret_keys: list[SecretStr] = []
    """Secret keys that were in use before, as a JSON list: with them nothing is made, and what they made is known."""
    encryption_keys: SecretStr = SecretStr("")
    """Master keys as `aiskiai keys new` prints them, newest first, with commas; made in the data folder when empty."""
    key_copy: Path | None = None
    """Where the one copy of the data keys lies; None means "keys/data-keys" beside the backups. Never in an archive."""
    telegram_token: SecretStr = SecretStr("")
    telegram_api_base: str = ""
    """Another Bot API server; empty means Telegram's own."""
    telegram_name: Annotated[str, Field(pattern=r"^(\w{5,32})?$")] = ""
    """The user name of the bot, without @; empty means that the web chat shows no way to Telegram."""
    telegram_webhook_url: Annotated[str, Field(pattern=WEBHOOK_URL)] = ""
    """Where Telegram calls the bot, public and https; empty means that the bot asks Telegram (long polling)."""
    telegram_webhook_port: Annotated[int, Field(ge=1, le=65535)] = 8081
    """Where the bot listens, on the host above, for what comes to that address."""
    telegram_health_port: Annotated[int, Field(ge=0, le=65535)] = 0
    """Where the bot tells how it stands, on the host above: /health/ready and /metrics; 0 means nowhere."""
    telegram_messages_per_second: Annotated[float, Field(ge=0, le=1000)] = 30.0
    """This process's share of what Telegram takes of the bot; 0 means no limit, for a test server."""
    smtp_url: SecretStr = SecretStr("")
    """smtp://[user:password@]host:port; empty means that letters are written into the data folder."""
    mail_from: str = "aiskiai@localhost"
    """Who the letters are from."""
    webhook_secrets: dict[str, SecretStr] = {}
    """Secrets of webhooks by their names in the routes, as JSON; docs/webhook.md shows how one is made."""
    webhook_private_addresses: bool = False
    """Whether webhooks may lead into private networks, which they must where the system stands in the town's own."""
    operator_email: Annotated[str, Field(pattern=r"^([\w.+-]+@[\w-]+(\.[\w-]+)*)?$")] = ""
    """Who is told of what could not be handed over; empty means nobody, and only logs and figures tell it."""
    second_factor: Annotated[str, Field(pattern="^(required|offered|off)$")] = "offered"
    """Whether staff need something besides their mailbox to sign in; "required" for a real municipality."""
    oidc_issuer: str = ""
    """The sign-in service that staff have already (OpenID Connect), exactly as it calls itself; empty means none."""
    oidc_client_id: str = ""
    oidc_client_secret: SecretStr = SecretStr("")
    oidc_label: str = ""
    """What the button to that service says; empty means its host."""
    demo_staff: str = "darbuotojas@kretinga.example"
    """The account for which `make run` prints a first sign-in."""
    demo_municipality: str = "kretingos-rajono"
    speech: bool = True
    """Whether people can have messages read aloud by our own voice."""
    speech_dir: Path | None = None
    """Where sounds are kept; None means the folder "speech" in the data folder."""
    speech_voice: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9+_-]*$")] = "lt"
    """A voice of eSpeak NG; docs/sound.md tells of others."""
    speech_rate: Annotated[int, Field(ge=80, le=300)] = 140
    """Words a minute."""
    speech_model_dir: Path | None = None
    """A folder with a speech model, so that voice messages in Telegram are understood; None means they are not."""
    learn_from_misses: bool = True
    """Whether words that were not understood are kept, scrubbed, for editors to learn from."""
    keep_drafts_days: Annotated[int, Field(ge=1, le=365)] = 30
    """Days after the last word for which answers that were not sent are kept, and what was said."""
    keep_closed_days: Annotated[int, Field(ge=1, le=3650)] = 90
    """Days for which a closed request is kept, where its department has set no term of its own."""
    keep_traces_days: Annotated[int, Field(ge=1, le=365)] = 30
    """Days for which letters in files, what was handed over, old links and keys of forms are kept."""
    keep_audit_days: Annotated[int, Field(ge=0, le=3650)] = 0
    """Days for which lines of the audit log are kept; 0 means for ever."""
    log_format: Annotated[str, Field(pattern="^(text|json)$")] = "text"

    @classmethod
    def from_environment(cls, **chosen: object) -> Self:
        """The settings; `chosen` come from the command line and win. Raises SettingsError with what to mend."""
        try:
            # systemd (LoadCredential) and containers hand secrets over as files named like the settings.
            credentials = os.environ.get("CREDENTIALS_DIRECTORY")
            settings = cls(_secrets_dir=credentials, **chosen)  # type: ignore[arg-type]  # pydantic checks each of them
            if settings.public_url:
                TypeAdapter(HttpUrl).validate_python(settings.public_url)
            if settings.oidc_issuer:
                TypeAdapter(HttpUrl).validate_python(settings.oidc_issuer)
        except EnvironmentUnreadableError as error:
            # Its cause holds the text, in which secrets may stand.
            raise SettingsError(f"These settings cannot be used. {error}. See .env.example.") from None
        except ValidationError as error:
            faults = "; ".join(
                f"AISKIAI_{'_'.join(str(part) for part in fault['loc']).upper()}: {fault['msg']}"
                for fault in error.errors(include_input=False)
            )
            raise SettingsError(f"These settings cannot be used. {faults}. See .env.example.") from None
        return settings

    @property
    def database(self) -> str:
        """The database's URL."""
        return self.database_url or f"sqlite+aiosqlite:///{(self.data_dir / 'aiskiai.db').resolve()}"

    @property
    def address(self) -> str:
        """How people reach the web chat."""
        return self.public_url.rstrip("/") or f"http://{self.host}:{self.port}"

    @property
    def sign_in_service(self) -> str:
        """What the button to the other sign-in service says; empty where there is none."""
        return self.oidc_issuer and (self.oidc_label or urlsplit(self.oidc_issuer).netloc)

    @property
    def memory_dir(self) -> Path:
        """Where it is kept what was learned from the example phrases."""
        return self.learned_dir or self.data_dir / "learned"

    @property
    def backups(self) -> Path:
        """Where backups lie."""
        return self.backup_dir or self.data_dir / "backups"

    @property
    def sounds(self) -> Path:
        """Where sounds are kept."""
        return self.speech_dir or self.data_dir / "speech"

    @property
    def known_blocks(self) -> Path:
        """Which blocks of referral numbers were ever opened; outside the database, where no restore undoes it."""
        return self.data_dir / "number-blocks"

    @property
    def master_key_file(self) -> Path:
        """Where the master keys are kept that no setting gives."""
        return self.data_dir / "encryption-keys"

    @property
    def data_key_copy(self) -> Path:
        """Where the copy of the data keys lies; it is written over, so that no older one is left."""
        return self.key_copy or self.backups / "keys" / "data-keys"

    @property
    def audit_head(self) -> Path:
        """How far the audit log goes; outside the database, so that lines cut off its end are missed."""
        return self.data_dir / "audit-head"

    @property
    def workers(self) -> Path:
        """Where workers leave signs of life."""
        return self.data_dir / "workers"

    @property
    def bots(self) -> Path:
        """Where the bot leaves its sign of life."""
        return self.data_dir / "bots"

    @property
    def letters_dir(self) -> Path:
        """Where letters are written when there is no mail server."""
        return self.data_dir / "letters"

    def telegram_webhook_secret(self) -> str:
        """What Telegram shows with every call, so that nobody else can speak for it; the same after each start."""
        token = self.telegram_token.get_secret_value()
        return hmac.new(self.signing_key().encode(), f"telegram-webhook {token}".encode(), "sha256").hexdigest()

    def signing_key(self) -> str:
        """The key for the hashes of tokens; made once and kept, readable by the owner alone, where none is set."""
        if self.secret_key.get_secret_value():
            return self.secret_key.get_secret_value()
        kept = self.secret_key_file
        if not kept.exists():
            _keep_once(kept, secrets.token_urlsafe(SECRET_BYTES))
        return kept.read_text().strip()

    @property
    def secret_key_file(self) -> Path:
        """Where the secret key is kept that no setting gives."""
        return self.data_dir / "secret-key"

    @property
    def earlier_keys_file(self) -> Path:
        """Where `aiskiai keys renew-secret` leaves the secret keys that were in the data folder before."""
        return self.data_dir / "earlier-secret-keys"

    def earlier_keys(self) -> tuple[str, ...]:
        """The secret keys that were in use before, newest first."""
        given = tuple(key.get_secret_value() for key in self.earlier_secret_keys)
        kept = self.earlier_keys_file
        return given + (tuple(kept.read_text().split()) if kept.exists() else ())


def _keep_once(kept: Path, key: str) -> None:
    """Put the key there whole or not at all; where another process was first, its key stays."""
    kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = kept.with_suffix(f".{secrets.token_hex(8)}")
    made.touch(mode=0o600)
    made.write_text(key)
    with contextlib.suppress(FileExistsError):
        kept.hardlink_to(made)
    made.unlink()
