"""A task's own words, its parts, and acts on many."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from banggiao.accounts.access import NotAllowed
from banggiao.tasks import services
from banggiao.tasks.models import CalendarFeed, Handled, Role
from banggiao.tasks.services import Origin, PartOf, TaskError, Words
from banggiao.testing.tasks import NOW

pytestmark = pytest.mark.django_db
Make = Callable[..., Any]


def test_a_vague_duty_is_made_concrete(make_task: Make, make_actor: Make) -> None:
    task = make_task(what="Tăng cường hợp tác với Lào", product="", deadline=None)
    assert (task.vague, task.gaps) == (True, ",work,time,product,")
    words = Words("Tổ chức 02 đoàn sang Lào", "politics", "state", date(2026, 9, 30), False, "Báo cáo", "UBND tỉnh")
    services.task_edit(by=make_actor(), task_id=task.pk, words=words, now=NOW)
    task.refresh_from_db()
    assert (task.what, task.field, task.vague, task.gaps) == ("Tổ chức 02 đoàn sang Lào", "politics", False, "")
    assert task.sort_day == date(2026, 9, 30)


def test_an_edit_of_an_older_version_is_turned_away(make_task: Make, make_actor: Make) -> None:
    task = make_task()
    services.task_edit(by=make_actor(), task_id=task.pk, words=Words("Một"), version=task.version, now=NOW)
    with pytest.raises(services.ChangedMeanwhile):
        services.task_edit(by=make_actor(), task_id=task.pk, words=Words("Hai"), version=task.version, now=NOW)
    with pytest.raises(TaskError, match="để trống"):
        services.task_edit(by=make_actor(), task_id=task.pk, words=Words("  "), now=NOW)


def test_content_that_nobody_owned_is_given(make_plan: Make, make_agency: Make, make_actor: Make) -> None:
    plan, agency = make_plan(), make_agency()
    origin = Origin("II.1/2", "Vận động viện trợ", "Ngoại giao kinh tế", (10, 40))
    task = services.task_add(
        by=make_actor(), plan_id=plan.pk, words=Words("Vận động viện trợ"), leads=[agency.pk], origin=origin, now=NOW
    )
    assert (task.code, task.source_path, task.span_start, task.lead_name) == ("1", "II.1/2", 10, agency.name)
    assert Handled.objects.get().task == task


def test_content_may_need_no_task(make_plan: Make, make_actor: Make) -> None:
    plan = make_plan()
    services.item_dismiss(by=make_actor(), plan_id=plan.pk, path="II.1/2", reason="Có đề án riêng", now=NOW)
    assert Handled.objects.get().reason == "Có đề án riêng"
    with pytest.raises(TaskError, match="lý do"):
        services.item_dismiss(by=make_actor(), plan_id=plan.pk, path="II.1/3", reason="", now=NOW)


def test_parts_take_over_what_the_whole_has(make_task: Make, make_agency: Make, make_actor: Make) -> None:
    lead, helper, other = make_agency(), make_agency(), make_agency()
    whole = make_task(leads=[lead], others=[helper])
    first, second = services.task_split(
        by=make_actor(),
        task_id=whole.pk,
        parts=[PartOf("Lập danh mục"), PartOf("Trình phê duyệt", date(2026, 5, 1), other.pk)],
        now=NOW,
    )
    assert (first.code, second.code) == (f"{whole.code}.1", f"{whole.code}.2")
    assert (first.parent, first.deadline, second.deadline) == (whole, whole.deadline, date(2026, 5, 1))
    assert [(share.agency, share.role) for share in first.shares.all()] == [
        (lead, Role.LEAD), (helper, Role.COORDINATE),
    ]  # fmt: skip
    assert [(share.agency, share.role) for share in second.shares.all()] == [
        (other, Role.LEAD), (lead, Role.COORDINATE), (helper, Role.COORDINATE),
    ]  # fmt: skip


def test_who_leads_may_divide_but_not_give_away(make_task: Make, make_agency: Make, make_actor: Make) -> None:
    lead, helper = make_agency(), make_agency()
    task = make_task(leads=[lead], others=[helper])
    by = make_actor(role="focal_point", agency=lead)
    assert len(services.task_split(by=by, task_id=task.pk, parts=[PartOf("Phần một")], now=NOW)) == 1
    with pytest.raises(TaskError, match="cơ quan khác"):
        services.task_split(by=by, task_id=task.pk, parts=[PartOf("Phần hai", lead_id=helper.pk)], now=NOW)
    with pytest.raises(NotAllowed):
        services.task_split(
            by=make_actor(role="focal_point", agency=helper), task_id=task.pk, parts=[PartOf("x")], now=NOW
        )


def test_joined_tasks_become_one(make_plan: Make, make_task: Make, make_agency: Make, make_actor: Make) -> None:
    plan, one, two = make_plan(), make_agency(), make_agency()
    first = make_task(plan=plan, leads=[one], what="Một", deadline=date(2026, 9, 1))
    second = make_task(plan=plan, leads=[two], what="Hai", deadline=date(2026, 6, 1), product="Báo cáo")
    services.task_merge(by=make_actor(), task_id=first.pk, others=[second.pk], now=NOW)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.what, first.deadline, first.product) == ("Một\nHai", date(2026, 6, 1), "Quy chế; Báo cáo")
    assert {share.agency for share in first.shares.all()} == {one, two}
    assert (second.state, second.comments.get().text) == ("cancelled", f"Đã gộp vào nhiệm vụ {first.code}.")


def test_what_cannot_be_joined(make_task: Make, make_actor: Make) -> None:
    task, elsewhere = make_task(), make_task()
    done = make_task(plan=task.plan, state="done", progress=100)
    for others, words in (([], "ít nhất hai"), ([elsewhere.pk], "cùng một kế hoạch"), ([done.pk], "đã xong")):
        with pytest.raises(TaskError, match=words):
            services.task_merge(by=make_actor(), task_id=task.pk, others=others, now=NOW)


# -- many at a time ---------------------------------------------------------------------------------------------------


def test_one_deadline_for_many(make_task: Make, make_actor: Make) -> None:
    tasks = [make_task(), make_task()]
    chosen = [task.pk for task in tasks]
    assert services.tasks_bulk_deadline(by=make_actor(), tasks=chosen, deadline=date(2026, 12, 1), now=NOW) == 2
    services.tasks_bulk_deadline(by=make_actor(), tasks=chosen[:1], deadline=None, now=NOW)
    for task in tasks:
        task.refresh_from_db()
    assert [(task.deadline, task.continuous) for task in tasks] == [(None, True), (date(2026, 12, 1), False)]


def test_stopped_work_is_taken_up_again(make_task: Make, make_actor: Make) -> None:
    task, done = make_task(), make_task(state="done", progress=100)
    chosen = [task.pk, done.pk]
    services.tasks_bulk_stop(by=make_actor(), tasks=chosen, now=NOW)
    task.refresh_from_db()
    done.refresh_from_db()
    assert (task.state, done.state) == ("cancelled", "done")
    services.tasks_bulk_resume(by=make_actor(), tasks=chosen, now=NOW)
    task.refresh_from_db()
    assert task.state == "not_started"


def test_one_agency_for_many(make_task: Make, make_agency: Make, make_actor: Make) -> None:
    before, new = make_agency(), make_agency()
    task = make_task(leads=[before])
    services.tasks_bulk_assign(by=make_actor(), tasks=[task.pk], agency_id=new.pk, role="lead", now=NOW)
    assert {share.agency: share.role for share in task.shares.all()} == {before: Role.COORDINATE, new: Role.LEAD}
    services.tasks_bulk_assign(by=make_actor(), tasks=[task.pk], agency_id=new.pk, role="coordinate", now=NOW)
    assert {share.agency: share.role for share in task.shares.all()}[new] == Role.COORDINATE


def test_many_are_joined_into_the_first(make_plan: Make, make_task: Make, make_actor: Make) -> None:
    plan = make_plan()
    tasks = [make_task(plan=plan) for _ in range(3)]
    assert services.tasks_bulk_merge(by=make_actor(), tasks=[task.pk for task in reversed(tasks)], now=NOW) == 3
    assert [task.state for task in plan.tasks.order_by("order")] == ["not_started", "cancelled", "cancelled"]


def test_bulk_acts_are_the_coordinators(make_task: Make, make_agency: Make, make_actor: Make) -> None:
    agency = make_agency()
    task = make_task(leads=[agency])
    with pytest.raises(NotAllowed):
        services.tasks_bulk_field(
            by=make_actor(role="focal_point", agency=agency), tasks=[task.pk], field="aid", now=NOW
        )
    for tasks, field, words in (
        ([], "aid", "Chưa chọn"),
        ([task.pk], "nope", "Lĩnh vực"),
        (list(range(501)), "aid", "500"),
    ):
        with pytest.raises(TaskError, match=words):
            services.tasks_bulk_field(by=make_actor(), tasks=tasks, field=field, now=NOW)


# -- what people keep for themselves ----------------------------------------------------------------------------------


def test_the_secret_of_a_calendar_is_not_kept(make_actor: Make) -> None:
    by = make_actor()
    first = services.calendar_renew(by=by, now=NOW)
    second = services.calendar_renew(by=by, now=NOW)
    feed = CalendarFeed.objects.get()
    assert first != second
    assert second not in feed.digest and len(feed.digest) == 64
    services.calendar_stop(by=by)
    assert not CalendarFeed.objects.exists()
