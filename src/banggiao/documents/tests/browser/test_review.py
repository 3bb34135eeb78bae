"""The review as a person does it: by keyboard, by mouse, in two browsers at once, with an IME."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from banggiao.accounts.models import Role
from banggiao.documents.models import Document, Finding
from banggiao.documents.rules import FindingKind, FindingState
from banggiao.testing.accounts import make_user
from banggiao.testing.agencies import make_agency
from banggiao.testing.browser import PHONE, Faults, OpenFor, assert_accessible, assert_fits
from banggiao.testing.documents import make_document, make_finding, make_pdf_plan

TEXT = """KẾ HOẠCH
Công tác đối ngoại năm 2026

II. NỘI DUNG
- Vận động viện trợ phi chính phủ nước ngoài.

III. TỔ CHỨC THỰC HIỆN
- Chủ trì triển khai Kế hoạch này.
- Tham mưu bố trí kinh phí; chủ trì tổ chức hội nghị xúc tiến đầu tư.
- Bảo đảm an ninh các đoàn khách quốc tế.
- Tổng hợp kết quả, báo cáo UBND tỉnh.
"""


@pytest.fixture
def document(live: str) -> Document:
    """A plan with four duties, the third in doubt, and something that is nobody's."""
    foreign_affairs = make_agency(name="Sở Ngoại vụ", short_name="SNgV")
    make_agency(name="Sở Tư pháp", short_name="STP")
    document = make_document(TEXT)
    known = [{"written": foreign_affairs.name, "agency_id": foreign_affairs.pk}]
    duty(document, "Chủ trì triển khai Kế hoạch này.", agencies=known)
    duty(document, "Tham mưu bố trí kinh phí; chủ trì tổ chức hội nghị xúc tiến đầu tư.")
    duty(document, "Bảo đảm an ninh các đoàn khách quốc tế.", doubts=["Tên cơ quan không có trong danh mục."])
    duty(document, "Tổng hợp kết quả, báo cáo UBND tỉnh.")
    make_finding(document, "Vận động viện trợ phi chính phủ nước ngoài.", kind=FindingKind.CONTENT)
    return document


@pytest.fixture
def review(document: Document, page_of: OpenFor) -> Page:
    return open_review(page_of, document)


def duty(document: Document, words: str, **changes: object) -> Finding:
    fields = {"agencies": changes.pop("agencies", [])}
    return make_finding(document, words, fields=fields, **changes)


def open_review(page_of: OpenFor, document: Document, *, name: str = "Lê Thị Rà Soát", **options: object) -> Page:
    page = page_of(make_user(role=Role.COORDINATOR, full_name=name), **options)
    page.goto(f"/van-ban/{document.pk}/ra-soat/")
    expect(page.locator(".finding[aria-current]")).to_have_count(1)
    return page


def line(page: Page, words: str) -> Locator:
    """The line of a duty; content items have lines of their own."""
    return page.locator(".finding:not(.k-content)").filter(has=page.locator(".finding-words", has_text=words))


def chosen(page: Page) -> Locator:
    return page.locator(".finding[aria-current]")


def stored(words: str) -> Finding:
    return Finding.objects.get(text__startswith=words, kind=FindingKind.ASSIGNMENT)


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def select(page: Page, words: str) -> None:
    """Draw the mouse over some words of the document."""
    box = page.evaluate(
        """words => {
            const blocks = [...document.querySelectorAll('[data-text] [data-block]')];
            const block = blocks.find(one => one.textContent.includes(words));
            const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
            const range = document.createRange();
            while (texts.nextNode()) {
                const at = texts.currentNode.data.indexOf(words);
                if (at < 0) continue;
                range.setStart(texts.currentNode, at);
                range.setEnd(texts.currentNode, at + words.length);
            }
            const {left, right, top, bottom} = range.getBoundingClientRect();
            return {left, right, middle: (top + bottom) / 2};
        }""",
        words,
    )
    page.mouse.move(box["left"] + 1, box["middle"])
    page.mouse.down()
    page.mouse.move(box["right"] - 1, box["middle"], steps=4)
    page.mouse.up()


# -- keys ---------------------------------------------------------------------------------------------------------


def test_the_keyboard_alone_takes_drops_and_takes_back(review: Page):
    expect(chosen(review)).to_contain_text("Chủ trì triển khai")
    press(review, "a")
    expect(line(review, "Chủ trì triển khai")).to_have_class(re.compile("is-accepted"))
    expect(chosen(review)).to_contain_text("Tham mưu bố trí")
    press(review, "x", "j")
    expect(line(review, "Tham mưu bố trí")).to_have_class(re.compile("is-dropped"))
    expect(chosen(review)).to_contain_text("Tổng hợp kết quả")
    press(review, "k")
    expect(chosen(review)).to_contain_text("Bảo đảm an ninh")
    expect(review.locator("#review-progress")).to_contain_text("1 đã nhận")
    press(review, "u")
    expect(line(review, "Tham mưu bố trí")).to_have_class(re.compile("is-proposed"))
    expect(chosen(review)).to_contain_text("Tham mưu bố trí")
    press(review, "r")
    expect(line(review, "Tham mưu bố trí")).to_have_class(re.compile("is-dropped"))
    assert stored("Chủ trì triển khai").state == FindingState.ACCEPTED
    assert stored("Tham mưu bố trí").state == FindingState.DROPPED


def test_keys_pressed_faster_than_the_server_answers_all_count(review: Page):
    press(review, "a", "a", "a", "a")
    expect(review.locator("#review-progress")).to_contain_text("4 đã nhận")
    assert Finding.objects.filter(state=FindingState.ACCEPTED).count() == 4


def test_n_goes_to_what_is_in_doubt_and_says_when_nothing_is_left(review: Page):
    press(review, "n")
    expect(chosen(review)).to_contain_text("Tên cơ quan không có trong danh mục.")
    expect(chosen(review)).to_have_class(re.compile("unsure"))
    press(review, "a", "n")
    expect(review.get_by_text("Không còn mục nghi ngờ nào.")).to_be_visible()


def test_a_question_mark_shows_all_keys(review: Page):
    press(review, "?")
    expect(review.get_by_role("dialog", name="Phím tắt")).to_be_visible()
    assert_accessible(review)
    press(review, "a", "Escape")
    expect(review.get_by_role("dialog", name="Phím tắt")).to_be_hidden()
    assert not Finding.objects.exclude(state=FindingState.PROPOSED).exists()


def test_keys_rest_while_one_types_and_while_an_ime_composes(review: Page):
    press(review, "Enter")
    review.get_by_label("Sản phẩm").fill("")
    review.keyboard.type("xa ban nam")
    expect(review.get_by_label("Sản phẩm")).to_have_value("xa ban nam")
    press(review, "Escape")
    review.evaluate(
        """() => {
            const target = document.querySelector('.finding[aria-current] .finding-main');
            const told = {key: 'x', bubbles: true, cancelable: true};
            target.dispatchEvent(new KeyboardEvent('keydown', {...told, isComposing: true}));
            target.dispatchEvent(new KeyboardEvent('keydown', {...told, keyCode: 229}));
        }"""
    )
    press(review, "j")
    expect(chosen(review)).to_contain_text("Tham mưu bố trí")
    assert not Finding.objects.exclude(state=FindingState.PROPOSED).exists()


# -- editing ------------------------------------------------------------------------------------------------------


def test_an_agency_is_chosen_while_one_types_and_the_duty_is_saved_in_its_place(review: Page):
    press(review, "j", "Enter")
    box = chosen(review).get_by_role("combobox", name="Cơ quan", exact=True)
    expect(box).to_be_focused()
    review.keyboard.type("so tu")
    expect(chosen(review).get_by_role("option", name="Sở Tư pháp")).to_be_visible()
    press(review, "Enter")
    expect(chosen(review).locator(".agency-chip")).to_have_text("Sở Tư pháp")
    chosen(review).get_by_label("Hạn hoàn thành").fill("15/11/2026")
    chosen(review).get_by_label("Sản phẩm").fill("Báo cáo của UBND tỉnh")
    assert_accessible(review)
    press(review, "Control+Enter")
    expect(chosen(review)).to_contain_text("Đã sửa")
    expect(chosen(review)).to_contain_text("15/11/2026")
    fields = stored("Tham mưu bố trí").fields
    assert fields["agencies"][0]["agency_id"] is not None
    assert (fields["deadline_date"], fields["product"]) == ("2026-11-15", "Báo cáo của UBND tỉnh")


def test_an_ime_composes_a_name_before_it_is_searched(review: Page):
    press(review, "j", "Enter")
    box = chosen(review).get_by_role("combobox", name="Cơ quan", exact=True)
    expect(box).to_be_focused()
    session = review.context.new_cdp_session(review)
    for part in ("S", "Sơ", "Sở"):
        session.send("Input.imeSetComposition", {"text": part, "selectionStart": len(part), "selectionEnd": len(part)})
    session.send("Input.insertText", {"text": "Sở ngoại"})
    expect(box).to_have_value("Sở ngoại")
    expect(chosen(review).get_by_role("option", name="Sở Ngoại vụ")).to_be_visible()


def test_what_was_typed_is_kept_when_one_goes_on(review: Page):
    press(review, "Enter")
    review.get_by_label("Sản phẩm").fill("Quy chế")
    line(review, "Bảo đảm an ninh").click()
    expect(line(review, "Chủ trì triển khai")).to_contain_text("Quy chế")
    expect(chosen(review)).to_contain_text("Bảo đảm an ninh")
    assert stored("Chủ trì triển khai").fields["product"] == "Quy chế"


def test_a_duty_is_cut_and_joined_again(review: Page):
    press(review, "j", "s")
    expect(review.get_by_role("button", name="Tách sau “Tham mưu bố trí kinh phí;”")).to_be_focused()
    press(review, "Enter")
    expect(line(review, "chủ trì tổ chức hội nghị")).to_have_count(1)
    expect(chosen(review)).to_contain_text("Tham mưu bố trí kinh phí;")
    expect(review.locator(".finding.k-assignment")).to_have_count(5)
    press(review, "m")
    expect(line(review, "Tham mưu bố trí kinh phí; chủ trì tổ chức hội nghị")).to_have_count(1)
    assert Finding.objects.filter(live=True, kind=FindingKind.ASSIGNMENT).count() == 4


# -- both sides ---------------------------------------------------------------------------------------------------


def test_a_line_lights_its_sentence_and_a_sentence_chooses_its_line(review: Page):
    lit = review.locator("mark.lit")
    expect(lit).to_have_text("Chủ trì triển khai Kế hoạch này.")
    press(review, "j")
    expect(lit).to_have_text("Tham mưu bố trí kinh phí; chủ trì tổ chức hội nghị xúc tiến đầu tư.")
    review.locator("mark", has_text="Bảo đảm an ninh").click()
    expect(chosen(review)).to_contain_text("Bảo đảm an ninh")
    line(review, "Tổng hợp").hover()
    expect(review.locator("mark.glow")).to_have_text("Tổng hợp kết quả, báo cáo UBND tỉnh.")


def test_selected_text_becomes_a_duty(review: Page):
    select(review, "triển khai Kế hoạch này")
    review.get_by_role("toolbar", name="Thêm từ đoạn đã chọn").get_by_text("Thêm nhiệm vụ").click()
    expect(chosen(review).get_by_label("Nhiệm vụ", exact=True)).to_have_value("triển khai Kế hoạch này")
    press(review, "Escape")
    expect(chosen(review)).to_contain_text("Do người thêm")
    added = Finding.objects.get(added=True)
    assert TEXT[added.span_start : added.span_end] == "triển khai Kế hoạch này"


def test_content_of_nobody_becomes_a_duty_in_one_click(review: Page):
    nobody = review.locator(".finding.k-content")
    expect(nobody).to_have_count(1)
    nobody.get_by_role("button", name="Thêm nhiệm vụ").click()
    expect(chosen(review).get_by_label("Nhiệm vụ", exact=True)).to_have_value(re.compile("^Vận động viện trợ"))
    expect(nobody).to_have_count(0)


def test_all_that_is_sure_is_taken_at_once_and_taken_back_at_once(review: Page):
    review.get_by_text("Nhận nhiều mục").click()
    least = review.get_by_label("Nhận mọi mục không có nghi ngờ, chắc chắn từ")
    expect(least).to_contain_text("95% (3 mục)")
    least.select_option("95")
    review.get_by_role("button", name="Nhận", exact=True).last.click()
    expect(review.get_by_text("Đã nhận 3 mục.")).to_be_visible()
    expect(line(review, "Bảo đảm an ninh")).to_have_class(re.compile("is-proposed"))
    press(review, "u")
    expect(review.locator(".is-accepted")).to_have_count(0)


def test_filters_narrow_the_list_and_stand_in_the_address(review: Page):
    review.get_by_role("button", name=re.compile("^Nghi ngờ 1")).click()
    expect(review.locator(".finding:visible")).to_have_count(1)
    assert review.url.endswith("?loc=nghi-ngo")
    review.reload()
    expect(review.locator(".finding:visible")).to_have_count(1)


# -- two people ---------------------------------------------------------------------------------------------------


def test_two_people_see_each_other_and_each_others_changes(document: Document, page_of: OpenFor):
    one = open_review(page_of, document, name="Lê Thị Một")
    two = open_review(page_of, document, name="Trần Văn Hai")
    press(one, "a")
    expect(line(two, "Chủ trì triển khai")).to_have_class(re.compile("is-accepted"))
    expect(two.get_by_text("Lê Thị Một cũng đang xem")).to_be_visible()
    expect(one.get_by_text("Trần Văn Hai cũng đang xem")).to_be_visible()
    press(one, "u")
    expect(line(two, "Chủ trì triển khai")).to_have_class(re.compile("is-proposed"))


def test_two_who_edit_one_duty_see_both_versions_and_nothing_is_lost(
    document: Document, page_of: OpenFor, faults: Faults
):
    faults.expect("answer: 409")
    one = open_review(page_of, document, name="Lê Thị Một")
    two = open_review(page_of, document, name="Trần Văn Hai")
    for page, product in ((one, "Báo cáo năm"), (two, "Tờ trình")):
        press(page, "Enter")
        page.get_by_label("Sản phẩm").fill(product)
    press(one, "Control+Enter")
    expect(chosen(one)).to_contain_text("Báo cáo năm")
    expect(two.get_by_text("Người khác vừa sửa mục này")).to_be_visible()
    press(two, "Control+Enter")
    expect(two.get_by_text("Lê Thị Một vừa sửa mục này.")).to_be_visible()
    expect(two.locator(".conflict")).to_contain_text("Báo cáo năm")
    expect(two.get_by_label("Sản phẩm")).to_have_value("Tờ trình")
    assert stored("Chủ trì triển khai").fields["product"] == "Báo cáo năm"
    assert_accessible(two)
    two.get_by_role("button", name="Lưu").click()
    expect(chosen(two)).to_contain_text("Tờ trình")
    expect(line(one, "Chủ trì triển khai")).to_contain_text("Tờ trình")


# -- pictures, telephones, all eyes -------------------------------------------------------------------------------


def test_on_the_pages_as_they_look_the_sentence_is_lit_too(live: str, page_of: OpenFor):
    document = make_pdf_plan()
    page = open_review(page_of, document)
    page.get_by_role("button", name=re.compile("^Nhiệm vụ")).click()
    press(page, "j")
    lit = page.locator("[data-sheet] rect.lit")
    expect(lit.first).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Chữ đã đọc").click()
    expect(page.locator("mark.lit").first).to_be_visible()


def test_words_are_drawn_over_on_a_picture_and_become_a_duty(live: str, page_of: OpenFor):
    document = make_pdf_plan()
    page = open_review(page_of, document)
    expect(page.locator('[data-sheet="1"] rect.found').first).to_be_attached()
    words = page.request.get(f"/van-ban/{document.pk}/ra-soat/trang/1.json").json()
    box = page.locator('[data-sheet="1"]').bounding_box()
    assert box is not None
    (start, _e, left, top, _r, bottom), (_s, end, _l, _t, right, _b) = words[60], words[63]
    scale_x, scale_y = box["width"] / 10_000, box["height"] / 10_000
    middle = box["y"] + (top + bottom) / 2 * scale_y
    page.mouse.move(box["x"] + left * scale_x + 2, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + right * scale_x - 2, middle, steps=4)
    page.mouse.up()
    page.get_by_role("toolbar", name="Thêm từ đoạn đã chọn").get_by_text("Thêm nhiệm vụ").click()
    expect(chosen(page).locator("[data-editor]")).to_be_visible()
    added = Finding.objects.get(added=True)
    assert (added.span_start, added.span_end) == (start, end)


def test_it_fits_a_telephone_and_everybody_can_use_it(review: Page, document: Document, page_of: OpenFor):
    assert_fits(review)
    assert_accessible(review)
    phone = open_review(page_of, document, width=PHONE, scheme="dark")
    assert_accessible(phone)
    line(phone, "Bảo đảm an ninh").click()
    chosen(phone).get_by_role("button", name="Xem trong văn bản").click()
    expect(phone.locator("mark.lit")).to_be_visible()
    phone.locator("mark", has_text="Tổng hợp").click()
    expect(chosen(phone)).to_be_visible()
    chosen(phone).get_by_role("button", name="Sửa").click()
    expect(chosen(phone).get_by_label("Sản phẩm")).to_be_visible()
    assert_fits(phone, PHONE)
