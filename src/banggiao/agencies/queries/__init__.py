"""Reads: `lookup` (who there is, who is meant, who belongs, who goes on) for all apps, `pages` for this one's pages."""

from banggiao.agencies.queries.lookup import (
    agencies_on,
    current_successors,
    directory,
    groups_of,
    matching,
    name_then,
    named,
    province_committee,
    resolve,
    suggest,
    suggest_groups,
    unfold,
)

__all__ = [
    "agencies_on",
    "current_successors",
    "directory",
    "groups_of",
    "matching",
    "name_then",
    "named",
    "province_committee",
    "resolve",
    "suggest",
    "suggest_groups",
    "unfold",
]
