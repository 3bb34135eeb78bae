"""Addresses of the first page, the calendar and the search."""

from __future__ import annotations

from django.urls import path

from banggiao.home.views import calendar, desk, lists, own, search

app_name = "home"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("ban-lam-viec/chua-giao/", desk.unowned, name="unowned"),
    path("ban-lam-viec/<int:task_id>/cap-nhat/", own.own_update, name="own_update"),
    path("ban-lam-viec/<int:task_id>/phan-cong/", own.own_hand_on, name="own_hand_on"),
    path("dien-bien/", lists.update_list, name="update_list"),
    path("dien-bien/y-kien/", lists.comment_list, name="comment_list"),
    path("lich/", calendar.calendar, name="calendar"),
    path("tim-kiem/", search.search, name="search"),
    path("tim-kiem/goi-y/", search.search_suggest, name="search_suggest"),
    path("quan-tri/cong-viec/", lists.job_list, name="job_list"),
]
