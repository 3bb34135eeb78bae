"""Foreign countries, localities and organisations that a plan names as partners."""

from __future__ import annotations

import pytest

from vanban import partners


def found(text: str) -> list[tuple[str, str, str | None]]:
    return [(partner.names[0], partner.kind, partner.country) for partner in partners.find(text)]


def countries(text: str) -> list[str]:
    return [partner.names[0] for partner in partners.find(text) if partner.kind == "country"]


COUNTRIES = [
    ("a list behind a colon", "thỏa thuận với các nước: Đức, Séc, Nhật Bản.", ["Đức", "Séc", "Nhật Bản"]),
    (
        "forms of the state",
        "đoàn đến từ Cộng hòa Liên bang Đức và Vương quốc Bỉ",
        ["Cộng hòa Liên bang Đức", "Vương quốc Bỉ"],
    ),
    (
        "former spellings",
        "các nước Xin-ga-po, Ốt-xtrây-li-a, Ma-lai-xi-a",
        ["Xin-ga-po", "Ốt-xtrây-li-a", "Ma-lai-xi-a"],
    ),
    (
        "relations with Việt Nam",
        "quan hệ ngoại giao Việt Nam - Nhật Bản, Việt Nam - Singapore",
        ["Nhật Bản", "Singapore"],
    ),
    ("the provinces of a country", "cấp cao với các tỉnh Bắc Lào, các tỉnh của Thái Lan", ["Lào", "Thái Lan"]),
    ("students", "đào tạo lưu học sinh Lào, Campuchia trên địa bàn", ["Lào", "Campuchia"]),
    ("embassies of several countries", "làm việc với các Đại sứ quán Ấn Độ, Nhật Bản", ["Ấn Độ", "Nhật Bản"]),
    ("a treaty named for its market", "Hiệp định thương mại tự do giữa Việt Nam và Hàn Quốc", ["Hàn Quốc"]),
    ("a table's cell", "| 1 | Đoàn lãnh đạo tỉnh | Hàn Quốc | Quý II |", ["Hàn Quốc"]),
    ("capitals of a heading", "HỢP TÁC VỚI NƯỚC CHDCND LÀO VÀ HÀN QUỐC", ["CHDCND LÀO", "HÀN QUỐC"]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in COUNTRIES], ids=[case[0] for case in COUNTRIES])
def test_countries_named_as_partners_are_found(text: str, expected: list[str]) -> None:
    assert countries(text) == expected


NO_PARTNERS = [
    ("a venue", "tổ chức Hội nghị tại Đức, Singapore và Nhật Bản"),
    ("a venue after a domestic one", "kỷ niệm tại Việt Nam và Thủ đô Paris (Pháp)"),
    ("a province as venue", "Hội nghị trù bị tại tỉnh Bolykhămxay (Lào) và tỉnh Sakon Nakhon (Thái Lan)"),
    ("Vietnamese abroad", "cộng đồng người Việt tại Ba Lan, ở Ukraina"),
    ("the border", "khu vực biên giới Việt Nam - Lào trên địa bàn tỉnh; biên giới đất liền Việt Nam - Campuchia"),
    ("a list in two languages", "xây dựng danh mục dự án song ngữ Việt - Anh"),
    ("a tea of Thái Nguyên", "quảng bá vùng chè Tân Cương"),
    ("a foreign hospital of Việt Nam", "Bệnh viện Vinmec; International Halal Conference"),
    ("languages", "bồi dưỡng tiếng Anh, tiếng Lào và tiếng Trung Quốc"),
    ("friendship associations", "các Hội Hữu nghị Việt Nam - Lào, Việt Nam - Thái Lan, Việt Nam - Nga"),
    ("institutions within Việt Nam", "Bệnh viện Hữu nghị Việt Nam - Cuba; Trường Hữu nghị Việt - Lào"),
    ("a treaty", "Hiệp định thương mại tự do Việt Nam - Hàn Quốc"),
    ("regions", "các nước Đông Nam Á, châu Âu, Mỹ Latinh, Trung Đông"),
    ("words that look alike", "Pháp luật, Ý kiến, Anh hùng, Mỹ thuật, Áo dài, Đức tính"),
    ("names of people", "ông Nguyễn Đức Anh, bà Trần Thị Nga, đồng chí Lê Văn Nam"),
    ("domestic places", "huyện Đức Thọ, xã Mỹ Lộc, thành phố Thủ Đức, tỉnh Lào Cai, tỉnh Hà Nam, Krông Pắc, Pleiku"),
    ("theory", "chủ nghĩa Mác - Lênin, tư tưởng Hồ Chí Minh"),
    ("a body that honours", "di sản được UNESCO công nhận; Tổ chức UNESCO vinh danh"),
    ("a business travel card", "cấp thẻ đi lại doanh nhân APEC"),
    ("foreign events", "Tổ chức Festival biển; tổ chức Roadshow; các Famtrip"),
    ("the enemy of a war", "kháng chiến chống Mỹ, thực dân Pháp; đô la Mỹ"),
    ("embassies of no country", "gặp gỡ Đại sứ quán các nước, các Tổ chức quốc tế tại Hà Nội"),
    ("a person or a village", "ông Đức; xã Nga; kiều bào Thái Lan"),
    ("a typing error that glues", "tỉnh HàTĩnh, tỉnh Gialai, thành phố Smart City"),
    ("an abbreviation of an agency", "Sở Nội vụ (SNV), Thông tư 10/2020/TT-BTC"),
    ("a firm of Việt Nam", "Công ty Cổ phần Phát triển Việt - Lào"),
    ("other countries' war", "tác động của xung đột Nga - Ukraina"),
]


@pytest.mark.parametrize("text", [case[1] for case in NO_PARTNERS], ids=[case[0] for case in NO_PARTNERS])
def test_what_only_names_a_place_or_a_thing_is_no_partner(text: str) -> None:
    assert found(text) == []


LOCALITIES = [
    (
        "countries in brackets",
        "với tỉnh Tula (Liên bang Nga), bang Hessen (CHLB Đức)",
        [("Tula", "RU"), ("Hessen", "DE")],
    ),
    ("a list before the bracket", "các tỉnh Attapeu, Sê Kông (Lào)", [("Attapeu", "LA"), ("Sê Kông", "LA")]),
    (
        "of no list",
        "thành phố Minamisoma (Nhật Bản), tỉnh Zaporozhe, Ukraina",
        [("Minamisoma", "JP"), ("Zaporozhe", "UA")],
    ),
    ("a word in lower case", "thành phố Sung cheon (Hàn Quốc)", [("Sung cheon", "KR")]),
    ("a district of a province", "huyện Ohkuma, tỉnh Fukushima (Nhật Bản)", [("Ohkuma", "JP")]),
    ("a district of a listed province", "huyện Mường Mộc, tỉnh Bolykhămxay (Lào)", [("Mường Mộc", "LA")]),
    ("a city of a state", "thành phố Torrance, bang California (Hoa Kỳ)", [("Torrance", "US")]),
    (
        "districts across the border behind one head",
        "duy trì kết nghĩa với các huyện Koh Andet, Angkor Borei; phối hợp tuần tra",
        [("Koh Andet", None), ("Angkor Borei", None)],
    ),
    (
        "a cue that lost its marks",
        "thành phô Debrecen của Hungary; tinh Zala (Hungary)",
        [("Debrecen", "HU"), ("Zala", "HU")],
    ),
    ("a district in brackets", "quận Dongdaemun (thành phố Seoul)", [("Dongdaemun", "KR")]),
    ("a twin", "giữa hai tỉnh Hà Tĩnh - Bolykhămxay", [("Bolykhămxay", "LA")]),
    ("a name also within Việt Nam", "thành phố Đông Hưng (Trung Quốc); huyện Đông Hưng", [("Đông Hưng", "CN")]),
    ("behind a country's part", "04 tỉnh Hạ Lào (Champasak, Salavan)", [("Champasak", "LA"), ("Salavan", "LA")]),
    ("a capital", "với tỉnh Savannakhet và Thủ đô Viêng Chăn", [("Savannakhet", "LA"), ("Viêng Chăn", "LA")]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in LOCALITIES], ids=[case[0] for case in LOCALITIES])
def test_foreign_localities_are_found_with_their_country(text: str, expected: list[tuple[str, str]]) -> None:
    localities = [partner for partner in partners.find(text) if partner.kind == "locality"]
    assert [(partner.names[0], partner.country) for partner in localities] == expected


@pytest.mark.parametrize(
    "text", ["tỉnh Tula (Liên bang Nga)", "thành phố Ansan, Hàn Quốc", "tỉnh Sa-la-van (nước CHDCND Lào)"]
)
def test_a_country_that_only_says_where_a_place_lies_is_no_partner(text: str) -> None:
    assert countries(text) == []


SPELLINGS = [
    (
        "by sound",
        "tỉnh Bolykhămxay, tỉnh Bolikhamsay, tỉnh Bô-ly-khăm-xay",
        ("Bolykhămxay", "Bolikhamsay", "Bô-ly-khăm-xay"),
    ),
    ("by list", "tỉnh Khăm Muộn; tỉnh Khăm Muồn; tỉnh Khammouane", ("Khăm Muộn", "Khăm Muồn", "Khammouane")),
    ("long and short country", "nước CHDCND Lào; các tỉnh của Lào", ("CHDCND Lào", "Lào")),
    ("what a firm is called", "hỗ trợ Tập đoàn Samsung", ("Samsung", "Tập đoàn Samsung")),
    ("a short form of no list", "Viện Rosa Luxemburg (RLX)", ("Viện Rosa Luxemburg", "RLX")),
    (
        "a listed short form of a name of no list",
        "Hiệp hội Doanh nghiệp Mỹ tại Việt Nam (AmCham); AmCham",
        ("Hiệp hội Doanh nghiệp Mỹ tại Việt Nam", "Hiệp hội Doanh nghiệp Mỹ", "AmCham"),
    ),
    ("short form in brackets", "với Ngân hàng Thế giới (WB)", ("Ngân hàng Thế giới", "WB")),
    ("short form inside", "trong Cộng đồng kinh tế ASEAN (AEC)", ("Cộng đồng kinh tế ASEAN", "AEC", "ASEAN")),
    (
        "full name of a region",
        "với Khu tự trị dân tộc Choang Quảng Tây",
        ("Khu tự trị dân tộc Choang Quảng Tây", "Quảng Tây"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in SPELLINGS], ids=[case[0] for case in SPELLINGS])
def test_spellings_of_one_partner_are_joined_in_the_order_met(text: str, expected: tuple[str, ...]) -> None:
    assert [partner.names for partner in partners.find(text)] == [expected]


def test_an_association_of_provinces_is_one_organisation_and_hides_its_countries() -> None:
    text = (
        "Hiệp hội các tỉnh 03 nước Việt Nam - Lào - Thái Lan có sử dụng đường 8, đường 12.\n"
        "- Hội nghị cấp cao 09 tỉnh 3 nước Việt Nam - Lào - Thái Lan tại tỉnh Sakon Nakhon (Thái Lan)."
    )
    assert [(partner.names, partner.kind) for partner in partners.find(text)] == [
        (
            (
                "Hiệp hội các tỉnh 03 nước Việt Nam - Lào - Thái Lan có sử dụng đường 8, đường 12",
                "09 tỉnh 3 nước Việt Nam - Lào - Thái Lan",
            ),
            "organisation",
        )
    ]


ORGANISATIONS = [
    ("national agencies", "vốn của JICA, KOICA và AFD", [("JICA", "JP"), ("KOICA", "KR"), ("AFD", "FR")]),
    ("in a venue's list", "các Đại sứ quán tại Việt Nam, WB, ADB", [("WB", None), ("ADB", None)]),
    (
        "a business association",
        "Gặp mặt Hiệp hội Doanh nghiệp Nhật Bản tại Hà Nội",
        [("Hiệp hội Doanh nghiệp Nhật Bản", "JP")],
    ),
    (
        "by a country's name",
        "Phòng Thương mại Bỉ tại Việt Nam (BeluxCham)",
        [("Phòng Thương mại Bỉ tại Việt Nam", "BE")],
    ),
    ("a group and its seat", "làm việc với Tập đoàn Amata (Thái Lan)", [("Tập đoàn Amata", "TH")]),
    ("a university", "với Đại học Quốc gia Lào", [("Đại học Quốc gia Lào", "LA")]),
    (
        "a university of a place",
        "với Trường Đại học Nakhon Phanom (Thái Lan)",
        [("Trường Đại học Nakhon Phanom", "TH")],
    ),
    ("an embassy", "tiếp Đại sứ quán Ấn Độ", [("Đại sứ quán Ấn Độ", "IN")]),
    (
        "a consulate and its seat",
        "đoàn Tổng Lãnh sự quán Nhật Bản tại Đà Nẵng",
        [("Tổng Lãnh sự quán Nhật Bản tại Đà Nẵng", "JP")],
    ),
    (
        "friends of Việt Nam abroad",
        "làm việc với Hội hữu nghị Thái Lan - Việt Nam",
        [("Hội hữu nghị Thái Lan - Việt Nam", "TH")],
    ),
    ("an office of a locality", "trao đổi với Cục Thương mại Vân Nam", [("Cục Thương mại Vân Nam", "CN")]),
    ("a hospital of a province", "hỗ trợ Bệnh viện tỉnh Champasak", [("Bệnh viện tỉnh Champasak", "LA")]),
    ("a university of no list", "đào tạo tại Đại học Wakayama", [("Đại học Wakayama", "JP")]),
    (
        "English names",
        "vận động Danish Mission Alliance, The Wheelchair Foundation tài trợ",
        [("Danish Mission Alliance", None), ("The Wheelchair Foundation", None)],
    ),
    ("an abbreviation with its country", "hợp tác với MAG (Anh) về bom mìn", [("MAG", "GB")]),
    (
        "a school's full name before its country",
        "Trường Đại học Svay Rieng (Campuchia)",
        [("Trường Đại học Svay Rieng", "KH")],
    ),
    ("a party", "cán bộ của Đảng Nhân dân Cách mạng Lào", [("Đảng Nhân dân Cách mạng Lào", "LA")]),
    ("a charity of no list", "dự án của tổ chức Sunflower Mission", [("tổ chức Sunflower Mission", None)]),
    ("a charity of the list", "Tổ chức Tầm nhìn Thế giới (World Vision)", [("Tổ chức Tầm nhìn Thế giới", None)]),
]


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in ORGANISATIONS], ids=[case[0] for case in ORGANISATIONS]
)
def test_organisations_are_found_and_hide_the_country_in_their_name(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(name, code) for name, kind, code in found(text)] == expected
    assert {kind for _, kind, _ in found(text)} == {"organisation"}


def test_a_domestic_firm_with_a_foreign_name_is_no_partner() -> None:
    assert found("Công ty TNHH Samsung Electronics Việt Nam; Tập đoàn Vingroup") == []


def test_spans_quote_the_names_and_only_given_spans_are_searched() -> None:
    text = "Căn cứ thỏa thuận với Hàn Quốc.\n- Hợp tác với tỉnh Champasak (Lào), tỉnh Chăm-pa-sắc."
    (partner,) = partners.find(text, spans=[(32, len(text))])
    assert [text[start:end] for start, end in partner.mentions] == ["Champasak", "Chăm-pa-sắc"]
    assert text[slice(*partner.span)] == "Champasak"


def test_names_of_no_list_are_less_sure() -> None:
    listed, unlisted = partners.find("tỉnh Savannakhet và thành phố Zaporozhe")
    assert listed.confidence > unlisted.confidence
