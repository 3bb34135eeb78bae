"""How one thing stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """`NOTICE` is worth knowing and stops nothing; `FAULT` keeps something from working."""

    GOOD = "good"
    NOTICE = "notice"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked at, how it stands, and in words what that means and what to do."""

    what: str
    level: Level
    words: str


def good(what: str, words: str) -> Found:
    """All is well."""
    return Found(what, Level.GOOD, words)


def notice(what: str, words: str) -> Found:
    """Worth knowing."""
    return Found(what, Level.NOTICE, words)


def fault(what: str, words: str) -> Found:
    """Has to be put right."""
    return Found(what, Level.FAULT, words)
