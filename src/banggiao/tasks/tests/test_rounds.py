"""Recurring work follows every date of its rhythm."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from banggiao.tasks.models import Task, TaskRound
from banggiao.tasks.queries.rounds import rounds_of
from banggiao.tasks.rules import State
from banggiao.tasks.services import Progress, Words, task_edit, task_split, task_update
from banggiao.tasks.services.shaping import PartOf
from banggiao.testing.cast import Cast
from banggiao.testing.tasks import NOW, TODAY

pytestmark = pytest.mark.django_db
Make = Callable[..., Any]


@pytest.fixture
def cast(make_cast: Make) -> Cast:
    people: Cast = make_cast()
    return people


def on(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, datetime.min.time())) + timedelta(hours=9)


def finish(task: Task, by: Any, day: date) -> Task:
    task_update(by=by, task_id=task.pk, progress=Progress(State.DONE, 100), now=on(day))
    task.refresh_from_db()
    return task


@pytest.mark.parametrize(
    ("changes", "dates"),
    [
        pytest.param(
            {"rhythm": "half-year", "rhythm_month": 5, "rhythm_day": 25, "deadline_text": "trước ngày 25/5"},
            ["2026-05-24", "2026-11-24"], id="half-yearly",
        ),
        pytest.param(
            {"rhythm": "half-year", "deadline_text": "Định kỳ 06 tháng (trước ngày 25/5), năm (trước ngày 10/10)"},
            ["2026-05-24", "2026-10-09"], id="two days named",
        ),
        pytest.param({"rhythm": "quarter"}, ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"], id="quarterly"),
        pytest.param(
            {"rhythm": "month", "rhythm_day": 20, "deadline_text": "ngày 20 hằng tháng"},
            [f"2026-{month:02}-20" for month in range(1, 13)], id="monthly",
        ),
        pytest.param({"rhythm": "year", "rhythm_month": 11, "rhythm_day": 5}, ["2026-11-05"], id="yearly"),
    ],
)  # fmt: skip
def test_a_task_is_done_once_every_date_of_the_plan_is_met(
    changes: dict[str, Any], dates: list[str], make_task: Make, make_actor: Make
) -> None:
    days = [date.fromisoformat(day) for day in dates]
    task, by = make_task(deadline=days[0], **changes), make_actor()
    assert [one.deadline for one in rounds_of(task, today=TODAY)] == days
    for day, following in zip(days, [*days[1:], days[-1]], strict=True):
        assert (task.state, task.deadline) == ("not_started", day)
        finish(task, by, day)
        assert task.deadline == following
    assert task.state == "done"
    assert [row.deadline for row in task.rounds.all()] == days


def test_each_date_keeps_a_status_of_its_own(make_task: Make, make_actor: Make) -> None:
    task = make_task(rhythm="quarter", deadline=date(2026, 3, 31))
    finish(task, make_actor(), date(2026, 3, 20))
    finish(task, make_actor(), date(2026, 7, 4))
    found = rounds_of(task, today=date(2026, 10, 2))
    assert [(str(one.badge.label), one.done_on, one.is_now) for one in found] == [
        ("Hoàn thành", date(2026, 3, 20), False),
        ("Hoàn thành quá hạn", date(2026, 7, 4), False),
        ("Quá hạn", None, True),
        ("Chưa đến kỳ", None, False),
    ]


def test_dates_that_passed_are_owed_one_by_one(make_task: Make, make_actor: Make) -> None:
    task, by = make_task(rhythm="month", deadline=date(2026, 1, 31)), make_actor()
    finish(task, by, date(2026, 4, 2))
    assert task.deadline == date(2026, 2, 28)
    finish(task, by, date(2026, 4, 2))
    assert task.deadline == date(2026, 3, 31)


def test_all_who_lead_meet_a_date_before_the_next(make_task: Make, make_agency: Make, make_actor: Make) -> None:
    one, other, helper = make_agency(), make_agency(), make_agency()
    task = make_task(rhythm="quarter", deadline=date(2026, 3, 31), leads=[one, other], others=[helper])
    for agency, deadline in ((helper, 3), (one, 3), (other, 6)):
        finish(task, make_actor(role="focal_point", agency=agency), TODAY)
        assert task.deadline.month == deadline
    assert set(task.shares.values_list("state", "progress")) == {("not_started", 0)}


def test_the_last_date_can_be_opened_again(make_task: Make, make_actor: Make) -> None:
    task, by = make_task(rhythm="year", deadline=date(2026, 12, 31)), make_actor()
    finish(task, by, TODAY)
    assert TaskRound.objects.count() == 1
    task_update(by=by, task_id=task.pk, progress=Progress(State.IN_PROGRESS, 60), now=NOW)
    task.refresh_from_db()
    assert (task.state, task.rounds.count()) == ("in_progress", 0)


def test_a_date_that_the_coordinator_chose_carries_the_rhythm_on(make_task: Make, make_actor: Make) -> None:
    task, by = (
        make_task(rhythm="half-year", rhythm_month=5, rhythm_day=25, deadline_text="trước ngày 25/5"),
        make_actor(),
    )
    task_edit(by=by, task_id=task.pk, words=Words("Báo cáo", deadline=date(2026, 6, 10), rhythm="quarter"), now=NOW)
    task.refresh_from_db()
    assert [one.deadline for one in rounds_of(task, today=TODAY)] == [
        date(2026, 6, 10), date(2026, 9, 10), date(2026, 12, 10),
    ]  # fmt: skip


def test_a_part_without_a_day_of_its_own_recurs_like_the_whole(make_task: Make, make_actor: Make) -> None:
    whole = make_task(rhythm="quarter", deadline=date(2026, 3, 31))
    parts = [PartOf("Tổng hợp"), PartOf("Công bố", date(2026, 5, 1))]
    assert [part.rhythm for part in task_split(by=make_actor(), task_id=whole.pk, parts=parts, now=NOW)] == [
        "quarter",
        "",
    ]


def test_work_due_once_has_no_dates_to_list(make_task: Make) -> None:
    assert rounds_of(make_task(), today=TODAY) == ()
    assert rounds_of(make_task(deadline=None, continuous=True, rhythm="permanent"), today=TODAY) == ()


def test_continuous_work_is_never_late_but_grows_stale(make_task: Make, cast: Cast) -> None:
    make_task(deadline=None, continuous=True, quiet_since=TODAY - timedelta(days=4000))
    client = Client()
    client.force_login(cast.coordinator)
    page = client.get(reverse("tasks:task_list"), {"tinh-trang": "stale"}).content.decode()
    assert "Lâu chưa cập nhật" in page
    assert (
        "Không có nhiệm vụ nào khớp"
        in client.get(reverse("tasks:task_list"), {"tinh-trang": "overdue"}).content.decode()
    )


def test_the_page_shows_the_dates_and_the_form_asks_for_them(make_task: Make, cast: Cast) -> None:
    task = make_task(rhythm="quarter", deadline=date(2026, 3, 31))
    client = Client()
    client.force_login(cast.coordinator)
    page = client.get(reverse("tasks:task_detail", args=[task.pk])).content.decode()
    assert "Các kỳ" in page and "30/9/2026" in page
    refused = client.post(reverse("tasks:task_edit", args=[task.pk]), {"what": "Báo cáo", "rhythm": "month"})
    assert "Việc định kỳ cần ngày cuối của kỳ gần nhất." in refused.content.decode()


@pytest.mark.parametrize("given", ["33,5", "33.5", "-1", "101", "một nửa"])
def test_progress_is_whole_percents(given: str, make_task: Make, cast: Cast) -> None:
    task = make_task(leads=[cast.finance])
    client = Client()
    client.force_login(cast.focal_point)
    answer = client.post(reverse("tasks:task_update", args=[task.pk]), {"state": "in_progress", "progress": given})
    assert answer.status_code == 422
    assert "Tiến độ là số nguyên từ 0 đến 100" in answer.content.decode()
    assert not task.updates.exists()
