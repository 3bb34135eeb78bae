"""A page that stands alone: its own looks, no scripts, no address outside itself, every text escaped."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_UNSAFE = {
    **dict.fromkeys((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)), " "),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), None),
    **dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd"),
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord('"'): "&quot;",
    ord("'"): "&#39;",
}
"""What mark-up would be made of, control characters, and marks that turn the direction of writing."""


def escape(text: str) -> str:
    """A text as it may stand between tags and inside a quoted attribute."""
    safe = text.translate(_UNSAFE)
    try:
        safe.encode()
    except UnicodeEncodeError:
        safe = safe.encode("utf-8", "replace").decode()
    return safe


def page(title: str, header: str, body: str) -> str:
    """A whole page; `header` and `body` are mark-up, `title` is text."""
    return (
        '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f'<title>{escape(title)}</title>\n<style>\n{_looks()}</style>\n</head>\n<body>\n<div class="frame">\n'
        f"<header>\n{header}\n</header>\n<main>\n{body}\n</main>\n</div>\n</body>\n</html>\n"
    )


def element(tag: str, text: str, kind: str = "") -> str:
    """An element that holds text; nothing where there is no text."""
    return f"<{tag}{classes(kind)}>{escape(text)}</{tag}>" if text else ""


def classes(kind: str) -> str:
    return f' class="{kind}"' if kind else ""


@cache
def _looks() -> str:
    return (files(__package__) / "templates" / "page.css").read_text(encoding="utf-8")
