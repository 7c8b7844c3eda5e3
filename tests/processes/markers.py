"""Plants a marker in every personal input of a whole journey, then looks for it in all that lies on the disk.

`python -m tests.processes.markers` prints the counts, for SQLite and for PostgreSQL, `… sqlite` for one of them. The
processes are real: server with worker, bot, a Telegram of tests, a PostgreSQL that keeps to itself. Looked through as
bytes: database with its write-ahead log and, of PostgreSQL, its whole folder with its own log; logs, figures, temporary
files, letters, backups. What PostgreSQL packs (a dump, long values) is looked through unpacked as well.
"""

import asyncio
import base64
import json
import os
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from quopri import encodestring
from urllib.parse import quote

import httpx

from tests.databases import PostgresServer, database_name, postgres_server
from tests.journeys.running import Product, running_product
from tests.journeys.staff import StaffAtInbox
from tests.journeys.talk import HttpDoor, Talk, TelegramDoor
from tests.journeys.test_journeys import number_in
from tests.journeys.test_letters import until
from tests.telegram_server.person import TelegramPerson

CHAT = 907_352_861

MARKERS: Mapping[str, str] = {
    "name": "Gžegžulė Markevičiulionytė",
    "surname": "Markevičiulionytė",
    "phone": "61209473",
    "phone as spoken": "612 09473",
    "e-mail": "gzegzule.markeviciulionyte@pastas.example",
    "free text": "Man sunku kalbėti su Dvariškiene telefonu",
    "answer to staff": "Galiu tik šeštadienį su Pliumpsiene",
    "name on Telegram": "Tarvydas Brukštūnaitis",
    "free text on Telegram": "Man sunku kalbėti su Bombeliene telefonu",
    "chat id": str(CHAT),
    "missed words": "Švebeldžiuoju Kutvailių gatvėje",
    "personal code": "39001010077",
    "reply of staff": "Ateikite pas Krumpliauskienę",
    "question of staff": "Ar Skiemonių Rapolas ateis kartu",
    "note of staff": "Skambinti seseriai Kvedaravičiulienei",
}

ON_PURPOSE = "ona@kretinga.example"
"""Stands in plain text in the database by design: where this is not seen, a marker would not be seen either."""

LETTERS = "letters"
ALLOWED: Mapping[str, frozenset[str]] = {LETTERS: frozenset({"e-mail"})}
"""By rule: a letter to the person has the person's own address on it, and nothing else of them."""


@dataclass
class Scan:
    """What was looked through, and what was found: (marker, where)."""

    files: dict[str, int] = field(default_factory=dict)
    size: int = 0
    found: list[tuple[str, str]] = field(default_factory=list)
    by_rule: list[tuple[str, str]] = field(default_factory=list)
    sees: set[str] = field(default_factory=set)
    """In what kinds of files something plain was seen that is plain on purpose."""

    def look(self, kind: str, name: str, content: bytes) -> None:
        """Look through a file or a page; `kind` is database, log, letters and so on."""
        self.files[kind] = self.files.get(kind, 0) + 1
        self.size += len(content)
        low = content.lower()
        if ON_PURPOSE.encode() in low:
            self.sees.add(kind)
        for marker, words in MARKERS.items():
            if any(written.lower() in low for written in ways_to_write(words)):
                allowed = marker in ALLOWED.get(kind, frozenset())
                (self.by_rule if allowed else self.found).append((marker, f"{kind}: {name}"))

    def lines(self) -> Iterator[str]:
        """The counts, a line each."""
        yield f"{len(MARKERS)} markers, each written in {len(set(ways_to_write('Ąžuolas Ąžas')))} ways"
        for kind, count in sorted(self.files.items()):
            yield f"{kind}: {count} looked through"
        yield f"{self.size:,} bytes in all"
        yield f"seen where it is plain on purpose: {sorted(self.sees)}"
        yield f"found where a rule has it: {len(self.by_rule)} {sorted({marker for marker, _ in self.by_rule})}"
        yield f"found: {len(self.found)}"
        for marker, where in self.found:
            yield f"  {marker} in {where}"


def ways_to_write(words: str) -> tuple[bytes, ...]:
    """As the words may stand in a file: plain, in other alphabets of bytes, escaped, and in letters."""
    plain = words.encode()
    # Wherever it begins, the middle of it looks one of three ways in base64.
    in_base64 = [base64.b64encode(b"\0" * shift + plain)[4:-4] for shift in range(3)]
    return (
        plain,
        words.encode("utf-16-le"),
        words.encode("utf-16-be"),
        json.dumps(words)[1:-1].encode(),
        quote(words).encode(),
        encodestring(plain).strip(),
        plain.hex().encode(),
        *(part for part in in_base64 if len(part) >= 8),
    )


async def _on_the_web(product: Product, staff: StaffAtInbox) -> None:
    door = HttpDoor(product.base_url)
    talk = Talk(door)
    await talk.opens()
    await talk.presses("Man")
    await talk.says(MARKERS["missed words"])
    await talk.presses("Meniu")
    for label in ("Siųsti prašymą", "Socialinės dirbtuvės"):
        await talk.presses(label)
    await talk.says("Kretinga")
    await talk.says(MARKERS["name"])
    await talk.presses("Paskambinti man")
    await talk.says(f"8 {MARKERS['phone as spoken']}")
    await talk.presses("Po pietų", "Ar norite dar ką nors parašyti?")
    written = f"{MARKERS['free text']}, mano kodas {MARKERS['personal code']}"
    await talk.says(written, "Čia nerašykite asmens kodo.", MARKERS["free text"])
    number = number_in(await talk.presses("Siųsti", "Savivaldybė gavo Jūsų prašymą."))
    await talk.presses("Noriu laiško")
    await talk.says(MARKERS["e-mail"])
    await talk.presses("Taip, teisingas")
    page = await staff.opens(number)
    # The markers came where they belong, so that it means something where they are not found.
    assert all(MARKERS[one] in page for one in ("name", "phone", "free text")), page
    await staff.takes(number)
    await staff.notes(number, MARKERS["note of staff"])
    await staff.asks(number, MARKERS["question of staff"], "Taip", "Ne")
    await talk.later(MARKERS["question of staff"])
    await talk.presses("Noriu parašyti")
    await talk.says(MARKERS["answer to staff"])
    await talk.presses("Taip, siųsti")
    await staff.replies(number, MARKERS["reply of staff"])
    await talk.later(MARKERS["reply of staff"])
    letters = product.letters()
    await until(lambda: any(MARKERS["e-mail"] in letter.read_text() for letter in letters.glob("*.eml")))
    await staff.searches(MARKERS["surname"])
    await door.leaves()


async def _on_telegram(product: Product, staff: StaffAtInbox) -> None:
    assert product.telegram is not None
    door = TelegramDoor(TelegramPerson(product.telegram.base_url, CHAT))
    talk = Talk(door)
    await talk.opens()
    for label in ("Kitam žmogui", "Siųsti prašymą", "Socialinės dirbtuvės"):
        await talk.presses(label)
    await talk.says("Kretinga")
    await talk.says(MARKERS["name on Telegram"])
    await talk.presses("Parašyti čia")
    await talk.says(MARKERS["free text on Telegram"])
    await talk.presses("Ne")
    await talk.presses("Žino, bet toli")
    number = number_in(await talk.presses("Siųsti", "Savivaldybė gavo Jūsų prašymą."))
    assert MARKERS["name on Telegram"] in await staff.opens(number)
    await staff.replies(number, MARKERS["reply of staff"])
    await talk.later(MARKERS["reply of staff"])
    await door.leaves()


async def journey(product: Product) -> bytes:
    """Everything that a person and staff can write, on the web and on Telegram; gives the figures of it."""
    staff = StaffAtInbox(product.base_url)
    await staff.signs_in(product.sign_in_link())
    await _on_the_web(product, staff)
    await _on_telegram(product, staff)
    await staff.leaves()
    async with httpx.AsyncClient(base_url=product.base_url, trust_env=False) as http:
        return (await http.get("/metrics")).content


def scanned(folder: Path) -> Scan:
    """The whole of it in a folder of its own: the journey, a backup beside the running product, and the scan."""
    scan = Scan()
    with _product(folder) as product:
        _happens(scan, product)
        # While everything runs: what is only in the write-ahead log is looked through too.
        _look_through(scan, folder, "running")
    _look_through(scan, folder, "stopped")
    return scan


def scanned_on_postgresql(folder: Path) -> Scan:
    """The same on a PostgreSQL that nobody else uses, with everything that it has on the disk."""
    scan = Scan()
    # Not in the folder, which only root may enter: as root, the server runs as another user.
    data = Path(tempfile.gettempdir()) / f"aiskiai-markers-pg-{uuid.uuid4().hex[:12]}"
    with postgres_server(data, is_durable=True) as server:
        url = server.fresh_url()
        path = f"{server.programs}:{os.environ['PATH']}"
        with _product(folder, AISKIAI_DATABASE_URL=url, PATH=path) as product:
            _happens(scan, product)
            # So that its tables are on the disk and not in its memory alone; its log is there already.
            server.writes_down()
            _look_through(scan, folder, "running")
            _look_through_postgresql(scan, data, "running")
        server.crashes()
        _look_through_postgresql(scan, data, "stopped")
        server.comes_up()
        for dump in (folder / "var" / "backups").glob("*.dump"):
            scan.look("backups", f"{dump.name} (unpacked)", _unpacked(server, "pg_restore", "--file=-", str(dump)))
        there = f"host={server.socket_folder} user={server.user} dbname={database_name(url)}"
        scan.look("database", "all rows (unpacked)", _unpacked(server, "pg_dump", "--inserts", there))
    _look_through(scan, folder, "stopped")
    return scan


@contextmanager
def _product(folder: Path, **more: str) -> Iterator[Product]:
    temporary = folder / "tmp"
    temporary.mkdir()
    environment = {"TMPDIR": str(temporary), "AISKIAI_BACKUP_EVERY_MINUTES": "0", **more}
    with running_product(folder / "var", **environment) as product:
        yield product


def _happens(scan: Scan, product: Product) -> None:
    scan.look("figures", "/metrics", asyncio.run(journey(product)))
    product.command("backup")


def _unpacked(server: PostgresServer, program: str, *words: str) -> bytes:
    command = [str(server.programs / program), *words]
    return subprocess.run(command, check=True, capture_output=True).stdout


def _look_through_postgresql(scan: Scan, data: Path, when: str) -> None:
    for file in sorted(path for path in data.rglob("*") if path.is_file()):
        inside = file.relative_to(data)
        kind = "log of PostgreSQL" if inside.parts[0] == "log" else "database"
        with suppress(FileNotFoundError):  # it takes files of its own log away when it likes
            scan.look(
                "write-ahead log" if inside.parts[0] == "pg_wal" else kind, f"{inside} ({when})", file.read_bytes()
            )


def _look_through(scan: Scan, folder: Path, when: str) -> None:
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        inside = file.relative_to(folder)
        try:
            scan.look(_kind_of(inside), f"{inside} ({when})", file.read_bytes())
        except FileNotFoundError:  # a temporary file may be gone by now
            continue


def _kind_of(file: Path) -> str:
    if file.suffix == ".log":
        return "log"
    if file.parts[0] == "tmp":
        return "temporary files"
    if file.name.startswith("aiskiai.db"):
        return "database"
    return file.parts[1] if len(file.parts) > 2 else "data folder"


SCANS = {"sqlite": scanned, "postgresql": scanned_on_postgresql}

if __name__ == "__main__":
    is_clean = True
    for kind in sys.argv[1:] or SCANS:
        with tempfile.TemporaryDirectory() as place:
            done = SCANS[kind](Path(place))
        sys.stdout.write("\n".join((kind, *done.lines(), "", "")))
        sys.stdout.flush()
        is_clean = is_clean and not done.found
    os._exit(0 if is_clean else 1)
