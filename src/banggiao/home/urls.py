"""Addresses of the first page."""

from __future__ import annotations

from django.urls import path

from banggiao.home import views

app_name = "home"
urlpatterns = [
    path("", views.desk, name="desk"),
]
