"""What every test of the application finds: each builder `make_*` of `banggiao.testing` as a fixture of its name."""

from __future__ import annotations

import atexit
import importlib
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connections

import banggiao.testing

pytest_plugins = ["banggiao.testing.browser"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--only-database", action="store_true", help="leave out tests that use no database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--only-database"):
        left_out = [item for item in items if not _uses_database(item)]
        items[:] = [item for item in items if _uses_database(item)]
        config.hook.pytest_deselected(items=left_out)


def _uses_database(item: pytest.Item) -> bool:
    marked = item.get_closest_marker("django_db") is not None
    return marked or not {"db", "transactional_db", "live_server"}.isdisjoint(getattr(item, "fixturenames", ()))


def pytest_configure() -> None:
    # A slow hash is meant to be slow; tests sign in hundreds of times.
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # Looking for a thousand assets before each test would take longer than the tests.
    django_settings.WHITENOISE_USE_FINDERS = False
    django_settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    _keep_sqlite_in_a_file()
    _keep_the_connection_while_a_test_holds_it()


def _keep_sqlite_in_a_file() -> None:
    """Threads that share a database in memory meet `table is locked`, which no waiting helps; a file is what users
    have. Tests need no row to survive a power cut."""
    database = django_settings.DATABASES["default"]
    if database["ENGINE"] != "django.db.backends.sqlite3":
        return
    folder = tempfile.mkdtemp(prefix="banggiao-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    database["TEST"] = {**database.get("TEST", {}), "NAME": f"{folder}/tests.sqlite3"}
    options = database["OPTIONS"]
    options["init_command"] = options["init_command"].replace("synchronous=FULL", "synchronous=OFF")


def _keep_the_connection_while_a_test_holds_it() -> None:
    """A test runs inside one transaction; the end of a request, and the worker, close what they take for left over.

    Everything that the test made would be gone with it.
    """
    connection = connections["default"]
    close = connection.close_if_unusable_or_obsolete

    def close_outside_of_tests() -> None:
        if not connection.in_atomic_block:
            close()

    connection.close_if_unusable_or_obsolete = close_outside_of_tests


@pytest.fixture(autouse=True)
def _files_of_this_test_alone(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.SHEETS_DIR = tmp_path / "sheets"


def _builder(module: str, name: str) -> Any:
    """The module is imported when a test asks, so tests of vanban wait for no model."""

    @pytest.fixture(name=name)
    def builder(db: None) -> Callable[..., Any]:
        found: Callable[..., Any] = getattr(importlib.import_module(module), name)
        return found

    return builder


for _file in Path(banggiao.testing.__file__).parent.glob("*.py"):
    for _name in re.findall(r"^def (make_\w+)", _file.read_text(encoding="utf-8"), re.MULTILINE):
        globals()[_name] = _builder(f"banggiao.testing.{_file.stem}", _name)
