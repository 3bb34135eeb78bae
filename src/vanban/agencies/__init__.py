"""Who is named: single agencies, groups of them, and lists of both, in running text."""

from vanban.agencies.lists import (
    FIRST_WORDS,
    REQUEST,
    AgencyList,
    OpenedList,
    agencies_at,
    canonical,
    leading_agencies,
    list_names,
    may_name,
    may_open,
    open_list,
    opens_duty,
    read_list,
    split_list,
    verb_follows,
)

__all__ = [
    "FIRST_WORDS",
    "REQUEST",
    "AgencyList",
    "OpenedList",
    "agencies_at",
    "canonical",
    "leading_agencies",
    "list_names",
    "may_name",
    "may_open",
    "open_list",
    "opens_duty",
    "read_list",
    "split_list",
    "verb_follows",
]
