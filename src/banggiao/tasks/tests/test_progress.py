"""What agencies report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.storage import default_storage
from openpyxl import Workbook

from banggiao.accounts.access import NotAllowed
from banggiao.documents.intake import Upload
from banggiao.documents.models import StoredFile
from banggiao.tasks.models import Task, TaskUpdate
from banggiao.tasks.rules import State
from banggiao.tasks.services import ChangedMeanwhile, Progress, TaskError, task_comment, task_update
from banggiao.testing.tasks import NOW, TODAY

pytestmark = pytest.mark.django_db
Make = Callable[..., Any]
HALF_DONE = Progress(State.IN_PROGRESS, 50, "Đã lấy ý kiến các sở.")


def focal_point(make_actor: Make, task: Task) -> Any:
    return make_actor(role="focal_point", agency=task.shares.all()[0].agency)


def test_an_update_moves_share_and_task(make_task: Make, make_actor: Make) -> None:
    task = make_task(quiet_since=TODAY - timedelta(days=90))
    update = task_update(by=focal_point(make_actor, task), task_id=task.pk, progress=HALF_DONE, now=NOW)
    task.refresh_from_db()
    assert (task.state, task.progress, task.started_on, task.quiet_since) == ("in_progress", 50, TODAY, TODAY)
    assert (task.last_update_at, task.version) == (NOW, 2)
    assert (update.state, update.progress, update.text) == ("in_progress", 50, "Đã lấy ý kiến các sở.")


def test_a_task_of_several_agencies_is_done_when_all_are(make_task: Make, make_agency: Make, make_actor: Make) -> None:
    one, other = make_agency(), make_agency()
    task = make_task(leads=[one, other])
    for agency, expected in ((one, ("in_progress", 50)), (other, ("done", 100))):
        by = make_actor(role="focal_point", agency=agency)
        task_update(by=by, task_id=task.pk, progress=Progress(State.DONE, 100), now=NOW)
        task.refresh_from_db()
        assert (task.state, task.progress) == expected
    assert task.done_on == TODAY


def test_who_helps_does_not_finish_the_task(make_task: Make, make_agency: Make, make_actor: Make) -> None:
    helper = make_agency()
    task = make_task(others=[helper])
    by = make_actor(role="focal_point", agency=helper)
    task_update(by=by, task_id=task.pk, progress=Progress(State.DONE, 100, "Đã góp ý"), now=NOW)
    task.refresh_from_db()
    assert (task.state, task.progress, task.last_update_at) == ("not_started", 0, NOW)


def test_reopening_forgets_the_day_it_was_done(make_task: Make, make_actor: Make) -> None:
    task = make_task(state="done", progress=100, done_on=TODAY)
    task_update(by=focal_point(make_actor, task), task_id=task.pk, progress=HALF_DONE, now=NOW)
    task.refresh_from_db()
    assert (task.state, task.done_on) == ("in_progress", None)


def test_the_next_round_of_recurring_work_begins_when_one_is_done(make_task: Make, make_actor: Make) -> None:
    task = make_task(
        deadline=date(2026, 5, 24), rhythm="half-year", rhythm_month=5, rhythm_day=25, deadline_text="trước ngày 25/5"
    )
    by = focal_point(make_actor, task)
    update = task_update(by=by, task_id=task.pk, progress=Progress(State.DONE, 100), now=NOW)
    task.refresh_from_db()
    assert (task.deadline, task.state, task.progress) == (date(2026, 11, 24), "not_started", 0)
    assert update.round_of == date(2026, 5, 24)
    task_update(by=by, task_id=task.pk, progress=Progress(State.DONE, 100), now=NOW)
    task.refresh_from_db()
    assert (task.deadline, task.state) == (date(2026, 11, 24), "done")


def test_the_coordinator_reports_for_an_agency(make_task: Make, make_agency: Make, make_actor: Make) -> None:
    agency = make_agency()
    task = make_task(leads=[make_agency(), agency])
    share = task.shares.get(agency=agency)
    update = task_update(
        by=make_actor(), task_id=task.pk, progress=Progress(State.DONE, 100, share_id=share.pk), now=NOW
    )
    assert update.agency == agency


def test_nobody_reports_for_others(make_task: Make, make_agency: Make, make_actor: Make) -> None:
    agency, other = make_agency(), make_agency()
    task = make_task(leads=[agency, other])
    by = make_actor(role="focal_point", agency=agency)
    theirs = task.shares.get(agency=other)
    with pytest.raises(TaskError, match="không thực hiện nhiệm vụ này"):
        task_update(by=by, task_id=task.pk, progress=Progress(State.DONE, 100, share_id=theirs.pk), now=NOW)
    stranger = make_actor(role="focal_point", agency=make_agency())
    with pytest.raises(NotAllowed, match="không thực hiện"):
        task_update(by=stranger, task_id=task.pk, progress=HALF_DONE, now=NOW)


def test_two_who_update_at_once_do_not_overwrite_each_other(make_task: Make, make_actor: Make) -> None:
    task = make_task()
    by = focal_point(make_actor, task)
    task_update(by=by, task_id=task.pk, progress=HALF_DONE, now=NOW, version=task.version)
    with pytest.raises(ChangedMeanwhile):
        task_update(by=by, task_id=task.pk, progress=Progress(State.DONE, 100), now=NOW, version=task.version)
    assert TaskUpdate.objects.count() == 1


def test_stopped_work_takes_no_updates(make_task: Make, make_actor: Make) -> None:
    task = make_task(state="cancelled")
    with pytest.raises(NotAllowed, match="đã dừng"):
        task_update(by=focal_point(make_actor, task), task_id=task.pk, progress=HALF_DONE, now=NOW)


# -- evidence ---------------------------------------------------------------------------------------------------------


def workbook(text: str) -> bytes:
    book, stream = Workbook(), BytesIO()
    assert book.active is not None
    book.active["A1"] = text
    book.save(stream)
    return stream.getvalue()


def send(make_actor: Make, task: Task, *files: Upload) -> TaskUpdate:
    return task_update(by=focal_point(make_actor, task), task_id=task.pk, progress=HALF_DONE, now=NOW, evidence=files)


def test_evidence_is_kept_once_for_its_content(make_task: Make, make_actor: Make) -> None:
    task = make_task()
    update = send(
        make_actor, task, Upload("bao-cao.txt", b"Bao cao ket qua"), Upload("so-lieu.xlsx", workbook("5 đoàn"))
    )
    again = send(make_actor, task, Upload("ban-sao.txt", b"Bao cao ket qua"))
    assert [(one.name, one.file.media_type.split("/")[0]) for one in update.evidence.order_by("pk")] == [
        ("bao-cao.txt", "text"), ("so-lieu.xlsx", "application"),
    ]  # fmt: skip
    assert StoredFile.objects.filter(file__startswith="evidence/").count() == 2
    assert again.evidence.get().name == "ban-sao.txt"


@pytest.mark.parametrize(
    "upload",
    [
        pytest.param(Upload("mat.txt", "MẬT\nBÁO CÁO\nNội dung".encode()), id="text"),
        pytest.param(Upload("mat.xlsx", workbook("TỐI MẬT")), id="workbook"),
    ],
)
def test_what_is_marked_secret_leaves_nothing(upload: Upload, make_task: Make, make_actor: Make) -> None:
    task = make_task()
    before = StoredFile.objects.count()
    with pytest.raises(TaskError, match="độ mật"):
        send(make_actor, task, upload)
    assert (StoredFile.objects.count(), TaskUpdate.objects.count()) == (before, 0)
    assert not default_storage.exists("evidence") or default_storage.listdir("evidence")[0] == []


@pytest.mark.parametrize(
    ("upload", "words"),
    [
        pytest.param(Upload("a.exe", b"MZ\x90\x00" + bytes(200)), "Không nhận ra", id="a program"),
        pytest.param(Upload("a.txt", b""), "trống", id="empty"),
        pytest.param(Upload("a.bin", bytes(26 * 2**20)), "lớn hơn 25 MB", id="too large"),
    ],
)
def test_other_files_are_refused_in_words(upload: Upload, words: str, make_task: Make, make_actor: Make) -> None:
    with pytest.raises(TaskError, match=words):
        send(make_actor, make_task(), upload)


def test_eleven_files_are_too_many(make_task: Make, make_actor: Make) -> None:
    files = [Upload(f"{number}.txt", b"x") for number in range(11)]
    with pytest.raises(TaskError, match="tối đa 10 tệp"):
        send(make_actor, make_task(), *files)


# -- comments ---------------------------------------------------------------------------------------------------------


def test_a_comment_is_kept_with_who_said_it(make_task: Make, make_actor: Make) -> None:
    task, by = make_task(), make_actor(role="leader")
    comment = task_comment(by=by, task_id=task.pk, text="  Đề nghị khẩn trương.  ", now=NOW)
    assert (comment.text, comment.by_id, comment.at) == ("Đề nghị khẩn trương.", by.user_id, NOW)


def test_an_empty_comment_is_none(make_task: Make, make_actor: Make) -> None:
    with pytest.raises(TaskError, match="chưa có nội dung"):
        task_comment(by=make_actor(), task_id=make_task().pk, text=" ", now=NOW)


def test_viewers_only_look(make_task: Make, make_actor: Make) -> None:
    with pytest.raises(NotAllowed):
        task_comment(by=make_actor(role="viewer"), task_id=make_task().pk, text="x", now=NOW)
