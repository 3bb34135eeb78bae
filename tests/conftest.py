"""What all tests share: the programs of the machine, and properties that are tried the same way every time."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
_MAC_LIBREOFFICE = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")

# A failing example must fail again on the next machine, and a slow machine is no failure.
settings.register_profile(
    "same-everywhere", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same-everywhere")


@pytest.fixture(scope="session")
def tesseract() -> str:
    """The path of Tesseract; the test fails, and says what to run, where it is missing."""
    return _program("Tesseract", shutil.which("tesseract"))


@pytest.fixture(scope="session")
def libreoffice() -> str:
    """The path of LibreOffice; the test fails, and says what to run, where it is missing."""
    mac = str(_MAC_LIBREOFFICE) if _MAC_LIBREOFFICE.exists() else None
    return _program("LibreOffice", shutil.which("soffice") or shutil.which("libreoffice") or mac)


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of our own documents."""
    return ROOT / "samples"


def _program(name: str, path: str | None) -> str:
    if path is None:
        pytest.fail(f"{name} is missing on this machine. Run:  scripts/system-packages")
    return path
