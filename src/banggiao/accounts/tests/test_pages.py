"""Pages of one's own account and of the administration of people."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from banggiao.accounts.models import Invitation, Post, Role, User
from banggiao.testing.cast import Cast


@pytest.fixture
def cast(make_cast: Callable[[], Cast]) -> Cast:
    return make_cast()


@pytest.fixture
def admin(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.administrator)
    return client


def text(response: Any) -> str:
    return str(response.content.decode())


# --- who acts ---------------------------------------------------------------------------------------------------------


def test_somebody_with_two_posts_chooses_in_which_to_act(cast: Cast, make_post: Callable[..., Post]) -> None:
    second = make_post(user=cast.focal_point, role=Role.ADMINISTRATOR)
    client = Client()
    client.force_login(cast.focal_point)
    assert client.get("/quan-tri/nguoi-dung/").status_code == 403
    client.post(f"/tai-khoan/vi-tri/{second.pk}/", {"next": "/tai-khoan/"})
    page = client.get("/quan-tri/nguoi-dung/")
    assert page.status_code == 200 and page.wsgi_request.actor.post_id == second.pk


def test_nobody_acts_in_a_post_of_somebody_else(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.viewer)
    other = Post.objects.get(user=cast.administrator)
    assert client.post(f"/tai-khoan/vi-tri/{other.pk}/").status_code == 404


def test_choosing_a_post_leads_nowhere_else(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.viewer)
    own = Post.objects.get(user=cast.viewer)
    answer = client.post(f"/tai-khoan/vi-tri/{own.pk}/", {"next": "https://elsewhere.example/"})
    assert answer["Location"] == "/"


def test_a_post_that_has_ended_no_longer_acts(cast: Cast) -> None:
    Post.objects.filter(user=cast.administrator).update(valid_to=timezone.localdate() - timedelta(days=1))
    client = Client()
    client.force_login(cast.administrator)
    page = client.get("/quan-tri/nguoi-dung/")
    assert page.status_code == 403 and "chưa giữ vị trí nào hôm nay" in text(page)


def test_the_profile_is_edited(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.nobody)
    client.post("/tai-khoan/", {"full_name": "Ngô Văn Mới", "phone": "0912 345 678"})
    assert User.objects.get(pk=cast.nobody.pk).full_name == "Ngô Văn Mới"


# --- people -----------------------------------------------------------------------------------------------------------


def test_people_are_searched_and_filtered(admin: Client) -> None:
    assert "Trần Văn Tài" in text(admin.get("/quan-tri/nguoi-dung/?tim=tài"))
    by_agency = text(admin.get("/quan-tri/nguoi-dung/?tim=Sở+Y+tế"))
    assert "Phạm Thị Y" in by_agency and "Trần Văn Tài" not in by_agency
    leaders = text(admin.get("/quan-tri/nguoi-dung/?vai-tro=leader"))
    assert "Hoàng Văn Lãnh" in leaders and "Trần Văn Tài" not in leaders
    idle = text(admin.get("/quan-tri/nguoi-dung/?trang-thai=idle"))
    assert "Ngô Không Vị Trí" in idle and "Hoàng Văn Lãnh" not in idle


def test_people_stand_in_the_order_of_given_names(admin: Client) -> None:
    page = text(admin.get("/quan-tri/nguoi-dung/"))
    names = ["Hoàng Văn Lãnh", "Lê Thị Điều Phối", "Trần Văn Tài", "Ngô Không Vị Trí", "Đỗ Quản Trị", "Vũ Thị Xem"]
    places = [page.index(f">{name}</a>") for name in names]
    assert places == sorted(places)


def test_the_list_of_people_takes_few_queries(
    admin: Client, make_user: Callable[..., User], django_assert_max_num_queries: Any
) -> None:
    for _ in range(30):
        make_user(role=Role.VIEWER)
    # Session, person, posts of who asks, what waits; count, people, their posts; open invitations, saved views.
    with django_assert_max_num_queries(9):
        admin.get("/quan-tri/nguoi-dung/")


def test_people_are_exported(admin: Client) -> None:
    sheet = load_workbook(io.BytesIO(admin.get("/quan-tri/nguoi-dung/?vai-tro=leader&xuat=xlsx").content)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]][:3] == ["Hoàng Văn Lãnh", sheet["B2"].value, "Lãnh đạo"]


def test_a_person_is_invited_and_comes_in(admin: Client, cast: Cast, django_capture_on_commit_callbacks: Any) -> None:
    fields = {"full_name": "Lý Mới", "email": "ly@lamgiang.example", "role": "focal_point", "agency": cast.health.pk}
    with django_capture_on_commit_callbacks(execute=True):
        assert admin.post("/quan-tri/loi-moi/gui/", fields).status_code == 302
    address = next(word for word in str(mail.outbox[0].body).split() if "/tai-khoan/loi-moi/" in word)
    guest = Client()
    path = address.removeprefix("http://testserver")
    assert "Sở Y tế" in text(guest.get(path))
    weak = {"full_name": "Lý Mới", "password": "12345678", "again": "12345678"}
    assert "quá ngắn" in text(guest.post(path, weak))
    unlike = {"full_name": "Lý Mới", "password": "một mật khẩu đủ dài", "again": "một mật khẩu khác"}
    assert "khác nhau" in text(guest.post(path, unlike))
    good = {**unlike, "again": unlike["password"]}
    assert guest.post(path, good).status_code == 302
    signed_in = guest.post("/tai-khoan/dang-nhap/", {"login": "LY@lamgiang.example", "password": good["password"]})
    assert signed_in.status_code == 302
    assert guest.get("/tai-khoan/").wsgi_request.actor.agency_id == cast.health.pk
    assert guest.get(path).status_code == 410


def test_an_invitation_that_cannot_be_sent_says_why(admin: Client, cast: Cast) -> None:
    taken = {"full_name": "X", "email": cast.viewer.email, "role": "viewer"}
    assert "đã có tài khoản" in text(admin.post("/quan-tri/loi-moi/gui/", taken))
    homeless = {"full_name": "X", "email": "x@lamgiang.example", "role": "focal_point"}
    assert "cần một cơ quan" in text(admin.post("/quan-tri/loi-moi/gui/", homeless))
    assert not Invitation.objects.exists()


def test_open_invitations_are_listed_with_who_sent_them(
    admin: Client, cast: Cast, make_invitation: Callable[..., Invitation]
) -> None:
    make_invitation(full_name="Lý Chờ", invited_by=cast.administrator)
    make_invitation(full_name="Lý Muộn", expires_at=timezone.now())
    make_invitation(full_name="Lý Xong", accepted_at=timezone.now())
    page = text(admin.get("/quan-tri/loi-moi/"))
    assert "Lý Chờ" in page and "Đỗ Quản Trị" in page and "Quá hạn" in page and "Lý Xong" not in page


def test_a_person_page_shows_posts_of_now_and_before(admin: Client, cast: Cast, make_post: Callable[..., Post]) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    make_post(user=cast.viewer, role=Role.LEADER, title="Phó Chủ tịch cũ", valid_to=yesterday)
    page = text(admin.get(f"/quan-tri/nguoi-dung/{cast.viewer.pk}/"))
    assert page.index("Sở Ngoại vụ") < page.index("Phó Chủ tịch cũ")


def test_a_refused_post_comes_back_with_the_reason(admin: Client, cast: Cast) -> None:
    again = {"role": "focal_point", "agency": cast.finance.pk, "valid_from": "1/3/2026"}
    page = admin.post(f"/quan-tri/nguoi-dung/{cast.focal_point.pk}/vi-tri/", again)
    assert page.status_code == 422 and "đang giữ đúng vị trí đó" in text(page)


def test_the_record_of_changes_is_read_and_exported(admin: Client, cast: Cast) -> None:
    admin.post(f"/quan-tri/nguoi-dung/{cast.viewer.pk}/sua/", {"full_name": "Vũ Thị Mới", "phone": ""})
    page = text(admin.get("/quan-tri/nhat-ky/?viec=1"))
    assert "họ và tên: Vũ Thị Xem → Vũ Thị Mới" in page and "127.0.0.1" in page and "Đỗ Quản Trị" in page
    exported = admin.get("/quan-tri/nhat-ky/?viec=1&xuat=csv").content.decode()
    assert "Vũ Thị Xem → Vũ Thị Mới" in exported


def test_a_forged_address_does_not_enter_the_record(admin: Client, cast: Cast) -> None:
    admin.post(
        f"/quan-tri/nguoi-dung/{cast.viewer.pk}/sua/",
        {"full_name": "Vũ Thị Mới", "phone": ""},
        headers={"X-Forwarded-For": "203.0.113.9"},
    )
    assert "203.0.113.9" not in text(admin.get("/quan-tri/nhat-ky/"))
