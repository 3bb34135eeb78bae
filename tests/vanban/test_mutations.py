"""Damaged texts: whatever happens to a document on its way, reading ends, and quotes what is there."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vanban
from tests.vanban import samples
from vanban.errors import ReadingError
from vanban.text import Text, bare

MUTATIONS_A_BATCH = 250
BATCHES = 20
WINDOW = 2_500
"""Characters of a sample that are damaged at a time: all stages meet them, and five thousand go by in seconds."""

SCRAPS = [
    "số ", "số: /", "ngày 31/02/2025", "của ", "và ", ",", ";", "(", ")", "((((", "|", "| | |", "\n", "\n\n", "\t", "- ",
    "1. ", "I. ", "a) ", "Nghị quyết số ", "-NQ/TW", "/KH-UBND", "Sở ", "các ", "UBND ", "trước ngày ", "%", "99999999999999",
    "tỷ đồng", "Lào", "Điều 1. ", "KẾ HOẠCH", "QUYẾT ĐỊNH", "Nơi nhận:", "TM. ", "./.", "PHỤ LỤC", "“", "”", "\u0301", "\u200b",
    "\ufffd", "😀", "𝔘", "\x00", "\x0c", "ﬁ", "ẞ", "İ", "ŉ",
]  # fmt: skip


def mutate(text: str, chance: random.Random) -> str:
    """One to eight of: cut, double, move, insert scraps, change case, drop spaces, truncate."""
    for _ in range(chance.randint(1, 8)):
        text = chance.choice(CHANGES)(text, chance)
    return text


def _place(text: str, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(text))
    return start, min(len(text), start + chance.randint(0, 120))


def _cut(text: str, chance: random.Random) -> str:
    start, end = _place(text, chance)
    return text[:start] + text[end:]


def _double(text: str, chance: random.Random) -> str:
    start, end = _place(text, chance)
    return text[:end] + text[start:end] * chance.randint(1, 5) + text[end:]


def _move(text: str, chance: random.Random) -> str:
    start, end = _place(text, chance)
    rest = text[:start] + text[end:]
    target = chance.randint(0, len(rest))
    return rest[:target] + text[start:end] + rest[target:]


def _insert(text: str, chance: random.Random) -> str:
    start, _ = _place(text, chance)
    return text[:start] + chance.choice(SCRAPS) * chance.randint(1, 4) + text[start:]


def _shout(text: str, chance: random.Random) -> str:
    start, end = _place(text, chance)
    return text[:start] + text[start:end].upper() + text[end:]


def _glue(text: str, chance: random.Random) -> str:
    start, end = _place(text, chance)
    return text[:start] + text[start:end].replace(" ", "").replace("\n", "") + text[end:]


def _truncate(text: str, chance: random.Random) -> str:
    return text[: chance.randint(len(text) // 2, len(text))]


CHANGES: list[Callable[[str, random.Random], str]] = [_cut, _double, _move, _insert, _shout, _glue, _truncate]


def _words(text: str) -> list[str]:
    """What must agree: all but page numbers, which count as such only in their order through the whole text."""
    return [word for word in bare(text).split() if not word.strip("-").isdigit()]


def check(reading: vanban.Reading) -> None:
    """Every place lies inside the text; every quotation says what stands at its place."""
    size = len(reading.text)
    quoted = [
        *((node.span, node.text) for node in reading.outline),
        *((citation.span, citation.text) for citation in reading.citations),
        *((assignment.span, assignment.duty) for assignment in reading.assignments),
        *((deadline.span, deadline.text) for deadline in reading.deadlines),
        *((target.span, target.text) for target in reading.targets),
    ]
    for (start, end), words in quoted:
        assert 0 <= start <= end <= size
        assert _words(Text(reading.text[start:end]).sheet) == _words(words)
    places = [
        *(place for assignment in reading.assignments for place in assignment.agency_spans),
        *(place for partner in reading.partners for place in (partner.span, *partner.mentions)),
        *(warning.span for warning in reading.warnings),
        *(place for _, place in reading.letterhead.spans),
        *reading.letterhead.body,
    ]
    for start, end in places:
        assert 0 <= start <= end <= size


def try_to_read(text: str) -> None:
    """Read and check; damage may also make a document empty, or set a word of secrecy on a line of its own."""
    with suppress(ReadingError):
        check(vanban.read_text(text))


@pytest.mark.parametrize("batch", range(BATCHES))
def test_damaged_samples_are_read_without_a_crash(batch: int) -> None:
    chance = random.Random(batch)
    texts = [samples.text(name) for name in samples.NAMES]
    for _ in range(MUTATIONS_A_BATCH):
        text = chance.choice(texts)
        start = chance.randint(0, max(0, len(text) - WINDOW))
        damaged = mutate(text[start : start + WINDOW], chance)
        try_to_read(damaged)


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    try_to_read(text)


@given(st.lists(st.sampled_from(SCRAPS), max_size=60).map("".join))
@settings(max_examples=300)
def test_any_heap_of_the_words_of_plans_is_read_or_refused(text: str) -> None:
    try_to_read(text)
