"""No order of events breaks a conversation or leads it into a dead end: a short run, the same each time."""

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from assistant.library.library import Library
from tests.fuzz.talks import Talks

SHORT = settings(
    max_examples=25,
    stateful_step_count=30,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


# Ten seconds: some hundred events, each with the reading of what was said.
def test_any_order_of_events_is_answered_and_leads_on(library: Library) -> None:
    Talks.library = library

    run_state_machine_as_test(Talks, settings=SHORT)

    assert Talks.steps > 200
