"""What runs beside the jobs of a process: chores by the clock, and word that the worker is alive."""

from __future__ import annotations

import logging
import os
import socket
import threading
from collections.abc import Sequence
from datetime import timedelta

from django.db import close_old_connections, connection
from django.utils import timezone

from banggiao.cli.jobs import JobThread
from banggiao.documents.services.queue import documents_take_up
from banggiao.upkeep.services import chores_do, requeue_abandoned, worker_gone, worker_seen, workers_alive

PAUSE = 5.0
"""Seconds between two looks at what is due."""

SEEN_EVERY = 20.0
"""Seconds between two words that the worker is there."""

log = logging.getLogger(__name__)


def worker_name() -> str:
    """This process, as `banggiao check` shows it."""
    return f"{socket.gethostname()[:100]}:{os.getpid()}"


def take_up_abandoned() -> None:
    """Give back to the queue at once what a process left when it died; elsewhere that is noticed after a while.

    Only where no other worker can be at it: with SQLite, and nobody of this machine alive.
    """
    now = timezone.now()
    if connection.vendor != "sqlite" or any(_runs(worker.name) for worker in workers_alive(now)):
        return
    requeue_abandoned(older_than=timedelta(0))
    documents_take_up(now=now, older_than=timedelta(0))


def _runs(name: str) -> bool:
    """Whether the process of a worker of this machine still exists."""
    host, _colon, number = name.rpartition(":")
    if f"{host}:{os.getpid()}" != worker_name() or int(number) == os.getpid():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


class TendThread(threading.Thread):
    """Does chores until it is stopped; a fault of the database itself is logged and tried again."""

    def __init__(self) -> None:
        super().__init__(name="banggiao-tend", daemon=True)
        self._stopping = threading.Event()

    def run(self) -> None:
        name, started = worker_name(), timezone.now()
        last_seen = None
        while not self._stopping.is_set():
            now = timezone.now()
            try:
                if last_seen is None or (now - last_seen).total_seconds() >= SEEN_EVERY:
                    worker_seen(name=name, started_at=started, now=now)
                    last_seen = now
                chores_do(now=now, worker=name)
            except Exception:
                log.exception("tending failed; trying again")
            finally:
                close_old_connections()
            self._stopping.wait(PAUSE)
        self._leave(name)

    def stop(self, *, patience: float) -> None:
        """Finish the chore that runs, waiting so many seconds at most."""
        self._stopping.set()
        self.join(patience)

    def _leave(self, name: str) -> None:
        try:
            worker_gone(name=name)
        except Exception:
            log.exception("the worker could not say that it stops")
        finally:
            connection.close()


class Crew:
    """All threads of background work of one process."""

    def __init__(self, jobs: int) -> None:
        doing: Sequence[JobThread] = [JobThread(number) for number in range(1, jobs + 1)]
        self._threads: list[JobThread | TendThread] = [*doing, TendThread()] if doing else []

    def start(self) -> None:
        """Begin; without a thread for jobs there is nothing to tend either, since others do both."""
        for thread in self._threads:
            thread.start()

    def join(self) -> None:
        """Wait until somebody stops them."""
        for thread in self._threads:
            thread.join()

    def stop(self, *, patience: float) -> None:
        """Let each finish what it does, waiting so many seconds for each at most."""
        for thread in self._threads:
            thread.stop(patience=patience)
