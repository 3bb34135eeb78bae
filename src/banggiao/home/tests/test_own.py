"""A focal point reports and hands on without leaving the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from banggiao.accounts.models import User
from banggiao.home.tests.conftest import Scene
from banggiao.tasks.models import Task, TaskAgency
from banggiao.testing.cast import Cast

pytestmark = pytest.mark.django_db
Make = Callable[..., Any]
HTMX = {"HX-Request": "true"}


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def text(response: Any) -> str:
    content: str = response.content.decode()
    return content


def update(client: Client, task: Task, **data: Any) -> Any:
    given = {"version": task.version, **data}
    return client.post(f"/ban-lam-viec/{task.pk}/cap-nhat/", given, headers=HTMX)


def test_choosing_and_updating_is_all(scene: Scene) -> None:
    client = signed_in(scene.cast.focal_point)
    page = text(client.get("/"))
    assert f'hx-post="/ban-lam-viec/{scene.soon.pk}/cap-nhat/"' in page
    assert '<input type="radio" name="progress" value="30" checked>' in page
    answer = update(client, scene.soon, progress=75)
    assert text(answer).lstrip().startswith('<li class="own-task is-new"')
    assert "Đã ghi nhận cập nhật" in text(answer)
    scene.soon.refresh_from_db()
    assert (scene.soon.state, scene.soon.progress) == ("in_progress", 75)


@pytest.mark.parametrize(("percent", "state"), [(0, "not_started"), (1, "in_progress"), (100, "done")])
def test_the_state_follows_from_the_percentage(percent: int, state: str, scene: Scene) -> None:
    update(signed_in(scene.cast.focal_point), scene.soon, progress=percent)
    scene.soon.refresh_from_db()
    assert scene.soon.state == state


def test_a_note_and_evidence_go_along(scene: Scene) -> None:
    file = SimpleUploadedFile("bao-cao.txt", b"Bao cao ket qua")
    update(signed_in(scene.cast.focal_point), scene.soon, progress=50, text="Đã trình", evidence=[file])
    reported = scene.soon.updates.get()
    assert reported.text == "Đã trình"
    assert reported.evidence.get().name == "bao-cao.txt"


def test_who_comes_too_late_is_told_and_keeps_the_words(scene: Scene) -> None:
    client = signed_in(scene.cast.focal_point)
    update(client, scene.soon, progress=50)
    answer = update(client, scene.soon, progress=100, text="Đã ký ban hành")
    assert answer.status_code == 409
    assert "vừa được người khác thay đổi" in text(answer)
    assert "Đã ký ban hành" in text(answer)
    scene.soon.refresh_from_db()
    assert scene.soon.progress == 50


def test_without_a_choice_nothing_is_written(scene: Scene) -> None:
    answer = update(signed_in(scene.cast.focal_point), scene.soon)
    assert answer.status_code == 422
    assert "Hãy chọn tiến độ" in text(answer)
    assert not scene.soon.updates.exists()


def test_without_javascript_the_page_comes_back(scene: Scene) -> None:
    client = signed_in(scene.cast.focal_point)
    answer = client.post(f"/ban-lam-viec/{scene.soon.pk}/cap-nhat/", {"progress": 100, "version": 1})
    assert answer.url == "/"
    assert "Đã ghi nhận cập nhật" in text(client.get("/"))


def test_tasks_of_other_agencies_are_not_there(scene: Scene) -> None:
    assert update(signed_in(scene.cast.other_focal_point), scene.soon, progress=100).status_code == 404
    assert update(signed_in(scene.cast.leader), scene.soon, progress=100).status_code == 404


def test_a_task_is_handed_on_in_place(scene: Scene, make_user: Make) -> None:
    colleague = make_user(full_name="Bùi Thị Chuyên", role="focal_point", agency=scene.cast.finance)
    client = signed_in(scene.cast.focal_point)
    assert "Bùi Thị Chuyên" in text(client.get("/"))
    address = f"/ban-lam-viec/{scene.soon.pk}/phan-cong/"
    answer = client.post(address, {"person": colleague.pk}, headers=HTMX)
    assert 'class="own-person"' in text(answer)
    assert TaskAgency.objects.get(task=scene.soon, agency=scene.cast.finance).person == colleague
    refused = client.post(address, {"person": scene.cast.leader.pk}, headers=HTMX)
    assert refused.status_code == 422
    assert "không thuộc cơ quan của bạn" in text(refused)


def test_agencies_with_one_focal_point_hand_nothing_on(make_task: Make, cast: Cast) -> None:
    make_task(leads=[cast.finance])
    assert "Phân công" not in text(signed_in(cast.focal_point).get("/"))
