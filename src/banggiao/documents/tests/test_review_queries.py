"""What the review shows, in how many queries."""

from __future__ import annotations

from datetime import timedelta

import pytest

from banggiao.documents.models import Finding
from banggiao.documents.queries.changes import changes_of, changes_since, others_here
from banggiao.documents.queries.paper import PaperTable, Paragraph
from banggiao.documents.queries.review import findings_for_review, undoable
from banggiao.documents.queries.suggesting import suggested_owners
from banggiao.documents.rules import FindingKind, FindingState
from banggiao.documents.services.findings import finding_accept, finding_add, finding_drop, finding_merge
from banggiao.documents.services.presence import presence_mark
from banggiao.documents.services.undo import finding_undo
from banggiao.testing.accounts import make_actor
from banggiao.testing.agencies import make_agency
from banggiao.testing.documents import NOW, make_document, make_finding, make_read_plan

pytestmark = pytest.mark.django_db


def listed(changes):
    return [finding for section in changes.sections for finding in section.findings]


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
    assert marked == {finding.id for finding in (*review.findings, *review.unassigned)}


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


def test_two_people_see_each_others_changes_and_each_others_undoing():
    reviewer, document = make_actor(), make_document()
    finding = make_finding(document)
    seen = findings_for_review(document).revision
    finding_accept(by=reviewer, finding_id=finding.pk, version=1, now=NOW)
    accepted = changes_since(document, revision=seen, since=NOW)
    assert accepted is not None
    assert [(row.id, row.state) for row in listed(accepted)] == [(finding.pk, FindingState.ACCEPTED)]
    finding_undo(by=reviewer, document_id=document.pk, now=NOW)
    undone = changes_since(document, revision=accepted.revision, since=NOW)
    assert undone is not None
    assert [(row.id, row.state) for row in listed(undone)] == [(finding.pk, FindingState.PROPOSED)]
    assert changes_since(document, revision=undone.revision, since=NOW) is None


def test_what_waited_long_for_its_turn_to_be_written_is_not_missed():
    reviewer, document = make_actor(), make_document()
    finding = make_finding(document)
    seen = findings_for_review(document).revision
    finding_drop(by=reviewer, finding_id=finding.pk, version=1, now=NOW - timedelta(seconds=20))
    changes = changes_since(document, revision=seen, since=NOW)
    assert changes is not None
    assert [row.id for row in listed(changes)] == [finding.pk]


def test_what_was_merged_away_is_gone_and_the_paragraphs_are_set_anew():
    reviewer, document = make_actor(), make_read_plan()
    duties = [row for row in findings_for_review(document).findings if row.kind == FindingKind.ASSIGNMENT]
    one, two = duties[0], duties[1]
    merged = finding_merge(by=reviewer, versions=[(one.id, one.version), (two.id, two.version)], now=NOW)
    changes = changes_of(document, Finding.objects.filter(pk__in=(one.id, two.id)))
    assert changes.gone == (two.id,)
    assert [row.id for row in listed(changes)] == [one.id]
    covered = [paragraph for paragraph in changes.paragraphs if merged.span_start <= paragraph.start < merged.span_end]
    assert len(covered) >= 1
    assert all(one.id in segment.finding_ids for paragraph in covered for segment in paragraph.segments[1:-1])


def test_content_that_is_given_to_somebody_leaves_and_comes_back_when_that_is_undone():
    reviewer, document = make_actor(), make_read_plan()
    item = next(item for item in findings_for_review(document).unassigned if "viện trợ" in item.text)
    added = finding_add(
        by=reviewer, document_id=document.pk, kind=FindingKind.ASSIGNMENT, start=item.start, end=item.end, now=NOW
    )
    assert changes_of(document, [added]).gone == (item.id,)
    touched = finding_undo(by=reviewer, document_id=document.pk, now=NOW)
    back = changes_of(document, touched)
    assert [free.id for free in back.unassigned] == [item.id]
    assert back.gone == (added.pk,)


def test_whoever_looked_a_moment_ago_is_here_and_nobody_is_here_for_themselves():
    first, second, document = make_actor(), make_actor(), make_document()
    presence_mark(by=first, document_id=document.pk, now=NOW)
    presence_mark(by=second, document_id=document.pk, now=NOW)
    assert others_here(document, first, now=NOW) == [second.name]
    assert others_here(document, first, now=NOW + timedelta(minutes=1)) == []
    presence_mark(by=second, document_id=document.pk, now=NOW + timedelta(minutes=1))
    assert others_here(document, first, now=NOW + timedelta(minutes=1)) == [second.name]


def test_agencies_with_duties_near_to_unassigned_content_are_suggested():
    finance, police, document = make_agency(name="Sở Tài chính"), make_agency(name="Công an tỉnh"), make_document()
    for agency, words in ((finance, "Quản lý vốn viện trợ phi chính phủ nước ngoài"), (police, "Bảo đảm an ninh")):
        mention = {"written": agency.name, "agency_id": agency.pk}
        make_finding(document, words, fields={"agencies": [mention]})
    item = make_finding(document, "Vận động viện trợ phi chính phủ nước ngoài", kind=FindingKind.CONTENT)
    suggested = suggested_owners(findings_for_review(document))
    assert [one.agency.name for one in suggested[item.pk]] == ["Sở Tài chính"]


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
    with django_assert_num_queries(4):
        findings_for_review(document)
