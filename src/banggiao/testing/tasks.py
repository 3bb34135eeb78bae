"""Plans and tasks of the tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from banggiao.agencies.models import Agency
from banggiao.tasks.models import Plan, Role, Task, TaskAgency
from banggiao.tasks.services.summary import summarise
from banggiao.testing.accounts import make_user
from banggiao.testing.agencies import make_agency
from banggiao.testing.documents import make_document

NOW = datetime(2026, 3, 16, 2, 0, tzinfo=UTC)
"""When tests of tasks happen: nine in the morning of a Monday, in Việt Nam."""

TODAY = date(2026, 3, 16)

_numbers = count(1)


def make_plan(**changes: Any) -> Plan:
    """A plan of 2026 in force, without tasks."""
    document = changes.pop("document", None) or make_document(state="confirmed")
    fields: dict[str, Any] = {
        "document": document,
        "title": document.title,
        "number": document.number,
        "year": 2026,
        "period_from": date(2026, 1, 20),
        "period_to": date(2026, 12, 31),
        "confirmed_at": NOW,
    }
    if "confirmed_by" not in changes:
        fields["confirmed_by"] = make_user()
    return Plan.objects.create(**{**fields, **changes})


def make_task(
    *, leads: Sequence[Agency] | None = None, others: Sequence[Agency] = (), group: str = "", **changes: Any
) -> Task:
    """A task of one agency that is due in June; `group` is what the plan calls its leading agencies."""
    number = next(_numbers)
    fields: dict[str, Any] = {
        "code": str(number),
        "order": number,
        "what": f"Tham mưu UBND tỉnh ban hành quy chế số {number}",
        "field": "management",
        "deadline": date(2026, 6, 30),
        "quiet_since": TODAY,
        "product": "Quy chế",
        "authority": "UBND tỉnh",
    }
    if "plan" not in changes:
        fields["plan"] = make_plan()
    given = {**fields, **changes}
    task = Task(**given)
    leading = [make_agency()] if leads is None else leads
    shares = [_share(task, agency, Role.LEAD, group) for agency in leading]
    shares += [_share(task, agency, Role.COORDINATE, "") for agency in others]
    summarise(task, shares, today=TODAY)
    for column in ("done_on", "started_on"):
        if column in changes:
            setattr(task, column, changes[column])
    task.version = 1
    task.save()
    for share in shares:
        share.task = task
        share.save()
    return task


def _share(task: Task, agency: Agency, role: Role, group: str) -> TaskAgency:
    """A share that stands where the whole task is to stand."""
    return TaskAgency(
        task=task,
        agency=agency,
        role=role,
        written_as=agency.name,
        group=group,
        state=task.state,
        progress=task.progress,
    )
