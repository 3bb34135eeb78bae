"""A server that is killed again and again while people bring documents in and confirm plans, and what is left then."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from itertools import count
from pathlib import Path
from time import monotonic
from urllib.error import URLError

from banggiao.testing.documents import plan_text
from banggiao.testing.processes import LONGEST_START, Person, environment, free_port, set_up

UPLOADERS = 2
LONGEST_LIFE = 1.5
"""Seconds between the first answer of a server and its end, at most."""

LONGEST_REST = 240.0
"""Seconds that the last server gets to do what is left."""

GONE = (URLError, OSError, HTTPException, AssertionError)
"""What somebody at a browser meets as the server dies."""


@dataclass
class Outcome:
    """What happened, and `faults`: sentences about what must not be."""

    kills: int = 0
    received: int = 0
    confirmed: int = 0
    uncertain: int = 0
    faults: list[str] = field(default_factory=list)


class Ordeal:
    """One province in a folder of its own, its people, and its server's many lives."""

    def __init__(self, folder: Path, *, seed: int) -> None:
        self.folder = folder
        self.outcome = Outcome()
        self._chance = random.Random(seed)
        self._port = free_port()
        self._numbers = count(1)
        self._unanswered: list[int] = []
        self._received: set[int] = set()
        self._confirmed: set[int] = set()
        self._dead = threading.Event()
        self._lock = threading.Lock()
        self._person = Person(f"http://127.0.0.1:{self._port}")
        self._token = ""

    def run(self, *, kills: int, say: Callable[[str], None]) -> Outcome:
        """Kill as often as told, then let the last server finish, and look at what is there."""
        set_up(self.folder)
        with closing(self._rows()) as rows, rows:
            rows.execute(_COORDINATOR)
        with self._zygote() as fork:
            while self.outcome.kills < kills:
                self._life(fork)
                if self.outcome.kills % 20 == 0:
                    say(f"  {self.outcome.kills}: {len(self._received)} received, {len(self._confirmed)} confirmed")
            self.outcome.uncertain = len(self._unanswered)
            self._rest(fork)
        self.outcome.received, self.outcome.confirmed = len(self._received), len(self._confirmed)
        self.outcome.faults += [*self._faults_of_rows(), *self._faults_of_files()]
        return self.outcome

    @contextmanager
    def _zygote(self) -> Iterator[Callable[[], int]]:
        scratch = self.folder / "scratch"
        scratch.mkdir()
        zygote = subprocess.Popen(
            [sys.executable, "-m", "banggiao.testing.zygote", str(self.folder / "server.log")],
            env=environment(self.folder, TMPDIR=str(scratch)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

        def fork() -> int:
            assert zygote.stdin is not None
            assert zygote.stdout is not None
            zygote.stdin.write(json.dumps(["run", "--port", str(self._port)]) + "\n")
            zygote.stdin.flush()
            return int(zygote.stdout.readline())

        try:
            yield fork
        finally:
            zygote.kill()
            zygote.communicate()

    def _life(self, fork: Callable[[], int]) -> None:
        process = fork()
        self._wait_for_answer()
        self._dead.clear()
        people = [threading.Thread(target=self._bring_in) for _ in range(UPLOADERS)]
        people.append(threading.Thread(target=self._confirm))
        for person in people:
            person.start()
        self._dead.wait(self._chance.uniform(0, LONGEST_LIFE))
        self._dead.set()
        _end(process, signal.SIGKILL)
        self.outcome.kills += 1
        for person in people:
            person.join()

    def _wait_for_answer(self) -> None:
        end = monotonic() + LONGEST_START
        pause = threading.Event()
        while monotonic() < end:
            try:
                if not self._token:
                    self._person.sign_in()
                    self._token = self._person.token("/van-ban/nhap/")
                elif self._person.get("/tai-khoan/dang-nhap/")[0]:
                    return
            except GONE:
                pause.wait(0.05)
        raise AssertionError((self.folder / "server.log").read_text(encoding="utf-8")[-3000:])

    def _bring_in(self) -> None:
        """One document after the other; what was not answered is sent again, as people do."""
        while not self._dead.is_set():
            with self._lock:
                number = self._unanswered.pop() if self._unanswered else next(self._numbers)
            if not self._send(number):
                with self._lock:
                    self._unanswered.append(number)

    def _send(self, number: int) -> bool:
        try:
            status, answer = self._person.upload({f"{number}.txt": plan_text(number).encode()}, token=self._token)
        except GONE:
            return False
        if status != 200 or ("receipt-received" not in answer and "receipt-duplicate" not in answer):
            if not self._dead.is_set():
                self.outcome.faults.append(f"document {number} was answered with {status}: {answer[:1000]}")
            return False
        self._received.add(number)
        return True

    def _confirm(self) -> None:
        """Accept what was read of a document, as a reviewer does, and confirm it."""
        while not self._dead.wait(0.05):
            document = self._first("SELECT id FROM documents_document WHERE state = 'to_review' ORDER BY id")
            if document is not None:
                self._confirm_one(document)

    def _confirm_one(self, document: int) -> None:
        try:
            with closing(self._rows()) as rows, rows:
                rows.execute(
                    "UPDATE documents_finding SET state = 'accepted' WHERE state = 'proposed' AND reading_id ="
                    " (SELECT id FROM documents_reading WHERE document_id = ?)",
                    (document,),
                )
            address = f"/nhiem-vu/ke-hoach/xac-nhan/{document}/"
            status, _page = self._person.post(address, {"keep_unknown": "1"}, token=self._token)
        except (*GONE, sqlite3.OperationalError):
            return
        if status == 200:
            self._confirmed.add(document)
        elif not self._dead.is_set():
            self.outcome.faults.append(f"confirming document {document} was answered with {status}")

    def _rest(self, fork: Callable[[], int]) -> None:
        """A server that nobody kills: everything unanswered is sent again, everything read, everything confirmed."""
        process = fork()
        self._wait_for_answer()
        self._dead.clear()
        for number in list(self._unanswered):
            if not self._send(number):
                self.outcome.faults.append(f"document {number} could not be brought in once the server lived")
        end = monotonic() + LONGEST_REST
        pause = threading.Event()
        while (left := self._left()) and not self.outcome.faults and monotonic() < end:
            document = self._first("SELECT id FROM documents_document WHERE state = 'to_review' ORDER BY id")
            if document is None:
                pause.wait(0.2)
            else:
                self._confirm_one(document)
        if left:
            self.outcome.faults.append(f"{left} documents or jobs still wait")
        _end(process, signal.SIGTERM)

    def _left(self) -> int:
        return (
            self._first(
                "SELECT (SELECT count(*) FROM documents_document WHERE state IN ('received', 'reading', 'to_review'))"
                " + (SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status IN ('READY', 'RUNNING'))"
            )
            or 0
        )

    def _faults_of_rows(self) -> Iterator[str]:
        yield from self._said("PRAGMA integrity_check", "the database is damaged", but="ok")
        yield from self._said("PRAGMA foreign_key_check", "a reference leads nowhere")
        for number in sorted(self._received):
            found = self._first("SELECT count(*) FROM documents_document WHERE file_id NOT NULL AND number = ?", number)
            if found != 1:
                yield f"document {number} was acknowledged and is there {found} times"
        yield from self._said(
            "SELECT number FROM documents_document WHERE file_id NOT NULL GROUP BY number HAVING count(*) > 1",
            "a document is there twice",
        )
        yield from self._said(
            "SELECT id FROM documents_document WHERE file_id NOT NULL AND state != 'confirmed'",
            "a document was not read or not confirmed",
        )
        yield from self._said(_HALF_PLANS, "a plan is confirmed by half")
        for document in sorted(self._confirmed):
            if not self._first(
                "SELECT count(*) FROM tasks_plan WHERE withdrawn_at IS NULL AND document_id = ?", document
            ):
                yield f"document {document} was confirmed and has no plan"

    def _faults_of_files(self) -> Iterator[str]:
        with closing(self._rows()) as rows:
            known = dict(rows.execute("SELECT file, sha256 FROM documents_storedfile").fetchall())
        store = self.folder / "files"
        there = {str(path.relative_to(store)): path for path in store.rglob("*") if path.is_file()}
        yield from (f"the file {name} has gone" for name in sorted(set(known) - set(there)))
        yield from (f"the file {name} belongs to nobody" for name in sorted(set(there) - set(known)))
        for name in sorted(set(known) & set(there)):
            if hashlib.sha256(there[name].read_bytes()).hexdigest() != known[name]:
                yield f"the file {name} is not what was brought in"
        for place in (self.folder / "scratch").rglob("*"):
            yield f"a working file was left: {place}"

    def _said(self, question: str, fault: str, *, but: str = "") -> Iterator[str]:
        with closing(self._rows()) as rows:
            yield from (f"{fault}: {row}" for row in rows.execute(question).fetchall() if row[0] != but)

    def _first(self, question: str, number: int | None = None) -> int | None:
        given = () if number is None else (f"{number}/KH-UBND" if "number = ?" in question else number,)
        with closing(self._rows()) as rows:
            row = rows.execute(question, given).fetchone()
        return None if row is None else int(row[0])

    def _rows(self) -> sqlite3.Connection:
        return sqlite3.connect(self.folder / "banggiao.sqlite3", timeout=60)


_COORDINATOR = """
UPDATE accounts_post SET role = 'coordinator', agency_id =
  (SELECT agency_id FROM agencies_agencyname WHERE name LIKE '%Sở Ngoại vụ%' LIMIT 1)
"""
"""The one person of a new province, as the specialist who brings documents in and gives tasks."""

_HALF_PLANS = """
SELECT document.id FROM documents_document AS document
JOIN documents_reading AS reading ON reading.document_id = document.id
LEFT JOIN tasks_plan AS plan ON plan.document_id = document.id AND plan.withdrawn_at IS NULL
WHERE (document.state = 'confirmed') != (plan.id IS NOT NULL)
OR (plan.id IS NOT NULL AND (
  (SELECT count(*) FROM tasks_task WHERE plan_id = plan.id) != (SELECT count(*) FROM documents_finding
    WHERE reading_id = reading.id AND live AND kind = 'assignment' AND state IN ('accepted', 'edited'))
  OR EXISTS (SELECT 1 FROM tasks_task AS task WHERE task.plan_id = plan.id
    AND NOT EXISTS (SELECT 1 FROM tasks_taskagency WHERE task_id = task.id))
  OR EXISTS (SELECT 1 FROM documents_citation WHERE citing_id = document.id AND NOT confirmed)))
"""
"""Documents whose state, plan, tasks, shares or citations do not agree: all of them come together, or none."""


def _end(process: int, how: signal.Signals) -> None:
    """Send a signal to a process and those of its session, and wait until it is gone."""
    with suppress(ProcessLookupError):
        (os.killpg if how == signal.SIGKILL else os.kill)(process, how)
    pause = threading.Event()
    end = monotonic() + LONGEST_START
    while monotonic() < end:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return
        pause.wait(0.01)
    raise AssertionError(f"process {process} did not end")
