"""What stands on the desks of these tests: work of every sort, around today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from banggiao.tasks.models import Plan, Task, TaskAgency, TaskComment, TaskDecline, TaskUpdate
from banggiao.testing.cast import Cast

Make = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Scene:
    """The cast with a plan in force and tasks that press in every way."""

    cast: Cast
    plan: Plan
    late: Task
    soon: Task
    shared: Task
    """Late, led by two agencies of which one has done its part."""
    asked: Task
    done: Task


@pytest.fixture
def cast(make_cast: Callable[[], Cast]) -> Cast:
    return make_cast()


@pytest.fixture
def scene(cast: Cast, make_plan: Make, make_task: Make, make_document: Make) -> Scene:
    today, now = timezone.localdate(), timezone.now()
    day = timedelta(days=1)
    plan = make_plan(period_from=today - 100 * day, period_to=today + 100 * day)
    ended = make_plan(period_from=date(2024, 1, 1), period_to=date(2024, 12, 31))

    def task(**fields: Any) -> Task:
        given: dict[str, Any] = {"plan": plan, "leads": [cast.finance], "quiet_since": today, **fields}
        made: Task = make_task(**given)
        return made

    late = task(deadline=today - 3 * day, what="Lập danh mục dự án viện trợ", product="")
    soon = task(deadline=today + 2 * day, state="in_progress", progress=30)
    shared = task(deadline=today - day, leads=[cast.finance, cast.health])
    TaskAgency.objects.filter(task=shared, agency=cast.health).update(state="done", progress=100)
    asked = task(deadline=today + 20 * day, leads=[cast.health], others=[cast.finance])
    done = task(deadline=today + 9 * day, state="done", progress=100)
    task(deadline=today - 9 * day, leads=[cast.foreign_affairs])
    task(deadline=None, continuous=True, quiet_since=today - 400 * day)
    task(deadline=today + 40 * day, vague=True, what="Tiếp tục tăng cường công tác đối ngoại")
    task(plan=ended, deadline=today - 700 * day, state="done", progress=100, done_on=today)
    unknown = task(deadline=today + 50 * day, leads=[])
    TaskAgency.objects.create(task=unknown, role="lead", written_as="Ban Chỉ đạo")
    for task_of, agency, user in ((late, cast.finance, cast.focal_point), (asked, cast.health, cast.other_focal_point)):
        TaskDecline.objects.create(task=task_of, agency=agency, by=user, reason="Không đúng chức năng", at=now)
        for when in (now, now - 10 * day):
            TaskUpdate.objects.create(task=task_of, agency=agency, by=user, state="in_progress", progress=5, at=when)
            TaskComment.objects.create(task=task_of, agency=agency, by=user, text="Đề nghị gia hạn", at=when)
    for state, received in (("to_review", now), ("failed", now - 20 * day), ("received", now - day)):
        make_document(state=state, received_at=received)
    return Scene(cast, plan, late, soon, shared, asked, done)
