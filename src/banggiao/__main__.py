"""`python -m banggiao` is the command `banggiao`."""

from __future__ import annotations

from banggiao.cli import main

main()
