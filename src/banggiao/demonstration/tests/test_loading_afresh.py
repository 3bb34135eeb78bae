"""The demonstration at other times and in other places; each test begins with an empty database."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from banggiao.demonstration.documents import SamplesMissing
from banggiao.demonstration.loading import demonstration_load, is_empty
from banggiao.demonstration.story import story
from banggiao.demonstration.tests.statuses import statuses
from banggiao.documents.models import Document
from banggiao.documents.rules import DocumentState
from banggiao.tasks.models import Plan
from banggiao.tasks.rules import Status

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def test_years_later_something_is_still_due() -> None:
    now = datetime(2029, 6, 11, 3, 0, tzinfo=UTC)
    demonstration_load(now=now)
    assert statuses(Plan.objects.get(year=2026), now.date()) >= {Status.OVERDUE, Status.DUE_SOON, Status.IN_PROGRESS}


def test_with_a_clock_that_is_years_behind_it_loads_all_the_same() -> None:
    demonstration_load(now=datetime(2019, 1, 1, tzinfo=UTC))
    assert Plan.objects.count() == 1 and Document.objects.filter(state=DocumentState.TO_REVIEW).exists()


def test_sample_plans_that_are_missing_are_said_and_nothing_is_entered(tmp_path: Path) -> None:
    with pytest.raises(SamplesMissing, match=r"ke-hoach-doi-ngoai-2025\.docx"):
        demonstration_load(now=NOW, samples=tmp_path)
    assert is_empty()


def test_a_failure_in_the_middle_leaves_the_database_empty(tmp_path: Path) -> None:
    for plan in story()[0]:
        (tmp_path / plan.sample).write_bytes(b"PK\x03\x04 no document")
    with pytest.raises(AssertionError, match="refused"):
        demonstration_load(now=NOW, samples=tmp_path)
    assert is_empty()
