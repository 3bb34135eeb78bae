"""Administration of people: who they are, what they hold, who is invited."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from banggiao.accounts import queries, services
from banggiao.accounts.access import ActorRequest, can_manage_people, demand
from banggiao.accounts.forms import InvitationForm, PersonForm, PostEndForm, PostForm
from banggiao.accounts.lists import PEOPLE
from banggiao.accounts.models import Invitation, Post, User
from banggiao.ui.exports import export, wanted_export


def people_list(request: ActorRequest) -> HttpResponse:
    """Everybody, with what they hold today."""
    demand(can_manage_people(request.actor))
    rows = queries.people(request.actor, today=timezone.localdate())
    listing = PEOPLE.listing(rows, request.GET, path=request.path)
    if wanted_export(listing):
        return export(listing, name="nguoi-dung", title=_("Người dùng"))
    waiting = queries.open_invitations().count()
    return render(request, "accounts/people_list.html", {"listing": listing, "waiting": waiting})


def person_detail(request: ActorRequest, user_id: int) -> HttpResponse:
    """One person: name, posts now and before, protection."""
    demand(can_manage_people(request.actor))
    return _person_page(request, user_id)


@require_POST
def person_edit(request: ActorRequest, user_id: int) -> HttpResponse:
    demand(can_manage_people(request.actor))
    form = PersonForm(request.POST, instance=get_object_or_404(User, pk=user_id))
    if not form.is_valid():
        return _person_page(request, user_id, person_form=form)
    services.person_edit(
        by=request.actor,
        user_id=user_id,
        full_name=form.cleaned_data["full_name"],
        phone=form.cleaned_data["phone"],
    )
    messages.success(request, _("Đã lưu thông tin."))
    return redirect("accounts:person_detail", user_id)


@require_POST
def post_add(request: ActorRequest, user_id: int) -> HttpResponse:
    demand(can_manage_people(request.actor))
    person = get_object_or_404(User, pk=user_id)
    form = PostForm(request.POST, instance=Post(user=person))
    if form.is_valid():
        try:
            services.post_add(by=request.actor, user_id=user_id, post=form.post_fields, today=timezone.localdate())
        except ValidationError as refused:
            form.add_error(None, refused.messages)
        else:
            messages.success(request, _("Đã giao thêm vị trí cho %(name)s.") % {"name": person.full_name})
            return redirect("accounts:person_detail", user_id)
    return _person_page(request, user_id, post_form=form)


@require_POST
def post_end(request: ActorRequest, post_id: int) -> HttpResponse:
    demand(can_manage_people(request.actor))
    post = get_object_or_404(Post, pk=post_id)
    form = PostEndForm(request.POST)
    if form.is_valid():
        services.post_end(by=request.actor, post_id=post_id, last_day=form.cleaned_data["last_day"])
        messages.success(request, _("Đã ghi ngày kết thúc vị trí."))
    else:
        messages.error(request, _("Chưa lưu: ngày kết thúc không đọc được."))
    return redirect("accounts:person_detail", post.user_id)


@require_POST
def person_block(request: ActorRequest, user_id: int) -> HttpResponse:
    services.person_block(by=request.actor, user_id=get_object_or_404(User, pk=user_id).pk)
    messages.success(request, _("Đã khóa tài khoản; mọi phiên đang mở đã kết thúc."))
    return redirect("accounts:person_detail", user_id)


@require_POST
def person_unblock(request: ActorRequest, user_id: int) -> HttpResponse:
    services.person_unblock(by=request.actor, user_id=get_object_or_404(User, pk=user_id).pk)
    messages.success(request, _("Đã mở khóa tài khoản."))
    return redirect("accounts:person_detail", user_id)


def invitation_list(request: ActorRequest) -> HttpResponse:
    """Letters that wait for an answer."""
    demand(can_manage_people(request.actor))
    context = {"invitations": queries.open_invitations(), "now": timezone.now()}
    return render(request, "accounts/invitation_list.html", context)


def invitation_send(request: ActorRequest) -> HttpResponse:
    demand(can_manage_people(request.actor))
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.invitation_send(
                by=request.actor,
                email=form.cleaned_data["email"],
                full_name=form.cleaned_data["full_name"],
                post=form.post_fields,
                now=timezone.now(),
                address=_address(request),
            )
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, _("Đã gửi lời mời tới %(email)s.") % {"email": form.cleaned_data["email"]})
            return redirect("accounts:invitation_list")
    return render(request, "accounts/invitation_send.html", {"form": form})


@require_POST
def invitation_resend(request: ActorRequest, invitation_id: int) -> HttpResponse:
    demand(can_manage_people(request.actor))
    get_object_or_404(Invitation, pk=invitation_id)
    try:
        sent = services.invitation_resend(
            by=request.actor, invitation_id=invitation_id, now=timezone.now(), address=_address(request)
        )
        messages.success(request, _("Đã gửi lại lời mời tới %(email)s.") % {"email": sent.email})
    except (ValidationError, services.InvitationUnusable) as refused:
        messages.error(request, " ".join(getattr(refused, "messages", [str(refused)])))
    return redirect("accounts:invitation_list")


@require_POST
def invitation_withdraw(request: ActorRequest, invitation_id: int) -> HttpResponse:
    services.invitation_withdraw(by=request.actor, invitation_id=invitation_id, now=timezone.now())
    messages.success(request, _("Đã rút lại lời mời."))
    return redirect("accounts:invitation_list")


def _person_page(request: ActorRequest, user_id: int, **forms: Any) -> HttpResponse:
    today = timezone.localdate()
    page = queries.person_page(request.actor, user_id, today=today)
    if page is None:
        raise Http404
    context = {
        "page": page,
        "person_form": PersonForm(instance=page.person),
        "post_form": PostForm(initial={"valid_from": today}),
        "end_form": PostEndForm(initial={"last_day": today}),
        **forms,
    }
    return render(request, "accounts/person_detail.html", context, status=422 if forms else 200)


def _address(request: ActorRequest) -> services.Address:
    return lambda token: request.build_absolute_uri(reverse("accounts:invitation_accept", args=[token]))
