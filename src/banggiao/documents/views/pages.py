"""Pages of documents: library, intake, one document."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET, require_POST, require_safe

from banggiao.accounts.access import ActorRequest, demand
from banggiao.documents.access import can_describe, can_receive, can_review, can_see_review, visible_documents
from banggiao.documents.forms import DocumentForm, ValidityForm
from banggiao.documents.models import Document
from banggiao.documents.queries.graph import ended_documents, picture, relations
from banggiao.documents.queries.library import LIBRARY, excerpts, find, library
from banggiao.documents.rules import DocumentState, Validity
from banggiao.documents.services.describing import DescriptionError
from banggiao.documents.services.describing import document_edit as edit_document
from banggiao.documents.services.describing import document_validity as mark_validity
from banggiao.documents.services.queue import document_retry as retry_document
from banggiao.ui.exports import export, wanted_export


@require_safe
def document_list(request: ActorRequest) -> HttpResponse:
    """The library."""
    listing = LIBRARY.listing(library(request.actor), request.GET, path=request.path)
    if wanted_export(listing):
        return export(listing, name="van-ban", title=pgettext("số nhiều", "Văn bản"))
    shown = list(listing.page)
    return render(
        request,
        "documents/document_list.html",
        {
            "listing": listing,
            "ended": ended_documents(row.pk for row in shown),
            "excerpts": excerpts(shown, listing.words) if listing.words else {},
            "may_receive": bool(can_receive(request.actor)),
        },
    )


@require_safe
def document_detail(request: ActorRequest, document_id: int) -> HttpResponse:
    """One document: what is known of it, what it rests on, who cites it, what follows."""
    document = _visible(request, document_id)
    found = relations(document, request.actor)
    return render(
        request,
        "documents/document_detail.html",
        {
            "document": document,
            "relations": found,
            "picture": None if found.is_empty else picture(document, found),
            "ended": ended_documents([document.pk]).get(document.pk, []),
            "supersedes": visible_documents(request.actor).filter(superseded_by=document),
            "may_describe": bool(can_describe(request.actor)),
            "may_see_review": bool(can_see_review(request.actor)) and _is_read(document),
            "may_review": bool(can_review(request.actor, document)),
            "may_retry": document.state == DocumentState.FAILED and bool(can_receive(request.actor)),
        },
    )


@require_safe
def document_download(request: ActorRequest, document_id: int) -> FileResponse:
    """The original as it came in; always as an attachment, never shown by the browser."""
    document = _visible(request, document_id)
    if document.file is None:
        raise Http404(_("Văn bản này chưa có tệp."))
    try:
        stream = document.file.file.open("rb")
    except FileNotFoundError:
        raise Http404(_("Tệp gốc không còn trong kho lưu trữ. Hãy báo người quản trị.")) from None
    response = FileResponse(stream, as_attachment=True, filename=document.file.name)
    # What a stranger sent must not run under our address, whatever its type says.
    response["Content-Type"] = "application/octet-stream"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def document_edit(request: ActorRequest, document_id: int) -> HttpResponse:
    """Correct the metadata of a document."""
    document = _visible(request, document_id)
    demand(can_describe(request.actor))
    form = DocumentForm(request.POST or None, instance=document)
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in DocumentForm.Meta.fields}
        try:
            edit_document(
                by=request.actor,
                document_id=document.pk,
                version=form.cleaned_data["version"],
                values=values,
                now=timezone.now(),
            )
        except DescriptionError as refused:
            form.add_error(None, str(refused))
            return render(request, "documents/document_edit.html", {"document": document, "form": form}, status=409)
        messages.success(request, _("Đã lưu thông tin văn bản."))
        return redirect("documents:document_detail", document_id=document.pk)
    status = 422 if form.errors else 200
    return render(request, "documents/document_edit.html", {"document": document, "form": form}, status=status)


def document_validity(request: ActorRequest, document_id: int) -> HttpResponse:
    """Say whether a document is superseded or repealed."""
    document = _visible(request, document_id)
    demand(can_describe(request.actor))
    words = request.GET.get("tim", "")
    form = ValidityForm(request.POST or None, initial=_validity(document))
    if request.method == "POST" and form.is_valid():
        try:
            mark_validity(
                by=request.actor,
                document_id=document.pk,
                version=form.cleaned_data["version"],
                validity=Validity(form.cleaned_data["validity"]),
                superseded_by_id=_known(request, form.cleaned_data["superseded_by"]),
                validity_from=form.cleaned_data["validity_from"],
                now=timezone.now(),
            )
        except DescriptionError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Đã ghi hiệu lực của văn bản."))
            return redirect("documents:document_detail", document_id=document.pk)
    choices = [found for found in find(request.actor, words) if found.pk != document.pk]
    return render(
        request,
        "documents/document_validity.html",
        {"document": document, "form": form, "words": words, "choices": choices},
        status=409 if form.errors else 200,
    )


@require_POST
def document_retry(request: ActorRequest, document_id: int) -> HttpResponse:
    """Read once more what failed."""
    document = _visible(request, document_id)
    if retry_document(by=request.actor, document_id=document.pk):
        messages.success(request, _("Đã đưa vào hàng đợi đọc lại."))
    return redirect("documents:document_detail", document_id=document.pk)


@require_GET
def document_find(request: ActorRequest) -> HttpResponse:
    """Documents that fit some words, to choose one of them."""
    words = request.GET.get("tim", "")
    return render(request, "documents/document_find.html", {"words": words, "choices": find(request.actor, words)})


def _visible(request: ActorRequest, document_id: int) -> Document:
    rows = visible_documents(request.actor).select_related("file", "received_by", "superseded_by", "changed_by")
    return get_object_or_404(rows, pk=document_id)


def _is_read(document: Document) -> bool:
    return document.state in (DocumentState.TO_REVIEW, DocumentState.CONFIRMED)


def _validity(document: Document) -> dict[str, object]:
    return {
        "validity": document.validity,
        "validity_from": document.validity_from,
        "superseded_by": document.superseded_by_id,
        "version": document.version,
    }


def _known(request: ActorRequest, document_id: int | None) -> int | None:
    """The id of a document that the actor may see; what they may not see cannot be chosen."""
    if document_id is None:
        return None
    return visible_documents(request.actor).filter(pk=document_id).values_list("pk", flat=True).first()
