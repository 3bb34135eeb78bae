"""What reviewers do to findings: accept, drop, edit, split, merge, add; and that nobody overwrites anybody."""

from __future__ import annotations

from datetime import timedelta

import pytest

from banggiao.accounts.access import NotAllowed
from banggiao.documents.models import Citation, Document, Finding, FindingChange
from banggiao.documents.rules import DocumentState, FindingKind, FindingState, InvalidFields
from banggiao.documents.services.findings import (
    ReviewError,
    StaleFinding,
    finding_accept,
    finding_add,
    finding_drop,
    finding_edit,
    finding_merge,
    finding_split,
    findings_accept_above,
)
from banggiao.documents.services.undo import finding_redo, finding_undo
from banggiao.testing.accounts import make_actor
from banggiao.testing.agencies import make_agency
from banggiao.testing.documents import NOW, make_document, make_finding, make_read_plan

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(minutes=1)


def test_an_accepted_finding_says_who_accepted_it_and_gets_a_new_version():
    reviewer, document = make_actor(), make_document()
    finding = make_finding(document)
    finding_accept(by=reviewer, finding_id=finding.pk, version=1, now=NOW)
    finding.refresh_from_db()
    assert (finding.state, finding.version, finding.changed_by_id) == (FindingState.ACCEPTED, 2, reviewer.user_id)


def test_accepting_twice_changes_nothing():
    reviewer, finding = make_actor(), make_finding(make_document())
    finding_accept(by=reviewer, finding_id=finding.pk, version=1, now=NOW)
    finding_accept(by=reviewer, finding_id=finding.pk, version=2, now=NOW)
    finding.refresh_from_db()
    assert (finding.version, FindingChange.objects.count()) == (2, 1)


def test_who_saw_an_older_version_learns_who_was_faster_and_nothing_is_overwritten():
    first, second = make_actor(), make_actor()
    finding = make_finding(make_document())
    finding_edit(by=first, finding_id=finding.pk, version=1, fields={"product": "Báo cáo"}, now=NOW)
    with pytest.raises(StaleFinding) as stale:
        finding_edit(by=second, finding_id=finding.pk, version=1, fields={"product": "Tờ trình"}, now=LATER)
    finding.refresh_from_db()
    assert finding.fields["product"] == "Báo cáo"
    assert stale.value.by == first.name
    assert stale.value.fields == ("product",)
    assert first.name in str(stale.value)


def test_an_edit_keeps_the_other_fields_and_settles_the_doubts():
    reviewer = make_actor()
    finding = make_finding(make_document(), doubts=["Tên cơ quan không có trong danh mục."], confidence=0.4)
    finding_edit(by=reviewer, finding_id=finding.pk, version=1, fields={"deadline_date": "2026-11-15"}, now=NOW)
    finding.refresh_from_db()
    assert finding.fields["deadline_date"] == "2026-11-15"
    assert finding.fields["role"] == "lead"
    assert (finding.doubts, finding.confidence, finding.state) == ([], 1.0, FindingState.EDITED)


def test_a_wrong_value_is_refused_in_words_and_nothing_is_kept():
    reviewer, finding = make_actor(), make_finding(make_document())
    with pytest.raises(InvalidFields, match="25/5/2026"):
        finding_edit(by=reviewer, finding_id=finding.pk, version=1, fields={"deadline_date": "mai"}, now=NOW)
    finding.refresh_from_db()
    assert finding.version == 1


def test_a_sentence_is_split_where_the_cursor_stands_and_both_parts_keep_their_agencies():
    reviewer, document = make_actor(), make_document()
    words = "Tham mưu bố trí kinh phí thực hiện các hoạt động đối ngoại; chủ trì tổ chức hội nghị xúc tiến đầu tư."
    agencies = [{"written": "Sở Tài chính", "confidence": 1.0}]
    finding = make_finding(document, words, fields={"agencies": agencies})
    at = document.reading.text.index("chủ trì tổ chức")
    first, second = finding_split(by=reviewer, finding_id=finding.pk, version=1, at=at, now=NOW)
    text = document.reading.text
    assert text[first.span_start : first.span_end].endswith("đối ngoại;")
    assert text[second.span_start : second.span_end].startswith("chủ trì tổ chức")
    assert first.fields["agencies"] == second.fields["agencies"] != []
    assert second.fields["what"] == "chủ trì tổ chức hội nghị xúc tiến đầu tư."
    assert first.order < second.order


@pytest.mark.parametrize("at", [0, 10**6])
def test_a_split_outside_the_sentence_is_refused(at: int):
    reviewer, finding = make_actor(), make_finding(make_document())
    with pytest.raises(ReviewError, match="giữa câu"):
        finding_split(by=reviewer, finding_id=finding.pk, version=1, at=at, now=NOW)


def test_merged_findings_become_the_first_with_all_words_and_agencies():
    reviewer, document = make_actor(), make_document()
    one = make_finding(document, "Chủ trì", fields={"agencies": [{"written": "Sở Ngoại vụ"}]})
    two = make_finding(
        document, "Tổng hợp", fields={"agencies": [{"written": "sở ngoại vụ"}, {"written": "Công an tỉnh"}]}
    )
    merged = finding_merge(by=reviewer, versions=[(two.pk, 1), (one.pk, 1)], now=NOW)
    two.refresh_from_db()
    assert (merged.pk, two.live) == (one.pk, False)
    assert merged.fields["what"] == "Chủ trì Tổng hợp"
    assert [agency["written"] for agency in merged.fields["agencies"]] == ["Sở Ngoại vụ", "Công an tỉnh"]
    assert (merged.span_start, merged.span_end) == (one.span_start, two.span_end)


def test_findings_of_different_kinds_do_not_merge():
    reviewer, document = make_actor(), make_document()
    one, two = make_finding(document), make_finding(document, kind=FindingKind.TARGET)
    with pytest.raises(ReviewError, match="cùng loại"):
        finding_merge(by=reviewer, versions=[(one.pk, 1), (two.pk, 1)], now=NOW)


def test_selected_text_becomes_a_finding_in_its_place():
    reviewer, document = make_actor(), make_document()
    above = make_finding(document, "Chủ trì, phối hợp")
    text = document.reading.text
    start = text.index(" Bảo đảm an ninh")
    added = finding_add(
        by=reviewer, document_id=document.pk, kind=FindingKind.ASSIGNMENT, start=start, end=start + 17, now=NOW
    )
    assert added.text == added.fields["what"] == "Bảo đảm an ninh,"
    assert text[added.span_start : added.span_end] == added.text
    assert added.added and added.order > above.order


def test_nothing_selected_is_nothing_added():
    reviewer, document = make_actor(), make_document()
    with pytest.raises(ReviewError, match="bôi đen"):
        finding_add(by=reviewer, document_id=document.pk, kind=FindingKind.TARGET, start=5, end=5, now=NOW)


def test_all_that_is_sure_is_accepted_at_once_and_doubtful_ones_stay():
    reviewer, document = make_actor(), make_document()
    sure = make_finding(document, "Chủ trì", confidence=0.95)
    unsure = make_finding(document, "Tổng hợp", confidence=0.5)
    doubted = make_finding(document, "Tham mưu", doubts=["Không rõ ai."])
    assert findings_accept_above(by=reviewer, document_id=document.pk, confidence=0.9, now=NOW) == 1
    states = {row.pk: row.state for row in Finding.objects.all()}
    assert states == {
        sure.pk: FindingState.ACCEPTED,
        unsure.pk: FindingState.PROPOSED,
        doubted.pk: FindingState.PROPOSED,
    }
    finding_undo(by=reviewer, document_id=document.pk, now=LATER)
    assert set(Finding.objects.values_list("state", flat=True)) == {FindingState.PROPOSED}


def test_undo_walks_back_through_ones_own_acts_and_redo_forward():
    reviewer, document = make_actor(), make_document()
    finding = make_finding(document)
    finding_edit(by=reviewer, finding_id=finding.pk, version=1, fields={"product": "Báo cáo"}, now=NOW)
    finding_drop(by=reviewer, finding_id=finding.pk, version=2, now=NOW)
    seen = []
    for act in (finding_undo, finding_undo, finding_redo, finding_redo):
        act(by=reviewer, document_id=document.pk, now=LATER)
        finding.refresh_from_db()
        seen.append((finding.fields["product"], finding.state))
    assert seen == [
        ("Báo cáo", FindingState.EDITED),
        ("", FindingState.PROPOSED),
        ("Báo cáo", FindingState.EDITED),
        ("Báo cáo", FindingState.DROPPED),
    ]
    assert finding.version == 7


def test_undo_of_a_split_and_of_a_merge_leaves_what_was_there():
    reviewer, document = make_actor(), make_document()
    finding = make_finding(document, "Tổng hợp kết quả, báo cáo UBND tỉnh")
    at = document.reading.text.index("báo cáo UBND")
    first, second = finding_split(by=reviewer, finding_id=finding.pk, version=1, at=at, now=NOW)
    finding_merge(by=reviewer, versions=[(first.pk, first.version), (second.pk, second.version)], now=NOW)
    finding_undo(by=reviewer, document_id=document.pk, now=LATER)
    assert Finding.objects.filter(live=True).count() == 2
    finding_undo(by=reviewer, document_id=document.pk, now=LATER)
    left = Finding.objects.get(live=True)
    assert (left.pk, left.text) == (finding.pk, "Tổng hợp kết quả, báo cáo UBND tỉnh")


def test_what_somebody_else_went_on_with_is_not_undone():
    first, second = make_actor(), make_actor()
    document = make_document()
    finding = make_finding(document)
    finding_accept(by=first, finding_id=finding.pk, version=1, now=NOW)
    finding_drop(by=second, finding_id=finding.pk, version=2, now=NOW)
    with pytest.raises(StaleFinding):
        finding_undo(by=first, document_id=document.pk, now=LATER)
    finding.refresh_from_db()
    assert finding.state == FindingState.DROPPED


def test_the_undo_of_one_person_does_not_touch_the_acts_of_another():
    first, second = make_actor(), make_actor()
    document = make_document()
    one, two = make_finding(document, "Chủ trì"), make_finding(document, "Tổng hợp")
    finding_accept(by=first, finding_id=one.pk, version=1, now=NOW)
    finding_accept(by=second, finding_id=two.pk, version=1, now=NOW)
    finding_undo(by=first, document_id=document.pk, now=LATER)
    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.state, two.state) == (FindingState.PROPOSED, FindingState.ACCEPTED)


def test_nothing_to_undo_is_said():
    with pytest.raises(ReviewError, match="hoàn tác"):
        finding_undo(by=make_actor(), document_id=make_document().pk, now=NOW)


@pytest.mark.parametrize("role", ["focal_point", "leader", "viewer"])
def test_only_coordinators_and_administrators_decide(role: str):
    finding = make_finding(make_document())
    with pytest.raises(NotAllowed):
        finding_accept(
            by=make_actor(role=role, agency=make_agency() if role == "focal_point" else None),
            finding_id=finding.pk,
            version=1,
            now=NOW,
        )


def test_a_confirmed_plan_is_not_changed():
    finding = make_finding(make_document(state=DocumentState.CONFIRMED))
    with pytest.raises(NotAllowed, match="đã được xác nhận"):
        finding_drop(by=make_actor(), finding_id=finding.pk, version=1, now=NOW)


def test_a_dropped_citation_takes_its_link_and_a_lonely_entry_with_it_and_undo_brings_them_back():
    reviewer, document = make_actor(), make_read_plan()
    finding = Finding.objects.get(kind=FindingKind.CITATION, fields__number="15-CT/TW")
    assert Document.objects.filter(number="15-CT/TW").exists()
    finding_drop(by=reviewer, finding_id=finding.pk, version=1, now=NOW)
    assert not Document.objects.filter(number="15-CT/TW").exists()
    finding_undo(by=reviewer, document_id=document.pk, now=LATER)
    assert Citation.objects.get(finding=finding).cited.number == "15-CT/TW"
