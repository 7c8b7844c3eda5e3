"""F12: bad content or settings are refused at start in one line, and the old version goes on."""

import shutil

from assistant.settings import ROOT
from tests.faults.ledger import Sum
from tests.faults.stage import House, Kind, Size, Stage
from tests.telegram_server.process import free_port


async def bad_release(house: House, kind: Kind, size: Size) -> Sum:
    """While people send, several bad releases are tried beside the good one."""
    async with house.stage(kind) as stage:
        await stage.people_send(4)
        content = stage.folder / "content"
        shutil.copytree(ROOT / "content", content)
        words = content / "lt" / "questions.yaml"
        words.write_text(f"{words.read_text(encoding='utf-8')}\n  broken: [", encoding="utf-8")
        for what, environment, said in (
            ("content", {"AISKIAI_CONTENT_DIR": str(content)}, "questions.yaml"),
            ("port", {"AISKIAI_PORT": "70000"}, "AISKIAI_PORT"),
            ("database", {"AISKIAI_DATABASE_URL": "oracle://x"}, "oracle"),
            ("mail", {"AISKIAI_SMTP_URL": "ftp://x"}, "SMTP"),
        ):
            await _is_refused(stage, what, environment, said)
        await stage.people_send(max(size.submissions // 8, 4))
        return await stage.sum()


async def _is_refused(stage: Stage, what: str, environment: dict[str, str], said: str) -> None:
    name = f"bad-{what}"
    own = stage.fleet.environment | {"AISKIAI_PORT": str(free_port())} | environment
    born = await stage.fleet.nursery.bears("serve", environment=own, folder=stage.folder, name=name)
    try:
        await born.ends(60)
    except TimeoutError:
        stage.failures.append(f"a bad {what} was started with")
        await born.dies()
        return
    log = (stage.folder / f"{name}.log").read_text(encoding="utf-8")
    lines = [line for line in log.splitlines() if not line.startswith("{")]
    is_one_line = len(lines) == 1 and said in log and "Traceback" not in log
    stage.expect(is_one_line, f"a bad {what} was refused so: {log[-300:]}")
