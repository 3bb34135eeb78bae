"""The agencies that a document names, looked up at its date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from django.utils import timezone

from banggiao.agencies.directory import Directory, Suggestion
from banggiao.agencies.models import Agency, AgencyGroup
from banggiao.agencies.queries import directory
from banggiao.documents.models import Document
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

    def suggestions(self, written: str) -> tuple[Suggestion, ...]:
        """Who may have been meant by a name, the likeliest first."""
        return self._directory.resolve(written).suggestions


def _directory(on: date, issuer: str) -> Directory:
    """In the plan of a district or commune, names without a place mean its own bodies."""
    province = directory(on)
    within = province.resolve(issuer).agency if issuer else None
    if within is None or within.tier in ("province", "central"):
        return province
    return directory(on, within=Agency.objects.get(pk=within.id))


class TypedNames:
    """Names that people type or choose during review; the directory is loaded when the first one is typed."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._names: Names | None = None

    def __call__(self, mention: AgencyMention) -> AgencyMention:
        """Whom a typed name means at the document's date; what was chosen stays, unless it does not exist."""
        if mention.agency_id and Agency.objects.filter(pk=mention.agency_id).exists():
            return mention
        if mention.group_id and AgencyGroup.objects.filter(pk=mention.group_id).exists():
            return mention
        return self.directory.resolve(AgencyMention(mention.written))

    def suggestions(self, written: str) -> tuple[Suggestion, ...]:
        """Who may have been meant by a name that is not known."""
        return self.directory.suggestions(written)

    @property
    def directory(self) -> Names:
        if self._names is None:
            self._names = Names(on=day_of(self._document, timezone.now()), issuer=self._document.issuer)
        return self._names


def day_of(document: Document, now: datetime) -> date:
    """The day at which names of agencies in a document are understood."""
    if document.date:
        return document.date
    return date(document.year, 7, 1) if document.year else now.date()
