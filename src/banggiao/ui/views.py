"""Pages that say what went wrong, what was kept and what to do; and the choice of a language."""

from __future__ import annotations

import sys

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import Resolver404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from banggiao.ui.faults import is_full, is_locked


@login_not_required
@require_POST
def language_choose(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language in a cookie and go back."""
    return set_language(request)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (Django's signature)
    return _said(
        request,
        400,
        _("Yêu cầu không đọc được"),
        _("Dữ liệu gửi lên không đúng dạng. Chưa có gì thay đổi. Hãy quay lại trang trước và thử lại."),
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Says the reason that access.py gave."""
    reason = str(exception) if isinstance(exception, PermissionDenied) else ""
    return _said(request, 403, _("Việc này ngoài thẩm quyền của vị trí đang dùng"), reason)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Also what strangers get: that something is there is not theirs to know."""
    own_words = "" if isinstance(exception, Resolver404) else str(exception)
    standard = _("Địa chỉ có thể đã gõ sai, nội dung đã được chuyển đi, hoặc thuộc cơ quan khác.")
    return _said(request, 404, _("Không tìm thấy trang này"), own_words if own_words.endswith(".") else standard)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 (Django's signature)
    return _said(
        request,
        403,
        _("Phiên làm việc đã cũ"),
        _("Trang mở quá lâu hoặc trình duyệt chặn cookie, nên chưa lưu được. Tải lại trang rồi gửi lại."),
    )


def server_error(_request: HttpRequest) -> HttpResponse:
    """Touches neither database nor session: one of them may be what failed."""
    fault = sys.exc_info()[1]
    if is_full(fault):
        title = _("Máy chủ hết chỗ lưu trữ")
        reason = _(
            "Thao tác vừa rồi chưa được ghi; mọi dữ liệu đã lưu trước đó vẫn nguyên. "
            "Hãy báo người quản trị giải phóng ổ đĩa, rồi làm lại."
        )
        return _failed(507, title, reason)
    if is_locked(fault):
        title = _("Cơ sở dữ liệu đang bận")
        reason = _(
            "Thao tác vừa rồi chưa được ghi; mọi dữ liệu đã lưu trước đó vẫn nguyên. "
            "Hãy đợi ít phút rồi làm lại; nếu vẫn vậy, báo người quản trị."
        )
        return _failed(503, title, reason)
    return _failed(
        500,
        _("Hệ thống gặp lỗi"),
        _(
            "Việc vừa làm chưa được lưu; mọi dữ liệu trước đó còn nguyên. Hãy thử lại sau ít phút. "
            "Nếu vẫn gặp lỗi, báo người quản trị giờ gặp lỗi và việc đang làm."
        ),
    )


def _failed(status: int, title: str, reason: str) -> HttpResponse:
    page = render_to_string("ui/500.html", {"status": status, "title": title, "reason": reason})
    return HttpResponse(page, status=status, headers={"Retry-After": "60"} if status == 503 else {})


def _said(request: HttpRequest, status: int, title: str, reason: str) -> HttpResponse:
    return render(request, "ui/error.html", {"status": status, "title": title, "reason": reason}, status=status)
