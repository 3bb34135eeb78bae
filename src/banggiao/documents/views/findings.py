"""What people do to findings, one small view for each button; all answer with what changed.

Without JavaScript the same addresses lead back to the page of the review, with a message where something was refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from banggiao.accounts.access import ActorRequest, demand
from banggiao.documents.access import can_review
from banggiao.documents.forms import FORMS, FindingForm
from banggiao.documents.models import Document, Finding
from banggiao.documents.queries.review import finding_for_review
from banggiao.documents.queries.suggesting import unknown_names
from banggiao.documents.rules import COUNTED_KINDS, AgencyMention, FindingKind, InvalidFields
from banggiao.documents.rules.cutting import cut_pieces
from banggiao.documents.services import findings as services
from banggiao.documents.services import undo
from banggiao.documents.services.findings import ReviewError, StaleFinding
from banggiao.documents.services.names import TypedNames
from banggiao.documents.views.review import changed, reviewed
from banggiao.documents.wording import KIND_FILTERS

Act = Callable[[], Iterable[Finding]]


@require_POST
def finding_accept(request: ActorRequest, document_id: int, finding_id: int) -> HttpResponse:
    """Take a finding as it is."""
    return _decide(request, document_id, finding_id, services.finding_accept)


@require_POST
def finding_drop(request: ActorRequest, document_id: int, finding_id: int) -> HttpResponse:
    """Leave a finding out."""
    return _decide(request, document_id, finding_id, services.finding_drop)


@require_POST
def finding_reopen(request: ActorRequest, document_id: int, finding_id: int) -> HttpResponse:
    """Take a decision back."""
    return _decide(request, document_id, finding_id, services.finding_reopen)


@require_http_methods(["GET", "HEAD", "POST"])
def finding_edit(request: ActorRequest, document_id: int, finding_id: int) -> HttpResponse:
    """Edit a finding in its place."""
    document, finding = _found(request, document_id, finding_id)
    demand(can_review(request.actor, document))
    names = TypedNames(document)
    shape = FORMS.get(FindingKind(finding.kind))
    if shape is None:
        raise Http404(_("Mục này không sửa được ở đây."))
    if request.method != "POST":
        form = shape(current=finding.fields, resolve=names, initial={"version": finding.version})
        return _editor(request, document, finding, form, names)
    form = shape(request.POST, current=finding.fields, resolve=names)
    if not form.is_valid():
        return _editor(request, document, finding, form, names, status=422)
    try:
        edited = services.finding_edit(
            by=request.actor,
            finding_id=finding.pk,
            version=form.cleaned_data["version"],
            fields=form.written(),
            text=_words(finding, form),
            now=timezone.now(),
        )
    except InvalidFields as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.message)
        return _editor(request, document, finding, form, names, status=422)
    except StaleFinding as stale:
        if not stale.finding.live:
            return _answer(request, document, [stale.finding], at=None, message=str(stale), status=409)
        return _conflict(request, document, stale.finding, form, names)
    except ReviewError as refused:
        form.add_error(None, str(refused))
        return _editor(request, document, finding, form, names, status=422)
    return _answer(request, document, [edited], at=finding.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def finding_split(request: ActorRequest, document_id: int, finding_id: int) -> HttpResponse:
    """Choose where to cut a finding in two; cut it."""
    document, finding = _found(request, document_id, finding_id)
    demand(can_review(request.actor, document))
    if request.method != "POST":
        context = {"document": document, "finding": finding, "pieces": _pieces(document, finding)}
        return render(request, _fragment(request, "finding_split"), context)
    at = _number(request, "cho")
    return _act(
        request,
        document,
        lambda: services.finding_split(
            by=request.actor, finding_id=finding.pk, version=_number(request, "ban"), at=at, now=timezone.now()
        ),
        at=finding.pk,
    )


@require_POST
def finding_merge(request: ActorRequest, document_id: int) -> HttpResponse:
    """Make one of several findings (`muc=12:3`: the finding and the version that was seen)."""
    document = reviewed(request, document_id)
    versions = [_pair(value) for value in request.POST.getlist("muc")]
    _demand_own(document, [finding_id for finding_id, _version in versions])

    def merge() -> list[Finding]:
        merged = services.finding_merge(by=request.actor, versions=versions, now=timezone.now())
        others = Finding.objects.filter(pk__in=[finding_id for finding_id, _version in versions]).exclude(pk=merged.pk)
        return [merged, *others]

    return _act(request, document, merge, at=versions[0][0] if versions else None)


@require_POST
def finding_add(request: ActorRequest, document_id: int) -> HttpResponse:
    """Make a finding of a stretch of the text (`tu`, `den`), of an agency where one is named (`co-quan=a:5|Tên`)."""
    document = reviewed(request, document_id)
    start, end = _without_marker(document.reading.text, _number(request, "tu"), _number(request, "den"))
    kind = request.POST.get("loai", FindingKind.ASSIGNMENT)
    if kind not in dict(KIND_FILTERS):
        raise Http404

    def add() -> list[Finding]:
        added = services.finding_add(
            by=request.actor,
            document_id=document.pk,
            kind=FindingKind(kind),
            start=start,
            end=end,
            fields=_first_fields(request, document, FindingKind(kind), (start, end)),
            now=timezone.now(),
        )
        return [added]

    return _act(request, document, add)


@require_POST
def findings_accept_above(request: ActorRequest, document_id: int) -> HttpResponse:
    """Accept everything that is at least so sure (`nguong`, percents) and in no doubt."""
    document = reviewed(request, document_id)
    least = min(max(_number(request, "nguong"), 50), 100) / 100
    kind = request.POST.get("loai", "")
    kinds = [FindingKind(kind)] if kind in dict(KIND_FILTERS) else COUNTED_KINDS
    now = timezone.now()
    accepted: list[Finding] = []

    def accept() -> list[Finding]:
        services.findings_accept_above(
            by=request.actor, document_id=document.pk, confidence=least, kinds=kinds, now=now
        )
        accepted.extend(
            Finding.objects.filter(reading=document.reading, changed_at=now, changed_by_id=request.actor.user_id)
        )
        return accepted

    def said() -> str:
        words = ngettext("Đã nhận %(count)d mục.", "Đã nhận %(count)d mục.", len(accepted))
        return words % {"count": len(accepted)}

    return _act(request, document, accept, said=said)


@require_POST
def finding_undo(request: ActorRequest, document_id: int) -> HttpResponse:
    """Take back one's own last act."""
    document = reviewed(request, document_id)
    return _act(
        request, document, lambda: undo.finding_undo(by=request.actor, document_id=document.pk, now=timezone.now())
    )


@require_POST
def finding_redo(request: ActorRequest, document_id: int) -> HttpResponse:
    """Do again what was taken back last."""
    document = reviewed(request, document_id)
    return _act(
        request, document, lambda: undo.finding_redo(by=request.actor, document_id=document.pk, now=timezone.now())
    )


# -- shared steps -------------------------------------------------------------------------------------------------


def _decide(request: ActorRequest, document_id: int, finding_id: int, service: Callable[..., Finding]) -> HttpResponse:
    document, finding = _found(request, document_id, finding_id)
    return _act(
        request,
        document,
        lambda: [service(by=request.actor, finding_id=finding.pk, version=_number(request, "ban"), now=timezone.now())],
        at=finding.pk,
    )


def _act(
    request: ActorRequest,
    document: Document,
    act: Act,
    *,
    at: int | None = None,
    said: Callable[[], str] = str,
) -> HttpResponse:
    """Do it, and answer with what changed; a refusal changes nothing and says why, with how things stand now."""
    demand(can_review(request.actor, document))
    try:
        touched = list(act())
    except StaleFinding as stale:
        return _answer(request, document, [stale.finding], at=stale.finding.pk, message=str(stale), status=409)
    except InvalidFields as refused:
        return _answer(request, document, [], at=at, message=refused.message, status=422)
    except ReviewError as refused:
        return _answer(request, document, [], at=at, message=str(refused), status=422)
    return _answer(request, document, touched, at=at, message=said())


def _answer(
    request: ActorRequest,
    document: Document,
    touched: Sequence[Finding],
    *,
    at: int | None,
    message: str = "",
    status: int = 200,
) -> HttpResponse:
    if request.htmx:
        return changed(request, document, touched, message=message, status=status)
    if message:
        (messages.success if status == 200 else messages.error)(request, message)
    place = reverse("documents:document_review", kwargs={"document_id": document.pk})
    return redirect(f"{place}#f{at}" if at else place)


def _editor(
    request: ActorRequest,
    document: Document,
    finding: Finding,
    form: FindingForm,
    names: TypedNames,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    context = {
        "document": document,
        "finding": finding_for_review(finding.pk),
        "form": form,
        "suggestions": unknown_names(finding.fields, names.suggestions),
        **more,
    }
    return render(request, _fragment(request, "finding_edit"), context, status=status)


def _conflict(
    request: ActorRequest, document: Document, now: Finding, form: FindingForm, names: TypedNames
) -> HttpResponse:
    """Somebody was faster: their version beside mine, nothing written; saving again overwrites with open eyes."""
    stands = type(form)(current=now.fields, resolve=names)
    form.stand_against(now.fields, now.version)
    theirs = [stands[name] for name in form.changed_fields()]
    return _editor(request, document, now, form, names, status=409, theirs=theirs, by=now.changed_by, at=now.changed_at)


def _fragment(request: ActorRequest, name: str) -> str:
    """The piece alone for the page that is open, a page of its own where there is no JavaScript."""
    return f"documents/{name}.html#piece" if request.htmx else f"documents/{name}.html"


def _found(request: ActorRequest, document_id: int, finding_id: int) -> tuple[Document, Finding]:
    document = reviewed(request, document_id)
    rows = Finding.objects.select_related("changed_by").filter(reading=document.reading)
    return document, get_object_or_404(rows, pk=finding_id)


def _pieces(document: Document, finding: Finding) -> list[tuple[str, int]]:
    """The words of a finding up to each place where it may be cut, with that place in the source text."""
    text = document.reading.text[finding.span_start : finding.span_end]
    return [(words, finding.span_start + place) for words, place in cut_pieces(text)]


def _demand_own(document: Document, finding_ids: Sequence[int]) -> None:
    """Findings of other documents do not exist here."""
    known = Finding.objects.filter(reading=document.reading, pk__in=finding_ids).count()
    if known != len(set(finding_ids)):
        raise Http404


def _words(finding: Finding, form: FindingForm) -> str | None:
    """A duty says its words twice: as a field and as its line."""
    what: str | None = form.cleaned_data.get("what")
    return what if finding.kind == FindingKind.ASSIGNMENT else None


def _first_fields(
    request: ActorRequest, document: Document, kind: FindingKind, stretch: tuple[int, int]
) -> dict[str, Any]:
    """The fields of what is added: a duty of the agency that was chosen with it; a partner of that name."""
    if kind == FindingKind.PARTNER:
        return {"names": [document.reading.text[max(stretch[0], 0) : stretch[1]][:200]]}
    if kind != FindingKind.ASSIGNMENT:
        return {}
    form = FORMS[kind]({}, current={}, resolve=TypedNames(document))
    field = form.fields["agencies"]
    widget_value = field.widget.value_from_datadict(request.POST, None, "co-quan")
    agencies: list[AgencyMention] = field.clean(widget_value)
    return {"agencies": agencies, "role": "lead" if agencies else ""}


def _without_marker(text: str, start: int, end: int) -> tuple[int, int]:
    """A selected stretch without the dash of its item: whoever selects a line takes it along."""
    marker = _MARKER.match(text, max(start, 0), max(end, 0)) if start >= 0 else None
    return (marker.end() if marker else start), end


_MARKER = re.compile(r"\s*[-–•+*]\s+")


def _number(request: ActorRequest, name: str) -> int:
    try:
        return int(request.POST.get(name, ""))
    except ValueError:
        return -1


def _pair(value: str) -> tuple[int, int]:
    finding_id, _colon, version = value.partition(":")
    if not (finding_id.isascii() and finding_id.isdigit() and version.isascii() and version.isdigit()):
        raise Http404
    return int(finding_id), int(version)
