"""The worker of background jobs: inside the server on one machine, or as processes of their own on many."""

from __future__ import annotations

import logging
import threading

from django.db import close_old_connections, connection
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

PAUSE = 0.25
"""Seconds between two looks into an empty queue: what somebody who has just uploaded a plan hardly notices."""

log = logging.getLogger(__name__)


class JobThread(threading.Thread):
    """Does jobs until it is stopped; a fault of the queue itself is logged and tried again."""

    def __init__(self, number: int = 1) -> None:
        super().__init__(name=f"banggiao-jobs-{number}", daemon=True)
        self._stopping = threading.Event()

    def run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._do_what_waits()
            except Exception:
                log.exception("the queue of background jobs failed; trying again")
            finally:
                close_old_connections()
            self._stopping.wait(PAUSE)
        connection.close()

    def stop(self, *, patience: float) -> None:
        """Finish the job that runs, waiting so many seconds at most."""
        self._stopping.set()
        self.join(patience)

    def _do_what_waits(self) -> None:
        # A plain look first: taking a job locks the database for writing, and a queue is empty most of the time.
        while not self._stopping.is_set() and DBTaskResult.objects.ready().exists():
            _worker(max_tasks=1).run()


def _worker(*, max_tasks: int) -> Worker:
    return Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=max_tasks,
        worker_id=f"{threading.current_thread().name}-{threading.get_ident()}"[:64],
    )
