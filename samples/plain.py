"""The text version of a sample: what one gets who copies it out of a PDF, or out of a web page.

`text: wrapped` breaks lines near 80 columns, also inside a symbol behind its number (`22-` / `NQ/TW`), leaves a blank
line between all lines and prints page numbers; `text: lines` has one paragraph a line and tables as `| cell | cell |`.
`letterhead:` is `stacked` (left column, then right), `piped` or `merged` (both columns on one line).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from samples.markup import ANNEX, RANKS, Block, Line, Sample

WIDTH = 80
LINES_A_PAGE = 40
_AFTER_NUMBER = re.compile(r"(?<=\d-)(?=[A-ZĐ])")


Piece = tuple[str, Line | None]
"""Some text, and the text of the source that it is, if it is one."""


@dataclass
class Plain:
    """A text version. `broken` holds, for each text of the source, where a symbol was broken over two lines."""

    text: str = ""
    paragraphs: list[str] = field(default_factory=list)
    broken: dict[int, list[int]] = field(default_factory=dict)

    def quote(self, line: Line, start: int, end: int) -> str:
        """A stretch of the source as it reads here once white space is folded."""
        text = line.text[start:end]
        for position in sorted(self.broken.get(id(line), []), reverse=True):
            if start < position < end:
                text = text[: position - start] + " " + text[position - start :]
        return " ".join(text.split())


def wrap(text: str, width: int) -> tuple[list[str], list[int]]:
    """Break a paragraph; also return where a symbol was broken behind its number."""
    lines: list[str] = []
    broken: list[int] = []
    start = 0
    while len(text) - start > width:
        stop = text.rfind(" ", start, start + width + 1)
        stop = stop if stop > start else start + width
        cut = next((m.start() for m in _AFTER_NUMBER.finditer(text, stop + 1) if m.start() <= start + width), None)
        if cut is not None and " " not in text[stop + 1 : cut]:
            lines.append(text[start:cut])
            broken.append(cut)
            start = cut
        else:
            lines.append(text[start:stop])
            start = stop + 1
    lines.append(text[start:])
    return lines, broken


def _wrapped(text: str, *, apart: bool) -> tuple[list[str], list[int]]:
    """Near 80 columns; `apart`: a little narrower where the last line would be full and seem to go on."""
    attempts = [wrap(text, width) for width in range(WIDTH, WIDTH - 7, -1)]
    short = (attempt for attempt in attempts if len(attempt[0][-1]) < 0.75 * WIDTH)
    return next(short, attempts[0]) if apart else attempts[0]


def pieces(sample: Sample) -> Iterator[list[Piece]]:
    """The paragraphs in reading order, each as pieces of text with the source text they come from."""
    blocks = sample.blocks
    index = 0
    while index < len(blocks):
        block = blocks[index]
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if block.kind.startswith("@"):
            yield from _furniture(sample, block)
        elif block.marker.startswith(ANNEX):
            yield [(block.marker, None)]
            yield [("", None), (block.line.text, block.line)]
        elif block.kind in RANKS and following and following.follows:
            heading: list[Piece] = [(block.marker + " ", None), (block.line.text, block.line)]
            yield [*heading, (" ", None), (following.line.text, following.line)]
            index += 1
        elif block.kind == "rowhead":
            yield [(f"| {block.marker} | {block.line.text} |", None)]
        elif block.kind == "row":
            yield [("| " + " | ".join(cell.text for cell in block.cells) + " |", None)]
        else:
            yield [(block.marker + " " if block.marker else "", None), (block.line.text, block.line)]
        index += 1


def _furniture(sample: Sample, block: Block) -> Iterator[list[Piece]]:
    one = {
        "@letterhead": lambda: _letterhead(sample.head["left"], sample.head["right"], sample.one("letterhead")),
        "@letterhead2": lambda: _letterhead(sample.head["left2"], sample.head["right2"], sample.one("letterhead")),
        "@sign": lambda: _signature(sample),
        "@columns": lambda: ["| " + " | ".join(cell.text for cell in block.cells) + " |"],
        "@pagebreak": list,
    }
    if block.kind == "@title":
        yield [(block.line.text, None)] if block.line.text else []
        yield [("", None), (sample.title.text, None)]
    elif block.kind == "@centre":
        yield [(block.line.text, None)]
    else:
        for line in one[block.kind]():
            yield [(line, None)]


def _letterhead(left: list[str], right: list[str], style: str) -> list[str]:
    if style == "stacked":
        return [*left, *right]
    separator = " | " if style == "piped" else "      "
    return [separator.join(filter(None, pair)) for pair in zip_longest(left, right)]


def signature_lines(sample: Sample) -> list[str]:
    name, role, authority, behalf = (part.strip() for part in sample.one("signer").split("|"))
    return [line for line in (behalf, authority, role.upper(), name) if line]


def recipient_lines(sample: Sample) -> list[str]:
    names = sample.head.get("recipient", [])
    stop = "," if sample.head.get("layout") == ["party"] else ";"
    return ["Nơi nhận:", *(f"- {name}{'.' if name is names[-1] else stop}" for name in names)]


def _signature(sample: Sample) -> list[str]:
    return [*recipient_lines(sample), *signature_lines(sample)]


def render(sample: Sample) -> Plain:
    """The text version of a sample."""
    plain = Plain()
    wrapped = sample.one("text") == "wrapped"
    lines: list[str] = []
    paragraphs = [paragraph for paragraph in pieces(sample) if paragraph]
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        text = "".join(piece for piece, _ in paragraph)
        if not text:
            continue
        plain.paragraphs.append(text)
        if not wrapped or text.count(" | "):
            lines.append(text)
            continue
        broken_lines, broken = _wrapped(text, apart=following is not None and not following[0][0])
        lines += [line + " " for line in broken_lines[:-1]] + [broken_lines[-1]]
        _note_breaks(plain, paragraph, broken)
    plain.text = _paged(lines) if wrapped else "\n".join(lines) + "\n"
    return plain


def _note_breaks(plain: Plain, paragraph: list[Piece], broken: list[int]) -> None:
    base = 0
    for piece, line in paragraph:
        if line is not None:
            plain.broken[id(line)] = [position - base for position in broken if base < position < base + len(piece)]
        base += len(piece)


def _paged(lines: list[str]) -> str:
    out: list[str] = []
    for number, line in enumerate(lines):
        if number and number % LINES_A_PAGE == 0:
            out.append(f" {number // LINES_A_PAGE + 1} ")
            line = " " + line
        out.append(line)
    return "\n\n".join(out) + "\n"
