"""Documents come in: many at once, the same ones again, and one that could not be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from banggiao.documents.models import Document
from banggiao.testing.browser import OpenFor, assert_accessible, assert_fits
from banggiao.testing.cast import Cast
from banggiao.testing.documents import plan_text

SAMPLES = Path(__file__).resolve().parents[5] / "samples"


@pytest.fixture
def cast(live: str, make_cast: Callable[[], Cast]) -> Cast:
    return make_cast()


def text_file(name: str, text: str) -> FilePayload:
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def line(page: Page, name: str):
    return page.locator("#receipts .receipt", has_text=name)


def test_several_files_come_in_at_once_and_the_same_ones_again_are_known(
    cast: Cast, page_of: OpenFor, run_jobs: Callable[[], None]
):
    page = page_of(cast.coordinator)
    page.goto("/van-ban/nhap/")
    first, second = plan_text(), plan_text()
    chooser = page.locator("#files")
    chooser.set_input_files([text_file("mot.txt", first), text_file("hai.txt", second)])
    expect(line(page, "mot.txt")).to_contain_text("Đã nhận")
    expect(line(page, "hai.txt")).to_contain_text("Đã nhận")
    run_jobs()
    expect(line(page, "mot.txt")).to_contain_text("Chờ rà soát")
    expect(line(page, "hai.txt")).to_contain_text("Chờ rà soát")
    chooser.set_input_files([text_file("ban-sao.txt", first)])
    expect(line(page, "ban-sao.txt")).to_contain_text("Đã có")
    assert Document.objects.exclude(file=None).count() == 2
    assert_accessible(page)
    assert_fits(page)


def test_a_secret_is_refused_in_words(cast: Cast, page_of: OpenFor):
    page = page_of(cast.coordinator)
    page.goto("/van-ban/nhap/")
    page.locator("#files").set_input_files([text_file("mat.txt", "TUYỆT MẬT\n" + plan_text())])
    expect(line(page, "mat.txt")).to_contain_text("Không nhận")
    assert not Document.objects.exists()


def test_what_could_not_be_read_says_why_and_is_tried_again(cast: Cast, page_of: OpenFor, run_jobs: Callable[[], None]):
    page = page_of(cast.coordinator)
    page.goto("/van-ban/nhap/")
    page.locator("#files").set_input_files(SAMPLES / "ke-hoach-hoi-nhap-2026.docx")
    receipt = line(page, "ke-hoach-hoi-nhap-2026.docx")
    expect(receipt).to_contain_text("Đã nhận")
    run_jobs()
    reason = "Máy chủ dừng giữa chừng khi đọc văn bản này."
    Document.objects.exclude(file=None).update(state="failed", failure_code="stopped", failure_message=reason)
    receipt.get_by_role("link", name="Mở").click()
    expect(page.locator("main")).to_contain_text(reason)
    assert_accessible(page)
    page.get_by_role("button", name="Đọc lại").click()
    run_jobs()
    page.reload()
    expect(page.locator("main")).to_contain_text("Chờ rà soát")
    expect(page.locator("main")).not_to_contain_text(reason)
