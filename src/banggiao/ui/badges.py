"""What a status looks like: always a word with an icon, never a colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, Protocol

from django.utils.functional import Promise

Colour = Literal["neutral", "info", "progress", "good", "warn", "bad", "muted"]
COLOURS: Final = ("neutral", "info", "progress", "good", "warn", "bad", "muted")
"""Apart from the accent: info blue, progress teal, good green, warn amber, bad crimson, muted grey."""


class Badge(Protocol):
    """Whatever can stand in a badge: a member of an enum of states, mostly."""

    @property
    def label(self) -> str | Promise: ...
    @property
    def icon(self) -> str: ...
    @property
    def colour(self) -> str: ...


@dataclass(frozen=True, slots=True)
class PlainBadge:
    """A badge that is no enum's."""

    label: str | Promise
    icon: str
    colour: Colour = "neutral"
