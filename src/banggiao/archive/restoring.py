"""Bringing an archive back into an empty place: all of it, or nothing."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.apps import apps as present
from django.apps.registry import Apps
from django.core.files import File
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from banggiao.archive.checking import archive_check, opened
from banggiao.archive.form import CHUNK, ArchiveError, DamagedArchive, Manifest, Part, file_member, row_member
from banggiao.archive.tables import Table, clear, digest_of, fill, is_empty, tables_of

Say = Callable[[str], None]

_MADE_BY_MIGRATING = ("contenttypes.ContentType", "auth.Permission")
"""Rows that stand in a new database; they are replaced, as others refer to their numbers."""

_OFTEN = 200
"""Files between two lines of progress."""


def backup_restore(source: Path, *, say: Say) -> Manifest:
    """Put the rows and files of an archive into an empty database and store, and compare both with it afterwards.

    Raises:
        ArchiveError: the archive is damaged or newer, or the place is not empty; rows and files stay as they were.
    """
    say("Đang kiểm tra bản sao lưu…")
    manifest = archive_check(source)
    executor = MigrationExecutor(connection)
    _expect_known(executor, manifest)
    _expect_empty_store(manifest)
    tables = _empty_tables(executor, manifest)
    written: list[str] = []
    try:
        with opened(source) as archive:
            _files(archive, manifest, written, say)
            with transaction.atomic():
                _rows(archive, manifest, tables, say)
    except BaseException:
        for name in written:
            default_storage.delete(name)
        raise
    call_command("migrate", verbosity=0, interactive=False)
    return manifest


def _expect_known(executor: MigrationExecutor, manifest: Manifest) -> None:
    newer = [app for app, name in manifest.migrations if (app, name) not in executor.loader.graph.nodes]
    if newer:
        raise ArchiveError(
            f"Bản sao lưu được tạo bởi phiên bản mới hơn ({manifest.product}; phần {', '.join(newer)}). "
            "Chưa có gì thay đổi. Hãy cập nhật phần mềm rồi khôi phục lại."
        )


def _expect_empty_store(manifest: Manifest) -> None:
    """Files of this very archive may be there: a restore that was killed left them, without rows."""
    own = {file.name for file in manifest.files}
    others = next((name for name in _stored("") if name not in own), None)
    if others is not None:
        raise ArchiveError(
            "Kho tệp không trống nên không khôi phục vào đó. Chưa có gì thay đổi. "
            "Hãy đặt DATA_DIR (hoặc STORAGE_URL) là một nơi trống rồi chạy lại."
        )


def _stored(folder: str) -> list[str]:
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return []
    below = [name for inner in folders for name in _stored(f"{folder}{inner}/")]
    return [f"{folder}{name}" for name in files] + below


def _empty_tables(executor: MigrationExecutor, manifest: Manifest) -> dict[str, Table]:
    """The tables as they were when the archive was made, in a database that holds nothing yet."""
    targets = list(manifest.migrations)
    applied = set(executor.loader.applied_migrations)
    if applied and any(node not in applied for node in targets):
        raise _not_empty("đang ở phiên bản khác")
    beyond = [node for node, _back in executor.migration_plan(targets)] if applied else []
    leaves = executor.loader.graph.leaf_nodes()
    if applied and (beyond or set(leaves) != set(targets)):
        raise _not_empty("đã ở phiên bản mới hơn bản sao lưu")
    if applied:
        _expect_no_rows(present)
    executor.migrate(targets)
    then = MigrationExecutor(connection).loader.project_state(targets).apps
    tables = {table._meta.label: table for table in tables_of(then)}
    if set(tables) != {table.name for table in manifest.tables}:
        raise DamagedArchive("các bảng không khớp với phiên bản")
    return tables


def _expect_no_rows(apps: Apps) -> None:
    for table in tables_of(apps):
        if table._meta.label not in _MADE_BY_MIGRATING and not is_empty(table):
            raise _not_empty(f"bảng {table._meta.label} có dữ liệu")


def _not_empty(why: str) -> ArchiveError:
    return ArchiveError(
        f"Cơ sở dữ liệu không trống ({why}) nên không khôi phục vào đó. Chưa có gì thay đổi. "
        "Hãy đặt DATA_DIR hoặc DATABASE_URL là một nơi trống rồi chạy lại."
    )


def _rows(archive: zipfile.ZipFile, manifest: Manifest, tables: dict[str, Table], say: Say) -> None:
    """All rows in one transaction, which ends only if they are the same afterwards."""
    for name in _MADE_BY_MIGRATING[::-1]:
        clear(tables[name])
    for table in tables.values():
        if not is_empty(table):
            raise _not_empty(f"bảng {table._meta.label} có dữ liệu")
    for part in manifest.tables:
        with archive.open(row_member(part.name)) as source:
            fill(tables[part.name], source)
        if part.count:
            say(f"  {part.name}: {part.count} dòng")
    connection.check_constraints()
    for statement in connection.ops.sequence_reset_sql(no_style(), list(tables.values())):
        with connection.cursor() as cursor:
            cursor.execute(statement)
    for part in manifest.tables:
        if digest_of(tables[part.name]) != part:
            raise ArchiveError(f"Sau khi ghi, bảng {part.name} khác bản sao lưu nên mọi thay đổi đã được hủy.")


def _files(archive: zipfile.ZipFile, manifest: Manifest, written: list[str], say: Say) -> None:
    for number, file in enumerate(manifest.files, 1):
        if not default_storage.exists(file.name):
            with archive.open(file_member(file.name)) as source:
                written.append(default_storage.save(file.name, File(source)))
        if _stored_digest(file) != file.sha256:
            raise ArchiveError(f"Tệp {file.name} trong kho khác bản sao lưu nên đã dừng, mọi thay đổi đã được hủy.")
        if number % _OFTEN == 0 or number == len(manifest.files):
            say(f"  {number}/{len(manifest.files)} tệp")


def _stored_digest(file: Part) -> str:
    with default_storage.open(file.name) as kept:
        return _digest(kept)


def _digest(source: Any) -> str:
    found = hashlib.sha256()
    while chunk := source.read(CHUNK):
        found.update(chunk)
    return found.hexdigest()
