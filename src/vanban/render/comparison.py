"""A comparison of two plans for people: as tables of a terminal and as a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vanban.render import words
from vanban.render.page import element, escape, page
from vanban.render.summary import section
from vanban.render.tables import paragraph, shorten, table, terminal_width

if TYPE_CHECKING:
    from vanban.matching.comparison import Change, Comparison, Entry, Run
    from vanban.reading import Reading

_SIGNS = {"kept": "=", "reworded": "~", "new": "+", "dropped": "-"}
_LOOKS = {"kept": "plain", "reworded": "mild", "new": "good", "dropped": "bad"}
_MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
_TAGS = {"removed": "del", "added": "ins"}


def as_text(comparison: Comparison, old: Reading, new: Reading, width: int | None = None) -> str:
    """A table of items and one of duties; a reworded one shows its words as `[-bỏ-] {+thêm+}`."""
    return "\n".join(_lines(comparison, old, new, width or terminal_width())) + "\n"


def as_page(comparison: Comparison, old: Reading, new: Reading) -> str:
    """One page: what became of each item and each duty, word by word."""
    header = (
        f"{element('p', 'So sánh hai kế hoạch', 'kind')}\n{element('h1', _name(new))}\n"
        f'<p class="note">so với {escape(_name(old))}</p>'
        f"{element('p', _verdict(comparison), 'note')}"
    )
    body = _part("Nội dung", "noi-dung", comparison.items) + _part("Nhiệm vụ", "nhiem-vu", comparison.duties)
    return page(f"So sánh: {_name(new)}", header, body)


def _name(reading: Reading) -> str:
    """`Kế hoạch 20/KH-UBND (20/1/2020): Hoạt động đối ngoại …`."""
    head = reading.letterhead
    when = f" ({words.date(head.date)})" if head.date else ""
    return f"{words.name(head)}{when}" + (f": {head.title}" if head.title else "")


def _verdict(comparison: Comparison) -> str:
    return f"Nội dung: {counts(comparison.items)}. Nhiệm vụ: {counts(comparison.duties)}."


def counts(changes: Sequence[Change]) -> str:
    """`3 giữ nguyên, 12 sửa câu chữ, 4 mới, 7 bỏ`, and how many changed hands."""
    number = Counter(change.state for change in changes)
    said = [
        f"{number[state]} {words.STATES[state]}" for state in ("kept", "reworded", "new", "dropped") if number[state]
    ]
    moved = sum(change.agencies_changed for change in changes)
    return ", ".join(said + ([f"{moved} đổi cơ quan"] if moved else [])) or "không có"


def note(change: Change) -> str:
    """What else is to be said of a change: other agencies, only figures, parts of other items."""
    said = []
    if change.agencies_changed and change.old and change.new:
        said.append(f"đổi cơ quan: {_who(change.old)} → {_who(change.new)}")
    if change.figures_only:
        said.append("chỉ đổi số liệu, ngày tháng")
    if change.split_from:
        said.append(f"tách từ mục {change.split_from} của kế hoạch cũ")
    if change.merged_into:
        said.append(f"gộp vào mục {change.merged_into} của kế hoạch mới")
    return "; ".join(said)


def _who(entry: Entry) -> str:
    return ", ".join(entry.agencies) or "không nêu"


def _lines(comparison: Comparison, old: Reading, new: Reading, width: int) -> Iterator[str]:
    yield from paragraph(f"{_name(new)}", width)
    yield from paragraph(f"so với {_name(old)}", width)
    yield "━" * width
    for title, changes in (("NỘI DUNG", comparison.items), ("NHIỆM VỤ", comparison.duties)):
        yield from section(title, len(changes), width)
        yield counts(changes)
        if changes:
            yield ""
            yield from _table(title, changes, width)


def _table(title: str, changes: Sequence[Change], width: int) -> list[str]:
    """Duties with their agencies; of items few name any."""
    headers = ["Thay đổi", "Cũ", "Mới", "Cơ quan", title.capitalize()]
    rows = [_text_row(change) for change in changes]
    if title != "NHIỆM VỤ":
        headers, rows = headers[:3] + headers[4:], [row[:3] + row[4:] for row in rows]
    return table(headers, rows, width, -1)


def _text_row(change: Change) -> tuple[str, ...]:
    entry = change.new or change.old
    assert entry is not None
    text = _text_diff(change.diff) if change.state == "reworded" else shorten(entry.text, 160)
    if said := note(change):
        text = f"{text} ({said})"
    return (
        f"{_SIGNS[change.state]} {words.STATES[change.state]}",
        change.old.path if change.old else "",
        change.new.path if change.new else "",
        ", ".join(entry.agencies),
        text,
    )


_CONTEXT = 6
"""Unchanged words shown on either side of a change in a terminal."""


def _text_diff(diff: Sequence[Run]) -> str:
    """The changed words with some of what stands around them."""
    pieces: list[str] = []
    for index, run in enumerate(diff):
        kept = run.words.split()
        if run.op == "same" and len(kept) > 2 * _CONTEXT:
            before = kept[:_CONTEXT] if index else []
            behind = kept[-_CONTEXT:] if index + 1 < len(diff) else []
            pieces.append(" ".join([*before, "…", *behind]))
        else:
            pieces.append(_MARKS[run.op].format(run.words))
    return " ".join(pieces)


def _part(title: str, anchor: str, changes: Sequence[Change]) -> str:
    heading = f'<h2 id="{anchor}">{title} <span class="count">{len(changes)}</span></h2>\n'
    if not changes:
        return f'{heading}<p class="empty">Không có gì để so sánh.</p>\n'
    rows = "".join(map(_row, changes))
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Thay đổi", "Cũ", "Mới", title))
    return f'{heading}<table class="rows"><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table>\n'


def _row(change: Change) -> str:
    entry = change.new or change.old
    assert entry is not None
    text = _diff(change.diff) if change.state == "reworded" else escape(entry.text)
    agencies = element("p", ", ".join(entry.agencies), "quiet")
    said = element("p", note(change), "quiet")
    state = f'<span class="state {_LOOKS[change.state]}">{_SIGNS[change.state]} {words.STATES[change.state]}</span>'
    old, new = (escape(side.path) if side else "" for side in (change.old, change.new))
    return (
        f'<tr><td>{state}</td><td class="where" data-label="Cũ">{old}</td><td class="where" data-label="Mới">{new}</td>'
        f'<td class="text">{agencies}<p>{text}</p>{said}</td></tr>\n'
    )


def _diff(diff: Sequence[Run]) -> str:
    return " ".join(
        f"<{_TAGS[run.op]}>{escape(run.words)}</{_TAGS[run.op]}>" if run.op in _TAGS else escape(run.words)
        for run in diff
    )
