"""A coverage for people: as tables of a terminal and as a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vanban.render import words
from vanban.render.page import element, escape, page
from vanban.render.summary import section, title
from vanban.render.tables import shorten, table, terminal_width

if TYPE_CHECKING:
    from vanban.matching.coverage import Coverage, Duty, Item, Pair
    from vanban.reading import Reading

_COVERED, _NAMED, _NOBODY = "có cơ quan", "nêu tại chỗ", "chưa giao"


def as_text(coverage: Coverage, reading: Reading, width: int | None = None) -> str:
    """Two tables: what was left to nobody, then every duty with the items that it speaks of."""
    return "\n".join(_lines(coverage, reading, width or terminal_width())) + "\n"


def as_page(coverage: Coverage, reading: Reading) -> str:
    """One page: every content item with who bears it, then the duties that speak of none."""
    head = reading.letterhead
    name = words.name(head)
    header = (
        f"{element('p', f'{name}: nội dung và phân công', 'kind')}\n{element('h1', head.title or name)}\n"
        f'<p class="verdict">{escape(_verdict(coverage))}</p>'
    )
    bearers = _bearers(coverage)
    rows = "".join(_item_row(item, bearers.get(item.path, [])) for item in coverage.items)
    body = _heading("Nội dung", "noi-dung", len(coverage.items)) + _rows(
        ("Mục", "Nội dung", "Ai làm", "Nói ở đâu"), rows
    )
    alone = [pair.duty for pair in coverage.pairs if not pair.contents]
    if alone:
        body += _heading("Nhiệm vụ không ứng với nội dung nào", "nhiem-vu-rieng", len(alone))
        body += _rows(("Mục", "Nhiệm vụ", "Cơ quan"), "".join(map(_duty_row, alone)))
    return page(f"Phân công: {head.title or name}", header, body)


def _heading(title: str, anchor: str, count: int) -> str:
    return f'<h2 id="{anchor}">{title} <span class="count">{count}</span></h2>\n'


def _verdict(coverage: Coverage) -> str:
    if not coverage.items:
        return "Không tìm thấy phần nội dung để đối chiếu."
    if not coverage.unassigned:
        return f"Cả {len(coverage.items)} nội dung đều có cơ quan thực hiện."
    return f"{len(coverage.unassigned)} trên {len(coverage.items)} nội dung chưa giao riêng cho cơ quan nào."


def _lines(coverage: Coverage, reading: Reading, width: int) -> Iterator[str]:
    yield from title(reading.letterhead, None, width)
    yield _verdict(coverage)
    if coverage.unassigned:
        yield from section("NỘI DUNG CHƯA GIAO", len(coverage.unassigned), width)
        rows = [(item.path, shorten(item.text, 240)) for item in coverage.unassigned]
        yield from table(("Mục", "Nội dung"), rows, width)
    if coverage.pairs:
        yield from section("NHIỆM VỤ VÀ NỘI DUNG TƯƠNG ỨNG", len(coverage.pairs), width)
        headers = ("Mục", "Cơ quan", "Nhiệm vụ", "Nội dung")
        yield from table(headers, [_text_row(pair) for pair in coverage.pairs], width, 2)


def _text_row(pair: Pair) -> tuple[str, ...]:
    who = "; ".join(pair.duty.agencies) + (" (chung)" if pair.duty.everybody else "")
    contents = ", ".join(f"{match.item.path} ({round(match.score * 100)}%)" for match in pair.contents)
    return pair.duty.path, who, shorten(pair.duty.text, 160), contents or "-"


def _bearers(coverage: Coverage) -> dict[str, list[Pair]]:
    """For each content item the duties that speak of it, agencies' own ones first."""
    bearers: dict[str, list[Pair]] = {}
    for pair in sorted(coverage.pairs, key=lambda pair: pair.duty.everybody):
        for match in pair.contents:
            bearers.setdefault(match.item.path, []).append(pair)
    return bearers


def _item_row(item: Item, pairs: list[Pair]) -> str:
    own = [pair.duty for pair in pairs if not pair.duty.everybody]
    if own:
        state = f'<span class="state good">✓ {_COVERED}</span>'
    elif item.named:
        state = f'<span class="state good">✓ {_NAMED}</span>'
    else:
        state = f'<span class="state bad">✗ {_NOBODY}</span>'
    agencies = dict.fromkeys([*(name for duty in own for name in duty.agencies), *item.named])
    who = "".join(f"<br>{escape(name)}" for name in agencies)
    places = "".join(_place(item, pair) for pair in pairs)
    return _row(item.path, item.text, f"{state}{who}", places)


def _place(item: Item, pair: Pair) -> str:
    match = next(match for match in pair.contents if match.item.path == item.path)
    everybody = ", giao chung" if pair.duty.everybody else ""
    return (
        f'<p><span class="quiet">{escape(pair.duty.path)}, giống {round(match.score * 100)}%{everybody}:</span> '
        f"{escape(match.duty_clause)}</p>"
    )


def _duty_row(duty: Duty) -> str:
    who = "; ".join(duty.agencies)
    return (
        f'<tr><td class="where" data-label="Mục">{escape(duty.path)}</td><td class="text">{escape(duty.text)}</td>'
        f'<td data-label="Cơ quan">{escape(who)}</td></tr>\n'
    )


def _row(path: str, text: str, who: str, places: str) -> str:
    return (
        f'<tr><td class="where" data-label="Mục">{escape(path)}</td><td class="text">{escape(text)}</td>'
        f'<td class="who">{who}</td><td class="text" data-label="Nói ở">{places}</td></tr>\n'
    )


def _rows(headers: tuple[str, ...], rows: str) -> str:
    head = "".join(f'<th scope="col">{header}</th>' for header in headers)
    return f'<table class="rows"><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table>\n'
