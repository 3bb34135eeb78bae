"""What the review shows, in how many queries."""

from __future__ import annotations

import pytest

from banggiao.documents.models import Finding
from banggiao.documents.queries.paper import PaperTable, Paragraph
from banggiao.documents.queries.review import findings_for_review, review_changes, undoable
from banggiao.documents.rules import FindingKind, FindingState
from banggiao.documents.services.findings import finding_accept, finding_add, finding_drop
from banggiao.testing.accounts import make_actor
from banggiao.testing.documents import NOW, make_document, make_finding, make_read_plan

pytestmark = pytest.mark.django_db


def test_findings_stand_in_reading_order_under_their_headings():
    review = findings_for_review(make_read_plan())
    titles = [section.title for section in review.sections]
    assert titles[-3:] == ["Sở Ngoại vụ", "Sở Tài chính", "Công an tỉnh"]
    starts = [finding.start for section in review.sections for finding in section.findings]
    assert starts == sorted(starts)
    assert review.sections[-1].above == ("TỔ CHỨC THỰC HIỆN",)


def test_the_segments_together_are_the_text_and_never_overlap():
    document = make_read_plan()
    review = findings_for_review(document)
    text = document.reading.text
    end = 0
    for page in review.pages:
        for part in page.parts:
            assert isinstance(part, Paragraph)
            for segment in part.segments:
                assert segment.start >= end
                assert text[end : segment.start].strip() == ""
                assert segment.text == text[segment.start : segment.end]
                end = segment.end
    assert text[end:].strip() == ""


def test_every_finding_that_was_not_dropped_lies_on_the_text():
    review = findings_for_review(make_read_plan())
    marked = {
        finding_id
        for page in review.pages
        for part in page.parts
        if isinstance(part, Paragraph)
        for segment in part.segments
        for finding_id in segment.finding_ids
    }
    assert marked == {finding.id for section in review.sections for finding in section.findings}


def test_cells_become_tables():
    document = make_document("Mở đầu\n| Nội dung | Cơ quan |\n| Họp | Sở Ngoại vụ |\nHết")
    parts = findings_for_review(document).pages[0].parts
    table = parts[1]
    assert isinstance(table, PaperTable)
    assert [len(row) for row in table.rows] == [2, 2]
    assert isinstance(parts[2], Paragraph)


def test_content_that_nobody_bears_stands_apart_until_a_duty_is_made_of_it():
    reviewer, document = make_actor(), make_read_plan()
    before = findings_for_review(document).unassigned
    item = next(item for item in before if "viện trợ" in item.text)
    finding_add(
        by=reviewer, document_id=document.pk, kind=FindingKind.ASSIGNMENT, start=item.start, end=item.end, now=NOW
    )
    after = findings_for_review(document).unassigned
    assert item.id not in {left.id for left in after}
    assert len(after) == len(before) - 1


def test_progress_counts_what_is_decided_and_what_is_left():
    reviewer, document = make_actor(), make_document()
    one, two = make_finding(document, "Chủ trì"), make_finding(document, "Tổng hợp")
    make_finding(document, "Tham mưu", confidence=0.3)
    finding_accept(by=reviewer, finding_id=one.pk, version=1, now=NOW)
    finding_drop(by=reviewer, finding_id=two.pk, version=1, now=NOW)
    progress = findings_for_review(document).progress
    assert (progress.total, progress.accepted, progress.dropped, progress.left, progress.doubtful) == (3, 1, 1, 1, 1)
    assert progress.percent == 66


def test_two_people_see_each_others_changes():
    reviewer, document = make_actor(), make_document()
    finding = make_finding(document)
    seen = findings_for_review(document).last_change
    finding_accept(by=reviewer, finding_id=finding.pk, version=1, now=NOW)
    changes = review_changes(document, after=seen)
    assert [(row.id, row.state) for row in changes.findings] == [(finding.pk, FindingState.ACCEPTED)]
    assert changes.people == (reviewer.name,)
    assert review_changes(document, after=changes.last_change).findings == ()


def test_undo_is_offered_to_who_did_something():
    reviewer, document = make_actor(), make_document()
    assert undoable(document, reviewer) == (False, False)
    finding_accept(by=reviewer, finding_id=make_finding(document).pk, version=1, now=NOW)
    assert undoable(document, reviewer) == (True, False)
    assert undoable(document, make_actor()) == (False, False)


def test_the_number_of_queries_does_not_grow_with_the_findings(django_assert_num_queries):
    document = make_read_plan()
    for finding in Finding.objects.filter(kind=FindingKind.ASSIGNMENT):
        finding.fields["agencies"] = [{"written": "Sở Ngoại vụ", "agency_id": 1}, {"written": "các sở", "group_id": 1}]
        finding.save()
    assert Finding.objects.count() > 20
    with django_assert_num_queries(5):
        findings_for_review(document)
