"""A reviewed document becomes a plan with tasks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from auditlog.models import LogEntry

from banggiao.accounts.access import NotAllowed
from banggiao.documents.models import Document, Finding
from banggiao.tasks.models import Plan, Role, Task, TaskAgency
from banggiao.tasks.rules import State
from banggiao.tasks.services import (
    Progress,
    TaskError,
    UnresolvedNames,
    plan_confirm,
    plan_withdraw,
    task_update,
)
from banggiao.testing.tasks import NOW

pytestmark = pytest.mark.django_db
Make = Callable[..., Any]


def accepted(make_finding: Make, document: Document, words: str = "Tổng hợp kết quả", **fields: Any) -> Finding:
    found: Finding = make_finding(document, words, state="accepted", fields={"what": words, **fields})
    return found


def test_accepted_findings_become_tasks_of_their_agencies(
    make_document: Make, make_finding: Make, make_agency: Make, make_actor: Make
) -> None:
    document, lead, helper = make_document(), make_agency(name="Sở Ngoại vụ"), make_agency(name="Sở Tài chính")
    finding = accepted(
        make_finding,
        document,
        agencies=[{"written": "Sở Ngoại vụ", "agency_id": lead.pk}],
        partners=[{"written": "Sở Tài chính", "agency_id": helper.pk}, {"written": "các cơ quan liên quan"}],
        deadline="trước ngày 15/11/2026",
        product="Báo cáo",
        field="management",
    )
    make_finding(document, "Công an tỉnh", fields={"agencies": [{"written": "Không ai nhận"}]})
    confirmed = plan_confirm(by=make_actor(), document_id=document.pk, now=NOW)
    task = confirmed.plan.tasks.get()
    assert (confirmed.created, confirmed.tasks, task.code) == (True, 1, "1")
    assert (task.what, task.deadline, task.product, task.finding) == (
        "Tổng hợp kết quả", date(2026, 11, 14), "Báo cáo", finding,
    )  # fmt: skip
    assert [(share.agency, share.role) for share in task.shares.all()] == [
        (lead, Role.LEAD), (helper, Role.COORDINATE), (None, Role.COORDINATE),
    ]  # fmt: skip
    assert (task.lead_name, task.sort_day, task.span_start) == ("Sở Ngoại vụ", task.deadline, finding.span_start)
    document.refresh_from_db()
    assert document.state == "confirmed"
    assert (confirmed.plan.year, confirmed.plan.period_to) == (2026, date(2026, 12, 31))


def test_groups_unfold_into_their_members_on_the_day_of_the_plan(
    make_document: Make, make_finding: Make, make_agency: Make, make_group: Make, make_actor: Make
) -> None:
    document = make_document()
    members = [make_agency() for _ in range(3)]
    make_agency(valid_to=date(2025, 2, 28))
    group = make_group(rules=({"level": "province", "kind": "department"},))
    mention = {"written": "Các sở, ban, ngành cấp tỉnh", "group_id": group.pk}
    own = {"written": "Sở Một", "agency_id": members[0].pk}
    accepted(make_finding, document, agencies=[own], partners=[mention])
    task = plan_confirm(by=make_actor(), document_id=document.pk, now=NOW).plan.tasks.get()
    found = [(share.agency, share.role, share.group) for share in task.shares.all()]
    assert found == [
        (members[0], Role.LEAD, ""),
        (members[1], Role.COORDINATE, "Các sở, ban, ngành cấp tỉnh"),
        (members[2], Role.COORDINATE, "Các sở, ban, ngành cấp tỉnh"),
    ]


def test_a_name_that_leads_nowhere_blocks_with_a_list(
    make_document: Make, make_finding: Make, make_agency: Make, make_actor: Make
) -> None:
    document = make_document()
    accepted(make_finding, document, agencies=[{"written": "Ban Chỉ đạo Nào đó"}])
    with pytest.raises(UnresolvedNames) as refused:
        plan_confirm(by=make_actor(), document_id=document.pk, now=NOW)
    assert [(name.written, name.leads, name.paths) for name in refused.value.names] == [
        ("Ban Chỉ đạo Nào đó", True, ("III.1/1",))
    ]
    document.refresh_from_db()
    assert document.state == "to_review"
    assert not Plan.objects.exists()


def test_names_may_be_kept_for_the_coordinator_to_settle(
    make_document: Make, make_finding: Make, make_actor: Make
) -> None:
    document = make_document()
    accepted(make_finding, document, agencies=[{"written": "Ban Chỉ đạo Nào đó"}])
    plan = plan_confirm(by=make_actor(), document_id=document.pk, now=NOW, keep_unknown=True).plan
    task = plan.tasks.get()
    assert task.lead_name == "Ban Chỉ đạo Nào đó"
    assert ",person," in task.gaps


def test_confirming_twice_makes_one_plan(
    make_document: Make, make_finding: Make, make_agency: Make, make_actor: Make
) -> None:
    document = make_document()
    accepted(make_finding, document, agencies=[{"written": "Sở", "agency_id": make_agency().pk}])
    first = plan_confirm(by=make_actor(), document_id=document.pk, now=NOW)
    again = plan_confirm(by=make_actor(), document_id=document.pk, now=NOW)
    assert (again.created, again.plan, again.tasks) == (False, first.plan, 1)
    assert Task.objects.count() == 1


def test_reporting_rhythms_become_official(
    make_document: Make, make_finding: Make, make_agency: Make, make_actor: Make
) -> None:
    document, sender, receiver = make_document(), make_agency(), make_agency()
    make_finding(
        document,
        "trước ngày 15/11/2026",
        kind="deadline",
        state="accepted",
        fields={
            "rhythm": "year",
            "month": 11,
            "day": 15,
            "duty": "report",
            "by": [{"written": "Các sở", "agency_id": sender.pk}],
            "to": [{"written": "UBND tỉnh", "agency_id": receiver.pk}],
        },
    )
    plan = plan_confirm(by=make_actor(), document_id=document.pk, now=NOW).plan
    rhythm = plan.reporting_rhythms.get()
    assert (rhythm.rhythm, rhythm.month, rhythm.day, rhythm.who, rhythm.to) == ("year", 11, 15, "Các sở", "UBND tỉnh")
    assert (rhythm.agencies.get(), rhythm.recipients.get()) == (sender, receiver)


@pytest.mark.parametrize("role", ["administrator", "leader", "viewer", "focal_point"])
def test_only_the_coordinator_confirms(role: str, make_document: Make, make_agency: Make, make_actor: Make) -> None:
    with pytest.raises(NotAllowed):
        plan_confirm(by=make_actor(role=role, agency=make_agency()), document_id=make_document().pk, now=NOW)


def test_a_document_that_is_still_read_cannot_be_confirmed(make_document: Make, make_actor: Make) -> None:
    with pytest.raises(TaskError, match="rà soát"):
        plan_confirm(by=make_actor(), document_id=make_document(state="reading").pk, now=NOW)


def test_a_plan_nobody_answered_to_goes_back_into_review(
    make_document: Make, make_finding: Make, make_agency: Make, make_actor: Make
) -> None:
    document = make_document()
    accepted(make_finding, document, agencies=[{"written": "Sở", "agency_id": make_agency().pk}])
    plan = plan_confirm(by=make_actor(), document_id=document.pk, now=NOW).plan
    plan_withdraw(by=make_actor(), plan_id=plan.pk, now=NOW)
    document.refresh_from_db()
    assert (document.state, Task.objects.count(), TaskAgency.objects.count()) == ("to_review", 0, 0)
    again = plan_confirm(by=make_actor(), document_id=document.pk, now=NOW)
    assert (again.created, again.plan.pk, again.tasks) == (True, plan.pk, 1)


def test_a_plan_with_an_answer_stays(
    make_document: Make, make_finding: Make, make_agency: Make, make_actor: Make
) -> None:
    document, agency = make_document(), make_agency()
    accepted(make_finding, document, agencies=[{"written": "Sở", "agency_id": agency.pk}])
    plan = plan_confirm(by=make_actor(), document_id=document.pk, now=NOW).plan
    task_update(
        by=make_actor(role="focal_point", agency=agency),
        task_id=plan.tasks.get().pk,
        progress=Progress(State.IN_PROGRESS, 10),
        now=NOW,
    )
    with pytest.raises(TaskError, match="Không rút lại được"):
        plan_withdraw(by=make_actor(), plan_id=plan.pk, now=NOW)
    assert plan.tasks.count() == 1


def test_every_row_that_is_made_is_recorded(
    make_document: Make, make_finding: Make, make_agency: Make, make_actor: Make
) -> None:
    document, by = make_document(), make_actor()
    accepted(make_finding, document, agencies=[{"written": "Sở", "agency_id": make_agency().pk}])
    task = plan_confirm(by=by, document_id=document.pk, now=NOW).plan.tasks.get()
    entry = LogEntry.objects.get_for_object(task).get()
    assert (entry.actor_id, entry.action) == (by.user_id, LogEntry.Action.CREATE)
    assert LogEntry.objects.get_for_object(task.shares.get()).count() == 1


def test_the_sample_plan_goes_from_file_to_tasks(
    make_lam_giang: Make, make_read_plan: Make, make_actor: Make, db: None
) -> None:
    make_lam_giang()
    document = make_read_plan()
    Finding.objects.filter(reading__document=document).update(state="accepted")
    plan = plan_confirm(by=make_actor(), document_id=document.pk, now=NOW, keep_unknown=True).plan
    leads = {task.lead_name for task in plan.tasks.all()}
    assert {"Sở Ngoại vụ", "Sở Tài chính"} <= leads
    first = plan.tasks.order_by("order")[0]
    assert first.shares.filter(role=Role.COORDINATE).count() > 5
    due = plan.tasks.filter(deadline=date(2026, 11, 14))
    assert due.exists()
    assert document.cites.filter(confirmed=True).exists()
