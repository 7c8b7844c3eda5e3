"""The papers and files for operators name what exists."""

import re
import shlex
from typing import Any

import pytest
import yaml
from compose_spec import PyCompose
from typer.main import get_command
from typer.testing import CliRunner

from assistant.cli import app
from assistant.settings import ROOT, Settings

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
KNOWN = {f"AISKIAI_{name.upper()}" for name in Settings.model_fields}
OURS = {name: part for name, part in COMPOSE["services"].items() if "build" in part}


def test_compose_keeps_to_the_specification_and_names_nothing_that_is_not_there() -> None:
    # Merged first, as YAML says; the parser of the specification takes it apart to the last duration.
    PyCompose.from_yaml(yaml.safe_dump(COMPOSE)).validate()


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("read_only: true", "read_onli: true"),
        ("interval: 5s", "interval: five"),
        ("condition: service_healthy", "condition: service_happy"),
    ],
)
def test_a_slip_in_compose_is_found(right: str, wrong: str) -> None:
    text = yaml.safe_dump(COMPOSE)
    assert right in text

    with pytest.raises(ValueError, match="services"):
        PyCompose.from_yaml(text.replace(right, wrong, 1)).validate()


def test_compose_starts_three_servers_two_workers_one_bot_and_backups() -> None:
    counted = {name: part.get("deploy", {}).get("replicas", 1) for name, part in OURS.items()}
    assert counted == {"api": 3, "worker": 2, "bot": 1, "backup": 1}
    assert set(COMPOSE["services"]) - set(OURS) == {"database", "proxy", "prometheus"}


def test_no_part_may_write_but_into_its_volumes_nor_become_more_than_it_is() -> None:
    for name, part in COMPOSE["services"].items():
        assert part["read_only"] is True, name
        assert part["cap_drop"] == ["ALL"], name
        assert part["security_opt"] == ["no-new-privileges:true"], name


def test_every_part_that_lasts_tells_whether_it_is_well() -> None:
    # Prometheus watches over the others; whoever watches over it does so from another machine.
    assert {name for name, part in COMPOSE["services"].items() if "healthcheck" not in part} == {"prometheus"}


def test_backups_are_made_in_a_loop_that_one_failure_does_not_end() -> None:
    shell, word, loop = OURS["backup"]["command"]
    assert (shell, word) == ("sh", "-c")
    assert "aiskiai backup ||" in loop
    assert "/backups" in str(OURS["backup"]["volumes"])


def test_figures_are_not_for_the_public_and_the_rest_of_the_world_finds_everything_else() -> None:
    caddyfile = COMPOSE["configs"]["caddyfile"]["content"]
    assert re.search(r"@inside path /metrics /health/\*\s+handle @inside \{\s+respond 404\s+\}", caddyfile)
    assert "reverse_proxy api:8000" in caddyfile


def test_prometheus_asks_parts_that_exist() -> None:
    scraped = yaml.safe_load((ROOT / "deploy" / "prometheus" / "prometheus.yaml").read_text(encoding="utf-8"))
    names = {name for job in scraped["scrape_configs"] for found in job["dns_sd_configs"] for name in found["names"]}
    assert names <= set(OURS)
    assert all((ROOT / "deploy" / "prometheus" / rules).is_file() for rules in scraped["rule_files"])


@pytest.mark.parametrize("name", sorted(OURS.keys() - {"backup"}))
def test_each_part_runs_a_command_that_exists_with_options_that_exist(name: str) -> None:
    program, *words = OURS[name]["command"]
    shown = CliRunner().invoke(app, [words[0], "--help"])

    assert program == "aiskiai"
    assert shown.exit_code == 0, shown.output
    assert all(option in shown.output for option in words[1:])


@pytest.mark.parametrize("name", sorted(OURS))
def test_each_part_is_given_only_settings_that_exist_and_the_same_secret(name: str) -> None:
    given = OURS[name]["environment"]
    assert {setting for setting in given if setting.startswith("AISKIAI_")} <= KNOWN
    assert given["AISKIAI_SECRET_KEY"] == "${AISKIAI_SECRET_KEY:?}"
    assert given["AISKIAI_ENCRYPTION_KEYS"] == "${AISKIAI_ENCRYPTION_KEYS:?}"
    assert given["AISKIAI_DATABASE_URL"].startswith("postgresql+asyncpg://")


def test_every_volume_that_is_used_is_declared() -> None:
    used = {volume.split(":")[0] for part in COMPOSE["services"].values() for volume in part.get("volumes", ())}
    folders = {name for name in used if name.startswith(".")}
    assert used - folders == set(COMPOSE["volumes"])
    assert all((ROOT / folder).is_dir() for folder in folders)


def test_the_image_is_made_of_files_that_exist_and_settings_that_exist() -> None:
    copied = [word for line in re.findall(r"^COPY (.+)$", DOCKERFILE, re.MULTILINE) for word in shlex.split(line)[:-1]]
    assert copied
    assert [word for word in copied if not (ROOT / word).exists()] == []
    assert set(re.findall(r"AISKIAI_[A-Z_]+", DOCKERFILE)) <= KNOWN


def test_operations_name_settings_and_commands_that_exist() -> None:
    commands = set(getattr(get_command(app), "commands", {}))
    named = set(re.findall(r"`(?:[A-Z_]+=\S+ )?aiskiai\s+([a-z]+)", OPERATIONS))
    assert {"backup", "restore", "serve", "worker", "bot"} <= named <= commands
    of_compose = set(re.findall(r"\$\{(AISKIAI_[A-Z_]+)", (ROOT / "compose.yaml").read_text(encoding="utf-8")))
    assert set(re.findall(r"AISKIAI_[A-Z_]+", OPERATIONS)) <= KNOWN | of_compose


def test_operations_name_every_setting_without_which_compose_does_not_start() -> None:
    needed = set(re.findall(r"\$\{([A-Z_]+):\?\}", (ROOT / "compose.yaml").read_text(encoding="utf-8")))
    first_page = OPERATIONS.partition("## Without containers")[0]
    assert len(needed) >= 6
    assert {name for name in needed if f"`{name}`" not in first_page} == set()


def test_operations_name_units_that_exist() -> None:
    units = {path.name for path in (ROOT / "deploy" / "systemd").iterdir()}
    enabled = re.findall(r"systemctl enable --now (.+)", OPERATIONS)[0].split()
    assert {name if "." in name else f"{name}.service" for name in enabled} <= units


def test_each_line_of_the_log_that_is_explained_is_written_somewhere() -> None:
    phrases = re.findall(r"^\| `([^`]+)`", OPERATIONS.partition("| in the log")[2], re.MULTILINE)
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("assistant", "api", "bot")
        for path in (ROOT / folder).rglob("*.py")
    )
    assert len(phrases) >= 7
    assert [phrase for phrase in phrases if phrase not in code] == []
