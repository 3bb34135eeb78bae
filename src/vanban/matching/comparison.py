"""What became of a plan's items and duties in the next plan: kept, reworded, dropped, new, given to another agency."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from vanban import parts
from vanban.matching.alignment import Alignment, align
from vanban.matching.passages import syllables
from vanban.parts import Part

if TYPE_CHECKING:
    from vanban.findings import Assignment, Node, Span
    from vanban.reading import Reading

SAME_AGENCY = 0.1
"""Added to the likeness of two duties of the same agency: it outweighs a difference in a word or two, no more."""

LONGEST_DIFF = 4000
"""Words beyond which a word diff is not worked out; no item of a real plan comes near it."""


class Entry(NamedTuple):
    """An item or a duty of one of the two plans; `agencies` are those that bear it."""

    path: str
    text: str
    heading: str
    agencies: tuple[str, ...]
    span: Span


class Run(NamedTuple):
    """Neighbouring words that were kept (`same`), taken out (`removed`) or put in (`added`)."""

    op: str
    words: str


class Change(NamedTuple):
    """What became of an entry.

    `state` is `kept` (same words), `reworded`, `dropped` or `new`. `diff` is there for reworded entries, and
    `figures_only` says that only numbers and dates differ. `split_from` names the old entry of which a new one was
    part, `merged_into` the new entry that took up a dropped one. `agencies_changed` holds for duties that went from
    some agencies to others.
    """

    state: str
    old: Entry | None
    new: Entry | None
    score: float
    diff: tuple[Run, ...] = ()
    figures_only: bool = False
    agencies_changed: bool = False
    split_from: str | None = None
    merged_into: str | None = None


class Comparison(NamedTuple):
    """Items and duties in the order of the new plan, what was dropped behind them in the order of the old one."""

    items: tuple[Change, ...]
    duties: tuple[Change, ...]


def compare(old: Reading, new: Reading) -> Comparison:
    """Compare two plans: every item of purpose and content, and every duty of an agency."""
    old_items, old_duties = _entries(old)
    new_items, new_duties = _entries(new)
    return Comparison(_changes(old_items, new_items), _changes(old_duties, new_duties))


def _entries(reading: Reading) -> tuple[list[Entry], list[Entry]]:
    """The items and the duties of a plan; a sentence of the content part that names its agency stays an item."""
    outline = reading.outline
    places = parts.of_nodes(outline, parts.agency_headings(outline, reading.assignments))
    headings = {node.parent for node in outline}
    agencies: dict[str, list[str]] = {}
    elsewhere = {node.path for node, place in zip(outline, places, strict=True) if place not in _ITEMS}
    for assignment in reading.assignments:
        if assignment.path not in elsewhere:
            agencies.setdefault(assignment.path, []).extend(assignment.agencies)
    items = [
        Entry(node.path, node.text, _heading(outline, node), tuple(agencies.get(node.path, ())), node.span)
        for index, node in enumerate(outline)
        if places[index] in _ITEMS and index not in headings and node.parent is not None
    ]
    nodes = {node.path: node for node in outline}
    duties = [
        _duty(assignment, nodes.get(assignment.path), outline)
        for assignment in reading.assignments
        if assignment.path in elsewhere
    ]
    return items, duties


_ITEMS = frozenset({Part.PURPOSE, Part.CONTENT, Part.MIXED, Part.UNKNOWN})


def _duty(assignment: Assignment, node: Node | None, outline: Sequence[Node]) -> Entry:
    heading = _heading(outline, node) if node else ""
    return Entry(assignment.path, assignment.duty, heading, assignment.agencies, assignment.span)


def _heading(outline: Sequence[Node], node: Node) -> str:
    return outline[node.parent].text if node.parent is not None else ""


def _changes(old: Sequence[Entry], new: Sequence[Entry]) -> tuple[Change, ...]:
    alignment = align(
        [syllables(entry.text) for entry in old],
        [syllables(entry.text) for entry in new],
        dict(_same_agencies(old, new)),
    )
    by_new = {link.new: link for link in alignment.links}
    gone = {link.old for link in alignment.links}
    changes = [
        _linked(old[by_new[index].old], entry, by_new[index].score)
        if index in by_new
        else _added(entry, index, old, alignment)
        for index, entry in enumerate(new)
    ]
    changes += [_dropped(entry, index, new, alignment) for index, entry in enumerate(old) if index not in gone]
    return tuple(changes)


def _same_agencies(old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[tuple[tuple[int, int], float]]:
    bearers: dict[frozenset[str], list[int]] = {}
    for index, entry in enumerate(old):
        if entry.agencies:
            bearers.setdefault(_bearers(entry), []).append(index)
    for index, entry in enumerate(new):
        for before in bearers.get(_bearers(entry), ())[:_MOST_DUTIES]:
            yield (before, index), SAME_AGENCY


_MOST_DUTIES = 50
"""How many duties of one agency are favoured; keeps the work linear where one agency bears everything."""


def _bearers(entry: Entry) -> frozenset[str]:
    return frozenset(name.casefold() for name in entry.agencies)


def _linked(old: Entry, new: Entry, score: float) -> Change:
    moved = _bearers(old) != _bearers(new)
    if score == 1.0:
        return Change("kept", old, new, score, agencies_changed=moved)
    diff = word_diff(old.text, new.text)
    return Change("reworded", old, new, score, diff, _figures_only(diff), moved)


def _added(entry: Entry, index: int, old: Sequence[Entry], alignment: Alignment) -> Change:
    source = alignment.split.get(index)
    return Change("new", None, entry, 0.0, split_from=None if source is None else old[source].path)


def _dropped(entry: Entry, index: int, new: Sequence[Entry], alignment: Alignment) -> Change:
    target = alignment.merged.get(index)
    return Change("dropped", entry, None, 0.0, merged_into=None if target is None else new[target].path)


def word_diff(old: str, new: str) -> tuple[Run, ...]:
    """The words kept, removed and added; case and punctuation do not count, and are shown as the new text has them.

    >>> word_diff("Báo cáo trước ngày 25/5", "Báo cáo trước ngày 10/10.")
    (Run(op='same', words='Báo cáo trước ngày'), Run(op='removed', words='25/5'), Run(op='added', words='10/10.'))
    """
    before, after = old.split(), new.split()
    if max(len(before), len(after)) > LONGEST_DIFF:
        return Run("removed", old), Run("added", new)
    matcher = SequenceMatcher(None, list(map(_key, before)), list(map(_key, after)))
    runs: list[Run] = []
    for same, i, j, k, m in _strokes(matcher.get_opcodes()):
        if same:
            runs.append(Run("same", " ".join(after[k:m])))
            continue
        if j > i:
            runs.append(Run("removed", " ".join(before[i:j])))
        if m > k:
            runs.append(Run("added", " ".join(after[k:m])))
    return tuple(runs)


Stroke = tuple[bool, int, int, int, int]
"""Whether the words are the same, and where they stand in the old and in the new text."""


def _strokes(opcodes: Sequence[tuple[str, int, int, int, int]]) -> list[Stroke]:
    """The differences, with a lone word that was kept between two larger changes counted as changed.

    Word for word is right and unreadable where a sentence was rewritten: chance words of it are kept all over.
    """
    strokes: list[Stroke] = []
    for index, (op, i, j, k, m) in enumerate(opcodes):
        inside = 0 < index < len(opcodes) - 1
        same = op == "equal" and not (inside and j - i <= _CHANCE and _around(opcodes, index) >= 4 * (j - i))
        if strokes and not same and not strokes[-1][0]:
            _, old_start, _, new_start, _ = strokes.pop()
            strokes.append((False, old_start, j, new_start, m))
        else:
            strokes.append((same, i, j, k, m))
    return strokes


_CHANCE = 2
"""Words in a row that two texts may share by chance."""


def _around(opcodes: Sequence[tuple[str, int, int, int, int]], index: int) -> int:
    """Words changed on either side of a difference, on the side where fewer are."""
    sizes = [max(j - i, m - k) for _, i, j, k, m in (opcodes[index - 1], opcodes[index + 1])]
    return min(sizes)


def _key(word: str) -> str:
    return word.casefold().strip(".,;:…()“”\"'") or word


def _figures_only(diff: Sequence[Run]) -> bool:
    changed = [word for run in diff if run.op != "same" for word in run.words.split()]
    return all(any(char.isdigit() for char in word) for word in changed)
