"""Vietnamese through an input method: letters come while they are composed (Unikey, EVKey, macOS, phones); nothing
that is typed is lost, nothing that is composed fires a shortcut, and what arrives in pieces is kept in one form."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from banggiao.tasks.models import Task
from banggiao.testing.browser import OpenFor
from banggiao.testing.cast import Cast
from banggiao.testing.documents import make_read_plan

WORDS = "Tiếng Việt đối ngoại"
TELEX = (
    ("T", "Ti", "Tie", "Tiê", "Tiên", "Tiếng"),
    ("V", "Vi", "Viê", "Việ", "Việt"),
    ("đ", "đô", "đối"),
    ("ngo", "ngoai", "ngoại"),
)
"""Each word as an input method shows it while it is composed, and as it is committed at last."""


def type_composed(page: Page, words: tuple[tuple[str, ...], ...] = TELEX) -> None:
    """Type into whatever has the focus, as an input method does."""
    method = page.context.new_cdp_session(page)
    for number, steps in enumerate(words):
        if number:
            page.keyboard.press("Space")
        for shown in steps:
            method.send(
                "Input.imeSetComposition", {"text": shown, "selectionStart": len(shown), "selectionEnd": len(shown)}
            )
        method.send("Input.insertText", {"text": steps[-1]})
    method.detach()


def test_a_search_of_tasks_finds_what_was_composed(
    live: str, page_of: OpenFor, make_cast: Callable[[], Cast], make_task: Callable[..., Task]
):
    cast = make_cast()
    make_task(leads=[cast.finance], what=f"Dạy {WORDS} cho kiều bào")
    make_task(leads=[cast.finance], what="Việc không liên quan")
    page = page_of(cast.coordinator)
    page.goto("/nhiem-vu/")
    page.get_by_label("Tìm trong danh sách này").click()
    type_composed(page)
    expect(page.get_by_label("Tìm trong danh sách này")).to_have_value(WORDS)
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name=WORDS)).to_be_visible()
    expect(page.get_by_role("link", name="Việc không liên quan")).to_have_count(0)


def test_an_agency_is_suggested_from_composed_words_and_saved_under_a_task(
    live: str, page_of: OpenFor, make_cast: Callable[[], Cast], make_task: Callable[..., Task]
):
    cast = make_cast()
    task = make_task(leads=[cast.finance])
    page = page_of(cast.coordinator)
    page.goto(f"/nhiem-vu/{task.pk}/sua/")
    what = page.get_by_label("Nội dung").first
    what.fill("")
    what.click()
    type_composed(page)
    expect(what).to_have_value(WORDS)
    page.get_by_role("button", name="Lưu").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(WORDS)
    task.refresh_from_db()
    assert task.what == WORDS


def test_decomposed_words_are_kept_composed(
    live: str, page_of: OpenFor, make_cast: Callable[[], Cast], make_task: Callable[..., Task]
):
    cast = make_cast()
    task = make_task(leads=[cast.finance])
    page = page_of(cast.focal_point)
    page.goto(f"/nhiem-vu/{task.pk}/cap-nhat/")
    page.get_by_label("Kết quả, vướng mắc").fill(unicodedata.normalize("NFD", WORDS))
    page.get_by_role("button", name="Đang thực hiện").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(task.what)
    assert task.updates.get().text == WORDS


def test_composing_in_the_review_fires_none_of_its_keys(live: str, page_of: OpenFor, make_cast: Callable[[], Cast]):
    cast = make_cast()
    document = make_read_plan()
    page = page_of(cast.coordinator)
    page.goto(f"/van-ban/{document.pk}/ra-soat/")
    page.locator(".finding.k-assignment").first.get_by_role("link").first.click()
    page.keyboard.press("Enter")
    editor = page.locator("[data-editor]")
    field = editor.locator("textarea").first
    field.fill("")
    field.click()
    # a, x, m, s, u, o, j, k, n, r are keys of this page; composed, they are letters.
    type_composed(
        page,
        (("x", "xa", "xã"), ("m", "mu", "mư", "mươ", "mười"), ("s", "sa", "sáu"), ("u", "ô", "ôn"), ("j", "k", "kỳ")),
    )
    expect(field).to_have_value("xã mười sáu ôn kỳ")
    field.press("Control+Enter")
    expect(editor).to_have_count(0)
    saved: Any = [finding.fields.get("what") for finding in document.reading.findings.all()]
    assert "xã mười sáu ôn kỳ" in saved
    states = set(document.reading.findings.values_list("state", flat=True))
    assert states == {"proposed", "edited"}
