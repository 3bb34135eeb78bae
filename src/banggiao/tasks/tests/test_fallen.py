"""Tasks that rest on documents which no longer bind are flagged wherever they are met."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from banggiao.documents.models import Citation
from banggiao.tasks.queries.fallen import resting_among
from banggiao.testing.cast import Cast

pytestmark = pytest.mark.django_db
Make = Callable[..., Any]


@pytest.mark.parametrize("validity", ["superseded", "repealed"])
def test_the_register_flags_and_filters_what_rests_on_them(
    validity: str, make_cast: Make, make_plan: Make, make_task: Make, make_entry: Make
) -> None:
    cast: Cast = make_cast()
    plan, ended = make_plan(), make_entry(validity=validity)
    resting = make_task(plan=plan, leads=[cast.finance], what="Triển khai chỉ thị cũ", span_start=100, span_end=200)
    beside = make_task(plan=plan, leads=[cast.finance], what="Soạn quy chế riêng", span_start=200, span_end=300)
    of_an_ended_plan = make_task(what="Việc của kế hoạch cũ")
    of_an_ended_plan.plan.document.validity = validity
    of_an_ended_plan.plan.document.save()
    Citation.objects.create(citing=plan.document, cited=ended, text="Chỉ thị", span_start=120, span_end=140)

    assert resting_among([resting.pk, beside.pk, of_an_ended_plan.pk]) == {resting.pk, of_an_ended_plan.pk}
    client = Client()
    client.force_login(cast.coordinator)
    whole = client.get(reverse("tasks:task_list")).content.decode()
    assert whole.count("căn cứ hết hiệu lực") == 2
    narrowed = client.get(reverse("tasks:task_list"), {"can-cu": "het-hieu-luc"}).content.decode()
    assert "Triển khai chỉ thị cũ" in narrowed and "Soạn quy chế riêng" not in narrowed
    page = client.get(reverse("tasks:task_detail", args=[resting.pk])).content.decode()
    assert "Nhiệm vụ dựa trên văn bản không còn hiệu lực" in page


def test_where_every_document_binds_nothing_more_is_asked(make_task: Make, django_assert_num_queries: Make) -> None:
    task = make_task()
    with django_assert_num_queries(1):
        assert resting_among([task.pk]) == frozenset()
