"""The fixed cast: who appears in tests that are about who may do what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from banggiao.accounts.models import Role, User
from banggiao.agencies.models import Agency
from banggiao.testing.accounts import make_user
from banggiao.testing.agencies import make_agency


@dataclass(frozen=True, slots=True)
class Cast:
    """Sở Ngoại vụ with its specialist, two other agencies with their focal points, those above them, and a stranger."""

    foreign_affairs: Agency
    finance: Agency
    health: Agency
    coordinator: User
    focal_point: User
    other_focal_point: User
    leader: User
    viewer: User
    administrator: User
    nobody: User
    """Signed in, without any post."""

    def person(self, part: str) -> User | None:
        """Who plays a part of `access.PARTS`; None plays «anonymous»."""
        found: Any = None if part == "anonymous" else getattr(self, part)
        return found if isinstance(found, User) else None


def make_cast() -> Cast:
    """Everybody, with posts that began in 2020."""
    foreign_affairs = make_agency(name="Sở Ngoại vụ", short_name="SNgV")
    finance, health = make_agency(name="Sở Tài chính"), make_agency(name="Sở Y tế")
    return Cast(
        foreign_affairs=foreign_affairs,
        finance=finance,
        health=health,
        coordinator=make_user(full_name="Lê Thị Điều Phối", role=Role.COORDINATOR, agency=foreign_affairs),
        focal_point=make_user(full_name="Trần Văn Tài", role=Role.FOCAL_POINT, agency=finance),
        other_focal_point=make_user(full_name="Phạm Thị Y", role=Role.FOCAL_POINT, agency=health),
        leader=make_user(full_name="Hoàng Văn Lãnh", role=Role.LEADER),
        viewer=make_user(full_name="Vũ Thị Xem", role=Role.VIEWER, agency=foreign_affairs),
        administrator=make_user(full_name="Đỗ Quản Trị", role=Role.ADMINISTRATOR),
        nobody=make_user(full_name="Ngô Không Vị Trí"),
    )
