"""The frame of every page. Apps say in their `ready()` what they put into it; nothing here knows them.

navigation.register(Entry("documents", _("Văn bản"), "documents:document_list", icon="file-text", order=20))
navigation.register_top_bar("accounts/top_bar.html")
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise

Text = str | Promise


class Acting(Protocol):
    """What the frame has to know of the person: their role."""

    @property
    def role(self) -> str: ...


def _everybody(_actor: Any) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the navigation. `key` is the label of its app; `order`: Bàn làm việc 10, Văn bản 20, Nhiệm vụ 30,
    Báo cáo 40, Sổ theo dõi 50, Lịch 60, Cơ quan 70, Quản trị 80. `under` is the key of the entry that holds it."""

    key: str
    label: Text
    url_name: str
    icon: str
    order: int
    visible: Callable[[Any], bool] = _everybody
    under: str = ""
    count: Callable[[Any], int] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as one page shows it to one person."""

    key: str
    label: Text
    icon: str
    url: str
    active: bool
    count: int
    children: tuple[Line, ...] = ()

    @property
    def open(self) -> bool:
        return self.active or any(child.active for child in self.children)


_entries: dict[str, Entry] = {}
_top_bar: dict[str, int] = {}
_search: list[str] = []


def register(entry: Entry) -> None:
    """Put an entry on the left; a second one of the same key replaces the first."""
    _entries[entry.key] = entry


def register_top_bar(template: str, *, order: int = 50) -> None:
    """Put a template into the top bar, at the right of the search; lower numbers stand further left."""
    _top_bar[template] = order


def register_search(url_name: str, *, suggest: str = "") -> None:
    """Say which page answers the search box, and which fragment offers hits while somebody types; there is one."""
    _search[:] = [url_name, suggest]


class Frame:
    """What base.html asks for; worked out only for pages that have a frame."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self._actor: Acting | None = getattr(request, "actor", None)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The navigation of the person who acts; empty for whoever holds no post."""
        if self._actor is None:
            return ()
        shown = sorted((entry for entry in _entries.values() if entry.visible(self._actor)), key=lambda e: e.order)
        return tuple(self._line(entry, shown) for entry in shown if not entry.under)

    @property
    def here(self) -> Line | None:
        """The innermost line of the page that is open."""
        return self.way[-1] if self.way else None

    @cached_property
    def way(self) -> tuple[Line, ...]:
        """The lines that lead to this page, outermost first."""
        for line in self.lines:
            if line.open:
                return (line, *(child for child in line.children if child.active))
        return ()

    @property
    def top_bar(self) -> list[str]:
        return sorted(_top_bar, key=lambda name: _top_bar[name]) if self._actor else []

    @property
    def search_url(self) -> str:
        return reverse(_search[0]) if _search and self._actor else ""

    @property
    def suggest_url(self) -> str:
        return reverse(_search[1]) if _search and _search[1] and self._actor else ""

    def _line(self, entry: Entry, shown: list[Entry]) -> Line:
        children = tuple(self._line(child, shown) for child in shown if child.under == entry.key)
        url = _address(entry) or next((child.url for child in children), "")
        return Line(
            key=entry.key,
            label=entry.label,
            icon=entry.icon,
            url=url,
            active=not any(child.active for child in children) and self._is_here(url),
            count=entry.count(self._actor) if entry.count else 0,
            children=children,
        )

    def _is_here(self, url: str) -> bool:
        """The first page is open on its own address only, the others on all addresses below theirs."""
        path = self._request.path
        return bool(url) and (path == url or (url != "/" and path.startswith(url)))


def frame(request: HttpRequest) -> dict[str, Any]:
    """What base.html needs on every page."""
    return {"frame": Frame(request)}


def _address(entry: Entry) -> str:
    """The address, or nothing for a heading whose pages are its children's."""
    if not entry.url_name:
        return ""
    try:
        return reverse(entry.url_name)
    except NoReverseMatch as missing:
        message = f"navigation entry {entry.key!r} leads to {entry.url_name!r}, which no urls.py has"
        raise NoReverseMatch(message) from missing
