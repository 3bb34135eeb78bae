"""Backup while others write, and back into an empty place: processes, folders and files as they will be."""

from __future__ import annotations

import json
import resource
import zipfile
from pathlib import Path
from typing import Any

import pytest

from banggiao.testing.documents import plan_text
from banggiao.testing.processes import banggiao, kill, set_up, start

PLANS = 60


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("province")
    set_up(folder)
    return folder


def manifest(archive: Path) -> dict[str, Any]:
    with zipfile.ZipFile(archive) as opened:
        said: dict[str, Any] = json.loads(opened.read("manifest.json"))
    return said


def counts(archive: Path) -> dict[str, int]:
    return {table["name"]: table["count"] for table in manifest(archive)["tables"]}


def test_what_was_saved_in_the_middle_of_work_comes_back_the_same(province: Path, tmp_path: Path) -> None:
    plans = tmp_path / "plans"
    plans.mkdir()
    for number in range(PLANS):
        (plans / f"{number}.txt").write_text(plan_text(1000 + number), encoding="utf-8")
    importer = start(province, "import", "--later", str(plans), log=tmp_path / "import.log")
    archives = []
    try:
        for number in range(3):
            archives.append(tmp_path / f"{number}.zip")
            done = banggiao(province, "backup", str(archives[-1]))
            assert done.returncode == 0, done.stderr
    finally:
        importer.wait(300)
        kill(importer)
    found = [counts(archive) for archive in archives]
    # Rows of one moment: a document without its reading or its job would be half of an import.
    assert all(said["documents.StoredFile"] == said["documents.Reading"] for said in found)
    assert [said["documents.StoredFile"] for said in found] == [len(manifest(archive)["files"]) for archive in archives]
    place = tmp_path / "empty"
    restored = banggiao(place, "restore", str(archives[-1]))
    assert restored.returncode == 0, restored.stderr
    again = banggiao(place, "backup", str(tmp_path / "again.zip"))
    assert again.returncode == 0, again.stderr
    first, second = manifest(archives[-1]), manifest(tmp_path / "again.zip")
    assert (first["tables"], first["files"]) == (second["tables"], second["files"])
    assert banggiao(place, "check").returncode == 0


def test_a_full_disk_leaves_no_half_archive(province: Path, tmp_path: Path) -> None:
    """The system's own limit on the size of a file stands for a disk that is full: writing fails in the same way.
    Readers of SQLite need 32 KiB of shared memory in a file, which the limit leaves them."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, before[1]))
    try:
        refused = banggiao(province, "backup", str(tmp_path / "sao-luu.zip"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert refused.returncode == 1
    assert "Không ghi được bản sao lưu" in refused.stderr and "Traceback" not in refused.stderr
    assert list(tmp_path.iterdir()) == []
