"""What a task's row repeats of its shares and words, so that long lists can be filtered without reading them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from banggiao.tasks import rules
from banggiao.tasks.models import Role, Task, TaskAgency
from banggiao.tasks.rules import Clarity, Facts, Share, State
from vanban.text import bare


def summarise(task: Task, shares: Sequence[TaskAgency], *, today: date) -> None:
    """Set the columns of a task that sum up its words and its present shares; saves nothing."""
    present = [share for share in shares if share.ended_on is None]
    task.gaps = gaps_column(rules.missing_clarity(facts(task, present)))
    task.vague = rules.is_vague(task.what) and not task.product
    task.lead_name = lead_name(present)
    task.search = bare(" ".join((task.what, task.product, task.heading, task.deadline_text, task.lead_name)))
    _roll_up(task, present, today)
    task.sort_day = rules.urgency_day(State(task.state), task.deadline)
    task.version += 1


def lead_name(present: Sequence[TaskAgency]) -> str:
    """Who is in charge in one line: the group where one was named, else the first agency that leads."""
    first = next((share for share in present if share.role == Role.LEAD), None)
    if first is None:
        return ""
    return first.group or (first.agency.name if first.agency is not None else first.written_as)


def gaps_column(gaps: Sequence[Clarity]) -> str:
    """`,time,product,`: commas on both sides, so that one gap can be looked for."""
    return f",{','.join(gaps)}," if gaps else ""


def facts(task: Task, present: Sequence[TaskAgency]) -> Facts:
    """What the "6 rõ" ask of a task."""
    leads = [share for share in present if share.role == Role.LEAD]
    return Facts(
        what=task.what,
        leads=tuple(share.group or share.written_as for share in leads),
        known_leads=sum(share.agency_id is not None for share in leads),
        known_others=sum(share.agency_id is not None for share in present if share.role != Role.LEAD),
        timed=bool(task.deadline or task.rhythm or task.continuous),
        product=task.product,
        authority=task.authority,
    )


def bearing(present: Sequence[TaskAgency]) -> list[TaskAgency]:
    """The shares by which a task's progress is measured: of those who lead, of all where nobody does."""
    known = [share for share in present if share.agency_id is not None]
    return [share for share in known if share.role == Role.LEAD] or known


def _roll_up(task: Task, present: Sequence[TaskAgency], today: date) -> None:
    if task.state == State.CANCELLED:
        return
    total = rules.roll_up([Share(State(share.state), share.progress) for share in bearing(present)])
    task.state, task.progress = total.state.value, total.progress
    if total.state is State.DONE:
        task.done_on = task.done_on or today
    else:
        task.done_on = None
    if total.state is not State.NOT_STARTED:
        task.started_on = task.started_on or today


def touch(task: Task, now: datetime, today: date) -> None:
    """Note that somebody reported on a task."""
    task.last_update_at = now
    task.quiet_since = today
