"""Everything that reads text from outside, tried by a coverage-guided fuzzer (Atheris, which drives libFuzzer).

`python -m tests.fuzz.readers 100000` tries so many inputs and says so; what broke a reader is printed and kept in
`crash-…` in the present folder. The fuzzer watches which lines are reached, so the readers are imported through it.
"""

import json
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import atheris

with atheris.instrument_imports(
    include=["assistant.understanding", "bot.incoming", "api.chat", "api.inbox", "api.site"]
):
    from aiogram.types import Update
    from fastapi import Request
    from pydantic import ValidationError

    from api.chat.looks import looks_of
    from api.chat.outgoing import document_named
    from api.chat.phones import with_phone_links
    from api.chat.visit import is_from_own_page, shown_pass
    from api.inbox.way_back import wanted_page
    from assistant.conversation.discretion import should_not_stand_in_chat
    from assistant.understanding.ages import read_age
    from assistant.understanding.answers import read_yes_no
    from assistant.understanding.disabilities import read_disability
    from assistant.understanding.emails import read_email
    from assistant.understanding.languages import guess_language
    from assistant.understanding.levels import read_level
    from assistant.understanding.names import LONGEST_NAME, read_name
    from assistant.understanding.normalize import LONGEST_INPUT, cleaned, folded, words_of
    from assistant.understanding.phones import read_phone, spoken_phone
    from assistant.understanding.place_names import PlaceName
    from assistant.understanding.places import Gazetteer
    from assistant.understanding.private import find_private, without_personal_codes
    from assistant.understanding.receipts import ReceiptReader, read_number, second_thing_in
    from assistant.understanding.safety import find_danger
    from assistant.understanding.times import read_time
    from bot.incoming import meaning_of, stored

TODAY = date(2026, 11, 22)
PLACES = Gazetteer(
    [
        PlaceName.of("Kretinga", "kretingos-rajono", is_town=True),
        PlaceName.of("Kaunas", "kauno-miesto", is_town=True),
        PlaceName.of("Darbėnai", "kretingos-rajono", is_town=False),
        PlaceName.of("Naujoji Akmenė", "akmenes-rajono", is_town=True),
    ]
)
RECEIPT = ReceiptReader(["salikas", "katė", "laivas", "medus", "obuolys", "stalas", "upė", "ratas"])
MUNICIPALITIES = frozenset({"kretingos-rajono", "kauno-miesto", "akmenes-rajono"})


def ages(text: str) -> None:
    """An age is one that a person can have."""
    age = read_age(text, TODAY)
    assert age is None or 0 <= age.low <= (age.high or age.low) <= 150


def levels(text: str) -> None:
    """A level is a share of a hundred."""
    level = read_level(text)
    assert level is None or 0 <= level.low <= (level.high or level.low) <= 100


def phones(text: str) -> None:
    """A number is international, and can be said."""
    phone = read_phone(text)
    assert phone is None or (re.fullmatch(r"\+\d{5,15}", phone) and spoken_phone(phone))
    assert "<script" not in with_phone_links(text).lower()


def places(text: str) -> None:
    """Only municipalities that there are."""
    assert MUNICIPALITIES.issuperset(PLACES.find(text))
    assert MUNICIPALITIES.issuperset(PLACES.find(text, is_asked=True))
    PLACES.is_town(text)


def answers(text: str) -> None:
    """Whatever was said, it is an answer or none."""
    assert read_yes_no(text) in {True, False, None}
    read_disability(text)
    find_danger(text)
    guess_language(text)
    should_not_stand_in_chat(text)


def times(text: str) -> None:
    """A time is words that are not empty."""
    assert read_time(text) != ""


def names(text: str) -> None:
    """A name is short and can be seen."""
    name = read_name(text)
    assert name is None or (0 < len(name) <= LONGEST_NAME and name.isprintable())


def addresses(text: str) -> None:
    """One address, of letters that every mail server knows."""
    address = read_email(text)
    assert address is None or (address.isascii() and address.isprintable() and address.count("@") == 1)


def receipts(text: str) -> None:
    """A number has digits, words have places."""
    number = read_number(text)
    assert not number or number.isascii()
    found = RECEIPT.read(text)
    assert found is None or all(0 <= place < 8 for place in found)
    second_thing_in(text)


def normal(text: str) -> None:
    """What was cleaned is clean."""
    clean = cleaned(text)
    assert len(clean) <= LONGEST_INPUT
    assert cleaned(clean) == clean
    assert all(sign == "\n" or sign.isprintable() for sign in clean)
    assert folded(clean) == folded(text)
    words_of(text)


def private(text: str) -> None:
    """Once taken out, no personal code is left."""
    find_private(text)
    assert without_personal_codes(without_personal_codes(text)) == without_personal_codes(text)


def updates(text: str) -> None:
    """What Telegram's interface knows as an update has a meaning or none; everything else is refused."""
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError):
        raw = {
            "update_id": 1,
            "message": {"message_id": 1, "date": 1, "chat": {"id": 7, "type": "private"}, "text": text},
        }
    try:
        stored(raw).payload.encode()
        meaning_of(Update.model_validate(raw), "aiskiai_bot")
    except (ValueError, KeyError, TypeError, AttributeError, ValidationError, RecursionError):
        return


def cookies(text: str) -> None:
    """What a browser shows is a pass, a setting or nothing."""
    value = text.encode("utf-8", "replace")
    named = (b"aiskiai_pokalbis", b"aiskiai_forma", b"aiskiai_nustatymai", b"aiskiai-inbox-wanted")
    headers = [(b"cookie", b"; ".join(name + b"=" + value for name in named)), (b"origin", value), (b"host", value)]
    request = Request({"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": headers})
    shown = shown_pass(request)
    assert shown is None or shown.conversation.isascii()
    looks_of(request)
    assert wanted_page(request).startswith("/inbox")
    try:
        is_from_own_page(request, text, "https://aiskiai.example")
        document_named(text)
    except UnicodeEncodeError:
        assert not text.isprintable()


READERS: tuple[Callable[[str], None], ...] = (
    *(ages, levels, phones, places, answers, times, names, addresses, receipts, normal, private, updates, cookies),
)

BEGINNINGS = (
    "man 34 metai",
    "gimiau 1990-05-17",
    "40 proc. darbingumo",
    "0 612 34567",
    "+370 612 34567",
    "Kretingos rajone, Darbėnuose",
    "po pietų, po 15 val.",
    "mano vardas Ona Onaitė",
    "ona@pastas.lt",
    "Numeris 10 00 00 08",
    "salikas, kate ir laivas",
    "39001010077",
    '{"update_id":1,"callback_query":{"id":"1","from":{"id":7,"is_bot":false,"first_name":"O"},"chat_instance":"1","data":"1-yes"}}',
    "abc.def",
    "size-largest.colours-dark.level-simpler",
    "/inbox/10000008",
    "On\u200ba \u202e \ud83d Оnа",
)


def read(data: bytes) -> None:
    """The first byte says who reads, the rest is the text."""
    if data:
        READERS[data[0] % len(READERS)](data[1:].decode("utf-8", "surrogatepass" if data[0] & 128 else "replace"))


def read_safely(data: bytes) -> None:
    """Bytes that are no text at all are not what is tried here."""
    try:
        data[1:].decode("utf-8", "surrogatepass" if data and data[0] & 128 else "replace")
    except UnicodeDecodeError:
        return
    read(data)


def main() -> None:
    """Tries until the runs are done; libFuzzer ends the process, with an error where a reader broke."""
    runs, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for place, text in enumerate(BEGINNINGS):
        for reader in range(len(READERS)):
            (folder / f"{place}-{reader}").write_bytes(bytes([reader]) + text.encode("utf-8", "replace"))
    atheris.Setup(
        [
            sys.argv[0],
            str(folder),
            f"-runs={runs}",
            "-seed=1",
            "-max_len=400",
            "-timeout=20",
            "-rss_limit_mb=6000",
            "-print_final_stats=1",
        ],
        read_safely,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
