"""The first agencies of a province: what `banggiao setup` and the demonstration load."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor, demand
from banggiao.agencies import rules
from banggiao.agencies.access import can_keep
from banggiao.agencies.catalogue import Catalogue, NewAgency, Reorganisation, Territory, catalogue
from banggiao.agencies.models import Agency, AgencyGroup, AgencyName, GroupRule, Succession
from banggiao.agencies.naming import key


@transaction.atomic
def province_set_up(
    *,
    by: Actor | None,
    province: str,
    territory: Territory | None = None,
    reorganised: Reorganisation | None = None,
    today: date,
) -> list[Agency]:
    """Enter the standard agencies, successions and groups of a province (`tỉnh Lam Giang`).

    `by` is None where nobody has an account yet: the first call of `banggiao setup`. Agencies whose code is on record
    already stay as they are, so that it may be called again when communes are added. Gives the agencies that are new.

    Raises:
        ValidationError: the name does not begin with `tỉnh` or `thành phố`.
    """
    if by is not None:
        demand(can_keep(by))
    try:
        whole = catalogue(province, territory or Territory(), reorganised or Reorganisation())
    except ValueError as fault:
        message = _("Tên tỉnh phải bắt đầu bằng “tỉnh” hoặc “thành phố”, ví dụ: tỉnh Lam Giang.")
        raise ValidationError({"province": message}) from fault
    made = _keep_agencies(whole, today)
    _keep_successions(whole, {agency.code for agency in made})
    _keep_groups(whole)
    return made


def _keep_agencies(whole: Catalogue, today: date) -> list[Agency]:
    known = set(Agency.objects.values_list("code", flat=True))
    new = [planned for planned in whole.agencies if planned.code not in known]
    places = {planned.code: index for index, planned in enumerate(whole.agencies)}
    for planned in new:
        _agency(planned, places[planned.code], today).save()
    by_code = Agency.objects.in_bulk(field_name="code")
    for planned in new:
        agency = by_code[planned.code]
        if planned.parent in by_code:
            agency.parent = by_code[planned.parent]
            agency.save(update_fields=("parent",))
        for name in planned.names:
            AgencyName.objects.create(
                agency=agency,
                name=name.name,
                kind=name.kind,
                search_key=key(name.name)[:200],
                valid_from=name.validity.first,
                valid_to=name.validity.last,
            )
    return [by_code[planned.code] for planned in new]


def _agency(planned: NewAgency, index: int, today: date) -> Agency:
    return Agency(
        code=planned.code,
        tier=planned.tier,
        level=planned.level,
        kind=planned.kind,
        place=planned.place,
        order=(index + 1) * 10,
        valid_from=planned.validity.first,
        valid_to=planned.validity.last,
        name=rules.name_on(planned.names, today) or planned.names[0].name,
        short_name=rules.name_on(planned.names, today, kind="short") or "",
    )


def _keep_successions(whole: Catalogue, new: set[str]) -> None:
    by_code = Agency.objects.in_bulk(field_name="code")
    for line in whole.successions:
        if new & {line.predecessor, line.successor}:
            Succession.objects.get_or_create(
                predecessor=by_code[line.predecessor],
                successor=by_code[line.successor],
                function=line.function,
                defaults={"on": line.on},
            )


def _keep_groups(whole: Catalogue) -> None:
    for index, planned in enumerate(whole.groups):
        group, is_new = AgencyGroup.objects.get_or_create(
            name=planned.name,
            defaults={"phrases": list(planned.phrases), "is_open": planned.is_open, "order": (index + 1) * 10},
        )
        if not is_new:
            continue
        for rule in planned.rules:
            GroupRule.objects.create(
                group=group,
                level=rule.level,
                tier=rule.tier,
                kind=rule.kind,
                is_local=rule.is_local,
                valid_from=rule.validity.first,
                valid_to=rule.validity.last,
            )
