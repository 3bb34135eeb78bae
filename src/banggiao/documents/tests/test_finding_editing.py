"""Editing findings in their place: every field, what is refused, and two people at once."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from banggiao.documents.models import Document, Finding
from banggiao.documents.rules import FindingKind, FindingState
from banggiao.testing.accounts import make_user
from banggiao.testing.agencies import make_agency, make_group
from banggiao.testing.documents import make_document, make_finding

pytestmark = pytest.mark.django_db

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def reviewer() -> Client:
    return signed_in()


def signed_in(role: str = "coordinator", **changes: Any) -> Client:
    client = Client()
    client.force_login(make_user(role=role, **changes))
    return client


def page(response: Any) -> str:
    return str(response.content.decode())


def address(name: str, document: Document, finding: Finding | None = None, **more: Any) -> str:
    own = {"finding_id": finding.pk} if finding else {}
    return reverse(f"documents:{name}", kwargs={"document_id": document.pk, **own, **more})


def edit(client: Client, finding: Finding, **data: Any) -> Any:
    values = {"version": finding.version, "what": finding.text, "role": "lead", "mode": "assign", **data}
    return client.post(address("finding_edit", finding.reading.document, finding), values, **HTMX)


def test_every_field_of_a_duty_is_edited_in_its_place(reviewer: Client):
    agency, group = make_agency(name="Sở Tư pháp"), make_group(name="Các sở")
    finding = make_finding(make_document(), doubts=["Không rõ ai."], confidence=0.4)
    html = page(
        edit(
            reviewer,
            finding,
            what="Tổng hợp kết quả, báo cáo",
            agencies=f"a:{agency.pk}|Sở Tư pháp",
            partners=f"g:{group.pk}|Các sở",
            deadline_date="15/11/2026",
            rhythm="year",
            product="Báo cáo",
            field="economy",
            pillar="state",
        )
    )
    finding.refresh_from_db()
    assert finding.text == finding.fields["what"] == "Tổng hợp kết quả, báo cáo"
    assert finding.fields["agencies"][0]["agency_id"] == agency.pk
    assert finding.fields["partners"][0]["group_id"] == group.pk
    assert (finding.fields["deadline_date"], finding.fields["rhythm"]) == ("2026-11-15", "year")
    assert (finding.state, finding.doubts) == (FindingState.EDITED, [])
    assert "15/11/2026" in html


def test_a_typed_name_is_looked_up_on_the_day_of_the_document(reviewer: Client):
    agency = make_agency(name="Sở Tư pháp")
    finding = make_finding(make_document())
    edit(reviewer, finding, **{"agencies-typed": "sở tư pháp; Ban Chưa Có"})
    finding.refresh_from_db()
    known, unknown = finding.fields["agencies"]
    assert known["agency_id"] == agency.pk
    assert (unknown["written"], unknown["agency_id"]) == ("Ban Chưa Có", None)
    assert "không có trong danh mục" in unknown["doubt"]


def test_an_agency_that_does_not_exist_is_not_taken_over(reviewer: Client):
    finding = make_finding(make_document())
    edit(reviewer, finding, agencies="a:999999|Sở Bịa")
    finding.refresh_from_db()
    assert finding.fields["agencies"][0]["agency_id"] is None


def test_what_may_have_been_meant_by_an_unknown_name_is_offered(reviewer: Client):
    make_agency(name="Sở Văn hóa, Thể thao và Du lịch")
    unknown = [{"written": "Sở Văn hóa và Du lịch", "confidence": 0.2, "doubt": "Không có."}]
    finding = make_finding(make_document(), fields={"agencies": unknown})
    html = page(reviewer.get(address("finding_edit", finding.reading.document, finding), **HTMX))
    assert "data-take" in html
    assert "Sở Văn hóa, Thể thao và Du lịch" in html


def test_a_wrong_value_comes_back_with_its_reason_and_what_was_typed(reviewer: Client):
    finding = make_finding(make_document())
    response = edit(reviewer, finding, deadline_date="mai", product="Báo cáo quý")
    assert response.status_code == 422
    assert "Báo cáo quý" in page(response)
    finding.refresh_from_db()
    assert finding.version == 1


def test_two_who_edit_see_both_versions_before_anything_is_overwritten(reviewer: Client):
    finding = make_finding(make_document())
    other = signed_in(full_name="Trần Thị Nhanh Tay")
    edit(other, finding, product="Báo cáo năm")
    response = edit(reviewer, finding, product="Tờ trình")
    html = page(response)
    assert response.status_code == 409
    assert "Trần Thị Nhanh Tay vừa sửa mục này" in html
    assert "Báo cáo năm" in html
    assert 'value="Tờ trình"' in html
    stored = Finding.objects.get(pk=finding.pk)
    assert stored.fields["product"] == "Báo cáo năm"
    assert f'name="version" value="{stored.version}"' in html
    assert edit(reviewer, stored, product="Tờ trình").status_code == 200
    stored.refresh_from_db()
    assert stored.fields["product"] == "Tờ trình"


def test_what_was_merged_away_meanwhile_is_said_to_be_gone(reviewer: Client):
    document = make_document()
    one, two = make_finding(document, "Chủ trì"), make_finding(document, "Tổng hợp")
    signed_in().post(address("finding_merge", document), {"muc": [f"{one.pk}:1", f"{two.pk}:1"]}, **HTMX)
    response = edit(reviewer, two, product="Báo cáo")
    assert response.status_code == 409
    assert f'data-gone="f{two.pk}"' in page(response)


OTHER_KINDS = [
    (
        FindingKind.DEADLINE,
        {"duty": "report", "rhythm": "year", "day": "5", "month": "11"},
        {"rhythm": "year", "day": 5, "month": 11},
    ),
    (
        FindingKind.TARGET,
        {"minimum": "1.250.000,5", "maximum": "", "unit": "USD", "year": "2026"},
        {"minimum": 1250000.5, "maximum": None, "unit": "USD", "year": 2026},
    ),
    (
        FindingKind.PARTNER,
        {"names": "Nhật Bản\nNhật", "kind": "country", "country": "jp"},
        {"names": ["Nhật Bản", "Nhật"], "country": "JP"},
    ),
    (
        FindingKind.CITATION,
        {"kind": "Nghị quyết", "number": "22-NQ/TW", "date": "10/4/2013", "issuer": "Bộ Chính trị"},
        {"number": "22-NQ/TW", "date": "2013-04-10", "document": "nghị quyết|22-nq/tw|2013"},
    ),
]


@pytest.mark.parametrize(("kind", "typed", "kept"), OTHER_KINDS)
def test_other_kinds_are_edited_too(reviewer: Client, kind: FindingKind, typed: dict[str, str], kept: dict[str, Any]):
    finding = make_finding(make_document(), kind=kind)
    url = address("finding_edit", finding.reading.document, finding)
    assert reviewer.get(url, **HTMX).status_code == 200
    response = reviewer.post(url, {"version": 1, **typed}, **HTMX)
    assert response.status_code == 200
    finding.refresh_from_db()
    assert {name: finding.fields[name] for name in kept} == kept


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (FindingKind.TARGET, {"minimum": "nhiều"}),
        (FindingKind.CITATION, {"date": "32/1/2025"}),
        (FindingKind.DEADLINE, {"day": "40"}),
    ],
)
def test_numbers_and_days_that_are_none_are_refused(reviewer: Client, kind: FindingKind, typed: dict[str, str]):
    finding = make_finding(make_document(), kind=kind)
    url = address("finding_edit", finding.reading.document, finding)
    assert reviewer.post(url, {"version": 1, **typed}, **HTMX).status_code == 422
