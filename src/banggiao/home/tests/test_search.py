"""One search over everything that somebody may see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from banggiao.accounts.models import User
from banggiao.home.queries.search import Group
from banggiao.testing.cast import Cast

pytestmark = pytest.mark.django_db
Make = Callable[..., Any]


@pytest.fixture
def cast(make_cast: Callable[[], Cast]) -> Cast:
    return make_cast()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def groups(client: Client, words: str) -> dict[str, Group]:
    return {group.key: group for group in client.get("/tim-kiem/", {"tim": words}).context["groups"]}


@pytest.mark.parametrize("words", ["đối ngoại", "doi ngoai", "ĐỐI NGOẠI", "  doi   ngoai "])
def test_accents_and_case_do_not_matter(words: str, make_document: Make, make_task: Make, cast: Cast) -> None:
    document = make_document()
    task = make_task(what="Bồi dưỡng nghiệp vụ đối ngoại")
    found = groups(signed_in(cast.coordinator), words)
    assert f"/van-ban/{document.pk}/" in {hit.url for hit in found["documents"].hits}
    assert [hit.url for hit in found["tasks"].hits] == [f"/nhiem-vu/{task.pk}/"]


def test_symbols_stay_whole(make_entry: Make, cast: Cast) -> None:
    wanted = make_entry(number="22-NQ/TW")
    make_entry(number="59-NQ/TW")
    found = groups(signed_in(cast.leader), "22-NQ/TW")
    assert [hit.url for hit in found["documents"].hits] == [f"/van-ban/{wanted.pk}/"]


def test_agencies_are_found_by_short_and_bare_names(cast: Cast) -> None:
    assert groups(signed_in(cast.viewer), "so tai chinh")["agencies"].hits[0].title == "Sở Tài chính"
    assert groups(signed_in(cast.viewer), "SNgV")["agencies"].hits[0].title == "Sở Ngoại vụ"


@pytest.mark.parametrize("words", ["so", "quy chế", "Sở Tài chính", "nguyen"])
def test_each_count_is_that_of_the_whole_list(words: str, make_task: Make, make_entry: Make, cast: Cast) -> None:
    for _number in range(10):
        make_task(leads=[cast.finance])
    make_entry(title="Quy chế phối hợp của Sở Tài chính")
    for user in (cast.administrator, cast.coordinator, cast.focal_point):
        client = signed_in(user)
        for group in groups(client, words).values():
            assert group.count == client.get(group.url).context["listing"].count
            assert len(group.hits) == min(group.count, 8)


def test_nobody_finds_what_is_not_theirs(make_task: Make, make_document: Make, cast: Cast) -> None:
    make_task(leads=[cast.health], what="Việc riêng của ngành y")
    make_document(title="Việc riêng chưa rà soát")
    assert groups(signed_in(cast.focal_point), "việc riêng") == {}
    assert set(groups(signed_in(cast.coordinator), "việc riêng")) == {"tasks", "documents"}


def test_people_are_for_administrators(cast: Cast) -> None:
    assert [hit.title for hit in groups(signed_in(cast.administrator), "Trần Văn Tài")["people"].hits] == [
        "Trần Văn Tài"
    ]
    assert "people" not in groups(signed_in(cast.coordinator), "Trần Văn Tài")


def test_the_box_offers_the_first_hits(make_task: Make, cast: Cast) -> None:
    for _number in range(5):
        make_task(what="Bồi dưỡng nghiệp vụ")
    client = signed_in(cast.coordinator)
    assert 'hx-get="/tim-kiem/goi-y/"' in client.get("/").content.decode()
    fragment = client.get("/tim-kiem/goi-y/", {"tim": "boi duong"}).content.decode()
    assert fragment.count("Bồi dưỡng nghiệp vụ") == 3
    assert "Xem tất cả" in fragment
    assert "<html" not in fragment
    assert "Không tìm thấy “khong co gi”" in client.get("/tim-kiem/goi-y/", {"tim": "khong co gi"}).content.decode()


def test_one_letter_is_no_question(make_task: Make, cast: Cast) -> None:
    make_task()
    assert groups(signed_in(cast.coordinator), "q") == {}
    assert "Tìm trong mọi thứ bạn được xem" in signed_in(cast.coordinator).get("/tim-kiem/").content.decode()


def test_a_search_costs_the_same_however_much_it_finds(
    make_task: Make, cast: Cast, django_assert_max_num_queries: Any
) -> None:
    for _number in range(12):
        make_task(leads=[cast.finance])
    client = signed_in(cast.administrator)
    with django_assert_max_num_queries(15):
        client.get("/tim-kiem/", {"tim": "so"})
