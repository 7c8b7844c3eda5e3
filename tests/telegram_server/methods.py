"""What each method of the Bot API does to the world; a method that is not here is checked and answered with true."""

from collections.abc import Callable
from typing import Any

from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    DeleteWebhook,
    EditMessageCaption,
    EditMessageReplyMarkup,
    EditMessageText,
    GetChat,
    GetChatMenuButton,
    GetFile,
    GetMe,
    GetMyCommands,
    GetMyDescription,
    GetMyShortDescription,
    GetUpdates,
    GetWebhookInfo,
    SendChatAction,
    SendDocument,
    SendMessage,
    SendPhoto,
    SendVoice,
    SetChatMenuButton,
    SetMyCommands,
    SetMyDescription,
    SetMyShortDescription,
    SetWebhook,
    TelegramMethod,
)
from aiogram.types import InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove
from pydantic import TypeAdapter

from tests.telegram_server.files import get_file, send_document, send_photo, send_voice
from tests.telegram_server.limits import (
    MOST_CALLBACK_ANSWER,
    MOST_DESCRIPTION,
    MOST_SHORT_DESCRIPTION,
    check_buttons_below,
    check_commands,
    shown_buttons,
    shown_caption,
    shown_text,
)
from tests.telegram_server.refusal import Refusal, bad_request
from tests.telegram_server.world import BOT, World

ACCENT_COLORS = {"accent_color_id": 0, "max_reaction_count": 11}
GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


async def answer(world: World, call: TelegramMethod[Any]) -> Any:
    """The result of the call, checked against the type that aiogram reads."""
    if isinstance(call, GetUpdates):
        result: Any = await world.updates.fetch(
            call.offset or 0, call.limit or 100, call.timeout or 0, call.allowed_updates
        )
    elif type(call) in ANSWERS:
        result = ANSWERS[type(call)](world, call)
    elif call.__returning__ is bool:
        result = True
    else:
        raise Refusal(501, f"Not Implemented: the test server has no answer for {call.__api_method__}")
    TypeAdapter(call.__returning__).validate_python(result)
    return result


def _get_me(_world: World, _call: GetMe) -> dict[str, Any]:
    return BOT | {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}


def _send_message(world: World, call: SendMessage) -> dict[str, Any]:
    chat = world.reachable(call.chat_id)
    content: dict[str, Any] = {"text": shown_text(call.text, call.parse_mode)}
    if isinstance(call.reply_markup, InlineKeyboardMarkup):
        content |= shown_buttons(call.reply_markup)
    if isinstance(call.reply_markup, ReplyKeyboardMarkup):
        check_buttons_below(call.reply_markup, is_private=chat.type == "private")
    if call.reply_parameters is not None and chat.message(call.reply_parameters.message_id or 0) is None:
        raise bad_request("message to be replied not found")
    message = world.placed(chat, BOT, content)
    if isinstance(call.reply_markup, ReplyKeyboardMarkup | ReplyKeyboardRemove):
        # A bot is not told of this keyboard again: it belongs to the chat, not to the message.
        rows = call.reply_markup.keyboard if isinstance(call.reply_markup, ReplyKeyboardMarkup) else []
        chat.below = [button.model_dump(mode="json", exclude_none=True) for row in rows for button in row]
        chat.fixed.add(message["message_id"])
    world.bot_changed(chat)
    return message


def _edit_text(world: World, call: EditMessageText) -> dict[str, Any]:
    if call.text is None:
        raise bad_request("message text is empty")
    chat = world.reachable(call.chat_id or 0)
    message = world.own_message(chat, call.message_id, "edit")
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    # An edit drops the buttons unless they are sent again.
    content = {"text": shown_text(call.text, call.parse_mode)} | shown_buttons(call.reply_markup)
    return _edited(world, message, content)


def _edit_caption(world: World, call: EditMessageCaption) -> dict[str, Any]:
    chat = world.reachable(call.chat_id or 0)
    message = world.own_message(chat, call.message_id, "edit")
    if "photo" not in message:
        raise bad_request("there is no caption in the message to edit")
    return _edited(world, message, shown_caption(call.caption, call.parse_mode) | shown_buttons(call.reply_markup))


def _edit_buttons(world: World, call: EditMessageReplyMarkup) -> dict[str, Any]:
    chat = world.reachable(call.chat_id or 0)
    message = world.own_message(chat, call.message_id, "edit")
    words = {name: message[name] for name in ("text", "caption") if name in message}
    return _edited(world, message, words | shown_buttons(call.reply_markup))


def _edited(world: World, message: dict[str, Any], content: dict[str, Any]) -> dict[str, Any]:
    now = {name: message[name] for name in ("text", "caption", "reply_markup") if name in message}
    if now == content:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same as a current "
            "content and reply markup of the message"
        )
    message.pop("reply_markup", None)
    message.pop("caption", None)
    message |= content | {"edit_date": message["date"]}
    world.bot_changed(world.chats[message["chat"]["id"]])
    return message


def _delete_message(world: World, call: DeleteMessage) -> bool:
    chat = world.reachable(call.chat_id)
    chat.messages.remove(world.deletable_message(chat, call.message_id))
    world.bot_changed(chat)
    return True


def _answer_query(world: World, call: AnswerCallbackQuery) -> bool:
    if call.callback_query_id not in world.queries:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if call.text is not None and len(call.text) > MOST_CALLBACK_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    world.queries[call.callback_query_id] = True
    return True


def _chat_action(world: World, call: SendChatAction) -> bool:
    world.reachable(call.chat_id)
    return True


def _get_chat(world: World, call: GetChat) -> dict[str, Any]:
    return world.reachable(call.chat_id).shown() | ACCENT_COLORS | {"accepted_gift_types": GIFTS}


def _set_commands(world: World, call: SetMyCommands) -> bool:
    check_commands(call)
    world.commands = [command.model_dump(mode="json", exclude_none=True) for command in call.commands]
    return True


def _get_commands(world: World, _call: GetMyCommands) -> list[dict[str, Any]]:
    return world.commands


def _set_menu_button(world: World, call: SetChatMenuButton) -> bool:
    world.menu_button = {"type": "default"} if call.menu_button is None else {"type": call.menu_button.type}
    return True


def _get_menu_button(world: World, _call: GetChatMenuButton) -> dict[str, Any]:
    return world.menu_button


def _set_description(world: World, call: SetMyDescription) -> bool:
    return _set_text(world, "description", call.description, MOST_DESCRIPTION)


def _get_description(world: World, _call: GetMyDescription) -> dict[str, Any]:
    return {"description": world.texts.get("description", "")}


def _set_short_description(world: World, call: SetMyShortDescription) -> bool:
    return _set_text(world, "short_description", call.short_description, MOST_SHORT_DESCRIPTION)


def _get_short_description(world: World, _call: GetMyShortDescription) -> dict[str, Any]:
    return {"short_description": world.texts.get("short_description", "")}


def _set_text(world: World, name: str, text: str | None, most: int) -> bool:
    if len(text or "") > most:
        raise bad_request(f"{name} is too long")
    world.texts[name] = text or ""
    return True


def _set_webhook(world: World, call: SetWebhook) -> bool:
    world.hook.set(call)
    return True


def _delete_webhook(world: World, call: DeleteWebhook) -> bool:
    world.hook.end()
    if call.drop_pending_updates:
        world.updates.drop_all()
    return True


def _webhook_info(world: World, _call: GetWebhookInfo) -> dict[str, Any]:
    hook = world.hook
    told: dict[str, Any] = {
        "url": world.updates.webhook,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending()),
    }
    if world.updates.webhook:
        told |= {"max_connections": hook.max_connections, "allowed_updates": hook.allowed}
    if hook.last_error:
        told |= {"last_error_date": hook.last_error_date, "last_error_message": hook.last_error}
    return told


ANSWERS: dict[type[TelegramMethod[Any]], Callable[[World, Any], Any]] = {
    GetMe: _get_me,
    SendDocument: send_document,
    SendVoice: send_voice,
    SendPhoto: send_photo,
    SendMessage: _send_message,
    EditMessageText: _edit_text,
    EditMessageCaption: _edit_caption,
    EditMessageReplyMarkup: _edit_buttons,
    DeleteMessage: _delete_message,
    AnswerCallbackQuery: _answer_query,
    SendChatAction: _chat_action,
    GetChat: _get_chat,
    GetFile: get_file,
    SetMyCommands: _set_commands,
    GetMyCommands: _get_commands,
    SetChatMenuButton: _set_menu_button,
    GetChatMenuButton: _get_menu_button,
    SetMyDescription: _set_description,
    GetMyDescription: _get_description,
    SetMyShortDescription: _set_short_description,
    GetMyShortDescription: _get_short_description,
    SetWebhook: _set_webhook,
    DeleteWebhook: _delete_webhook,
    GetWebhookInfo: _webhook_info,
}
