"""Pages of agencies: who sees and may do what, what they show, how many queries they cost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from banggiao.agencies.models import Agency, AgencyGroup

Province = dict[str, Agency]
Builder = Callable[..., Any]


@pytest.fixture
def lam_giang(make_lam_giang: Builder) -> Province:
    province: Province = make_lam_giang()
    return province


@pytest.fixture
def sign_in(client: Client, make_user: Builder) -> Callable[..., Client]:
    def signed_in(role: str, agency: Agency | None = None) -> Client:
        client.force_login(make_user(role=role, agency=agency))
        return client

    return signed_in


@pytest.fixture
def keeper(sign_in: Callable[..., Client], lam_giang: Province) -> Client:
    """The specialist of Sở Ngoại vụ."""
    return sign_in("coordinator", lam_giang["SNGV"])


READ = ("agency_list", "agency_detail", "agency_suggest", "group_list", "group_detail", "sheet_template")
KEEP = ("agency_create", "agency_change", "agency_rename", "agency_dissolve", "name_add", "succession_add")
KEEP_GROUPS = ("group_create", "group_change", "agencies_import")
ROLES = ("administrator", "coordinator", "focal_point", "leader", "viewer")


def address(name: str, province: Province) -> str:
    if name in ("agency_list", "agency_suggest", "agency_create", "agencies_import", "sheet_template"):
        return reverse(f"agencies:{name}")
    if name in ("group_list", "group_create"):
        return reverse(f"agencies:{name}")
    group = AgencyGroup.objects.get(name="UBND cấp xã")
    return reverse(f"agencies:{name}", args=[group.pk if name.startswith("group") else province["STC"].pk])


@pytest.mark.parametrize("role", ROLES)
def test_everybody_with_a_post_reads_and_only_keepers_change(
    role: str, sign_in: Callable[..., Client], lam_giang: Province
) -> None:
    client = sign_in(role, None if role in ("administrator", "leader") else lam_giang["SNGV"])

    for name in READ:
        assert client.get(address(name, lam_giang)).status_code == 200, name
    expected = 200 if role in ("administrator", "coordinator") else 403
    for name in (*KEEP, *KEEP_GROUPS):
        assert client.get(address(name, lam_giang)).status_code == expected, name


def test_strangers_are_sent_to_sign_in_or_stopped(client: Client, make_user: Builder, lam_giang: Province) -> None:
    assert client.get(address("agency_detail", lam_giang)).status_code == 302

    client.force_login(make_user())
    assert client.get(address("agency_detail", lam_giang)).status_code in (403, 404)


@pytest.mark.parametrize("code", ["SNGV", "STC"])
def test_a_focal_point_keeps_the_contact_of_their_own_agency(
    code: str, sign_in: Callable[..., Client], lam_giang: Province
) -> None:
    client = sign_in("focal_point", lam_giang["STC"])
    where = reverse("agencies:agency_contact_change", args=[lam_giang[code].pk])

    answer = client.post(where, {"contact": "Trần Thị Bình", "phone": "0239 111 222"})

    assert answer.status_code == (302 if code == "STC" else 403)
    assert Agency.objects.get(code=code).contact == ("Trần Thị Bình" if code == "STC" else "")


def test_the_list_shows_the_agencies_of_the_chosen_day(keeper: Client) -> None:
    before = keeper.get(reverse("agencies:agency_list"), {"ngay": "2025-02-28", "loai": "department"})
    after = keeper.get(reverse("agencies:agency_list"), {"ngay": "2025-03-01", "loai": "department"})

    assert "Sở Kế hoạch và Đầu tư" in before.content.decode()
    assert "Sở Kế hoạch và Đầu tư" not in after.content.decode()
    assert "Sở Nông nghiệp và Môi trường" in after.content.decode()


def test_the_list_shows_the_names_of_the_chosen_day(keeper: Client) -> None:
    page = keeper.get(reverse("agencies:agency_list"), {"ngay": "2025-06-30", "tim": "bien phong"}).content.decode()

    assert "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Lam Giang" in page
    assert "nay là Ban Chỉ huy Bộ đội Biên phòng tỉnh Lam Giang" in page


@pytest.mark.parametrize("words", ["ngoai vu", "Ngoại Vụ", "SNgV", "sngv"])
def test_search_needs_no_accents(words: str, keeper: Client) -> None:
    page = keeper.get(reverse("agencies:agency_list"), {"tim": words}).content.decode()

    assert "Sở Ngoại vụ" in page
    assert "Sở Tài chính" not in page


def test_a_search_for_who_has_ended_says_so(keeper: Client) -> None:
    page = keeper.get(
        reverse("agencies:agency_list"), {"tim": "ke hoach va dau tu", "ngay": "2026-01-01"}
    ).content.decode()

    assert "Không hoạt động vào ngày này nhưng khớp từ khóa" in page
    assert "28/2/2025" in page


def test_a_day_that_cannot_be_read_is_today(keeper: Client) -> None:
    for day in ("2025-02-31", "hôm nay", ""):
        assert keeper.get(reverse("agencies:agency_list"), {"ngay": day}).status_code == 200


def test_the_list_is_exported_as_filtered(keeper: Client) -> None:
    answer = keeper.get(reverse("agencies:agency_list"), {"khoi": "front", "xuat": "csv"})

    text = answer.content.decode("utf-8-sig")
    assert answer["Content-Type"].startswith("text/csv")
    assert "Liên đoàn Lao động tỉnh Lam Giang" in text
    assert "Sở Ngoại vụ" not in text


def test_the_list_costs_the_same_queries_however_long_it_is(keeper: Client, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(9):
        keeper.get(reverse("agencies:agency_list"))


def test_the_groups_cost_the_same_queries_however_many_there_are(
    keeper: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(11):
        keeper.get(reverse("agencies:group_list"))


def test_an_agency_that_ended_names_who_follows_it(keeper: Client, lam_giang: Province) -> None:
    page = keeper.get(reverse("agencies:agency_detail", args=[lam_giang["SLDTBXH"].pk])).content.decode()

    assert "không hoạt động vào ngày" in page
    assert "Sở Nội vụ" in page
    assert "giáo dục nghề nghiệp, đào tạo nghề, dạy nghề" in page


def test_a_group_unfolds_on_the_chosen_day(keeper: Client, lam_giang: Province) -> None:
    group = AgencyGroup.objects.get(name="Các địa phương")
    where = reverse("agencies:group_detail", args=[group.pk])

    before = keeper.get(where, {"ngay": "2025-06-30"}).context["page"].members
    after = keeper.get(where, {"ngay": "2025-07-01"}).context["page"].members

    assert lam_giang["UBND.H-SONKY"] in before
    assert lam_giang["UBND.H-SONKY"] not in after
    assert lam_giang["UBND.X-SONKY"] in after


def test_an_agency_is_entered_renamed_and_ended_through_its_forms(keeper: Client, lam_giang: Province) -> None:
    form = {
        "name": "Sở An toàn thực phẩm",
        "code": "SATTP",
        "level": "province",
        "tier": "province",
        "kind": "department",
        "parent": lam_giang["UBND"].pk,
        "valid_from": "2025-10-01",
        "order": 200,
    }
    assert keeper.post(reverse("agencies:agency_create"), form).status_code == 302
    agency = Agency.objects.get(code="SATTP")

    keeper.post(
        reverse("agencies:agency_rename", args=[agency.pk]),
        {"name": "Sở An toàn, vệ sinh thực phẩm", "on": "2026-01-01"},
    )
    keeper.post(
        reverse("agencies:agency_dissolve", args=[agency.pk]), {"on": "2026-02-01", "successor": lam_giang["SYT"].pk}
    )

    agency.refresh_from_db()
    assert agency.valid_to == date(2026, 1, 31)
    assert [name.name for name in agency.names.all()] == ["Sở An toàn thực phẩm", "Sở An toàn, vệ sinh thực phẩm"]
    assert agency.successions.get().successor == lam_giang["SYT"]


def test_what_a_service_objects_to_stands_at_its_field(keeper: Client) -> None:
    form = {"name": "Sở X", "code": "sở x", "level": "province", "tier": "province", "kind": "department", "order": 1}

    answer = keeper.post(reverse("agencies:agency_create"), form)

    assert answer.status_code == 200
    assert "Mã gồm chữ in hoa không dấu" in answer.content.decode()


def test_a_group_is_entered_with_its_rules_and_own_members(keeper: Client, lam_giang: Province) -> None:
    form = {
        "name": "Các lực lượng biên giới",
        "phrases": "lực lượng biên giới\n\ncác lực lượng tuyến biên giới",
        "rules-TOTAL_FORMS": 2,
        "rules-INITIAL_FORMS": 0,
        "rules-0-level": "vertical",
        "rules-0-kind": "force",
    }
    assert keeper.post(reverse("agencies:group_create"), form).status_code == 302
    group = AgencyGroup.objects.get(name="Các lực lượng biên giới")
    assert group.phrases == ["lực lượng biên giới", "các lực lượng tuyến biên giới"]
    assert group.rules.count() == 1

    where = reverse("agencies:group_member_set", args=[group.pk])
    keeper.post(where, {"agency": lam_giang["CA"].pk, "included": "0", "reason": "Có kế hoạch riêng"})
    page = keeper.get(reverse("agencies:group_detail", args=[group.pk])).context["page"]

    assert lam_giang["CA"] not in page.members
    assert lam_giang["BDBP"] in page.members


def test_a_box_is_offered_agencies_and_groups(keeper: Client) -> None:
    found = keeper.get(reverse("agencies:agency_suggest"), {"tim": "so tai", "ngay": "2026-01-01"}).json()

    assert [agency["name"] for agency in found["agencies"]][:1] == ["Sở Tài chính"]
    assert "groups" in found
