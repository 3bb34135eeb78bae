"""Plans, their tasks, who bears them, and what was reported on them.

States, statuses and the meaning of dates stand in `rules`. Columns that only repeat what others say, so that lists of
100,000 rows can be filtered (`search`, `gaps`, `vague`, `lead_name`, `sort_day`, `state`, `progress`), are written by
`services.summary` alone.
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banggiao.accounts.record import keep_record
from banggiao.tasks.rules import FIELDS, PILLARS, Rhythm, State

STATES = [(state.value, _(state.label)) for state in State]
RHYTHMS = [(rhythm.value, _(rhythm.label)) for rhythm in Rhythm]
FIELD_CHOICES = [(code, _(label)) for code, label in FIELDS.items()]
PILLAR_CHOICES = [(code, _(label)) for code, label in PILLARS.items()]


class Role(models.TextChoices):
    """What an agency is to a task."""

    LEAD = "lead", _("Chủ trì")
    COORDINATE = "coordinate", _("Phối hợp")


class Mode(models.TextChoices):
    """Agencies of the State are given tasks, the Front and mass organisations are asked."""

    ASSIGN = "assign", _("Giao")
    REQUEST = "request", _("Đề nghị")


class Plan(models.Model):
    """A confirmed plan. A plan that was taken back keeps its row; confirming its document again revives it."""

    document = models.OneToOneField(
        "documents.Document", verbose_name=_("Văn bản"), on_delete=models.PROTECT, related_name="plan"
    )
    title = models.TextField(_("Tên kế hoạch"))
    number = models.CharField(_("Số, ký hiệu"), max_length=100, blank=True)
    year = models.PositiveSmallIntegerField(_("Năm"))
    period_from = models.DateField(_("Thực hiện từ"))
    period_to = models.DateField(_("Thực hiện đến"))
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(_("Xác nhận lúc"))
    withdrawn_at = models.DateTimeField(_("Rút lại lúc"), null=True, blank=True)

    class Meta:
        verbose_name = _("Kế hoạch")
        verbose_name_plural = pgettext_lazy("số nhiều", "Kế hoạch")
        ordering: ClassVar = ["-year", "-period_from", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(period_to__gte=F("period_from")), name="plan_period_is_forward")
        ]

    def __str__(self) -> str:
        return self.number or self.title[:80]


class Task(models.Model):
    """One duty of a plan, or a part of one (`parent`).

    `deadline` is the last day that is still in time, None for continuous work; `deadline_text` is how the plan words
    it. `rhythm` tells recurring work, whose `deadline` moves on when a round is done. `quiet_since` is the day of the
    last update or of the confirmation. `state` and `progress` sum up the shares of the leading agencies. `sort_day`
    puts open work by its deadline, then open work without one, then what is finished.
    """

    plan = models.ForeignKey(Plan, verbose_name=_("Kế hoạch"), on_delete=models.PROTECT, related_name="tasks")
    parent = models.ForeignKey(
        "self", verbose_name=_("Thuộc nhiệm vụ"), null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    code = models.CharField(_("Mã"), max_length=40)
    order = models.PositiveIntegerField(default=0)
    what = models.TextField(_("Nội dung"))
    field = models.CharField(_("Lĩnh vực"), max_length=20, choices=FIELD_CHOICES, blank=True)
    pillar = models.CharField(_("Trụ cột"), max_length=10, choices=PILLAR_CHOICES, blank=True)
    mode = models.CharField(_("Cách giao"), max_length=10, choices=Mode, default=Mode.ASSIGN)
    deadline = models.DateField(_("Thời hạn"), null=True, blank=True)
    deadline_text = models.TextField(_("Thời hạn theo văn bản"), blank=True)
    rhythm = models.CharField(_("Định kỳ"), max_length=10, choices=RHYTHMS, blank=True)
    rhythm_month = models.PositiveSmallIntegerField(null=True, blank=True)
    rhythm_day = models.PositiveSmallIntegerField(null=True, blank=True)
    continuous = models.BooleanField(_("Thường xuyên"), default=False)
    product = models.TextField(_("Sản phẩm"), blank=True)
    authority = models.CharField(_("Cấp quyết định, nơi nhận kết quả"), max_length=200, blank=True)

    finding = models.ForeignKey(
        "documents.Finding", null=True, blank=True, on_delete=models.SET_NULL, related_name="tasks"
    )
    source_text = models.TextField(_("Câu trong văn bản"), blank=True)
    source_path = models.CharField(_("Đề mục"), max_length=200, blank=True)
    heading = models.TextField(_("Tên đề mục"), blank=True)
    span_start = models.PositiveIntegerField(null=True, blank=True)
    span_end = models.PositiveIntegerField(null=True, blank=True)

    state = models.CharField(_("Trạng thái"), max_length=20, choices=STATES, default=State.NOT_STARTED.value)
    progress = models.PositiveSmallIntegerField(_("Tiến độ"), default=0, validators=[MaxValueValidator(100)])
    started_on = models.DateField(_("Bắt đầu"), null=True, blank=True)
    done_on = models.DateField(_("Hoàn thành ngày"), null=True, blank=True)
    last_update_at = models.DateTimeField(_("Cập nhật gần nhất"), null=True, blank=True)
    quiet_since = models.DateField()

    lead_name = models.CharField(_("Chủ trì"), max_length=300, blank=True, editable=False)
    sort_day = models.DateField(editable=False)
    gaps = models.CharField(max_length=80, blank=True, editable=False)
    vague = models.BooleanField(default=False, editable=False)
    search = models.TextField(blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("Nhiệm vụ")
        verbose_name_plural = pgettext_lazy("số nhiều", "Nhiệm vụ")
        ordering: ClassVar = ["plan", "order", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["plan", "order"]),
            models.Index(fields=["plan", "state", "deadline"]),
            models.Index(fields=["state", "deadline", "quiet_since", "done_on"]),
            models.Index(fields=["state", "-done_on"]),
            models.Index(fields=["state", "sort_day", "id"]),
            models.Index(fields=["deadline", "state"]),
            models.Index(fields=["deadline", "quiet_since", "id"]),
            models.Index(fields=["field", "sort_day"]),
            models.Index(fields=["progress", "sort_day"]),
            models.Index(fields=["state", "vague", "gaps"]),
            models.Index(fields=["-last_update_at"]),
            models.Index(fields=["sort_day", "id"]),
            models.Index(fields=["lead_name", "sort_day"]),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "code"], name="task_code_is_own"),
            models.CheckConstraint(condition=Q(progress__lte=100), name="task_progress_is_percentage"),
            models.CheckConstraint(condition=~Q(state=State.DONE.value) | Q(progress=100), name="task_done_is_whole"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.what[:80]}"


class TaskAgency(models.Model):
    """An agency's share in a task.

    `written_as` is how the plan names it (the group, where it came out of one). `agency` is None where that name is
    in no register: the coordinator still has to say who is meant. Leading agencies each have their own state;
    `person` is whom the agency handed it to. `ended_on`: the share passed to successors (`passings`) or was taken away.
    """

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="shares")
    agency = models.ForeignKey(
        "agencies.Agency", verbose_name=_("Cơ quan"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    role = models.CharField(_("Vai trò"), max_length=10, choices=Role)
    written_as = models.CharField(_("Tên trong văn bản"), max_length=300, blank=True)
    group = models.CharField(_("Thuộc nhóm"), max_length=300, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Người phụ trách"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    state = models.CharField(_("Trạng thái"), max_length=20, choices=STATES, default=State.NOT_STARTED.value)
    progress = models.PositiveSmallIntegerField(_("Tiến độ"), default=0, validators=[MaxValueValidator(100)])
    updated_at = models.DateTimeField(null=True, blank=True)
    ended_on = models.DateField(_("Thôi phụ trách từ"), null=True, blank=True)

    class Meta:
        verbose_name = _("Cơ quan thực hiện")
        verbose_name_plural = _("Cơ quan thực hiện")
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [
            models.Index(
                fields=["agency", "role", "state", "task"], condition=Q(ended_on=None), name="share_of_agency_by_state"
            ),
            models.Index(fields=["task", "role"]),
            models.Index(fields=["role"], condition=Q(ended_on=None, agency=None), name="share_of_nobody"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["task", "agency"],
                condition=Q(ended_on=None, agency__isnull=False),
                name="share_of_agency_is_one",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.written_as}"


class TaskUpdate(models.Model):
    """What an agency reported on a task at a moment; never changed afterwards."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="updates")
    agency = models.ForeignKey(
        "agencies.Agency", verbose_name=_("Cơ quan"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("Người cập nhật"), on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(_("Trạng thái"), max_length=20, choices=STATES)
    progress = models.PositiveSmallIntegerField(_("Tiến độ"), validators=[MaxValueValidator(100)])
    text = models.TextField(_("Kết quả, vướng mắc"), blank=True)
    round_of = models.DateField(_("Kỳ hạn"), null=True, blank=True)
    at = models.DateTimeField(_("Lúc"))

    class Meta:
        verbose_name = _("Cập nhật")
        verbose_name_plural = _("Cập nhật")
        ordering: ClassVar = ["-at", "-pk"]
        indexes: ClassVar = [models.Index(fields=["task", "-at"]), models.Index(fields=["-at"])]

    def __str__(self) -> str:
        return f"{self.get_state_display()} {self.progress}%"


class Evidence(models.Model):
    """A file that shows what an update says."""

    update = models.ForeignKey(TaskUpdate, on_delete=models.CASCADE, related_name="evidence")
    file = models.ForeignKey("documents.StoredFile", verbose_name=_("Tệp"), on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("Tên tệp"), max_length=255)

    class Meta:
        verbose_name = _("Minh chứng")
        verbose_name_plural = _("Minh chứng")

    def __str__(self) -> str:
        return self.name


class TaskComment(models.Model):
    """What somebody who sees a task says about it."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="comments")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("Ý kiến"))
    at = models.DateTimeField(_("Lúc"))

    class Meta:
        verbose_name = _("Ý kiến")
        verbose_name_plural = _("Ý kiến")
        ordering: ClassVar = ["at", "pk"]
        indexes: ClassVar = [models.Index(fields=["-at"])]

    def __str__(self) -> str:
        return self.text[:80]


class DeclineState(models.TextChoices):
    """What the coordinator made of it."""

    OPEN = "open", _("Chờ xem xét")
    ACCEPTED = "accepted", _("Đã chấp nhận")
    REFUSED = "refused", _("Không chấp nhận")


class TaskDecline(models.Model):
    """An agency says that a task is not its own; the coordinator decides."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="declines")
    agency = models.ForeignKey("agencies.Agency", verbose_name=_("Cơ quan"), on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(_("Lý do"))
    at = models.DateTimeField(_("Lúc"))
    state = models.CharField(_("Xử lý"), max_length=10, choices=DeclineState, default=DeclineState.OPEN)
    answer = models.TextField(_("Trả lời"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("Từ chối")
        verbose_name_plural = _("Từ chối")
        ordering: ClassVar = ["-at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["task", "agency"], condition=Q(state=DeclineState.OPEN.value), name="decline_is_open_once"
            )
        ]

    def __str__(self) -> str:
        return self.reason[:80]


# What only repeats other columns, or moves without anybody's doing, is left out of the record.
keep_record(Plan)
keep_record(Task, leave_out=("search", "sort_day", "gaps", "vague", "lead_name", "version", "quiet_since"))
for _model in (TaskAgency, TaskUpdate, Evidence, TaskComment, TaskDecline):
    keep_record(_model)
