"""What state, dates and words make of a task: tables of cases."""

from __future__ import annotations

from datetime import date

import pytest

from banggiao.tasks import lexicon, rules
from banggiao.tasks.rules import Clarity, Due, Facts, Rhythm, Share, State, Status, Thresholds

TODAY = date(2026, 5, 20)
LIMITS = Thresholds(due_soon_days=7, stale_days=60)


@pytest.mark.parametrize(
    ("state", "deadline", "quiet_since", "done_on", "expected"),
    [
        pytest.param("not_started", date(2026, 6, 30), TODAY, None, Status.NOT_STARTED, id="far off"),
        pytest.param("in_progress", date(2026, 6, 30), TODAY, None, Status.IN_PROGRESS, id="under way"),
        pytest.param("not_started", date(2026, 5, 27), TODAY, None, Status.DUE_SOON, id="seven days left"),
        pytest.param("in_progress", date(2026, 5, 28), TODAY, None, Status.IN_PROGRESS, id="eight days left"),
        pytest.param("in_progress", TODAY, TODAY, None, Status.DUE_SOON, id="on the last day"),
        pytest.param("in_progress", date(2026, 5, 19), TODAY, None, Status.OVERDUE, id="a day late"),
        pytest.param("done", date(2026, 5, 19), TODAY, date(2026, 5, 19), Status.DONE, id="done on the last day"),
        pytest.param("done", date(2026, 5, 19), TODAY, date(2026, 5, 20), Status.DONE_LATE, id="done late"),
        pytest.param("done", None, TODAY, date(2026, 5, 20), Status.DONE, id="continuous work, done"),
        pytest.param("cancelled", date(2020, 1, 1), TODAY, None, Status.CANCELLED, id="dropped work is not late"),
        pytest.param("in_progress", None, date(2000, 1, 1), None, Status.STALE, id="continuous is never overdue"),
        pytest.param("in_progress", None, date(2026, 3, 21), None, Status.IN_PROGRESS, id="sixty days quiet"),
        pytest.param("not_started", None, date(2026, 3, 20), None, Status.STALE, id="sixty-one days quiet"),
    ],
)
def test_status(state: str, deadline: date | None, quiet_since: date, done_on: date | None, expected: Status) -> None:
    found = rules.status(
        state=State(state), deadline=deadline, quiet_since=quiet_since, today=TODAY, thresholds=LIMITS, done_on=done_on
    )
    assert found is expected


def test_the_most_urgent_status_comes_first() -> None:
    assert [status.code for status in sorted(Status, key=lambda status: status.rank)][:3] == [
        "overdue",
        "due-soon",
        "stale",
    ]
    assert Status.of("stale") is Status.STALE
    with pytest.raises(ValueError, match="nope"):
        Status.of("nope")


@pytest.mark.parametrize(
    ("deadline", "expected"), [(date(2026, 5, 23), 3), (TODAY, 0), (date(2026, 5, 18), -2), (None, None)]
)
def test_days_left(deadline: date | None, expected: int | None) -> None:
    assert rules.days_left(deadline, TODAY) == expected


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        pytest.param([], (State.NOT_STARTED, 0), id="nobody leads"),
        pytest.param([("in_progress", 30)], (State.IN_PROGRESS, 30), id="one agency's own"),
        pytest.param([("done", 100), ("done", 100)], (State.DONE, 100), id="all done"),
        pytest.param([("done", 100), ("not_started", 0)], (State.IN_PROGRESS, 50), id="half done"),
        pytest.param([("done", 100), ("cancelled", 0)], (State.DONE, 100), id="who was let off does not count"),
        pytest.param([("cancelled", 0)], (State.CANCELLED, 0), id="all let off"),
        pytest.param([("not_started", 0), ("not_started", 0)], (State.NOT_STARTED, 0), id="nobody began"),
        pytest.param(
            [("done", 100)] * 199 + [("in_progress", 99)], (State.IN_PROGRESS, 99), id="never 100 before done"
        ),
    ],
)
def test_roll_up(shares: list[tuple[str, int]], expected: tuple[State, int]) -> None:
    found = rules.roll_up([Share(State(state), progress) for state, progress in shares])
    assert (found.state, found.progress) == expected


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [
        ("not_started", "done", True),
        ("done", "in_progress", True),
        ("done", "not_started", False),
        ("done", "cancelled", False),
        ("cancelled", "not_started", True),
        ("cancelled", "done", False),
    ],
)
def test_may_become(now: str, then: str, expected: bool) -> None:
    assert rules.may_become(State(now), State(then)) is expected


@pytest.mark.parametrize(
    ("state", "given", "expected"),
    [("done", 40, 100), ("not_started", 40, 0), ("in_progress", 100, 99), ("in_progress", -5, 0)],
)
def test_settled_progress(state: str, given: int, expected: int) -> None:
    assert rules.settled_progress(State(state), given) == expected


CLEAR = Facts(
    what="Tham mưu ban hành kế hoạch", leads=("Sở Ngoại vụ",), known_leads=1, known_others=2, timed=True,
    product="Kế hoạch", authority="UBND tỉnh",
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, (), id="clear"),
        pytest.param({"product": ""}, (Clarity.PRODUCT,), id="no product"),
        pytest.param({"timed": False, "authority": ""}, (Clarity.TIME, Clarity.AUTHORITY), id="no time, no authority"),
        pytest.param({"leads": (), "known_leads": 0}, (Clarity.RESPONSIBILITY,), id="only coordinating agencies"),
        pytest.param(
            {"leads": (), "known_leads": 0, "known_others": 0}, (Clarity.PERSON, Clarity.RESPONSIBILITY), id="nobody"
        ),
        pytest.param({"leads": ("Sở A", "Sở B"), "known_leads": 2}, (Clarity.RESPONSIBILITY,), id="two in charge"),
        pytest.param({"leads": ("Các sở, ban, ngành cấp tỉnh",), "known_leads": 20}, (), id="a group, each its part"),
        pytest.param({"leads": ("các đơn vị liên quan",)}, (Clarity.RESPONSIBILITY,), id="whoever feels concerned"),
        pytest.param({"what": "Tăng cường hợp tác", "product": ""}, (Clarity.WORK, Clarity.PRODUCT), id="vague"),
        pytest.param({"what": "Tăng cường hợp tác"}, (), id="vague words with a product"),
    ],
)
def test_missing_clarity(changes: dict[str, object], expected: tuple[Clarity, ...]) -> None:
    facts = {name: getattr(CLEAR, name) for name in Facts.__slots__} | changes
    assert rules.missing_clarity(Facts(**facts)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tiếp tục triển khai hiệu quả Nghị quyết số 57-NQ/TW ngày 22/12/2024", "tiếp tục"),
        ("Tăng cường phổ biến kiến thức về các cam kết", "tăng cường"),
        ("phối hợp tăng cường công tác đảm bảo an ninh", "tăng cường"),
        ("Phối hợp với Sở Ngoại vụ và các đơn vị tăng cường quảng bá", "tăng cường"),
        ("Chủ động, tích cực đẩy mạnh hội nhập giai đoạn 2026 - 2030", "đẩy mạnh"),
        ("Triển khai thực hiện có hiệu quả công tác thông tin đối ngoại", "triển khai thực hiện có hiệu quả"),
        ("Tiếp tục tổ chức 02 lớp tập huấn", None),
        ("Tăng cường giải ngân vốn viện trợ", None),
        ("Tham mưu kiện toàn Ban Chỉ đạo", None),
        ("Báo cáo kết quả trước ngày 25/5", None),
        ("Đẩy mạnh hợp tác, ký kết thỏa thuận với tỉnh Khăm Muộn", None),
        ("", None),
    ],
)
def test_vague_words(text: str, expected: str | None) -> None:
    assert rules.vague_words(text) == expected
    assert rules.is_vague(text) is (expected is not None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tham mưu UBND tỉnh ban hành kế hoạch", "UBND tỉnh"),
        ("định kỳ báo cáo Tỉnh ủy, UBND tỉnh kết quả", "Tỉnh ủy"),
        ("báo cáo về Sở Ngoại vụ để tổng hợp", "Sở Ngoại vụ"),
        ("Tăng cường công tác tuyên truyền", ""),
    ],
)
def test_authority_in(text: str, expected: str) -> None:
    assert rules.authority_in(text) == expected


@pytest.mark.parametrize(
    ("due", "excluded", "kept"),
    [
        pytest.param(
            Due(Rhythm.ONCE, 5, 25, 2026, "trước ngày 25/5"), date(2026, 5, 24), date(2026, 5, 25), id="before"
        ),
        pytest.param(
            Due(Rhythm.ONCE, 5, 25, None, "chậm nhất ngày 25/5"),
            date(2026, 5, 25),
            date(2026, 5, 25),
            id="at the latest",
        ),
        pytest.param(
            Due(Rhythm.ONCE, 6, None, 2026, "trước tháng 6/2026"), date(2026, 5, 31), date(2026, 6, 30), id="month"
        ),
        pytest.param(
            Due(Rhythm.ONCE, 6, None, 2026, "tháng 6/2026"), date(2026, 6, 30), date(2026, 6, 30), id="in a month"
        ),
        pytest.param(
            Due(Rhythm.ONCE, 9, None, 2026, "trong quý III"), date(2026, 9, 30), date(2026, 9, 30), id="quarter"
        ),
        pytest.param(
            Due(Rhythm.ONCE, 9, None, 2026, "trước quý III"), date(2026, 6, 30), date(2026, 9, 30), id="before it"
        ),
        pytest.param(
            Due(Rhythm.ONCE, 3, None, 2026, "trước quý I"), date(2025, 12, 31), date(2026, 3, 31), id="new year"
        ),
        pytest.param(
            Due(Rhythm.ONCE, None, None, 2030, "đến hết năm 2030"), date(2030, 12, 31), date(2030, 12, 31), id="year"
        ),
        pytest.param(
            Due(Rhythm.ONCE, None, None, 2030, "trước năm 2030"), date(2029, 12, 31), date(2030, 12, 31), id="ere"
        ),
        pytest.param(
            Due(Rhythm.ONCE, 2, 30, 2026, "ngày 30/2"), date(2026, 2, 28), date(2026, 2, 28), id="no such day"
        ),
        pytest.param(Due(Rhythm.PERMANENT), None, None, id="no date"),
    ],
)
def test_last_day(due: Due, excluded: date | None, kept: date | None) -> None:
    assert rules.last_day(due, year=2026, before_excludes_day=True) == excluded
    assert rules.last_day(due, year=2026, before_excludes_day=False) == kept


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        pytest.param(Due(Rhythm.YEAR, 11, 5, None, "trước ngày 05/11"), ["2026-11-04"], id="yearly"),
        pytest.param(Due(Rhythm.YEAR), ["2026-12-31"], id="yearly, no date"),
        pytest.param(Due(Rhythm.HALF_YEAR, 5, 25, None, "ngày 25/5"), ["2026-05-25", "2026-11-25"], id="half-yearly"),
        pytest.param(Due(Rhythm.HALF_YEAR), ["2026-06-30", "2026-12-31"], id="half-yearly, no date"),
        pytest.param(
            Due(Rhythm.QUARTER, None, 20, None, "trước ngày 20 của tháng cuối quý"),
            ["2026-03-19", "2026-06-19", "2026-09-19", "2026-12-19"], id="quarterly",
        ),
        pytest.param(Due(Rhythm.QUARTER, 1, 10), ["2026-01-10", "2026-04-10", "2026-07-10", "2026-10-10"], id="from"),
        pytest.param(Due(Rhythm.YEAR, 1, 1, None, "trước ngày 01/01"), ["2026-12-31"], id="before new year's day"),
        pytest.param(Due(Rhythm.ONCE, 6, 15, 2026, "ngày 15/6/2026"), ["2026-06-15"], id="once"),
        pytest.param(Due(Rhythm.ONCE, 6, 15, 2027, "ngày 15/6/2027"), [], id="once, another year"),
        pytest.param(Due(Rhythm.AD_HOC), [], id="ad hoc"),
    ],
)  # fmt: skip
def test_due_dates(due: Due, expected: list[str]) -> None:
    found = rules.due_dates(due, start=date(2026, 1, 1), end=date(2026, 12, 31), before_excludes_day=True)
    assert [day.isoformat() for day in found] == expected


def test_monthly_dates_end_with_short_months() -> None:
    found = rules.due_dates(Due(Rhythm.MONTH), start=date(2026, 1, 1), end=date(2026, 3, 31), before_excludes_day=True)
    assert found == (date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("due", "after", "expected"),
    [
        pytest.param(Due(Rhythm.HALF_YEAR, 5, 25, None, "trước ngày 25/5"), "2026-05-24", "2026-11-24", id="half-year"),
        pytest.param(Due(Rhythm.YEAR, 11, 5), "2026-11-05", "2027-11-05", id="next year"),
        pytest.param(Due(Rhythm.PERMANENT), "2026-05-24", None, id="nothing follows"),
    ],
)
def test_next_due(due: Due, after: str, expected: str | None) -> None:
    found = rules.next_due(due, after=date.fromisoformat(after), before_excludes_day=True)
    assert (found.isoformat() if found else None) == expected


@pytest.mark.parametrize(
    ("headings", "text", "expected"),
    [
        (["Nâng cao hiệu quả hội nhập kinh tế quốc tế"], "", "economy"),
        (["Tăng cường công tác biên giới"], "", "border"),
        (["Hội nhập quốc tế về chính trị, quốc phòng, an ninh"], "", "politics"),
        (["Triển khai công tác thông tin đối ngoại"], "", "information"),
        (["Sở Tài chính", "TỔ CHỨC THỰC HIỆN"], "Xúc tiến đầu tư vào khu công nghiệp", "economy"),
        (["Công an tỉnh"], "Quản lý xuất nhập cảnh", "consular"),
        (["13. Đề nghị UBMTTQ tỉnh"], "vận động người Việt Nam ở nước ngoài", "diaspora"),
        (["TỔ CHỨC THỰC HIỆN"], "Bố trí phương tiện", ""),
    ],
)
def test_field_of(headings: list[str], text: str, expected: str) -> None:
    assert rules.field_of(headings, text) == expected


def test_vocabulary_leads_to_known_codes() -> None:
    assert {row[0] for row in lexicon.rows("fields")} == set(rules.FIELDS)
    assert {row[0] for row in lexicon.rows("pillars")} == set(rules.PILLARS)
    assert {row[1] for row in lexicon.rows("vague")} == {"manner", "vague", "result"}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [(("Đối ngoại nhân dân",), "people"), (("", "Sở Ngoại vụ"), "state"), (("Sở Y tế",), "")],
)
def test_pillar_of(texts: tuple[str, ...], expected: str) -> None:
    assert rules.pillar_of(*texts) == expected
