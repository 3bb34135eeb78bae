"""Who is meant by a name as written in a plan: the record of agencies and groups, made ready for looking up.

`queries.directory(on, within)` loads it once for a whole document; resolving a name then costs no query.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from banggiao.agencies import naming
from banggiao.agencies.naming import Seat
from banggiao.agencies.phrases import closeness, covers, names_group, read_phrase
from banggiao.agencies.rules import DatedName, Passing, Validity, successors_of
from banggiao.ui.wording import day_text

SURE = 0.9
"""From this confidence on a name may be taken over without asking."""
_MOST_SUGGESTIONS = 5
_LIKELY = 0.45
"""Shared words from which a name is worth suggesting."""


@dataclass(frozen=True)
class Entry:
    """An agency on record. `seat` is the place whose body it is, `seat_id` the committee of that place."""

    id: int
    code: str
    name: str
    tier: str
    seat: Seat
    seat_id: int | None
    validity: Validity
    names: tuple[DatedName, ...]


@dataclass(frozen=True)
class GroupEntry:
    """A standing group on record with the phrases by which plans name it."""

    id: int
    name: str
    phrases: tuple[str, ...]
    is_open: bool
    members: int


@dataclass(frozen=True)
class Suggestion:
    """Somebody who may have been meant, and why."""

    name: str
    agency_id: int | None = None
    group_id: int | None = None
    confidence: float = 0.0
    reason: str = ""


@dataclass(frozen=True)
class Resolution:
    """Whom a written name means. At most one of `agency` and `group` is there; `reason` is empty where all is plain."""

    written: str
    agency: Entry | None = None
    group: GroupEntry | None = None
    confidence: float = 0.0
    reason: str = ""
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def is_sure(self) -> bool:
        return self.confidence >= SURE


@dataclass(frozen=True)
class _Held:
    entry: Entry
    name: DatedName
    needs_place: bool


@dataclass
class Directory:
    """All names on record, as they are understood on a date in a plan issued by `within` (None: the province)."""

    entries: Sequence[Entry]
    groups: Sequence[GroupEntry]
    passings: Sequence[Passing]
    on: date
    within: int | None = None
    _held: dict[str, list[_Held]] = field(default_factory=lambda: defaultdict(list), repr=False)
    _by_word: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set), repr=False)
    _by_id: dict[int, Entry] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for entry in self.entries:
            self._by_id[entry.id] = entry
            for name in entry.names:
                for form in naming.forms(name.name, entry.seat, is_official=name.kind == "official"):
                    self._held[form.key].append(_Held(entry, name, form.needs_place))
        for words in self._held:
            for word in words.split():
                self._by_word[word].add(words)

    def resolve(self, written: str) -> Resolution:
        """Whom `written` means on the directory's date."""
        if names_group(written):
            return self._group(written)
        for spelling in naming.spellings(written):
            held = self._held.get(naming.key(spelling))
            if held:
                return self._decide(written, held)
        slip = self._slip(written)
        if slip is not None:
            return slip
        group = self._group(written)
        if group.group is not None and group.confidence >= SURE:
            return group
        return Resolution(
            written,
            reason=_("Tên cơ quan không có trong danh mục tại ngày %(on)s.") % {"on": day_text(self.on)},
            suggestions=self._likely(written),
        )

    # -- agencies -----------------------------------------------------------------------------------------------------

    def _decide(self, written: str, held: Sequence[_Held]) -> Resolution:
        """Choose among agencies of one written form: by date, then by place."""
        alive = [one for one in held if one.entry.validity.holds(self.on)]
        if not alive:
            return self._ended(written, held)
        current = [one for one in alive if one.name.validity.holds(self.on)] or alive
        near = self._nearest(current)
        entries = {one.entry.id: one for one in near}
        if len(entries) > 1:
            return Resolution(
                written,
                confidence=0.3,
                reason=_("Có %(count)d cơ quan cùng tên; chưa rõ thuộc địa bàn nào.") % {"count": len(entries)},
                suggestions=tuple(_suggest(one.entry, 0.3) for one in list(entries.values())[:_MOST_SUGGESTIONS]),
            )
        one = near[0]
        if not any(other.name.validity.holds(self.on) for other in near):
            return Resolution(written, one.entry, None, 0.8, self._former(one.name))
        return self._toned(written, one)

    def _nearest(self, held: Sequence[_Held]) -> Sequence[_Held]:
        """Those of the place whose plan is read come first, then full names, then the province's, then the rest."""
        ranks = [
            [one for one in held if one.needs_place and self._is_here(one.entry)],
            [one for one in held if not one.needs_place],
            [one for one in held if one.entry.tier in ("province", "central")],
        ]
        return next((rank for rank in ranks if rank), held)

    def _is_here(self, entry: Entry) -> bool:
        return entry.seat_id == self.within if self.within is not None else entry.tier == "province"

    def _toned(self, written: str, one: _Held) -> Resolution:
        spelling = naming.spellings(written)[-1]
        words, toned = naming.key(spelling), naming.toned_key(spelling)
        if words != toned and not self._has_tones(one.entry, toned):
            if naming.key(written) == naming.key(one.entry.name):
                reason = _("Viết sai dấu; danh mục ghi “%(name)s”.") % {"name": one.entry.name}
                return Resolution(written, one.entry, None, 0.9, reason)
        elif spelling != naming.spellings(written)[0] and self._is_corrected(written, spelling):
            reason = _("Có thể viết sai tên; danh mục ghi “%(name)s”.") % {"name": one.entry.name}
            return Resolution(written, one.entry, None, 0.92, reason)
        return Resolution(written, one.entry, None, 1.0)

    @staticmethod
    def _is_corrected(written: str, spelling: str) -> bool:
        """Whether the vocabulary corrected a name by a letter or two, rather than wrote it out."""
        if naming.toned_key(written) == naming.toned_key(spelling):
            return False
        one, other = naming.key(written), naming.key(spelling)
        return naming.distance(one, other, 3) <= 3

    @staticmethod
    def _has_tones(entry: Entry, toned: str) -> bool:
        """Whether some name of the agency has these tones; its stem is enough, places are written in many ways."""
        for name in entry.names:
            for spelling in naming.spellings(name.name):
                mine = naming.toned_key(spelling)
                if toned.startswith(mine) or mine.startswith(toned) or set(toned.split()) <= set(mine.split()):
                    return True
        unit, proper = entry.seat.unit.lower(), entry.seat.proper.lower()
        stem = toned.removesuffix(proper).strip().removesuffix(unit).strip()
        return any(naming.toned_key(name.name).startswith(stem) for name in entry.names)

    def _former(self, name: DatedName) -> str:
        if name.validity.last is not None and name.validity.last < self.on:
            return _("Tên cũ, dùng đến ngày %(last)s.") % {"last": day_text(name.validity.last)}
        first = name.validity.first or self.on
        return _("Tên này dùng từ ngày %(first)s.") % {"first": day_text(first)}

    def _ended(self, written: str, held: Sequence[_Held]) -> Resolution:
        one = self._nearest(held)[0]
        last = one.entry.validity.last
        if last is None or last >= self.on:
            first = one.entry.validity.first or self.on
            reason = _("“%(name)s” được thành lập ngày %(first)s, sau ngày của văn bản.")
            values = {"name": one.entry.name, "first": day_text(first)}
            return Resolution(written, confidence=0.2, reason=reason % values, suggestions=(_suggest(one.entry, 0.4),))
        following = successors_of(self.passings, one.entry.id, function="", on=self.on)
        named = [self._by_id[identity] for identity in following if identity in self._by_id]
        reason = _("“%(name)s” đã kết thúc hoạt động ngày %(last)s.")
        return Resolution(
            written,
            confidence=0.2,
            reason=reason % {"name": one.entry.name, "last": day_text(last)},
            suggestions=tuple(
                _suggest(entry, 0.7, _("Cơ quan kế thừa"))
                for entry in named[:_MOST_SUGGESTIONS]
                if entry.validity.holds(self.on)
            ),
        )

    def _slip(self, written: str) -> Resolution | None:
        """An agency whose name differs by a slip or two of the pen, if there is only one."""
        words = naming.key(written)
        most = naming.slips_allowed(words)
        if not most:
            return None
        near: dict[int, list[str]] = defaultdict(list)
        for candidate in self._sharing(words):
            far = naming.distance(words, candidate, most)
            if far <= most:
                near[far].append(candidate)
        for far in sorted(near):
            found = self._decide(written, [one for form in near[far] for one in self._held[form]])
            if found.agency is not None:
                reason = _("Có thể viết sai tên; danh mục ghi “%(name)s”.") % {"name": found.agency.name}
                return Resolution(written, found.agency, None, 0.7, reason, self._likely(written))
            if found.suggestions:
                return found
        return None

    def _sharing(self, words: str) -> Iterable[str]:
        """Forms that share all words but two with a name."""
        wanted = words.split()
        counts: dict[str, int] = defaultdict(int)
        for word in set(wanted):
            for candidate in self._by_word.get(word, ()):
                counts[candidate] += 1
        least = max(1, len(set(wanted)) - 2)
        return [candidate for candidate, count in counts.items() if count >= least]

    def _likely(self, written: str) -> tuple[Suggestion, ...]:
        """Agencies of that day whose names share most words."""
        wanted = frozenset(naming.key(naming.spellings(written)[-1]).split())
        best: dict[int, tuple[float, Entry]] = {}
        for candidate in {form for word in wanted for form in self._by_word.get(word, ())}:
            likeness = naming.likeness(wanted, frozenset(candidate.split()))
            if likeness < _LIKELY:
                continue
            for one in self._held[candidate]:
                if one.entry.validity.holds(self.on) and likeness > best.get(one.entry.id, (0.0, one.entry))[0]:
                    best[one.entry.id] = likeness, one.entry
        ranked = sorted(best.values(), key=lambda found: (-found[0], not self._is_here(found[1]), found[1].name))
        return tuple(_suggest(entry, round(likeness * 0.6, 2)) for likeness, entry in ranked[:_MOST_SUGGESTIONS])

    # -- groups -------------------------------------------------------------------------------------------------------

    def _group(self, written: str) -> Resolution:
        phrase = read_phrase(written)
        ranked = sorted(
            ((self._closeness(written, group), group) for group in self.groups),
            key=lambda found: (-found[0], found[1].members == 0, found[1].id),
        )
        close, group = ranked[0] if ranked else (0.0, None)
        others = tuple(
            Suggestion(other.name, group_id=other.id, confidence=round(score * 0.7, 2))
            for score, other in ranked[1 : _MOST_SUGGESTIONS + 1]
            if score >= _LIKELY
        )
        if group is None or close < _LIKELY:
            reason = _("“%(written)s” không khớp nhóm cơ quan nào trong danh mục.") % {"written": written}
            return Resolution(written, reason=reason, suggestions=others)
        if close < 1:
            reason = _("Không có nhóm đúng như viết; gần nhất là “%(group)s”.") % {"group": group.name}
            if phrase.related and group.is_open:
                reason = _("Văn bản không nêu đích danh; cần chọn cơ quan cụ thể.")
                return Resolution(written, None, group, SURE, reason, others)
            return Resolution(written, None, group, round(0.8 * close, 2), reason, others)
        if group.is_open:
            reason = _("Văn bản không nêu đích danh; cần chọn cơ quan cụ thể.")
            return Resolution(written, None, group, SURE, reason, others)
        if group.members == 0:
            reason = _("Nhóm không còn thành viên nào tại ngày %(on)s.") % {"on": day_text(self.on)}
            return Resolution(written, None, group, 0.4, reason, others)
        return Resolution(written, None, group, 1.0)

    def _closeness(self, written: str, group: GroupEntry) -> float:
        phrase = read_phrase(written)
        others = [read_phrase(other) for other in (group.name, *group.phrases)]
        best = max((closeness(phrase, other) for other in others), default=0.0)
        if phrase.related and group.is_open and best < 1:
            return max(best, 0.95)
        return best

    def groups_covering(self, tier: str) -> tuple[GroupEntry, ...]:
        """The standing groups whose phrases speak of a tier."""
        return tuple(group for group in self.groups if covers(read_phrase(group.name), tier))


def _suggest(entry: Entry, confidence: float, reason: str = "") -> Suggestion:
    return Suggestion(entry.name, agency_id=entry.id, confidence=confidence, reason=reason)
