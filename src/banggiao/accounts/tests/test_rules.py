"""Which post acts, and what became of an invitation."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from banggiao.accounts.rules import Held, InvitationState, acting_post, holds, invitation_state, sort_name

TODAY = date(2026, 5, 25)
NOW = datetime(2026, 5, 25, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "expected"),
    [
        pytest.param(TODAY, None, True, id="from today on"),
        pytest.param(date(2020, 1, 1), TODAY, True, id="the last day counts"),
        pytest.param(date(2020, 1, 1), date(2026, 5, 24), False, id="ended yesterday"),
        pytest.param(date(2026, 5, 26), None, False, id="begins tomorrow"),
    ],
)
def test_days_of_a_post_are_inclusive(valid_from: date, valid_to: date | None, expected: bool) -> None:
    assert holds(valid_from, valid_to, TODAY) is expected


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        pytest.param(3, 3, id="the chosen one"),
        pytest.param(None, 2, id="without a choice, daily work first"),
        pytest.param(4, 2, id="a choice that is no longer held"),
        pytest.param(99, 2, id="a choice that is somebody else's"),
    ],
)
def test_a_person_acts_in_one_post(chosen: int | None, expected: int) -> None:
    posts = [
        Held(1, "viewer", date(2025, 1, 1)),
        Held(2, "focal_point", date(2024, 1, 1)),
        Held(3, "leader", date(2024, 1, 1)),
        Held(4, "coordinator", date(2024, 1, 1), date(2025, 1, 1)),
    ]
    assert acting_post(posts, chosen=chosen, today=TODAY) == expected


def test_somebody_without_a_post_acts_as_nobody() -> None:
    assert acting_post([], chosen=None, today=TODAY) is None


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, InvitationState.OPEN, id="waiting"),
        pytest.param({"expires_at": NOW}, InvitationState.EXPIRED, id="too late"),
        pytest.param({"withdrawn_at": NOW}, InvitationState.WITHDRAWN, id="withdrawn"),
        pytest.param(
            {"accepted_at": NOW, "withdrawn_at": NOW}, InvitationState.ACCEPTED, id="accepted before it was withdrawn"
        ),
    ],
)
def test_what_became_of_an_invitation(changes: dict[str, datetime], expected: InvitationState) -> None:
    times = {"expires_at": NOW + timedelta(days=1), "accepted_at": None, "withdrawn_at": None, **changes}
    assert invitation_state(**times, now=NOW) == expected


def test_names_stand_in_the_order_of_vietnamese_lists() -> None:
    in_order = ["Lê An", "Lê Ánh", "Trần Ánh", "Lê Ăn", "Lê Ân", "Lê Dũng", "Lê Đạt", "Lê Ô", "Lê Ơ", "Lê Vũ"]
    assert sorted(in_order, key=sort_name) == in_order


def test_tones_decide_only_between_names_that_are_alike_otherwise() -> None:
    in_order = ["Lê Ha", "Lê Hà", "Lê Hả", "Lê Hã", "Lê Há", "Lê Hạ", "Lê Hai"]
    assert sorted(in_order, key=sort_name) == in_order


def test_a_name_may_be_of_one_word_or_none() -> None:
    assert sort_name("Lành") and sort_name("") == ""
