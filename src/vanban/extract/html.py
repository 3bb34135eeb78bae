"""HTML to text: one block a line, lists with their marks, tables as `vanban.extract.grid` says.

The tokeniser is our own: the standard library's takes quadratic time on megabytes of `<` or of open comments.
It gives tags and text and is content with anything; what it cannot understand is text.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from html import unescape
from typing import Final, NamedTuple

from vanban.extract import grid, legacy, plain
from vanban.extract.document import MAX_NESTING, MAX_TEXT_CHARS, Extracted, refusal
from vanban.extract.docx_numbering import format_number
from vanban.extract.docx_styles import whole

_BLOCK_NAMES: Final = (
    "address article aside blockquote body caption center dd div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html legend main nav ol p pre section summary ul"
)
_SKIPPED_NAMES: Final = "script style head template noscript iframe object svg select textarea"
_VOID_NAMES: Final = "br hr img input meta link wbr col area base embed source track param"
_BLOCKS: Final = frozenset(_BLOCK_NAMES.split())
_SKIPPED: Final = frozenset(_SKIPPED_NAMES.split())
_VOID: Final = frozenset(_VOID_NAMES.split())
_FORMS: Final = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?([\w-]{1,40})", re.IGNORECASE)
_SPACES: Final = re.compile(r"[ \t\r\n\f\xa0]+")
_FACE: Final = re.compile(r"font-family\s{0,5}:\s{0,5}[\"']?([^\"';,]{1,60})", re.IGNORECASE)
_TOKEN: Final = re.compile(
    r"<!--|<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9:-]{0,30})(?P<attributes>[^<>]{0,8000})>|<[!?][^<>]{0,8000}>"
)
_ATTRIBUTE: Final = re.compile(r"([a-zA-Z-]{1,30})\s{0,5}=\s{0,5}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_LONG_REFERENCE: Final = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")
"""No character has such a number; turning the digits into one could take long."""


def read(content: bytes) -> Extracted:
    """The text of an HTML page. Raises ReadingError as plain text does, and `no-text`."""
    text, notes = _decode(content)
    if len(text) > MAX_TEXT_CHARS or text.count("<") > _MAX_TAGS:
        raise refusal("too-large")
    reader = _Reader()
    for token in _tokens(text):
        reader.take(token)
    result = "\n".join(reader.result())
    if not result.strip():
        raise refusal("no-text")
    if not reader.met:
        result, name = legacy.repair(result)
        if name:
            reader.met.add(name)
    return Extracted(result, (), "html", (*notes, *(legacy.note(name) for name in sorted(reader.met))))


def _decode(content: bytes) -> tuple[str, tuple[str, ...]]:
    declared = _CHARSET.search(content[:4096])
    name = declared.group(1).decode("ascii").lower() if declared else ""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        if name and not name.startswith("utf") and _known(name) and b"\x00" not in content:
            return content.decode(name, errors="replace"), ()
    return plain.decode(content)


def _known(name: str) -> bool:
    try:
        return codecs.lookup(name)._is_text_encoding
    except LookupError:
        return False


class _Token(NamedTuple):
    """Text where there is no tag; else a tag, its attributes as they stand, and whether it is an end tag."""

    text: str
    tag: str = ""
    attributes: str = ""
    end: bool = False


def _tokens(text: str) -> Iterator[_Token]:
    position = 0
    while match := _TOKEN.search(text, position):
        start, end = match.span()
        if start > position:
            yield _Token(_unescape(text[position:start]))
        tag = (match["tag"] or "").lower()
        if match.group() == "<!--":
            end = _after(text, "-->", end)
        elif tag in _SKIPPED and not match["end"]:
            closing = re.compile(f"</{tag}", re.IGNORECASE).search(text, end)
            end = _after(text, ">", closing.end()) if closing else len(text) if tag in _OPAQUE else end
        elif tag:
            yield _Token("", tag, match["attributes"], bool(match["end"]))
        position = end
    if position < len(text):
        yield _Token(_unescape(text[position:]))


_OPAQUE: Final = frozenset(("script", "style"))
"""Without an end tag these swallow the rest, as in a browser; an open `head` or `form` does not."""

_MAX_TAGS: Final = 200_000
"""Word's own HTML spends about 100 on a page; each takes 2-4 microseconds."""

_MAX_INLINE: Final = 1_000


def _after(text: str, end: str, start: int) -> int:
    found = text.find(end, start)
    return found + len(end) if found >= 0 else len(text)


def _unescape(text: str) -> str:
    return unescape(_LONG_REFERENCE.sub("", text)) if "&" in text else text


def _attributes(text: str) -> dict[str, str]:
    found = _ATTRIBUTE.findall(text)
    return {name.lower(): _unescape(double or single or bare) for name, double, single, bare in found}


def _font(attributes: str) -> str | None:
    if not attributes or ("face" not in attributes.lower() and "font" not in attributes.lower()):
        return None
    values = _attributes(attributes)
    named = _FACE.search(values.get("style", ""))
    return values.get("face") or (named.group(1) if named else None)


class _List:
    """A list that is open: None as form means bullets."""

    def __init__(self, form: str | None, start: int) -> None:
        self._form = form
        self._next = start

    def marker(self) -> str:
        if self._form is None:
            return "- "
        self._next += 1
        return format_number(self._next - 1, self._form) + ". "


class _Table:
    """A table that is open, with its rows so far."""

    def __init__(self) -> None:
        self.rows: list[list[list[str]]] = []
        self.cell: list[str] | None = None
        self.spans: dict[int, int] = {}


class _Reader:
    """Builds lines; cells collect lines of their own while they are open."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._pieces: list[tuple[str, str | None]] = []
        self._lists: list[_List] = []
        self._tables: list[_Table] = []
        self._fonts: list[tuple[str, str | None]] = []
        self._marker = ""
        self.met: set[str] = set()

    def result(self) -> list[str]:
        """All lines, with tables that were never closed."""
        self._end_line()
        while self._tables:
            self._end_table()
        return self._lines

    def take(self, token: _Token) -> None:
        """The next tag or text."""
        if not token.tag:
            self._pieces.append((token.text, self._fonts[-1][1] if self._fonts else None))
        elif token.end:
            self._close(token.tag)
        else:
            self._open(token.tag, token.attributes)

    def _open(self, tag: str, attributes: str) -> None:
        if tag == "br":
            self._end_line()
        elif tag in ("ul", "ol"):
            self._end_line()
            if len(self._lists) < MAX_NESTING:
                values = _attributes(attributes)
                form = _FORMS.get(values.get("type", "1"), "decimal") if tag == "ol" else None
                self._lists.append(_List(form, whole(values.get("start"), 1)))
        elif tag == "li":
            self._end_line()
            self._marker = self._lists[-1].marker() if self._lists else "- "
        elif tag in ("table", "tr", "td", "th"):
            self._open_table_part(tag, _attributes(attributes))
        elif tag in _BLOCKS:
            self._end_line()
        elif tag not in _VOID and len(self._fonts) < _MAX_INLINE:
            self._fonts.append((tag, _font(attributes) or (self._fonts[-1][1] if self._fonts else None)))

    def _close(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._end_line()
            if self._lists:
                self._lists.pop()
        elif tag == "table":
            self._end_table()
        elif tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag in _BLOCKS or tag == "li":
            self._end_line()
        elif self._fonts and self._fonts[-1][0] == tag:
            self._fonts.pop()

    def _end_line(self) -> None:
        if not self._pieces:
            return
        text, met = legacy.compose(self._pieces)
        self._pieces.clear()
        text = _SPACES.sub(" ", text).strip()
        if text:
            self.met |= met
            self._target().append(self._marker + text)
            self._marker = ""

    def _target(self) -> list[str]:
        for table in reversed(self._tables):
            if table.cell is not None:
                return table.cell
        return self._lines

    def _open_table_part(self, tag: str, values: dict[str, str]) -> None:
        self._end_line()
        if tag == "table":
            if len(self._tables) < MAX_NESTING:
                self._tables.append(_Table())
            return
        if not self._tables:
            return
        self._end_cell()
        table = self._tables[-1]
        if tag == "tr" or not table.rows:
            table.rows.append([])
        if tag == "tr":
            return
        row = table.rows[-1]
        while table.spans.get(len(row), 0) > 0:
            table.spans[len(row)] -= 1
            row.append([])
        table.cell = []
        wide = min(max(whole(values.get("colspan"), 1), 1), 63)
        for column in range(len(row), len(row) + wide):
            table.spans[column] = min(max(whole(values.get("rowspan"), 1), 1), 1_000) - 1
        row.append(table.cell)
        row.extend([] for _ in range(wide - 1))

    def _end_cell(self) -> None:
        self._end_line()
        if self._tables:
            self._tables[-1].cell = None

    def _end_table(self) -> None:
        self._end_line()
        if self._tables:
            table = self._tables.pop()
            table.cell = None
            self._target().extend(grid.render([row for row in table.rows if row]))
