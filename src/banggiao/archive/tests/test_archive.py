"""What is kept in an archive, and which archives and places are refused."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files.storage import default_storage
from django.utils import timezone

from banggiao.archive.checking import archive_check
from banggiao.archive.form import FORMAT, MANIFEST, ArchiveError, Manifest
from banggiao.archive.restoring import backup_restore
from banggiao.archive.writing import backup_write
from banggiao.documents.models import Document, StoredFile
from banggiao.testing.documents import NOW, make_read_plan

pytestmark = pytest.mark.django_db


def silent(_line: str) -> None:
    return


def write(target: Path) -> Manifest:
    return backup_write(target, now=NOW, say=silent)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A backup of a plan that was read."""
    make_read_plan()
    write(tmp_path / "sao-luu.zip")
    return tmp_path / "sao-luu.zip"


def rewritten(archive: Path, change: Callable[[dict[str, Any]], None], **more: bytes) -> Path:
    """The archive with another manifest, and members added."""
    changed = archive.with_name("khac.zip")
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == MANIFEST:
                said = json.loads(content)
                change(said)
                content = json.dumps(said).encode()
            new.writestr(name, content)
        for name, content in more.items():
            new.writestr(name, content)
    return changed


def unchanged(_said: dict[str, Any]) -> None:
    return


def test_an_archive_holds_rows_and_originals_and_is_its_owners_alone(archive: Path) -> None:
    manifest = archive_check(archive)
    stored = StoredFile.objects.get()
    assert [(file.name, file.count, file.sha256) for file in manifest.files] == [
        (stored.file.name, stored.size, stored.sha256)
    ]
    assert {table.name: table.count for table in manifest.tables}["documents.Document"] == Document.objects.count()
    assert archive.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in archive.parent.iterdir() if path.name.startswith(".")] == []


def test_no_key_and_no_session_leaves_with_an_archive(tmp_path: Path) -> None:
    Session.objects.create(session_key="khoa-cua-mot-phien", session_data="x", expire_date=timezone.now())
    write(tmp_path / "sao-luu.zip")
    with zipfile.ZipFile(tmp_path / "sao-luu.zip") as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"khoa-cua-mot-phien" not in everything
    assert settings.SECRET_KEY.encode() not in everything


def test_the_same_rows_give_the_same_digests(archive: Path, tmp_path: Path) -> None:
    first, second = archive_check(archive), write(tmp_path / "lan-hai.zip")
    assert (first.tables, first.files) == (second.tables, second.files)


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "sao-luu.zip").write_bytes(b"cua nguoi khac")
    with pytest.raises(ArchiveError, match="không ghi đè"):
        write(tmp_path / "sao-luu.zip")
    assert (tmp_path / "sao-luu.zip").read_bytes() == b"cua nguoi khac"


def test_a_file_that_has_gone_is_named_and_the_rest_is_kept(archive: Path, tmp_path: Path) -> None:
    name = StoredFile.objects.get().file.name
    default_storage.delete(name)
    manifest = write(tmp_path / "thieu.zip")
    assert (manifest.missing, manifest.files) == ((name,), ())
    assert archive_check(tmp_path / "thieu.zip") == manifest


@pytest.mark.parametrize("where", [0.1, 0.3, 0.5])
def test_a_changed_byte_is_noticed(archive: Path, where: float) -> None:
    content = bytearray(archive.read_bytes())
    content[int(len(content) * where)] ^= 0xFF
    archive.write_bytes(content)
    with pytest.raises(ArchiveError, match="bị hỏng"):
        archive_check(archive)


@pytest.mark.parametrize("kept", [0, 100, 0.5, 0.99])
def test_a_truncated_archive_is_noticed(archive: Path, kept: float) -> None:
    content = archive.read_bytes()
    archive.write_bytes(content[: int(len(content) * kept) if kept < 1 else int(kept)])
    with pytest.raises(ArchiveError, match="bị hỏng"):
        archive_check(archive)


@pytest.mark.parametrize(
    "name", ["../ngoai.txt", "/etc/banggiao.txt", "a/../../b", "..\\ngoai.txt", "C:/ngoai.txt", ""]
)
def test_a_name_that_leads_out_of_the_store_is_refused(archive: Path, name: str) -> None:
    def lead_out(said: dict[str, Any]) -> None:
        said["files"][0]["name"] = name

    with pytest.raises(ArchiveError, match="bị hỏng"):
        backup_restore(rewritten(archive, lead_out), say=silent)


def test_members_that_the_manifest_does_not_know_are_refused(archive: Path) -> None:
    with pytest.raises(ArchiveError, match="không khớp với manifest"):
        archive_check(rewritten(archive, unchanged, **{"files/../../them.txt": b"x"}))


def test_an_archive_of_a_later_form_says_so(archive: Path) -> None:
    def later(said: dict[str, Any]) -> None:
        said["format"] = FORMAT + 1

    with pytest.raises(ArchiveError, match="cập nhật phần mềm"):
        archive_check(rewritten(archive, later))


def test_an_archive_of_a_later_schema_says_so(archive: Path) -> None:
    def later(said: dict[str, Any]) -> None:
        said["migrations"].append(["documents", "9999_sau_nay"])

    with pytest.raises(ArchiveError, match=r"phiên bản mới hơn.*documents"):
        backup_restore(rewritten(archive, later), say=silent)


def test_a_store_with_files_of_others_is_left_alone(archive: Path) -> None:
    place = Path(settings.MEDIA_ROOT) / "cua-nguoi-khac.pdf"
    place.write_bytes(b"x")
    with pytest.raises(ArchiveError, match="Kho tệp không trống"):
        backup_restore(archive, say=silent)
    assert place.read_bytes() == b"x"


def test_a_database_with_rows_is_left_alone(archive: Path) -> None:
    before = Document.objects.count()
    with pytest.raises(ArchiveError, match="Cơ sở dữ liệu không trống"):
        backup_restore(archive, say=silent)
    assert Document.objects.count() == before
