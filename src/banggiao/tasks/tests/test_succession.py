"""Open tasks of agencies that ended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from auditlog.models import LogEntry
from django.test import Client
from django.urls import reverse

from banggiao.accounts.access import NotAllowed
from banggiao.agencies.models import Agency
from banggiao.tasks.access import visible_tasks
from banggiao.tasks.models import Role, SharePassing, Task, TaskAgency
from banggiao.tasks.queries.succession import succession_page
from banggiao.tasks.rules import State
from banggiao.tasks.services import Passed, Progress, TaskError, shares_pass_on, task_update, tasks_pass_on
from banggiao.testing.cast import Cast
from banggiao.testing.tasks import NOW, TODAY

pytestmark = pytest.mark.django_db
Make = Callable[..., Any]
ENDED = date(2026, 2, 28)


def present(task: Task) -> list[tuple[Any, str]]:
    return [(share.agency, share.role) for share in task.shares.filter(ended_on=None).order_by("pk")]


@pytest.fixture
def cast(make_cast: Make) -> Cast:
    people: Cast = make_cast()
    return people


@pytest.fixture
def ended(make_agency: Make) -> Agency:
    agency: Agency = make_agency(name="Sở Kế hoạch và Đầu tư", valid_to=ENDED)
    return agency


@pytest.fixture
def heir(ended: Agency, make_agency: Make, make_succession: Make) -> Agency:
    agency: Agency = make_agency(name="Sở Tài chính")
    make_succession(predecessor=ended, successor=agency, on=date(2026, 3, 1))
    return agency


def test_open_tasks_pass_to_the_successor_and_history_stays(
    ended: Agency, heir: Agency, make_task: Make, make_actor: Make
) -> None:
    task, done = make_task(leads=[ended]), make_task(leads=[ended], state="done", progress=100)
    share = task.shares.get()
    task_update(by=make_actor(), task_id=task.pk, progress=Progress(State.IN_PROGRESS, 40, share_id=share.pk), now=NOW)

    assert tasks_pass_on(now=NOW) == Passed(1)

    task.refresh_from_db()
    share.refresh_from_db()
    following = task.shares.get(ended_on=None)
    assert (following.agency, following.role, following.progress, task.progress) == (heir, Role.LEAD, 40, 40)
    assert (share.ended_on, task.lead_name) == (TODAY, "Sở Tài chính")
    assert task.updates.get().agency == ended
    assert present(done) == [(ended, Role.LEAD)]
    assert tasks_pass_on(now=NOW) == Passed(0)


def test_what_passed_is_recorded_with_who_did_it(
    ended: Agency, heir: Agency, make_task: Make, make_actor: Make, cast: Cast
) -> None:
    by_itself, by_hand = make_task(leads=[ended]), make_task(leads=[ended], deadline=date(2026, 9, 1))
    tasks_pass_on(now=NOW)
    passing = SharePassing.objects.get(share__task=by_itself)
    assert (passing.share.agency, passing.to.agency, passing.by, passing.at) == (ended, heir, None, NOW)
    assert LogEntry.objects.get_for_objects(SharePassing.objects.filter(pk=passing.pk)).count() == 1
    client = Client()
    client.force_login(cast.coordinator)
    page = client.get(reverse("tasks:task_detail", args=[by_hand.pk])).content.decode()
    assert "Sở Kế hoạch và Đầu tư đã kết thúc hoạt động; nhiệm vụ chuyển sang Sở Tài chính." in page
    assert "kế thừa nhiệm vụ" in client.get(reverse("tasks:task_history", args=[by_hand.pk])).content.decode()


def test_the_day_on_which_an_agency_still_works_passes_nothing(
    make_agency: Make, make_succession: Make, make_task: Make
) -> None:
    last_day = make_agency(valid_to=TODAY)
    make_succession(predecessor=last_day, successor=make_agency(), on=TODAY)
    task = make_task(leads=[last_day])
    assert tasks_pass_on(now=NOW) == Passed(0)
    assert tasks_pass_on(now=NOW + timedelta(days=1)) == Passed(1)
    assert present(task)[0][0] != last_day


def test_the_focal_point_of_the_successor_sees_the_task(
    ended: Agency, heir: Agency, make_task: Make, make_actor: Make
) -> None:
    before, after = (make_actor(role="focal_point", agency=agency) for agency in (ended, heir))
    task = make_task(leads=[ended], others=[])
    assert [visible_tasks(actor).filter(pk=task.pk).exists() for actor in (before, after)] == [True, False]
    tasks_pass_on(now=NOW)
    assert [visible_tasks(actor).filter(pk=task.pk).exists() for actor in (before, after)] == [False, True]


def test_the_function_chooses_among_successors(
    ended: Agency, make_task: Make, make_agency: Make, make_succession: Make
) -> None:
    labour, training = make_agency(), make_agency()
    make_succession(predecessor=ended, successor=labour, function="lao động")
    make_succession(predecessor=ended, successor=training, function="đào tạo nghề")
    task = make_task(leads=[ended], what="Quản lý lao động nước ngoài")
    tasks_pass_on(now=NOW)
    assert present(task) == [(labour, Role.LEAD)]


def test_who_helps_passes_its_help_on(ended: Agency, heir: Agency, make_task: Make, make_agency: Make) -> None:
    lead = make_agency()
    task = make_task(leads=[lead], others=[ended])
    tasks_pass_on(now=NOW)
    assert present(task) == [(lead, Role.LEAD), (heir, Role.COORDINATE)]


def test_a_successor_that_helped_comes_to_lead_where_the_old_leader_stood(
    ended: Agency, heir: Agency, make_task: Make, make_actor: Make
) -> None:
    task = make_task(leads=[ended], others=[heir])
    helper = make_actor(role="focal_point", agency=heir)
    task_update(by=helper, task_id=task.pk, progress=Progress(State.DONE, 100), now=NOW)
    tasks_pass_on(now=NOW)
    task.refresh_from_db()
    assert present(task) == [(heir, Role.LEAD)]
    assert (task.state, task.progress) == ("not_started", 0)


def test_two_leaders_that_merge_are_done_when_both_parts_are(
    ended: Agency, heir: Agency, make_task: Make, make_actor: Make
) -> None:
    task = make_task(leads=[ended, heir])
    done = make_actor(role="focal_point", agency=heir)
    task_update(by=done, task_id=task.pk, progress=Progress(State.DONE, 100), now=NOW)
    tasks_pass_on(now=NOW)
    task.refresh_from_db()
    assert present(task) == [(heir, Role.LEAD)]
    assert (task.state, task.progress) == ("in_progress", 50)


def test_several_successors_wait_for_the_coordinator(
    ended: Agency, make_task: Make, make_agency: Make, make_succession: Make, make_actor: Make
) -> None:
    one, other = make_agency(), make_agency()
    for successor in (one, other):
        make_succession(predecessor=ended, successor=successor)
    task, coordinator = make_task(leads=[ended]), make_actor()
    share = task.shares.get()
    assert tasks_pass_on(now=NOW) == Passed(0, to_choose=1)
    page = succession_page(coordinator, today=TODAY)
    assert [(choice.agency, choice.is_likely) for choice in page[0].waiting[0].choices] == [(one, True), (other, True)]
    assert shares_pass_on(by=coordinator, choices={share.pk: []}, now=NOW) == 0
    assert shares_pass_on(by=coordinator, choices={share.pk: [other.pk]}, now=NOW) == 1
    assert present(task) == [(other, Role.LEAD)]
    assert SharePassing.objects.get().by_id == coordinator.user_id
    assert shares_pass_on(by=coordinator, choices={share.pk: [one.pk]}, now=NOW) == 0


def test_a_task_may_go_to_all_successors(ended: Agency, make_task: Make, make_agency: Make, make_actor: Make) -> None:
    one, other = make_agency(), make_agency()
    task = make_task(leads=[ended])
    shares_pass_on(by=make_actor(), choices={task.shares.get().pk: [one.pk, other.pk]}, now=NOW)
    assert present(task) == [(one, Role.LEAD), (other, Role.LEAD)]


def test_an_agency_that_ended_too_is_refused(
    ended: Agency, make_task: Make, make_agency: Make, make_actor: Make
) -> None:
    gone = make_agency(valid_to=ENDED)
    share = make_task(leads=[ended]).shares.get()
    with pytest.raises(TaskError, match="không còn hoạt động"):
        shares_pass_on(by=make_actor(), choices={share.pk: [gone.pk]}, now=NOW)
    assert TaskAgency.objects.get().ended_on is None


def test_what_has_no_successor_is_counted_and_stays(ended: Agency, make_task: Make) -> None:
    make_task(leads=[ended])
    assert tasks_pass_on(now=NOW) == Passed(0, without_successor=1)
    assert TaskAgency.objects.get().ended_on is None


def test_only_the_coordinator_passes_on(ended: Agency, heir: Agency, make_task: Make, make_actor: Make) -> None:
    share = make_task(leads=[ended]).shares.get()
    leader = make_actor(role="leader")
    with pytest.raises(NotAllowed):
        tasks_pass_on(now=NOW, by=leader)
    with pytest.raises(NotAllowed):
        shares_pass_on(by=leader, choices={share.pk: [heir.pk]}, now=NOW)


def test_the_coordinator_chooses_on_the_page(
    ended: Agency, heir: Agency, make_agency: Make, make_succession: Make, make_task: Make, cast: Cast
) -> None:
    other = make_agency(name="Sở Công Thương")
    make_succession(predecessor=ended, successor=other)
    task = make_task(leads=[ended])
    share = task.shares.get()
    client = Client()
    client.force_login(cast.coordinator)
    where = reverse("tasks:shares_pass_on")
    page = client.get(where).content.decode()
    assert "Sở Tài chính" in page and "Sở Công Thương" in page
    client.post(where, {"share": [share.pk], f"to-{share.pk}": [other.pk]})
    assert present(task) == [(other, Role.LEAD)]
    assert "Không còn việc nào" in client.get(where).content.decode()


def test_one_press_passes_all_that_is_plain(ended: Agency, heir: Agency, make_task: Make, cast: Cast) -> None:
    task = make_task(leads=[ended])
    client = Client()
    client.force_login(cast.coordinator)
    answer = client.post(reverse("tasks:shares_pass_on"), {"plain": "1"}, follow=True)
    assert "Đã chuyển 1 việc" in answer.content.decode()
    assert present(task) == [(heir, Role.LEAD)]


def test_the_page_asks_as_much_for_ten_tasks_as_for_one(
    ended: Agency, heir: Agency, make_plan: Make, make_task: Make, make_actor: Make, django_assert_num_queries: Make
) -> None:
    plan, actor = make_plan(), make_actor()
    make_task(plan=plan, leads=[ended])
    for _more in range(2):
        with django_assert_num_queries(4):
            succession_page(actor, today=TODAY)
        for _number in range(9):
            make_task(plan=plan, leads=[ended])
