"""Ways in which the text of one and the same document arrives, none of which may change what is read out of it.

Pure functions on text, standard library only, so that tests and benchmark can share them.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable, Sequence

LINES_A_PAGE = 45

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_EARLY_TONE = re.compile(r"(?:[òóỏõọ][ae]|(?<![qQ])[ùúủũụ]y)(?!\w)", re.IGNORECASE)
_MARKER = re.compile(r"(?:[-+•*]|(?:[IVX]{1,5}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)/-]|[a-zđ][).]|Điều \d+\.)\s")
_PAGE_NUMBER = re.compile(r"\s*\d{1,3}\s*")
_BROKEN_SYMBOL = re.compile(r"\d-$")


def decomposed(text: str) -> str:
    """Letters and their marks as separate characters (Unicode NFD), as macOS and some web pages give them."""
    return unicodedata.normalize("NFD", text)


def late_tones(text: str) -> str:
    """The other style of tone placement: `hòa` becomes `hoà`, `thúy` becomes `thuý`, `Ủy` becomes `Uỷ`."""
    return _EARLY_TONE.sub(_later, text)


def _later(match: re.Match[str]) -> str:
    first = unicodedata.normalize("NFD", match.group()[0])
    tone = next(char for char in first if char in _TONES)
    return unicodedata.normalize("NFC", first.replace(tone, "") + match.group()[1] + tone)


def windows_lines(text: str) -> str:
    """Lines that end as on Windows."""
    return text.replace("\n", "\r\n")


def without_blank_lines(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip()) + "\n"


def doubled_blank_lines(text: str) -> str:
    """Two blank lines where there was one."""
    return re.sub(r"(?m)^[^\S\n]*\n", "\n\n", text)


def spaced_out(text: str) -> str:
    """A blank line behind every line, as texts copied out of a PDF have them."""
    return "\n\n".join(line for line in text.split("\n") if line.strip()) + "\n"


def indented(text: str) -> str:
    """White space before and behind every line, tabs among it."""
    return "".join(f"\t {line} \t\n" if line.strip() else "\n" for line in text.split("\n"))


def numbered_pages(text: str, every: int = LINES_A_PAGE) -> str:
    """A page number on a line of its own behind every page of `every` lines; numbers already there are taken out."""
    lines = [line for line in text.split("\n") if line.strip() and not _PAGE_NUMBER.fullmatch(line)]
    pages = [lines[start : start + every] for start in range(0, len(lines), every)]
    out = list(pages[0]) if pages else []
    for number, page in enumerate(pages[1:], 2):
        out += ["", f"{number}", "", *page]
    return "\n".join(out) + "\n"


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text whose lines were broken near one column, each on one line.

    A line goes on where the one before it had no room for its first word and it bears no marker of its own. Texts
    that have one paragraph a line come back as they are, without blank lines.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip() and not _PAGE_NUMBER.fullmatch(line)]
    lengths = sorted(len(line) for line in lines)
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    if width > 2 * LINES_A_PAGE + 40:
        return lines
    joined: list[str] = []
    last = ""
    for line in lines:
        if last and _goes_on(last, line, width):
            joined[-1] += ("" if _BROKEN_SYMBOL.search(last) else " ") + line
        else:
            joined.append(line)
        last = line
    return joined


def _goes_on(last: str, line: str, width: int) -> bool:
    if line.startswith("|") or last.startswith("|"):
        return False
    if _MARKER.match(line) and (last[-1] in ".;:" or not line.startswith("- ")):
        return False
    return len(last) + len(line.split(maxsplit=1)[0]) >= 0.85 * width


def rewrapped(texts: Sequence[str], columns: int) -> str:
    """Paragraphs broken anew, with nothing between them but a line end; table rows are left alone.

    A paragraph whose last line would come out full is broken a little narrower: a full line says that its paragraph
    goes on, and no reader could know better.
    """
    lines: list[str] = []
    for text in texts:
        lines += [text] if text.startswith("|") or len(text) <= columns else _broken(text, columns)
    return "\n".join(lines) + "\n"


def _broken(text: str, columns: int) -> list[str]:
    attempts = [
        textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
        for width in range(columns, columns - columns // 6, -1)
    ]
    return next((lines for lines in attempts if len(lines[-1]) < 0.75 * columns), attempts[0])


PERTURBATIONS: dict[str, Callable[[str], str]] = {
    "decomposed letters": decomposed,
    "late tones": late_tones,
    "Windows lines": windows_lines,
    "no blank lines": without_blank_lines,
    "doubled blank lines": doubled_blank_lines,
    "a blank line behind every line": spaced_out,
    "indented lines": indented,
    "numbered pages": numbered_pages,
}
"""What can be done to a text without knowing its paragraphs."""

WIDTHS = (60, 100)
"""Columns at which paragraphs are broken anew."""
