"""People, the posts they hold, and invitations that are on their way."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banggiao.accounts.record import keep_record
from banggiao.accounts.rules import LONGEST_SORT_NAME, sort_name


class Role(models.TextChoices):
    """What a post allows; the application knows five."""

    ADMINISTRATOR = "administrator", pgettext_lazy("vai trò", "Quản trị")
    COORDINATOR = "coordinator", pgettext_lazy("vai trò", "Điều phối")
    FOCAL_POINT = "focal_point", pgettext_lazy("vai trò", "Đầu mối")
    LEADER = "leader", pgettext_lazy("vai trò", "Lãnh đạo")
    VIEWER = "viewer", pgettext_lazy("vai trò", "Xem")


PROVINCE_ROLES = (Role.ADMINISTRATOR, Role.COORDINATOR, Role.LEADER, Role.VIEWER)
"""Roles that look at the whole province, and may do so without belonging to an agency."""


class Users(BaseUserManager["User"]):
    """Makes people whose name at sign-in is their e-mail address, kept in lower case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """A person who signs in. What they may do comes from their posts, never from this row."""

    email = models.EmailField(_("thư điện tử"), unique=True)
    full_name = models.CharField(_("họ và tên"), max_length=120)
    sort_name = models.CharField(max_length=LONGEST_SORT_NAME, editable=False, db_index=True, default="")
    phone = models.CharField(_("điện thoại"), max_length=30, blank=True)
    is_active = models.BooleanField(_("được đăng nhập"), default=True)
    date_joined = models.DateTimeField(_("có tài khoản từ"), default=timezone.now)

    objects = Users()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    class Meta:
        verbose_name = _("người dùng")
        verbose_name_plural = _("người dùng")
        ordering = ("sort_name", "id")

    def __str__(self) -> str:
        return self.full_name or self.email

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_name = sort_name(self.full_name)
        if kwargs.get("update_fields"):
            kwargs["update_fields"] = {*kwargs["update_fields"], "sort_name"}
        super().save(*args, **kwargs)

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        """The given name, which stands last in Vietnamese names."""
        return self.full_name.split()[-1] if self.full_name.split() else self.email


class Post(models.Model):
    """A position that a person holds, and with it a role. Days are inclusive; without a last day it goes on.

    Posts of the whole province (administrator, leader) may stand without an agency.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="posts", verbose_name=_("người"))
    agency = models.ForeignKey(
        "agencies.Agency", models.PROTECT, null=True, blank=True, related_name="posts", verbose_name=_("cơ quan")
    )
    role = models.CharField(_("vai trò"), max_length=20, choices=Role.choices)
    title = models.CharField(_("chức vụ"), max_length=120, blank=True)
    valid_from = models.DateField(_("từ ngày"), default=timezone.localdate)
    valid_to = models.DateField(_("đến hết ngày"), null=True, blank=True)

    class Meta:
        verbose_name = _("vị trí")
        verbose_name_plural = _("vị trí")
        ordering = ("-valid_from", "id")
        constraints = (
            models.CheckConstraint(
                name="post_days_ordered",
                condition=Q(valid_to__isnull=True) | Q(valid_from__lte=F("valid_to")),
                violation_error_message=_("Ngày cuối phải sau ngày đầu."),
            ),
            models.CheckConstraint(
                name="post_has_agency",
                condition=Q(role__in=PROVINCE_ROLES) | Q(agency__isnull=False),
                violation_error_message=_("Vai trò này cần một cơ quan."),
            ),
            models.UniqueConstraint(
                name="post_held_once",
                fields=("user", "agency", "role"),
                condition=Q(valid_to__isnull=True),
                violation_error_message=_("Người này đang giữ đúng vị trí đó."),
            ),
            # Two empty agencies are two different ones to a database.
            models.UniqueConstraint(
                name="post_of_province_held_once",
                fields=("user", "role"),
                condition=Q(valid_to__isnull=True, agency__isnull=True),
                violation_error_message=_("Người này đang giữ đúng vị trí đó."),
            ),
        )

    def __str__(self) -> str:
        return self.title or self.get_role_display()


class Invitation(models.Model):
    """A letter that lets somebody make their account; its token is kept as a digest only."""

    email = models.EmailField(_("thư điện tử"))
    full_name = models.CharField(_("họ và tên"), max_length=120)
    agency = models.ForeignKey(
        "agencies.Agency", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("cơ quan")
    )
    role = models.CharField(_("vai trò"), max_length=20, choices=Role.choices)
    title = models.CharField(_("chức vụ"), max_length=120, blank=True)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name=_("người mời"))
    invited_at = models.DateTimeField(_("mời lúc"), default=timezone.now)
    expires_at = models.DateTimeField(_("hết hạn lúc"))
    accepted_at = models.DateTimeField(_("nhận lời lúc"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("rút lại lúc"), null=True, blank=True)

    class Meta:
        verbose_name = _("lời mời")
        verbose_name_plural = _("lời mời")
        ordering = ("-invited_at", "-id")
        constraints = (
            models.CheckConstraint(
                name="invitation_has_agency",
                condition=Q(role__in=PROVINCE_ROLES) | Q(agency__isnull=False),
                violation_error_message=_("Vai trò này cần một cơ quan."),
            ),
        )

    def __str__(self) -> str:
        return self.email


class SavedView(models.Model):
    """A name for the filters, order and groups of a list: a person's own, or shared with everybody who opens the list.

    `listed` is the name of the list's address (`tasks:task_list`), `query` what stands behind it.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="saved_views", verbose_name=_("người"))
    listed = models.CharField(_("danh sách"), max_length=80)
    name = models.CharField(_("tên"), max_length=100)
    query = models.CharField(_("bộ lọc"), max_length=1_000)
    is_shared = models.BooleanField(_("dùng chung"), default=False)

    class Meta:
        verbose_name = _("bộ lọc đã lưu")
        verbose_name_plural = _("bộ lọc đã lưu")
        ordering = ("-is_shared", "name", "id")
        constraints = (models.UniqueConstraint(name="view_name_is_own", fields=("user", "listed", "name")),)

    def __str__(self) -> str:
        return self.name


keep_record(User, leave_out=("last_login", "sort_name"), mask=("password",))
keep_record(Post)
keep_record(Invitation, mask=("digest",))
keep_record(SavedView)
