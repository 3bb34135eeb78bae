"""Pages of agencies (`directory`), of one agency's changes (`agency`), of groups (`groups`) and the sheet (`sheet`)."""

from banggiao.agencies.views.agency import (
    agency_change,
    agency_contact_change,
    agency_create,
    agency_dissolve,
    agency_rename,
    code_add,
    code_remove,
    name_add,
    name_remove,
    succession_add,
    succession_remove,
)
from banggiao.agencies.views.directory import agency_detail, agency_list, agency_suggest
from banggiao.agencies.views.groups import (
    group_change,
    group_create,
    group_detail,
    group_list,
    group_member_remove,
    group_member_set,
)
from banggiao.agencies.views.sheet import agencies_import, sheet_template

__all__ = [
    "agencies_import",
    "agency_change",
    "agency_contact_change",
    "agency_create",
    "agency_detail",
    "agency_dissolve",
    "agency_list",
    "agency_rename",
    "agency_suggest",
    "code_add",
    "code_remove",
    "group_change",
    "group_create",
    "group_detail",
    "group_list",
    "group_member_remove",
    "group_member_set",
    "name_add",
    "name_remove",
    "sheet_template",
    "succession_add",
    "succession_remove",
]
