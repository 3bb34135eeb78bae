"""Addresses of agencies, below /co-quan/."""

from __future__ import annotations

from django.urls import path

from banggiao.agencies import views

app_name = "agencies"
urlpatterns = [
    path("", views.agency_list, name="agency_list"),
    path("goi-y/", views.agency_suggest, name="agency_suggest"),
    path("moi/", views.agency_create, name="agency_create"),
    path("nhap-excel/", views.agencies_import, name="agencies_import"),
    path("nhap-excel/mau/", views.sheet_template, name="sheet_template"),
    path("<int:pk>/", views.agency_detail, name="agency_detail"),
    path("<int:pk>/sua/", views.agency_change, name="agency_change"),
    path("<int:pk>/lien-he/", views.agency_contact_change, name="agency_contact_change"),
    path("<int:pk>/doi-ten/", views.agency_rename, name="agency_rename"),
    path("<int:pk>/ket-thuc/", views.agency_dissolve, name="agency_dissolve"),
    path("<int:pk>/ten/", views.name_add, name="name_add"),
    path("<int:pk>/ma-dinh-danh/", views.code_add, name="code_add"),
    path("<int:pk>/ke-thua/", views.succession_add, name="succession_add"),
    path("ten/<int:pk>/xoa/", views.name_remove, name="name_remove"),
    path("ma-dinh-danh/<int:pk>/xoa/", views.code_remove, name="code_remove"),
    path("ke-thua/<int:pk>/xoa/", views.succession_remove, name="succession_remove"),
    path("nhom/", views.group_list, name="group_list"),
    path("nhom/moi/", views.group_create, name="group_create"),
    path("nhom/<int:pk>/", views.group_detail, name="group_detail"),
    path("nhom/<int:pk>/sua/", views.group_change, name="group_change"),
    path("nhom/<int:pk>/thanh-vien/", views.group_member_set, name="group_member_set"),
    path("nhom/thanh-vien/<int:pk>/bo/", views.group_member_remove, name="group_member_remove"),
]
