"""The worker of background jobs inside the server."""

from __future__ import annotations

import threading
from datetime import timedelta
from time import monotonic

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from banggiao.cli.jobs import JobThread
from banggiao.upkeep.services import requeue_abandoned

done = threading.Event()


@task()
def count_people(name: str) -> int:
    done.set()
    if name == "hỏng":
        message = "một việc hỏng"
        raise ValueError(message)
    return get_user_model().objects.count()


def status_of(result_id: str) -> str:
    return str(DBTaskResult.objects.get(pk=result_id).status)


def run_until(result_id: str, wanted: str) -> None:
    """Let the thread work until the job has that status; half a minute at most."""
    thread = JobThread()
    thread.start()
    end = monotonic() + 30
    try:
        while status_of(result_id) != wanted and monotonic() < end:
            done.wait(0.05)
    finally:
        # A thread that outlives its test would disturb the next ones.
        thread.stop(patience=30)
    assert not thread.is_alive()


@pytest.mark.django_db(transaction=True)
def test_a_job_that_waits_is_done_and_the_thread_stops_when_told() -> None:
    result = count_people.enqueue("An")
    run_until(str(result.id), "SUCCESSFUL")
    assert DBTaskResult.objects.get(pk=result.id).return_value == 0


@pytest.mark.django_db(transaction=True)
def test_a_job_that_fails_keeps_its_reason_and_does_not_stop_the_others() -> None:
    bad, good = count_people.enqueue("hỏng"), count_people.enqueue("An")
    run_until(str(good.id), "SUCCESSFUL")
    assert status_of(str(bad.id)) == "FAILED"
    assert "một việc hỏng" in DBTaskResult.objects.get(pk=bad.id).traceback


@pytest.mark.django_db
def test_jobs_of_a_worker_that_was_killed_go_back_into_the_queue() -> None:
    result = count_people.enqueue("An")
    DBTaskResult.objects.filter(pk=result.id).update(
        status="RUNNING", started_at=timezone.now() - timedelta(minutes=31)
    )
    assert requeue_abandoned(older_than=timedelta(hours=1)) == 0
    assert requeue_abandoned(older_than=timedelta(minutes=30)) == 1
    assert status_of(str(result.id)) == "READY"
