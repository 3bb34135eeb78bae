"""Doing what is due. Any number of workers may call this at the same time: a conditional UPDATE lets one of them win.

Chores may all be done twice without harm; claiming only saves the work.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from banggiao.agencies.services import names_refresh
from banggiao.documents.services.queue import documents_take_up
from banggiao.documents.watching import watched_folder_poll
from banggiao.tasks.services import tasks_pass_on
from banggiao.upkeep.models import Chore, Worker
from banggiao.upkeep.rules import ALIVE_FOR, DAILY, Rhythm

KEEP_JOBS = timedelta(days=14)
"""How long the outcome of a job can be looked up; its arguments are numbers of rows, its result a flag."""

ABANDONED_AFTER = timedelta(minutes=30)
"""A job that runs longer lost its worker; reading the longest plan from a scan takes a few minutes."""

_FORGET_WORKERS = timedelta(days=1)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Duty:
    """A chore: its name, how often, and what does it."""

    name: str
    rhythm: Rhythm
    do: Callable[[datetime], object]


def chores_do(*, now: datetime, worker: str, duties: Sequence[Duty] | None = None) -> list[str]:
    """Do every chore that is due and that no other worker has begun; gives their names.

    The watched folder belongs to a machine, so each worker looks into its own; a lock in the folder keeps two workers
    of one machine apart.
    """
    watched_folder_poll(now=now)
    due = DUTIES if duties is None else duties
    return [duty.name for duty in due if _claim(duty, now=now, worker=worker) and _do(duty, now)]


def worker_seen(*, name: str, started_at: datetime, now: datetime) -> None:
    """Say that a worker is there."""
    if not Worker.objects.filter(name=name).update(seen_at=now, started_at=started_at):
        Worker.objects.get_or_create(name=name, defaults={"seen_at": now, "started_at": started_at})


def worker_gone(*, name: str) -> None:
    """Say that a worker stops in order."""
    Worker.objects.filter(name=name).delete()


def workers_alive(now: datetime) -> list[Worker]:
    """The workers that were heard of lately."""
    return list(Worker.objects.filter(seen_at__gte=now - ALIVE_FOR))


def requeue_abandoned(*, older_than: timedelta) -> int:
    """Give jobs back to the queue whose worker was killed; every job may be done twice without harm."""
    lost = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lte=timezone.now() - older_than)
    return lost.update(status=TaskResultStatus.READY, started_at=None)


def _claim(duty: Duty, *, now: datetime, worker: str) -> bool:
    before = duty.rhythm.due_before(now)
    last = Chore.objects.filter(pk=duty.name).values_list("begun_at", flat=True).first()
    if last is None:
        _row, is_new = Chore.objects.get_or_create(pk=duty.name, defaults={"begun_at": now, "worker": worker[:120]})
        return is_new
    # A clock that was set back must not keep a chore waiting until it has caught up.
    if before <= last <= now:
        return False
    return bool(Chore.objects.filter(pk=duty.name, begun_at=last).update(begun_at=now, worker=worker[:120]))


def _do(duty: Duty, now: datetime) -> bool:
    """Do a chore; what goes wrong is logged and shown by `banggiao check`, and tried again when it is due again."""
    try:
        with transaction.atomic():
            duty.do(now)
    except Exception as error:
        _log.exception("the chore %s failed", duty.name)
        Chore.objects.filter(pk=duty.name).update(fault=type(error).__name__[:200])
        return False
    Chore.objects.filter(pk=duty.name).update(done_at=now, fault="")
    return True


def _sessions_clear(_now: datetime) -> None:
    """Sessions that have run out, and what people see of them in their list."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()


def _jobs_forget(now: datetime) -> None:
    finished = (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED)
    DBTaskResult.objects.filter(status__in=finished, finished_at__lt=now - KEEP_JOBS).delete()


def _workers_forget(now: datetime) -> None:
    Worker.objects.filter(seen_at__lt=now - _FORGET_WORKERS).delete()


DUTIES = (
    Duty("documents.take_up", Rhythm(timedelta(seconds=30)), lambda now: documents_take_up(now=now)),
    Duty("jobs.requeue", Rhythm(timedelta(minutes=5)), lambda _now: requeue_abandoned(older_than=ABANDONED_AFTER)),
    Duty("agencies.names", DAILY, lambda now: names_refresh(today=timezone.localdate(now))),
    Duty("tasks.pass_on", DAILY, lambda now: tasks_pass_on(now=now)),
    Duty("sessions.clear", DAILY, _sessions_clear),
    Duty("jobs.forget", DAILY, _jobs_forget),
    Duty("workers.forget", DAILY, _workers_forget),
)
"""Every chore there is. `documents.take_up` looks often, since somebody waits for the document."""
