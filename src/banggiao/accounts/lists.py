"""The lists of these pages."""

from __future__ import annotations

from collections.abc import Iterable

from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banggiao.accounts import queries
from banggiao.accounts.models import Role, User
from banggiao.ui.lists import Column, Filter, ListShape, Text

STATES = (("active", _("Đang dùng")), ("idle", _("Chưa có vị trí")), ("blocked", _("Bị khóa")))


def _in_role(rows: QuerySet[User], role: str) -> QuerySet[User]:
    return queries.people_in_role(rows, role, today=timezone.localdate())


def _in_state(rows: QuerySet[User], state: str) -> QuerySet[User]:
    return queries.people_in_state(rows, state, today=timezone.localdate())


PEOPLE = ListShape(
    columns=(
        Column("ten", _("Họ và tên"), sort=("sort_name",), value=lambda user: user.full_name),
        Column("thu", _("Thư điện tử"), value=lambda user: user.email),
        Column("vi-tri", _("Vị trí hiện nay"), value=lambda user: queries.post_words(user.current)),
        Column("dien-thoai", _("Điện thoại"), value=lambda user: user.phone, hide_below="xl"),
        Column("dang-nhap", _("Đăng nhập gần nhất"), sort=("last_login",), value=lambda user: user.last_login),
        Column("trang-thai", _("Trạng thái"), value=lambda user: str(state_words(user))),
    ),
    filters=(
        Filter("vai-tro", _("Vai trò"), lambda: Role.choices, _in_role),
        Filter("trang-thai", _("Trạng thái"), lambda: STATES, _in_state),
    ),
    search=queries.people_matching,
    standard_sort="ten",
)


def state_words(user: User) -> Text:
    """The state of a person of `queries.people`."""
    if not user.is_active:
        return _("Bị khóa")
    return _("Đang dùng") if user.current else _("Chưa có vị trí")  # type: ignore[attr-defined]


def _kinds() -> Iterable[tuple[str, Text]]:
    used = LogEntry.objects.order_by().values_list("content_type", flat=True).distinct()
    kinds = ContentType.objects.filter(pk__in=used)
    return sorted(((str(kind.pk), str(kind.name).capitalize()) for kind in kinds), key=lambda choice: choice[1])


ACTIONS = (
    (str(LogEntry.Action.CREATE), pgettext_lazy("nhật ký", "Thêm")),
    (str(LogEntry.Action.UPDATE), pgettext_lazy("nhật ký", "Sửa")),
    (str(LogEntry.Action.DELETE), pgettext_lazy("nhật ký", "Xóa")),
)

RECORD = ListShape(
    columns=(
        Column("luc", _("Lúc"), sort=("timestamp",), value=lambda entry: entry.timestamp),
        Column("nguoi", _("Người làm"), value=lambda entry: str(entry.actor or _("Hệ thống"))),
        Column("viec", _("Việc"), value=lambda entry: str(dict(ACTIONS).get(str(entry.action), entry.action))),
        Column("loai", _("Loại dữ liệu"), value=lambda entry: str(entry.content_type.name)),
        Column("doi-tuong", _("Đối tượng"), value=lambda entry: entry.object_repr),
        Column("thay-doi", _("Thay đổi"), value=queries.change_words),
        Column("dia-chi", _("Địa chỉ máy"), value=lambda entry: entry.remote_addr or "", hide_below="xl"),
    ),
    filters=(
        Filter("loai", _("Loại dữ liệu"), _kinds, lambda rows, kind: rows.filter(content_type=kind)),
        Filter("viec", _("Việc"), lambda: ACTIONS, lambda rows, action: rows.filter(action=action)),
    ),
    search=lambda rows, words: (
        rows.filter(object_repr__icontains=words) | rows.filter(actor__full_name__icontains=words)
    ),
    standard_sort="-luc",
)
