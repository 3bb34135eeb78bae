"""`banggiao demo`: what it says, once and again."""

from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner

from banggiao.cli.app import app
from banggiao.cli.demo import demo, demo_on_first_start
from banggiao.documents.models import Document

pytestmark = pytest.mark.django_db

_PASSWORD = re.compile(r"dieu\.phoi@lamgiang\.example +(\S{14}) +Điều phối +Lê Thị Thu Hà +Sở Ngoại vụ")


def test_passwords_are_shown_once_and_renewed_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert demo in {command.callback for command in app.registered_commands}
    first = CliRunner().invoke(app, ["demo"])
    shown = _PASSWORD.search(first.output)
    assert first.exit_code == 0 and shown is not None
    documents = Document.objects.count()

    again = CliRunner().invoke(app, ["demo"])
    assert again.exit_code == 1
    assert "không nạp lại" in again.output and "--new-passwords" in again.output
    demo_on_first_start()
    started = capsys.readouterr().out
    assert "--new-passwords" in started and "@lamgiang.example" not in started
    assert Document.objects.count() == documents

    renewed = CliRunner().invoke(app, ["demo", "--new-passwords"])
    new = _PASSWORD.search(renewed.output)
    assert renewed.exit_code == 0 and new is not None and new[1] != shown[1]


def test_a_production_server_is_not_filled_by_starting_it(capsys: pytest.CaptureFixture[str]) -> None:
    demo_on_first_start(production=True)
    assert capsys.readouterr().out == "" and not Document.objects.exists()
