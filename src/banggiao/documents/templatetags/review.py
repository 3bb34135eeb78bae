"""Pieces of the review: paragraphs of the document with what was found in them, lines of findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils.dateparse import parse_date
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from banggiao.agencies.directory import Suggestion
from banggiao.documents.forms import chosen_value
from banggiao.documents.queries.paper import PaperTable, Paragraph, Segment
from banggiao.documents.queries.review import NamedAgency, ReviewFinding
from banggiao.documents.rules import AgencyMention, FindingKind
from banggiao.documents.wording import KIND_ICONS, ROLE_LABELS, Fact, facts
from banggiao.ui.templatetags.ui import icon
from banggiao.ui.wording import day_text

register = template.Library()


@register.simple_tag
def paper_part(part: Paragraph | PaperTable) -> SafeString:
    """A paragraph or a table as it is set; the text of each block is exactly that of the source."""
    if isinstance(part, PaperTable):
        rows = format_html_join("", "<tr>{}</tr>", ((_cells(row),) for row in part.rows))
        return format_html('<div class="paper-wide"><table class="paper-table"><tbody>{}</tbody></table></div>', rows)
    return format_html('<p class="{}" data-block="{}">{}</p>', part.kind, part.start, paper_words(part))


@register.simple_tag
def paper_words(paragraph: Paragraph) -> SafeString:
    """The words of a block with its marks."""
    return mark_safe("".join(map(_segment, paragraph.segments)))  # noqa: S308  each segment is escaped below


def _cells(row: Sequence[Paragraph]) -> SafeString:
    return format_html_join("", '<td data-block="{}">{}</td>', ((cell.start, paper_words(cell)) for cell in row))


def _segment(segment: Segment) -> str:
    words: str = conditional_escape(segment.text)
    if not segment.finding_ids:
        return words
    inside = " in-duty" if FindingKind.ASSIGNMENT in segment.kinds[1:] else ""
    unsure = " unsure" if segment.unsure else ""
    ids = " ".join(map(str, segment.finding_ids))
    return f'<mark class="found k-{segment.kinds[0]}{inside}{unsure}" data-f="{ids}">{words}</mark>'


@register.simple_tag
def kind_icon(kind: FindingKind) -> SafeString:
    """The picture of a kind; the word stands beside it."""
    return icon(KIND_ICONS[kind])


@register.simple_tag
def finding_facts(finding: ReviewFinding) -> list[Fact]:
    """What a finding says beside its words and agencies."""
    return facts(finding.kind, finding.fields)


@register.simple_tag
def role_label(finding: ReviewFinding) -> str:
    """What the agencies of a duty are in it."""
    return str(ROLE_LABELS.get(finding.fields.get("role") or "", gettext("Cơ quan")))


@register.filter
def chosen(agency: AgencyMention | NamedAgency | Suggestion) -> str:
    """An agency as forms carry it."""
    if isinstance(agency, Suggestion):
        return chosen_value(AgencyMention(agency.name, agency_id=agency.agency_id, group_id=agency.group_id))
    return chosen_value(AgencyMention(agency.written, agency_id=agency.agency_id, group_id=agency.group_id))


@register.filter
def official(agency: NamedAgency) -> str:
    """An agency by its official name, as forms carry it."""
    return chosen_value(AgencyMention(agency.name, agency_id=agency.agency_id, group_id=agency.group_id))


@register.filter
def entry(values: Mapping[Any, Any], key: Any) -> Any:
    """What a mapping holds under a key; None where it holds nothing."""
    return values.get(key)


@register.filter
def spans(finding: ReviewFinding) -> str:
    """Where a finding lies, as `12-40 80-95`; a partner has many places."""
    places = finding.fields.get("mentions") or ((finding.start, finding.end),)
    return " ".join(f"{start}-{end}" for start, end in places)


@register.filter
def shown_value(bound: BoundField) -> str:
    """The value of a field as a reader sees it: the word for a choice, the day as written here."""
    value = bound.value()
    if isinstance(bound.field, forms.ChoiceField):
        return str(dict(bound.field.choices).get(value, value))  # type: ignore[arg-type]
    if isinstance(value, bool):
        return gettext("có") if value else gettext("không")
    day = parse_date(value) if isinstance(value, str) and isinstance(bound.field, forms.DateField) else value
    return day_text(day) if isinstance(day, date) else str(value)
