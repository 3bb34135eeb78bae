"""A reading as one page: the text with its findings underlined, and a list of them beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from vanban.render import words
from vanban.render.blocks import Block, cut
from vanban.render.lists import Group, Line, groups, letterhead
from vanban.render.marks import Mark, by_block, marked
from vanban.render.page import element, escape, page

if TYPE_CHECKING:
    from vanban.reading import Reading


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
    blocks = cut(reading.text, reading.outline, reading.pages)
    on = by_block(marks, [(block.start, block.end) for block in blocks])
    page = Paper(reading.pages)
    for block, own in zip(blocks, on, strict=True):
        page.add(block, marked(reading.text, own, block.start, block.end))
    return page.finish()


class Paper:
    """The document as it is set: paragraphs, tables, and where its pages begin."""

    def __init__(self, pages: Sequence[int]) -> None:
        self._pages = pages
        self._page = 1
        self._row = -1
        self._pieces: list[str] = []

    def add(self, block: Block, words: str) -> None:
        """Set the next block, whose mark-up is `words`."""
        if self._row >= 0 and block.row != self._row:
            self._pieces.append("</tr>\n")
        if self._row >= 0 > block.row:
            self._pieces.append("</table></div>\n")
        if block.row < 0:
            self._begin_page(block.start)
            self._pieces.append(f'<p class="{block.kind}">{words}</p>\n')
        else:
            if self._row < 0:
                self._pieces.append('<div class="wide"><table class="grid">\n')
            self._pieces.append(f"{'<tr>' if block.row != self._row else ''}<td>{words}</td>")
        self._row = block.row

    def finish(self) -> str:
        """The whole document."""
        return "".join(self._pieces) + ("</tr>\n</table></div>\n" if self._row >= 0 else "")

    def _begin_page(self, start: int) -> None:
        """Say which page begins, once for blank ones; a table is not broken."""
        before = self._page
        while self._page < len(self._pages) and self._pages[self._page] <= start:
            self._page += 1
        if self._page > before:
            self._pieces.append(f'<span class="page">trang {self._page}</span>\n')
