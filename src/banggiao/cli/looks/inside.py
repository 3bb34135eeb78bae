"""What the database says: whether it is there and of this version, who works, what waits, what time it is."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from banggiao.accounts.models import Post, Role
from banggiao.cli.looks.words import Found, fault, good, notice
from banggiao.demonstration.loading import is_loaded
from banggiao.upkeep.models import Chore
from banggiao.upkeep.services import workers_alive

CLOCKS_MAY_DIFFER: Final = timedelta(seconds=30)
WAITS_TOO_LONG: Final = timedelta(minutes=10)


def database_is_there() -> Iterator[Found]:
    """Whether it answers, keeps what is written and has the tables of this version."""
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        yield fault("Cơ sở dữ liệu", f"không mở được ({_first_line(error)}): kiểm tra DATABASE_URL")
        return
    if waiting := _migrations_waiting():
        yield fault("Cơ sở dữ liệu", f"còn {waiting} thay đổi chưa áp dụng: chạy `banggiao manage migrate`")
        return
    try:
        with transaction.atomic():
            Chore.objects.create(pk=f"probe-{uuid.uuid4().hex}", begun_at=timezone.now())
            transaction.set_rollback(True)
    except DatabaseError as error:
        yield fault("Cơ sở dữ liệu", f"không ghi được ({_first_line(error)}): kiểm tra quyền và chỗ trống")
        return
    yield good("Cơ sở dữ liệu", f"{_kind()}, ghi được, đúng phiên bản")


def somebody_may_sign_in() -> Iterator[Found]:
    """An administrator, without whom nobody can be invited."""
    if not _has_tables():
        return
    if is_loaded():
        words = "đang chứa dữ liệu trình diễn (tỉnh Lam Giang)"
        yield (
            notice("Người dùng", f"{words}: không dùng cho công việc thật")
            if settings.ENV.production
            else good("Người dùng", words)
        )
    elif Post.objects.filter(role=Role.ADMINISTRATOR, valid_to=None, user__is_active=True).exists():
        yield good("Người dùng", "có người quản trị")
    else:
        yield notice("Người dùng", "chưa có người quản trị: chạy `banggiao setup`")


def somebody_works() -> Iterator[Found]:
    """Workers, the jobs that wait for them, and chores that failed."""
    if not _has_tables():
        return
    now = timezone.now()
    alive = workers_alive(now)
    late = DBTaskResult.objects.ready().filter(enqueued_at__lt=now - WAITS_TOO_LONG).count()
    if alive:
        names = ", ".join(worker.name for worker in alive)
        yield good("Việc nền", f"{len(alive)} tiến trình đang chạy ({names})")
    else:
        yield notice("Việc nền", "không có tiến trình nào đang chạy: `banggiao run` hoặc `banggiao worker`")
    if late:
        yield fault("Việc nền", f"{late} việc chờ quá 10 phút: chạy thêm `banggiao worker`, hoặc xem nhật ký")
    for chore in Chore.objects.exclude(fault=""):
        at = timezone.localtime(chore.begun_at)
        yield fault("Việc định kỳ", f"{chore.name} hỏng lúc {at:%H:%M %d/%m/%Y} ({chore.fault}): xem nhật ký")


def clocks_agree() -> Iterator[Found]:
    """Deadlines hang on the clock: it must be that of the database, and not run behind what has been recorded."""
    if not _has_tables():
        return
    now = timezone.now()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT clock_timestamp()")
            apart = abs(cursor.fetchone()[0] - timezone.now())
        if apart > CLOCKS_MAY_DIFFER:
            yield fault("Đồng hồ", f"lệch {apart.total_seconds():.0f} giây so với máy cơ sở dữ liệu: bật đồng bộ giờ")
            return
    last = Chore.objects.order_by("-begun_at").first()
    if last is not None and last.begun_at > now + CLOCKS_MAY_DIFFER:
        known = timezone.localtime(last.begun_at)
        yield fault("Đồng hồ", f"chạy lùi: hệ thống đã ghi nhận {known:%H:%M %d/%m/%Y}; bật đồng bộ giờ (NTP)")
        return
    yield good("Đồng hồ", f"{timezone.localtime(now):%H:%M %d/%m/%Y}, giờ Việt Nam")


def _migrations_waiting() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _has_tables() -> bool:
    try:
        return _migrations_waiting() == 0
    except DatabaseError:
        return False


def _kind() -> str:
    if connection.vendor == "sqlite":
        return f"SQLite {settings.ENV.database.name}"
    return f"PostgreSQL {settings.ENV.database.host or 'trên máy này'}/{settings.ENV.database.name}"


def _first_line(error: Exception) -> str:
    words = str(error).strip().splitlines()
    return words[0][:160] if words else type(error).__name__


DATABASE_LOOKS: tuple[Callable[[], Iterator[Found]], ...] = (
    database_is_there,
    somebody_may_sign_in,
    somebody_works,
    clocks_agree,
)
