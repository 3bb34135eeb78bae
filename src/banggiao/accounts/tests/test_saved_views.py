"""Views that people keep of lists, and that coordinators offer to everybody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from banggiao.accounts import services
from banggiao.accounts.access import NotAllowed, visible_views
from banggiao.accounts.models import SavedView
from banggiao.testing.cast import Cast

pytestmark = pytest.mark.django_db
Make = Callable[..., Any]
TASKS = "tasks:task_list"


@pytest.fixture
def cast(make_cast: Make) -> Cast:
    people: Cast = make_cast()
    return people


def signed_in(person: Any) -> Client:
    client = Client()
    client.force_login(person)
    return client


def save(client: Client, **changes: Any) -> Any:
    return client.post(reverse("accounts:view_save"), {"listed": TASKS, "name": "Của tôi", "query": "han=7", **changes})


def test_the_same_name_takes_the_new_filters(make_actor: Make) -> None:
    by = make_actor()
    services.view_save(by=by, listed=TASKS, name="Quá hạn", query="?tinh-trang=overdue")
    view = services.view_save(by=by, listed=TASKS, name=" Quá  hạn ", query="tinh-trang=overdue&han=7")
    services.view_save(by=by, listed="documents:document_list", name="Quá hạn", query="nam=2025")
    assert (SavedView.objects.count(), view.query) == (2, "tinh-trang=overdue&han=7")


@pytest.mark.parametrize(("name", "words"), [(" ", "đặt tên"), ("Bộ lọc mới", "đã lưu 50 bộ lọc")])
def test_what_cannot_be_kept_is_said(name: str, words: str, make_actor: Make) -> None:
    by = make_actor()
    for number in range(services.MOST_VIEWS):
        services.view_save(by=by, listed=TASKS, name=str(number), query="han=7")
    with pytest.raises(services.ViewNotSaved, match=words):
        services.view_save(by=by, listed=TASKS, name=name, query="han=7")


def test_views_belong_to_who_saved_them(make_actor: Make) -> None:
    by, other = make_actor(role="leader"), make_actor(role="leader")
    view = services.view_save(by=by, listed=TASKS, name="Quá hạn", query="tinh-trang=overdue")
    assert list(visible_views(by, TASKS)) == [view]
    assert not visible_views(other, TASKS).exists()
    assert not visible_views(by, "documents:document_list").exists()
    assert not services.view_delete(by=other, view_id=view.pk)
    assert services.view_delete(by=by, view_id=view.pk)


def test_a_shared_view_is_offered_to_all_and_kept_by_coordinators(make_actor: Make) -> None:
    view = services.view_save(by=make_actor(), listed=TASKS, name="Sắp đến hạn", query="han=7", is_shared=True)
    reader = make_actor(role="viewer")
    assert list(visible_views(reader, TASKS)) == [view]
    assert not services.view_delete(by=reader, view_id=view.pk)
    with pytest.raises(NotAllowed):
        services.view_save(by=reader, listed=TASKS, name="Của mọi người", query="han=7", is_shared=True)
    assert services.view_delete(by=make_actor(), view_id=view.pk)


@pytest.mark.parametrize(
    ("listed", "query"),
    [
        ("tasks:task_list", "han=7"),
        ("documents:document_list", "nam=2026"),
        ("agencies:agency_list", "khoi=province"),
        ("accounts:people_list", "vai-tro=leader"),
        ("accounts:record_list", "viec=1"),
    ],
)
def test_every_list_keeps_views(listed: str, query: str, cast: Cast, make_document: Make) -> None:
    make_document()
    client = signed_in(cast.administrator)
    narrowed = client.get(f"{reverse(listed)}?{query}&trang=1").content.decode()
    assert "Lưu bộ lọc này" in narrowed
    answer = save(client, listed=listed, query=query, name="Bộ lọc thử")
    assert answer["Location"] == f"{reverse(listed)}?{query}"
    page = client.get(reverse(listed)).content.decode()
    assert "Bộ lọc thử" in page and f'href="{reverse(listed)}?{query}"' in page


def test_only_names_of_lists_lead_somewhere(cast: Cast) -> None:
    client = signed_in(cast.leader)
    assert [save(client, listed=listed).status_code for listed in ("", "account_logout", "x:y_list")] == [404] * 3
    assert not SavedView.objects.exists()


def test_who_may_not_share_is_not_asked(cast: Cast) -> None:
    where = f"{reverse(TASKS)}?han=7"
    assert "Dùng chung cho mọi người" in signed_in(cast.coordinator).get(where).content.decode()
    assert "Dùng chung cho mọi người" not in signed_in(cast.focal_point).get(where).content.decode()


def test_forgetting_a_view_leads_back_to_the_list_and_nowhere_else(cast: Cast) -> None:
    client = signed_in(cast.leader)
    for back, expected in (("/nhiem-vu/?han=7", "/nhiem-vu/?han=7"), ("https://x.example/", "/")):
        save(client)
        view = SavedView.objects.get()
        assert client.post(reverse("accounts:view_delete", args=[view.pk]), {"back": back})["Location"] == expected
