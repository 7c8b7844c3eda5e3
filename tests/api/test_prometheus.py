"""The dashboard and the alerts ask for figures that the product really tells."""

import json
import re
from datetime import UTC, datetime
from typing import Any

import httpx
import yaml
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.parser import text_string_to_metric_families

from assistant.commands.doctor.keeping import DAY
from assistant.delivery.backlog import Standing as Outbox
from assistant.delivery.outbox import LATE_AFTER, State
from assistant.settings import ROOT
from assistant.usecases.signs import ALIVE_WITHIN, Signs
from bot.health import Standing
from tests.api.fake_host import FakeHost

FOLDER = ROOT / "deploy" / "prometheus"
ALERTS: list[dict[str, Any]] = yaml.safe_load((FOLDER / "alerts.yaml").read_text(encoding="utf-8"))["groups"][0][
    "rules"
]
DASHBOARD: dict[str, Any] = json.loads((FOLDER / "dashboard.json").read_text(encoding="utf-8"))
ASKED = re.compile(r"(aiskiai_[a-z_]+)(?:\{([^}]*)\})?")
WHAT_PROMETHEUS_ADDS = {"instance", "job", "le"}


def expressions() -> list[str]:
    of_panels = [target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"]]
    return [*(alert["expr"] for alert in ALERTS), *of_panels]


async def told(client: httpx.AsyncClient, host: FakeHost) -> dict[str, set[str]]:
    """Each figure of the server and of the bot, with the names of its labels."""
    host.standing = Outbox(dict.fromkeys(State, 1), LATE_AFTER)
    assert (await client.get("/")).is_success
    bot: CollectorRegistry = Standing().registry
    text = (await client.get("/metrics")).text + generate_latest(bot).decode()
    samples = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    return {sample.name: set(sample.labels) for sample in samples}


async def test_every_figure_and_label_that_is_asked_for_is_told(client: httpx.AsyncClient, host: FakeHost) -> None:
    figures = await told(client, host)
    asked = [found for expression in expressions() for found in ASKED.findall(expression)]

    assert len(asked) > 15
    assert {name for name, _ in asked} - set(figures) == set()
    for name, chosen in asked:
        assert set(re.findall(r"(\w+)\s*[!=]", chosen)) <= figures[name] | WHAT_PROMETHEUS_ADDS, name
    summed = {word for expression in expressions() for word in re.findall(r"\bby \((\w+)\)", expression)}
    assert summed <= {label for labels in figures.values() for label in labels} | WHAT_PROMETHEUS_ADDS


async def test_what_is_told_is_asked_for(client: httpx.AsyncClient, host: FakeHost) -> None:
    every = {re.sub(r"_(bucket|count|sum|total|created)$", "", name) for name in await told(client, host)}
    asked = " ".join(expressions())

    assert {name for name in every if name.startswith("aiskiai_") and name not in asked} == set()


def test_an_alert_says_what_is_wrong_what_to_do_and_how_much_it_hurries() -> None:
    assert len({alert["alert"] for alert in ALERTS}) == len(ALERTS) >= 8
    for alert in ALERTS:
        assert alert["labels"]["severity"] in {"page", "ticket"}
        assert set(alert["annotations"]) == {"summary", "description"}


def test_late_is_the_same_for_the_alert_the_dashboard_and_the_product() -> None:
    late = int(LATE_AFTER.total_seconds())
    [alert] = [alert for alert in ALERTS if alert["alert"] == "RequestsWait"]
    [panel] = [panel for panel in DASHBOARD["panels"] if panel["title"] == "Oldest unsent"]

    assert f"> {late}" in alert["expr"]
    assert panel["fieldConfig"]["defaults"]["thresholds"]["steps"][-1]["value"] == late


def test_silent_and_old_are_the_same_for_the_alerts_the_dashboard_the_doctor_and_the_product() -> None:
    limits = {
        "WorkerIsSilent": ("Worker last seen", ALIVE_WITHIN),
        "BotIsSilent": ("Bot last seen", ALIVE_WITHIN),
        "BackupIsOld": ("Age of the newest backup", DAY),
    }
    for name, (title, limit) in limits.items():
        [alert] = [alert for alert in ALERTS if alert["alert"] == name]
        [panel] = [panel for panel in DASHBOARD["panels"] if panel["title"] == title]
        assert alert["expr"].endswith(f"> {int(limit.total_seconds())}")
        assert panel["fieldConfig"]["defaults"]["thresholds"]["steps"][-1]["value"] == limit.total_seconds()


async def test_the_moments_of_worker_bot_and_backup_are_told_and_no_number_where_there_is_none(
    client: httpx.AsyncClient, host: FakeHost
) -> None:
    host.seen = Signs(worker=datetime.fromtimestamp(1_000, UTC), backup=datetime.fromtimestamp(2_000, UTC))

    lines = (await client.get("/metrics")).text.splitlines()

    assert "aiskiai_worker_seen_timestamp_seconds 1000.0" in lines
    assert "aiskiai_backup_newest_timestamp_seconds 2000.0" in lines
    assert "aiskiai_bot_seen_timestamp_seconds NaN" in lines


def test_panels_lie_beside_each_other_and_have_a_number_of_their_own() -> None:
    cells = [
        (x, y)
        for panel in DASHBOARD["panels"]
        for grid in [panel["gridPos"]]
        for x in range(grid["x"], grid["x"] + grid["w"])
        for y in range(grid["y"], grid["y"] + grid["h"])
    ]
    assert len(cells) == len(set(cells))
    assert max(x for x, _ in cells) < 24
    assert len({panel["id"] for panel in DASHBOARD["panels"]}) == len(DASHBOARD["panels"])
