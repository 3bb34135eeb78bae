"""The pages that are measured, with the addresses that stand for what people ask of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from banggiao.agencies.models import Agency
from banggiao.tasks.models import Plan

EVERYBODY = ("coordinator", "focal_point", "leader")
COORDINATOR = ("coordinator",)


@dataclass(frozen=True, slots=True)
class Page:
    """A page; `addresses` are asked for in turn by each of those who use it."""

    name: str
    addresses: Callable[[], Sequence[str]]
    asked_by: Sequence[str] = EVERYBODY


def _ask(url_name: str, *queries: dict[str, str]) -> Callable[[], list[str]]:
    return lambda: [f"{reverse(url_name)}?{urlencode(query)}" for query in queries]


def _by_agency() -> list[str]:
    some = Agency.objects.filter(valid_to=None).order_by("pk").values_list("pk", flat=True)[:40:8]
    return [f"{reverse('tasks:task_list')}?co-quan={agency}" for agency in some]


def _by_plan() -> list[str]:
    plans = Plan.objects.order_by("pk").values_list("pk", flat=True)[:20:5]
    return [f"{reverse('tasks:task_list')}?ke-hoach={plan}" for plan in plans]


LIST, BOARD, LINE = "tasks:task_list", "tasks:task_board", "tasks:task_timeline"
LIBRARY = "documents:document_list"

PAGES = (
    Page("home", _ask("home:desk", {})),
    Page("tasks", _ask(LIST, {}, {"trang": "2"}, {"trang": "40"}, {"trang": "900"})),
    Page(
        "tasks, by status",
        _ask(LIST, *({"tinh-trang": code} for code in ("mo", "overdue", "due-soon", "stale", "in-progress", "done"))),
    ),
    Page("tasks, by agency", _by_agency, ("coordinator", "leader")),
    Page("tasks, by plan", _by_plan),
    Page(
        "tasks, other filters",
        _ask(
            LIST,
            {"linh-vuc": "economy"},
            {"linh-vuc": "-"},
            {"vai-tro": "lead"},
            {"han": "30"},
            {"thieu": "6-ro"},
            {"thieu": "chung-chung"},
            {"tru-cot": "people", "tinh-trang": "overdue", "vai-tro": "coordinate"},
        ),
    ),
    Page("tasks, grouped", _ask(LIST, *({"nhom": one} for one in ("co-quan", "linh-vuc", "ke-hoach", "thoi-han")))),
    Page(
        "tasks, sorted",
        _ask(
            LIST,
            *(
                {"sap-xep": f"{sign}{one}"}
                for one in ("viec", "chu-tri", "han", "tien-do", "cap-nhat")
                for sign in ("", "-")
            ),
        ),
    ),
    Page("tasks, one word", _ask(LIST, {"tim": "đầu tư"}, {"tim": "ngoại"}, {"tim": "Cu-ba"}, {"tim": "khongco"})),
    Page(
        "tasks, four words",
        _ask(LIST, {"tim": "hội nghị xúc tiến"}, {"tim": "hợp tác Nhật Bản"}, {"tim": "phối hợp tổ chức"}),
    ),
    Page("tasks, symbol", _ask(LIST, {"tim": "22-NQ/TW"})),
    Page("tasks, without accents", _ask(LIST, {"tim": "doi ngoai"}, {"tim": "vien tro phi chinh phu"})),
    Page("tasks, words and filters", _ask(LIST, {"tim": "hợp tác", "tinh-trang": "mo", "sap-xep": "-cap-nhat"})),
    Page("board", _ask(BOARD, {})),
    Page("board, narrowed", _ask(BOARD, {"tim": "hợp tác Lào"}, {"linh-vuc": "economy"})),
    Page("months", _ask(LINE, {})),
    Page("months, narrowed", _ask(LINE, {"tim": "hợp tác Lào"}, {"linh-vuc": "economy"})),
    Page("library", _ask(LIBRARY, {}, {"trang": "20"}, {"loai": "Kế hoạch"}, {"sap-xep": "-vien-dan"})),
    Page(
        "library, search",
        _ask(LIBRARY, {"tim": "22-NQ/TW"}, {"tim": "doi ngoai"}, {"tim": "xúc tiến đầu tư Nhật Bản"}, {"tim": "Cu-ba"}),
    ),
    Page("agencies", _ask("agencies:agency_list", {}, {"trang": "3"}, {"tim": "so tai chinh"})),
    Page("coordination", _ask("tasks:coordination", {}), COORDINATOR),
    Page("plans", _ask("tasks:plan_list", {})),
)
