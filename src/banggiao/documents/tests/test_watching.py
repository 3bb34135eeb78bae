"""The watched folder and the command that imports."""

from __future__ import annotations

import fcntl
import os
from datetime import timedelta
from pathlib import Path

import pytest
import typer
from django.utils import timezone
from typer.testing import CliRunner

from banggiao.documents import commands
from banggiao.documents.models import Document
from banggiao.documents.watching import watched_folder_poll
from banggiao.testing.documents import plan_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings, tmp_path: Path) -> Path:
    settings.DOCUMENTS_WATCHED_FOLDER = tmp_path / "den"
    settings.DOCUMENTS_WATCHED_FOLDER.mkdir()
    return settings.DOCUMENTS_WATCHED_FOLDER


def put(folder: Path, name: str, content: str, *, seconds_ago: int = 60) -> Path:
    file = folder / name
    file.write_text(content)
    then = (timezone.now() - timedelta(seconds=seconds_ago)).timestamp()
    os.utime(file, (then, then))
    return file


def test_what_lies_in_the_folder_comes_in_and_is_put_away(folder: Path):
    put(folder, "ke-hoach.txt", plan_text(51))
    assert [receipt.outcome for receipt in watched_folder_poll(now=timezone.now())] == ["received"]
    assert (folder / "da-nhap" / "ke-hoach.txt").exists()
    assert watched_folder_poll(now=timezone.now()) == []


def test_what_is_refused_stands_aside_with_the_reason(folder: Path):
    put(folder, "hong.docx", "PK\x03\x04 hỏng")
    watched_folder_poll(now=timezone.now())
    assert "bị hỏng" in (folder / "tu-choi" / "hong.docx.txt").read_text()


def test_a_file_that_still_arrives_is_left_for_later(folder: Path):
    put(folder, "dang-chep.txt", plan_text(52), seconds_ago=0)
    assert watched_folder_poll(now=timezone.now()) == []
    assert Document.objects.count() == 0


def test_a_secret_lies_where_it_was_and_is_mentioned_nowhere(folder: Path, caplog):
    secret = put(folder, "mat.txt", plan_text(53).replace("Số:", "TUYỆT MẬT\nSố:"))
    watched_folder_poll(now=timezone.now())
    assert watched_folder_poll(now=timezone.now()) == []
    assert [path.name for path in folder.iterdir()] == [secret.name]
    assert caplog.records == []
    assert Document.objects.count() == 0


def test_links_are_not_followed(folder: Path, tmp_path: Path):
    elsewhere = put(tmp_path, "noi-khac.txt", plan_text(54))
    (folder / "lien-ket.txt").symlink_to(elsewhere)
    assert watched_folder_poll(now=timezone.now()) == []


def test_without_the_setting_nothing_is_watched():
    assert watched_folder_poll(now=timezone.now()) == []


def run(*arguments: str):
    app = typer.Typer()
    app.callback()(lambda: None)
    commands.register(app)
    return CliRunner().invoke(app, ["import", *arguments])


def test_the_command_imports_and_reads_files_and_folders(tmp_path: Path):
    put(tmp_path, "a.txt", plan_text(55))
    put(tmp_path, "b.txt", plan_text(56))
    result = run(str(tmp_path))
    assert result.exit_code == 0, result.output
    assert "Kế hoạch 55/KH-UBND, chờ rà soát" in result.output
    assert "Đã nhận 2, đã có 0, từ chối 0." in result.output


def test_the_command_says_what_it_did_not_take(tmp_path: Path):
    file = put(tmp_path, "a.txt", plan_text(57))
    run(str(file))
    result = run(str(file), str(tmp_path / "khong-co.txt"))
    assert result.exit_code == 1
    assert "Đã nhận 0, đã có 1, từ chối 1." in result.output


def test_a_folder_that_another_process_looks_into_is_left_to_it(folder: Path):
    put(folder, "ke-hoach.txt", plan_text(59))
    handle = os.open(folder, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    assert watched_folder_poll(now=timezone.now()) == []
    os.close(handle)
    assert [receipt.outcome for receipt in watched_folder_poll(now=timezone.now())] == ["received"]
