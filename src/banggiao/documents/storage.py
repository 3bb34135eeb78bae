"""Files on the local disk, each named by the digest of what it holds: the same name is the same content, for ever."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.files.storage import FileSystemStorage, storages

from banggiao.documents.models import StoredFile
from banggiao.documents.reader import is_alive

_ORPHANED_AFTER = timedelta(days=1)
"""A file stands a moment before its row; one that has stood so long without any belongs to nobody."""


class ContentStorage(FileSystemStorage):
    """A name appears once all of its content is on the disk, so a process or machine that dies leaves no half file."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:  # noqa: ARG002 (Django's signature)
        return name

    def _save(self, name: str, content: File[Any]) -> str:
        place = Path(self.path(name))
        self._folder(place.parent)
        half = place.with_name(f".{place.name}.{os.getpid()}.{id(content)}.part")
        try:
            with half.open("xb") as out:
                for chunk in content.chunks():
                    out.write(chunk)
                out.flush()
                os.fsync(out.fileno())
            if self.file_permissions_mode is not None:
                half.chmod(self.file_permissions_mode)
            half.replace(place)
        finally:
            half.unlink(missing_ok=True)
        _sync(place.parent)
        return name

    def _folder(self, folder: Path) -> None:
        missing = [place for place in (folder, *folder.parents) if not place.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        for place in missing:
            if self.directory_permissions_mode is not None:
                place.chmod(self.directory_permissions_mode)
            _sync(place.parent)


def store_tidy(*, now: datetime) -> int:
    """Remove what processes that were killed left in the local store: half files, and files that never got a row."""
    store = storages["default"]
    if not isinstance(store, ContentStorage):
        return 0
    root = Path(store.path(""))
    removed = 0
    for file in list(root.rglob("*")):
        if file.is_file() and _is_left_over(file, str(file.relative_to(root)), now):
            file.unlink(missing_ok=True)
            removed += 1
    return removed


def _is_left_over(file: Path, name: str, now: datetime) -> bool:
    if file.name.startswith(".") and file.suffix == ".part":
        owner = file.name.split(".")[-3]
        return owner.isdigit() and not is_alive(int(owner))
    old = now.timestamp() - file.stat().st_mtime > _ORPHANED_AFTER.total_seconds()
    return old and not StoredFile.objects.filter(file=name).exists()


def _sync(folder: Path) -> None:
    """Make a new name survive a power cut, where the system knows how."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
