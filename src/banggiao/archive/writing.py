"""Making an archive while the product is in use."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from django.apps import apps
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from banggiao.archive.form import CHUNK, FORMAT, MANIFEST, ArchiveError, Manifest, Part, file_member, row_member
from banggiao.archive.tables import Table, file_names, lines, snapshot, tables_of
from banggiao.documents.services.engine import engine_version

Say = Callable[[str], None]

_OFTEN = 200
"""Files between two lines of progress."""


def backup_write(target: Path, *, now: datetime, say: Say) -> Manifest:
    """Write everything into a new file, readable by its owner only; the name appears once all of it is there.

    Rows are of one moment. Files never change and are written before their rows, so every file that these rows name
    is there, whatever comes in meanwhile.

    Raises:
        ArchiveError: the file exists, or the disk is full; nothing of it stays.
    """
    if target.exists():
        raise ArchiveError(f"Đã có tệp {target}, không ghi đè. Hãy đặt tên khác hoặc xóa tệp đó.")
    half = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:  # noqa: PTH123 (its mode)
            manifest = _write(out, now, say)
            out.flush()
            os.fsync(out.fileno())
        half.rename(target)
        _keep_name(target.parent)
    except OSError as fault:
        raise ArchiveError(
            f"Không ghi được bản sao lưu vào {target.parent}: {fault.strerror}. Không có tệp dở dang nào được giữ lại; "
            "hệ thống vẫn chạy bình thường. Hãy chọn nơi khác còn đủ chỗ và có quyền ghi."
        ) from fault
    finally:
        half.unlink(missing_ok=True)
    return manifest


def _write(out: IO[bytes], now: datetime, say: Say) -> Manifest:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        with snapshot():
            leaves = tuple(sorted(MigrationLoader(connection).graph.leaf_nodes()))
            tables = tables_of(apps)
            kept = tuple(_rows(archive, table, say) for table in tables)
            names = sorted(set(file_names(tables)))
        files, missing = _files(archive, names, say)
        manifest = Manifest(
            format=FORMAT,
            product=engine_version(),
            made_at=now.isoformat(timespec="seconds"),
            engine=connection.vendor,
            migrations=leaves,
            tables=kept,
            files=files,
            missing=missing,
        )
        archive.writestr(MANIFEST, manifest.as_json())
    return manifest


def _rows(archive: zipfile.ZipFile, table: Table, say: Say) -> Part:
    found = hashlib.sha256()
    count = -1  # the line of columns
    with archive.open(row_member(table._meta.label), "w", force_zip64=True) as member:
        for line in lines(table):
            member.write(line)
            found.update(line)
            count += 1
    if count:
        say(f"  {table._meta.label}: {count} dòng")
    return Part(table._meta.label, count, found.hexdigest())


def _files(archive: zipfile.ZipFile, names: list[str], say: Say) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """Every file, and the names of those whose rows are there but which have gone or cannot be read."""
    kept: list[Part] = []
    missing: list[str] = []
    for number, name in enumerate(names, 1):
        with suppress(FileNotFoundError):
            kept.append(_file(archive, name))
        if not kept or kept[-1].name != name:
            missing.append(name)
        if number % _OFTEN == 0 or number == len(names):
            say(f"  {number}/{len(names)} tệp")
    return tuple(kept), tuple(missing)


def _file(archive: zipfile.ZipFile, name: str) -> Part:
    found = hashlib.sha256()
    size = 0
    with default_storage.open(name) as source:
        entry = zipfile.ZipInfo(file_member(name))
        entry.compress_type = zipfile.ZIP_STORED  # DOCX and PDF are packed already
        with archive.open(entry, "w", force_zip64=True) as member:
            for chunk in _chunks(source):
                member.write(chunk)
                found.update(chunk)
                size += len(chunk)
    return Part(name, size, found.hexdigest())


def _chunks(source: Any) -> Iterator[bytes]:
    while chunk := source.read(CHUNK):
        yield chunk


def _keep_name(folder: Path) -> None:
    """Make the new name survive a power cut, where the system knows how."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
