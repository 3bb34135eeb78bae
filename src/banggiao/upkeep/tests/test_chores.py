"""Chores by the clock, with one worker and with several."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection
from django_tasks_db.models import DBTaskResult

from banggiao.agencies.models import Agency
from banggiao.documents.jobs import read_document
from banggiao.documents.models import Document
from banggiao.testing.agencies import make_agency, make_agency_name, make_succession
from banggiao.testing.tasks import make_task
from banggiao.upkeep.models import Chore, Worker
from banggiao.upkeep.rules import DAILY, Rhythm
from banggiao.upkeep.services import DUTIES, Duty, chores_do, worker_gone, worker_seen, workers_alive

NOW = datetime(2026, 3, 16, 2, 0, tzinfo=UTC)
ALL = [duty.name for duty in DUTIES]


@pytest.mark.parametrize(
    ("rhythm", "now", "before"),
    [
        pytest.param(Rhythm(timedelta(minutes=5)), NOW, NOW - timedelta(minutes=5), id="a span of time"),
        pytest.param(DAILY, NOW, datetime(2026, 3, 15, 17, 0, tzinfo=UTC), id="midnight in Việt Nam"),
        pytest.param(
            DAILY,
            datetime(2026, 3, 16, 17, 1, tzinfo=UTC),
            datetime(2026, 3, 16, 17, 0, tzinfo=UTC),
            id="a minute past it",
        ),
    ],
)
def test_when_a_chore_is_due(rhythm: Rhythm, now: datetime, before: datetime) -> None:
    assert rhythm.due_before(now) == before


@pytest.mark.django_db
def test_every_chore_is_done_once_and_again_when_it_is_due() -> None:
    assert chores_do(now=NOW, worker="máy:1") == ALL
    assert chores_do(now=NOW + timedelta(seconds=5), worker="máy:1") == []
    assert chores_do(now=NOW + timedelta(seconds=31), worker="máy:2") == ["documents.take_up"]
    assert chores_do(now=NOW + timedelta(days=1), worker="máy:2") == ALL
    assert set(Chore.objects.values_list("worker", "fault")) == {("máy:2", "")}


@pytest.mark.django_db
def test_a_clock_that_was_set_back_does_not_keep_chores_waiting() -> None:
    chores_do(now=NOW + timedelta(days=400), worker="máy:1")
    assert chores_do(now=NOW, worker="máy:1") == ALL


@pytest.mark.django_db
def test_a_chore_that_fails_keeps_no_other_from_being_done(caplog: pytest.LogCaptureFixture) -> None:
    def break_down(_now: datetime) -> None:
        Chore.objects.create(pk="nửa chừng", begun_at=NOW)
        raise OSError("đĩa đầy")

    broken = Duty("hỏng", DAILY, break_down)
    assert chores_do(now=NOW, worker="máy:1", duties=(broken, *DUTIES)) == ALL
    assert Chore.objects.get(pk="hỏng").fault == "OSError"
    assert not Chore.objects.filter(pk="nửa chừng").exists()
    assert "the chore hỏng failed" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_at_the_same_moment_one_does_each_chore() -> None:
    chores_do(now=NOW, worker="máy:0")
    done: list[str] = []
    ready = threading.Barrier(2)

    def work(number: int) -> None:
        ready.wait()
        done.extend(chores_do(now=NOW + timedelta(days=1), worker=f"máy:{number}"))
        connection.close()

    threads = [threading.Thread(target=work, args=(number,)) for number in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == sorted(ALL)


@pytest.mark.django_db
def test_a_renaming_entered_ahead_comes_into_force_on_its_day() -> None:
    agency = make_agency(name="Ban Dân tộc", valid_from=date(2020, 1, 1))
    agency.names.update(valid_from=date(2020, 1, 1), valid_to=date(2026, 3, 15))
    make_agency_name(agency=agency, name="Sở Dân tộc và Tôn giáo", valid_from=date(2026, 3, 16), valid_to=None)
    chores_do(now=NOW - timedelta(days=1), worker="máy:1")
    assert Agency.objects.get().name == "Ban Dân tộc"
    chores_do(now=NOW, worker="máy:1")
    assert Agency.objects.get().name == "Sở Dân tộc và Tôn giáo"


@pytest.mark.django_db
def test_sessions_that_have_run_out_and_old_outcomes_of_jobs_are_gone() -> None:
    for expires in (datetime.now(UTC) - timedelta(hours=1), datetime.now(UTC) + timedelta(hours=1)):
        session = SessionStore()
        session.set_expiry(expires)
        session.save()
    old, fresh = (read_document.enqueue(document_id=number) for number in (1, 2))
    DBTaskResult.objects.filter(pk=old.id).update(status="SUCCESSFUL", finished_at=NOW - timedelta(days=15))
    DBTaskResult.objects.filter(pk=fresh.id).update(status="SUCCESSFUL", finished_at=NOW - timedelta(days=13))
    chores_do(now=NOW, worker="máy:1")
    assert Session.objects.count() == 1
    assert [str(result.pk) for result in DBTaskResult.objects.all()] == [str(fresh.id)]


@pytest.mark.django_db
def test_a_document_whose_reader_died_is_queued_again(make_document) -> None:
    document = make_document(state="reading", reading_since=NOW - timedelta(minutes=11))
    chores_do(now=NOW, worker="máy:1")
    assert Document.objects.get(pk=document.pk).state == "received"
    assert DBTaskResult.objects.count() == 1


@pytest.mark.django_db
def test_a_worker_is_alive_while_it_says_so() -> None:
    worker_seen(name="máy:1", started_at=NOW, now=NOW)
    worker_seen(name="máy:2", started_at=NOW, now=NOW)
    worker_seen(name="máy:1", started_at=NOW, now=NOW + timedelta(minutes=3))
    assert [worker.name for worker in workers_alive(NOW + timedelta(minutes=3))] == ["máy:1"]
    worker_gone(name="máy:1")
    assert workers_alive(NOW + timedelta(minutes=3)) == []
    chores_do(now=NOW + timedelta(days=2), worker="máy:3")
    assert not Worker.objects.exists()


@pytest.mark.django_db
def test_open_tasks_of_an_agency_that_ended_pass_on_with_the_day() -> None:
    old, heir = make_agency(valid_to=date(2026, 3, 16)), make_agency()
    make_succession(predecessor=old, successor=heir, on=date(2026, 3, 17))
    task = make_task(leads=[old])
    chores_do(now=NOW, worker="máy:1")
    assert task.shares.get(ended_on=None).agency == old
    chores_do(now=NOW + timedelta(days=1), worker="máy:1")
    assert task.shares.get(ended_on=None).agency == heir
