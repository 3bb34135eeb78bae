"""Changes of the directory. Each is one transaction, and leaves its rows in the record of changes.

Faults of input are `ValidationError`s with Vietnamese sentences, by field where one is to blame.
"""

from banggiao.agencies.services.agencies import (
    AgencyFields,
    Contact,
    Heir,
    agency_change,
    agency_contact_change,
    agency_create,
    agency_dissolve,
    agency_rename,
    name_add,
    name_remove,
    names_refresh,
    succession_add,
    succession_remove,
)
from banggiao.agencies.services.codes import code_add, code_remove
from banggiao.agencies.services.groups import (
    GroupFields,
    RuleFields,
    group_change,
    group_create,
    group_member_remove,
    group_member_set,
)
from banggiao.agencies.services.importing import agencies_import
from banggiao.agencies.services.setting_up import province_set_up

__all__ = [
    "AgencyFields",
    "Contact",
    "GroupFields",
    "Heir",
    "RuleFields",
    "agencies_import",
    "agency_change",
    "agency_contact_change",
    "agency_create",
    "agency_dissolve",
    "agency_rename",
    "code_add",
    "code_remove",
    "group_change",
    "group_create",
    "group_member_remove",
    "group_member_set",
    "name_add",
    "name_remove",
    "names_refresh",
    "province_set_up",
    "succession_add",
    "succession_remove",
]
