"""Agencies with their validity, names, successors and standing groups.

Nothing here is deleted once work rests on it: an agency ends (`valid_to`), a name ends, and successors say who goes on.
All days of validity are inclusive; an empty one leaves that side open.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from banggiao.accounts.record import keep_record


class Level(models.TextChoices):
    """To which branch of the system an agency belongs."""

    CENTRAL = "central", _("Trung ương")
    PROVINCE = "province", _("Cấp tỉnh")
    DISTRICT = "district", _("Cấp huyện")
    COMMUNE = "commune", _("Cấp xã")
    PARTY = "party", _("Đảng")
    FRONT = "front", _("Mặt trận, đoàn thể, hội")
    VERTICAL = "vertical", _("Ngành dọc, lực lượng vũ trang")


class Tier(models.TextChoices):
    """On which administrative level an agency works; says of Party, Front and vertical bodies whose they are."""

    CENTRAL = "central", _("Trung ương")
    PROVINCE = "province", _("Tỉnh")
    DISTRICT = "district", _("Huyện")
    COMMUNE = "commune", _("Xã")


class Kind(models.TextChoices):
    """What sort of body it is; standing groups unfold by it."""

    COMMITTEE = "committee", _("Ủy ban nhân dân")
    COUNCIL = "council", _("Hội đồng nhân dân")
    OFFICE = "office", _("Văn phòng")
    DEPARTMENT = "department", _("Sở, ban")
    DIVISION = "division", _("Phòng chuyên môn")
    UNIT = "unit", _("Đơn vị sự nghiệp")
    STEERING = "steering", _("Ban chỉ đạo, tổ công tác")
    SCHOOL = "school", _("Cơ sở đào tạo")
    PRESS = "press", _("Cơ quan báo chí")
    PARTY_BODY = "party_body", _("Cơ quan tham mưu, giúp việc của cấp ủy")
    PARTY_COMMITTEE = "party_committee", _("Đảng ủy trực thuộc")
    LOCAL_PARTY = "local_party", _("Huyện ủy, đảng ủy xã, phường")
    FRONT = "front", _("Mặt trận Tổ quốc")
    SOCIOPOLITICAL = "sociopolitical", _("Tổ chức chính trị - xã hội")
    ASSOCIATION = "association", _("Tổ chức xã hội, nghề nghiệp")
    FRIENDSHIP = "friendship", _("Hội hữu nghị")
    FORCE = "force", _("Lực lượng vũ trang")
    VERTICAL = "vertical", _("Cơ quan ngành dọc")
    MINISTRY = "ministry", _("Bộ, ngành")
    MISSION = "mission", _("Cơ quan đại diện ở nước ngoài")


class Dated(models.Model):
    """Rows that hold from a day to a day."""

    valid_from = models.DateField(_("từ ngày"), null=True, blank=True)
    valid_to = models.DateField(_("đến hết ngày"), null=True, blank=True)

    class Meta:
        abstract = True

    @staticmethod
    def on(day: Any, prefix: str = "") -> Q:
        """The rows that hold on a day; `prefix` leads to them from another model."""
        first, last = f"{prefix}valid_from", f"{prefix}valid_to"
        return (Q(**{f"{first}__isnull": True}) | Q(**{f"{first}__lte": day})) & (
            Q(**{f"{last}__isnull": True}) | Q(**{f"{last}__gte": day})
        )


def ordered(name: str) -> models.CheckConstraint:
    """The constraint that a first day is not behind the last."""
    return models.CheckConstraint(
        name=name,
        condition=Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_from__lte=F("valid_to")),
    )


class Agency(Dated):
    """A body that gets duties.

    `name` and `short_name` repeat today's names for lists; names of a day: AgencyName. `identifier` and
    `former_identifier` do so for codes of the two schemes: OrganisationCode.
    """

    code = models.CharField(_("mã"), max_length=40, unique=True)
    identifier = models.CharField(_("mã định danh"), max_length=40, blank=True)
    former_identifier = models.CharField(_("mã định danh cũ"), max_length=40, blank=True)
    name = models.CharField(_("tên hiện nay"), max_length=200)
    short_name = models.CharField(_("tên viết tắt"), max_length=80, blank=True)
    level = models.CharField(_("khối"), max_length=10, choices=Level.choices)
    tier = models.CharField(_("cấp"), max_length=10, choices=Tier.choices)
    kind = models.CharField(_("loại"), max_length=20, choices=Kind.choices)
    place = models.CharField(
        _("địa bàn"),
        max_length=80,
        blank=True,
        help_text=_("Chỉ ghi cho Ủy ban nhân dân và cấp ủy của một địa bàn, ví dụ: xã Nậm Lam."),
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("trực thuộc")
    )
    order = models.PositiveSmallIntegerField(_("thứ tự"), default=500)
    email = models.EmailField(_("thư điện tử"), blank=True)
    phone = models.CharField(_("điện thoại"), max_length=40, blank=True)
    address = models.CharField(_("địa chỉ"), max_length=200, blank=True)
    contact = models.CharField(_("người liên hệ"), max_length=120, blank=True)
    note = models.TextField(_("ghi chú"), blank=True)

    class Meta:
        verbose_name = _("cơ quan")
        verbose_name_plural = _("cơ quan")
        ordering = ("order", "name", "id")
        constraints = (ordered("agency_days_ordered"),)
        indexes = (models.Index(fields=("level", "tier", "kind"), name="agency_level_tier_kind"),)

    def __str__(self) -> str:
        return self.name


class OrganisationCode(Dated):
    """Mã định danh of an agency and when it holds; its form says of which scheme it is (`rules.is_former_code`)."""

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="codes", verbose_name=_("cơ quan"))
    code = models.CharField(_("mã định danh"), max_length=40, db_index=True)

    class Meta:
        verbose_name = _("mã định danh")
        verbose_name_plural = _("mã định danh")
        ordering = ("agency_id", F("valid_from").asc(nulls_first=True), "id")
        constraints = (ordered("organisationcode_days_ordered"),)

    def __str__(self) -> str:
        return self.code


class AgencyName(Dated):
    """A name under which an agency is met, and when. `search_key` is the name without case and tones."""

    class Kind(models.TextChoices):
        OFFICIAL = "official", _("Tên chính thức")
        SHORT = "short", _("Tên viết tắt")
        ALIAS = "alias", _("Tên gọi khác")

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="names", verbose_name=_("cơ quan"))
    name = models.CharField(_("tên"), max_length=200)
    kind = models.CharField(_("loại tên"), max_length=10, choices=Kind.choices, default=Kind.OFFICIAL)
    search_key = models.CharField(max_length=200, editable=False, db_index=True)

    class Meta:
        verbose_name = _("tên cơ quan")
        verbose_name_plural = _("tên cơ quan")
        ordering = ("agency_id", F("valid_from").asc(nulls_first=True), "id")
        constraints = (ordered("agencyname_days_ordered"),)

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """From a day on, work of one agency is another's: many to many, a row for each function; empty is all the rest."""

    predecessor = models.ForeignKey(
        Agency, models.PROTECT, related_name="successions", verbose_name=_("cơ quan chuyển giao")
    )
    successor = models.ForeignKey(
        Agency, models.PROTECT, related_name="inheritances", verbose_name=_("cơ quan kế thừa")
    )
    function = models.CharField(
        _("chức năng chuyển giao"),
        max_length=200,
        blank=True,
        help_text=_("Để trống nếu chuyển giao toàn bộ phần còn lại."),
    )
    on = models.DateField(_("từ ngày"))
    basis = models.CharField(_("căn cứ"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("kế thừa")
        verbose_name_plural = _("kế thừa")
        ordering = ("on", "id")
        constraints = (
            models.UniqueConstraint(fields=("predecessor", "successor", "function"), name="succession_once"),
            models.CheckConstraint(name="succession_of_another", condition=~Q(predecessor=F("successor"))),
        )

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id}"


class AgencyGroup(models.Model):
    """A group that plans name (`các sở, ban, ngành cấp tỉnh`). `is_open`: who is meant is chosen for each duty."""

    name = models.CharField(_("tên nhóm"), max_length=200, unique=True)
    phrases = models.JSONField(_("cách viết khác"), default=list, blank=True)
    is_open = models.BooleanField(_("không nêu đích danh"), default=False)
    order = models.PositiveSmallIntegerField(_("thứ tự"), default=500)
    note = models.TextField(_("ghi chú"), blank=True)

    class Meta:
        verbose_name = _("nhóm cơ quan")
        verbose_name_plural = _("nhóm cơ quan")
        ordering = ("order", "name")

    def __str__(self) -> str:
        return self.name


class GroupRule(Dated):
    """All agencies of a level, tier and kind belong to the group while the rule holds; an empty field is any.

    `is_local`: only in plans of a district or commune, where the group means its own bodies (`các đoàn thể`).
    """

    group = models.ForeignKey(AgencyGroup, models.CASCADE, related_name="rules", verbose_name=_("nhóm"))
    level = models.CharField(_("khối"), max_length=10, choices=Level.choices, blank=True)
    tier = models.CharField(_("cấp"), max_length=10, choices=Tier.choices, blank=True)
    kind = models.CharField(_("loại"), max_length=20, choices=Kind.choices, blank=True)
    is_local = models.BooleanField(_("chỉ trong văn bản của chính địa bàn"), default=False)

    class Meta:
        verbose_name = _("tiêu chí thành viên")
        verbose_name_plural = _("tiêu chí thành viên")
        ordering = ("id",)
        constraints = (ordered("grouprule_days_ordered"),)

    def __str__(self) -> str:
        return f"{self.level}/{self.tier}/{self.kind}"


class GroupMember(Dated):
    """An agency that is added to a group, or left out of it, whatever the rules say."""

    group = models.ForeignKey(AgencyGroup, models.CASCADE, related_name="members", verbose_name=_("nhóm"))
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="memberships", verbose_name=_("cơ quan"))
    included = models.BooleanField(_("thuộc nhóm"), default=True)
    reason = models.CharField(_("lý do"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("thành viên riêng")
        verbose_name_plural = _("thành viên riêng")
        ordering = ("id",)
        constraints = (ordered("groupmember_days_ordered"),)

    def __str__(self) -> str:
        return f"{self.group_id}: {self.agency_id}"


for _model in (Agency, OrganisationCode, AgencyName, Succession, AgencyGroup, GroupRule, GroupMember):
    keep_record(_model, leave_out=("search_key",) if _model is AgencyName else ())
