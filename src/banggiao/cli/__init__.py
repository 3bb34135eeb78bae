"""The command `banggiao`: one module for each group of commands; `banggiao --help` says what they do."""

from __future__ import annotations

import os
import pkgutil
from importlib import import_module

import django

from banggiao.cli.app import app


def main() -> None:
    """Run the command with the arguments of the terminal."""
    load()
    app()


def load() -> None:
    """Let every module of this package put its commands into `app`; they may import models once Django is set up."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "banggiao.config.settings")
    django.setup()
    for module in pkgutil.iter_modules(__path__):
        if module.name != "tests":
            import_module(f"{__name__}.{module.name}")
