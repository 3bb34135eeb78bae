"""Django's own commands."""

from __future__ import annotations

import sys

import typer
from django.core.management import execute_from_command_line

from banggiao.cli.app import app


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True}, add_help_option=False)
def manage(context: typer.Context) -> None:
    """Chạy một lệnh quản trị của Django, ví dụ: banggiao manage migrate."""
    execute_from_command_line([f"{sys.argv[0]} manage", *context.args])
