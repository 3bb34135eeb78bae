"""How the states of documents look."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from banggiao.documents.rules import DocumentState, Validity
from banggiao.ui.badges import PlainBadge

STATE_BADGES = {
    DocumentState.ENTRY: PlainBadge(_("Chưa có tệp"), "file-off", "muted"),
    DocumentState.RECEIVED: PlainBadge(_("Đã nhận"), "inbox", "info"),
    DocumentState.READING: PlainBadge(_("Đang đọc"), "loader-2", "progress"),
    DocumentState.TO_REVIEW: PlainBadge(_("Chờ rà soát"), "file-search", "warn"),
    DocumentState.CONFIRMED: PlainBadge(_("Đã xác nhận"), "circle-check", "good"),
    DocumentState.FAILED: PlainBadge(_("Không đọc được"), "file-alert", "bad"),
}
VALIDITY_BADGES = {
    Validity.IN_FORCE: PlainBadge(_("Còn hiệu lực"), "check", "muted"),
    Validity.SUPERSEDED: PlainBadge(_("Đã được thay thế"), "replace", "warn"),
    Validity.REPEALED: PlainBadge(_("Đã bãi bỏ"), "ban", "bad"),
}
SIGNATURE_BADGES = {
    "valid": PlainBadge(_("Hợp lệ"), "certificate", "good"),
    "untrusted": PlainBadge(_("Nguyên vẹn, chưa xác minh được nơi cấp chứng thư"), "shield-check", "info"),
    "changed": PlainBadge(_("Văn bản đã bị sửa sau khi ký"), "shield-off", "bad"),
    "broken": PlainBadge(_("Không kiểm tra được"), "question-mark", "warn"),
}
"""By the verdict of `signatures.Checked`."""
