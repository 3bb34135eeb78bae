"""The one shape of lists: filters as chips, headings that sort, pages, the whole list as a file.

An app describes its list once and asks it with the address of the page:

    PEOPLE = ListShape(
        columns=(Column("name", _("Họ và tên"), sort=("full_name",), value=lambda user: user.full_name), …),
        filters=(Filter("vai-tro", _("Vai trò"), role_choices, lambda rows, role: rows.filter(role=role)),),
        search=lambda rows, words: rows.filter(full_name__icontains=words),
        standard_sort="name",
    )
    listing = PEOPLE.listing(visible_people(actor), request.GET, path=request.path)

Addresses hold everything (`?tim=…&vai-tro=…&sap-xep=-name&trang=2`), so that they can be kept and sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal
from urllib.parse import quote_plus

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from banggiao.ui.paging import page_numbers

Text = str | Promise
Cell = str | int | float | Decimal | date | datetime | None
Rows = QuerySet[Any]

SEARCH, SORT, PAGE, EXPORT = "tim", "sap-xep", "trang", "xuat"
FORMATS = ("xlsx", "csv")
MOST_ROWS_OF_A_PAGE = 50

SINCE = (("hom-qua", _("từ hôm qua")), ("7", _("7 ngày qua")), ("30", _("30 ngày qua")))
"""Choices of a filter by when something happened."""


def since(choice: str, *, today: date) -> datetime:
    """The beginning of the first day that a choice of `SINCE` means, in the time zone in use."""
    days = 1 if choice == "hom-qua" else int(choice)
    return timezone.make_aware(datetime.combine(today - timedelta(days=days), time.min))


@dataclass(frozen=True, slots=True)
class Column:
    """A heading. Without `sort` it does not sort; without `value` it is not exported."""

    key: str
    label: Text
    sort: tuple[str, ...] = ()
    value: Callable[[Any], Cell] | None = None
    align: Literal["start", "center", "end"] = "start"
    hide_below: Literal["", "sm", "md", "lg", "xl"] = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """A chip with a choice. `choices` gives (value in the address, words); `apply` narrows the rows to a value."""

    key: str
    label: Text
    choices: Callable[[], Iterable[tuple[str, Text]]]
    apply: Callable[[Rows, str], Rows]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, with the address that chooses it."""

    label: Text
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter as the page shows it; `off_url` takes it off."""

    key: str
    label: Text
    value: str
    value_label: Text
    off_url: str
    choices: tuple[Choice, ...]

    @property
    def is_on(self) -> bool:
        return bool(self.value)


@dataclass(frozen=True, slots=True)
class Heading:
    """A column as the page shows it; `sort_url` is empty where it does not sort."""

    column: Column
    sort_url: str
    direction: Literal["", "ascending", "descending"]


@dataclass(frozen=True)
class Listing:
    """A list as one address asks for it. Rows are read when the page shows them."""

    shape: ListShape
    rows: Rows
    path: str
    query: QueryDict
    chips: tuple[Chip, ...]
    sort: str
    hidden: tuple[tuple[str, str], ...] = field(default=())

    @cached_property
    def page(self) -> Page[Any]:
        return Paginator(self.rows, self.shape.per_page).get_page(self.query.get(PAGE))

    @cached_property
    def count(self) -> int:
        return self.page.paginator.count

    @property
    def words(self) -> str:
        return self.query.get(SEARCH, "").strip()

    @property
    def is_narrowed(self) -> bool:
        return bool(self.words) or any(chip.is_on for chip in self.chips)

    @property
    def has_search(self) -> bool:
        return self.shape.search is not None

    @property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(self._heading(column) for column in self.shape.columns)

    @property
    def pages(self) -> list[tuple[int | None, str]]:
        """Numbers of pages with their addresses; None where some are left out."""
        numbers = page_numbers(self.page.number, self.page.paginator.num_pages)
        return [(number, self.url(**{PAGE: str(number)}) if number else "") for number in numbers]

    @property
    def previous_url(self) -> str:
        return self.url(**{PAGE: str(self.page.number - 1)}) if self.page.has_previous() else ""

    @property
    def next_url(self) -> str:
        return self.url(**{PAGE: str(self.page.number + 1)}) if self.page.has_next() else ""

    @property
    def clear_url(self) -> str:
        return self.path

    @property
    def export_urls(self) -> list[tuple[str, str]]:
        return [(name, self.url(**{PAGE: "", EXPORT: name})) for name in FORMATS]

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What the search form has to carry along: everything but the words and the page."""
        return [(key, str(value)) for key, value in self.query.items() if key not in (SEARCH, PAGE, EXPORT)]

    def url(self, **changes: str) -> str:
        """This list with some values changed; an empty one is left out."""
        return _address(self.path, self.query, changes)

    def _heading(self, column: Column) -> Heading:
        if not column.sort:
            return Heading(column, "", "")
        descending = self.sort == f"-{column.key}"
        direction: Literal["", "ascending", "descending"] = (
            "descending" if descending else "ascending" if self.sort == column.key else ""
        )
        wanted = column.key if descending or not direction else f"-{column.key}"
        return Heading(column, self.url(**{SORT: wanted, PAGE: ""}), direction)


@dataclass(frozen=True, slots=True)
class ListShape:
    """A list as its app describes it."""

    columns: Sequence[Column]
    standard_sort: str
    filters: Sequence[Filter] = ()
    search: Callable[[Rows, str], Rows] | None = None
    per_page: int = MOST_ROWS_OF_A_PAGE

    def listing(self, rows: Rows, query: QueryDict, *, path: str) -> Listing:
        """The rows that the address asks for, sorted; values that no filter knows are passed over."""
        chips = []
        for each in self.filters:
            choices = [(value, label) for value, label in each.choices() if value]
            value = query.get(each.key, "")
            label = dict(choices).get(value)
            if label is None:
                value, label = "", ""
            else:
                rows = each.apply(rows, value)
            chips.append(_chip(each, value, label, choices, path, query))
        words = query.get(SEARCH, "").strip()
        if words and self.search:
            rows = self.search(rows, words)
        sort = self._sort(query.get(SORT, ""))
        return Listing(self, rows.order_by(*self._order(sort)), path, query, tuple(chips), sort)

    def _sort(self, wanted: str) -> str:
        known = {column.key for column in self.columns if column.sort}
        return wanted if wanted.removeprefix("-") in known else self.standard_sort

    def _order(self, sort: str) -> list[str]:
        fields = next(column.sort for column in self.columns if column.key == sort.removeprefix("-"))
        if sort.startswith("-"):
            fields = tuple(name.removeprefix("-") if name.startswith("-") else f"-{name}" for name in fields)
        return [*fields, "pk"]


def _chip(each: Filter, value: str, label: Text, choices: list[tuple[str, Text]], path: str, query: QueryDict) -> Chip:
    # The addresses of one chip differ in their end alone, and there may be 500 agencies to choose from.
    without = _address(path, query, {each.key: "", PAGE: ""})
    start = f"{without}{'&' if '?' in without else '?'}{each.key}="
    return Chip(
        key=each.key,
        label=each.label,
        value=value,
        value_label=label,
        off_url=without,
        choices=tuple(Choice(words, f"{start}{quote_plus(one)}", one == value) for one, words in choices),
    )


def _address(path: str, query: QueryDict, changes: dict[str, str]) -> str:
    changed = query.copy()
    changed.pop(EXPORT, None)
    for key, value in changes.items():
        if value:
            changed[key] = value
        else:
            changed.pop(key, None)
    return f"{path}?{changed.urlencode()}" if changed else path
