"""What stands around tasks: passings to successors, dates that were met, rhythms of reporting, calendars."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from banggiao.accounts.record import keep_record
from banggiao.tasks.models.work import RHYTHMS, Plan, Task, TaskAgency


class SharePassing(models.Model):
    """That the share of an agency which ended went to a successor. Without `by` it passed by itself on its day."""

    share = models.ForeignKey(TaskAgency, on_delete=models.CASCADE, related_name="passings")
    to = models.ForeignKey(TaskAgency, on_delete=models.CASCADE, related_name="received")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("Lúc"))

    class Meta:
        verbose_name = _("Kế thừa nhiệm vụ")
        verbose_name_plural = _("Kế thừa nhiệm vụ")
        constraints: ClassVar = [models.UniqueConstraint(fields=["share", "to"], name="share_passes_once")]

    def __str__(self) -> str:
        return f"{self.share_id} → {self.to_id}"


class TaskRound(models.Model):
    """One date of recurring work that was met: `deadline` is its last day in time, `done_on` the day it was done.

    Dates still to come are not kept, they follow from the rhythm; the one that is due now is the task's own.
    """

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="rounds")
    deadline = models.DateField(_("Kỳ hạn"))
    done_on = models.DateField(_("Hoàn thành ngày"))

    class Meta:
        verbose_name = _("Kỳ của nhiệm vụ")
        verbose_name_plural = _("Kỳ của nhiệm vụ")
        ordering: ClassVar = ["deadline"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["task", "deadline"], name="round_is_done_once")]

    def __str__(self) -> str:
        return f"{self.deadline:%d/%m/%Y}"


class ReportingRhythm(models.Model):
    """When a plan asks whom to report to whom, as it says it; reporting periods are made from these."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="reporting_rhythms")
    finding = models.ForeignKey("documents.Finding", null=True, on_delete=models.SET_NULL, related_name="+")
    rhythm = models.CharField(_("Định kỳ"), max_length=10, choices=RHYTHMS)
    month = models.PositiveSmallIntegerField(_("Tháng"), null=True, blank=True)
    day = models.PositiveSmallIntegerField(_("Ngày"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(_("Năm"), null=True, blank=True)
    text = models.TextField(_("Theo văn bản"))
    who = models.TextField(_("Ai báo cáo"), blank=True)
    to = models.TextField(_("Gửi ai"), blank=True)
    agencies = models.ManyToManyField("agencies.Agency", related_name="+", blank=True)
    recipients = models.ManyToManyField("agencies.Agency", related_name="+", blank=True)
    path = models.CharField(max_length=200, blank=True)
    span_start = models.PositiveIntegerField(null=True, blank=True)
    span_end = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        verbose_name = _("Chế độ báo cáo")
        verbose_name_plural = _("Chế độ báo cáo")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.text[:80]


class Handled(models.Model):
    """The coordinator decided what becomes of a content item that nobody owned: a task, or none needed."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="handled")
    path = models.CharField(max_length=200)
    task = models.ForeignKey(Task, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    reason = models.TextField(_("Lý do"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("Nội dung đã xử lý")
        verbose_name_plural = _("Nội dung đã xử lý")
        constraints: ClassVar = [models.UniqueConstraint(fields=["plan", "path"], name="item_is_handled_once")]

    def __str__(self) -> str:
        return self.path


class CalendarFeed(models.Model):
    """The secret address under which a person's calendar fetches the deadlines of one of their posts.

    Only a digest of the secret is kept: whoever reads the database cannot read anybody's calendar with it.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="task_calendar")
    post = models.ForeignKey("accounts.Post", on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("Lịch thời hạn")
        verbose_name_plural = _("Lịch thời hạn")

    def __str__(self) -> str:
        return str(self.user)


keep_record(CalendarFeed, mask=("digest",))
for _model in (SharePassing, TaskRound, ReportingRhythm, Handled):
    keep_record(_model)
