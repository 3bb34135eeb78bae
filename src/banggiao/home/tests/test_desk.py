"""The first page of each role: every number leads to exactly the list that it counts, at a fixed cost."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from banggiao.accounts.models import User
from banggiao.home.queries.figures import Figure, listed
from banggiao.home.queries.waiting import waiting
from banggiao.home.tests.conftest import Scene
from banggiao.tasks.models import Plan, Task
from banggiao.tasks.queries.overview import AgencyStanding, PlanStanding
from banggiao.testing.accounts import make_invitation
from banggiao.testing.cast import Cast

pytestmark = pytest.mark.django_db
Make = Callable[..., Any]

ROLES = ("coordinator", "focal_point", "other_focal_point", "leader", "viewer", "administrator")


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def text(response: Any) -> str:
    content: str = response.content.decode()
    return content


def desk_of(client: Client) -> Any:
    return client.get("/").context["desk"]


def count_at(client: Client, url: str) -> int:
    """How many rows the list at an address has."""
    context = client.get(url).context
    found = context["listing"].count if "listing" in context else len(context["invitations"])
    return int(found)


def figures_of(desk: Any) -> Iterable[Figure]:
    for name in desk.__slots__:
        value = getattr(desk, name)
        if isinstance(value, Figure):
            yield value
        elif isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, Figure))


@pytest.mark.parametrize("part", ROLES)
def test_every_number_is_that_of_its_list(part: str, scene: Scene) -> None:
    make_invitation()
    client = signed_in(getattr(scene.cast, part))
    figures = list(figures_of(desk_of(client)))
    assert any(figure.count for figure in figures)
    assert {figure.label: figure.count for figure in figures} == {
        figure.label: count_at(client, figure.url) for figure in figures
    }


@pytest.mark.parametrize("part", ROLES)
def test_what_waits_on_top_is_what_its_lists_hold(part: str, scene: Scene, make_actor: Make) -> None:
    make_invitation()
    user = getattr(scene.cast, part)
    client = signed_in(user)
    post = user.posts.get()
    actor = make_actor(role=post.role, agency=post.agency)
    found = waiting(actor, today=timezone.localdate())
    assert bool(found) == (part not in ("viewer", "other_focal_point"))
    assert [figure.count for figure in found] == [count_at(client, figure.url) for figure in found]


def test_the_coordinator_decides_on_what_waits(scene: Scene) -> None:
    desk = desk_of(signed_in(scene.cast.coordinator))
    assert [figure.count for figure in desk.to_decide] == [1, 1, 2, 1]
    assert [figure.count for figure in desk.came_in] == [2, 2, 2]
    assert [document.state for document in desk.to_review] == ["to_review"]


@pytest.mark.parametrize("part", ["coordinator", "leader", "viewer"])
def test_numbers_of_agencies_and_plans_are_those_of_their_lists(part: str, scene: Scene) -> None:
    client = signed_in(getattr(scene.cast, part))
    desk = desk_of(client)
    assert [one.name for one in desk.pressing.shown] == ["Sở Tài chính", "Sở Ngoại vụ"]
    for agency in desk.pressing.shown:
        assert numbers_of_agency(client, agency) == [
            agency.late, agency.soon, agency.standing.done, agency.standing.total,
        ]  # fmt: skip
    assert [one.plan for one in desk.overview.plans] == [scene.plan]
    for plan in desk.overview.plans:
        standing = plan.standing
        assert numbers_of_plan(client, plan) == [standing.done, standing.total, standing.late, standing.soon]


def numbers_of_agency(client: Client, one: AgencyStanding) -> list[int]:
    own: dict[str, Any] = {"co_quan": one.agency_id, "vai_tro": "lead"}
    asked: list[dict[str, Any]] = [
        {"tinh_trang": "overdue", "phan_viec": "con"},
        {"tinh_trang": "due-soon", "phan_viec": "con"},
        {"phan_viec": "xong"},
        {},
    ]
    urls = [listed("tasks:task_list", **filters, **own) for filters in asked]
    return [count_at(client, url) for url in urls]


def numbers_of_plan(client: Client, one: PlanStanding) -> list[int]:
    asked = [{"tinh_trang": "xong"}, {}, {"tinh_trang": "overdue"}, {"tinh_trang": "due-soon"}]
    return [count_at(client, listed("tasks:task_list", ke_hoach=one.plan.pk, **filters)) for filters in asked]


def test_the_page_links_those_lists(scene: Scene) -> None:
    page = text(signed_in(scene.cast.leader).get("/"))
    agency = scene.cast.finance.pk
    for query in (
        f"tinh-trang=overdue&amp;co-quan={agency}&amp;vai-tro=lead&amp;phan-viec=con",
        f"co-quan={agency}&amp;vai-tro=lead&amp;phan-viec=xong",
        f"ke-hoach={scene.plan.pk}&amp;tinh-trang=xong",
    ):
        assert f"/nhiem-vu/?{query}" in page


def test_the_leader_reads_what_is_late_where_and_whose(scene: Scene) -> None:
    page = text(signed_in(scene.cast.leader).get("/"))
    assert "3 nhiệm vụ quá hạn" in page
    assert "ở 2 cơ quan" in page
    assert page.index("Sở Tài chính") < page.index("Chậm nhất") < page.index(scene.late.what)
    assert "Đề nghị gia hạn" in page


def test_an_agency_that_did_its_part_is_not_blamed(scene: Scene) -> None:
    pressing = desk_of(signed_in(scene.cast.leader)).pressing.shown
    assert scene.cast.health.pk not in {one.agency_id for one in pressing}
    assert scene.shared.pk not in {own.row.id for own in desk_of(signed_in(scene.cast.other_focal_point)).own}


def test_a_focal_point_sees_own_work_by_urgency_and_what_is_asked(scene: Scene) -> None:
    desk = desk_of(signed_in(scene.cast.focal_point))
    assert [own.row.id for own in desk.own][:3] == [scene.late.pk, scene.shared.pk, scene.soon.pk]
    assert [row.id for row in desk.asked] == [scene.asked.pk]
    assert [decline.task for decline in desk.declines] == [scene.late]


@pytest.mark.parametrize("part", ["focal_point", "other_focal_point"])
def test_counts_beside_headings_are_those_of_their_lists(part: str, scene: Scene) -> None:
    client = signed_in(getattr(scene.cast, part))
    desk = desk_of(client)
    assert desk.own_count == count_at(client, desk.own_url)
    assert desk.asked_count == count_at(client, desk.asked_url)


def test_content_nobody_owns_is_counted_for_each_plan(make_read_plan: Make, make_plan: Make, cast: Cast) -> None:
    today = timezone.localdate()
    make_plan(document=make_read_plan(), period_from=today, period_to=today)
    client = signed_in(cast.coordinator)
    assert 'hx-get="/ban-lam-viec/chua-giao/"' in text(client.get("/"))
    plan = Plan.objects.get()
    gaps = client.get("/ban-lam-viec/chua-giao/").context["gaps"]
    assert [(gap.plan, gap.count) for gap in gaps] == [
        (plan, client.get(f"/nhiem-vu/ke-hoach/{plan.pk}/chua-giao/").context["open"])
    ]
    assert gaps[0].count > 0


def test_desks_without_work_say_what_will_stand_there(cast: Cast) -> None:
    assert "Bắt đầu từ một kế hoạch" in text(signed_in(cast.coordinator).get("/"))
    assert "Không còn việc nào chờ cơ quan bạn" in text(signed_in(cast.focal_point).get("/"))
    assert "Chưa có nhiệm vụ nào" in text(signed_in(cast.leader).get("/"))
    assert "Mời người dùng" in text(signed_in(cast.administrator).get("/"))


def test_a_viewer_finds_nothing_to_do(scene: Scene) -> None:
    page = text(signed_in(scene.cast.viewer).get("/"))
    assert "Việc chờ bạn" not in page
    assert 'method="post"' not in page.split('id="main"', 1)[1]


@pytest.mark.parametrize(
    ("part", "queries"),
    [("coordinator", 23), ("focal_point", 17), ("leader", 16), ("viewer", 16), ("administrator", 16)],
)
def test_a_desk_costs_the_same_however_much_there_is(
    part: str, queries: int, scene: Scene, make_task: Make, django_assert_max_num_queries: Any
) -> None:
    today = timezone.localdate()
    for _number in range(5):
        make_task(plan=scene.plan, leads=[scene.cast.finance], deadline=today, quiet_since=today)
    client = signed_in(getattr(scene.cast, part))
    with django_assert_max_num_queries(queries):
        client.get("/")


@pytest.mark.parametrize("part", ["coordinator", "focal_point", "leader", "administrator"])
def test_what_waits_costs_every_page_one_query(
    part: str, scene: Scene, make_actor: Make, django_assert_num_queries: Any
) -> None:
    post = getattr(scene.cast, part).posts.get()
    actor = make_actor(role=post.role, agency=post.agency)
    with django_assert_num_queries(1):
        waiting(actor, today=timezone.localdate())


def test_what_was_reported_and_said_is_listed_for_whom_it_concerns(scene: Scene, make_task: Make) -> None:
    own, other = signed_in(scene.cast.focal_point), signed_in(scene.cast.other_focal_point)
    assert count_at(own, "/dien-bien/") == 4
    Task.objects.filter(pk=scene.asked.pk).update(what="Việc chung")
    assert "Lập danh mục dự án viện trợ" not in text(other.get("/dien-bien/"))
    assert "Lập danh mục dự án viện trợ" in text(own.get("/dien-bien/y-kien/?tim=lap+danh+muc"))
    assert "Đề nghị gia hạn" in own.get("/dien-bien/y-kien/?xuat=csv").content.decode("utf-8-sig")
