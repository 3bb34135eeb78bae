"""Two people at one thing at the same moment: one wins, the other is told, nothing is made twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from banggiao.tasks.models import Plan, Task, TaskUpdate
from banggiao.tasks.rules import State
from banggiao.tasks.services import (
    ChangedMeanwhile,
    Confirmed,
    Progress,
    Words,
    decline_answer,
    plan_confirm,
    task_decline,
    task_edit,
    task_update,
    tasks_pass_on,
)
from banggiao.tasks.services.errors import TaskError
from banggiao.testing.tasks import NOW

pytestmark = pytest.mark.django_db(transaction=True)
Make = Callable[..., Any]


def at_once(work: Sequence[Callable[[], Any]]) -> list[Any]:
    """Begins all at the same moment, each with a connection of its own; gives results, and refusals as such."""
    start = Barrier(len(work))

    def run(function: Callable[[], Any]) -> Any:
        try:
            start.wait()
            return function()
        except TaskError as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(work)) as pool:
        return list(pool.map(run, work))


def test_two_who_confirm_a_plan_make_one_and_the_second_is_told(
    make_document: Make, make_finding: Make, make_agency: Make, make_actor: Make
) -> None:
    document, agency = make_document(), make_agency()
    for words in ("Tổng hợp kết quả", "Tham mưu bố trí kinh phí"):
        fields = {"agencies": [{"written": "Sở", "agency_id": agency.pk}]}
        make_finding(document, words, state="accepted", fields=fields)
    people = [make_actor(), make_actor(), make_actor()]
    confirmed = at_once([partial(plan_confirm, by=by, document_id=document.pk, now=NOW) for by in people])
    assert all(isinstance(one, Confirmed) for one in confirmed)
    assert sorted(one.created for one in confirmed) == [False, False, True]
    winner = next(by for by, one in zip(people, confirmed, strict=True) if one.created)
    assert Plan.objects.get().confirmed_by_id == winner.user_id
    assert Task.objects.count() == 2


def test_two_who_edit_a_task_do_not_overwrite_each_other(make_task: Make, make_actor: Make) -> None:
    task = make_task()
    edits = [
        partial(task_edit, by=make_actor(), task_id=task.pk, words=Words(what), now=NOW, version=task.version)
        for what in ("Soạn quy chế", "Soạn quy định")
    ]
    results = at_once(edits)
    assert [type(one) for one in results].count(ChangedMeanwhile) == 1
    won = next(one for one in results if isinstance(one, Task))
    assert Task.objects.get().what == won.what


def test_two_who_report_at_once_are_kept_apart(make_task: Make, make_agency: Make, make_actor: Make) -> None:
    one, other = make_agency(), make_agency()
    task = make_task(leads=[one, other])
    reports = [
        partial(
            task_update,
            by=make_actor(role="focal_point", agency=agency),
            task_id=task.pk,
            progress=Progress(State.IN_PROGRESS, percent),
            now=NOW,
            version=task.version,
        )
        for agency, percent in ((one, 40), (other, 60))
    ]
    results = at_once(reports)
    assert [type(one) for one in results].count(ChangedMeanwhile) == 1
    assert TaskUpdate.objects.count() == 1


def test_a_decline_is_answered_once(make_task: Make, make_agency: Make, make_actor: Make) -> None:
    agency = make_agency()
    task = make_task(leads=[agency], others=[make_agency()])
    by = make_actor(role="focal_point", agency=agency)
    decline = task_decline(by=by, task_id=task.pk, reason="Không đúng chức năng", now=NOW)
    answers = [
        partial(decline_answer, by=make_actor(), decline_id=decline.pk, accepted=accepted, answer="", now=NOW)
        for accepted in (True, False)
    ]
    assert [type(one) for one in at_once(answers)].count(TaskError) == 1


def test_two_workers_pass_a_task_on_once(make_task: Make, make_agency: Make, make_succession: Make) -> None:
    old = make_agency(valid_to=NOW.date().replace(month=1))
    make_succession(predecessor=old, successor=make_agency())
    task = make_task(leads=[old])
    results = at_once([partial(tasks_pass_on, now=NOW)] * 2)
    assert sum(one.passed for one in results) == 1
    assert task.shares.filter(ended_on=None).count() == 1
