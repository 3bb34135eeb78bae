"""Changes of standing groups."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from banggiao.accounts.access import Actor, demand
from banggiao.agencies.access import can_keep
from banggiao.agencies.models import Agency, AgencyGroup, GroupMember, GroupRule
from banggiao.agencies.rules import Validity


@dataclass(frozen=True, kw_only=True)
class RuleFields:
    """Of which level, tier and kind members are, and when; an empty one is any."""

    level: str = ""
    tier: str = ""
    kind: str = ""
    is_local: bool = False
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, kw_only=True)
class GroupFields:
    """A standing group."""

    name: str
    phrases: tuple[str, ...] = ()
    is_open: bool = False
    note: str = ""
    rules: tuple[RuleFields, ...] = ()


@transaction.atomic
def group_create(*, by: Actor, fields: GroupFields) -> AgencyGroup:
    """Enter a standing group."""
    demand(can_keep(by))
    return _write_group(AgencyGroup(), fields)


@transaction.atomic
def group_change(*, by: Actor, group: AgencyGroup, fields: GroupFields) -> AgencyGroup:
    """Change a standing group; what it unfolded to in plans that are confirmed already stays."""
    demand(can_keep(by))
    return _write_group(group, fields)


@transaction.atomic
def group_member_set(
    *, by: Actor, group: AgencyGroup, agency: Agency, included: bool, validity: Validity, reason: str = ""
) -> GroupMember:
    """Add an agency to a group, or leave it out, whatever the group's rules say."""
    demand(can_keep(by))
    member = GroupMember(
        group=group,
        agency=agency,
        included=included,
        valid_from=validity.first,
        valid_to=validity.last,
        reason=reason.strip(),
    )
    member.full_clean()
    member.save()
    return member


@transaction.atomic
def group_member_remove(*, by: Actor, member: GroupMember) -> None:
    """Let the group's rules decide about an agency again."""
    demand(can_keep(by))
    member.delete()


def _write_group(group: AgencyGroup, fields: GroupFields) -> AgencyGroup:
    group.name = " ".join(fields.name.split())
    group.phrases = [phrase for phrase in (" ".join(phrase.split()) for phrase in fields.phrases) if phrase]
    group.is_open = fields.is_open
    group.note = fields.note
    group.full_clean()
    group.save()
    wanted = [asdict(rule) for rule in fields.rules]
    for row in group.rules.all():
        held = {field: getattr(row, field) for field in RuleFields.__dataclass_fields__}
        if held in wanted:
            wanted.remove(held)
        else:
            row.delete()
    for values in wanted:
        rule = GroupRule(group=group, **values)
        rule.full_clean()
        rule.save()
    return group
