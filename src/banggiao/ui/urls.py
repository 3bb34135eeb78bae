"""Addresses of the frame itself."""

from __future__ import annotations

from django.urls import path

from banggiao.ui import views

app_name = "ui"
urlpatterns = [
    path("ngon-ngu/", views.language_choose, name="language_choose"),
]
