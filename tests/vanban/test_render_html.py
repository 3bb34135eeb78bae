"""Pages that stand alone, whatever the text holds."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vanban.plans import plan
from tests.vanban.test_render_json import NODES, READING
from vanban.findings import Assignment, Citation, Letterhead, Warning
from vanban.matching.comparison import compare
from vanban.matching.coverage import coverage
from vanban.render.html import comparison_as_html, coverage_as_html, reading_as_html
from vanban.render.marks import Mark, by_block, marked, pieces
from vanban.render.page import escape

HOSTILE = "</title><script>alert(1)</script>\" onmouseover='x' &amp; \x00\x1b\u202e\ud800 javascript:"


class Page(HTMLParser):
    """What a browser would make of a page: tags, ids, links, text of the document; fails where tags do not nest."""

    VOID = frozenset({"meta", "br"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.titles: list[str] = []
        self.words: dict[str, str] = {}
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href":
                self.links.append(value or "")
            elif name == "title":
                self.titles.append(value or "")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.words[tag] = self.words.get(tag, "") + data


PAGES = [
    pytest.param(reading_as_html(READING), id="reading"),
    pytest.param(coverage_as_html(coverage(READING), READING), id="coverage"),
    pytest.param(
        comparison_as_html(compare(READING, plan({"II": "", "II/1": "Khác."})), READING, READING), id="comparison"
    ),
]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_needs_nothing_outside_itself(page: str) -> None:
    found = Page(page)
    assert not {"script", "link", "img", "iframe", "object"} & found.tags
    assert all(link.startswith("#") for link in found.links)
    assert not re.search(r"https?:|@import|url\(", page)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_one_place_on_its_page(page: str) -> None:
    found = Page(page)
    assert len(found.ids) == len(set(found.ids)) and {link[1:] for link in found.links} <= set(found.ids)


def test_the_whole_text_stands_on_the_page() -> None:
    shown = Page(reading_as_html(READING)).words["article"]
    assert shown.split() == READING.text.split()


def test_tooltips_name_the_findings() -> None:
    titles = "\n".join(Page(reading_as_html(READING)).titles)
    for said in ("Viện dẫn: Kết luận 57-KL/TW", "Nhiệm vụ: Sở Nội vụ", "Chỉ tiêu: 30 - 50 tỷ đồng", "Cần xem lại"):
        assert said in titles


def test_doubtful_findings_are_dotted_and_say_why() -> None:
    doubtful = Assignment("II/1", ("Sở Nôi vụ",), "lead", (), "Mở lớp.", (9, 14), confidence=0.6, doubts=("tên lạ",))
    page = reading_as_html(plan(NODES, assignments=(doubtful,)))
    assert 'class="m assignment unsure"' in page and "chưa chắc (60%): tên lạ" in page


def test_hostile_text_stays_text() -> None:
    nodes = {"II": HOSTILE, "II/1": HOSTILE, "III": "", "III.1": HOSTILE, "III.1/1": HOSTILE}
    reading = plan(
        nodes,
        [("III.1/1", (HOSTILE,), HOSTILE)],
        notes=(HOSTILE,),
        letterhead=Letterhead(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, recipients=(HOSTILE,)),
        citations=(Citation(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, (0, 30), HOSTILE, confidence=0.1),),
        warnings=(Warning("code", HOSTILE, HOSTILE, (2, 9)),),
    )
    pages = [
        reading_as_html(reading, HOSTILE),
        coverage_as_html(coverage(reading), reading),
        comparison_as_html(compare(reading, READING), reading, READING),
    ]
    for page in pages:
        found = Page(page)
        assert "script" not in found.tags and page.encode() and not re.search("[\x00\x1b\u202e]", page)


def test_escaping_leaves_no_mark_up_and_keeps_vietnamese() -> None:
    assert escape("<b>\"'&") == "&lt;b&gt;&quot;&#39;&amp;"
    assert escape("Uỷ ban – “đối ngoại”\n\t") == "Uỷ ban – “đối ngoại”\n\t"


TEXT = "Sở Ngoại vụ thực hiện Kết luận số 57-KL/TW trước ngày 25/5."
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda pair: (min(pair), max(pair)))
MARKS = st.lists(st.builds(Mark, st.sampled_from(["citation", "assignment", "agency"]), SPANS, st.just("nhãn"))).map(
    lambda marks: [mark._replace(anchor=f"m{number}") for number, mark in enumerate(marks)]
)


@given(MARKS)
def test_pieces_cover_the_text_once_and_know_what_lies_on_them(marks: list[Mark]) -> None:
    cut = list(pieces(marks, 0, len(TEXT)))
    assert "".join(TEXT[piece.start : piece.end] for piece in cut) == TEXT
    for piece in cut:
        on = {mark.anchor for mark in marks if mark.span[0] <= piece.start < mark.span[1]}
        assert {mark.anchor for mark in piece.marks} == on


@given(MARKS, st.lists(st.integers(1, len(TEXT) - 1), unique=True))
def test_marks_nest_and_keep_the_text_however_they_overlap(marks: list[Mark], borders: list[int]) -> None:
    edges = [0, *sorted(borders), len(TEXT)]
    blocks = list(pairwise(edges))
    page = "".join(
        f"<p>{marked(TEXT, own, start, end)}</p>"
        for (start, end), own in zip(blocks, by_block(marks, blocks), strict=True)
    )
    found = Page(page)
    assert found.words["p"] == TEXT
    assert sorted(found.ids) == sorted(mark.anchor for mark in marks if mark.span[0] < mark.span[1])


def test_rows_of_a_table_are_set_as_a_table() -> None:
    text = "PHỤ LỤC\n| TT | Nhiệm vụ |\n| 1 | Mở lớp <b> |\nNơi nhận:\n| |\n|"
    page = reading_as_html(plan({}, text=text))
    assert page.count("<table") == 2 and page.count("<tr>") == 3 and page.count("<td>") == 5
    assert "".join(Page(page).words["article"].split()) == "PHỤLỤCTTNhiệmvụ1Mởlớp<b>Nơinhận:|"


def test_marks_in_a_table_stay_in_their_cells() -> None:
    text = "| 1 | Mở lớp | Sở Nội vụ |"
    duty = Assignment("PL/1", ("Sở Nội vụ",), "lead", (), "Mở lớp", (6, 24), agency_spans=((15, 24),))
    page = reading_as_html(plan({}, text=text, assignments=(duty,)))
    assert Page(page).ids.count("a1") == 1 and page.count('class="m assignment agency"') == 1


def test_long_runs_of_anything_are_set_in_linear_time() -> None:
    for text in (" " * 100_000 + "x", "|" * 50_000, "\n" * 100_000, "| a " * 20_000):
        assert reading_as_html(plan({}, text=text))


def test_pages_of_the_source_are_marked_where_they_begin() -> None:
    reading = plan(NODES, pages=(0, 14, 30))
    shown = Page(reading_as_html(reading)).words["article"]
    assert "trang 2" in shown and "trang 3" in shown and "trang 1" not in shown
    assert re.sub(r"trang \d", "", shown).replace("\n", "").replace(" ", "") == "".join(reading.text.split())
