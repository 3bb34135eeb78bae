"""Every template of the application compiles, and names only icons that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template import engines
from django.template.loader import get_template

PACKAGE = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(PACKAGE.glob("*/templates/**/*.html")) + sorted(PACKAGE.glob("registers/*/templates/**/*.html"))
ICONS = set((PACKAGE / "ui/icons.txt").read_text(encoding="utf-8").split())
_ICON = re.compile(r"""\{%-?\s*icon\s+["']([^"']+)|\bicon=["']([a-z][^"']*)["']""")
_INLINE = re.compile(r"""\s(?:style|on[a-z]+)=["']|<style|<script(?![^>]*\bsrc=)(?![^>]*application/json)|\bhx-on""")


def name_of(file: Path) -> str:
    return file.as_posix().split("/templates/", 1)[1]


@pytest.mark.parametrize("file", TEMPLATES, ids=name_of)
def test_a_template_compiles(file: Path) -> None:
    assert get_template(name_of(file)) and engines["django"]


@pytest.mark.parametrize("file", TEMPLATES, ids=name_of)
def test_icons_are_known(file: Path) -> None:
    named = {first or second for first, second in _ICON.findall(file.read_text(encoding="utf-8"))}
    assert named <= ICONS, f"add to ui/icons.txt and run scripts/assets: {sorted(named - ICONS)}"


@pytest.mark.parametrize("file", TEMPLATES, ids=name_of)
def test_nothing_stands_inline_that_the_policy_of_content_forbids(file: Path) -> None:
    assert _INLINE.search(file.read_text(encoding="utf-8")) is None
