"""Which engine read a document."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version


@cache
def engine_version() -> str:
    """The version of this distribution, engine and application together."""
    try:
        return version("bang-giao")[:20]
    except PackageNotFoundError:
        return "0"
