"""Open tasks of agencies that ended pass to whoever does their work now; what was, stays as it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor, demand
from banggiao.agencies.models import Agency
from banggiao.tasks import rules
from banggiao.tasks.access import can_manage
from banggiao.tasks.models import Role, SharePassing, Task, TaskAgency
from banggiao.tasks.queries.succession import Heirs, orphaned_shares
from banggiao.tasks.rules import OPEN, Share, State
from banggiao.tasks.services.errors import TaskError
from banggiao.tasks.services.summary import summarise


@dataclass(frozen=True, slots=True)
class Passed:
    """What became of the shares of agencies that ended: passed on, waiting for a choice, without any successor."""

    passed: int
    to_choose: int = 0
    without_successor: int = 0


def tasks_pass_on(*, now: datetime, by: Actor | None = None) -> Passed:
    """Give the open tasks of agencies that ended to their successors, where one alone is in question.

    Run once a day without `by`, or by the coordinator. Where several successors could be meant, or none is on
    record, the tasks wait for the coordinator (`shares_pass_on`). Running it again changes nothing.

    Raises:
        NotAllowed: `by` does not give tasks.
    """
    if by is not None:
        demand(can_manage(by))
    today = timezone.localdate(now)
    heirs = Heirs(today)
    counts = [0, 0, 0]
    for share in orphaned_shares(today).select_related("agency", "task").order_by("task_id", "pk"):
        found = heirs.of(share)
        if len(found) == 1:
            counts[0] += _pass_on(share.pk, found, now=now, by=by)
        else:
            counts[1 if found else 2] += 1
    return Passed(*counts)


@transaction.atomic
def shares_pass_on(*, by: Actor, choices: Mapping[int, Sequence[int]], now: datetime) -> int:
    """Give shares of agencies that ended to the successors that the coordinator chose for each; how many passed.

    Raises:
        NotAllowed: `by` does not give tasks.
        TaskError: a chosen agency is no longer there. Nothing is written.
    """
    demand(can_manage(by))
    today = timezone.localdate(now)
    wanted = {agency for chosen in choices.values() for agency in chosen}
    alive = Agency.objects.filter(Agency.on(today), pk__in=wanted).in_bulk()
    if wanted - set(alive):
        raise TaskError(_("Có cơ quan được chọn không còn hoạt động. Chưa chuyển việc nào; hãy chọn lại."))
    waiting = orphaned_shares(today).filter(pk__in=[share for share, chosen in choices.items() if chosen])
    passed = 0
    for share in waiting.order_by("task_id", "pk").values_list("pk", flat=True):
        passed += _pass_on(share, [alive[agency] for agency in choices[share]], now=now, by=by)
    return passed


@transaction.atomic
def _pass_on(share_id: int, successors: Sequence[Agency], *, now: datetime, by: Actor | None) -> bool:
    """Pass one share on; false where somebody else did, or the task was finished, in the meantime."""
    task = Task.objects.select_for_update(of=("self",)).filter(shares=share_id).get()
    present = list(task.shares.filter(ended_on=None).select_related("agency"))
    share = next((one for one in present if one.pk == share_id), None)
    if share is None or task.state not in OPEN:
        return False
    today = timezone.localdate(now)
    share.ended_on = today
    share.save(update_fields=["ended_on"])
    for successor in successors:
        to = _received(share, successor, present)
        SharePassing.objects.create(share=share, to=to, by_id=by.user_id if by else None, at=now)
    summarise(task, present, today=today)
    task.save()
    return True


def _received(share: TaskAgency, successor: Agency, present: list[TaskAgency]) -> TaskAgency:
    """The successor's share: a new one, or the one that it has, which then leads where the old one led."""
    there = next((one for one in present if one.agency_id == successor.pk and one.ended_on is None), None)
    if there is None:
        new = TaskAgency.objects.create(
            task_id=share.task_id,
            agency=successor,
            role=share.role,
            written_as=share.written_as if not share.group else successor.name,
            group=share.group,
            state=share.state,
            progress=share.progress,
        )
        present.append(new)
        return new
    if share.role == Role.LEAD:
        _take_up(share, there)
    return there


def _take_up(share: TaskAgency, there: TaskAgency) -> None:
    """What a helper finished is no finished task: who comes to lead goes on from where the old leader stood."""
    if there.role == Role.LEAD:
        both = rules.roll_up([Share(State(one.state), one.progress) for one in (there, share)])
        there.state, there.progress = both.state.value, both.progress
    else:
        there.role, there.state, there.progress = Role.LEAD, share.state, share.progress
    there.save(update_fields=["role", "state", "progress"])
