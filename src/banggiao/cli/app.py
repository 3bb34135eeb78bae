"""Where the commands come together, and how they speak."""

from __future__ import annotations

from typing import NoReturn

import typer

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Bang Giao: công tác đối ngoại và hội nhập quốc tế của một tỉnh.",
)


def say(text: str = "") -> None:
    """One line to whoever runs the command."""
    typer.echo(text)


def refuse(reason: str) -> NoReturn:
    """Stop in words, without a traceback."""
    typer.echo(reason, err=True)
    raise typer.Exit(1)


@app.callback()
def every_command() -> None:
    """Bang Giao: công tác đối ngoại và hội nhập quốc tế của một tỉnh."""
