"""The watched folder: files put there (by a scanner, by the exchange axis) come in by themselves.

Set DOCUMENTS_WATCHED_FOLDER. What was kept moves into `da-nhap/`, what was refused into `tu-choi/` with the reason
beside it. A document marked secret is left where it lies, untouched and unmentioned: moving it would make a trace.
"""

from __future__ import annotations

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from banggiao.documents.intake import MAX_FILE_BYTES, Upload
from banggiao.documents.services.receiving import Receipt, document_receive

DONE, REFUSED = "da-nhap", "tu-choi"
QUIET = timedelta(seconds=5)
"""A file that changed so lately may still be on its way."""

_TRY_AGAIN = frozenset({"storage", "locked", "busy"})
_left_alone: set[tuple[str, int, int]] = set()
"""Secret files already seen by this process (path, size, time): in memory only."""

_log = logging.getLogger(__name__)


def watched_folder() -> Path | None:
    """The folder of the setting, if it is set and there."""
    folder: Path | None = settings.DOCUMENTS_WATCHED_FOLDER
    return folder if folder is not None and folder.is_dir() else None


def watched_folder_poll(*, now: datetime) -> list[Receipt]:
    """Take in what lies in the watched folder; the worker calls it as it idles."""
    folder = watched_folder()
    if folder is None:
        return []
    with _alone(folder) as alone:
        files = sorted(folder.iterdir()) if alone else []
        return [receipt for file in files if (receipt := _take(file, now)) is not None]


@contextmanager
def _alone(folder: Path) -> Iterator[bool]:
    """Whether this is the only process of the machine that looks into the folder now."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield _locked(handle)
    finally:
        os.close(handle)


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _take(file: Path, now: datetime) -> Receipt | None:
    try:
        status = file.lstat()
        mark = (str(file), status.st_size, status.st_mtime_ns)
        still = now.timestamp() - status.st_mtime >= QUIET.total_seconds()
        if file.is_symlink() or not file.is_file() or file.name.startswith(".") or not still or mark in _left_alone:
            return None
        content = b"" if status.st_size > MAX_FILE_BYTES else file.read_bytes()
    except OSError as error:
        _log.warning("A file of the watched folder cannot be read: %s", type(error).__name__)
        return None
    if status.st_size > MAX_FILE_BYTES:
        content = bytes(MAX_FILE_BYTES + 1)
    receipt = document_receive(by=None, upload=Upload(file.name, content), now=now)
    if receipt.code == "secret":
        _left_alone.add(mark)
    elif receipt.code not in _TRY_AGAIN:
        _put_away(file, receipt)
    return receipt


def _put_away(file: Path, receipt: Receipt) -> None:
    place = file.parent / (REFUSED if receipt.outcome == "refused" else DONE)
    place.mkdir(exist_ok=True)
    target = place / file.name
    number = 1
    while target.exists():
        number += 1
        target = place / f"{file.stem} ({number}){file.suffix}"
    file.rename(target)
    if receipt.outcome != "received":
        target.with_name(f"{target.name}.txt").write_text(f"{receipt.message}\n", encoding="utf-8")
