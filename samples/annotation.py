"""The gold reading of a sample, derived from the marks in its source (README.md tells the format)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from samples.markup import RANKS, Block, Line, Mark, Sample

KINDS = {
    "subpart": "part",
    "rowhead": "part",
    "sub": "subsection",
    "row": "item",
    "par": "paragraph",
}
"""Kinds of blocks whose kind in the outline has another name."""
ROLES = {"L": "lead", "C": "coordinate", "I": "implement", "R": "request"}

_CITED = re.compile(
    r"(?P<kind>[A-ZĐa-zà-ỹđ ]+?)? ?(?:số ?)?(?P<number>\d[^ ,]*(?:- [A-ZĐ][^ ,]*)?)"
    r"(?:,? ?ngày ?(?P<date>\d{1,2}(?:/| tháng )\d{1,2}(?:/| năm )\d{4}))?,?(?: của (?P<issuer>.+))?$"
)


Quote = Callable[[Line, int, int], str]
"""How a stretch of the source reads in the text version (`plain.py`)."""


def as_written(line: Line, start: int, end: int) -> str:
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
        "title": quote(sample.title, 0, len(sample.title.text)),
        "signer": {"name": name, "role": role, "authority": authority, "behalf": behalf},
        "recipients": sample.head.get("recipient", []),
    }


def _node(block: Block, quote: Quote) -> dict[str, Any]:
    text = block.line.text
    end = len(text.rstrip(" :")) if block.kind in RANKS else len(text)
    first, last = _first_words(text[:end], 8), _last_words(text[:end], 5)
    return {
        "path": block.path,
        "kind": KINDS.get(block.kind, block.kind),
        "marker": block.marker or None,
        "start": quote(block.line, 0, first),
        "end": quote(block.line, last, end),
    }


def _first_words(text: str, count: int) -> int:
    words = list(re.finditer(r"\S+", text))
    counted = [m for m in words if m.group() not in "-–"]
    return counted[:count][-1].end() if counted else len(text)


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
    for path, _block, line in _lines(sample):
        for mark in line.marks:
            if mark.tag == "c":
                yield {
                    "path": path,
                    "text": quote(line, mark.start, mark.end),
                    **cited(line.quote(mark), mark.arguments),
                }


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


Named = list[tuple[Line, Mark]]
"""Agencies, each as marked in a text."""


def _duties(sample: Sample) -> Iterator[tuple[Block, Line, Mark, str, Named, Named]]:
    """Every duty with its role, its agencies and those it works with, each as marked."""
    own: dict[str, Named] = {}
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


def _inherited(own: dict[str, Named], path: str) -> Named:
    heading = path.partition("/")[0]
    while heading:
        if own.get(heading):
            return own[heading]
        heading = heading.rpartition(".")[0]
    raise ValueError(f"a duty without an agency at {path}")


def _assignments(sample: Sample, quote: Quote) -> Iterator[dict[str, Any]]:
    for block, line, mark, role, agencies, partners in _duties(sample):
        text = line.text[mark.start : mark.end]
        yield {
            "path": block.path,
            "agencies": [quote(other, m.start, m.end) for other, m in agencies],
            "role": role,
            "with": [quote(other, m.start, m.end) for other, m in partners],
            "start": quote(line, mark.start, mark.start + _first_words(text, 8)),
        }


def _deadlines(sample: Sample, quote: Quote) -> Iterator[dict[str, Any]]:
    duties = list(_duties(sample))
    for path, block, line in _lines(sample):
        for mark in line.marks:
            if mark.tag == "t":
                near = (duty for duty in duties if duty[0] is block and _within(mark, duty[2], block))
                yield {
                    "path": path,
                    "text": quote(line, mark.start, mark.end),
                    **_due(mark.arguments),
                    "by": [quote(other, m.start, m.end) for duty in near for other, m in duty[4]],
                    "to": _to(mark.arguments),
                }


def _within(mark: Mark, duty: Mark, block: Block | None) -> bool:
    """Whether a deadline belongs to a duty; all cells of a row belong together."""
    return bool(block and block.cells) or (duty.start <= mark.start and mark.end <= duty.end)


def _due(arguments: str) -> dict[str, Any]:
    """`half-year 5-25 report`, `once 2026-6-30 act`, `once 2026-6 act`, `year - report`, `month day20 report`."""
    rhythm, date, duty = arguments.partition(" to=")[0].split(" ")
    if date.startswith("day"):
        return {"rhythm": rhythm, "month": None, "day": int(date[3:]), "year": None, "duty": duty}
    numbers: list[int | None] = [] if date == "-" else [int(n) for n in date.split("-")]
    year = numbers.pop(0) if numbers and (numbers[0] or 0) > 31 else None
    month, day = [*numbers, None, None][:2]
    return {"rhythm": rhythm, "month": month, "day": day, "year": year, "duty": duty}


def _to(arguments: str) -> list[str]:
    return [name.strip() for name in arguments.partition(" to=")[2].split("&") if name.strip()]


def _targets(sample: Sample, quote: Quote) -> Iterator[dict[str, Any]]:
    for path, _block, line in _lines(sample):
        for mark in line.marks:
            if mark.tag == "m":
                bounds, _, rest = mark.arguments.partition(" ")
                unit, _, year = rest.rpartition(" ")
                low, high = (int(bound) if bound else None for bound in bounds.split(".."))
                yield {
                    "path": path,
                    "text": quote(line, mark.start, mark.end),
                    "minimum": low,
                    "maximum": high,
                    "unit": unit,
                    "year": int(year) if year != "-" else None,
                }


def _partner(entry: str) -> dict[str, Any]:
    first, *names = (part.strip() for part in entry.split("|"))
    kind, _, country = first.partition(" ")
    return {"names": names, "kind": kind, "country": country or None}
