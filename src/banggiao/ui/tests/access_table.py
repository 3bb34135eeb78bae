"""Who gets what at the frame's own addresses."""

from __future__ import annotations

from banggiao.testing.access import row

ROWS = [
    row("ui:language_choose", method="post", everybody=302, nobody=302, data=lambda _cast: {"language": "en"}),
]
