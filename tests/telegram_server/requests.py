"""A call as it comes over HTTP becomes one of aiogram's method objects, or is refused."""

import json
from dataclasses import dataclass
from typing import Any, Union, get_args, get_origin

from aiogram import methods
from aiogram.methods import TelegramMethod
from pydantic import ValidationError
from starlette.datastructures import UploadFile
from starlette.requests import Request

from tests.telegram_server.refusal import Refusal, bad_request

METHODS: dict[str, type[TelegramMethod[Any]]] = {
    found.__api_method__.lower(): found
    for found in (getattr(methods, name) for name in methods.__all__)
    if isinstance(found, type) and issubclass(found, TelegramMethod) and found is not TelegramMethod
}
"""Every method of the Bot API that aiogram knows, by its name in lower case (the real server ignores case)."""


def method_named(name: str) -> type[TelegramMethod[Any]]:
    """The method's class; refused with 404 where there is no such method."""
    found = METHODS.get(name.lower())
    if found is None:
        raise Refusal(404, "Not Found: method not found")
    return found


@dataclass(frozen=True)
class Uploaded:
    """A file that came with a call."""

    name: str
    content: bytes


async def arguments_of(
    request: Request, method: type[TelegramMethod[Any]]
) -> tuple[dict[str, Any], dict[str, Uploaded]]:
    """The call's arguments from query, JSON body or form, with JSON fields decoded; and the files that came along.

    A file is an argument too, as a name of the form attach://….
    """
    raw: dict[str, Any] = dict(request.query_params)
    if request.headers.get("content-type", "").startswith("application/json"):
        return raw | dict(await request.json()), {}
    files: dict[str, Uploaded] = {}
    form = await request.form()
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            raw[name] = f"attach://{name}"
            files[raw[name]] = Uploaded(value.filename or "", await value.read())
        else:
            raw[name] = value
    return {name: _decoded(method, name, value) for name, value in raw.items()}, files


def call_of(method: type[TelegramMethod[Any]], arguments: dict[str, Any]) -> TelegramMethod[Any]:
    """The validated call.

    The real server passes over what it does not know; here an unknown argument is refused, because it is a mistake.
    """
    files = {name for name, value in arguments.items() if value == f"attach://{name}"}
    unknown = set(arguments) - set(method.model_fields) - files
    if unknown:
        raise bad_request(f"unknown arguments {sorted(unknown)}")
    try:
        return method.model_validate({name: value for name, value in arguments.items() if name in method.model_fields})
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        raise bad_request(f"wrong arguments: {wrong}") from error


def _decoded(method: type[TelegramMethod[Any]], name: str, value: Any) -> Any:
    """The value of a form field: an argument that is not text by its type is JSON."""
    field = method.model_fields.get(name)
    if field is None or not isinstance(value, str):
        return value
    kinds = _kinds(field.annotation)
    if str in kinds:
        # A chat is a number or a channel's name.
        is_number = int in kinds and value.lstrip("-").isdigit()
        return int(value) if is_number else value
    try:
        return json.loads(value)
    except json.JSONDecodeError:
        return value


def _kinds(annotation: Any) -> set[Any]:
    is_union = get_origin(annotation) is Union or type(annotation).__name__ == "UnionType"
    return set(get_args(annotation)) if is_union else {annotation}
