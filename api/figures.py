"""Figures of the outbox, and of who is alive, for Prometheus; read when somebody asks."""

from datetime import datetime

from prometheus_client import CollectorRegistry, Gauge

from assistant.delivery.backlog import Standing
from assistant.usecases.signs import Signs


class OutboxFigures:
    """Every process that serves pages tells the same, since all read one database."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._oldest = Gauge(
            "aiskiai_outbox_oldest_unsent_seconds", "How long the oldest unsent entry waits", registry=registry
        )
        self._entries = Gauge("aiskiai_outbox_entries", "Entries in the outbox", ("state",), registry=registry)

    def show(self, standing: Standing | None) -> None:
        """Tell this standing; where it is not known, "not a number" instead of a figure that is no longer true."""
        if standing is None:
            self._oldest.set(float("nan"))
            self._entries.clear()
            return
        self._oldest.set(standing.oldest_unsent_age.total_seconds())
        for state, count in standing.counts.items():
            self._entries.labels(state.value).set(count)


class LifeFigures:
    """When worker and bot of this machine last gave a sign of life, and when its newest backup was made.

    Moments and not ages: whoever asks seldom still reckons with the right age. "Not a number" where there is none.
    """

    def __init__(self, registry: CollectorRegistry) -> None:
        self._worker = Gauge(
            "aiskiai_worker_seen_timestamp_seconds", "When a worker last gave a sign of life", registry=registry
        )
        self._bot = Gauge(
            "aiskiai_bot_seen_timestamp_seconds", "When the bot last gave a sign of life", registry=registry
        )
        self._backup = Gauge(
            "aiskiai_backup_newest_timestamp_seconds", "When the newest backup was made", registry=registry
        )

    def show(self, signs: Signs) -> None:
        """Tell these."""
        for gauge, moment in ((self._worker, signs.worker), (self._bot, signs.bot), (self._backup, signs.backup)):
            gauge.set(_seconds(moment))


def _seconds(moment: datetime | None) -> float:
    return float("nan") if moment is None else moment.timestamp()
