"""What people of the demonstration do, each act through the service that the page for it calls."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Final

import docx
from django.utils import timezone

from banggiao.accounts.access import Actor
from banggiao.accounts.record import recorded_as
from banggiao.agencies.models import Agency
from banggiao.demonstration.documents import document_of
from banggiao.demonstration.people import actor_of, people
from banggiao.demonstration.story import Act
from banggiao.documents.intake import Upload
from banggiao.documents.models import Finding
from banggiao.documents.rules import FindingKind, Validity
from banggiao.documents.services.describing import document_validity
from banggiao.tasks.models import Plan, Role, Task, TaskAgency, TaskDecline
from banggiao.tasks.queries.succession import succession_page
from banggiao.tasks.rules import OPEN, Rhythm, State
from banggiao.tasks.services import (
    Origin,
    Progress,
    Words,
    decline_answer,
    item_dismiss,
    shares_pass_on,
    task_add,
    task_comment,
    task_decline,
    task_hand_on,
    task_update,
    tasks_bulk_deadline,
    tasks_bulk_stop,
    tasks_pass_on,
)

COORDINATOR: Final = "dieu.phoi"
REVIEWER: Final = "ra.soat"
_EXTENSIONS: Final = (-9, 4, 11, 20, 35, 50)
"""Days from the day of loading to which deadlines of a plan are put off whose year is over."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an act takes place: the confirmed plans by their keys, the moment, and people as they act on a day."""

    plans: dict[str, Plan]
    now: datetime
    actors: dict[tuple[str, date], Actor]

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    def actor(self, key: str) -> Actor:
        if (key, self.today) not in self.actors:
            self.actors[key, self.today] = actor_of(key, self.today)
        return self.actors[key, self.today]

    def task(self, plan: str, words: str) -> Task | None:
        """The first task of a plan that begins with these words, or else holds them."""
        tasks = Task.objects.filter(plan=self.plans[plan]).order_by("order")
        return tasks.filter(what__startswith=words).first() or tasks.filter(what__contains=words).first()


def perform(act: Act, scene: Scene) -> bool:
    """Let an act happen; False where nothing is left for it to change, as late in the year of a plan."""
    return act.plan in scene.plans and _ACTS[act.kind](act, scene)


def _report(act: Act, scene: Scene) -> bool:
    agencies, words, state, text, *evidence = act.columns
    task = scene.task(act.plan, words)
    shares = _reporting(task, agencies) if task else []
    if task is None or task.state not in OPEN or not shares:
        return False
    files = [_file(evidence[0], task.what, text, scene.today)] if evidence else []
    for share in shares:
        _update(task, share, state, text, files, scene)
    return True


def _reporting(task: Task, agencies: str) -> list[TaskAgency]:
    """The shares that an act reports on: those of named agencies, or all that bear the task, without finished ones."""
    present = TaskAgency.objects.filter(task=task, ended_on=None, agency__isnull=False).select_related("agency")
    open_shares = [share for share in present.order_by("pk") if share.state in OPEN]
    names = agencies.split()
    codes = {share.pk: share.agency.code for share in open_shares if share.agency is not None}
    if names[0] != "*":
        return [share for share in open_shares if codes[share.pk] in names]
    without = {name.removeprefix("-") for name in names[1:]}
    leads = [share for share in open_shares if share.role == Role.LEAD]
    led = present.filter(role=Role.LEAD).exists()
    return [share for share in (leads if led else open_shares) if codes[share.pk] not in without]


def _update(task: Task, share: TaskAgency, state: str, text: str, files: list[Upload], scene: Scene) -> None:
    """The agency's own focal point reports; where it has none here, the coordinator does for it."""
    assert share.agency is not None
    own = _focal_points().get(share.agency.code, "")
    by = scene.actor(own or COORDINATOR)
    done = state == "done"
    progress = Progress(
        State.DONE if done else State.IN_PROGRESS, 100 if done else int(state), text, None if own else share.pk
    )
    with recorded_as(by.user_id):
        task_update(by=by, task_id=task.pk, progress=progress, now=scene.now, evidence=files)


@cache
def _focal_points() -> dict[str, str]:
    """The first focal point of each agency that has one here."""
    return {one.agency_code: one.key for one in reversed(people()) if one.role == "focal_point"}


def _comment(act: Act, scene: Scene) -> bool:
    person, words, text = act.columns
    task = scene.task(act.plan, words)
    if task is None or task.state not in OPEN:
        return False
    by = scene.actor(person)
    with recorded_as(by.user_id):
        task_comment(by=by, task_id=task.pk, text=text, now=scene.now)
    return True


def _decline(act: Act, scene: Scene) -> bool:
    person, words, reason, *_answer = act.columns
    task = scene.task(act.plan, words)
    if task is None or task.state not in OPEN:
        return False
    by = scene.actor(person)
    with recorded_as(by.user_id):
        task_decline(by=by, task_id=task.pk, reason=reason, now=scene.now)
    return True


def _answer(act: Act, scene: Scene) -> bool:
    person, words, _reason, _day, verdict, answer = act.columns
    task = scene.task(act.plan, words)
    decline = TaskDecline.objects.filter(task=task, by_id=scene.actor(person).user_id).first() if task else None
    if decline is None:
        return False
    by = scene.actor(COORDINATOR)
    with recorded_as(by.user_id):
        decline_answer(by=by, decline_id=decline.pk, accepted=verdict == "accepted", answer=answer, now=scene.now)
    return True


def _hand_on(act: Act, scene: Scene) -> bool:
    person, words, other = act.columns
    task = scene.task(act.plan, words)
    if task is None:
        return False
    by = scene.actor(person)
    with recorded_as(by.user_id):
        task_hand_on(by=by, task_id=task.pk, person_id=scene.actor(other).user_id, now=scene.now)
    return True


def _due(act: Act, scene: Scene) -> bool:
    words, days = act.columns
    task = scene.task(act.plan, words)
    if task is None or task.state not in OPEN:
        return False
    by = scene.actor(COORDINATOR)
    deadline = scene.today + timedelta(days=int(days))
    with recorded_as(by.user_id):
        return tasks_bulk_deadline(by=by, tasks=[task.pk], deadline=deadline, now=scene.now) > 0


def _stop(act: Act, scene: Scene) -> bool:
    task = scene.task(act.plan, act.columns[0])
    if task is None:
        return False
    by = scene.actor(COORDINATOR)
    with recorded_as(by.user_id):
        return tasks_bulk_stop(by=by, tasks=[task.pk], now=scene.now) > 0


def _give(act: Act, scene: Scene) -> bool:
    path, agency, deadline, what = act.columns
    plan = scene.plans[act.plan]
    item = Finding.objects.filter(
        reading__document_id=plan.document_id, kind=FindingKind.CONTENT, path=path, live=True
    ).first()
    if item is None:
        return False
    by = scene.actor(COORDINATOR)
    origin = Origin(path, item.text, str(item.fields.get("heading") or ""), (item.span_start, item.span_end))
    with recorded_as(by.user_id):
        task_add(
            by=by,
            plan_id=plan.pk,
            words=Words(what, deadline=date.fromisoformat(deadline)),
            leads=[Agency.objects.get(code=agency).pk],
            now=scene.now,
            origin=origin,
        )
    return True


def _dismiss(act: Act, scene: Scene) -> bool:
    path, reason = act.columns
    by = scene.actor(COORDINATOR)
    with recorded_as(by.user_id):
        item_dismiss(by=by, plan_id=scene.plans[act.plan].pk, path=path, reason=reason, now=scene.now)
    return True


def _succeed(act: Act, scene: Scene) -> bool:
    number, successor, since = act.columns
    document, following = document_of(number), document_of(successor)
    if document is None or following is None:
        return False
    by = scene.actor(REVIEWER)
    with recorded_as(by.user_id):
        document_validity(
            by=by,
            document_id=document.pk,
            version=document.version,
            validity=Validity.SUPERSEDED,
            superseded_by_id=following.pk,
            validity_from=date.fromisoformat(since),
            now=scene.now,
        )
    return True


def _pass_on(_act: Act, scene: Scene) -> bool:
    by = scene.actor(COORDINATOR)
    with recorded_as(by.user_id):
        passed = tasks_pass_on(by=by, now=scene.now).passed
        waiting = [one for ended in succession_page(by, today=scene.now.date()) for one in ended.waiting]
        choices = {one.share.pk: [choice.agency.pk for choice in one.choices if choice.is_likely] for one in waiting}
        return passed + shares_pass_on(by=by, choices=choices, now=scene.now) > 0


_ACTS: Final[dict[str, Callable[[Act, Scene], bool]]] = {
    "report": _report,
    "comment": _comment,
    "decline": _decline,
    "answer": _answer,
    "hand on": _hand_on,
    "due": _due,
    "stop": _stop,
    "give": _give,
    "dismiss": _dismiss,
    "succeed": _succeed,
    "pass on": _pass_on,
}


def deadlines_extend(plan: Plan, scene: Scene) -> int:
    """Put off what a plan left open once its year is nearly over, so that something is due at any time of loading."""
    today = scene.today
    if today <= plan.period_to - timedelta(days=20):
        return 0
    open_states = [state.value for state in OPEN]
    late = Task.objects.filter(plan=plan, state__in=open_states, deadline__lt=today, rhythm__in=("", Rhythm.ONCE))
    by = scene.actor(COORDINATOR)
    put_off = list(zip(late.order_by("-order"), _EXTENSIONS, strict=False))
    with recorded_as(by.user_id):
        for task, days in put_off:
            tasks_bulk_deadline(by=by, tasks=[task.pk], deadline=today + timedelta(days=days), now=scene.now)
    return len(put_off)


def _file(name: str, title: str, text: str, day: date) -> Upload:
    """A short report as agencies attach it."""
    paper = docx.Document()
    paper.add_heading(title, level=1)
    paper.add_paragraph(text)
    paper.add_paragraph(f"Lam Giang, ngày {day.day:02} tháng {day.month:02} năm {day.year}")
    written = io.BytesIO()
    paper.save(written)
    return Upload(name, written.getvalue())
