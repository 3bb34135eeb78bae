"""Mã định danh of agencies: codes of both schemes, each with the days on which it holds.

`000.00.00.H27` was given by QCVN 102:2016/BTTTT, `H27.12` by Quyết định 20/2020/QĐ-TTg (amended by 09/2025/QĐ-TTg);
documents exchanged before and after the change name the same agency by one or the other, so both are kept.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor, demand
from banggiao.agencies import rules
from banggiao.agencies.access import can_keep
from banggiao.agencies.models import Agency, OrganisationCode
from banggiao.agencies.rules import Validity


@transaction.atomic
def code_add(*, by: Actor, agency: Agency, code: str, validity: Validity, today: date) -> OrganisationCode:
    """Give an agency a code; the one of the same scheme that holds on its first day ends the day before.

    Raises:
        NotAllowed: to whoever does not keep the directory.
        ValidationError: no such form of code, or another agency has it on one of these days.
    """
    demand(can_keep(by))
    row = _keep(agency, code, validity)
    codes_refresh(agency, today)
    return row


@transaction.atomic
def code_remove(*, by: Actor, code: OrganisationCode, today: date) -> None:
    """Take away a code that was entered by mistake."""
    demand(can_keep(by))
    agency = code.agency
    code.delete()
    codes_refresh(agency, today)


def codes_take(agency: Agency, codes: tuple[str, ...], *, today: date) -> None:
    """Take over the codes that a form or sheet gives: a new one begins today, an agency's first one with the agency.

    Called inside the transaction that changes the agency. An empty code leaves what is on record.
    """
    for code in codes:
        if not code or agency.codes.filter(code=code).exists():
            continue
        is_first = not any(rules.is_former_code(row.code) == rules.is_former_code(code) for row in agency.codes.all())
        _keep(agency, code, Validity(agency.valid_from if is_first else today, agency.valid_to))


def codes_refresh(agency: Agency, today: date) -> None:
    """Bring the codes that lists show to those of today."""
    holding = list(agency.codes.filter(OrganisationCode.on(today)).order_by("valid_from", "id"))
    former = [row.code for row in holding if rules.is_former_code(row.code)]
    present = [row.code for row in holding if not rules.is_former_code(row.code)]
    # A code of the former scheme is still asked for after it has ended.
    ended = [row.code for row in agency.codes.order_by("valid_from", "id") if rules.is_former_code(row.code)]
    found = (present or [""])[-1], (former or ended or [""])[-1]
    if found != (agency.identifier, agency.former_identifier):
        agency.identifier, agency.former_identifier = found
        agency.save(update_fields=("identifier", "former_identifier"))


def _keep(agency: Agency, code: str, validity: Validity) -> OrganisationCode:
    code = code.strip().upper()
    if not code or (fault := rules.identifier_fault(code)) is not None:
        raise ValidationError({"code": _(fault) if code and fault else _("Hãy ghi mã định danh.")})
    if not validity.is_ordered:
        raise ValidationError({"valid_to": _("Ngày cuối phải sau ngày đầu.")})
    for other in OrganisationCode.objects.filter(code=code).select_related("agency"):
        if Validity(other.valid_from, other.valid_to).meets(validity):
            raise ValidationError(
                {"code": _("Mã này đang là của “%(name)s” trong thời gian đó.") % {"name": other.agency.name}}
            )
    _end_before(agency, code, validity.first)
    return OrganisationCode.objects.create(agency=agency, code=code, valid_from=validity.first, valid_to=validity.last)


def _end_before(agency: Agency, code: str, first: date | None) -> None:
    """End the code of the same scheme that would hold beside a new one; one that began later has never held."""
    if first is None:
        return
    for row in agency.codes.filter(OrganisationCode.on(first)):
        if rules.is_former_code(row.code) != rules.is_former_code(code):
            continue
        if row.valid_from == first:
            row.delete()
            continue
        row.valid_to = first - timedelta(days=1)
        row.save(update_fields=("valid_to",))
