"""The units start what exists, as an operator has it started, and leave it no more of the machine than it needs."""

import shlex
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from assistant.settings import ROOT, Settings
from tests.journeys.running import environment_for
from tests.telegram_server.process import READY_WITHIN, free_port, wait_until_healthy
from tests.units import DATA, FOLDER, INSTALLED, Unit, read_unit

UNITS = {file.name: read_unit(file) for file in sorted(FOLDER.iterdir())}
SERVICES = {name: unit for name, unit in UNITS.items() if name.endswith(".service")}
LASTING = {"aiskiai.service", "aiskiai-worker.service", "aiskiai-bot.service"}
KNOWN = {f"AISKIAI_{name.upper()}" for name in Settings.model_fields}
HARDENED = {
    "User": ["aiskiai"],
    "StateDirectory": ["aiskiai"],
    "StateDirectoryMode": ["0700"],
    "UMask": ["0077"],
    "NoNewPrivileges": ["yes"],
    "CapabilityBoundingSet": [""],
    "ProtectSystem": ["strict"],
    "ProtectHome": ["yes"],
    "ProtectKernelTunables": ["yes"],
    "ProtectKernelModules": ["yes"],
    "ProtectControlGroups": ["yes"],
    "PrivateDevices": ["yes"],
    "PrivateTmp": ["yes"],
    "RestrictAddressFamilies": ["AF_INET AF_INET6 AF_UNIX"],
    "RestrictNamespaces": ["yes"],
    "RestrictSUIDSGID": ["yes"],
    "SystemCallFilter": ["@system-service", "~@privileged"],
}


def command_of(unit: Unit) -> list[str]:
    """The command line of a unit, where the product lies here."""
    [line] = unit["Service"]["ExecStart"]
    return shlex.split(line.replace(INSTALLED, str(ROOT)))


def environment_of(unit: Unit, data: Path, port: int) -> dict[str, str]:
    """What systemd would give it, with the data in a folder of the test; the code is that of this folder."""
    given = dict(line.replace(DATA, str(data)).split("=", 1) for line in unit["Service"]["Environment"])
    assert set(given) <= KNOWN
    return environment_for(data, port, PYTHONPATH=str(ROOT), AISKIAI_SPEECH="false") | given


@contextmanager
def started(name: str, data: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A unit that runs; at the end it is stopped as systemd stops it, and must end well."""
    unit = SERVICES[name]
    with (data.parent / f"{name}.log").open("ab") as log:
        process = subprocess.Popen(
            command_of(unit), cwd=ROOT, env=environment_of(unit, data, port), stdout=log, stderr=log
        )
    try:
        yield process
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) in {0, -signal.SIGTERM}
    finally:
        process.kill()
        process.wait()


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_unit_gives_the_program_nothing_but_its_data_and_the_network(name: str) -> None:
    service = SERVICES[name]["Service"]

    assert {key: service.get(key) for key in HARDENED} == HARDENED
    assert service["WorkingDirectory"] == [INSTALLED]
    assert service["Environment"] == [f"AISKIAI_DATA_DIR={DATA}"]


def test_what_lasts_is_started_again_and_what_is_done_once_has_a_timer() -> None:
    assert {name for name, unit in SERVICES.items() if unit["Service"]["Type"] == ["exec"]} == LASTING
    for name in LASTING:
        assert SERVICES[name]["Service"]["Restart"] == ["always"]
        assert SERVICES[name]["Install"]["WantedBy"] == ["multi-user.target"]
    timers = {name: unit for name, unit in UNITS.items() if name.endswith(".timer")}
    assert {unit["Timer"]["Unit"][0] for unit in timers.values()} == set(SERVICES) - LASTING
    assert all(unit["Timer"]["Persistent"] == ["yes"] for unit in timers.values())


@pytest.mark.process
def test_server_and_worker_start_side_by_side_from_their_units_and_a_backup_is_made_beside_them(
    tmp_path: Path,
) -> None:
    data, port = tmp_path / "var", free_port()
    with started("aiskiai.service", data, port) as server, started("aiskiai-worker.service", data, port) as worker:
        wait_until_healthy(f"http://127.0.0.1:{port}/health/live", server)
        ready = httpx.get(f"http://127.0.0.1:{port}/health/ready", trust_env=False, timeout=20)
        deadline = time.monotonic() + READY_WITHIN
        while not (data / "workers").is_dir():
            assert worker.poll() is None, f"the worker ended with {worker.returncode}"
            assert time.monotonic() < deadline
        unit = SERVICES["aiskiai-backup.service"]
        backup = subprocess.run(
            command_of(unit),
            cwd=ROOT,
            env=environment_of(unit, data, port),
            check=False,
            capture_output=True,
            text=True,
            timeout=120,
        )

    assert ready.json()["status"] == "ready"
    assert backup.returncode == 0, backup.stderr
    assert Path(backup.stdout.strip()).is_relative_to(data)
    assert data.stat().st_mode & 0o777 == 0o700


@pytest.mark.process
@pytest.mark.parametrize(
    ("name", "told"), [("aiskiai-bot.service", "AISKIAI_TELEGRAM_TOKEN"), ("aiskiai-doctor.service", "must be mended")]
)
def test_the_other_commands_of_units_are_known(name: str, told: str, tmp_path: Path) -> None:
    """A bot without a token says which setting it needs; a doctor says how much must be mended."""
    unit = SERVICES[name]
    done = subprocess.run(
        command_of(unit),
        cwd=ROOT,
        env=environment_of(unit, tmp_path / "var", free_port()) | {"AISKIAI_CONTENT_DIR": str(tmp_path)}
        if name == "aiskiai-doctor.service"
        else environment_of(unit, tmp_path / "var", free_port()),
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr
