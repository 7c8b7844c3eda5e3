"""Figures of the outbox for Prometheus, read from the database when somebody asks."""

from prometheus_client import CollectorRegistry, Gauge

from assistant.delivery.backlog import Standing


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
