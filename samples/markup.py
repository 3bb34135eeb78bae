"""Our own sample documents: the mark-up they are written in, and the gold reading that it yields.

A source is a head of `key: value` lines, a line `---`, and one block a line (README.md lists them). What a careful
official reads out of a sentence is marked where it stands: `{c:Nghị quyết số 59-NQ/TW}` is a citation,
`{L:Chủ trì …}` a duty to lead, `{g:…}` an agency, `{w:…}` whom it works with, `{t[year 11-5 report to=…]:…}` a
deadline, `{m[30..50 đoàn 2025]:…}` a target. The gold reading is therefore never typed twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

RANKS = {"part": 1, "subpart": 2, "section": 3, "sub": 4}
KINDS = {"part": "part", "subpart": "part", "section": "section", "sub": "subsection", "item": "item", "par": "paragraph"}
ROLES = {"L": "lead", "C": "coordinate", "I": "implement", "R": "request"}
RUN_IN = "‖"

_OPEN = re.compile(r"\{([a-zA-Z])(?:\[([^\]]*)\])?:")
_CITED = re.compile(
    r"(?P<kind>[A-ZĐa-zà-ỹđ ]+?)? ?(?:số ?)?(?P<number>\d[^ ,]*(?:- [A-ZĐ][^ ,]*)?)"
    r"(?:,? ?ngày ?(?P<date>\d{1,2}(?:/| tháng )\d{1,2}(?:/| năm )\d{4}))?,?(?: của (?P<issuer>.+))?$"
)


@dataclass(frozen=True)
class Mark:
    """A marked stretch of a block's text."""

    tag: str
    arguments: str
    start: int
    end: int


@dataclass(frozen=True)
class Line:
    """Plain text with its marks."""

    text: str
    marks: tuple[Mark, ...] = ()

    def quote(self, mark: Mark) -> str:
        return self.text[mark.start : mark.end]

    def inside(self, outer: Mark, tag: str) -> list[Mark]:
        return [m for m in self.marks if m.tag == tag and outer.start <= m.start and m.end <= outer.end]


@dataclass(frozen=True)
class Block:
    """One paragraph of the document: `kind` as in the source, `path` its place in the outline, "" where it has none.

    `follows` is true for a paragraph that stands behind its heading on the same line; `cells` are a table row's.
    """

    kind: str
    marker: str
    line: Line
    path: str = ""
    follows: bool = False
    cells: tuple[Line, ...] = ()


@dataclass
class Sample:
    """A source, read."""

    name: str
    head: dict[str, list[str]]
    blocks: list[Block] = field(default_factory=list)

    def one(self, key: str) -> str:
        return self.head[key][0]

    @property
    def title(self) -> Line:
        return parse(self.one("title"))


def parse(marked: str) -> Line:
    """Take the marks out of a text."""
    text: list[str] = []
    marks: list[Mark] = []
    stack: list[tuple[str, str, int]] = []
    length = position = 0
    while position < len(marked):
        opening = _OPEN.match(marked, position)
        if opening:
            stack.append((opening[1], opening[2] or "", length))
            position = opening.end()
        elif marked[position] == "}" and stack:
            tag, arguments, start = stack.pop()
            marks.append(Mark(tag, arguments, start, length))
            position += 1
        else:
            text.append(marked[position])
            length += 1
            position += 1
    if stack:
        raise ValueError(f"unclosed mark in: {marked[:80]}")
    return Line("".join(text), tuple(sorted(marks, key=lambda m: (m.start, -m.end))))


def load(path: Path) -> Sample:
    """Read a source."""
    head_text, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    head: dict[str, list[str]] = {}
    for line in head_text.splitlines():
        key, _, value = line.partition(":")
        head.setdefault(key.strip(), []).append(value.strip())
    sample = Sample(path.stem, head)
    sample.blocks = list(_blocks(body))
    return sample


def _blocks(body: str) -> Iterator[Block]:
    stack: list[tuple[int, str]] = []
    counts: dict[str, int] = {}

    def next_path() -> str:
        heading = ".".join(numeral for _, numeral in stack) or "0"
        counts[heading] = counts.get(heading, 0) + 1
        return f"{heading}/{counts[heading]}"

    for raw in body.splitlines():
        if not raw.strip() or raw.startswith("//"):
            continue
        kind, _, rest = raw.partition(" ")
        if kind in RANKS:
            marker, _, rest = rest.partition(" ")
            if kind == "part" and marker.startswith("PHỤ"):
                marker, _, rest = (marker + " " + rest).partition(" | ")
            while stack and stack[-1][0] >= RANKS[kind]:
                stack.pop()
            stack.append((RANKS[kind], "PL" if marker.startswith("PHỤ") else marker.rstrip(".)-/")))
            heading, _, behind = rest.partition(RUN_IN)
            yield Block(kind, marker, parse(heading.strip()), ".".join(numeral for _, numeral in stack))
            if behind:
                yield Block("par", "", parse(behind.strip()), next_path(), follows=True)
        elif kind == "item":
            marker, _, rest = rest.partition(" ")
            yield Block(kind, marker, parse(rest), next_path())
        elif kind == "par":
            yield Block(kind, "", parse(rest), next_path())
        elif kind == "row":
            cells = tuple(parse(cell.strip()) for cell in rest.split("|"))
            yield Block(kind, cells[0].text, cells[1], next_path(), cells=cells)
        elif kind == "rowhead":
            numeral, _, title = rest.partition(" | ")
            while stack and stack[-1][0] >= RANKS["subpart"]:
                stack.pop()
            stack.append((RANKS["subpart"], numeral.strip()))
            yield Block(kind, numeral.strip(), parse(title.strip()), ".".join(numeral for _, numeral in stack))
        elif kind == "@columns":
            yield Block(kind, "", Line(""), cells=tuple(Line(cell.strip()) for cell in rest.split("|")))
        elif kind.startswith("@"):
            yield Block(kind, "", parse(rest))
        else:
            raise ValueError(f"unknown block: {raw[:60]}")


Quote = Callable[[Block | None, Line, int, int], str]
"""How a stretch of a block's text reads in the text version (`plain.py`); the block is None for the title."""


def as_written(_block: Block | None, line: Line, start: int, end: int) -> str:
    return " ".join(line.text[start:end].split())


def gold(sample: Sample, quote: Quote = as_written) -> dict[str, Any]:
    """The gold reading, in the format that README.md describes."""
    return {
        "document": sample.name,
        "metadata": _metadata(sample, quote),
        "outline": [_node(block, quote) for block in sample.blocks if block.path],
        "citations": list(_citations(sample, quote)),
        "assignments": list(_assignments(sample, quote)),
        "deadlines": list(_deadlines(sample, quote)),
        "targets": list(_targets(sample, quote)),
        "partners": [_partner(entry) for entry in sample.head.get("partner", [])],
    }


def _metadata(sample: Sample, quote: Quote) -> dict[str, Any]:
    def value(key: str) -> str | None:
        return sample.head.get(key, [""])[0] or None

    name, role, authority, behalf = (part.strip() or None for part in sample.one("signer").split("|"))
    return {
        "kind": value("kind"),
        "number": value("number"),
        "place": value("place"),
        "date": value("date"),
        "issuer": value("issuer"),
        "title": quote(None, sample.title, 0, len(sample.title.text)),
        "signer": {"name": name, "role": role, "authority": authority, "behalf": behalf},
        "recipients": sample.head.get("recipient", []),
    }


def _node(block: Block, quote: Quote) -> dict[str, Any]:
    text = block.line.text
    end = len(text.rstrip(" :")) if block.kind in RANKS else len(text)
    first, last = _first_words(text[:end], 8), _last_words(text[:end], 5)
    kind = {"row": "item", "rowhead": "part"}.get(block.kind) or KINDS[block.kind]
    return {
        "path": block.path,
        "kind": kind,
        "marker": block.marker or None,
        "start": quote(block, block.line, 0, first),
        "end": quote(block, block.line, last, end),
    }


def _first_words(text: str, count: int) -> int:
    words = [m for m in re.finditer(r"\S+", text)]
    counted = [m for m in words if m.group() not in "-–"]
    return counted[: count][-1].end() if counted else len(text)


def _last_words(text: str, count: int) -> int:
    counted = [m for m in re.finditer(r"\S+", text) if m.group() not in "-–"]
    return counted[-count:][0].start() if counted else 0


def _lines(sample: Sample) -> Iterator[tuple[str, Block | None, Line]]:
    yield "title", None, sample.title
    for block in sample.blocks:
        if block.path:
            for line in block.cells or (block.line,):
                yield block.path, block, line


def _citations(sample: Sample, quote: Quote) -> Iterator[dict[str, Any]]:
    for path, block, line in _lines(sample):
        for mark in line.marks:
            if mark.tag == "c":
                yield {"path": path, "text": quote(block, line, mark.start, mark.end), **cited(line.quote(mark), mark.arguments)}


def cited(text: str, arguments: str = "") -> dict[str, str | None]:
    """Kind, number, ISO date and issuer of a cited form; `arguments` (`key=value; …`) override.

    >>> cited("Quyết định 339-QĐ/TU ngày 21/3/2017 của Tỉnh ủy")["date"]
    '2017-03-21'
    """
    match = _CITED.match(text)
    if not match:
        raise ValueError(f"no citation: {text}")
    day = match["date"]
    if day:
        numbers = [int(n) for n in re.findall(r"\d+", day)]
        day = f"{numbers[2]}-{numbers[1]:02}-{numbers[0]:02}"
    found: dict[str, str | None] = {
        "kind": (match["kind"] or "").strip().removesuffix(" số") or None,
        "number": match["number"].replace(" ", ""),
        "date": day,
        "issuer": match["issuer"],
    }
    for part in filter(None, arguments.split(";")):
        key, _, value = part.partition("=")
        found[key.strip()] = value.strip() or None
    return found


def _duties(sample: Sample) -> Iterator[tuple[Block, Line, Mark, str, list[tuple[Line, Mark]], list[tuple[Line, Mark]]]]:
    """Every duty with its role, its agencies and those it works with, each as marked."""
    own: dict[str, list[tuple[Line, Mark]]] = {}
    for block in sample.blocks:
        if block.kind in RANKS:
            own[block.path] = [(block.line, m) for m in block.line.marks if m.tag == "g"]
        if block.kind == "row":
            agencies, partners = ([(c, m) for c in block.cells for m in c.marks if m.tag == tag] for tag in "gw")
            if agencies:
                yield block, block.line, Mark("L", "", 0, len(block.line.text)), "lead", agencies, partners
            continue
        for mark in block.line.marks:
            if mark.tag in ROLES:
                inside = [(block.line, m) for m in block.line.inside(mark, "g")]
                agencies = inside or _inherited(own, block.path)
                partners = [(block.line, m) for m in block.line.inside(mark, "w")]
                yield block, block.line, mark, ROLES[mark.tag], agencies, partners


def _inherited(own: dict[str, list[tuple[Line, Mark]]], path: str) -> list[tuple[Line, Mark]]:
    heading = path.split("/")[0]
    while heading:
        if own.get(heading):
            return own[heading]
        heading = heading.rpartition(".")[0]
    raise ValueError(f"a duty without an agency at {path}")


def _assignments(sample: Sample, quote: Quote) -> Iterator[dict[str, Any]]:
    for block, line, mark, role, agencies, partners in _duties(sample):
        start = mark.start
        text = line.text[start : mark.end]
        yield {
            "path": block.path,
            "agencies": [quote(block, other, m.start, m.end) for other, m in agencies],
            "role": role,
            "with": [quote(block, other, m.start, m.end) for other, m in partners],
            "start": quote(block, line, start, start + _first_words(text, 8)),
        }


def _deadlines(sample: Sample, quote: Quote) -> Iterator[dict[str, Any]]:
    duties = list(_duties(sample))
    for path, block, line in _lines(sample):
        for mark in line.marks:
            if mark.tag != "t" or block is None:
                continue
            by: list[tuple[Line, Mark]] = []
            for other, duty_line, duty, _role, agencies, _partners in duties:
                if other is block and (block.cells or (duty.start <= mark.start and mark.end <= duty.end and duty_line is line)):
                    by = agencies
            yield {"path": path, "text": quote(block, line, mark.start, mark.end), **_due(mark.arguments),
                   "by": [as_written(block, other, m.start, m.end) for other, m in by], "to": _to(mark.arguments)}


def _due(arguments: str) -> dict[str, Any]:
    """`half-year 5-25 report`, `once 2026-6-30 act`, `once 2026-6 act`, `year - report`, `month day20 report`."""
    rhythm, date, duty = arguments.split(" to=")[0].split(" ")
    if date.startswith("day"):
        return {"rhythm": rhythm, "month": None, "day": int(date[3:]), "year": None, "duty": duty}
    numbers: list[int | None] = [] if date == "-" else [int(n) for n in date.split("-")]
    year = numbers.pop(0) if numbers and (numbers[0] or 0) > 31 else None
    month, day = [*numbers, None, None][:2]
    return {"rhythm": rhythm, "month": month, "day": day, "year": year, "duty": duty}


def _to(arguments: str) -> list[str]:
    return [name.strip() for name in arguments.partition(" to=")[2].split("&") if name.strip()]


def _targets(sample: Sample, quote: Quote) -> Iterator[dict[str, Any]]:
    for path, block, line in _lines(sample):
        for mark in line.marks:
            if mark.tag == "m":
                bounds, _, rest = mark.arguments.partition(" ")
                unit, _, year = rest.rpartition(" ")
                low, high = (float(n) if "." in n.replace("..", "") else int(n) if n else None for n in bounds.split(".."))
                yield {"path": path, "text": quote(block, line, mark.start, mark.end), "minimum": low, "maximum": high,
                       "unit": unit, "year": int(year) if year != "-" else None}


def _partner(entry: str) -> dict[str, Any]:
    first, *names = (part.strip() for part in entry.split("|"))
    kind, _, country = first.partition(" ")
    return {"names": names, "kind": kind, "country": country or None}
