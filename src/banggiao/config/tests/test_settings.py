"""Settings as a process really gets them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

PRODUCTION = {
    "PRODUCTION": "1",
    "SECRET_KEY": "v3ry-l0ng-and-rand0m-" * 4,
    "ALLOWED_HOSTS": "bang-giao.lamgiang.example",
    "EMAIL_URL": "smtp://mail.lamgiang.example",
}


def manage(tmp_path: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Django's command in a process with exactly these variables."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "banggiao", "manage", *arguments],
        env={**kept, "DATA_DIR": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_deployment_check_finds_nothing_in_production(tmp_path: Path) -> None:
    done = manage(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert done.returncode == 0, done.stderr


def test_an_unsafe_environment_stops_the_process_in_words(tmp_path: Path) -> None:
    done = manage(tmp_path, "check", PRODUCTION="1")
    assert done.returncode == 1
    assert "SECRET_KEY phải có ít nhất" in done.stderr and "Traceback" not in done.stderr


def test_assets_are_collected_for_production(tmp_path: Path) -> None:
    done = manage(tmp_path, "collectstatic", "--no-input", **PRODUCTION)
    assert done.returncode == 0, done.stderr
    assert list((tmp_path / "static/ui/js").glob("main.*.js"))


@pytest.mark.django_db
def test_sqlite_keeps_references_and_waits_for_writers() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("another database")
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert cursor.execute("PRAGMA busy_timeout").fetchone() == (20000,)


def test_no_migration_is_missing(tmp_path: Path) -> None:
    done = manage(tmp_path, "makemigrations", "--check", "--dry-run")
    assert done.returncode == 0, done.stdout
