"""What can be wrong with the machine rather than with a request."""

from __future__ import annotations

import errno

from django.db import OperationalError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def is_locked(fault: BaseException | None) -> bool:
    """Whether somebody else holds the database longer than anybody waits, or it cannot be reached."""
    return isinstance(fault, OperationalError) and not is_full(fault)


def is_full(fault: BaseException | None) -> bool:
    """Whether the disk takes nothing more; SQLite says it in words."""
    if isinstance(fault, OSError):
        return fault.errno in _FULL
    words = str(fault)
    return isinstance(fault, OperationalError) and ("disk is full" in words or "disk I/O" in words)
