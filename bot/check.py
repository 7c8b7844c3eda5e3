"""Tells an operator in plain words whether the bot can work, and what to mend where it cannot."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramNetworkError, TelegramNotFound, TelegramUnauthorizedError
from aiogram.methods import GetMe, GetWebhookInfo
from aiogram.types import User, WebhookInfo

from assistant.bootstrap_means import fault_of_model
from assistant.errors import ContentError, SettingsError
from assistant.library.loader import load_library
from assistant.settings import Settings
from bot.calls import REQUEST_TIMEOUT, described, without_token
from bot.door import bot_at
from bot.introduction import missing
from bot.words import door_words

TOO_MANY_WAIT = 100
"""So many updates do not wait where a bot takes them."""
RECENT = timedelta(hours=1)


class State(StrEnum):
    """How bad it is."""

    FINE = "fine"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    state: State
    words: str


async def check(settings: Settings, say: Callable[[str], object]) -> bool:
    """Say what was found, a line each; gives whether nothing must be mended. Changes nothing at Telegram."""
    found = await findings(settings)
    for finding in found:
        say(f"{finding.state:<6}{finding.words}")
    return all(finding.state is not State.WRONG for finding in found)


async def findings(settings: Settings) -> list[Finding]:
    """What was found, in the order in which it was looked at; the token stands in none of it."""
    token = settings.telegram_token.get_secret_value()
    if not token:
        return [_wrong("There is no token. Get one from BotFather and set AISKIAI_TELEGRAM_TOKEN.")]
    try:
        bot = bot_at(token, settings.telegram_api_base or None)
    except SettingsError as error:
        return [_wrong(f"{error}.")]
    try:
        return await _at_telegram(bot, settings)
    finally:
        await bot.session.close()


async def _at_telegram(bot: Bot, settings: Settings) -> list[Finding]:
    found: list[Finding] = []
    try:
        found += _about_us(await bot(GetMe(), request_timeout=REQUEST_TIMEOUT))
        hook = await bot(GetWebhookInfo(), request_timeout=REQUEST_TIMEOUT)
        found += [_about_webhook(hook, settings.telegram_webhook_url), *_about_waiting(hook, bot)]
        words = door_words(load_library(settings.content_dir, settings.memory_dir).messages)
        found.append(_about_looks(await missing(bot, words)))
        found.append(_about_listening(settings))
    except (TelegramUnauthorizedError, TelegramNotFound):
        found.append(_wrong("Telegram does not know the token. Ask BotFather for it and set AISKIAI_TELEGRAM_TOKEN."))
    except TelegramNetworkError as error:
        where = settings.telegram_api_base or "https://api.telegram.org"
        found.append(
            _wrong(
                f"Telegram cannot be reached at {_host(where)}. Look at network and firewall. {described(error, bot)}"
            )
        )
    except AiogramError as error:
        found.append(_wrong(f"Telegram does not answer as it should. Try again in a minute. {described(error, bot)}"))
    except ContentError as error:
        found.append(_wrong(f"The bot's words cannot be used. {error}"))
    except Exception as error:  # noqa: BLE001 - whatever it is, its words and its traceback may hold the token
        found.append(_wrong(f"Telegram could not be asked: {type(error).__name__}. Look at AISKIAI_TELEGRAM_API_BASE."))
    return found


def _about_us(me: User) -> list[Finding]:
    found = [_fine(f"Telegram knows the token: the bot is @{me.username}.")]
    if me.can_read_all_group_messages:
        found.append(
            _wrong("The bot gets everything that is said in groups. Switch privacy on: BotFather, /setprivacy, Enable.")
        )
    else:
        found.append(_fine("In groups the bot gets only what is said to it (privacy is on)."))
    if me.can_join_groups:
        found.append(_note("The bot can be put into groups, where it only shows the way to the private chat."))
    return found


def _about_webhook(hook: WebhookInfo, ours: str) -> Finding:
    if hook.url == ours:
        way = f"Telegram calls us at {_host(ours)}" if ours else "the bot asks Telegram (long polling)"
        return _fine(f"How updates come: {way}.")
    if not hook.url:
        return _wrong(
            "Telegram calls nobody, though AISKIAI_TELEGRAM_WEBHOOK_URL is set. Start the bot; it tells Telegram."
        )
    return _wrong(
        f"Telegram calls somebody else, at {_host(hook.url)}. Find out who set this webhook and stop them; "
        "the start of this bot takes it away from them."
    )


def _about_waiting(hook: WebhookInfo, bot: Bot) -> list[Finding]:
    count = hook.pending_update_count
    found = [_fine("No updates wait at Telegram.")]
    if count > TOO_MANY_WAIT:
        found = [_wrong(f"Updates that wait at Telegram: {count}. Does the bot run? Look at its log.")]
    elif count:
        found = [_note(f"Updates that wait at Telegram: {count}. A bot that runs takes them within seconds.")]
    if hook.last_error_date is not None:
        is_recent = datetime.now(UTC) - hook.last_error_date < RECENT
        said = without_token(hook.last_error_message or "", bot)
        words = f"The last call of Telegram that failed was at {hook.last_error_date:%Y-%m-%d %H:%M} UTC: {said}."
        found.append(_wrong(f"{words} Look at the proxy and at its certificate.") if is_recent else _note(words))
    return found


def _about_looks(calls: tuple[str, ...]) -> Finding:
    if calls:
        return _note(f"Not set yet, or changed by hand: {', '.join(calls)}. The start of the bot sets it.")
    return _fine("Commands, menu button and descriptions are set.")


def _about_listening(settings: Settings) -> Finding:
    fault = fault_of_model(settings)
    if fault:
        return _wrong(f"Voice messages are not understood. {fault} Look at AISKIAI_SPEECH_MODEL_DIR.")
    if settings.speech_model_dir is None:
        return _fine("Voice messages: people are asked to write or press. (No AISKIAI_SPEECH_MODEL_DIR is set.)")
    return _fine("Voice messages are listened to: the speech model is there. `aiskiai doctor` loads it.")


def _host(url: str) -> str:
    """Without the path: people put tokens there."""
    address = urlsplit(url)
    return f"{address.scheme}://{address.hostname}{f':{address.port}' if address.port else ''}"


def _fine(words: str) -> Finding:
    return Finding(State.FINE, words)


def _note(words: str) -> Finding:
    return Finding(State.NOTE, words)


def _wrong(words: str) -> Finding:
    return Finding(State.WRONG, words)
