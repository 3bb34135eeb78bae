"""What an archive is made of, and how a value of a row is written."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.utils import validate_file_name
from django.utils.duration import duration_string

FORMAT = 1
"""Grows when archives of before can no longer be read by the code of their time."""

MANIFEST = "manifest.json"
LARGEST_MANIFEST = 512 * 2**20
"""Bytes; an entry takes about 200, so this is two million files."""

CHUNK = 1024 * 1024
"""Bytes read at a time."""

LEFT_OUT = (
    "sessions.session",
    "usersessions.usersession",
    "account.emailconfirmation",
    "socialaccount.socialtoken",
    "upkeep.chore",
    "upkeep.worker",
    "modelsearch.indexentry",
    "modelsearch.sqliteftsindexentry",
)
"""Tables that stay behind (`label_lower`): an archive must sign nobody in, the rest is made anew."""

_TABLE = re.compile(r"[a-z_]+\.[A-Za-z_]+")
_DIGEST = re.compile(r"[0-9a-f]{64}")


class ArchiveError(Exception):
    """A backup or its return that cannot go on; the message says what happened, what was kept, what to do."""


class DamagedArchive(ArchiveError):
    """What the archive holds is not what was put into it."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            f"Bản sao lưu bị hỏng hoặc bị cắt cụt ({detail}). Chưa có gì thay đổi. Hãy dùng một bản sao lưu khác."
        )


@dataclass(frozen=True, slots=True)
class Part:
    """One table or file: its name, how many rows or bytes, and the SHA-256 of what stands in the archive."""

    name: str
    count: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive holds. `migrations` are the last ones of each app, `missing` files that had gone before."""

    format: int
    product: str
    made_at: str
    engine: str
    migrations: tuple[tuple[str, str], ...]
    tables: tuple[Part, ...]
    files: tuple[Part, ...]
    missing: tuple[str, ...]

    def as_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)

    @property
    def rows(self) -> int:
        return sum(table.count for table in self.tables)

    @property
    def members(self) -> set[str]:
        """Names of everything in the archive but the manifest."""
        return {row_member(table.name) for table in self.tables} | {file_member(file.name) for file in self.files}


def row_member(table: str) -> str:
    return f"rows/{table}.jsonl"


def file_member(name: str) -> str:
    return f"files/{name}"


def manifest_of(content: bytes) -> Manifest:
    """The manifest as read, every name checked.

    Raises:
        ArchiveError: it is not one of ours, of a later version, or names a place outside of the store.
    """
    try:
        said: Mapping[str, Any] = json.loads(content)
        form = int(said["format"])
    except (ValueError, KeyError, TypeError):
        raise DamagedArchive("không đọc được manifest.json") from None
    if form > FORMAT:
        raise ArchiveError(
            f"Bản sao lưu thuộc dạng mới hơn (dạng {form}) phiên bản phần mềm này. Chưa có gì thay đổi. "
            "Hãy cập nhật phần mềm rồi làm lại."
        )
    try:
        return Manifest(
            format=form,
            product=str(said["product"]),
            made_at=str(said["made_at"]),
            engine=str(said["engine"]),
            migrations=tuple((str(app), str(name)) for app, name in said["migrations"]),
            tables=tuple(_part(entry, _table_name) for entry in said["tables"]),
            files=tuple(_part(entry, _file_name) for entry in said["files"]),
            missing=tuple(str(name) for name in said["missing"]),
        )
    except (ValueError, KeyError, TypeError):
        raise DamagedArchive("manifest.json không đúng dạng") from None


def _part(entry: Mapping[str, Any], check: Any) -> Part:
    part = Part(check(str(entry["name"])), int(entry["count"]), str(entry["sha256"]))
    if not _DIGEST.fullmatch(part.sha256) or part.count < 0:
        raise ValueError(part.name)
    return part


def _table_name(name: str) -> str:
    if not _TABLE.fullmatch(name):
        raise ValueError(name)
    return name


def _file_name(name: str) -> str:
    """A relative name that stays inside the store, whatever the machine it is written on calls a separator."""
    try:
        validate_file_name(name, allow_relative_path=True)
    except SuspiciousFileOperation as evil:
        raise ValueError(name) from evil
    if "\\" in name or ":" in name or "\x00" in name:
        raise ValueError(name)
    return name


def row_line(values: Sequence[Any]) -> bytes:
    """One row; the same on every engine, so that digests can be compared."""
    return (
        json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain) + "\n"
    ).encode("utf-8", "surrogatepass")


def _plain(value: Any) -> str:
    """Values that JSON lacks, as fields read them back; Django's own encoder would drop microseconds."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return duration_string(value)
    if isinstance(value, UUID | Decimal):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode("ascii")
    raise TypeError(type(value).__name__)
