"""Every page that anybody can open, by the rows of the access tables: it fits an office screen and a phone, axe-core
finds no grave fault in light or dark, and the browser has nothing to complain about. A new page is walked as soon as it
has its row, without which the access test fails."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from banggiao.config.tests.test_access import ROWS
from banggiao.testing.access import Row
from banggiao.testing.browser import PHONE, OpenFor, assert_accessible, assert_fits
from banggiao.testing.cast import Cast, make_cast
from banggiao.testing.documents import make_document, make_entry, make_read_plan
from banggiao.testing.tasks import make_plan, make_task

NO_PAGES = {
    "accounts:record_export",
    "agencies:agency_suggest",
    "agencies:sheet_template",
    "documents:document_download",
    "documents:document_find",
    "documents:receipt_progress",
    "documents:review_changes",
    "documents:review_sheet",
    "documents:review_words",
    "home:search_suggest",
    "home:unowned",
    "mfa_login_webauthn",
    "tasks:agency_names",
    "tasks:calendar_feed",
    "tasks:evidence_download",
}
"""Addresses that answer with a file or a piece of a page."""

WHO = ("coordinator", "administrator", "focal_point", "leader", "viewer", "anonymous")
"""Whose eyes see most, first."""

PAGES = {row.name: row for row in ROWS if row.method == "get" and 200 in row.statuses.values()}


def fill(cast: Cast) -> None:
    """A province at work: agencies with long names, plans with long titles, tasks in every state."""
    today = timezone.localdate()
    title = "Triển khai công tác đối ngoại và hội nhập quốc tế trên địa bàn tỉnh Lam Giang giai đoạn 2026 - 2030"
    plan = make_plan(document=make_document(state="confirmed", title=title, number="112a/KH-UBND"))
    make_entry(title="Hội nhập quốc tế trong tình hình mới", number="59-NQ/TW")
    make_document(state="failed", failure_code="unreadable", failure_message="Tệp hỏng, không mở được.")
    make_read_plan()
    for days, state, done in (
        (-12, "in_progress", 40),
        (-3, "not_started", 0),
        (2, "not_started", 0),
        (90, "done", 100),
    ):
        make_task(
            plan=plan,
            leads=[cast.finance],
            others=[cast.health, cast.foreign_affairs],
            what=f"Chủ trì, phối hợp với các sở, ban, ngành liên quan tham mưu UBND tỉnh xây dựng đề án {days}",
            deadline=today + timedelta(days=days),
            state=state,
            progress=done,
        )
    make_task(plan=plan, leads=[cast.foreign_affairs], deadline=None, what="Tiếp tục tăng cường đối ngoại nhân dân")
    make_task(plan=plan, leads=[], deadline=date(today.year, 12, 31), what="Đón kiều bào về thăm quê hương")


@pytest.fixture
def cast(live: str) -> Cast:
    cast = make_cast()
    fill(cast)
    return cast


@pytest.mark.parametrize("row", PAGES.values(), ids=lambda row: row.name)
def test_the_page_fits_is_accessible_and_makes_no_fault(
    row: Row, cast: Cast, open_page: Callable[..., Page], page_of: OpenFor
):
    address = reverse(row.name, kwargs=dict(row.args(cast)))
    for part in eyes(row):
        person = cast.person(part)
        assert is_page(address, cast, part) == (row.name not in NO_PAGES)
        if row.name in NO_PAGES:
            continue
        page = page_of(person) if person else open_page()
        page.goto(address)
        assert_fits(page)
        assert_accessible(page)
        page.emulate_media(color_scheme="dark")
        assert_accessible(page, rules=["color-contrast"])
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": PHONE, "height": 900})
        assert_accessible(page, rules=["aria-hidden-focus", "target-size", "scrollable-region-focusable"])
        page.context.close()


def eyes(row: Row) -> list[str]:
    """Who opens the page: whoever sees most of it, and the focal point and the leader, whose pages may be others."""
    able = [part for part in WHO if row.statuses[part] == 200]
    return able[:1] + [part for part in able[1:] if part in ("focal_point", "leader")]


def is_page(address: str, cast: Cast, part: str) -> bool:
    client = Client()
    person = cast.person(part)
    if person:
        client.force_login(person)
    response = client.get(address)
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return response.headers["Content-Type"].startswith("text/html") and content[:15].lower().startswith(b"<!doctype")
