"""All addresses: Vietnamese without accents, one prefix for each app, one namespace for each app's label."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

PREFIXES = (
    ("", "banggiao.ui.urls"),
    ("", "banggiao.home.urls"),
    ("", "banggiao.accounts.urls"),
    ("tai-khoan/", "banggiao.accounts.signin_urls"),
    ("van-ban/", "banggiao.documents.urls"),
    ("nhiem-vu/", "banggiao.tasks.urls"),
    ("co-quan/", "banggiao.agencies.urls"),
)

urlpatterns: list[URLPattern | URLResolver] = [
    path(prefix, include(module)) for prefix, module in PREFIXES if find_spec(module)
]

handler400 = "banggiao.ui.views.bad_request"
handler403 = "banggiao.ui.views.forbidden"
handler404 = "banggiao.ui.views.not_found"
handler500 = "banggiao.ui.views.server_error"
