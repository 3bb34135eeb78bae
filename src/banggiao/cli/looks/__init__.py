"""What `banggiao check` looks at: each look says how one thing stands and, where something is wrong, what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from banggiao.cli.looks.inside import DATABASE_LOOKS
from banggiao.cli.looks.outside import OUTSIDE_LOOKS
from banggiao.cli.looks.words import Found, Level

Look = Callable[[], Iterable[Found]]
LOOKS: tuple[Look, ...] = (*OUTSIDE_LOOKS, *DATABASE_LOOKS)

__all__ = ["LOOKS", "Found", "Level", "Look"]
