"""From what a plan says of a duty to the task that it becomes, before agencies are looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from banggiao.documents.rules import AgencyMention, mentions
from banggiao.tasks.rules.clarity import authority_in
from banggiao.tasks.rules.due import Due, Rhythm, dates_of, excludes_day, last_day
from banggiao.tasks.rules.fields import field_of, pillar_of
from vanban.deadlines.duewords import due_words


@dataclass(frozen=True, slots=True)
class Period:
    """The year a plan counts as, and the days on which it is carried out."""

    year: int
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Found:
    """A duty as a plan words it: an accepted finding, with its place and the shape of `documents.rules.fields`."""

    finding_id: int
    path: str
    text: str
    span: tuple[int, int]
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Draft:
    """A task before its agencies are looked up. `leads` says whether `owners` are in charge or only take part."""

    found: Found
    what: str
    leads: bool
    mode: str
    owners: tuple[AgencyMention, ...]
    partners: tuple[AgencyMention, ...]
    field: str
    pillar: str
    deadline: date | None
    deadline_text: str
    rhythm: str
    rhythm_month: int | None
    rhythm_day: int | None
    continuous: bool
    product: str
    authority: str
    heading: str


_STAGE = re.compile(r"giai đoạn\s+(?:từ\s+)?(?:năm\s+)?(20\d\d)\s*(?:-|–|đến)\s*(?:năm\s+)?(20\d\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d )(?<!\d, )\bnăm\s+(20\d\d)(?!\s*(?:-|–)\s*20\d\d)", re.IGNORECASE)


def plan_period(title: str, issued: date) -> Period:
    """When a plan is carried out, by its title, else until the end of the year of issue.

    A plan for 2026 may be signed in November 2025. The year in the date of a cited document does not count.

    >>> plan_period("Công tác đối ngoại năm 2026", date(2025, 11, 20)).year
    2026
    """
    stage = _STAGE.search(title)
    if stage and int(stage[1]) <= int(stage[2]):
        start = max(date(int(stage[1]), 1, 1), issued)
        end = date(int(stage[2]), 12, 31)
        return Period(issued.year, min(start, end), end)
    named = [int(year) for year in _YEAR.findall(title)]
    year = named[-1] if named and abs(named[-1] - issued.year) <= 1 else issued.year
    start = date(year, 1, 1) if year != issued.year else issued
    return Period(year, start, date(year, 12, 31))


def draft(found: Found, *, headings: Mapping[str, str], period: Period, before_excludes_day: bool) -> Draft:
    """The task that a duty becomes; `headings` are the texts of headings by their paths."""
    fields = found.fields
    what = str(fields.get("what") or found.text)
    above = list(_headings(found.path, headings))
    time = _time(fields, period, before_excludes_day)
    owners = mentions(fields, "agencies")
    return Draft(
        found=found,
        what=what,
        leads=fields.get("role") != "coordinate",
        mode=fields.get("mode") or "assign",
        owners=owners,
        partners=mentions(fields, "partners"),
        field=fields.get("field") or field_of(above, what),
        pillar=fields.get("pillar") or pillar_of(*above, what, *(owner.written for owner in owners)),
        deadline=time.deadline,
        deadline_text=str(fields.get("deadline") or ""),
        rhythm=time.due.rhythm.value if time.due else "",
        rhythm_month=time.due.month if time.due else None,
        rhythm_day=time.due.day if time.due else None,
        continuous=time.continuous,
        product=str(fields.get("product") or ""),
        authority=authority_in(what),
        heading=above[0] if above else "",
    )


@dataclass(frozen=True, slots=True)
class _Time:
    deadline: date | None
    due: Due | None
    continuous: bool


def _time(fields: Mapping[str, Any], period: Period, before_excludes_day: bool) -> _Time:
    text = str(fields.get("deadline") or "")
    rhythm = Rhythm(fields["rhythm"]) if fields.get("rhythm") else None
    dues = worded_dues(text, rhythm)
    due = dues[0] if dues else None
    deadline: date | None = None
    if fields.get("deadline_date"):
        named = date.fromisoformat(fields["deadline_date"])
        deadline = named - timedelta(days=1) if before_excludes_day and excludes_day(text) else named
    elif due and due.rhythm.recurs:
        deadline = first_round(dues, period, before_excludes_day=before_excludes_day)
    elif due:
        deadline = _once(due, period, before_excludes_day)
    permanent = due is not None and due.rhythm is Rhythm.PERMANENT
    return _Time(deadline, due, bool(fields.get("continuous")) or (permanent and deadline is None))


def worded_dues(text: str, rhythm: Rhythm | None) -> tuple[Due, ...]:
    """All dates of a wording with its rhythm; a rhythm chosen by a person goes before the wording's own.

    `Định kỳ 06 tháng (trước ngày 25/5), năm (trước ngày 10/10)` names two days, and each comes back every year.
    """
    words = due_words(text, 0, len(text), label=True) if text else []
    dated = [one for one in words if one.dated]
    chosen = rhythm or next((Rhythm(one.rhythm) for one in words if one.rhythm), None)
    if not dated:
        return (Due(chosen, text=text),) if chosen else ()
    chosen = chosen or Rhythm.ONCE
    days = dict.fromkeys((one.month, one.day, one.year) for one in dated)
    return tuple(Due(chosen, month=month, day=day, year=year, text=text) for month, day, year in days)


def first_round(dues: Sequence[Due], period: Period, *, before_excludes_day: bool) -> date | None:
    """The first date of recurring work within a plan's period, None where none falls into it."""
    dates = dates_of(dues, start=period.start, end=period.end, before_excludes_day=before_excludes_day)
    return dates[0] if dates else None


def _once(due: Due, period: Period, before_excludes_day: bool) -> date | None:
    """A day without a year is meant in the plan's year, or in the next one where it has passed by the first day."""
    day = last_day(due, year=period.year, before_excludes_day=before_excludes_day)
    if day and due.year is None and day < period.start:
        return last_day(due, year=period.year + 1, before_excludes_day=before_excludes_day)
    return day


def _headings(path: str, headings: Mapping[str, str]) -> Iterator[str]:
    """The headings above a path, the nearest first: `III.1/5` stands under `III.1` and `III`."""
    place = path
    while place:
        cut = max(place.rfind("/"), place.rfind("."))
        place = place[:cut] if cut > 0 else ""
        if place in headings:
            yield headings[place]
