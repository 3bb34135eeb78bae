"""One question to everything that somebody may see: documents, tasks, agencies and, for administrators, people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor, can_manage_people
from banggiao.accounts.models import User
from banggiao.accounts.queries import people, people_matching, post_words
from banggiao.agencies.models import Agency
from banggiao.agencies.queries import matching, name_then
from banggiao.agencies.queries.pages import agency_rows
from banggiao.documents.access import visible_documents
from banggiao.documents.models import Document
from banggiao.documents.queries.library import search as search_documents
from banggiao.home.queries.figures import listed
from banggiao.tasks.access import visible_tasks
from banggiao.tasks.models import Task
from banggiao.tasks.queries.register import search_tasks
from banggiao.ui.wording import day_text


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found."""

    title: str
    sub: str
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one sort: the first ones, how many there are, and the whole list with the same words.

    Where nobody asked for the count, it is one more than the hits for all that are more.
    """

    key: str
    label: str
    icon: str
    count: int
    hits: tuple[Hit, ...]
    url: str

    @property
    def has_more(self) -> bool:
        return self.count > len(self.hits)


@dataclass(frozen=True, slots=True)
class _Sort:
    key: str
    label: str
    icon: str
    rows: QuerySet[Any]
    shown: Callable[[Any], Hit]
    list_name: str


FEWEST_LETTERS = 2
"""One letter stands in nearly everything."""


def found(actor: Actor, words: str, *, today: date, most: int, counted: bool = True) -> tuple[Group, ...]:
    """What fits the words, by sort; sorts of which nothing fits are left out.

    Not `counted` costs a fraction, for what is asked at every pause of somebody who types.
    """
    words = " ".join(words.split())
    if len(words) < FEWEST_LETTERS:
        return ()
    groups = (_group(sort, words, most, counted=counted) for sort in _sorts(actor, words, today))
    return tuple(group for group in groups if group.count)


def _sorts(actor: Actor, words: str, today: date) -> tuple[_Sort, ...]:
    documents = search_documents(visible_documents(actor), words).order_by("-date", "-pk")
    tasks = search_tasks(visible_tasks(actor), words).order_by("sort_day", "pk")
    agencies = matching(agency_rows(actor, today), words)
    everything = (
        _Sort("documents", _("Văn bản"), "file-text", documents, _document, "documents:document_list"),
        _Sort("tasks", _("Nhiệm vụ"), "checklist", tasks.select_related("plan"), _task, "tasks:task_list"),
        _Sort("agencies", _("Cơ quan"), "building", agencies.order_by("order", "pk"), _agency, "agencies:agency_list"),
    )
    if not can_manage_people(actor):
        return everything
    persons = people_matching(people(actor, today=today), words).order_by("sort_name", "pk")
    return (*everything, _Sort("people", _("Người dùng"), "users", persons, _person, "accounts:people_list"))


def _group(sort: _Sort, words: str, most: int, *, counted: bool) -> Group:
    first = list(sort.rows[: most + 1])
    # Few hits need no second question.
    count = sort.rows.order_by().count() if counted and len(first) > most else len(first)
    hits = tuple(sort.shown(row) for row in first[:most])
    return Group(sort.key, sort.label, sort.icon, count, hits, listed(sort.list_name, tim=words))


def _document(row: Document) -> Hit:
    dated = day_text(row.date) if row.date else str(row.year or "")
    sub = " · ".join(part for part in (str(row) if row.title else "", row.issuer, dated) if part)
    return Hit(row.title or str(row), sub, reverse("documents:document_detail", args=[row.pk]))


def _task(row: Task) -> Hit:
    due = _("hạn %(day)s") % {"day": day_text(row.deadline)} if row.deadline else ""
    sub = " · ".join(part for part in (row.code, row.lead_name, due, str(row.plan)) if part)
    return Hit(row.what, sub, reverse("tasks:task_detail", args=[row.pk]))


def _agency(row: Agency) -> Hit:
    sub = " · ".join(part for part in (row.short_name, row.get_level_display()) if part)
    return Hit(name_then(row), sub, reverse("agencies:agency_detail", args=[row.pk]))


def _person(row: User) -> Hit:
    sub = " · ".join(part for part in (post_words(row.current), row.email) if part)  # type: ignore[attr-defined]
    return Hit(row.full_name, sub, reverse("accounts:person_detail", args=[row.pk]))
