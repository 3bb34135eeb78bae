"""Rows out of tables and back into them, without the models' own code running."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import IO, Any

from django.apps.registry import Apps
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import FileField, Model

from banggiao.archive.form import LEFT_OUT, DamagedArchive, Part, row_line

_BATCH = 500
"""Rows held in memory at a time."""

Table = type[Model]


def tables_of(apps: Apps) -> list[Table]:
    """Every table that an archive holds, those of many-to-many links included, by name."""
    kept = [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and model._meta.label_lower not in LEFT_OUT
    ]
    return sorted(kept, key=lambda model: model._meta.label)


@contextmanager
def snapshot() -> Iterator[None]:
    """All reads see one moment, and nobody who writes waits.

    A plain transaction of SQLite begins with a writer's lock here (settings), so this one is begun by hand: in WAL a
    reader keeps seeing the rows of its first look.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("ROLLBACK")
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


def columns_of(table: Table) -> list[str]:
    """By name: the order in which a model has them differs from that in which migrations added them."""
    return sorted(field.attname for field in table._meta.concrete_fields)


def lines(table: Table) -> Iterator[bytes]:
    """The columns, then every row by its key."""
    columns = columns_of(table)
    yield row_line(columns)
    rows = table._base_manager.order_by("pk").values_list(*columns)
    for row in rows.iterator(chunk_size=_BATCH):
        yield row_line(row)


def digest_of(table: Table) -> Part:
    """What an archive of this table would say of it."""
    found = hashlib.sha256()
    count = -1  # the line of columns
    for line in lines(table):
        found.update(line)
        count += 1
    return Part(table._meta.label, count, found.hexdigest())


def file_names(tables: list[Table]) -> Iterator[str]:
    """The name of every file that a row refers to."""
    for table in tables:
        for field in table._meta.concrete_fields:
            if isinstance(field, FileField):
                names = table._base_manager.exclude(**{field.attname: ""}).values_list(field.attname, flat=True)
                yield from (str(name) for name in names.order_by("pk").iterator(chunk_size=_BATCH) if name)


def is_empty(table: Table) -> bool:
    return not table._base_manager.exists()


def clear(table: Table) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {_quoted(table._meta.db_table)}")  # noqa: S608 (a name of our own)


def fill(table: Table, source: IO[bytes]) -> int:
    """Put the rows of an archive into their table as they are; gives their number.

    Raises:
        DamagedArchive: the columns are not those of the table, or a value is not one of its column.
    """
    fields = {field.attname: field for field in table._meta.concrete_fields}
    try:
        columns = json.loads(source.readline())
        if set(columns) != set(fields):
            raise DamagedArchive(f"cột của {table._meta.label} không khớp")
        ordered = [fields[name] for name in columns]
        rows = (_values(ordered, json.loads(line)) for line in source)
        with connection.cursor() as cursor:
            return sum(_insert(cursor, table, columns, batch) for batch in _batches(rows))
    except (ValueError, TypeError) as wrong:
        raise DamagedArchive(f"dòng của {table._meta.label} không đọc được: {type(wrong).__name__}") from None


def _values(fields: list[Any], row: list[Any]) -> list[Any]:
    pairs = zip(fields, row, strict=True)
    return [field.get_db_prep_save(field.to_python(value), connection) for field, value in pairs]


def _batches(rows: Iterator[list[Any]]) -> Iterator[list[list[Any]]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch


def _insert(cursor: CursorWrapper, table: Table, columns: list[str], batch: list[list[Any]]) -> int:
    column = {field.attname: str(field.column) for field in table._meta.concrete_fields}
    names = ", ".join(_quoted(column[name]) for name in columns)
    places = ", ".join(["%s"] * len(columns))
    cursor.executemany(
        f"INSERT INTO {_quoted(table._meta.db_table)} ({names}) VALUES ({places})",  # noqa: S608 (names of our own)
        batch,
    )
    return len(batch)


def _quoted(name: str) -> str:
    return str(connection.ops.quote_name(name))
