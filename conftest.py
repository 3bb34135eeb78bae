"""What every test of the application finds: each builder `make_*` of `banggiao.testing` as a fixture of its name."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command

import banggiao.testing


def pytest_configure() -> None:
    # A slow hash is meant to be slow; tests sign in hundreds of times.
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    django_settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture(autouse=True)
def _files_of_this_test_alone(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def run_jobs() -> Callable[[], None]:
    """Does everything that waits in the queue of background jobs, as the worker would."""

    def run() -> None:
        call_command("db_worker", batch=True, interval=0, startup_delay=False, reload=False, verbosity=0)

    return run


def _builder(function: Callable[..., Any]) -> Any:
    @pytest.fixture(name=function.__name__)
    def builder(db: None) -> Callable[..., Any]:
        return function

    return builder


for _module in pkgutil.iter_modules(banggiao.testing.__path__):
    _builders = importlib.import_module(f"banggiao.testing.{_module.name}")
    for _name, _function in vars(_builders).items():
        if _name.startswith("make_") and getattr(_function, "__module__", "") == _builders.__name__:
            globals()[_name] = _builder(_function)
