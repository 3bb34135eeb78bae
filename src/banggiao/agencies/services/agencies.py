"""Changes of agencies, their names and successors.

Faults of input are `ValidationError`s with Vietnamese sentences, by field where one is to blame.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor, demand
from banggiao.agencies import rules
from banggiao.agencies.access import can_change_contact, can_keep
from banggiao.agencies.models import Agency, AgencyName, Succession
from banggiao.agencies.naming import key
from banggiao.agencies.rules import DatedName, NameKind, Validity
from banggiao.agencies.services.codes import codes_refresh, codes_take


@dataclass(frozen=True, kw_only=True)
class Contact:
    """How an agency is reached."""

    email: str = ""
    phone: str = ""
    address: str = ""
    contact: str = ""


@dataclass(frozen=True, kw_only=True)
class AgencyFields:
    """What an agency is, without its names and its contact."""

    code: str
    level: str
    tier: str
    kind: str
    identifier: str = ""
    former_identifier: str = ""
    place: str = ""
    parent: Agency | None = None
    order: int = 500
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Heir:
    """Who takes over which function of an agency that ends; an empty function is all the rest."""

    agency: Agency
    function: str = ""


@transaction.atomic
def agency_create(
    *, by: Actor, fields: AgencyFields, name: str, short_name: str = "", contact: Contact | None = None, today: date
) -> Agency:
    """Enter an agency under its official name, from its first day on.

    Raises:
        NotAllowed: to whoever does not keep the directory.
        ValidationError: a bad or used code, days out of order, no name.
    """
    demand(can_keep(by))
    agency = Agency(**_values(fields), name=name.strip(), **asdict(contact or Contact()))
    _check(agency)
    agency.save()
    validity = Validity(fields.valid_from, fields.valid_to)
    _keep_name(agency, name, "official", validity)
    if short_name.strip():
        _keep_name(agency, short_name, "short", validity)
    codes_take(agency, (fields.identifier, fields.former_identifier), today=today)
    _refresh(agency, today)
    return agency


@transaction.atomic
def agency_change(*, by: Actor, agency: Agency, fields: AgencyFields, today: date) -> Agency:
    """Correct what an agency is. Renaming and ending are services of their own, so that they leave history."""
    demand(can_keep(by))
    for field, value in _values(fields).items():
        setattr(agency, field, value)
    _check(agency)
    agency.save()
    codes_take(agency, (fields.identifier, fields.former_identifier), today=today)
    _refresh(agency, today)
    return agency


@transaction.atomic
def agency_contact_change(*, by: Actor, agency: Agency, contact: Contact) -> Agency:
    """Change how an agency is reached; its own focal point may."""
    demand(can_change_contact(by, agency))
    for field, value in asdict(contact).items():
        setattr(agency, field, value)
    agency.full_clean(exclude=("name",))
    agency.save()
    return agency


@transaction.atomic
def agency_rename(*, by: Actor, agency: Agency, name: str, short_name: str = "", on: date, today: date) -> Agency:
    """Give an agency that goes on another name from a day on; the former name ends the day before and stays on record.

    Raises:
        ValidationError: the day lies outside the agency's life or not behind the beginning of its present name.
    """
    demand(can_keep(by))
    if not Validity(agency.valid_from, agency.valid_to).holds(on):
        raise ValidationError({"on": _("Ngày đổi tên nằm ngoài thời gian hoạt động của cơ quan.")})
    kinds: list[tuple[NameKind, str]] = [("official", name)]
    if short_name.strip():
        kinds.append(("short", short_name))
    for kind, new in kinds:
        current = agency.names.filter(AgencyName.on(on), kind=kind).order_by("-valid_from", "-id").first()
        if current is not None:
            if current.valid_from is not None and current.valid_from >= on:
                raise ValidationError({"on": _("Tên hiện nay mới dùng từ chính ngày này hoặc sau đó.")})
            last, current.valid_to = current.valid_to, on - timedelta(days=1)
            current.save()
        else:
            last = agency.valid_to
        _keep_name(agency, new, kind, Validity(on, last))
    _check_names(agency)
    _refresh(agency, today)
    return agency


@transaction.atomic
def name_add(*, by: Actor, agency: Agency, name: str, kind: NameKind, validity: Validity, today: date) -> AgencyName:
    """Add a further name: an abbreviation, another way of calling it, an official name of the past."""
    demand(can_keep(by))
    row = _keep_name(agency, name, kind, validity)
    _check_names(agency)
    _refresh(agency, today)
    return row


@transaction.atomic
def name_remove(*, by: Actor, name: AgencyName, today: date) -> None:
    """Take away a name that was entered by mistake; the last official name stays."""
    demand(can_keep(by))
    agency = name.agency
    officials = agency.names.filter(kind=AgencyName.Kind.OFFICIAL)
    if name.kind == AgencyName.Kind.OFFICIAL and officials.count() == 1:
        raise ValidationError(_("Cơ quan phải có ít nhất một tên chính thức."))
    name.delete()
    _refresh(agency, today)


@transaction.atomic
def agency_dissolve(
    *, by: Actor, agency: Agency, on: date, heirs: Sequence[Heir] = (), basis: str = "", today: date
) -> Agency:
    """End an agency with the day before `on`, from which its heirs do its work. Nothing of its past changes.

    Raises:
        ValidationError: it has ended already, `on` lies before its beginning, or an heir does not exist on that day.
    """
    demand(can_keep(by))
    last = on - timedelta(days=1)
    if agency.valid_to is not None and agency.valid_to <= last:
        raise ValidationError({"on": _("Cơ quan đã kết thúc hoạt động trước ngày này.")})
    if agency.valid_from is not None and last < agency.valid_from:
        raise ValidationError({"on": _("Ngày kết thúc phải sau ngày thành lập.")})
    agency.valid_to = last
    agency.save()
    for name in agency.names.filter(AgencyName.on(on)):
        name.valid_to = last
        if name.valid_from is None or name.valid_from <= last:
            name.save()
    for heir in heirs:
        _keep_succession(agency, heir.agency, heir.function, on, basis)
    _refresh(agency, today)
    return agency


@transaction.atomic
def succession_add(
    *, by: Actor, predecessor: Agency, successor: Agency, function: str = "", on: date, basis: str = ""
) -> Succession:
    """Say who does an agency's work, or one function of it, from a day on.

    Raises:
        ValidationError: the same line twice, an agency after itself, a successor that is not there on the day.
    """
    demand(can_keep(by))
    return _keep_succession(predecessor, successor, function, on, basis)


@transaction.atomic
def succession_remove(*, by: Actor, succession: Succession) -> None:
    """Take back a succession that was entered by mistake."""
    demand(can_keep(by))
    succession.delete()


@transaction.atomic
def names_refresh(*, today: date) -> int:
    """Bring `Agency.name` to today's names, where a renaming entered ahead has come into force; how many changed.

    Run once a day by the reminders; nobody acts.
    """
    changed = 0
    for agency in Agency.objects.prefetch_related("names"):
        before = agency.name, agency.short_name, agency.identifier
        _refresh(agency, today)
        changed += before != (agency.name, agency.short_name, agency.identifier)
    return changed


# -- what services share ----------------------------------------------------------------------------------------------


def _values(fields: AgencyFields) -> dict[str, object]:
    return {field: getattr(fields, field) for field in fields.__dataclass_fields__}


def _check(agency: Agency) -> None:
    faults: dict[str, str] = {}
    if (fault := rules.code_fault(agency.code)) is not None:
        faults["code"] = _(fault)
    for field in ("identifier", "former_identifier"):
        code = getattr(agency, field)
        fault = rules.identifier_fault(code)
        if fault is None and code and rules.is_former_code(code) != (field == "former_identifier"):
            fault = _("Mã dạng 000.00.00.H27 ghi ở ô mã định danh cũ, mã dạng H27.12 ghi ở ô mã định danh.")
        if fault is not None:
            faults[field] = _(fault)
    if agency.place:
        try:
            rules.split_place(agency.place)
        except ValueError:
            faults["place"] = _("Địa bàn bắt đầu bằng đơn vị hành chính, ví dụ: xã Nậm Lam.")
    if agency.parent is not None and not agency._state.adding and _leads_back(agency):
        faults["parent"] = _("Cơ quan không thể trực thuộc chính nó hoặc cơ quan cấp dưới của nó.")
    if faults:
        raise ValidationError(faults)
    agency.full_clean()


def _leads_back(agency: Agency) -> bool:
    above = agency.parent
    seen: set[int] = set()
    while above is not None and above.pk not in seen:
        if above.pk == agency.pk:
            return True
        seen.add(above.pk)
        above = above.parent
    return False


def _keep_name(agency: Agency, name: str, kind: NameKind, validity: Validity) -> AgencyName:
    row = AgencyName(
        agency=agency,
        name=" ".join(name.split()),
        kind=kind,
        search_key=key(name)[:200],
        valid_from=validity.first,
        valid_to=validity.last,
    )
    row.full_clean(exclude=("search_key",))
    row.save()
    return row


def _check_names(agency: Agency) -> None:
    doubled = rules.doubled_officials(dated_names(agency.names.all()))
    if doubled is not None:
        raise ValidationError(
            _("Hai tên chính thức cùng có hiệu lực: “%(one)s” và “%(other)s”.")
            % {"one": doubled[0], "other": doubled[1]}
        )


def _refresh(agency: Agency, today: date) -> None:
    codes_refresh(agency, today)
    names = dated_names(agency.names.all())
    name = rules.name_on(names, today) or agency.name
    short_name = rules.name_on(names, today, kind="short") or ""
    if (name, short_name) != (agency.name, agency.short_name):
        agency.name, agency.short_name = name, short_name
        agency.save(update_fields=("name", "short_name"))


def dated_names(rows: Iterable[AgencyName]) -> list[DatedName]:
    """Names on record, as the rules take them."""
    return [DatedName(row.name, row.kind, Validity(row.valid_from, row.valid_to)) for row in rows]


def _keep_succession(predecessor: Agency, successor: Agency, function: str, on: date, basis: str) -> Succession:
    if not Validity(successor.valid_from, successor.valid_to).holds(on):
        raise ValidationError(
            {"successor": _("“%(name)s” không hoạt động vào ngày chuyển giao.") % {"name": successor.name}}
        )
    row = Succession(
        predecessor=predecessor, successor=successor, function=" ".join(function.split()), on=on, basis=basis.strip()
    )
    row.full_clean()
    row.save()
    return row
