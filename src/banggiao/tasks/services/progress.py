"""What agencies report on their tasks, with evidence, and what people say about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor, demand
from banggiao.documents.intake import Upload, clean_name
from banggiao.tasks import rules
from banggiao.tasks.access import can_comment, can_update, share_of
from banggiao.tasks.models import Evidence, Task, TaskAgency, TaskComment, TaskUpdate
from banggiao.tasks.rules import State
from banggiao.tasks.services.errors import ChangedMeanwhile, TaskError
from banggiao.tasks.services.evidence import evidence_keep
from banggiao.tasks.services.rounds import round_settle
from banggiao.tasks.services.summary import bearing, summarise, touch

MOST_FILES = 10
"""Files of one update; more are better sent as one archive of the agency's own."""


WHOLE_PERCENTS = range(101)


@dataclass(frozen=True, slots=True)
class Progress:
    """What an agency says of its work, in whole percents.

    `share_id` is for whom, where the coordinator reports for somebody.
    """

    state: State
    progress: int
    text: str = ""
    share_id: int | None = None


@transaction.atomic
def task_update(
    *,
    by: Actor,
    task_id: int,
    progress: Progress,
    now: datetime,
    evidence: Sequence[Upload] = (),
    version: int | None = None,
) -> TaskUpdate:
    """Report on a task for one of its agencies; the task's own state follows from those who lead.

    A recurring task that is done moves on to its next round, with the round noted in the update.

    Raises:
        NotAllowed: the task is not the actor's to report on.
        ChangedMeanwhile: it changed after `version` was shown.
        TaskError: the state cannot follow the present one, or a file cannot be kept.
    """
    task, shares = locked(task_id, version)
    demand(can_update(by, task, shares))
    share = _share(by, shares, progress.share_id)
    today = timezone.localdate(now)
    _apply(share, progress, now)
    update = TaskUpdate.objects.create(
        task=task,
        agency_id=share.agency_id,
        by_id=by.user_id,
        state=share.state,
        progress=share.progress,
        text=progress.text.strip(),
        round_of=task.deadline if task.rhythm else None,
        at=now,
    )
    _attach(update, evidence)
    share.save(update_fields=["state", "progress", "updated_at"])
    touch(task, now, today)
    summarise(task, shares, today=today)
    round_settle(task, shares, today=today)
    task.save()
    return update


@transaction.atomic
def task_comment(*, by: Actor, task_id: int, text: str, now: datetime) -> TaskComment:
    """Say something about a task."""
    demand(can_comment(by))
    if not text.strip():
        raise TaskError(_("Ý kiến chưa có nội dung nên chưa được ghi."))
    return TaskComment.objects.create(
        task_id=task_id, by_id=by.user_id, agency_id=by.agency_id, text=text.strip(), at=now
    )


def locked(task_id: int, version: int | None = None) -> tuple[Task, list[TaskAgency]]:
    """A task and its present shares, held until the transaction ends.

    Raises:
        ChangedMeanwhile: the task is no longer at `version`.
    """
    task = Task.objects.select_for_update(of=("self",)).select_related("plan").get(pk=task_id)
    if version is not None and task.version != version:
        raise ChangedMeanwhile
    return task, list(task.shares.filter(ended_on=None).select_related("agency"))


def _share(by: Actor, shares: Sequence[TaskAgency], share_id: int | None) -> TaskAgency:
    """For whom is reported: the one asked for, the actor's own agency, or the only one there is."""
    if share_id is not None:
        named = next((share for share in shares if share.pk == share_id), None)
        own = share_of(by, shares)
        if named is not None and (by.role == "coordinator" or named == own):
            return named
        raise TaskError(_("Cơ quan được chọn không thực hiện nhiệm vụ này. Chưa ghi gì."))
    share = share_of(by, shares) or next(iter(bearing(shares)), None)
    if share is None:
        raise TaskError(_("Nhiệm vụ chưa có cơ quan thực hiện; hãy giao việc trước khi cập nhật."))
    return share


def _apply(share: TaskAgency, progress: Progress, now: datetime) -> None:
    if not rules.may_become(State(share.state), progress.state):
        raise TaskError(
            _("Không chuyển được từ “%(now)s” sang “%(then)s”. Chưa ghi gì.")
            % {"now": _(State(share.state).label), "then": _(progress.state.label)}
        )
    if progress.progress not in WHOLE_PERCENTS:
        raise TaskError(_("Tiến độ là số nguyên từ 0 đến 100. Chưa ghi gì."))
    share.state = progress.state.value
    share.progress = rules.settled_progress(progress.state, progress.progress)
    share.updated_at = now


def _attach(update: TaskUpdate, files: Sequence[Upload]) -> None:
    if len(files) > MOST_FILES:
        raise TaskError(_("Mỗi lần cập nhật gửi tối đa %(most)d tệp. Chưa ghi gì.") % {"most": MOST_FILES})
    for upload in files:
        Evidence.objects.create(update=update, file=evidence_keep(upload), name=clean_name(upload.name))
