"""Standing groups: their list, who belongs to one on a day, and their changes."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from banggiao.accounts.access import Actor, demand
from banggiao.agencies import services
from banggiao.agencies.access import can_keep
from banggiao.agencies.forms import DayForm, GroupForm, MemberForm, RuleForm, RuleFormSet, rules_of
from banggiao.agencies.models import AgencyGroup, GroupMember
from banggiao.agencies.queries.pages import group_page, group_rows
from banggiao.agencies.views.asking import actor_of, day_asked, group_asked, keeper


@require_safe
def group_list(request: HttpRequest) -> HttpResponse:
    """All standing groups with how many belong to each on a day."""
    actor, on = actor_of(request), day_asked(request)
    context = {
        "rows": group_rows(actor, on),
        "on": on,
        "is_today": on == timezone.localdate(),
        "day_form": DayForm(initial={"ngay": on}, auto_id="%s"),
        "may_keep": can_keep(actor),
    }
    return render(request, "agencies/group_list.html", context)


@require_safe
def group_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One group, unfolded on a day."""
    return _group(request, pk, MemberForm() if can_keep(actor_of(request)) else None)


@require_http_methods(["GET", "HEAD", "POST"])
def group_create(request: HttpRequest) -> HttpResponse:
    """A new group."""
    actor = keeper(request)
    demand(can_keep(actor))
    return _form(request, actor, None)


@require_http_methods(["GET", "HEAD", "POST"])
def group_change(request: HttpRequest, pk: int) -> HttpResponse:
    """A group's name, phrases and rules."""
    actor, group = keeper(request), group_asked(request, pk)
    demand(can_keep(actor))
    return _form(request, actor, group)


@require_POST
def group_member_set(request: HttpRequest, pk: int) -> HttpResponse:
    """Add an agency to a group or leave it out."""
    actor, group = keeper(request), group_asked(request, pk)
    demand(can_keep(actor))
    form = MemberForm(request.POST)
    if form.is_valid():
        try:
            services.group_member_set(
                by=actor,
                group=group,
                agency=form.cleaned_data["agency"],
                included=form.cleaned_data["included"],
                validity=form.validity,
                reason=form.cleaned_data["reason"],
            )
        except ValidationError as faults:
            form.add_faults(faults)
        else:
            messages.success(request, _("Đã ghi thành viên của nhóm."))
            return redirect("agencies:group_detail", group.pk)
    return _group(request, pk, form)


@require_POST
def group_member_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the rules decide about an agency again."""
    actor = keeper(request)
    member = get_object_or_404(GroupMember, pk=pk)
    services.group_member_remove(by=actor, member=member)
    messages.success(request, _("Đã bỏ quyết định riêng; thành viên theo tiêu chí của nhóm."))
    return redirect("agencies:group_detail", member.group_id)


def _group(request: HttpRequest, pk: int, form: MemberForm | None) -> HttpResponse:
    actor, day = actor_of(request), day_asked(request)
    try:
        page = group_page(actor, pk, day)
    except AgencyGroup.DoesNotExist as missing:
        raise Http404 from missing
    context = {
        "page": page,
        "group": page.group,
        "on": day,
        "is_today": day == timezone.localdate(),
        "day_form": DayForm(initial={"ngay": day}, auto_id="%s"),
        "form": form,
        "may_keep": can_keep(actor),
    }
    return render(request, "agencies/group_detail.html", context)


def _form(request: HttpRequest, actor: Actor, group: AgencyGroup | None) -> HttpResponse:
    form = GroupForm(request.POST or None, initial=_initial(group) if group else None)
    rules = RuleFormSet(request.POST or None, initial=rules_of(group) if group else [], prefix="rules")
    if request.method == "POST" and form.is_valid() and rules.is_valid():
        kept = tuple(rule.rule_fields for rule in rules if _is_kept(rule))
        fields = form.group_fields(kept)
        try:
            if group is None:
                group = services.group_create(by=actor, fields=fields)
            else:
                services.group_change(by=actor, group=group, fields=fields)
        except ValidationError as faults:
            form.add_faults(faults)
        else:
            messages.success(request, _("Đã lưu nhóm."))
            return redirect("agencies:group_detail", group.pk)
    return render(request, "agencies/group_form.html", {"form": form, "rules": rules, "group": group})


def _initial(group: AgencyGroup) -> dict[str, object]:
    return {
        "name": group.name,
        "phrases": "\n".join(group.phrases),
        "is_open": group.is_open,
        "note": group.note,
    }


def _is_kept(rule: RuleForm) -> bool:
    """Whether a line of rules says anything and is not ticked for removal; a line left empty is no rule."""
    if rule.cleaned_data.get("DELETE"):
        return False
    return any(rule.cleaned_data.get(field) for field in ("level", "tier", "kind"))
