"""Looking through an archive before anything is believed."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from banggiao.archive.form import (
    CHUNK,
    LARGEST_MANIFEST,
    MANIFEST,
    ArchiveError,
    DamagedArchive,
    Manifest,
    Part,
    file_member,
    manifest_of,
    row_member,
)


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """An archive to read; whatever is wrong with its packing becomes a sentence.

    Raises:
        ArchiveError: there is no such file, or it is damaged.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError) as fault:
        raise DamagedArchive(str(fault)[:80] or type(fault).__name__) from None
    except OSError as fault:
        raise ArchiveError(f"Không mở được {path}: {fault.strerror}. Hãy kiểm tra đường dẫn và quyền đọc.") from fault


def archive_check(path: Path) -> Manifest:
    """Read all of an archive once and compare it with its manifest; nothing is unpacked onto the disk.

    Raises:
        ArchiveError: damaged, truncated, of a later version, with something more or less than it says.
    """
    with opened(path) as archive:
        manifest = _manifest(archive)
        names = archive.namelist()
        if len(names) != len(set(names)) or set(names) != manifest.members | {MANIFEST}:
            raise DamagedArchive("nội dung không khớp với manifest.json")
        for table in manifest.tables:
            _compare(archive, row_member(table.name), table, lines=True)
        for file in manifest.files:
            _compare(archive, file_member(file.name), file, lines=False)
    return manifest


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    if archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
        raise DamagedArchive("manifest.json lớn bất thường")
    return manifest_of(archive.read(MANIFEST))


def _compare(archive: zipfile.ZipFile, member: str, said: Part, *, lines: bool) -> None:
    found = hashlib.sha256()
    count = -1 if lines else 0  # the first line names the columns
    try:
        with archive.open(member) as source:
            while chunk := source.read(CHUNK):
                found.update(chunk)
                count += chunk.count(b"\n") if lines else len(chunk)
                if count > said.count:
                    break
    except RuntimeError as locked:  # a member behind a password: none of ours has one
        raise DamagedArchive(type(locked).__name__) from None
    if count != said.count or found.hexdigest() != said.sha256:
        raise DamagedArchive(f"mã băm của {said.name} không khớp")
