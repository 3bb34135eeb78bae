"""Agencies and lists of agencies, as plans of provinces, districts and communes write them."""

from __future__ import annotations

import pytest

from vanban.agencies import canonical, leading_agencies, list_names, opens_duty, split_list
from vanban.agencies.catalogue import vocabulary
from vanban.agencies.names import NameReader
from vanban.lexicon import rows
from vanban.text import fold

LISTS = [
    ("one department", "Sở Ngoại vụ", ["Sở Ngoại vụ"]),
    ("a department before its duty", "Sở Công Thương: Tiếp tục triển khai", ["Sở Công Thương"]),
    ("a name with commas and và", "Sở Văn hóa, Thể thao và Du lịch: Chủ trì", ["Sở Văn hóa, Thể thao và Du lịch"]),
    ("a name with a hyphen", "Sở Lao động - Thương binh và Xã hội", ["Sở Lao động - Thương binh và Xã hội"]),
    ("the same with a comma", "Sở Lao động, Thương binh và Xã hội", ["Sở Lao động, Thương binh và Xã hội"]),
    ("capitals", "CÔNG AN TỈNH, BỘ CHỈ HUY QUÂN SỰ TỈNH", ["CÔNG AN TỈNH", "BỘ CHỈ HUY QUÂN SỰ TỈNH"]),
    ("a place behind the name", "Cục Hải quan Hà Tĩnh: Tiếp tục", ["Cục Hải quan Hà Tĩnh"]),
    ("a place with a hyphen", "Sở Y tế tỉnh Bà Rịa - Vũng Tàu", ["Sở Y tế tỉnh Bà Rịa - Vũng Tàu"]),
    ("a region with a numeral", "Kho bạc Nhà nước khu vực XII", ["Kho bạc Nhà nước khu vực XII"]),
    ("a verb with a capital behind it", "Công an tỉnh Chủ trì, phối hợp", ["Công an tỉnh"]),
    (
        "a group of departments",
        "Các sở, ban, ngành cấp tỉnh và các địa phương",
        ["Các sở, ban, ngành cấp tỉnh", "các địa phương"],
    ),
    (
        "a group with a stray comma",
        "Các sở, ban, ngành, đoàn thể, cấp tỉnh, UBND các huyện, thành phố, thị xã: Xây dựng",
        ["Các sở, ban, ngành, đoàn thể, cấp tỉnh", "UBND các huyện, thành phố, thị xã"],
    ),
    (
        "a group with a missing comma",
        "Các Phòng, ban, ngành đoàn thể cấp huyện; UBND các xã, thị trấn và các cơ quan, đơn vị liên quan căn cứ",
        ["Các Phòng, ban, ngành đoàn thể cấp huyện", "UBND các xã, thị trấn", "các cơ quan, đơn vị liên quan"],
    ),
    ("schools", "Các trường Đại học, Cao đẳng: Tiếp tục", ["Các trường Đại học, Cao đẳng"]),
    (
        "organisations with a qualifier each",
        "các tổ chức chính trị - xã hội, tổ chức xã hội, nghề nghiệp phối hợp",
        ["các tổ chức chính trị - xã hội", "tổ chức xã hội, nghề nghiệp"],
    ),
    (
        "organisations with their level",
        "các tổ chức chính trị - xã hội tỉnh: tăng cường",
        ["các tổ chức chính trị - xã hội tỉnh"],
    ),
    ("levels of government", "UBND cấp xã", ["UBND cấp xã"]),
    ("levels without các", "UBND xã, phường", ["UBND xã, phường"]),
    (
        "named districts",
        "UBND các huyện Hương Sơn, Hương Khê và thị xã Kỳ Anh chủ động",
        ["UBND các huyện Hương Sơn, Hương Khê và thị xã Kỳ Anh"],
    ),
    (
        "a shared first word",
        "các Sở: Tài chính, Công Thương, Ngoại vụ",
        ["Sở Tài chính", "Sở Công Thương", "Sở Ngoại vụ"],
    ),
    (
        "a first word said once",
        "Sở Tài chính, Ngoại vụ và Công Thương chủ trì",
        ["Sở Tài chính", "Sở Ngoại vụ", "Sở Công Thương"],
    ),
    (
        "offices for bodies",
        "Thủ trưởng các sở, ban, ngành, Chủ tịch UBND các xã, phường chịu trách nhiệm",
        ["Thủ trưởng các sở, ban, ngành", "Chủ tịch UBND các xã, phường"],
    ),
    (
        "singled out",
        "Các sở, ban, ngành, đặc biệt là Sở Ngoại vụ, Công an tỉnh tăng cường",
        ["Các sở, ban, ngành", "Sở Ngoại vụ", "Công an tỉnh"],
    ),
    (
        "a long description",
        "Các lực lượng chức năng khu vực biên giới Việt Nam - Lào tiếp tục tăng cường",
        ["Các lực lượng chức năng khu vực biên giới Việt Nam - Lào"],
    ),
    (
        "Party bodies",
        "Các đảng ủy trực thuộc Tỉnh ủy, đảng ủy các xã, phường xây dựng",
        ["Các đảng ủy trực thuộc Tỉnh ủy", "đảng ủy các xã, phường"],
    ),
    (
        "a Party committee of a body",
        "Đảng ủy Công an tỉnh, Đảng ủy UBND tỉnh lãnh đạo",
        ["Đảng ủy Công an tỉnh", "Đảng ủy UBND tỉnh"],
    ),
    (
        "mass organisations",
        "Hội Liên hiệp Phụ nữ tỉnh, Tỉnh đoàn, Hội Nông dân tỉnh",
        ["Hội Liên hiệp Phụ nữ tỉnh", "Tỉnh đoàn", "Hội Nông dân tỉnh"],
    ),
    (
        "press",
        "Báo Lạng Sơn, Đài Phát thanh - Truyền hình tỉnh: Tăng cường",
        ["Báo Lạng Sơn", "Đài Phát thanh - Truyền hình tỉnh"],
    ),
    ("a school with its place", "Trường Cao đẳng Y tế Lam Giang", ["Trường Cao đẳng Y tế Lam Giang"]),
    ("abbreviations", "Sở KH&ĐT, Sở GD&ĐT và UBMTTQ tỉnh", ["Sở KH&ĐT", "Sở GD&ĐT", "UBMTTQ tỉnh"]),
    ("a gloss in brackets", "Sở Ngoại vụ (cơ quan thường trực) và Sở Công Thương", ["Sở Ngoại vụ", "Sở Công Thương"]),
    ("an order before the names", "Giao Sở Du lịch chủ trì", ["Sở Du lịch"]),
    ("one body ordering another", "UBND tỉnh giao Sở Ngoại vụ", ["Sở Ngoại vụ"]),
    ("districts that are told by their border", "UBND các huyện biên giới tháo gỡ", ["UBND các huyện biên giới"]),
    (
        "communes that are told by their border",
        "UBND các xã, phường giáp biên, Công an tỉnh chủ động",
        ["UBND các xã, phường giáp biên", "Công an tỉnh"],
    ),
    ("all communes and one by name", "UBND các xã, đặc khu Lý Sơn rà soát", ["UBND các xã, đặc khu Lý Sơn"]),
    ("districts with a task", "UBND các xã có nhiệm vụ: Xây dựng", ["UBND các xã"]),
    (
        "a listed name that goes on behind và",
        "Trung tâm Xúc tiến Du lịch và Đầu tư tỉnh, Sở Ngoại vụ chủ trì",
        ["Trung tâm Xúc tiến Du lịch và Đầu tư tỉnh", "Sở Ngoại vụ"],
    ),
    (
        "a listed name that goes on behind a hyphen",
        "Trung tâm Xúc tiến Thương mại - Đầu tư và Hội chợ triển lãm, Sở Công Thương rà soát",
        ["Trung tâm Xúc tiến Thương mại - Đầu tư và Hội chợ triển lãm", "Sở Công Thương"],
    ),
    (
        "a centre and a department",
        "Trung tâm Xúc tiến đầu tư và Sở Tài chính thực hiện",
        ["Trung tâm Xúc tiến đầu tư", "Sở Tài chính"],
    ),
    (
        "organisations of the Party are no verb",
        "Các cấp ủy, tổ chức đảng quán triệt",
        ["Các cấp ủy, tổ chức đảng"],
    ),
    ("a unit that more words tell", "Các doanh nghiệp kho bãi khơi thông", ["Các doanh nghiệp kho bãi"]),
    (
        "a unit told by its trade",
        "Các doanh nghiệp xuất khẩu nông sản, các hãng lữ hành mở rộng",
        ["Các doanh nghiệp xuất khẩu nông sản", "các hãng lữ hành"],
    ),
    (
        "owners of projects",
        "Các sở, ban, ngành; các chủ khoản viện trợ căn cứ",
        ["Các sở, ban, ngành", "các chủ khoản viện trợ"],
    ),
    ("a level with a typing error", "Công an thành phô bảo đảm an ninh", ["Công an thành phô"]),
    ("on the grounds of", "Các sở, ngành trên cơ sở chức năng xây dựng", ["Các sở, ngành"]),
    (
        "a station at a border gate",
        "Đồn Biên phòng cửa khẩu quốc tế Cầu Treo tuần tra",
        ["Đồn Biên phòng cửa khẩu quốc tế Cầu Treo"],
    ),
    (
        "a heading of responsibility",
        "Trách nhiệm của các sở, ngành và UBND các huyện",
        ["các sở, ngành", "UBND các huyện"],
    ),
]


@pytest.mark.parametrize(("text", "names"), [case[1:] for case in LISTS], ids=[case[0] for case in LISTS])
def test_a_text_begins_with_agencies(text: str, names: list[str]) -> None:
    found = leading_agencies(text)
    assert found is not None
    assert list(found.names) == names


def test_spans_quote_the_names() -> None:
    text = "Đề nghị UBMTTQ tỉnh, Liên hiệp các tổ chức hữu nghị tỉnh: phối hợp"
    found = leading_agencies(text)
    assert found is not None
    assert [text[start:end] for start, end in found.spans] == list(found.names)
    assert text[found.end :] == ": phối hợp"


OTHERS = [
    ("a document", "Ban hành Kế hoạch của Sở Ngoại vụ"),
    ("a report", "Báo cáo UBND tỉnh"),
    ("a conference", "Hội nghị xúc tiến đầu tư"),
    ("integration", "Hội nhập kinh tế quốc tế"),
    ("activities", "Các hoạt động đối ngoại của tỉnh"),
    ("foreign countries", "Các nước láng giềng"),
    ("foreign organisations", "Các tổ chức quốc tế và phi chính phủ nước ngoài"),
    ("a condition", "Trường hợp vượt thẩm quyền, Sở Ngoại vụ tổng hợp"),
    ("a heading", "TỔ CHỨC THỰC HIỆN"),
    ("prevention", "Phòng, chống tội phạm"),
    ("nothing", ""),
]


@pytest.mark.parametrize("text", [case[1] for case in OTHERS], ids=[case[0] for case in OTHERS])
def test_a_text_that_names_no_agency_first_has_none(text: str) -> None:
    assert leading_agencies(text) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("lực lượng bảo vệ biên giới phía Lào tuần tra", ["lực lượng bảo vệ biên giới phía Lào"]),
        ("lực lượng chức năng đối đẳng phía Campuchia", ["lực lượng chức năng đối đẳng phía Campuchia"]),
        ("huyện, thị đối diện phía Trung Quốc.", ["huyện, thị đối diện phía Trung Quốc"]),
        ("chính quyền các địa phương Lào", ["chính quyền các địa phương Lào"]),
    ],
)
def test_counterparts_abroad_are_named_in_full(text: str, names: list[str]) -> None:
    listed = list_names(NameReader(text, 0, len(text)), 0, bare_units=True)
    assert listed is not None
    assert [name.text for name in listed.names] == names


def test_a_request_is_told_from_an_order() -> None:
    request = leading_agencies("Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh")
    order = leading_agencies("Giao Sở Tài chính")
    assert request is not None
    assert order is not None
    assert (request.mode, order.mode) == ("request", "assign")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Sở Nôi vụ", "Sở Nội vụ"),
        ("Sở Thông tin và Tuyền thông", "Sở Thông tin và Truyền thông"),
        ("Văn phòng HDNĐ-UBND huyện", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện"),
        ("UBMTQ huyện", "Ủy ban Mặt trận Tổ quốc huyện"),
    ],
)
def test_a_typing_error_is_recognised_with_less_confidence_and_a_doubt(written: str, meant: str) -> None:
    found = leading_agencies(written)
    assert found is not None
    assert found.names == (written,)
    assert found.confidence < 0.8
    assert found.doubts
    assert canonical(written) == meant


def test_an_unlisted_body_is_recognised_by_its_first_word_with_less_confidence() -> None:
    found = leading_agencies("Trung tâm Hỗ trợ phát triển thanh niên tỉnh chủ trì")
    assert found is not None
    assert found.names == ("Trung tâm Hỗ trợ phát triển thanh niên tỉnh",)
    assert found.confidence < 0.8


@pytest.mark.parametrize(
    ("name", "official"),
    [
        ("UBMTTQ tỉnh", "Ủy ban Mặt trận Tổ quốc tỉnh"),
        ("Sở VHTTDL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("các sở, ban, ngành", None),
        ("Kế hoạch", None),
    ],
)
def test_the_official_name_of_a_body_keeps_its_place(name: str, official: str | None) -> None:
    assert canonical(name) == official


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Sở Công Thương, Sở Tư pháp", ["Sở Công Thương", "Sở Tư pháp"]),
        ("- Sở Công Thương; - Trung tâm Xúc tiến đầu tư", ["Sở Công Thương", "Trung tâm Xúc tiến đầu tư"]),
        ("Nhóm chuyên gia, Sở Y tế", ["Nhóm chuyên gia", "Sở Y tế"]),
        ("", []),
    ],
)
def test_a_cell_is_split_into_its_names(cell: str, names: list[str]) -> None:
    assert list(split_list(cell).names) == names


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("chủ trì, phối hợp", True),
        ("chủ động xây dựng kế hoạch", True),
        ("căn cứ chức năng, nhiệm vụ", True),
        ("có trách nhiệm hướng dẫn", True),
        ("và các cơ quan liên quan", False),
        ("Công tác lãnh sự", False),
    ],
)
def test_a_duty_opens_with_a_verb_or_with_how_it_is_done(text: str, opens: bool) -> None:
    assert opens_duty(text) is opens


def test_every_entry_of_the_vocabulary_has_a_known_kind() -> None:
    kinds = {"department", "committee", "party", "front", "vertical", "unit", "district", "commune", "central"}
    assert {row[1] for row in rows("agencies")} <= kinds | {"head", "holder", "not"}
    assert {row[1] for row in rows("verbs")} <= {
        *("lead", "coordinate", "act", "weak", "manner", "order", "condition", "stop", "opener"),
    }
    assert {row[1] for row in rows("groups")} <= {
        *("all", "unit", "other", "which", "level", "last", "part", "abroad", "tail"),
    }
    assert vocabulary() is vocabulary()


@pytest.mark.parametrize("unit", ["các ", "và ", ",", "Sở ", "các sở, ", "Giám đốc ", "UBND các huyện, ", "("])
def test_endless_repeats_are_read_only_so_far(unit: str) -> None:
    found = leading_agencies(unit * (100_000 // len(unit)))
    assert found is None or found.end < 10_000


@pytest.mark.parametrize("name", ["agencies", "groups", "verbs", "no_verbs"])
def test_the_vocabulary_is_written_in_the_clean_form_in_which_texts_are_read(name: str) -> None:
    for row in rows(name):
        assert row == tuple(fold(cell) for cell in row)
