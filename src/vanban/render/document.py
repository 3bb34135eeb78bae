"""A reading as one page: the text with its findings underlined, and a list of them beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from vanban.render import words
from vanban.render.lists import Group, Line, groups, letterhead
from vanban.render.marks import Mark, by_block, marked
from vanban.render.page import element, escape, page

if TYPE_CHECKING:
    from vanban.findings import Node
    from vanban.reading import Reading

_LONGEST_MARKER = 14
"""Characters before a node, on its own line, that are taken for its marker."""

_GAP = re.compile(r"\s*\n\s*")
_CLOSING = re.compile(r"[\s:;.,/)]{0,8}")


class Block(NamedTuple):
    """A stretch of the text that is set as one paragraph."""

    start: int
    end: int
    kind: str


def as_page(reading: Reading, document: str | None = None) -> str:
    """The whole reading as one page that needs nothing outside itself."""
    found = groups(reading)
    head = reading.letterhead
    name = words.name(head, document)
    marks = [mark for group in found for mark in group.marks] + letterhead(head)
    body = (
        f'<div class="panes">\n<article class="paper">\n{_paper(reading, marks)}</article>\n'
        f'<aside class="side" aria-label="Những gì đọc được">\n{"".join(map(_list, found))}</aside>\n</div>'
    )
    return page(" - ".join(piece for piece in (name, head.title) if piece), _header(reading, name, found), body)


def facts(reading: Reading) -> list[tuple[str, str]]:
    """What the letterhead says, in labelled words."""
    head = reading.letterhead
    signer = (head.signer.behalf, head.signer.authority, head.signer.role, head.signer.name)
    found = (
        ("Ban hành", head.issuer or ""),
        ("Nơi, ngày", ", ".join(piece for piece in (head.place, words.date(head.date)) if piece)),
        ("Người ký", ", ".join(piece for piece in signer if piece)),
        ("Nơi nhận", "; ".join(head.recipients)),
    )
    return [(label, value) for label, value in found if value]


def _header(reading: Reading, name: str, found: Iterable[Group]) -> str:
    rows = "".join(f"<dt>{label}</dt><dd>{escape(value)}</dd>" for label, value in facts(reading))
    notes = "".join(element("p", note, "note") for note in reading.notes)
    kinds = "".join(
        f'<li><a href="#{group.name}"><span class="m {group.mark}">{group.title}</span></a>'
        f" <b>{len(group.lines)}</b></li>"
        for group in found
    )
    return (
        f"{element('p', name, 'kind')}\n{element('h1', reading.letterhead.title or 'Văn bản không có trích yếu')}\n"
        f'<dl class="facts">{rows}</dl>{notes}\n<ul class="legend" aria-label="Chú giải">{kinds}'
        '<li><span class="m agency">Cơ quan</span></li><li><span class="m citation unsure">Chưa chắc</span></li></ul>'
    )


def _list(group: Group) -> str:
    return (
        f'<details open id="{group.name}" class="{group.name}"><summary>{group.title} '
        f'<span class="count">{len(group.lines)}</span></summary>\n<ol>\n{"".join(map(_line, group.lines))}</ol>\n'
        "</details>\n"
    )


def _line(line: Line) -> str:
    parting = " - " if line.who and line.what else ""
    return (
        f'<li{" class=unsure" if line.doubt else ""}><a href="#{line.anchor}">{element("span", line.where, "where")}'
        f"{element('span', line.who, 'who')}{parting}{escape(line.what)}</a>"
        f"{element('span', line.more, 'more')}{element('span', line.doubt, 'doubt')}</li>\n"
    )


def _paper(reading: Reading, marks: Sequence[Mark]) -> str:
    blocks = _paged(_blocks(reading.text, reading.outline), reading.pages)
    pages = {offset: number for number, offset in enumerate(reading.pages, 1) if number > 1}
    on = by_block(marks, [(block.start, block.end) for block in blocks])
    return "".join(
        _page_mark(pages.get(block.start)) + f'<p class="{block.kind}">{marked(reading.text, own, *block[:2])}</p>\n'
        for block, own in zip(blocks, on, strict=True)
    )


def _page_mark(number: int | None) -> str:
    return f'<span class="page">trang {number}</span>\n' if number else ""


def _blocks(text: str, outline: Sequence[Node]) -> list[Block]:
    """The text cut into paragraphs: each node with its marker is one, what lies between is cut at its lines."""
    headings = {node.parent for node in outline}
    blocks: list[Block] = []
    position = 0
    for index, node in sorted(enumerate(outline), key=lambda numbered: numbered[1].span):
        start, end = node.span
        if start < position or end <= start:
            continue
        begin = _marker_start(text, position, start)
        if blocks and (closing := _CLOSING.match(text, position, begin)) and "\n" not in closing.group():
            position = closing.end()
            blocks[-1] = blocks[-1]._replace(end=position)
        blocks.extend(_loose(text, position, begin))
        blocks.append(Block(begin, end, _kind(node, heads=index in headings)))
        position = end
    return blocks + list(_loose(text, position, len(text)))


def _marker_start(text: str, position: int, start: int) -> int:
    """Where the marker of a node begins that stands at `start`: at the head of its line, if that is near."""
    line = max(position, text.rfind("\n", position, start) + 1)
    return line if start - line <= _LONGEST_MARKER else start


def _kind(node: Node, *, heads: bool) -> str:
    """How a node is set: a numbered line under which nothing stands is running text, not a heading."""
    running = " long" if not heads and node.kind in {"section", "subsection"} else ""
    return f"block {node.kind}{' cells' if node.cells else ''}{running}"


def _loose(text: str, start: int, end: int) -> Iterator[Block]:
    """Lines outside the outline: letterhead, signature, recipients."""
    position = start
    for gap in [*_GAP.finditer(text, start, end), None]:
        stop = gap.start() if gap else end
        if text[position:stop].strip():
            yield Block(position, stop, "loose")
        position = gap.end() if gap else end


def _paged(blocks: Sequence[Block], pages: Sequence[int]) -> list[Block]:
    """The blocks, cut where a page begins."""
    borders = iter([*pages[1:], len(pages) and -1])
    border = next(borders)
    paged: list[Block] = []
    for block in blocks:
        start, end, kind = block
        while 0 < border < end:
            if border > start:
                paged.append(Block(start, border, kind))
            start = max(start, border)
            border = next(borders)
        paged.append(Block(start, end, kind))
    return paged
