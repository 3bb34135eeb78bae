"""Addresses of documents, below /van-ban/."""

from __future__ import annotations

from django.urls import path

from banggiao.documents.views import intake, pages

app_name = "documents"
urlpatterns = [
    path("", pages.document_list, name="document_list"),
    path("nhap/", intake.document_receive, name="document_receive"),
    path("nhap/<int:document_id>/", intake.receipt_progress, name="receipt_progress"),
    path("tim/", pages.document_find, name="document_find"),
    path("bo-loc/", pages.view_save, name="view_save"),
    path("bo-loc/<int:view_id>/xoa/", pages.view_delete, name="view_delete"),
    path("<int:document_id>/", pages.document_detail, name="document_detail"),
    path("<int:document_id>/tep/", pages.document_download, name="document_download"),
    path("<int:document_id>/sua/", pages.document_edit, name="document_edit"),
    path("<int:document_id>/hieu-luc/", pages.document_validity, name="document_validity"),
    path("<int:document_id>/doc-lai/", pages.document_retry, name="document_retry"),
]
