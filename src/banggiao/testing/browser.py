"""Chromium for tests: the real server, real pages, and no fault that a page would keep to itself.

    def test_a_task_is_found(live: str, page: Page, sign_in: SignIn) -> None:
        sign_in(page, make_user(role=Role.COORDINATOR))
        page.goto("/nhiem-vu/")
        assert_fits(page)
        assert_accessible(page)

Whatever the console reports as an error (breaches of the content security policy among them), every request that fails
and every answer from 400 on fails the test at its end; `faults.expect("404")` beforehand lets pass what is meant.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Literal

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django_tasks_db.management.commands.db_worker import Worker
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    expect,
    sync_playwright,
)
from pytest_django.live_server_helper import LiveServer

from banggiao.accounts.models import User

DESK, PHONE = 1440, 390
"""Widths in CSS pixels: an office screen, and a phone in a corridor."""

Scheme = Literal["light", "dark"]
SignIn = Callable[[Page, User], None]
OpenFor = Callable[..., Page]

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_PROGRAM_OF_MACOS = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
_ARGUMENTS = (
    "--no-sandbox",  # tests may run as root, in a container
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
_AXE = Path(__file__).resolve().parents[3] / "node_modules/axe-core/axe.min.js"
_PATIENCE = 20_000
"""Milliseconds for anything to appear; machines that test are busy."""


class Faults:
    """What went wrong in the pages of one test."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._expected: list[str] = []

    def expect(self, pattern: str) -> None:
        """Let pass what this regular expression finds."""
        self._expected.append(pattern)

    def watch(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", lambda error: self.found.append(f"script: {error.error}"))
        context.on("requestfailed", self._failed)
        context.on("response", self._answered)

    def unexpected(self) -> list[str]:
        return [fault for fault in self.found if not any(re.search(pattern, fault) for pattern in self._expected)]

    def _console(self, message: ConsoleMessage) -> None:
        # What an answer's status was is told once, by the answer.
        if message.type in ("error", "assert") and not message.text.startswith("Failed to load resource"):
            self.found.append(f"console: {message.text}")

    def _failed(self, request: Request) -> None:
        # A page that is left takes its requests with it; a newer search does away with the one before.
        if request.failure != "net::ERR_ABORTED":
            self.found.append(f"request: {request.failure} {request.method} {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.found.append(f"answer: {response.status} {response.request.method} {response.url}")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for the tests of a module, and no longer: as long as it runs, so does an event loop in this thread,
    which Django takes for asynchronous code and in which nothing else can start a loop of its own."""
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    try:
        with sync_playwright() as playwright:
            program = _program() or _existing(playwright.chromium.executable_path)
            if program is None:
                pytest.fail("Chromium is missing on this machine. Run:  scripts/system-packages")
            expect.set_options(timeout=_PATIENCE)
            browser = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
            yield browser
            browser.close()
    finally:
        os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE")
        if before is not None:
            os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = before


@pytest.fixture
def run_jobs() -> Callable[[], None]:
    """Does everything that waits in the queue of background jobs, as the worker would."""

    def run() -> None:
        # Jobs may start event loops, which the browser's thread cannot.
        if _has_event_loop():
            with ThreadPoolExecutor(1) as elsewhere:
                elsewhere.submit(_do_jobs_and_disconnect).result()
        else:
            _do_jobs()

    return run


@pytest.fixture
def live(live_server: LiveServer) -> str:
    """The address of a server that runs during the test, on rows that are really committed."""
    return str(live_server.url)


@pytest.fixture
def faults() -> Iterator[Faults]:
    """What went wrong in the pages of this test; whatever was not expected fails it at its end."""
    seen = Faults()
    yield seen
    assert seen.unexpected() == []


@pytest.fixture
def open_page(live: str, chromium: Browser, faults: Faults) -> Iterator[Callable[..., Page]]:
    """Opens a page in a browser of its own, without cookies: `open_page(width=PHONE, scheme="dark")`."""
    contexts: list[BrowserContext] = []

    def opened(*, width: int = DESK, scheme: Scheme = "light", **options: Any) -> Page:
        context = chromium.new_context(
            base_url=live,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
            locale="vi-VN",
            timezone_id=settings.TIME_ZONE,
            **options,
        )
        context.set_default_timeout(_PATIENCE)
        faults.watch(context)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A page on an office screen, of nobody yet."""
    return open_page()


@pytest.fixture
def sign_in(live: str) -> SignIn:
    """Makes a page that of a person, by the cookie of a session; how people really sign in has tests of its own."""

    def signed_in(page: Page, user: User) -> None:
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live}])

    return signed_in


@pytest.fixture
def page_of(open_page: Callable[..., Page], sign_in: SignIn) -> OpenFor:
    """A page of a person in a browser of their own: `page_of(leader, width=PHONE)`."""

    def opened(user: User, **options: Any) -> Page:
        page = open_page(**options)
        sign_in(page, user)
        return page

    return opened


def assert_fits(page: Page, *widths: int) -> None:
    """The page, as it stands, is nowhere wider than the screen; on both `DESK` and `PHONE`, where none is named."""
    before = page.viewport_size
    for width in widths or (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        excess = page.evaluate(_EXCESS)
        assert excess == [], f"{page.url} is wider than {width}: {excess}"
    if before:
        page.set_viewport_size(before)


def assert_accessible(page: Page, *, within: str = "", rules: Sequence[str] = ()) -> None:
    """axe-core finds no serious or critical fault on the page, or in the part that a selector names; by all its rules,
    or by those named."""
    if not _AXE.exists():
        pytest.fail("axe-core is missing. Run:  make setup")
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        """async ({part, rules}) => (await axe.run(part || document, {
            resultTypes: ['violations'], ...(rules.length && {runOnly: {type: 'rule', values: rules}})})).violations""",
        {"part": within, "rules": list(rules)},
    )
    grave = [
        f"{fault['id']} ({fault['impact']}): {node['html'][:200]} {node['failureSummary'][:300]}"
        for fault in found
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"][:3]
    ]
    assert not grave, f"{page.url}:\n" + "\n".join(grave)


def _has_event_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def _do_jobs_and_disconnect() -> None:
    try:
        _do_jobs()
    finally:
        connection.close()


def _do_jobs() -> None:
    Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="tests",
    ).run()


def _program() -> str | None:
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    return found or _existing(str(_PROGRAM_OF_MACOS))


def _existing(path: str) -> str | None:
    return path if Path(path).exists() else None


_EXCESS = """() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const scrolls = element => element && element !== document.body && (
        getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
    const wide = [...document.body.querySelectorAll('*')].filter(
        element => element.getBoundingClientRect().right > room + 1 && !scrolls(element.parentElement));
    return [document.documentElement.scrollWidth, ...wide.slice(0, 5).map(
        element => element.cloneNode().outerHTML.slice(0, 160))];
}"""
