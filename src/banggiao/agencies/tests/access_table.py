"""What each role gets at each address of agencies: all may look them up, coordinator and administrator change them."""

from __future__ import annotations

from typing import Any

from banggiao.agencies.models import OrganisationCode
from banggiao.testing.access import row
from banggiao.testing.agencies import make_agency_name, make_group, make_succession
from banggiao.testing.cast import Cast


def agency(cast: Cast) -> dict[str, Any]:
    return {"pk": cast.health.pk}


def group(_cast: Cast) -> dict[str, Any]:
    return {"pk": make_group().pk}


def name(cast: Cast) -> dict[str, Any]:
    return {"pk": make_agency_name(agency=cast.health, name="Sở Y tế tỉnh").pk}


def code(cast: Cast) -> dict[str, Any]:
    return {"pk": OrganisationCode.objects.create(agency=cast.finance, code="H42.12").pk}


def succession(cast: Cast) -> dict[str, Any]:
    return {"pk": make_succession(predecessor=cast.health, successor=cast.finance).pk}


def nothing(_cast: Cast) -> dict[str, Any]:
    return {"pk": 1}


KEEPERS = {"everybody": 403, "coordinator": 200, "administrator": 200}
KEPT = {"everybody": 403, "coordinator": 302, "administrator": 302}

ROWS = [
    row("agencies:agency_list", everybody=200),
    row("agencies:agency_suggest", everybody=200),
    row("agencies:agency_detail", everybody=200, args=agency),
    row("agencies:group_list", everybody=200),
    row("agencies:group_detail", everybody=200, args=group),
    row("agencies:sheet_template", everybody=200),
    row("agencies:agencies_import", **KEEPERS),
    row("agencies:agency_create", **KEEPERS),
    row("agencies:agency_change", **KEEPERS, args=agency),
    row("agencies:agency_contact_change", **KEEPERS, other_focal_point=200, args=agency),
    row("agencies:agency_rename", **KEEPERS, args=agency),
    row("agencies:agency_dissolve", **KEEPERS, args=agency),
    row("agencies:name_add", **KEEPERS, args=agency),
    row("agencies:name_remove", method="post", **KEPT, args=name),
    row("agencies:code_add", **KEEPERS, args=agency),
    row("agencies:code_remove", method="post", **KEPT, args=code),
    row("agencies:succession_add", **KEEPERS, args=agency),
    row("agencies:succession_remove", method="post", **KEPT, args=succession),
    row("agencies:group_create", **KEEPERS),
    row("agencies:group_change", **KEEPERS, args=group),
    row("agencies:group_member_set", method="post", **KEEPERS, args=group),
    row("agencies:group_member_remove", method="post", everybody=404, args=nothing),
]
