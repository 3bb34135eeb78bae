"""Template tags, forms, navigation, errors and what every answer carries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django import forms
from django.contrib import messages
from django.contrib.messages.storage.base import BaseStorage
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template import Context, Template, TemplateSyntaxError
from django.test import Client, RequestFactory
from django.urls import NoReverseMatch
from django_htmx.middleware import HtmxDetails

from banggiao.testing.cast import Cast
from banggiao.ui import navigation, views
from banggiao.ui.badges import PlainBadge
from banggiao.ui.forms import DateInput
from banggiao.ui.middleware import messages_for_fragments
from banggiao.ui.navigation import Entry, Frame


def rendered(source: str, **values: Any) -> str:
    return Template("{% load ui %}" + source).render(Context(values))


def test_an_icon_decorates_or_speaks() -> None:
    assert 'aria-hidden="true"' in rendered('{% icon "check" %}')
    assert 'aria-label="Xong"' in rendered('{% icon "check" label="Xong" %}')


def test_an_unknown_icon_or_colour_is_a_fault_of_the_template() -> None:
    with pytest.raises(TemplateSyntaxError, match=r"ui/icons\.txt"):
        rendered('{% icon "rồng" %}')
    with pytest.raises(TemplateSyntaxError, match="no colour"):
        rendered('{% badge "Xong" icon="check" colour="purple" %}')


def test_a_wrong_argument_fails_when_the_template_compiles() -> None:
    with pytest.raises(TemplateSyntaxError, match="unexpected keyword argument"):
        Template('{% load ui %}{% badge "Xong" icon="check" kind="x" %}')


def test_a_badge_is_a_word_with_an_icon() -> None:
    html = rendered("{% status state %}", state=PlainBadge("Quá <hạn>", "clock-exclamation", "bad"))
    assert "Quá &lt;hạn&gt;" in html and "#clock-exclamation" in html and "state-bad" in html


def test_days_left_are_marked_when_late_or_soon() -> None:
    today = date(2026, 5, 25)
    assert "days-left-late" in rendered("{% days_left d t %}", d=date(2026, 5, 23), t=today)
    assert "days-left-soon" in rendered("{% days_left d t %}", d=date(2026, 5, 28), t=today)
    assert "days-left-calm" in rendered("{% days_left d t %}", d=date(2026, 9, 28), t=today)
    assert rendered("{% days_left d t %}", d=None, t=today) == ""


def test_days_and_moments_carry_what_machines_read() -> None:
    assert rendered("{{ d|day }}", d=date(2026, 5, 3)) == '<time datetime="2026-05-03">3/5/2026</time>'
    at = datetime(2026, 5, 3, 20, tzinfo=UTC)
    assert "03:00 4/5/2026" in rendered("{{ d|moment }}", d=at)
    assert "4/5/2026" in rendered("{{ d|day }}", d=at)
    assert rendered("{{ d|day }}{{ d|moment }}{{ d|ago }}{{ d|number }}{{ d|money }}", d=None) == "—————"


def test_a_page_header_counts_and_holds_actions() -> None:
    html = rendered('{% page_header "Văn bản" count=1250 unit="văn bản" %}<a>Thêm</a>{% endpage_header %}')
    assert "1.250 văn bản" in html and "<a>Thêm</a>" in html


def test_an_empty_state_offers_the_first_step() -> None:
    html = rendered('{% empty_state "Chưa có gì" text="Sẽ có." %}<a>Bắt đầu</a>{% endempty_state %}')
    assert "Chưa có gì" in html and "<a>Bắt đầu</a>" in html


def test_initials_are_of_family_and_given_name() -> None:
    assert rendered("{% initials name %}", name="nguyễn thị ánh") == "NÁ"
    assert rendered("{% initials name %}", name="Ánh") == "Á"


class PlanForm(forms.Form):
    """One field of each kind."""

    title = forms.CharField(label="Tên", help_text="Như trong văn bản.")
    kind = forms.ChoiceField(label="Loại", choices=[("a", "A")])
    day = forms.DateField(label="Ngày", widget=DateInput(), required=False)
    urgent = forms.BooleanField(label="Khẩn", required=False)
    ways = forms.MultipleChoiceField(
        label="Cách", choices=[("x", "X")], widget=forms.CheckboxSelectMultiple, required=False
    )


def test_every_field_has_its_class_label_help_and_errors() -> None:
    html = str(PlanForm({"title": ""}))
    assert 'class="form-control is-invalid"' in html and 'aria-invalid="true"' in html
    assert 'class="form-select is-invalid"' in html
    assert "form-check-input" in html and "<legend" in html
    assert 'id="id_title_error"' in html and "Như trong văn bản." in html
    assert "không bắt buộc" in html


@pytest.mark.parametrize("written", ["25/5/2026", "25/05/2026", "2026-05-25", "25.5.2026", "25-5-2026"])
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    form = PlanForm({"title": "x", "kind": "a", "day": written})
    assert form.is_valid() and form.cleaned_data["day"] == date(2026, 5, 25)


def test_a_day_is_shown_as_written_here_and_as_typed_when_wrong() -> None:
    assert 'value="25/5/2026"' in str(PlanForm(initial={"day": date(2026, 5, 25)}))
    assert 'value="31/2/2026"' in str(PlanForm({"day": "31/2/2026"}))


# --- navigation -------------------------------------------------------------------------------------------------------


@pytest.fixture
def entries(monkeypatch: pytest.MonkeyPatch) -> dict[str, Entry]:
    """An empty registry."""
    mine: dict[str, Entry] = {}
    monkeypatch.setattr(navigation, "_entries", mine)
    return mine


def frame(path: str, role: str = "viewer") -> Frame:
    request = RequestFactory().get(path)
    request.actor = SimpleNamespace(role=role)  # type: ignore[attr-defined]
    return Frame(request)


def test_the_navigation_shows_what_the_role_may_see_in_order(entries: dict[str, Entry]) -> None:
    navigation.register(Entry("b", "Hai", "accounts:people_list", "users", 20, visible=lambda actor: actor.role == "x"))
    navigation.register(Entry("a", "Một", "accounts:profile", "user", 30))
    assert [line.label for line in frame("/").lines] == ["Một"]
    assert [line.label for line in frame("/", "x").lines] == ["Hai", "Một"]


def test_the_innermost_line_is_open(entries: dict[str, Entry]) -> None:
    navigation.register(Entry("home", "Bàn làm việc", "home:desk", "home", 1))
    navigation.register(Entry("admin", "Quản trị", "", "settings", 2))
    navigation.register(Entry("people", "Người dùng", "accounts:people_list", "users", 3, under="admin"))
    shown = frame("/quan-tri/nguoi-dung/7/")
    assert [line.label for line in shown.way] == ["Quản trị", "Người dùng"]
    assert shown.here is not None and shown.here.key == "people"
    assert [line.active for line in shown.lines] == [False, False]
    assert frame("/").here is not None and frame("/khac/").here is None


def test_an_entry_that_leads_nowhere_is_said_by_name(entries: dict[str, Entry]) -> None:
    navigation.register(Entry("x", "X", "nowhere:list", "user", 1))
    with pytest.raises(NoReverseMatch, match="navigation entry 'x'"):
        _ = frame("/").lines


def test_whoever_holds_no_post_sees_no_navigation() -> None:
    assert Frame(RequestFactory().get("/")).lines == ()


# --- answers ----------------------------------------------------------------------------------------------------------


def test_the_policy_of_content_allows_nothing_inline_or_from_elsewhere(client: Client, db: None) -> None:
    policy = client.get("/tai-khoan/dang-nhap/")["Content-Security-Policy"]
    assert "unsafe" not in policy and "http" not in policy and "default-src 'none'" in policy


def test_pages_are_vietnamese_whatever_the_browser_wishes(client: Client, db: None) -> None:
    page = client.get("/tai-khoan/dang-nhap/", headers={"Accept-Language": "en-US"})
    assert page["Content-Language"] == "vi" and "Đăng nhập" in page.content.decode()


def test_whoever_chooses_english_gets_it_and_keeps_it(client: Client, db: None) -> None:
    client.post("/ngon-ngu/", {"language": "en", "next": "/tai-khoan/dang-nhap/"})
    page = client.get("/tai-khoan/dang-nhap/")
    assert page["Content-Language"] == "en" and "Sign in" in page.content.decode()


def test_a_stranger_reads_that_nothing_is_there(client: Client, make_cast: Callable[[], Cast]) -> None:
    client.force_login(make_cast().viewer)
    page = client.get("/khong-co/")
    assert page.status_code == 404 and "thuộc cơ quan khác" in page.content.decode()


@pytest.fixture
def bare_request() -> HttpRequest:
    request = RequestFactory().get("/")
    request.actor = None  # type: ignore[attr-defined]
    return request


def test_a_refusal_says_the_reason_of_access(bare_request: HttpRequest) -> None:
    page = views.forbidden(bare_request, PermissionDenied("Chỉ điều phối viên được giao việc."))
    assert page.status_code == 403 and "Chỉ điều phối viên được giao việc." in page.content.decode()


def test_technical_words_of_a_404_stay_inside(bare_request: HttpRequest) -> None:
    assert "No Task matches" not in views.not_found(bare_request, Http404("No Task matches")).content.decode()
    assert "Văn bản đã rút." in views.not_found(bare_request, Http404("Văn bản đã rút.")).content.decode()


def test_the_page_of_a_server_error_needs_neither_database_nor_session() -> None:
    page = views.server_error(RequestFactory().get("/"))
    assert page.status_code == 500 and "mọi dữ liệu trước đó còn nguyên" in page.content.decode()


def test_a_form_that_waited_too_long_is_explained(make_cast: Callable[[], Cast]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_cast().viewer)
    page = client.post("/tai-khoan/", {"full_name": "X"})
    assert page.status_code == 403 and "Tải lại trang rồi gửi lại" in page.content.decode()


def fragment(html: str, *, request_headers: dict[str, str], status: int = 200) -> HttpResponse:
    """What becomes of an answer while a message waits."""
    request = RequestFactory().get("/", headers=request_headers)
    request.session = {}  # type: ignore[assignment]
    request._messages = _Waiting(request)  # type: ignore[attr-defined]
    request.htmx = HtmxDetails(request)  # type: ignore[attr-defined]
    messages.success(request, "Đã lưu.")
    return messages_for_fragments(lambda _request: HttpResponse(html, status=status))(request)


class _Waiting(BaseStorage):
    """Messages that live as long as the request."""

    def _get(self, *_args: Any, **_kwargs: Any) -> tuple[list[Any], bool]:
        return [], True

    def _store(self, *_args: Any, **_kwargs: Any) -> list[Any]:
        return []


def test_messages_reach_the_page_with_a_fragment() -> None:
    answer = fragment("<p>mới</p>", request_headers={"HX-Request": "true"})
    assert 'hx-swap-oob="beforeend"' in answer.content.decode() and "Đã lưu." in answer.content.decode()


@pytest.mark.parametrize(
    ("html", "headers", "status"),
    [
        pytest.param("<p>x</p>", {}, 200, id="no fragment"),
        pytest.param("<!doctype html><p>x</p>", {"HX-Request": "true"}, 200, id="a whole page"),
        pytest.param("", {"HX-Request": "true"}, 302, id="a redirect"),
    ],
)
def test_messages_wait_for_the_next_page_otherwise(html: str, headers: dict[str, str], status: int) -> None:
    assert "Đã lưu." not in fragment(html, request_headers=headers, status=status).content.decode()


def test_a_request_for_another_host_is_refused_in_words(client: Client) -> None:
    page = client.get("/", HTTP_HOST="another.example")
    assert page.status_code == 400 and "Yêu cầu không đọc được" in page.content.decode()
