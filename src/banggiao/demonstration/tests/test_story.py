"""The story as it is written, without a database."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from banggiao.demonstration.people import new_password, people
from banggiao.demonstration.story import Act, Day, PlanEntry, happenings, story


@pytest.mark.parametrize(
    ("written", "today", "when"),
    [
        pytest.param("2026-03-06", date(2026, 3, 6), date(2026, 3, 6), id="today"),
        pytest.param("2026-03-06", date(2026, 3, 5), None, id="tomorrow has not happened"),
        pytest.param("2026-03-07", date(2026, 4, 1), date(2026, 3, 6), id="a Saturday is the Friday before"),
        pytest.param("-1>2026-01-01", date(2026, 3, 8), date(2026, 3, 7), id="yesterday, a Saturday"),
        pytest.param("-5>2026-01-01", date(2026, 3, 11), date(2026, 3, 6), id="five days ago"),
        pytest.param("-5>2026-03-10", date(2026, 3, 11), date(2026, 3, 10), id="never before its first day"),
        pytest.param("-5>2026-03-12", date(2026, 3, 11), None, id="five days ago, not yet"),
    ],
)
def test_a_day_of_the_story_seen_from_today(written: str, today: date, when: date | None) -> None:
    assert Day.of(written).on(today) == when


def test_nothing_lies_in_the_future_and_time_never_runs_backwards() -> None:
    now = datetime(2026, 6, 1, 3, 0, tzinfo=UTC)
    moments = [happening.at for happening in happenings(now)]
    assert max(moments) <= now
    days = [moment.date() for moment in moments]
    assert days == sorted(days)


@pytest.mark.parametrize("year", [2020, 2025, 2026, 2040])
def test_there_is_a_plan_at_work_and_one_that_waits_whatever_the_clock_says(year: int) -> None:
    told = [one for one in happenings(datetime(year, 2, 3, tzinfo=UTC)) if isinstance(one.what, PlanEntry)]
    confirmed = {one.what.key for one in told if one.confirms and isinstance(one.what, PlanEntry)}
    received = {one.what.key for one in told if not one.confirms and isinstance(one.what, PlanEntry)}
    assert confirmed and received - confirmed


def test_a_decline_with_an_answer_is_two_acts() -> None:
    _plans, acts = story()
    declined = [act for act in acts if act.kind == "decline"]
    answered = [act for act in acts if act.kind == "answer"]
    assert len(answered) == sum(len(act.columns) > 3 for act in declined) > 0
    assert all(isinstance(act, Act) and act.day.first for act in answered)


def test_every_role_is_played_and_nobody_gets_a_password_that_was_written_down() -> None:
    assert {person.role for person in people()} == {"administrator", "coordinator", "leader", "viewer", "focal_point"}
    assert len({person.email for person in people()}) == len(people())
    assert len({new_password() for _ in range(50)}) == 50
