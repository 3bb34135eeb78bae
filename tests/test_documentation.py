"""What the documentation names is there, and what is there is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from banggiao import cli
from banggiao.cli.app import app

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "README.vi.md", "docs/production.md", "docs/van-hanh.md", "ARCHITECTURE.md")

_COMMAND = re.compile(r"(?:\.venv/bin/|`)banggiao ([a-z]+)")
_TARGET = re.compile(r"(?:^|`)make ([a-z]+)", re.MULTILINE)
_VARIABLE = re.compile(r'(?:environ\.get\(|environ, )"([A-Z_]+)"')


@pytest.fixture(scope="module")
def commands() -> set[str]:
    """The commands of `banggiao`."""
    cli.load()
    return {
        command.name or command.callback.__name__ for command in app.registered_commands if command.callback is not None
    }


@pytest.mark.parametrize("page", PAGES)
def test_every_command_that_a_page_names_is_there(commands: set[str], page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert set(_COMMAND.findall(text)) - commands == set()
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(_TARGET.findall(text)) - targets == set()


@pytest.mark.parametrize("page", ["docs/production.md", "docs/van-hanh.md"])
def test_every_setting_stands_in_the_table(page: str) -> None:
    read = set(_VARIABLE.findall((ROOT / "src/banggiao/config/env.py").read_text(encoding="utf-8")))
    assert len(read) > 15
    rows = [line.split("|")[1] for line in (ROOT / page).read_text(encoding="utf-8").splitlines() if line[:2] == "| "]
    named = {name for row in rows for name in re.findall(r"`([A-Z_]+)`", row)}
    assert read - named == set()
    assert named - read == set()
