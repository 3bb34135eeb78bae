"""When a chore is due: values in, values out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a chore is done: after a span of time, or (`every` None) once on each day, soon after midnight."""

    every: timedelta | None = None

    def due_before(self, now: datetime) -> datetime:
        """A chore that was last begun before this moment is due."""
        if self.every is not None:
            return now - self.every
        return now.astimezone(LOCAL).replace(hour=0, minute=0, second=0, microsecond=0)


DAILY = Rhythm()
ALIVE_FOR = timedelta(minutes=2)
"""A worker that has not been heard of for longer is taken for dead; it speaks up every 20 seconds."""
