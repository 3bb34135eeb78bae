"""Which agencies a duty falls to on the day of its plan: named ones, members of groups, names nobody knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from banggiao.agencies import queries as agencies
from banggiao.agencies.models import Agency, AgencyGroup
from banggiao.documents.rules import AgencyMention
from banggiao.tasks.models import Role
from banggiao.tasks.rules import Draft
from banggiao.tasks.services.errors import UnknownName


@dataclass(frozen=True, slots=True)
class Placed:
    """One agency's part in a duty; `agency_id` is None where the name is kept as written."""

    role: str
    agency_id: int | None
    written_as: str
    group: str = ""


@dataclass
class Placer:
    """Looks agencies and members of groups up, each group once for a whole plan."""

    on: date
    within: Agency | None = None
    _members: dict[int, Sequence[Agency]] = field(default_factory=dict)

    def place(self, draft: Draft) -> list[Placed]:
        """The parts in a duty: who leads before who helps, each agency once."""
        leading = Role.LEAD if draft.leads else Role.COORDINATE
        parts = [
            *self._parts(draft.owners, leading.value),
            *self._parts(draft.partners, Role.COORDINATE.value),
        ]
        return list(_once(parts))

    def unknown(self, drafts: Iterable[Draft]) -> list[UnknownName]:
        """The names that lead to no agency. Partners that a plan leaves open (`các cơ quan liên quan`) may stay so."""
        found: dict[tuple[str, bool], list[str]] = {}
        for draft in drafts:
            for mention in draft.owners:
                if not self._is_known(mention):
                    found.setdefault((mention.written, True), []).append(draft.found.path)
            for mention in draft.partners:
                if not mention.known and "liên quan" not in mention.written.lower():
                    found.setdefault((mention.written, False), []).append(draft.found.path)
        return [UnknownName(name, self._reason(leads), leads, tuple(paths)) for (name, leads), paths in found.items()]

    def members(self, mentions: Iterable[AgencyMention]) -> list[int]:
        """The agencies that names stand for, each once, those that nobody knows left out."""
        parts = self._parts(mentions, Role.COORDINATE.value)
        return list(dict.fromkeys(part.agency_id for part in parts if part.agency_id is not None))

    def _parts(self, mentions: Iterable[AgencyMention], role: str) -> Iterator[Placed]:
        for mention in mentions:
            if mention.agency_id is not None:
                yield Placed(role, mention.agency_id, mention.written)
                continue
            members = self._unfolded(mention.group_id)
            for agency in members:
                yield Placed(role, agency.pk, agency.name, group=mention.written)
            if not members:
                yield Placed(role, None, mention.written)

    def _is_known(self, mention: AgencyMention) -> bool:
        return mention.agency_id is not None or bool(self._unfolded(mention.group_id))

    def _unfolded(self, group_id: int | None) -> Sequence[Agency]:
        if group_id is None:
            return ()
        if group_id not in self._members:
            group = AgencyGroup.objects.filter(pk=group_id).first()
            members = agencies.unfold(group, self.on, within=self.within) if group else []
            self._members[group_id] = tuple(members)
        return self._members[group_id]

    def _reason(self, leads: bool) -> str:
        if leads:
            return _("Việc này chưa có cơ quan chịu trách nhiệm.")
        return _("Cơ quan phối hợp này sẽ không nhận được thông báo.")


def _once(parts: Iterable[Placed]) -> Iterator[Placed]:
    seen: set[int | str] = set()
    for part in parts:
        key = part.agency_id if part.agency_id is not None else part.written_as.lower()
        if key not in seen:
            seen.add(key)
            yield part
