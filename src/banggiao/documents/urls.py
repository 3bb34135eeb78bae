"""Addresses of documents, below /van-ban/."""

from __future__ import annotations

from django.urls import path

from banggiao.documents.views import findings, intake, pages, review

app_name = "documents"
urlpatterns = [
    path("", pages.document_list, name="document_list"),
    path("nhap/", intake.document_receive, name="document_receive"),
    path("nhap/<int:document_id>/", intake.receipt_progress, name="receipt_progress"),
    path("tim/", pages.document_find, name="document_find"),
    path("<int:document_id>/", pages.document_detail, name="document_detail"),
    path("<int:document_id>/tep/", pages.document_download, name="document_download"),
    path("<int:document_id>/sua/", pages.document_edit, name="document_edit"),
    path("<int:document_id>/hieu-luc/", pages.document_validity, name="document_validity"),
    path("<int:document_id>/doc-lai/", pages.document_retry, name="document_retry"),
    path("<int:document_id>/ra-soat/", review.document_review, name="document_review"),
    path("<int:document_id>/ra-soat/thay-doi/", review.review_changes, name="review_changes"),
    path("<int:document_id>/ra-soat/trang/<int:number>.png", review.review_sheet, name="review_sheet"),
    path("<int:document_id>/ra-soat/trang/<int:number>.json", review.review_words, name="review_words"),
    path("<int:document_id>/ra-soat/them/", findings.finding_add, name="finding_add"),
    path("<int:document_id>/ra-soat/gop/", findings.finding_merge, name="finding_merge"),
    path("<int:document_id>/ra-soat/nhan-nhieu/", findings.findings_accept_above, name="findings_accept_above"),
    path("<int:document_id>/ra-soat/hoan-tac/", findings.finding_undo, name="finding_undo"),
    path("<int:document_id>/ra-soat/lam-lai/", findings.finding_redo, name="finding_redo"),
    path("<int:document_id>/ra-soat/<int:finding_id>/", findings.finding_edit, name="finding_edit"),
    path("<int:document_id>/ra-soat/<int:finding_id>/nhan/", findings.finding_accept, name="finding_accept"),
    path("<int:document_id>/ra-soat/<int:finding_id>/bo/", findings.finding_drop, name="finding_drop"),
    path("<int:document_id>/ra-soat/<int:finding_id>/mo-lai/", findings.finding_reopen, name="finding_reopen"),
    path("<int:document_id>/ra-soat/<int:finding_id>/tach/", findings.finding_split, name="finding_split"),
]
