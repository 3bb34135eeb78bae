"""What the app documents keeps: files, documents, readings, findings with their changes, and citations.

A `Document` is a file that came in, or an entry known only because others cite it. Each file is read once into a
`Reading`; what was read becomes `Finding`s that people decide on. Enums and transitions stand in `rules`.
"""

from __future__ import annotations

from bisect import bisect_right

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banggiao.accounts.record import keep_record
from banggiao.documents.rules import DocumentState, FindingKind, FindingState, Validity

STATES = [
    (DocumentState.ENTRY, _("Chưa có tệp")),
    (DocumentState.RECEIVED, _("Đã nhận")),
    (DocumentState.READING, _("Đang đọc")),
    (DocumentState.TO_REVIEW, _("Chờ rà soát")),
    (DocumentState.CONFIRMED, _("Đã xác nhận")),
    (DocumentState.FAILED, _("Không đọc được")),
]
VALIDITIES = [
    (Validity.IN_FORCE, _("Còn hiệu lực")),
    (Validity.SUPERSEDED, _("Đã được thay thế")),
    (Validity.REPEALED, _("Đã bãi bỏ")),
]
FINDING_KINDS = [
    (FindingKind.ASSIGNMENT, _("Nhiệm vụ")),
    (FindingKind.DEADLINE, _("Thời hạn")),
    (FindingKind.TARGET, _("Chỉ tiêu")),
    (FindingKind.PARTNER, _("Đối tác")),
    (FindingKind.CITATION, _("Viện dẫn")),
    (FindingKind.CONTENT, _("Nội dung")),
    (FindingKind.HEADING, _("Đề mục")),
]
FINDING_STATES = [
    (FindingState.PROPOSED, _("Chờ quyết định")),
    (FindingState.ACCEPTED, _("Đã nhận")),
    (FindingState.EDITED, _("Đã sửa")),
    (FindingState.DROPPED, _("Đã bỏ")),
]


class StoredFile(models.Model):
    """A file kept unchanged; its content is named by its digest and exists once."""

    sha256 = models.CharField(_("Mã băm SHA-256"), max_length=64, unique=True)
    name = models.CharField(_("Tên tệp"), max_length=255)
    size = models.PositiveBigIntegerField(_("Dung lượng"))
    media_type = models.CharField(_("Loại tệp"), max_length=100)
    file = models.FileField(_("Tệp"), max_length=255)
    created_at = models.DateTimeField(_("Lưu lúc"), auto_now_add=True)

    class Meta:
        verbose_name = _("Tệp")
        verbose_name_plural = _("Tệp")

    def __str__(self) -> str:
        return self.name


class Document(models.Model):
    """An official document: what is known of it, where it stands, and whether it still binds.

    `symbol_key` is `rules.document_key` (empty without a number). Entries are unique by key and locality, documents
    with a file by their date too, so that readings and uploads that run at the same time make one row.
    `bare` holds what the library searches.
    """

    kind = models.CharField(_("Loại văn bản"), max_length=100, blank=True)
    number = models.CharField(_("Số, ký hiệu"), max_length=100, blank=True)
    symbol_key = models.CharField(max_length=200, blank=True, db_index=True)
    locality = models.CharField(max_length=120, blank=True)
    date = models.DateField(_("Ngày ban hành"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(_("Năm"), null=True, blank=True)
    place = models.CharField(_("Nơi ban hành"), max_length=120, blank=True)
    issuer = models.CharField(_("Cơ quan ban hành"), max_length=255, blank=True)
    signer = models.CharField(_("Người ký"), max_length=255, blank=True)
    title = models.TextField(_("Trích yếu"), blank=True)
    bare = models.TextField(blank=True, editable=False)
    state = models.CharField(_("Trạng thái"), max_length=20, choices=STATES, default=DocumentState.ENTRY)
    failure_code = models.CharField(max_length=40, blank=True)
    failure_message = models.TextField(_("Lý do không đọc được"), blank=True)
    reading_since = models.DateTimeField(null=True, blank=True, editable=False)
    validity = models.CharField(_("Hiệu lực"), max_length=20, choices=VALIDITIES, default=Validity.IN_FORCE)
    validity_from = models.DateField(_("Hết hiệu lực từ"), null=True, blank=True)
    superseded_by = models.ForeignKey(
        "self",
        verbose_name=_("Thay thế bởi"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="supersedes",
    )
    file = models.OneToOneField(
        StoredFile, verbose_name=_("Tệp"), null=True, blank=True, on_delete=models.PROTECT, related_name="document"
    )
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Người nhận"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    received_at = models.DateTimeField(_("Nhận lúc"), null=True, blank=True)
    signatures = models.JSONField(_("Chữ ký số"), default=list, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("Văn bản")
        verbose_name_plural = pgettext_lazy("số nhiều", "Văn bản")
        indexes = (
            models.Index(fields=["state", "received_at"]),
            models.Index(fields=["-date"]),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["symbol_key", "locality"],
                condition=models.Q(state=DocumentState.ENTRY) & ~models.Q(symbol_key=""),
                name="document_entry_is_known_once",
            ),
            models.UniqueConstraint(
                fields=["symbol_key", "locality", "date"],
                condition=~models.Q(state=DocumentState.ENTRY) & ~models.Q(symbol_key=""),
                name="document_is_stored_once",
            ),
            models.CheckConstraint(
                condition=models.Q(state=DocumentState.ENTRY) | models.Q(file__isnull=False),
                name="document_without_file_is_entry",
            ),
        )

    def __str__(self) -> str:
        if not self.number[:1].isalnum():
            return f"{self.kind or _('Văn bản')} {_('chưa có số')}"
        return f"{self.kind} {self.number}".strip()


class Reading(models.Model):
    """What the engine read out of a document.

    `text` is the source text that all spans count in, `words` the same text as searches compare it
    (`rules.searchable`), `pages` where its pages begin, `data` the JSON of `vanban.render.json` together with `blocks`
    (`[start, end, kind, row]`, how the text is set on the page).
    """

    document = models.OneToOneField(Document, on_delete=models.CASCADE, related_name="reading")
    engine = models.CharField(_("Phiên bản bộ đọc"), max_length=20)
    text = models.TextField()
    words = models.TextField(blank=True, editable=False)
    type = models.CharField(max_length=20)
    pages = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    data = models.JSONField(default=dict)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("Bản đọc")
        verbose_name_plural = _("Bản đọc")

    def __str__(self) -> str:
        return str(self.document)

    def page_of(self, offset: int) -> int | None:
        """The page, counted from 1, on which an offset of the text stands; None where there are no pages."""
        return bisect_right(self.pages, offset) if self.pages else None


class Finding(models.Model):
    """One thing that a document says, with its place in the text, and what people made of it.

    `fields` has the shape of `rules.clean_fields`. `version` grows with every change: whoever changes a finding says
    which version was seen. Rows that were split, merged away or undone stay with `live` off: history keeps them.
    """

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="findings")
    kind = models.CharField(_("Loại"), max_length=20, choices=FINDING_KINDS)
    path = models.CharField(_("Đề mục"), max_length=200, blank=True)
    order = models.FloatField(default=0)
    text = models.TextField(_("Nội dung"))
    span_start = models.PositiveIntegerField()
    span_end = models.PositiveIntegerField()
    page = models.PositiveIntegerField(_("Trang"), null=True, blank=True)
    confidence = models.FloatField(_("Độ chắc chắn"), default=1.0)
    doubts = models.JSONField(default=list, blank=True)
    fields = models.JSONField(default=dict, blank=True)
    state = models.CharField(_("Trạng thái"), max_length=20, choices=FINDING_STATES, default=FindingState.PROPOSED)
    live = models.BooleanField(default=True)
    added = models.BooleanField(_("Do người thêm"), default=False)
    version = models.PositiveIntegerField(default=1)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("Kết quả đọc")
        verbose_name_plural = _("Kết quả đọc")
        ordering = (
            "order",
            "pk",
        )
        indexes = (models.Index(fields=["reading", "live", "kind", "state"]),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(span_end__gte=models.F("span_start")), name="finding_span_is_forward"
            ),
        )

    def __str__(self) -> str:
        return self.text[:80]


class FindingChange(models.Model):
    """One change of one finding; changes of one act share `batch`. The log that undo and redo walk.

    `before` and `after` are snapshots (`services.snapshots`), `before` empty where the finding was made by the act.
    `undone_at` is set while the act is taken back.
    """

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="changes")
    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="changes")
    batch = models.UUIDField(db_index=True)
    action = models.CharField(_("Việc đã làm"), max_length=20)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    version = models.PositiveIntegerField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("Thay đổi kết quả đọc")
        verbose_name_plural = _("Thay đổi kết quả đọc")
        indexes = (models.Index(fields=["reading", "by", "undone_at"]),)

    def __str__(self) -> str:
        return f"{self.action} {self.finding_id}"


class ReviewPresence(models.Model):
    """Who has the review of a document open, and when their page last said so."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        verbose_name = _("Người đang rà soát")
        verbose_name_plural = _("Người đang rà soát")
        constraints = (models.UniqueConstraint(fields=["document", "user"], name="presence_is_one_a_person"),)

    def __str__(self) -> str:
        return f"{self.document_id} {self.user_id}"


class Citation(models.Model):
    """One mention of a document in another. `basis`: what the citing document rests on (title and preamble).

    Made when a document is read, official once its plan is confirmed (`confirmed`).
    """

    citing = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="cites")
    cited = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="cited_by")
    finding = models.OneToOneField(Finding, null=True, on_delete=models.CASCADE, related_name="citation")
    text = models.TextField(_("Cách viện dẫn"))
    span_start = models.PositiveIntegerField()
    span_end = models.PositiveIntegerField()
    path = models.CharField(max_length=200, blank=True)
    basis = models.BooleanField(_("Căn cứ"), default=False)
    confirmed = models.BooleanField(_("Đã xác nhận"), default=False)

    class Meta:
        verbose_name = _("Viện dẫn")
        verbose_name_plural = _("Viện dẫn")

    def __str__(self) -> str:
        return self.text


keep_record(StoredFile)
keep_record(Document, leave_out=("bare", "reading_since", "version", "changed_at", "changed_by"))
keep_record(Finding, leave_out=("version", "changed_at", "changed_by"))
keep_record(Citation)
