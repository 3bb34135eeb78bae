"""The agencies that a document names, looked up at its date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from banggiao.agencies.directory import Directory
from banggiao.agencies.models import Agency
from banggiao.agencies.queries import directory
from banggiao.documents.rules import AgencyMention


class Names:
    """All agencies on a date, loaded once for a whole document."""

    def __init__(self, *, on: date, issuer: str = "") -> None:
        self._directory = _directory(on, issuer)
        self._known: dict[str, AgencyMention] = {}

    def resolve(self, mention: AgencyMention) -> AgencyMention:
        """The mention with the agency or group it means; a doubt in words where that is unsure."""
        if mention.written not in self._known:
            found = self._directory.resolve(mention.written)
            self._known[mention.written] = AgencyMention(
                written=mention.written,
                agency_id=found.agency.id if found.agency else None,
                group_id=found.group.id if found.group else None,
                confidence=found.confidence,
                doubt=found.reason,
            )
        return replace(self._known[mention.written], span=mention.span)


def _directory(on: date, issuer: str) -> Directory:
    """In the plan of a district or commune, names without a place mean its own bodies."""
    province = directory(on)
    within = province.resolve(issuer).agency if issuer else None
    if within is None or within.tier in ("province", "central"):
        return province
    return directory(on, within=Agency.objects.get(pk=within.id))
