"""A person's own pages, and how somebody who was invited comes in."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from banggiao.accounts import queries, services
from banggiao.accounts.access import ActorRequest
from banggiao.accounts.forms import AcceptForm, PersonForm
from banggiao.accounts.middleware import POST_KEY
from banggiao.accounts.models import User


def profile(request: ActorRequest) -> HttpResponse:
    """Name, telephone, posts, and the ways to protect the account."""
    assert isinstance(request.user, User)
    form = PersonForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        services.profile_edit(
            user_id=request.user.pk, full_name=form.cleaned_data["full_name"], phone=form.cleaned_data["phone"]
        )
        messages.success(request, _("Đã lưu thông tin của bạn."))
        return redirect("accounts:profile")
    acting = getattr(request, "acting", None)
    post_id = acting.post.pk if acting else None
    page = queries.own_page(request.user, acting_post_id=post_id, today=timezone.localdate())
    return render(request, "accounts/profile.html", {"form": form, "page": page})


@require_POST
def post_choose(request: ActorRequest, post_id: int) -> HttpResponse:
    """Act in another of one's posts from now on in this session."""
    assert isinstance(request.user, User)
    found = queries.acting(request.user, chosen=post_id, today=timezone.localdate())
    if found is None or found.post.pk != post_id:
        raise Http404
    request.session[POST_KEY] = post_id
    messages.success(request, _("Đang làm việc với vị trí: %(post)s.") % {"post": queries.post_words([found.post])})
    back = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return redirect(back if safe else "/")


@login_not_required
@never_cache
@sensitive_post_parameters("password", "again")
def invitation_accept(request: HttpRequest, token: str) -> HttpResponse:
    """Make the account of somebody who was invited."""
    now = timezone.now()
    try:
        invitation = services.invitation_of(token, now=now)
        person = User(email=invitation.email, full_name=invitation.full_name)
        form = AcceptForm(request.POST or None, instance=person)
        if request.method == "POST" and form.is_valid():
            services.invitation_accept(
                token=token,
                full_name=form.cleaned_data["full_name"],
                phone=form.cleaned_data["phone"],
                password=form.cleaned_data["password"],
                now=now,
            )
            messages.success(request, _("Tài khoản đã sẵn sàng. Hãy đăng nhập."))
            return redirect(reverse("account_login"))
    except services.InvitationUnusable as unusable:
        return render(request, "accounts/invitation_unusable.html", {"reason": str(unusable)}, status=410)
    return render(request, "accounts/invitation_accept.html", {"form": form, "invitation": invitation})
