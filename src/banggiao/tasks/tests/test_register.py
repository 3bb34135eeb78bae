"""The register: who sees what, what filters narrow to, groups, and how many queries it takes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from django.http import QueryDict

from banggiao.tasks.access import visible_tasks
from banggiao.tasks.models import Task
from banggiao.tasks.queries.figures import agencies_with, doubts, status_counts, urgent_tasks
from banggiao.tasks.queries.register import grouped, quarter_end, register, rows_of
from banggiao.tasks.queries.status import status_of, status_q
from banggiao.tasks.queries.views import board, timeline
from banggiao.tasks.rules import Clarity, State, Status, urgency_day
from banggiao.testing.tasks import TODAY

pytestmark = pytest.mark.django_db
Make = Callable[..., Any]


def found(actor: Any, query: str = "") -> list[Task]:
    listing = register(actor, QueryDict(query), path="/nhiem-vu/", today=TODAY)
    return list(listing.rows)


# -- who sees what ----------------------------------------------------------------------------------------------------


def test_an_agency_sees_what_it_leads_or_coordinates_and_nothing_else(
    make_task: Make, make_agency: Make, make_actor: Make
) -> None:
    agency = make_agency()
    led, helped, foreign = make_task(leads=[agency]), make_task(others=[agency]), make_task()
    ended = make_task(leads=[agency])
    ended.shares.update(ended_on=TODAY)
    assert set(visible_tasks(make_actor(role="focal_point", agency=agency))) == {led, helped}
    for role in ("leader", "viewer", "administrator"):
        assert set(visible_tasks(make_actor(role=role))) == {led, helped, foreign, ended}


# -- status -----------------------------------------------------------------------------------------------------------


def test_the_database_and_the_rule_agree_on_every_status(make_plan: Make, make_task: Make) -> None:
    plan = make_plan()
    days = [None, *(TODAY + timedelta(days=offset) for offset in (-1, 0, 7, 8))]
    states = ("not_started", "in_progress", "done", "cancelled")
    silences = (TODAY, TODAY - timedelta(days=60), TODAY - timedelta(days=61))
    for number, (state, deadline, quiet, done_on) in enumerate(product(states, days, silences, (None, TODAY))):
        progress = 100 if state == "done" else 0
        Task.objects.create(
            plan=plan, code=str(number), what="x", state=state, progress=progress,
            deadline=deadline, quiet_since=quiet, done_on=done_on, sort_day=urgency_day(State(state), deadline),
        )  # fmt: skip
    by_rule: dict[Status, set[int]] = {status: set() for status in Status}
    for task in Task.objects.all():
        by_rule[status_of(task, TODAY)].add(task.pk)
    for status in Status:
        assert set(Task.objects.filter(status_q(status, TODAY)).values_list("pk", flat=True)) == by_rule[status], status
        assert by_rule[status], status


# -- filters ----------------------------------------------------------------------------------------------------------


def test_filters_narrow_to_what_they_say(make_plan: Make, make_task: Make, make_agency: Make, make_actor: Make) -> None:
    agency, actor = make_agency(), make_actor()
    late = make_task(deadline=TODAY - timedelta(days=1), leads=[agency], field="aid", pillar="people")
    soon = make_task(deadline=TODAY + timedelta(days=5), others=[agency], field="")
    far = make_task(deadline=date(2026, 12, 1), what="Tăng cường hợp tác", product="")
    never = make_task(deadline=None, continuous=True)
    done = make_task(state="done", progress=100, done_on=TODAY)
    expected = {
        "tinh-trang=overdue": {late},
        "tinh-trang=mo": {late, soon, far, never},
        "tinh-trang=done": {done},
        f"co-quan={agency.pk}": {late, soon},
        f"co-quan={agency.pk}&vai-tro=lead": {late},
        f"co-quan={agency.pk}&vai-tro=coordinate": {soon},
        "han=7": {soon},
        "han=30": {soon},
        "han=qua": {late},
        "han=khong": {never},
        "linh-vuc=aid": {late},
        "linh-vuc=-": {soon},
        "tru-cot=people": {late},
        f"ke-hoach={far.plan_id}": {far},
        "thieu=chung-chung": {far},
        "thieu=product": {far},
        "thieu=6-ro": {far},
        "tinh-trang=nope": {late, soon, far, never, done},
    }
    assert {query: set(found(actor, query)) for query in expected} == expected


@pytest.mark.parametrize("words", ["doi ngoai", "đối ngoại", "ĐỐI  NGOẠI", "ngoai doi"])
def test_words_are_found_without_accents(words: str, make_task: Make, make_actor: Make) -> None:
    task = make_task(what="Tổ chức hoạt động đối ngoại")
    make_task(what="Tổ chức hội thảo")
    assert found(make_actor(), f"tim={words}") == [task]


def test_the_most_urgent_come_first(make_task: Make, make_actor: Make) -> None:
    never, late = make_task(deadline=None), make_task(deadline=TODAY - timedelta(days=9))
    done, soon = make_task(state="done", progress=100), make_task(deadline=TODAY)
    assert found(make_actor()) == [late, soon, never, done]


def test_a_person_finds_what_was_handed_to_them(make_task: Make, make_agency: Make, make_actor: Make) -> None:
    agency = make_agency()
    mine, _theirs = make_task(leads=[agency]), make_task(leads=[agency])
    actor = make_actor(role="focal_point", agency=agency)
    mine.shares.update(person=actor.user_id)
    assert found(actor, "nguoi=toi") == [mine]


@pytest.mark.parametrize(
    ("day", "end"), [("2026-03-16", "2026-03-31"), ("2026-12-31", "2026-12-31"), ("2026-04-01", "2026-06-30")]
)
def test_quarter_end(day: str, end: str) -> None:
    assert quarter_end(date.fromisoformat(day)) == date.fromisoformat(end)


# -- groups and shapes ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "labels"),
    [
        ("co-quan", [("Chưa có cơ quan chủ trì", 1), ("Sở A", 2), ("Sở B", 1)]),
        ("linh-vuc", [("Chưa phân lĩnh vực", 1), ("Viện trợ, phi chính phủ nước ngoài", 3)]),
        ("thoi-han", [("Tháng 3/2026", 2), ("Tháng 6/2026", 1), ("Không có thời hạn", 1)]),
        ("", [("", 4)]),
    ],
)
def test_groups(
    key: str, labels: list[tuple[str, int]], make_plan: Make, make_task: Make, make_agency: Make, make_actor: Make
) -> None:
    plan, one, two = make_plan(), make_agency(name="Sở A"), make_agency(name="Sở B")
    make_task(plan=plan, leads=[one], field="aid", deadline=date(2026, 3, 20))
    make_task(plan=plan, leads=[one], field="aid", deadline=date(2026, 3, 25))
    make_task(plan=plan, leads=[two], field="aid")
    make_task(plan=plan, leads=[], others=[one], field="", deadline=None)
    query = QueryDict(f"nhom={key}")
    listing = register(make_actor(), query, path="/nhiem-vu/", today=TODAY)
    groups = grouped(listing, query, rows_of(listing, today=TODAY))
    assert [(group.label, group.count) for group in groups] == labels
    assert sum(len(group.rows) for group in groups) == 4


def test_groups_by_plan_count_the_whole_list(make_task: Make, make_actor: Make) -> None:
    task = make_task()
    query = QueryDict("nhom=ke-hoach")
    listing = register(make_actor(), query, path="/nhiem-vu/", today=TODAY)
    assert [(one.label, one.count) for one in grouped(listing, query, rows_of(listing, today=TODAY))] == [
        (str(task.plan), 1)
    ]


def test_members_of_a_group_stand_as_the_group(make_task: Make, make_agency: Make, make_actor: Make) -> None:
    make_task(leads=[make_agency() for _ in range(3)], group="Các sở, ban, ngành cấp tỉnh")
    (row,) = urgent_tasks(make_actor(), today=TODAY)
    assert (row.leads.shown, row.leads.more, row.lead_name) == (
        "Các sở, ban, ngành cấp tỉnh (3)", 0, "Các sở, ban, ngành cấp tỉnh",
    )  # fmt: skip


def test_board_and_months_count_alike(make_task: Make, make_actor: Make) -> None:
    make_task(deadline=TODAY - timedelta(days=40))
    make_task(deadline=TODAY + timedelta(days=3))
    make_task(deadline=None)
    make_task(state="done", progress=100, done_on=date(2026, 7, 1))
    listing = register(make_actor(), QueryDict(""), path="/nhiem-vu/", today=TODAY)
    lanes = {
        lane.badge.label: lane.count for lane in board(listing, register_url="/nhiem-vu/", today=TODAY) if lane.count
    }
    assert lanes == {"Chưa triển khai": 1, "Sắp đến hạn": 1, "Quá hạn": 1, "Hoàn thành": 1}
    months = timeline(listing, today=TODAY)
    assert [(month.label, month.count, month.late, month.is_now) for month in months] == [
        ("Tháng 2/2026", 1, 1, False),
        ("Tháng 3/2026", 1, 0, True),
        ("Tháng 6/2026", 1, 0, False),
        ("Không có thời hạn", 1, 0, False),
    ]


# -- figures ----------------------------------------------------------------------------------------------------------


def test_figures_count_what_their_lists_show(make_task: Make, make_agency: Make, make_actor: Make) -> None:
    agency, actor = make_agency(name="Sở A"), make_actor()
    make_task(leads=[agency], deadline=TODAY - timedelta(days=1))
    make_task(leads=[agency], deadline=TODAY - timedelta(days=2))
    make_task(leads=[make_agency()], what="Tăng cường hợp tác", product="", deadline=TODAY)
    assert {status: count for status, count in status_counts(actor, today=TODAY).items() if count} == {
        Status.OVERDUE: 2, Status.DUE_SOON: 1,
    }  # fmt: skip
    assert [(one.name, one.count) for one in agencies_with(actor, Status.OVERDUE, today=TODAY)] == [("Sở A", 2)]
    doubtful = doubts(actor, today=TODAY)
    assert (doubtful.vague, doubtful.unclear, dict(doubtful.by_gap)[Clarity.PRODUCT]) == (1, 1, 1)


# -- how many queries -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/nhiem-vu/", 11),
        ("/nhiem-vu/?nhom=co-quan", 12),
        ("/nhiem-vu/tinh-trang/", 19),
        ("/nhiem-vu/thoi-gian/", 11),
        ("/nhiem-vu/ke-hoach/", 6),
        ("/nhiem-vu/lich/", 7),
        ("/nhiem-vu/dieu-phoi/", 13),
    ],
)
def test_lists_take_as_many_queries_for_ten_tasks_as_for_one(
    path: str, queries: int, make_cast: Make, make_plan: Make, make_task: Make, client: Any,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    cast, plan = make_cast(), make_plan()
    client.force_login(cast.coordinator)
    for number in range(10):
        make_task(plan=plan, leads=[cast.finance], others=[cast.health], deadline=TODAY + timedelta(days=number))
    with django_assert_num_queries(queries):
        assert client.get(path).status_code == 200
