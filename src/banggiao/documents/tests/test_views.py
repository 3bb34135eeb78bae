"""What the pages of documents do, for whom, in how many queries."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from banggiao.documents.models import Document
from banggiao.documents.queries.graph import ended_documents
from banggiao.documents.rules import DocumentState, Validity
from banggiao.testing.accounts import make_user
from banggiao.testing.agencies import make_agency
from banggiao.testing.documents import make_document, make_entry, make_read_plan, plan_text

pytestmark = pytest.mark.django_db


def signed_in(role: str = "coordinator", **changes: Any) -> Client:
    client = Client()
    agency = make_agency() if role == "focal_point" else None
    client.force_login(make_user(role=role, agency=agency, **changes))
    return client


def upload(client: Client, *contents: str | bytes, **headers: str) -> Any:
    files = [
        SimpleUploadedFile(f"tep-{number}.txt", content.encode() if isinstance(content, str) else content)
        for number, content in enumerate(contents)
    ]
    return client.post(reverse("documents:document_receive"), {"files": files}, **headers)


def page(response: Any) -> str:
    return str(response.content.decode())


# -- intake -------------------------------------------------------------------------------------------------------


def test_without_javascript_the_answer_is_the_page_with_what_became_of_each_file():
    response = upload(signed_in(), plan_text(41), b"", plan_text(41))
    assert response.status_code == 200
    html = page(response)
    assert "Kế hoạch 41/KH-UBND" in html
    assert "Tệp trống" in html
    assert "không lưu thêm bản nữa" in html
    assert Document.objects.exclude(file=None).count() == 1


def test_with_javascript_the_answer_is_a_line_that_asks_for_progress_until_it_is_read(run_jobs):
    client = signed_in()
    html = page(upload(client, plan_text(42), HTTP_HX_REQUEST="true"))
    document = Document.objects.get(number="42/KH-UBND")
    address = reverse("documents:receipt_progress", args=[document.pk])
    assert html.lstrip().startswith("<li")
    assert f'hx-get="{address}"' in html
    run_jobs()
    done = page(client.get(address))
    assert "hx-get" not in done
    assert "Chờ rà soát" in done


def test_a_secret_is_refused_on_the_page_and_nothing_is_kept(settings, tmp_path):
    html = page(upload(signed_in(), plan_text(43).replace("Số:", "MẬT\nSố:")))
    assert "dấu chỉ độ mật" in html
    assert Document.objects.count() == 0
    assert not (tmp_path / "files").exists()


def test_a_page_without_a_token_is_refused():
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user(role="coordinator"))
    assert upload(client, plan_text()).status_code == 403
    assert Document.objects.count() == 0


@pytest.mark.parametrize("role", ["focal_point", "leader", "viewer"])
def test_others_do_not_bring_documents_in(role: str):
    client = signed_in(role)
    assert client.get(reverse("documents:document_receive")).status_code == 403
    assert upload(client, plan_text()).status_code == 403
    assert Document.objects.count() == 0


def test_html_with_scripts_comes_back_as_a_download_only():
    script = "<html><body><script>alert(1)</script><p>" + plan_text(44).replace("\n", "</p><p>") + "</p></body></html>"
    client = signed_in()
    upload(client, script)
    document = Document.objects.exclude(file=None).get()
    response = client.get(reverse("documents:document_download", args=[document.pk]))
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content) == script.encode()
    assert "<script>alert" not in page(client.get(reverse("documents:document_detail", args=[document.pk])))


def test_a_missing_original_is_said(settings, tmp_path):
    document = make_document()
    response = signed_in().get(reverse("documents:document_download", args=[document.pk]))
    assert response.status_code == 404
    assert "không còn trong kho" in page(response)


# -- library ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["doi ngoai", "Đối Ngoại", "ĐỐI NGOẠI tỉnh"])
def test_accents_and_case_do_not_matter_in_a_search(words: str):
    make_document(title="Hoạt động đối ngoại năm 2026")
    make_document(title="Phòng chống cháy rừng", issuer="Chính phủ", text="Về rừng.")
    html = page(signed_in().get(reverse("documents:document_list"), {"tim": words}))
    assert "Hoạt động đối ngoại" in html
    assert "cháy rừng" not in html


def test_a_symbol_is_found_whole():
    make_entry(number="22-NQ/TW", title="Hội nhập")
    make_entry(number="22-CT/TW", title="Chỉ thị khác")
    html = page(signed_in().get(reverse("documents:document_list"), {"tim": "22-nq/tw"}))
    assert "Hội nhập" in html
    assert "Chỉ thị khác" not in html


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("loai", "Nghị quyết"),
        ("nam", "2025"),
        ("trang-thai", "entry"),
        ("hieu-luc", "repealed"),
        ("co-quan", "Bộ Chính trị"),
    ],
)
def test_each_filter_narrows(key: str, value: str):
    make_entry(title="Đúng", validity=Validity.REPEALED)
    make_document(title="Sai")
    html = page(signed_in().get(reverse("documents:document_list"), {key: value}))
    assert "Đúng" in html
    assert "Sai" not in html


def test_plans_that_rest_on_what_ended_are_marked_and_can_be_filtered():
    plan = make_read_plan()
    Document.objects.filter(number="59-NQ/TW").update(validity=Validity.REPEALED)
    client = signed_in()
    html = page(client.get(reverse("documents:document_list"), {"can-cu": "het-hieu-luc"}))
    assert str(plan.number) in html
    assert "Dựa trên văn bản đã hết hiệu lực" in html
    assert "15-CT/TW" not in html


def test_a_plan_does_not_rest_on_what_it_replaces():
    plan = make_read_plan()
    Document.objects.filter(number="59-NQ/TW").update(validity=Validity.SUPERSEDED, superseded_by=plan)
    link = f'href="{reverse("documents:document_detail", args=[plan.pk])}"'
    client, address = signed_in(), reverse("documents:document_list")
    assert ended_documents([plan.pk]) == {}
    assert link in page(client.get(address))
    assert link not in page(client.get(address, {"can-cu": "het-hieu-luc"}))


def test_the_list_goes_out_as_excel():
    make_document()
    response = signed_in().get(reverse("documents:document_list"), {"xuat": "xlsx"})
    assert response["Content-Type"].endswith("spreadsheetml.sheet")


def test_the_list_takes_the_same_queries_however_long_it_is(django_assert_max_num_queries):
    client = signed_in()
    for _ in range(30):
        make_document()
    address = reverse("documents:document_list")
    client.get(address)
    with django_assert_max_num_queries(14):
        client.get(address)


def test_a_focal_point_sees_confirmed_documents_only_and_others_do_not_exist_for_them():
    confirmed, waiting = (
        make_document(state=DocumentState.CONFIRMED, title="Đã ban hành"),
        make_document(title="Đang dở"),
    )
    client = signed_in("focal_point")
    html = page(client.get(reverse("documents:document_list")))
    assert "Đã ban hành" in html
    assert "Đang dở" not in html
    assert client.get(reverse("documents:document_detail", args=[confirmed.pk])).status_code == 200
    for name in ("document_detail", "document_download", "document_edit", "document_validity", "receipt_progress"):
        assert client.get(reverse(f"documents:{name}", args=[waiting.pk])).status_code == 404, name


# -- one document -------------------------------------------------------------------------------------------------


def test_a_document_shows_what_it_rests_on_and_who_cites_it():
    plan = make_read_plan()
    client = signed_in()
    html = page(client.get(reverse("documents:document_detail", args=[plan.pk])))
    assert "59-NQ/TW" in html
    assert "<svg" in html
    entry = Document.objects.get(number="59-NQ/TW")
    html = page(client.get(reverse("documents:document_detail", args=[entry.pk])))
    assert str(plan.number) in html
    assert "mới được biết qua viện dẫn" in html


def test_one_document_takes_the_same_queries_however_much_it_cites(django_assert_max_num_queries):
    plan = make_read_plan()
    client = signed_in()
    address = reverse("documents:document_detail", args=[plan.pk])
    client.get(address)
    with django_assert_max_num_queries(14):
        client.get(address)


def test_metadata_is_corrected_and_a_stale_page_is_refused():
    document = make_document()
    client = signed_in()
    address = reverse("documents:document_edit", args=[document.pk])
    values = {"kind": "Kế hoạch", "number": "99/KH-UBND", "date": "2026-02-01", "title": "Mới", "version": 1}
    assert client.post(address, values).status_code == 302
    document.refresh_from_db()
    assert (document.number, document.symbol_key, document.version) == ("99/KH-UBND", "kế hoạch|99/kh-ubnd|2026", 2)
    stale = client.post(address, {**values, "title": "Khác"})
    assert stale.status_code == 409
    assert "chưa được ghi" in page(stale)
    document.refresh_from_db()
    assert document.title == "Mới"


def test_a_document_is_marked_superseded_by_another_that_was_searched():
    old, new = make_document(title="Kế hoạch cũ"), make_document(title="Kế hoạch thay thế")
    client = signed_in()
    address = reverse("documents:document_validity", args=[old.pk])
    assert "Kế hoạch thay thế" in page(client.get(address, {"tim": "thay the"}))
    response = client.post(address, {"validity": "superseded", "superseded_by": new.pk, "version": 1})
    assert response.status_code == 302
    old.refresh_from_db()
    assert (old.validity, old.superseded_by_id) == (Validity.SUPERSEDED, new.pk)


def test_a_superseded_document_needs_a_successor_and_cannot_be_its_own():
    old, new = make_document(), make_document()
    client = signed_in()
    address = reverse("documents:document_validity", args=[old.pk])
    assert "Hãy chọn văn bản thay thế" in page(client.post(address, {"validity": "superseded", "version": 1}))
    Document.objects.filter(pk=new.pk).update(superseded_by=old, validity=Validity.SUPERSEDED)
    circle = client.post(address, {"validity": "superseded", "superseded_by": new.pk, "version": 1})
    assert "không thể thay thế chính nó" in page(circle)


def test_a_failed_document_says_why_and_can_be_tried_again(run_jobs):
    document = make_document(state=DocumentState.FAILED, failure_message="Bộ đọc gặp lỗi.")
    client = signed_in()
    assert "Bộ đọc gặp lỗi." in page(client.get(reverse("documents:document_detail", args=[document.pk])))
    client.post(reverse("documents:document_retry", args=[document.pk]))
    run_jobs()
    document.refresh_from_db()
    assert document.state == DocumentState.TO_REVIEW
