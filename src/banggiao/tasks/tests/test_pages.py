"""Pages of tasks, as people's browsers get them."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from docx import Document as WordDocument
from openpyxl import load_workbook

from banggiao.documents.models import Citation, Document, Finding
from banggiao.tasks.models import Plan, Role, Task, TaskDecline
from banggiao.testing.cast import Cast
from banggiao.testing.tasks import NOW

pytestmark = pytest.mark.django_db
Make = Callable[..., Any]


@pytest.fixture
def cast(make_cast: Make) -> Cast:
    made: Cast = make_cast()
    return made


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def text(response: Any) -> str:
    content: str = response.content.decode()
    return content


# -- the register -----------------------------------------------------------------------------------------------------


def test_the_register_says_what_who_and_when(make_task: Make, cast: Cast) -> None:
    make_task(leads=[cast.finance], others=[cast.health], what="Lập danh mục dự án", deadline=date(2024, 5, 24))
    page = text(signed_in(cast.coordinator).get("/nhiem-vu/"))
    for words in ("Lập danh mục dự án", "Sở Tài chính", "Sở Y tế", "24/5/2024", "Quá hạn", "trễ"):
        assert words in page


def test_an_empty_register_offers_the_first_step(cast: Cast) -> None:
    assert "Bắt đầu bằng cách nhập một kế hoạch" in text(signed_in(cast.coordinator).get("/nhiem-vu/"))
    assert "Chưa có nhiệm vụ nào của cơ quan bạn" in text(signed_in(cast.focal_point).get("/nhiem-vu/"))


def test_the_list_goes_into_excel_word_and_csv_as_filtered(make_task: Make, cast: Cast) -> None:
    make_task(leads=[cast.finance], what="=Lập danh mục", field="aid")
    make_task(what="Việc khác", field="economy")
    client = signed_in(cast.coordinator)
    sheet = load_workbook(BytesIO(client.get("/nhiem-vu/?linh-vuc=aid&xuat=xlsx").content)).active
    assert sheet is not None
    lines = list(sheet.iter_rows(values_only=True))
    assert [line[3] for line in lines] == ["Nhiệm vụ", "=Lập danh mục"]
    assert sheet["D2"].data_type == "s"
    word = WordDocument(BytesIO(client.get("/nhiem-vu/?linh-vuc=aid&xuat=docx").content))
    assert [row.cells[2].text for row in word.tables[0].rows] == ["Chủ trì", "Sở Tài chính"]
    plain = client.get("/nhiem-vu/?linh-vuc=aid&xuat=csv").content.decode("utf-8-sig")
    assert [line[3] for line in csv.reader(plain.splitlines())] == ["Nhiệm vụ", "'=Lập danh mục"]


def test_an_agency_takes_only_its_own_tasks_along(make_task: Make, cast: Cast) -> None:
    make_task(what="Việc của nơi khác")
    plain = text(signed_in(cast.focal_point).get("/nhiem-vu/?xuat=csv"))
    assert "Việc của nơi khác" not in plain


def test_bulk_acts_say_what_they_did(make_task: Make, cast: Cast) -> None:
    tasks = [make_task(), make_task()]
    client = signed_in(cast.coordinator)
    data = {
        "task": [task.pk for task in tasks],
        "act": "deadline",
        "deadline": "2026-12-01",
        "back": "/nhiem-vu/?han=7",
    }
    answer = client.post("/nhiem-vu/hang-loat/", data)
    assert answer.url == "/nhiem-vu/?han=7"
    assert "Đã thực hiện với 2 nhiệm vụ" in text(client.get("/nhiem-vu/"))
    assert {task.deadline for task in Task.objects.all()} == {date(2026, 12, 1)}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"act": "lead", "agency": "Sở Không Có"}, "Không có cơ quan nào tên"),
        ({"act": "deadline"}, "Hãy chọn giá trị"),
        ({"act": "stop"}, "Chưa chọn nhiệm vụ nào"),
        ({"act": "deadline", "deadline": "2026-01-01", "back": "https://elsewhere.example/"}, "Chưa chọn"),
    ],
)
def test_bulk_acts_say_what_is_missing(data: dict[str, Any], words: str, make_task: Make, cast: Cast) -> None:
    task = make_task()
    client = signed_in(cast.coordinator)
    given = data if "Chưa chọn" in words else {**data, "task": [task.pk]}
    assert client.post("/nhiem-vu/hang-loat/", given).url == "/nhiem-vu/"
    assert words in text(client.get("/nhiem-vu/"))


# -- one task ---------------------------------------------------------------------------------------------------------


def test_a_task_stands_beside_its_sentence(make_plan: Make, make_task: Make, cast: Cast) -> None:
    plan = make_plan()
    start = plan.document.reading.text.index("Tổng hợp kết quả")
    task = make_task(plan=plan, leads=[cast.finance], span_start=start, span_end=start + 16, source_path="III.1/2")
    page = text(signed_in(cast.focal_point).get(f"/nhiem-vu/{task.pk}/"))
    assert '<mark id="sentence">Tổng hợp kết quả</mark>' in page
    assert "Sở Ngoại vụ" in page
    assert "III.1/2" in page


def test_doubts_are_for_the_coordinator(make_task: Make, cast: Cast) -> None:
    task = make_task(leads=[cast.finance], product="")
    assert "Chưa nêu sản phẩm" in text(signed_in(cast.coordinator).get(f"/nhiem-vu/{task.pk}/"))
    assert "Chưa nêu sản phẩm" not in text(signed_in(cast.focal_point).get(f"/nhiem-vu/{task.pk}/"))


def test_a_plan_that_no_longer_binds_is_flagged(make_task: Make, cast: Cast) -> None:
    task = make_task()
    Document.objects.filter(plan=task.plan).update(validity="repealed")
    client = signed_in(cast.coordinator)
    assert "không còn hiệu lực" in text(client.get(f"/nhiem-vu/{task.pk}/"))
    assert task.what in text(client.get("/nhiem-vu/dieu-phoi/"))


def test_two_clicks_report_a_task_done(make_task: Make, cast: Cast) -> None:
    task = make_task(leads=[cast.finance])
    client = signed_in(cast.focal_point)
    url = reverse("tasks:task_update", args=[task.pk])
    assert f'href="{url}"' in text(client.get("/nhiem-vu/"))
    assert '<button class="btn btn-primary" name="state" value="done">' in text(client.get(url))
    client.post(url, {"state": "done", "version": task.version})
    task.refresh_from_db()
    assert (task.state, task.progress) == ("done", 100)


def test_the_panel_is_only_the_form_and_refreshes_the_page(make_task: Make, cast: Cast) -> None:
    task = make_task(leads=[cast.finance])
    client = signed_in(cast.focal_point)
    url = reverse("tasks:task_update", args=[task.pk])
    panel = client.get(url, headers={"HX-Request": "true"})
    assert text(panel).lstrip().startswith("<form")
    answer = client.post(url, {"state": "in_progress", "progress": 30}, headers={"HX-Request": "true"})
    assert answer.headers["HX-Refresh"] == "true"


def test_an_update_too_late_is_said_and_not_written(make_task: Make, cast: Cast) -> None:
    task = make_task(leads=[cast.finance])
    client = signed_in(cast.focal_point)
    url = reverse("tasks:task_update", args=[task.pk])
    client.post(url, {"state": "in_progress", "progress": 30, "version": 1})
    answer = client.post(url, {"state": "done", "version": 1, "text": "Xong"})
    assert answer.status_code == 409
    assert "vừa được người khác thay đổi" in text(answer)
    task.refresh_from_db()
    assert task.state == "in_progress"


def test_evidence_comes_back_as_a_file_and_never_as_a_page(make_task: Make, cast: Cast) -> None:
    task = make_task(leads=[cast.finance])
    client = signed_in(cast.focal_point)
    file = SimpleUploadedFile("bao-cao.html", b"<html><body><p>Bao cao ket qua</p><script>x()</script></body></html>")
    client.post(reverse("tasks:task_update", args=[task.pk]), {"state": "done", "evidence": [file]})
    evidence = task.updates.get().evidence.get()
    assert "bao-cao.html" in text(client.get(f"/nhiem-vu/{task.pk}/"))
    answer = client.get(reverse("tasks:evidence_download", args=[task.pk, evidence.pk]))
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert b"script" in answer.getvalue()
    stranger = signed_in(cast.other_focal_point).get(reverse("tasks:evidence_download", args=[task.pk, evidence.pk]))
    assert stranger.status_code == 404


def test_an_agency_declines_and_the_coordinator_answers(make_task: Make, cast: Cast) -> None:
    task = make_task(leads=[cast.finance])
    focal_point, coordinator = signed_in(cast.focal_point), signed_in(cast.coordinator)
    focal_point.post(f"/nhiem-vu/{task.pk}/tu-choi/", {"text": "Không đúng chức năng"})
    page = text(coordinator.get(f"/nhiem-vu/{task.pk}/"))
    assert "Không đúng chức năng" in page
    assert "Không đúng chức năng" in text(coordinator.get("/nhiem-vu/dieu-phoi/"))
    decline = TaskDecline.objects.get()
    coordinator.post(f"/nhiem-vu/{task.pk}/tu-choi/{decline.pk}/", {"accepted": "0", "text": "Vẫn thuộc Sở Tài chính"})
    assert "Vẫn thuộc Sở Tài chính" in text(focal_point.get(f"/nhiem-vu/{task.pk}/"))


def test_the_history_names_who_changed_what(make_task: Make, cast: Cast) -> None:
    task = make_task(leads=[cast.finance])
    client = signed_in(cast.coordinator)
    words = {"what": "Lập danh mục", "deadline": "2026-10-01", "product": "Danh mục", "version": task.version}
    client.post(f"/nhiem-vu/{task.pk}/sua/", words)
    page = text(client.get(f"/nhiem-vu/{task.pk}/lich-su/"))
    assert "Lê Thị Điều Phối" in page
    assert "<del>30/6/2026</del>" in page
    assert "<ins>1/10/2026</ins>" in page


def test_agencies_are_given_by_their_names(make_task: Make, cast: Cast) -> None:
    task = make_task(leads=[cast.finance])
    client = signed_in(cast.coordinator)
    url = f"/nhiem-vu/{task.pk}/giao-lai/"
    wrong = client.post(url, {"leads": ["Sở Không Có", ""], "others": [""]})
    assert "Không có cơ quan nào tên “Sở Không Có”" in text(wrong)
    client.post(url, {"leads": ["sở y tế", ""], "others": ["Sở Tài chính", "SNgV"], "version": task.version})
    present = task.shares.filter(ended_on=None)
    assert {share.agency: share.role for share in present} == {
        cast.health: Role.LEAD, cast.finance: Role.COORDINATE, cast.foreign_affairs: Role.COORDINATE,
    }  # fmt: skip


def test_a_task_is_divided_on_a_page(make_task: Make, cast: Cast) -> None:
    task = make_task(leads=[cast.finance])
    client = signed_in(cast.coordinator)
    data = {
        "part-TOTAL_FORMS": "2", "part-INITIAL_FORMS": "0",
        "part-0-what": "Lập danh mục", "part-0-lead": ["Sở Y tế"], "part-1-what": "",
    }  # fmt: skip
    client.post(f"/nhiem-vu/{task.pk}/chia-nho/", data)
    part = task.parts.get()
    assert (part.what, part.lead_name) == ("Lập danh mục", "Sở Y tế")
    assert "Lập danh mục" in text(client.get(f"/nhiem-vu/{task.pk}/"))


# -- plans ------------------------------------------------------------------------------------------------------------


def reviewed(make_read_plan: Make) -> Document:
    document: Document = make_read_plan()
    Finding.objects.filter(reading__document=document).update(state="accepted")
    return document


def test_a_reviewed_document_is_confirmed_and_taken_back(make_read_plan: Make, cast: Cast) -> None:
    document = reviewed(make_read_plan)
    client = signed_in(cast.coordinator)
    url = reverse("tasks:plan_confirm", args=[document.pk])
    page = text(client.get(url))
    assert "Chưa rõ là cơ quan nào" in page
    assert "Công an tỉnh" in page
    refused = client.post(url)
    assert refused.status_code == 200
    assert not Plan.objects.exists()
    answer = client.post(url, {"keep_unknown": "1"})
    plan = Plan.objects.get()
    assert answer.url == reverse("tasks:plan_detail", args=[plan.pk])
    assert "nhiệm vụ đã giao" in text(client.get(answer.url))
    assert client.get(url).url == answer.url
    taken_back = client.post(reverse("tasks:plan_withdraw", args=[plan.pk]))
    assert taken_back.url == reverse("documents:document_detail", args=[document.pk])
    assert not Task.objects.exists()
    assert client.get(answer.url).status_code == 404


def test_content_nobody_owns_is_listed_with_who_might(make_read_plan: Make, make_actor: Make, cast: Cast) -> None:
    document = reviewed(make_read_plan)
    client = signed_in(cast.coordinator)
    client.post(reverse("tasks:plan_confirm", args=[document.pk]), {"keep_unknown": "1"})
    plan = Plan.objects.get()
    url = reverse("tasks:unowned_list", args=[plan.pk])
    page = text(client.get(url))
    assert "Vận động viện trợ phi chính phủ nước ngoài đạt 30 tỷ đồng" in page
    assert "Tổ chức 03 hội nghị xúc tiến đầu tư" not in page
    give = f"{reverse('tasks:task_add', args=[plan.pk])}?muc=II.1/2&co-quan=S%E1%BB%9F+Y+t%E1%BA%BF"
    assert 'value="Sở Y tế"' in text(client.get(give))
    client.post(give, {"what": "Vận động viện trợ", "leads": ["Sở Y tế"]})
    assert "Đã giao Sở Y tế" in text(client.get(url))
    dismiss = reverse("tasks:item_dismiss", args=[plan.pk])
    client.post(dismiss, {"path": "II.2/1", "text": "Đã có đề án riêng"})
    assert "Đã có đề án riêng" in text(client.get(url))


def test_last_years_owner_is_suggested(make_read_plan: Make, cast: Cast) -> None:
    client = signed_in(cast.coordinator)
    old = reviewed(make_read_plan)
    client.post(reverse("tasks:plan_confirm", args=[old.pk]), {"keep_unknown": "1"})
    before = Plan.objects.get()
    before.period_from = date(2025, 1, 1)
    before.save()
    give = f"{reverse('tasks:task_add', args=[before.pk])}?muc=II.1/2"
    client.post(give, {"what": "Vận động viện trợ", "leads": ["Sở Y tế"]})
    new = reviewed(make_read_plan)
    client.post(reverse("tasks:plan_confirm", args=[new.pk]), {"keep_unknown": "1"})
    after = Plan.objects.exclude(pk=before.pk).get()
    page = text(client.get(reverse("tasks:unowned_list", args=[after.pk])))
    assert "đã làm việc này theo kế hoạch trước" in page
    assert "Sở Y tế" in page
    compared = text(client.get(f"{reverse('tasks:plan_compare')}?cu={before.pk}&moi={after.pk}"))
    assert "Giữ nguyên" in compared
    assert "Vận động viện trợ phi chính phủ" in compared
    only_new = text(client.get(f"{reverse('tasks:plan_compare')}?cu={before.pk}&moi={after.pk}&loc=new&gi=nhiem-vu"))
    assert "Vận động viện trợ phi chính phủ" not in only_new


def test_a_document_leads_to_its_tasks(make_task: Make, cast: Cast) -> None:
    task = make_task()
    page = text(signed_in(cast.coordinator).get(reverse("documents:document_detail", args=[task.plan.document_id])))
    assert f"/nhiem-vu/?ke-hoach={task.plan_id}" in page


def test_a_directive_leads_by_its_plan_to_the_tasks_in_the_picture_too(
    make_task: Make, make_entry: Make, cast: Cast
) -> None:
    task, directive = make_task(), make_entry()
    Citation.objects.create(citing=task.plan.document, cited=directive, text="Chỉ thị", span_start=0, span_end=5)
    page = text(signed_in(cast.coordinator).get(reverse("documents:document_detail", args=[directive.pk])))
    drawn = page[page.index("<svg viewBox") : page.index("</figure>")]
    assert f'href="/van-ban/{task.plan.document_id}/"' in drawn
    assert f'href="/nhiem-vu/?ke-hoach={task.plan_id}"' in drawn
    assert drawn.count('class="chain-line"') == 2


# -- the calendar -----------------------------------------------------------------------------------------------------


def test_a_calendar_is_fetched_without_signing_in(make_task: Make, cast: Cast) -> None:
    due = timezone.localdate() + timedelta(days=10)
    make_task(leads=[cast.finance], what="Lập danh mục, trình duyệt", deadline=due)
    make_task(what="Việc của nơi khác", deadline=due)
    client = signed_in(cast.focal_point)
    page = text(client.post("/nhiem-vu/lich/tao-moi/"))
    address = page.split('value="http://testserver', 1)[1].split('"', 1)[0]
    answer = Client().get(address)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert f"DTSTART;VALUE=DATE:{due:%Y%m%d}" in text(answer)
    assert "Lập danh mục\\, trình duyệt" in text(answer)
    assert "nơi khác" not in text(answer)
    client.post("/nhiem-vu/lich/dung/")
    assert Client().get(address).status_code == 404


def test_the_calendar_ends_with_the_post(make_task: Make, cast: Cast) -> None:
    client = signed_in(cast.focal_point)
    page = text(client.post("/nhiem-vu/lich/tao-moi/"))
    address = page.split('value="http://testserver', 1)[1].split('"', 1)[0]
    assert Client().get(address).status_code == 200
    cast.focal_point.posts.update(valid_to=NOW.date() - timedelta(days=1))
    assert Client().get(address).status_code == 404
