"""Agencies of the tests."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from banggiao.agencies.demonstration import lam_giang_set_up
from banggiao.agencies.models import Agency, AgencyGroup, AgencyName, GroupRule, Succession
from banggiao.agencies.naming import key

TODAY = date(2026, 3, 16)
"""The day on which tests of agencies stand: a Monday after both reorganisations of 2025."""

_numbers = count(1)


def make_agency(*, short_name: str = "", aliases: tuple[str, ...] = (), **changes: Any) -> Agency:
    """A department of the province with one official name that holds as long as the agency does."""
    number = next(_numbers)
    fields: dict[str, Any] = {
        "code": f"CQ{number}",
        "name": f"Sở Thử việc số {number}",
        "short_name": short_name,
        "level": "province",
        "tier": "province",
        "kind": "department",
    }
    agency = Agency.objects.create(**{**fields, **changes})
    names = [(agency.name, "official"), (short_name, "short"), *((alias, "alias") for alias in aliases)]
    for name, kind in names:
        if name:
            make_agency_name(agency=agency, name=name, kind=kind)
    return agency


def make_agency_name(*, agency: Agency, name: str, kind: str = "official", **changes: Any) -> AgencyName:
    """A name of an agency, valid as long as the agency is unless told otherwise."""
    fields: dict[str, Any] = {"valid_from": agency.valid_from, "valid_to": agency.valid_to}
    return AgencyName.objects.create(agency=agency, name=name, kind=kind, search_key=key(name), **{**fields, **changes})


def make_group(*, rules: tuple[dict[str, Any], ...] = (), **changes: Any) -> AgencyGroup:
    """A standing group with its rules."""
    group = AgencyGroup.objects.create(**{"name": f"Các cơ quan nhóm {next(_numbers)}", **changes})
    for rule in rules:
        GroupRule.objects.create(group=group, **rule)
    return group


def make_succession(*, predecessor: Agency, successor: Agency, **changes: Any) -> Succession:
    """That one agency follows another in everything since the first of March 2025."""
    return Succession.objects.create(
        **{"predecessor": predecessor, "successor": successor, "on": date(2025, 3, 1), **changes}
    )


def make_lam_giang() -> dict[str, Agency]:
    """The whole province of the samples, its agencies by code."""
    lam_giang_set_up(by=None, today=TODAY)
    return Agency.objects.in_bulk(field_name="code")
