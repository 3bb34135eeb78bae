"""Rows of the table «who gets what at which address», which each app keeps in its `tests/access_table.py`:

    ROWS = [
        row("documents:document_list", everybody=200),
        row("documents:document_detail", everybody=404, coordinator=200, args=lambda cast: {"pk": make_document().pk}),
        row("documents:document_receive", method="post", everybody=403, coordinator=302, data=lambda cast: {...}),
    ]

`anonymous` is sent to sign in (302) and `nobody`, who holds no post, gets 403, unless a row says otherwise. A row's
`args` is asked once for each part, in a transaction of its own that is taken back: the next sees nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from banggiao.testing.cast import Cast

PARTS = (
    "anonymous",
    "nobody",
    "viewer",
    "focal_point",
    "other_focal_point",
    "leader",
    "coordinator",
    "administrator",
)


@dataclass(frozen=True, slots=True)
class Row:
    """What each part gets at one address."""

    name: str
    method: str
    statuses: Mapping[str, int]
    args: Callable[[Cast], Mapping[str, Any]]
    data: Callable[[Cast], Mapping[str, Any]]

    def __str__(self) -> str:
        return f"{self.name}-{self.method}"


def row(
    name: str,
    *,
    everybody: int,
    method: str = "get",
    args: Callable[[Cast], Mapping[str, Any]] = lambda _cast: {},
    data: Callable[[Cast], Mapping[str, Any]] = lambda _cast: {},
    **statuses: int,
) -> Row:
    """One row; `everybody` holds for each part with a post that is not named."""
    unknown = set(statuses) - set(PARTS)
    assert not unknown, f"{name}: no such part: {sorted(unknown)}"
    standard = {"anonymous": 302, "nobody": 403}
    return Row(name, method, dict.fromkeys(PARTS, everybody) | standard | statuses, args, data)


def answers(asked: Row, cast: Cast) -> dict[str, int]:
    """The status that each part really gets."""
    return {part: _status(asked, cast, part) for part in PARTS}


def names_of_addresses() -> set[str]:
    """Every named address of the application, with its namespace; one without a name is given by its pattern."""
    return set(_names(get_resolver(), ""))


def _status(asked: Row, cast: Cast, part: str) -> int:
    client = Client()
    person = cast.person(part)
    if person:
        client.force_login(person)
    with transaction.atomic():
        url = reverse(asked.name, kwargs=dict(asked.args(cast)))
        response = getattr(client, asked.method)(url, dict(asked.data(cast)))
        transaction.set_rollback(True)
    response.getvalue()  # files are sent as streams, which close once read; close() would end the connection, too
    return int(response.status_code)


def _names(resolver: URLResolver, prefix: str) -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name or entry.pattern}"
        elif isinstance(entry, URLResolver):
            yield from _names(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
