"""Who does a task."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from banggiao.accounts.access import NotAllowed
from banggiao.tasks.access import visible_tasks
from banggiao.tasks.models import Role, Task
from banggiao.tasks.services import (
    TaskError,
    decline_answer,
    task_assign,
    task_decline,
    task_hand_on,
)
from banggiao.testing.tasks import NOW, TODAY

pytestmark = pytest.mark.django_db
Make = Callable[..., Any]


def present(task: Task) -> list[tuple[Any, str]]:
    return [(share.agency, share.role) for share in task.shares.filter(ended_on=None).order_by("pk")]


def test_giving_anew_ends_shares_and_begins_others(make_task: Make, make_agency: Make, make_actor: Make) -> None:
    old, kept, new = make_agency(), make_agency(), make_agency(name="Sở Mới")
    task = make_task(leads=[old], others=[kept])
    task_assign(by=make_actor(), task_id=task.pk, leads=[new.pk], others=[kept.pk], now=NOW)
    task.refresh_from_db()
    assert present(task) == [(kept, Role.COORDINATE), (new, Role.LEAD)]
    assert task.shares.get(agency=old).ended_on == TODAY
    assert task.lead_name == "Sở Mới"


def test_a_helper_may_come_to_lead(make_task: Make, make_agency: Make, make_actor: Make) -> None:
    one, other = make_agency(), make_agency()
    task = make_task(leads=[one], others=[other])
    task_assign(by=make_actor(), task_id=task.pk, leads=[other.pk], others=[one.pk], now=NOW)
    assert dict(present(task)) == {one: Role.COORDINATE, other: Role.LEAD}
    assert task.shares.count() == 2


def test_a_task_keeps_somebody(make_task: Make, make_actor: Make) -> None:
    with pytest.raises(TaskError, match="ít nhất một cơ quan"):
        task_assign(by=make_actor(), task_id=make_task().pk, leads=[], others=[], now=NOW)


def test_only_the_coordinator_gives(make_task: Make, make_agency: Make, make_actor: Make) -> None:
    agency = make_agency()
    task = make_task(leads=[agency])
    with pytest.raises(NotAllowed):
        task_assign(
            by=make_actor(role="focal_point", agency=agency), task_id=task.pk, leads=[agency.pk], others=[], now=NOW
        )


def test_an_agency_hands_a_task_to_one_of_its_own(
    make_task: Make, make_agency: Make, make_actor: Make, make_user: Make
) -> None:
    agency = make_agency()
    task, colleague = make_task(leads=[agency]), make_user(role="focal_point", agency=agency)
    by = make_actor(role="focal_point", agency=agency)
    assert task_hand_on(by=by, task_id=task.pk, person_id=colleague.pk, now=NOW).person == colleague
    assert task_hand_on(by=by, task_id=task.pk, person_id=None, now=NOW).person is None
    outsider = make_user(role="focal_point", agency=make_agency())
    with pytest.raises(TaskError, match="không thuộc cơ quan"):
        task_hand_on(by=by, task_id=task.pk, person_id=outsider.pk, now=NOW)


def test_a_declined_task_stays_until_the_coordinator_agrees(
    make_task: Make, make_agency: Make, make_actor: Make
) -> None:
    agency = make_agency()
    task = make_task(leads=[agency], others=[make_agency()])
    by = make_actor(role="focal_point", agency=agency)
    decline = task_decline(by=by, task_id=task.pk, reason="Không đúng chức năng", now=NOW)
    assert visible_tasks(by).filter(pk=task.pk).exists()
    with pytest.raises(TaskError, match="đang chờ"):
        task_decline(by=by, task_id=task.pk, reason="Nữa", now=NOW)
    decline_answer(by=make_actor(), decline_id=decline.pk, accepted=True, answer="Đồng ý", now=NOW)
    task.refresh_from_db()
    assert not visible_tasks(by).filter(pk=task.pk).exists()
    assert ",responsibility," in task.gaps
    with pytest.raises(TaskError, match="đã được xử lý"):
        decline_answer(by=make_actor(), decline_id=decline.pk, accepted=False, answer="", now=NOW)


def test_a_refused_decline_changes_nothing(make_task: Make, make_agency: Make, make_actor: Make) -> None:
    agency = make_agency()
    task = make_task(leads=[agency])
    by = make_actor(role="focal_point", agency=agency)
    decline = task_decline(by=by, task_id=task.pk, reason="Quá nhiều việc", now=NOW)
    decline_answer(by=make_actor(), decline_id=decline.pk, accepted=False, answer="Vẫn thực hiện", now=NOW)
    assert present(task) == [(agency, Role.LEAD)]
    with pytest.raises(TaskError, match="lý do"):
        task_decline(by=by, task_id=task.pk, reason=" ", now=NOW)


def test_whoever_left_the_agency_gets_nothing_handed_on(
    make_task: Make, make_agency: Make, make_actor: Make, make_user: Make, make_post: Make
) -> None:
    agency = make_agency()
    task = make_task(leads=[agency])
    left, blocked = make_user(), make_user(role="focal_point", agency=agency)
    blocked.is_active = False
    blocked.save()
    make_post(user=left, role="focal_point", agency=agency, valid_to=date(2026, 2, 28))
    by = make_actor(role="focal_point", agency=agency)
    for person in (left, blocked):
        with pytest.raises(TaskError, match="không thuộc cơ quan"):
            task_hand_on(by=by, task_id=task.pk, person_id=person.pk, now=NOW)
