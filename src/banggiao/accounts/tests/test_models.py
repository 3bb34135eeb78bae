"""People."""

from __future__ import annotations

from collections.abc import Callable

from banggiao.accounts.models import User


def test_an_address_is_one_in_any_letter_case(make_user: Callable[..., User]) -> None:
    user = make_user(email="An.Le@LamGiang.example")
    assert user.email == "an.le@lamgiang.example"
    assert User.objects.get_by_natural_key("AN.LE@lamgiang.example") == user


def test_the_given_name_stands_last(make_user: Callable[..., User]) -> None:
    assert make_user(full_name="Lê Thị Hoài An").get_short_name() == "An"
