"""What the pages of the review do: the two panes, every act and its refusal, pictures of pages, what others see."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from banggiao.documents.models import Document, Finding
from banggiao.documents.rules import DocumentState, FindingKind, FindingState
from banggiao.testing.accounts import make_user
from banggiao.testing.agencies import make_agency
from banggiao.testing.documents import make_document, make_finding, make_read_plan

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


def act(client: Client, name: str, finding: Finding, **data: Any) -> Any:
    values = {"ban": finding.version, **data}
    return client.post(address(name, finding.reading.document, finding), values, **HTMX)


# -- the page -----------------------------------------------------------------------------------------------------


def test_the_text_stands_beside_its_findings_both_under_the_same_number(reviewer: Client):
    document = make_read_plan()
    html = page(reviewer.get(address("document_review", document)))
    finding = Finding.objects.filter(reading__document=document, kind=FindingKind.ASSIGNMENT).first()
    assert f'id="f{finding.pk}"' in html
    assert f'data-f="{finding.pk}"' in html or f"{finding.pk}" in html.split('data-f="', 1)[1]
    assert "Nội dung chưa giao cho ai" in html
    assert reverse("tasks:plan_confirm", kwargs={"document_id": document.pk}) in html


def test_the_page_asks_few_queries_however_long_the_plan_is(reviewer: Client, django_assert_num_queries):
    document = make_read_plan()
    reviewer.get(address("document_review", document))
    with django_assert_num_queries(11):
        reviewer.get(address("document_review", document))
    for number in range(30):
        make_finding(document, "Chủ trì", fields={"agencies": [{"written": f"Sở {number}", "agency_id": number + 1}]})
    with django_assert_num_queries(12):  # one more for the names of agencies
        reviewer.get(address("document_review", document))


def test_a_document_that_was_not_read_yet_leads_to_its_page(reviewer: Client):
    document = make_document(state=DocumentState.RECEIVED)
    response = reviewer.get(address("document_review", document))
    assert response["Location"] == reverse("documents:document_detail", args=[document.pk])


def test_a_confirmed_plan_is_for_reading_only(reviewer: Client):
    document = make_document(state=DocumentState.CONFIRMED)
    finding = make_finding(document)
    html = page(reviewer.get(address("document_review", document)))
    assert "kết quả đọc chỉ để xem" in html
    assert "data-editable" not in html
    assert act(reviewer, "finding_accept", finding).status_code == 403


def test_leaders_look_and_do_not_touch():
    leader, document = signed_in("leader"), make_document()
    finding = make_finding(document)
    assert "data-editable" not in page(leader.get(address("document_review", document)))
    assert act(leader, "finding_drop", finding).status_code == 403
    finding.refresh_from_db()
    assert finding.state == FindingState.PROPOSED


def test_text_of_strangers_is_shown_as_text(reviewer: Client):
    document = make_document("<script>alert(1)</script>\nChủ trì <b>họp</b>")
    make_finding(document, "<b>họp</b>")
    html = page(reviewer.get(address("document_review", document)))
    assert "<script>alert" not in html
    assert "<b>họp" not in html
    assert "&lt;b&gt;họp&lt;/b&gt;</mark>" in html


# -- acts ---------------------------------------------------------------------------------------------------------


def test_an_act_answers_with_the_line_its_paragraph_and_the_numbers(reviewer: Client):
    finding = make_finding(make_document())
    html = page(act(reviewer, "finding_accept", finding))
    assert 'data-version="2"' in html
    assert "Đã nhận" in html
    assert f'data-f="{finding.pk}"' in html
    assert 'id="review-progress"' in html
    assert 'id="review-undo"' in html


def test_without_javascript_an_act_leads_back_to_the_line(reviewer: Client):
    finding = make_finding(make_document())
    url = address("finding_accept", finding.reading.document, finding)
    response = reviewer.post(url, {"ban": 1})
    assert response["Location"] == address("document_review", finding.reading.document) + f"#f{finding.pk}"
    finding.refresh_from_db()
    assert finding.state == FindingState.ACCEPTED


def test_who_was_slower_sees_how_the_line_stands_now_and_overwrites_nothing(reviewer: Client):
    finding = make_finding(make_document())
    other = signed_in(full_name="Trần Thị Nhanh Tay")
    act(other, "finding_drop", finding)
    response = act(reviewer, "finding_accept", finding)
    assert response.status_code == 409
    assert "Trần Thị Nhanh Tay vừa sửa mục này" in page(response)
    assert "is-dropped" in page(response)
    finding.refresh_from_db()
    assert finding.state == FindingState.DROPPED


def test_a_finding_of_another_document_does_not_exist_here(reviewer: Client):
    document, finding = make_document(), make_finding(make_document())
    url = reverse("documents:finding_accept", kwargs={"document_id": document.pk, "finding_id": finding.pk})
    assert reviewer.post(url, {"ban": 1}).status_code == 404
    merged = reviewer.post(address("finding_merge", document), {"muc": [f"{finding.pk}:1", f"{finding.pk + 1}:1"]})
    assert merged.status_code == 404


def test_undo_and_redo_walk_through_ones_own_acts(reviewer: Client):
    finding = make_finding(make_document())
    document = finding.reading.document
    act(reviewer, "finding_drop", finding)
    assert "is-proposed" in page(reviewer.post(address("finding_undo", document), **HTMX))
    assert "is-dropped" in page(reviewer.post(address("finding_redo", document), **HTMX))
    reviewer.post(address("finding_undo", document), **HTMX)
    refused = reviewer.post(address("finding_undo", document), **HTMX)
    assert refused.status_code == 422
    assert "Không còn thao tác nào" in page(refused)


def test_everything_sure_is_accepted_at_once_of_one_kind_if_wished(reviewer: Client):
    document = make_document()
    sure = make_finding(document, "Chủ trì", confidence=0.95)
    make_finding(document, "Tổng hợp", confidence=0.82)
    target = make_finding(document, "hội nghị", kind=FindingKind.TARGET, confidence=1.0)
    html = page(
        reviewer.post(address("findings_accept_above", document), {"nguong": "90", "loai": "assignment"}, **HTMX)
    )
    assert "Đã nhận 1 mục" in html
    assert f'id="f{sure.pk}"' in html
    target.refresh_from_db()
    assert target.state == FindingState.PROPOSED


def test_a_duty_is_cut_where_one_chooses(reviewer: Client):
    words = "Tham mưu bố trí kinh phí thực hiện các hoạt động đối ngoại; chủ trì tổ chức hội nghị xúc tiến đầu tư."
    finding = make_finding(make_document(), words)
    document = finding.reading.document
    choice = page(reviewer.get(address("finding_split", document, finding), **HTMX))
    place = document.reading.text.index(" chủ trì tổ chức")
    assert f'value="{place}"' in choice
    html = page(act(reviewer, "finding_split", finding, cho=place))
    assert "chủ trì tổ chức hội nghị xúc tiến đầu tư." in html
    assert Finding.objects.filter(live=True).count() == 2
    assert act(reviewer, "finding_split", Finding.objects.get(pk=finding.pk), cho=10**6).status_code == 422


def test_two_lines_become_one(reviewer: Client):
    document = make_document()
    one, two = make_finding(document, "Chủ trì, phối hợp"), make_finding(document, "Tổng hợp kết quả")
    html = page(reviewer.post(address("finding_merge", document), {"muc": [f"{one.pk}:1", f"{two.pk}:1"]}, **HTMX))
    assert f'data-gone="f{two.pk}"' in html
    assert "Chủ trì, phối hợp Tổng hợp kết quả" in html


# -- adding -------------------------------------------------------------------------------------------------------


def test_content_that_needs_nobody_is_dropped_and_comes_back_when_that_is_undone(reviewer: Client):
    document = make_read_plan()
    item = Finding.objects.filter(kind=FindingKind.CONTENT, text__contains="viện trợ").first()
    assert f'data-gone="f{item.pk}"' in page(act(reviewer, "finding_drop", item))
    assert f'id="f{item.pk}"' in page(reviewer.post(address("finding_undo", document), **HTMX))


def test_the_dash_of_an_item_is_not_part_of_the_duty(reviewer: Client):
    document = make_document()
    start = document.reading.text.index("- Bảo đảm an ninh")
    reviewer.post(address("finding_add", document), {"tu": start, "den": start + 17}, **HTMX)
    assert Finding.objects.get(added=True).text == "Bảo đảm an ninh"


def test_a_stretch_of_text_becomes_a_line_in_its_place(reviewer: Client):
    document = make_document()
    start = document.reading.text.index("Bảo đảm an ninh")
    html = page(
        reviewer.post(address("finding_add", document), {"loai": "assignment", "tu": start, "den": start + 15}, **HTMX)
    )
    added = Finding.objects.get(added=True)
    assert (added.text, added.kind) == ("Bảo đảm an ninh", FindingKind.ASSIGNMENT)
    assert f'id="f{added.pk}"' in html


def test_a_partner_is_added_by_its_name_and_nothing_selected_is_refused(reviewer: Client):
    document = make_document()
    start = document.reading.text.index("Nhật Bản")
    reviewer.post(address("finding_add", document), {"loai": "partner", "tu": start, "den": start + 8}, **HTMX)
    assert Finding.objects.get(added=True).fields["names"] == ["Nhật Bản"]
    refused = reviewer.post(address("finding_add", document), {"tu": "5", "den": "5"}, **HTMX)
    assert refused.status_code == 422
    assert reviewer.post(address("finding_add", document), {"loai": "heading", "tu": 1, "den": 5}).status_code == 404


def test_content_of_nobody_is_given_to_an_agency_in_one_click(reviewer: Client):
    agency = make_agency(name="Sở Tài chính")
    document = make_read_plan()
    item = Finding.objects.filter(kind=FindingKind.CONTENT, text__contains="viện trợ").first()
    html = page(
        reviewer.post(
            address("finding_add", document),
            {"tu": item.span_start, "den": item.span_end, "co-quan": f"a:{agency.pk}|Sở Tài chính"},
            **HTMX,
        )
    )
    given = Finding.objects.get(added=True)
    assert [mention["agency_id"] for mention in given.fields["agencies"]] == [agency.pk]
    assert given.fields["role"] == "lead"
    assert f'data-gone="f{item.pk}"' in html


# -- together -----------------------------------------------------------------------------------------------------


def test_two_people_see_each_other_and_what_the_other_did(reviewer: Client):
    document = make_document()
    finding = make_finding(document)
    other = signed_in(full_name="Trần Thị Cùng Xem")
    opened = page(other.get(address("document_review", document)))
    revision, since = (opened.split(f'data-{name}="')[1].split('"')[0] for name in ("revision", "since"))
    act(reviewer, "finding_accept", finding)
    polled = page(reviewer.get(address("review_changes", document), {"ban": revision, "tu": since}))
    assert "Trần Thị Cùng Xem cũng đang xem" in polled
    assert f'id="f{finding.pk}"' in polled
    newer = polled.split('data-revision="')[1].split('"')[0]
    quiet = page(reviewer.get(address("review_changes", document), {"ban": newer, "tu": since}))
    assert "finding-line" not in quiet


def test_who_waits_for_changes_learns_that_the_plan_was_confirmed(reviewer: Client):
    document = make_document(state=DocumentState.CONFIRMED)
    assert "data-closed" in page(reviewer.get(address("review_changes", document), {"ban": "0", "tu": "x"}))
