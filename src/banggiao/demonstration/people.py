"""Who takes part in the demonstration, and how they sign in."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from banggiao.accounts.access import Actor
from banggiao.accounts.models import Role, User
from banggiao.accounts.queries import acting
from banggiao.accounts.services import PostFields, administrator_create, password_set, post_add, user_create
from banggiao.agencies.models import Agency
from banggiao.demonstration.story import rows

DOMAIN = "lamgiang.example"
"""Reserved for examples (RFC 2606): no letter ever leaves for it."""

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that look alike on paper (l, 1, i, o, 0)."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """A person of the demonstration with the password made for them; shown once, kept nowhere."""

    email: str
    password: str
    role: str
    full_name: str
    agency: str


@dataclass(frozen=True, slots=True)
class Person:
    """A line of `people.txt`."""

    key: str
    full_name: str
    role: str
    agency_code: str
    title: str
    since: date

    @property
    def email(self) -> str:
        return f"{self.key}@{DOMAIN}"


def people() -> tuple[Person, ...]:
    """Everybody, the administrator first."""
    return tuple(
        Person(key, name, role, agency, title, date.fromisoformat(since))
        for key, name, role, agency, title, since in rows("people.txt")
    )


def people_load(*, now: datetime) -> list[SignIn]:
    """Make accounts and posts; the administrator comes first and makes those of the others."""
    agencies = Agency.objects.in_bulk(field_name="code")
    today = timezone.localdate(now)
    first, *others = people()
    passwords = {person.key: new_password() for person in (first, *others)}
    administrator_create(
        email=first.email, full_name=first.full_name, password=passwords[first.key], today=min(first.since, today)
    )
    administrator = actor_of(first.key, today)
    for person in others:
        user = user_create(email=person.email, full_name=person.full_name, password=passwords[person.key])
        post = PostFields(person.role, agencies[person.agency_code].pk, person.title, min(person.since, today))
        post_add(by=administrator, user_id=user.pk, post=post, today=today)
    return _sign_ins(passwords)


@transaction.atomic
def new_passwords() -> list[SignIn]:
    """New passwords for everybody of the demonstration who still has an account; sessions that are open end."""
    emails = {person.email: person.key for person in people()}
    passwords = {}
    for user in User.objects.filter(email__in=emails):
        passwords[emails[user.email]] = new_password()
        password_set(user_id=user.pk, password=passwords[emails[user.email]])
    return _sign_ins(passwords)


def actor_of(key: str, day: date) -> Actor:
    """As whom a person of the story acts on a day."""
    found = acting(User.objects.get(email=f"{key}@{DOMAIN}"), chosen=None, today=day)
    assert found is not None
    return found.actor


def new_password() -> str:
    """Three groups of four letters and digits, 59 bits, easy to type from a terminal."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3))


def _sign_ins(passwords: Mapping[str, str]) -> list[SignIn]:
    names = dict(Agency.objects.values_list("code", "name"))
    return [
        SignIn(
            email=person.email,
            password=passwords[person.key],
            role=str(Role(person.role).label),
            full_name=person.full_name,
            agency=names.get(person.agency_code, ""),
        )
        for person in people()
        if person.key in passwords
    ]
