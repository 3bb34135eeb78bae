"""Automatic numbering of a DOCX, as Word would show it (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from vanban.extract.docx_names import NUM_ID, VAL, W
from vanban.extract.docx_styles import NumberingRef, Styles, whole

_LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")
_KEPT_BULLETS: Final = "-+*"
_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


class Level(NamedTuple):
    """One level of a list."""

    start: int
    form: str
    pattern: str
    suffix: str
    restart: int | None
    legal: bool
    style: str | None


_PLAIN: Final = Level(1, "decimal", "", " ", None, False, None)


class List(NamedTuple):
    """A w:num: the list it is an instance of, and the levels it changes."""

    abstract: str
    overrides: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """Counts paragraphs and gives each its marker. Paragraphs must be asked for in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, List] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._used: set[str] = set()
        self._linked: dict[str, dict[int, Level]] = {}
        if root is None:
            return
        for abstract in root.iterfind(f"{W}abstractNum"):
            levels = (_read_level(level) for level in abstract.iterfind(f"{W}lvl"))
            self._abstract[abstract.get(f"{W}abstractNumId", "")] = dict(levels)
        for number in root.iterfind(f"{W}num"):
            self._lists[number.get(f"{W}numId", "")] = _read_list(number)
        self._linked = self._links(root)

    def _links(self, root: Element) -> dict[str, dict[int, Level]]:
        """Levels of the lists that take them from a numbering style (w:numStyleLink)."""
        found: dict[str, dict[int, Level]] = {}
        for abstract in root.iterfind(f"{W}abstractNum"):
            link = abstract.find(f"{W}numStyleLink")
            style = self._styles.numbering(link.get(VAL)) if link is not None else None
            if style and style.number in self._lists:
                levels = self._abstract.get(self._lists[style.number].abstract, {})
                found[abstract.get(f"{W}abstractNumId", "")] = levels
        return found

    def marker(self, own: NumberingRef | None, style: str | None) -> str:
        """The marker of the next paragraph with the blank behind it, empty where it has none.

        `own` is the paragraph's own w:numPr, `style` its style; the paragraph's own word goes first.
        """
        if not self._lists:
            return ""
        inherited = self._styles.numbering(style)
        number = own.number if own and own.number is not None else inherited and inherited.number
        if not number or number not in self._lists:  # numId 0 takes a paragraph out of its list
            return ""
        level = own.level if own and own.level is not None else inherited and inherited.level
        levels = self._levels(number)
        if level is None:
            level = next((key for key, entry in levels.items() if style and entry.style == style), 0)
        level = min(max(level, 0), _LEVELS - 1)
        counters = self._count(number, level, levels)
        return _show(levels, level, counters)

    def _levels(self, number: str) -> dict[int, Level]:
        entry = self._lists[number]
        levels = self._abstract.get(entry.abstract) or self._linked.get(entry.abstract, {})
        return {**levels, **entry.overrides}

    def _count(self, number: str, level: int, levels: dict[int, Level]) -> list[int | None]:
        entry = self._lists[number]
        counters = self._counters.setdefault(entry.abstract, [None] * _LEVELS)
        if number not in self._used:
            self._used.add(number)
            for changed in entry.starts:
                counters[changed] = None
        start = entry.starts.get(level, levels.get(level, _PLAIN).start)
        current = counters[level]
        counters[level] = start if current is None else current + 1
        for above in range(level):
            if counters[above] is None:
                counters[above] = entry.starts.get(above, levels.get(above, _PLAIN).start)
        for below in range(level + 1, _LEVELS):
            restart = levels.get(below, _PLAIN).restart
            if restart is None or (restart > 0 and level < restart):
                counters[below] = None
        return counters


def _show(levels: dict[int, Level], level: int, counters: list[int | None]) -> str:
    entry = levels.get(level, _PLAIN)
    if entry.form == "none" and not entry.pattern:
        return ""
    if entry.form == "bullet":
        return (entry.pattern if entry.pattern and entry.pattern in _KEPT_BULLETS else "-") + " "

    def number(match: re.Match[str]) -> str:
        place = int(match.group(1)) - 1
        form = levels.get(place, _PLAIN).form
        return format_number(counters[place] or 0, "decimal" if entry.legal and form != "none" else form)

    marker = _PLACE.sub(number, entry.pattern)
    return marker + entry.suffix if marker else ""


def format_number(value: int, form: str) -> str:
    """A number as w:numFmt writes it; unknown forms are written as decimals.

    >>> format_number(4, "upperRoman"), format_number(28, "lowerLetter")
    ('IV', 'bb')
    """
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{value:02d}"
    if form in ("upperRoman", "lowerRoman") and 0 < value < 4000:
        roman = _roman(value)
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter") and 0 < value <= 26 * 20:
        letter = chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    return str(value)


def _roman(value: int) -> str:
    pieces: list[str] = []
    for amount, letters in _ROMAN:
        times, value = divmod(value, amount)
        pieces.append(letters * times)
    return "".join(pieces)


def _read_list(number: Element) -> List:
    abstract = number.find(f"{W}abstractNumId")
    overrides: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in number.iterfind(f"{W}lvlOverride"):
        place = whole(override.get(f"{W}ilvl"), 0)
        if not 0 <= place < _LEVELS:
            continue
        level = override.find(f"{W}lvl")
        if level is not None:
            overrides[place] = _read_level(level)[1]
        start = override.find(f"{W}startOverride")
        if start is not None:
            starts[place] = whole(start.get(VAL), 1)
    return List(abstract.get(VAL, "") if abstract is not None else "", overrides, starts)


def _read_level(level: Element) -> tuple[int, Level]:
    values = {child.tag: child.get(VAL) for child in level if child.tag != NUM_ID}
    restart = values.get(f"{W}lvlRestart")
    return whole(level.get(f"{W}ilvl"), 0), Level(
        start=whole(values.get(f"{W}start"), 1) if f"{W}start" in values else 0,
        form=values.get(f"{W}numFmt") or "decimal",
        pattern=values.get(f"{W}lvlText") or "",
        suffix="" if values.get(f"{W}suff") == "nothing" else " ",
        restart=None if restart is None else whole(restart, 0),
        legal=f"{W}isLgl" in values and values[f"{W}isLgl"] not in ("0", "false"),
        style=values.get(f"{W}pStyle"),
    )
