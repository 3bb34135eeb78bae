"""Addresses of one's own pages and of the administration of people; those of signing in are in signin_urls.py."""

from __future__ import annotations

from django.urls import path

from banggiao.accounts.views import own, people, record, saved

app_name = "accounts"
urlpatterns = [
    path("tai-khoan/", own.profile, name="profile"),
    path("tai-khoan/vi-tri/<int:post_id>/", own.post_choose, name="post_choose"),
    path("tai-khoan/loi-moi/<str:token>/", own.invitation_accept, name="invitation_accept"),
    path("bo-loc/", saved.view_save, name="view_save"),
    path("bo-loc/<int:view_id>/xoa/", saved.view_delete, name="view_delete"),
    path("quan-tri/nguoi-dung/", people.people_list, name="people_list"),
    path("quan-tri/nguoi-dung/<int:user_id>/", people.person_detail, name="person_detail"),
    path("quan-tri/nguoi-dung/<int:user_id>/sua/", people.person_edit, name="person_edit"),
    path("quan-tri/nguoi-dung/<int:user_id>/khoa/", people.person_block, name="person_block"),
    path("quan-tri/nguoi-dung/<int:user_id>/mo-khoa/", people.person_unblock, name="person_unblock"),
    path("quan-tri/nguoi-dung/<int:user_id>/vi-tri/", people.post_add, name="post_add"),
    path("quan-tri/vi-tri/<int:post_id>/ket-thuc/", people.post_end, name="post_end"),
    path("quan-tri/loi-moi/", people.invitation_list, name="invitation_list"),
    path("quan-tri/loi-moi/gui/", people.invitation_send, name="invitation_send"),
    path("quan-tri/loi-moi/<int:invitation_id>/gui-lai/", people.invitation_resend, name="invitation_resend"),
    path("quan-tri/loi-moi/<int:invitation_id>/rut/", people.invitation_withdraw, name="invitation_withdraw"),
    path("quan-tri/nhat-ky/", record.record_list, name="record_list"),
]
