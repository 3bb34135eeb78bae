"""The command `banggiao`: `banggiao --help` says what it can do."""

from __future__ import annotations

import os
import sys

import typer
from django.core.management import execute_from_command_line

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Bang Giao: công tác đối ngoại của một tỉnh.")

_ANY_ARGUMENTS = {"allow_extra_args": True, "ignore_unknown_options": True}


def main() -> None:
    """Run the command with the arguments of the terminal."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "banggiao.config.settings")
    app()


@app.command(context_settings=_ANY_ARGUMENTS, add_help_option=False)
def manage(context: typer.Context) -> None:
    """Chạy một lệnh quản trị của Django, ví dụ: banggiao manage migrate."""
    execute_from_command_line([f"{sys.argv[0]} manage", *context.args])


@app.callback()
def _every_command() -> None:
    """Bang Giao: công tác đối ngoại của một tỉnh."""


if __name__ == "__main__":
    main()
