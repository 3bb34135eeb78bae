"""What holds about agencies, as functions of values: names on a date, successors per function, codes.

A stretch of validity is a first and a last day, both inclusive; None leaves that side open. History is never
rewritten: an agency that ends keeps its rows, and what was its work is found through its successors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from vanban.text import bare, fold

NameKind = Literal["official", "short", "alias"]

CODE = re.compile(r"[A-Z0-9](?:[A-Z0-9.&-]{0,38}[A-Z0-9])?")
IDENTIFIER = re.compile(r"(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}(?:\.\d{1,3}){0,4}")
"""Mã định danh: `000.00.00.H27` of the former scheme, `H27.12.3` of Quyết định 20/2020/QĐ-TTg."""


@dataclass(frozen=True)
class Validity:
    """First and last day, both inclusive; None is open."""

    first: date | None = None
    last: date | None = None

    def holds(self, on: date) -> bool:
        return (self.first is None or self.first <= on) and (self.last is None or on <= self.last)

    def meets(self, other: Validity) -> bool:
        """Whether both hold on at least one common day."""
        return not (
            (self.last is not None and other.first is not None and self.last < other.first)
            or (other.last is not None and self.first is not None and other.last < self.first)
        )

    @property
    def is_ordered(self) -> bool:
        return self.first is None or self.last is None or self.first <= self.last


ALWAYS = Validity()


@dataclass(frozen=True)
class DatedName:
    """One name of an agency and when it holds."""

    name: str
    kind: str
    validity: Validity = ALWAYS


@dataclass(frozen=True)
class Passing:
    """From `on` the work of `predecessor` named by `function` is the `successor`'s; an empty function is the rest."""

    predecessor: int
    successor: int
    function: str
    on: date


def name_on(names: Iterable[DatedName], on: date, *, kind: NameKind = "official") -> str | None:
    """The name of that kind on a date; the one that began last where several hold.

    An official name is asked for also outside all stretches (a plan older than the record): then the nearest is given.
    """
    fitting = [name for name in names if name.kind == kind]
    holding = [name for name in fitting if name.validity.holds(on)]
    if holding:
        return max(holding, key=lambda name: name.validity.first or date.min).name
    if kind != "official" or not fitting:
        return None
    return min(fitting, key=lambda name: _distance(name.validity, on)).name


def _distance(validity: Validity, on: date) -> timedelta:
    if validity.first is not None and on < validity.first:
        return validity.first - on
    if validity.last is not None and on > validity.last:
        return on - validity.last
    return timedelta(0)


def doubled_officials(names: Sequence[DatedName]) -> tuple[str, str] | None:
    """Two official names that would hold on one day; None where an agency has one at a time."""
    officials = [name for name in names if name.kind == "official"]
    for index, one in enumerate(officials):
        for other in officials[index + 1 :]:
            if one.validity.meets(other.validity):
                return one.name, other.name
    return None


def successors_of(passings: Iterable[Passing], agency: int, *, function: str, on: date) -> tuple[int, ...]:
    """Who does on a date what `agency` did, followed through later reorganisations; `agency` itself if nothing passed.

    A function is met by the passings that name it, or one that contains it; else by those without a function.
    What passed to several without any function is all theirs, so several are given, nearest first.
    """
    passed = [passing for passing in passings if passing.on <= on]
    found: list[int] = []
    _follow(passed, agency, function, found, frozenset())
    return tuple(found)


def _follow(passed: Sequence[Passing], agency: int, function: str, found: list[int], seen: frozenset[int]) -> None:
    leaving = _chosen([passing for passing in passed if passing.predecessor == agency], function)
    ahead = [passing for passing in leaving if passing.successor not in seen and passing.successor != agency]
    if not ahead:
        if agency not in found:
            found.append(agency)
        return
    for passing in ahead:
        _follow(passed, passing.successor, function, found, seen | {agency})


def _chosen(leaving: Sequence[Passing], function: str) -> list[Passing]:
    wanted = words_of(function)
    named = [passing for passing in leaving if passing.function and is_about(passing.function, wanted)]
    if wanted and named:
        return named
    return [passing for passing in leaving if not passing.function]


def is_about(function: str, wanted: frozenset[str]) -> bool:
    """Whether a function (`báo chí, xuất bản`; parts between commas) is spoken of by words (`quản lý báo chí`)."""
    parts = [words_of(part) for part in re.split(r"[,;]", function)]
    return bool(wanted) and any(part and (part <= wanted or wanted <= part) for part in parts)


def words_of(text: str) -> frozenset[str]:
    """The words of a text without tones and case."""
    return frozenset(re.findall(r"\w+", bare(fold(text))))


def code_fault(code: str) -> str | None:
    """What is wrong with an agency's code, in Vietnamese; None if nothing."""
    if CODE.fullmatch(code):
        return None
    return "Mã gồm chữ in hoa không dấu, chữ số, dấu chấm hoặc gạch nối, tối đa 40 ký tự, ví dụ SNGV, X-NAMLAM."


def is_former_code(code: str) -> bool:
    """Whether a mã định danh is of the former scheme (`000.00.00.H27`), not of Quyết định 20/2020/QĐ-TTg (`H27.12`)."""
    return code[:1].isdigit()


def identifier_fault(identifier: str) -> str | None:
    """What is wrong with a mã định danh, in Vietnamese; None if nothing, or none is given."""
    if not identifier or IDENTIFIER.fullmatch(identifier):
        return None
    return "Mã định danh có dạng H27.12 hoặc 000.00.00.H27 (Quyết định 20/2020/QĐ-TTg)."


PLACE_UNITS: dict[str, tuple[str, str]] = {
    "tỉnh": ("province", "T"),
    "thành phố": ("district", "TP"),
    "huyện": ("district", "H"),
    "quận": ("district", "Q"),
    "thị xã": ("district", "TX"),
    "xã": ("commune", "X"),
    "phường": ("commune", "P"),
    "thị trấn": ("commune", "TT"),
    "đặc khu": ("commune", "DK"),
}
"""Units by which the name of an administrative place begins: tier and prefix of codes."""


def split_place(place: str) -> tuple[str, str]:
    """Unit and proper name of a place: `thị xã An Bình` → (`thị xã`, `An Bình`). Raises ValueError without a unit."""
    for unit in sorted(PLACE_UNITS, key=len, reverse=True):
        if place.lower().startswith(unit + " "):
            return unit, place[len(unit) :].strip()
    raise ValueError(place)


def place_code(place: str) -> str:
    """The code of a place: `thị xã An Bình` → `TX-ANBINH`."""
    unit, proper = split_place(place)
    return f"{PLACE_UNITS[unit][1]}-{re.sub(r'[^A-Z0-9]', '', bare(proper).upper())}"
