"""`banggiao import FILE…`."""

from __future__ import annotations

from banggiao.cli.app import app
from banggiao.documents import commands

commands.register(app)
