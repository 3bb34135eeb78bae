"""The values that a reading is made of.

Field names and meanings follow the annotation guide of the project's gold readings. All are immutable
named tuples: cheap to make by the thousand, comparable, and safe to share between stages.

While stages run, every `span` is a pair of offsets into `Text.flat`; the last stage turns them into
offsets of the source text (`reading.py`), so that whoever receives a `Reading` only meets the latter.
"""

from __future__ import annotations

from typing import NamedTuple

Span = tuple[int, int]
"""Start and end, in characters, end exclusive."""


class Signer(NamedTuple):
    """Who signed: `Phạm Văn Thắng`, `Phó Chủ tịch`, `KT. CHỦ TỊCH`, `TM. ỦY BAN NHÂN DÂN`."""

    name: str | None = None
    role: str | None = None
    authority: str | None = None
    behalf: str | None = None


class Letterhead(NamedTuple):
    """Who issued what, when: the document's metadata (khối tiêu đề, chữ ký and nơi nhận).

    `date` is ISO and may be partial (`2023`, `2023-04`). `number` is the number with its symbol
    (`20/KH-UBND`), `/KH-UBND` where the number is left blank, None where there is none.
    `layout` is `state` or `party`. `spans` maps a field's name to its place, where it was found in the text.
    """

    kind: str | None = None
    number: str | None = None
    place: str | None = None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    signer: Signer = Signer()
    recipients: tuple[str, ...] = ()
    layout: str = "state"
    spans: tuple[tuple[str, Span], ...] = ()
    confidence: float = 1.0
    body: tuple[Span, ...] = ()
    """Where the running text stands, in reading order: between title and Nơi nhận or signature; for a plan
    wrapped in a Decision first the Decision's own text, then the plan's; last the annexes behind the signature."""


class Node(NamedTuple):
    """One heading, list item or free paragraph of the body.

    `kind` is `part` (I, II, A, B), `section` (1, 2), `subsection` (1.1, a), `item` (a bullet or a row of a table
    of tasks) or `paragraph`. `text` is its own text without the marker. `parent` is the index, in the outline,
    of the heading it stands under, None at the top. `cells` holds the cells of a table row.
    """

    path: str
    kind: str
    marker: str | None
    text: str
    span: Span
    parent: int | None = None
    level: int = 0
    page: int | None = None
    confidence: float = 1.0
    cells: tuple[str, ...] = ()

    @property
    def start(self) -> str:
        """The first eight words; a lone dash is no word."""
        return " ".join(_leading_words(self.text, 8))

    @property
    def end(self) -> str:
        """The last five words; a lone dash is no word."""
        return _last_words(self.text, 5)


class Citation(NamedTuple):
    """One mention of another document that bears a number.

    `text` is the cited form as written; `document` is the key of the document it was resolved to
    (`nghị quyết|22-nq/tw|2013`), the same for all mentions of one document.
    """

    path: str | None
    text: str
    kind: str | None
    number: str
    date: str | None
    issuer: str | None
    span: Span
    document: str = ""
    page: int | None = None
    confidence: float = 1.0


class Assignment(NamedTuple):
    """One duty of one agency or group of agencies.

    `role` is `lead`, `coordinate`, `request` or `implement`; `partners` (JSON: `with`) are those it is to work with.
    `duty` is the text of the duty; `deadline` and `product` are filled from a table of tasks.
    `agency_spans` stand in the order of `agencies`. `doubts` says, in Vietnamese, what makes it unsure.
    """

    path: str
    agencies: tuple[str, ...]
    role: str
    partners: tuple[str, ...]
    duty: str
    span: Span
    agency_spans: tuple[Span, ...] = ()
    deadline: str | None = None
    product: str | None = None
    page: int | None = None
    confidence: float = 1.0
    doubts: tuple[str, ...] = ()

    @property
    def start(self) -> str:
        """The first eight words of the duty; a lone dash is no word."""
        return " ".join(_leading_words(self.duty, 8))


class Deadline(NamedTuple):
    """One date or rhythm by which something is due: one entry per date, duty and who.

    `rhythm` is `year`, `half-year`, `quarter`, `month`, `once`, `ad-hoc` or `permanent`; `duty` is `report` or `act`.
    """

    path: str
    text: str
    rhythm: str
    month: int | None
    day: int | None
    year: int | None
    duty: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    span: Span
    page: int | None = None
    confidence: float = 1.0


class Target(NamedTuple):
    """A quantity that is to be reached; money in đồng (`VND`), shares in `%`, counts by their unit as written."""

    path: str
    text: str
    minimum: float | None
    maximum: float | None
    unit: str
    year: int | None
    span: Span
    page: int | None = None
    confidence: float = 1.0


class Partner(NamedTuple):
    """A foreign country, locality or organisation named as a partner, with all spellings met.

    `kind` is `country`, `locality` or `organisation`; `country` an ISO 3166-1 alpha-2 code or None.
    `span` is the first mention, `mentions` are all.
    """

    names: tuple[str, ...]
    kind: str
    country: str | None
    span: Span
    mentions: tuple[Span, ...] = ()
    page: int | None = None
    confidence: float = 1.0


class Warning(NamedTuple):
    """Something that a careful official would ask about; `message` is a Vietnamese sentence."""

    code: str
    message: str
    path: str | None
    span: Span
    page: int | None = None


_DASHES = frozenset({"-", "–", "—", "−"})


def _leading_words(text: str, count: int) -> list[str]:
    words = [word for word in text.split(maxsplit=count + 8) if word not in _DASHES]
    return words[:count]


def _last_words(text: str, count: int) -> str:
    words = [word for word in text.rsplit(maxsplit=count + 8) if word not in _DASHES]
    return " ".join(words[-count:])
