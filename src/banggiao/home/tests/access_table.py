"""Who gets what on the first page."""

from __future__ import annotations

from banggiao.testing.access import row

ROWS = [
    row("home:desk", everybody=200),
]
