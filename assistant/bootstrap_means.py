"""The outside as the settings want it: voice, webhooks, letters and what staff sign in by, for the composition root."""

from assistant.adapters.app_codes import TotpCodes
from assistant.adapters.mail import FileLetterbox, SmtpLetterbox
from assistant.adapters.openid import OpenIdProvider
from assistant.adapters.passkeys import WebAuthnPasskeys
from assistant.adapters.speech.shelf import SoundFolder
from assistant.adapters.speech.voice import ProcessVoice
from assistant.adapters.speech_in.model_folder import fault_of
from assistant.adapters.speech_in.recogniser import ProcessRecogniser
from assistant.adapters.webhooks import HttpWebhooks, Target
from assistant.library.library import Library
from assistant.referrals.routing import Way
from assistant.settings import Settings
from assistant.usecases.listening import LONGEST, Listen
from assistant.usecases.means import Letterbox, Webhooks
from assistant.usecases.ports import Clock, Secrets, UnitsOfWork
from assistant.usecases.retain import Terms
from assistant.usecases.second_factors import SecondFactors
from assistant.usecases.signing_in import Seals, SecondFactorRule
from assistant.usecases.speaking import Speak

SITE_NAME = "aiskiai"
"""Under which apps with codes and browsers with passkeys list the accounts of staff."""


def speaker(settings: Settings, library: Library) -> Speak:
    """Who reads aloud; its process starts with the first sentence that nobody has heard yet."""
    voice = ProcessVoice(settings.speech_voice, settings.speech_rate) if settings.speech else None
    return Speak(library, voice, SoundFolder(settings.sounds))


def listener(settings: Settings) -> Listen:
    """Who understands speech; its process starts with the first voice message."""
    folder = settings.speech_model_dir
    return Listen(ProcessRecogniser(folder, LONGEST) if folder is not None else None)


def fault_of_model(settings: Settings) -> str:
    """What is wrong with the speech model, in words for the operator; empty where nothing is, or none is wanted."""
    return fault_of(settings.speech_model_dir) if settings.speech_model_dir is not None else ""


def webhooks_of(settings: Settings, library: Library, clock: Clock) -> Webhooks:
    """Who calls the towns' own systems. Raises SettingsError where a route names a webhook without a secret."""
    secrets = {name: secret.get_secret_value() for name, secret in settings.webhook_secrets.items()}
    targets = {
        recipient.name: Target.of(recipient.name, recipient.to, secrets.get(recipient.name, ""))
        for route in library.routes.values()
        for recipient in route.recipients
        if recipient.way is Way.WEBHOOK
    }
    return HttpWebhooks(targets, clock, may_reach_private=settings.webhook_private_addresses)


def letterbox_of(settings: Settings) -> Letterbox:
    """Where letters go: a mail server, or a folder where none is set."""
    url = settings.smtp_url.get_secret_value()
    return SmtpLetterbox(url, settings.mail_from) if url else FileLetterbox(settings.letters_dir)


def provider_of(settings: Settings, clock: Clock) -> OpenIdProvider:
    """The sign-in service that staff have already, if any."""
    return OpenIdProvider(
        issuer=settings.oidc_issuer,
        client_id=settings.oidc_client_id,
        client_secret=settings.oidc_client_secret.get_secret_value(),
        redirect=f"{settings.address}/inbox/oidc/callback",
        clock=clock,
    )


def terms_of(settings: Settings) -> Terms:
    """How long what is kept."""
    return Terms(
        settings.keep_drafts_days, settings.keep_closed_days, settings.keep_traces_days, settings.keep_audit_days
    )


def second_factors(
    settings: Settings, units: UnitsOfWork, clock: Clock, secrets: Secrets, seals: Seals
) -> SecondFactors:
    """App codes, passkeys and recovery codes of staff."""
    return SecondFactors(
        units=units,
        clock=clock,
        secrets=secrets,
        seals=seals,
        app_codes=TotpCodes(SITE_NAME),
        passkeys=WebAuthnPasskeys(settings.address, SITE_NAME),
        rule=SecondFactorRule(settings.second_factor),
    )
