"""Changes of the directory: what they keep, what they refuse, what they leave in the record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from auditlog.models import LogEntry
from django.core.exceptions import ValidationError

from banggiao.accounts.access import NotAllowed
from banggiao.agencies import services
from banggiao.agencies.models import Agency, AgencyGroup, AgencyName, Succession
from banggiao.agencies.queries import agencies_on, current_successors, named, unfold
from banggiao.agencies.rules import Validity
from banggiao.agencies.services import AgencyFields, Contact, GroupFields, Heir, RuleFields

TODAY = date(2026, 3, 16)
MARCH = date(2025, 3, 1)
Builder = Callable[..., Any]


@pytest.fixture
def keeper(make_actor: Builder, make_agency: Builder) -> Any:
    return make_actor(agency=make_agency(code="SNGV", name="Sở Ngoại vụ"))


def fields(**changes: Any) -> AgencyFields:
    return AgencyFields(**{"code": "SYT", "level": "province", "tier": "province", "kind": "department", **changes})


def test_an_agency_is_entered_with_its_names_and_is_on_record(keeper: Any) -> None:
    agency = services.agency_create(
        by=keeper,
        fields=fields(valid_from=MARCH),
        name="Sở  Y tế ",
        short_name="SYT",
        contact=Contact(phone="0239"),
        today=TODAY,
    )

    assert (agency.name, agency.short_name, agency.phone) == ("Sở Y tế", "SYT", "0239")
    assert [(name.name, name.kind, name.valid_from) for name in agency.names.all()] == [
        ("Sở Y tế", "official", MARCH),
        ("SYT", "short", MARCH),
    ]
    assert LogEntry.objects.get_for_object(agency).filter(action=LogEntry.Action.CREATE).exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        pytest.param({"code": "sở"}, "code", id="a bad code"),
        pytest.param({"code": "SNGV"}, "code", id="a code in use"),
        pytest.param({"identifier": "27"}, "identifier", id="a bad identifier"),
        pytest.param({"place": "Nậm Lam"}, "place", id="a place without its unit"),
        pytest.param({"valid_from": TODAY, "valid_to": MARCH}, "__all__", id="days out of order"),
        pytest.param({"level": "region"}, "level", id="no such level"),
    ],
)
def test_faults_are_named_by_their_field(changes: dict[str, Any], field: str, keeper: Any) -> None:
    with pytest.raises(ValidationError) as raised:
        services.agency_create(by=keeper, fields=fields(**changes), name="Sở Y tế", today=TODAY)

    assert field in raised.value.message_dict
    assert Agency.objects.count() == 1


@pytest.mark.parametrize("role", ["focal_point", "leader", "viewer"])
def test_others_than_keepers_change_nothing(role: str, make_actor: Builder, make_agency: Builder) -> None:
    agency = make_agency()
    by = make_actor(role=role, agency=agency)

    with pytest.raises(NotAllowed, match="cơ quan điều phối"):
        services.agency_create(by=by, fields=fields(), name="Sở Y tế", today=TODAY)
    with pytest.raises(NotAllowed):
        services.agency_rename(by=by, agency=agency, name="Khác", on=TODAY, today=TODAY)
    with pytest.raises(NotAllowed):
        services.group_create(by=by, fields=GroupFields(name="Nhóm"))


def test_a_renaming_keeps_the_former_name_to_the_day_before(keeper: Any, make_agency: Builder) -> None:
    agency = make_agency(name="Bộ Chỉ huy Bộ đội Biên phòng tỉnh")

    services.agency_rename(
        by=keeper, agency=agency, name="Ban Chỉ huy Bộ đội Biên phòng tỉnh", on=date(2025, 7, 1), today=TODAY
    )

    then, now = date(2025, 6, 30), date(2025, 7, 1)
    assert named(Agency.objects.filter(pk=agency.pk), then).get().name_then == "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"
    assert named(Agency.objects.filter(pk=agency.pk), now).get().name_then == "Ban Chỉ huy Bộ đội Biên phòng tỉnh"
    assert agency.name == "Ban Chỉ huy Bộ đội Biên phòng tỉnh"


def test_a_renaming_ahead_shows_when_its_day_has_come(keeper: Any, make_agency: Builder) -> None:
    agency = make_agency(name="Sở Y tế")
    services.agency_rename(by=keeper, agency=agency, name="Sở Y tế và Dân số", on=date(2026, 4, 1), today=TODAY)
    assert agency.name == "Sở Y tế"

    assert services.names_refresh(today=date(2026, 4, 1)) == 1

    agency.refresh_from_db()
    assert agency.name == "Sở Y tế và Dân số"


def test_a_renaming_before_the_present_name_began_is_refused(keeper: Any, make_agency: Builder) -> None:
    agency = make_agency(name="Sở Y tế", valid_from=MARCH)

    with pytest.raises(ValidationError, match="chính ngày này"):
        services.agency_rename(by=keeper, agency=agency, name="Khác", on=MARCH, today=TODAY)
    with pytest.raises(ValidationError, match="ngoài thời gian hoạt động"):
        services.agency_rename(by=keeper, agency=agency, name="Khác", on=date(2024, 1, 1), today=TODAY)
    assert agency.names.count() == 1


def test_a_second_official_name_at_the_same_time_is_refused(keeper: Any, make_agency: Builder) -> None:
    agency = make_agency(name="Sở Y tế")

    with pytest.raises(ValidationError, match="Hai tên chính thức"):
        services.name_add(by=keeper, agency=agency, name="Sở khác", kind="official", validity=Validity(), today=TODAY)
    assert agency.names.count() == 1


def test_the_only_official_name_stays(keeper: Any, make_agency: Builder) -> None:
    agency = make_agency(name="Sở Y tế", aliases=("Ngành Y tế",))

    with pytest.raises(ValidationError, match="ít nhất một tên chính thức"):
        services.name_remove(by=keeper, name=agency.names.get(kind="official"), today=TODAY)
    services.name_remove(by=keeper, name=agency.names.get(kind="alias"), today=TODAY)

    assert [name.name for name in AgencyName.objects.filter(agency=agency)] == ["Sở Y tế"]


def test_an_agency_that_ends_passes_its_work_on_and_keeps_its_history(keeper: Any, make_agency: Builder) -> None:
    labour, home, education = make_agency(name="Sở Lao động"), make_agency(), make_agency()

    services.agency_dissolve(
        by=keeper,
        agency=labour,
        on=MARCH,
        heirs=[Heir(agency=home), Heir(agency=education, function="đào tạo nghề")],
        today=TODAY,
    )

    assert labour.valid_to == date(2025, 2, 28)
    assert labour in agencies_on(date(2025, 2, 28))
    assert labour not in agencies_on(MARCH)
    assert current_successors(labour, "đào tạo nghề", TODAY) == [education]
    assert current_successors(labour, "", TODAY) == [home]
    assert current_successors(labour, "", date(2025, 2, 28)) == [labour]


def test_an_agency_ends_once_and_not_before_it_began(keeper: Any, make_agency: Builder) -> None:
    agency = make_agency(valid_from=MARCH)

    with pytest.raises(ValidationError, match="sau ngày thành lập"):
        services.agency_dissolve(by=keeper, agency=agency, on=MARCH, today=TODAY)
    services.agency_dissolve(by=keeper, agency=Agency.objects.get(pk=agency.pk), on=TODAY, today=TODAY)
    with pytest.raises(ValidationError, match="đã kết thúc"):
        services.agency_dissolve(by=keeper, agency=Agency.objects.get(pk=agency.pk), on=TODAY, today=TODAY)


def test_with_a_bad_heir_nothing_ends(keeper: Any, make_agency: Builder) -> None:
    agency, gone = make_agency(), make_agency(valid_to=date(2020, 1, 1))

    with pytest.raises(ValidationError, match="không hoạt động vào ngày chuyển giao"):
        services.agency_dissolve(by=keeper, agency=agency, on=MARCH, heirs=[Heir(agency=gone)], today=TODAY)

    assert Agency.objects.get(pk=agency.pk).valid_to is None
    assert not Succession.objects.exists()


def test_an_agency_does_not_follow_itself(keeper: Any, make_agency: Builder) -> None:
    agency = make_agency()

    with pytest.raises(ValidationError):
        services.succession_add(by=keeper, predecessor=agency, successor=agency, on=MARCH)


def test_nothing_stands_below_itself(keeper: Any, make_agency: Builder) -> None:
    above = make_agency(code="A")
    below = make_agency(code="B", parent=above)

    with pytest.raises(ValidationError, match="không thể trực thuộc"):
        services.agency_change(by=keeper, agency=above, fields=fields(code="A", parent=below), today=TODAY)


def test_a_group_unfolds_by_rules_and_own_decisions(keeper: Any, make_agency: Builder) -> None:
    department, school, outsider = make_agency(), make_agency(kind="school"), make_agency(kind="school")
    group = services.group_create(
        by=keeper, fields=GroupFields(name="Các sở", rules=(RuleFields(level="province", kind="department"),))
    )
    services.group_member_set(by=keeper, group=group, agency=school, included=True, validity=Validity(MARCH, None))
    services.group_member_set(by=keeper, group=group, agency=department, included=False, validity=Validity(TODAY, None))

    assert set(unfold(group, date(2025, 2, 1))) == {Agency.objects.get(code="SNGV"), department}
    assert set(unfold(group, TODAY)) == {Agency.objects.get(code="SNGV"), school}
    assert outsider not in unfold(group, TODAY)


def test_a_group_is_changed_without_touching_the_rules_that_stay(keeper: Any) -> None:
    department, school = RuleFields(kind="department"), RuleFields(kind="school")
    group = services.group_create(by=keeper, fields=GroupFields(name="Nhóm", rules=(department, school)))
    kept = group.rules.get(kind="department").pk

    services.group_change(by=keeper, group=group, fields=GroupFields(name="Nhóm", rules=(department,)))

    assert [rule.pk for rule in group.rules.all()] == [kept]


def test_a_province_is_set_up_once_and_may_be_added_to(make_lam_giang: Builder) -> None:
    agencies = make_lam_giang()

    again = services.province_set_up(by=None, province="tỉnh Lam Giang", today=TODAY)

    assert again == []
    assert Agency.objects.count() == len(agencies)
    assert AgencyGroup.objects.filter(name="Các sở, ban, ngành cấp tỉnh").count() == 1


def test_a_province_needs_its_unit(db: None) -> None:
    with pytest.raises(ValidationError, match="Tên tỉnh phải bắt đầu"):
        services.province_set_up(by=None, province="Lam Giang", today=TODAY)


def test_a_city_is_set_up_like_a_province(db: None) -> None:
    services.province_set_up(by=None, province="thành phố Huế", today=TODAY)

    assert Agency.objects.get(code="CA").name == "Công an thành phố Huế"
