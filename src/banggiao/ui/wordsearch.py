"""Searching by words in columns of long tables: `rows.filter(search__words="22-NQ/TW doi ngo")`.

Every word has to occur as it stands between blanks, the last one may go on: somebody is still typing. A word with
signs in it is looked for as one, its parts next to each other: `22-NQ/TW` is neither `122-NQ/TW` nor `22` and `TW`.

The column holds its text without case and accents (`vanban.text.bare`). An app says in its `ready()` which columns
these are: `wordsearch.register(Task, "search")`. After each migration they get their index: in SQLite an FTS5 table
that triggers keep in step, in PostgreSQL a column of words that the database works out. Neither is known to models,
so that rows are written as ever, in bulk too.
"""

from __future__ import annotations

import re
from typing import Any

from django.apps import apps
from django.core.exceptions import EmptyResultSet
from django.db import connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.signals import post_migrate
from django.db.models.sql.compiler import SQLCompiler

from vanban.text import bare

MOST_WORDS = 12
"""Whoever pastes a page into the search box means its beginning."""

LONGEST_INDEXED = 400_000
"""Characters; PostgreSQL refuses lists of words beyond a megabyte."""

_PART = re.compile(r"[^\W_]+")
_SHORTEST_BEGINNING = 2


def register(model: type[models.Model], column: str) -> None:
    """Have an index of words made for a column of text, whenever the tables of its app were migrated."""

    def keep_index(using: str, **_more: Any) -> None:
        _make_index(connections[using], model._meta.db_table, column)

    config = apps.get_app_config(model._meta.app_label)
    post_migrate.connect(keep_index, sender=config, weak=False, dispatch_uid=f"words of {model._meta.label}.{column}")


def split(words: str) -> list[list[str]]:
    """The words of a search, each in its parts, without case and accents.

    >>> split("Đối ngoại 22-NQ/TW")
    [['doi'], ['ngoai'], ['22', 'nq', 'tw']]
    """
    found = [_PART.findall(word) for word in bare(words).split()]
    return [parts for parts in found if parts][:MOST_WORDS]


@models.TextField.register_lookup
class HoldsWords(models.Lookup):
    """Whether a column that was registered holds all words of a search; nothing holds a search without any."""

    lookup_name = "words"
    prepare_rhs = False

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[str]]:
        """The rows whose number the index gives."""
        table, column, key = self._place()
        row = f"{compiler.quote_name_unless_alias(self.lhs.alias)}.{connection.ops.quote_name(key)}"
        index = connection.ops.quote_name(_index_name(table, column))
        numbers = f"SELECT rowid FROM {index} WHERE {index} MATCH %s"  # noqa: S608  (the names are those of models)
        # The plus keeps SQLite from fetching every row that fits: half of a register may hold a word.
        return f"+{row} IN ({numbers})", [_for_fts5(self._wanted())]

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[str]]:
        """The rows whose words fit."""
        table, column, _key = self._place()
        alias = compiler.quote_name_unless_alias(self.lhs.alias)
        index = connection.ops.quote_name(_index_name(table, column))
        return f"{alias}.{index} @@ to_tsquery('simple', %s)", [_for_postgresql(self._wanted())]

    def _wanted(self) -> list[list[str]]:
        wanted = split(str(self.rhs))
        if not wanted:
            raise EmptyResultSet
        return wanted[:-1] if len(wanted) > 1 and _is_just_begun(wanted[-1]) else wanted

    def _place(self) -> tuple[str, str, str]:
        """Table and column that are searched, and the column of a row's number."""
        target = self.lhs.target
        meta = target.model._meta
        return meta.db_table, target.column, meta.pk.column


def _index_name(table: str, column: str) -> str:
    return f"{table}_{column}_words"


def _is_just_begun(parts: list[str]) -> bool:
    """A single letter at the end of several words says nothing yet; a figure does: `phụ lục 1`."""
    return len(parts) == 1 and len(parts[0]) < _SHORTEST_BEGINNING and parts[0].isalpha()


def _may_go_on(parts: list[str]) -> bool:
    """One letter begins half of all words."""
    return len(parts[-1]) >= _SHORTEST_BEGINNING


def _for_fts5(wanted: list[list[str]]) -> str:
    phrases = [f'"{" ".join(parts)}"' for parts in wanted]
    return " ".join(phrases) + ("*" if _may_go_on(wanted[-1]) else "")


def _for_postgresql(wanted: list[list[str]]) -> str:
    phrases = [" <-> ".join(f"'{part}'" for part in parts) for parts in wanted]
    phrases[-1] += ":*" if _may_go_on(wanted[-1]) else ""
    return " & ".join(f"({phrase})" for phrase in phrases)


# -- the index ---------------------------------------------------------------------------------------------------------


def _make_index(connection: BaseDatabaseWrapper, table: str, column: str) -> None:
    """Make what is missing; a table that was laid out anew by a migration has lost its triggers."""
    with connection.cursor() as cursor:
        if table not in connection.introspection.table_names(cursor):
            return
        columns = {one.name for one in connection.introspection.get_table_description(cursor, table)}
        if column not in columns:
            return
        if connection.vendor == "sqlite":
            _make_fts5(cursor, table, column)
        elif connection.vendor == "postgresql" and _index_name(table, column) not in columns:
            _make_vector(cursor, table, column)


def _make_fts5(cursor: Any, table: str, column: str) -> None:
    index = _index_name(table, column)
    cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
    if {f"{index}_{event}" for event in ("insert", "delete", "update")} <= {name for (name,) in cursor.fetchall()}:
        return
    for statement in (_FTS5, *_TRIGGERS, _REBUILD):
        cursor.execute(statement.format(table=table, column=column, index=index))


# FTS5 forgets a row when it is told what stood there, and only then.
_FORGET = """INSERT INTO "{index}"("{index}", rowid, "{column}") VALUES ('delete', old.id, old."{column}");"""
_LEARN = """INSERT INTO "{index}"(rowid, "{column}") VALUES (new.id, new."{column}");"""
_FTS5 = (
    'CREATE VIRTUAL TABLE IF NOT EXISTS "{index}" USING fts5("{column}", content="{table}", content_rowid="id",'
    ' columnsize=0, tokenize="unicode61 remove_diacritics 0")'
)
_TRIGGERS = (
    f'CREATE TRIGGER IF NOT EXISTS "{{index}}_insert" AFTER INSERT ON "{{table}}" BEGIN {_LEARN} END',
    f'CREATE TRIGGER IF NOT EXISTS "{{index}}_delete" AFTER DELETE ON "{{table}}" BEGIN {_FORGET} END',
    'CREATE TRIGGER IF NOT EXISTS "{index}_update" AFTER UPDATE OF "{column}" ON "{table}"'
    f' WHEN old."{{column}}" IS NOT new."{{column}}" BEGIN {_FORGET} {_LEARN} END',
)
_REBUILD = """INSERT INTO "{index}"("{index}") VALUES ('rebuild')"""


def _make_vector(cursor: Any, table: str, column: str) -> None:
    index = _index_name(table, column)
    # Signs part words here as they do above; PostgreSQL by itself would take `nq/tw` for the path of a file.
    words = f"""to_tsvector('simple', regexp_replace(left("{column}", {LONGEST_INDEXED}), '[^[:alnum:]]+', ' ', 'g'))"""
    cursor.execute(
        f'ALTER TABLE "{table}" ADD COLUMN IF NOT EXISTS "{index}" tsvector GENERATED ALWAYS AS ({words}) STORED'
    )
    cursor.execute(f'CREATE INDEX IF NOT EXISTS "{index}_gin" ON "{table}" USING gin ("{index}")')
