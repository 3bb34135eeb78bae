"""The shape of what people write on these pages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_text_html, validate_password
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from banggiao.accounts.models import Invitation, Post, Role, User
from banggiao.accounts.services import PostFields
from banggiao.ui.forms import DateInput


class _PostForm(forms.ModelForm):  # type: ignore[type-arg]
    """Role, agency and title; offers only agencies that exist today."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        agency = self.fields["agency"]
        assert isinstance(agency, forms.ModelChoiceField)
        today = timezone.localdate()
        agency.queryset = agency.queryset.filter(  # type: ignore[union-attr]
            Q(valid_from=None) | Q(valid_from__lte=today), Q(valid_to=None) | Q(valid_to__gte=today)
        )
        agency.empty_label = _("Toàn tỉnh (không thuộc một cơ quan)")
        role = self.fields["role"]
        assert isinstance(role, forms.ChoiceField)
        role.choices = [("", _("Chọn vai trò")), *Role.choices]
        self.fields["title"].help_text = _("Ví dụ: Chuyên viên, Phó Giám đốc.")

    @property
    def post_fields(self) -> PostFields:
        agency = self.cleaned_data["agency"]
        return PostFields(
            role=self.cleaned_data["role"],
            agency_id=agency.pk if agency else None,
            title=self.cleaned_data["title"],
            valid_from=self.cleaned_data.get("valid_from"),
        )


class InvitationForm(_PostForm):
    class Meta:
        model = Invitation
        fields = ("full_name", "email", "role", "agency", "title")


class PostForm(_PostForm):
    class Meta:
        model = Post
        fields = ("role", "agency", "title", "valid_from")
        widgets = {"valid_from": DateInput()}  # noqa: RUF012


class PostEndForm(forms.Form):
    """The last day of a post."""

    last_day = forms.DateField(
        label=_("Ngày cuối giữ vị trí"), widget=DateInput({"aria-label": _("Ngày cuối giữ vị trí")})
    )


class PersonForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = User
        fields = ("full_name", "phone")


class AcceptForm(forms.ModelForm):  # type: ignore[type-arg]
    """What somebody writes who was invited."""

    password = forms.CharField(
        label=_("Mật khẩu"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Nhập lại mật khẩu"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    class Meta:
        model = User
        fields = ("full_name", "phone")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = password_validators_help_text_html()

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        password = self.cleaned_data.get("password")
        if password:
            if password != self.cleaned_data.get("again"):
                self.add_error("again", _("Hai lần nhập mật khẩu khác nhau."))
            self._check(password)
        return cleaned

    def _check(self, password: str) -> None:
        person = User(email=self.instance.email, full_name=self.cleaned_data.get("full_name", ""))
        try:
            validate_password(password, person)
        except forms.ValidationError as weak:
            self.add_error("password", weak)
