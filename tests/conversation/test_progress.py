"""The count of questions: it is never more than its own total."""

from assistant.conversation.messages import Progress
from assistant.conversation.state import Channel, Conversation
from assistant.conversation.steps.progress import begin_series, next_in_series, progress_of


def test_the_total_falls_where_fewer_remain_and_does_not_rise() -> None:
    series = next_in_series(begin_series(Conversation("c", Channel.WEB), 4), "name", remaining=4)
    series = next_in_series(series, "contact", remaining=1)
    assert progress_of(series, "contact") == Progress(2, 2)
    assert progress_of(next_in_series(series, "contact", remaining=3), "contact") == Progress(2, 2)


def test_who_went_back_and_chose_a_longer_way_is_told_how_long_it_is() -> None:
    series = next_in_series(begin_series(Conversation("c", Channel.WEB), 4), "name", remaining=4)
    series = next_in_series(series, "contact", remaining=1)

    series = next_in_series(series, "phone", remaining=2)

    assert progress_of(series, "phone") == Progress(3, 4)
    assert progress_of(next_in_series(series, "note", remaining=1), "note") == Progress(4, 4)


def test_what_is_no_part_of_a_series_is_not_counted() -> None:
    assert progress_of(Conversation("c", Channel.WEB), "name") is None
