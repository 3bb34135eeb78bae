"""Addresses of django-allauth's pages that we use, under names that it asks for; the rest of its pages do not exist."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as socialaccount
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from allauth.usersessions import views as usersessions
from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path

urlpatterns = [
    path("dang-nhap/", account.login, name="account_login"),
    path("dang-xuat/", account.logout, name="account_logout"),
    path("dang-ky/", account.signup, name="account_signup"),
    path("bi-khoa/", account.account_inactive, name="account_inactive"),
    path("xac-nhan/", account.reauthenticate, name="account_reauthenticate"),
    path("mat-khau/doi/", account.password_change, name="account_change_password"),
    path("mat-khau/dat/", account.password_set, name="account_set_password"),
    path("mat-khau/quen/", account.password_reset, name="account_reset_password"),
    path("mat-khau/quen/da-gui/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^mat-khau/quen/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("mat-khau/quen/xong/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("bao-ve/", mfa.index, name="mfa_index"),
    path("bao-ve/ma/", mfa.authenticate, name="mfa_authenticate"),
    path("bao-ve/xac-nhan/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("bao-ve/ung-dung/bat/", totp.activate_totp, name="mfa_activate_totp"),
    path("bao-ve/ung-dung/tat/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("bao-ve/ma-du-phong/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("bao-ve/ma-du-phong/tao/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("bao-ve/ma-du-phong/tai-ve/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("bao-ve/khoa/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("bao-ve/khoa/them/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("bao-ve/khoa/dang-nhap/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("bao-ve/khoa/xac-nhan/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("bao-ve/khoa/<int:pk>/sua/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("bao-ve/khoa/<int:pk>/go/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path("phien/", usersessions.list_usersessions, name="usersessions_list"),
    path("noi-cap/da-huy/", socialaccount.login_cancelled, name="socialaccount_login_cancelled"),
    path("noi-cap/loi/", login_not_required(socialaccount.login_error), name="socialaccount_login_error"),
    path("noi-cap/dang-ky/", socialaccount.signup, name="socialaccount_signup"),
    path("noi-cap/<slug:provider_id>/", openid_connect.login, name="openid_connect_login"),
    path("noi-cap/<slug:provider_id>/tra-loi/", openid_connect.callback, name="openid_connect_callback"),
]
