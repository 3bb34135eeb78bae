"""Text out of files of strangers, in a process of its own: what exhausts memory or crashes a library ends there.

A process serves many files, as starting one takes a third of a second. What it unpacks for Tesseract and LibreOffice
lies in a folder of its own, in memory where the machine has such a place, and is removed with it; folders of
processes that were killed together with the server are removed when the next one starts.
"""

from __future__ import annotations

import atexit
import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from django.utils.translation import gettext as _

from banggiao.documents.reader_process import receive, send
from vanban.errors import ReadingError
from vanban.extract import Extracted

LONGEST = 20 * 60.0
"""Seconds for one file: 200 scanned pages at five seconds each, and some patience."""

MOST_FILES = 50
"""Files that one process reads before it makes room for a fresh one."""

MOST_IDLE = 2
"""Processes kept for the next file."""

_MEMORY = Path("/dev/shm")  # noqa: S108 (a folder of our own is made in it)
_ROOM = 2**30
"""Bytes that must be free in memory before working files are kept there."""

_PREFIX = "banggiao-reader-"
_log = logging.getLogger(__name__)


class ReaderProcess:
    """One process that reads."""

    def __init__(self) -> None:
        self.files = 0
        self.place = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=_scratch()))
        kept = {name: value for name, value in os.environ.items() if name in _KEPT}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "banggiao.documents.reader_process"],
            env={**kept, "TMPDIR": str(self.place), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # messages of libraries may quote the document
            start_new_session=True,
        )

    def read(self, content: bytes) -> dict[str, Any] | None:
        """The answer; None where the process died of the file or took too long."""
        self.files += 1
        watch = threading.Timer(LONGEST, self._process.kill)
        watch.daemon = True
        watch.start()
        try:
            send(_pipe(self._process.stdin), content)
            answer = receive(_pipe(self._process.stdout))
        except (BrokenPipeError, ConnectionError):
            return None
        finally:
            watch.cancel()
        return json.loads(answer) if answer is not None else None

    def end(self) -> None:
        """Stop it, with what it started, and remove its folder."""
        with suppress(ProcessLookupError, PermissionError, AttributeError):
            os.killpg(self._process.pid, 9)
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                _pipe(pipe).close()
        self._process.wait()
        shutil.rmtree(self.place, ignore_errors=True)


_KEPT = frozenset(("PATH", "LANG", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT"))
_idle: list[ReaderProcess] = []
_lock = threading.Lock()


def text_of(content: bytes) -> Extracted:
    """What `vanban.extract` makes of a file.

    Raises:
        ReadingError: its refusals, and `reader-died` where the process did not survive the file.
    """
    reader = _take()
    answer = _asked(reader, content)
    if answer is None and reader.files > 1:  # it may have died before this file came
        reader = ReaderProcess()
        answer = _asked(reader, content)
    if answer is None:
        _log.error("A file ended the process that read it.")
        raise ReadingError(
            "reader-died",
            _(
                "Bộ đọc phải dừng giữa chừng vì tệp này (quá lớn, quá phức tạp hoặc bị hỏng). Không có gì được lưu; "
                "hệ thống vẫn chạy bình thường. Hãy lưu lại văn bản thành DOCX hoặc PDF rồi gửi lại."
            ),
        )
    _put_back(reader)
    if "code" in answer:
        if "error" in answer:
            _log.error("A file could not be examined: %s", answer["error"])
        raise ReadingError(answer["code"], answer["message"])
    return Extracted(answer["text"], tuple(answer["pages"]), answer["type"], tuple(answer["notes"]))


def _asked(reader: ReaderProcess, content: bytes) -> dict[str, Any] | None:
    """The answer; a process that gives none is ended."""
    answer = None
    try:
        answer = reader.read(content)
    finally:
        if answer is None:
            reader.end()
    return answer


def readers_end() -> None:
    """Stop the processes that wait for files."""
    with _lock:
        waiting, _idle[:] = list(_idle), []
    for reader in waiting:
        reader.end()


def leftovers_remove() -> None:
    """Remove the working folders of processes that are no more."""
    for folder in {Path(tempfile.gettempdir()), _MEMORY}:
        for place in folder.glob(f"{_PREFIX}*"):
            owner = place.name.removeprefix(_PREFIX).partition("-")[0]
            if owner.isdigit() and not is_alive(int(owner)):
                shutil.rmtree(place, ignore_errors=True)


def is_alive(process: int) -> bool:
    """Whether a process of this number runs on this machine."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _take() -> ReaderProcess:
    with _lock:
        if _idle:
            return _idle.pop()
    leftovers_remove()
    return ReaderProcess()


def _put_back(reader: ReaderProcess) -> None:
    with _lock:
        if reader.files < MOST_FILES and len(_idle) < MOST_IDLE:
            _idle.append(reader)
            return
    reader.end()


def _scratch() -> str:
    """In memory where there is room, so that not even a power cut leaves a page of a secret on the disk."""
    if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free >= _ROOM:
        return str(_MEMORY)
    return tempfile.gettempdir()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise BrokenPipeError
    return pipe


atexit.register(readers_end)
