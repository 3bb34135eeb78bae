"""Who issues and who signs: Party, ministry, department, district, commune; by order, by authorisation."""

from __future__ import annotations

from tests.vanban.letterheads import Specimen

# fmt: off
SPECIMENS: list[Specimen] = [
    (
        'Party, standing committee',
        'ĐẢNG BỘ TỈNH LAM GIANG\n'
        'ĐẢNG CỘNG SẢN VIỆT NAM\n'
        'BAN THƯỜNG VỤ\n'
        'Lam Giang, ngày 24 tháng 8 năm 2022\n'
        '*\n'
        'Số 164-KH/TU\n'
        'KẾ HOẠCH\n'
        'thực hiện Chỉ thị số 12-CT/TW ngày 05/01/2022 của Ban Bí thư về tăng cường sự lãnh đạo của Đảng,\n'
        'nâng cao hiệu quả đối ngoại nhân dân trong tình hình mới\n'
        '-----\n'
        'Thực hiện Chỉ thị số 12-CT/TW ngày 05/01/2022 của Ban Bí thư, Ban Thường vụ Tỉnh ủy ban '
        'hành Kế hoạch như sau:\n'
        'I- MỤC ĐÍCH, YÊU CẦU\n'
        '1- Mục đích\n'
        'abc.\n'
        'Nơi nhận:\n'
        '- Ban Bí thư (báo cáo),\n'
        '- Các ban đảng Tỉnh ủy,\n'
        '- Lưu Văn phòng Tỉnh ủy.\n'
        'T/M BAN THƯỜNG VỤ\n'
        'PHÓ BÍ THƯ\n'
        'Lê Thị Hồng Vân\n',
        {
            'kind': 'Kế hoạch',
            'number': '164-KH/TU',
            'place': 'Lam Giang',
            'date': '2022-08-24',
            'issuer': 'Ban Thường vụ Tỉnh ủy Lam Giang',
            'title': 'thực hiện Chỉ thị số 12-CT/TW ngày 05/01/2022 của Ban Bí thư về tăng cường sự lãnh đạo của Đảng, nâng cao hiệu quả đối ngoại nhân dân trong tình hình mới',
            'layout': 'party',
            'signer': ('Lê Thị Hồng Vân', 'Phó Bí thư', None, 'T/M BAN THƯỜNG VỤ'),
            'recipients': ('Ban Bí thư (báo cáo)', 'Các ban đảng Tỉnh ủy', 'Lưu Văn phòng Tỉnh ủy'),
            'body': ['Thực hiện Chỉ thị số 12-CT/TW '],
            'ends': ['abc.'],
        },
    ),
    (
        'Party, merged, foot after the signature',
        'TỈNH ỦY LAM GIANG ĐẢNG CỘNG SẢN VIỆT NAM\n'
        '* Lam Giang, ngày 21 tháng 5 năm 2025\n'
        'Số 44-CTr/TU\n'
        'CHƯƠNG TRÌNH HÀNH ĐỘNG\n'
        'thực hiện Nghị quyết số 59-NQ/TW, ngày 24/01/2025 của Bộ Chính trị\n'
        'về hội nhập quốc tế trong tình hình mới\n'
        'Ngày 24/01/2025, Bộ Chính trị ban hành Nghị quyết số 59-NQ/TW về hội nhập quốc tế trong '
        'tình hình mới. Ban Thường vụ Tỉnh ủy xây dựng Chương trình hành động như sau:\n'
        'I. MỤC TIÊU\n'
        'abc.\n'
        'T/M BAN THƯỜNG VỤ\n'
        'BÍ THƯ\n'
        '(Đã ký)\n'
        'Hoàng Trung Kiên\n'
        'Nơi nhận:\n'
        '- Bộ Chính trị (b/c);\n'
        '- Lưu VPTU.\n',
        {
            'kind': 'Chương trình hành động',
            'number': '44-CTr/TU',
            'place': 'Lam Giang',
            'date': '2025-05-21',
            'issuer': 'Tỉnh ủy Lam Giang',
            'title': 'thực hiện Nghị quyết số 59-NQ/TW, ngày 24/01/2025 của Bộ Chính trị về hội nhập quốc tế trong tình hình mới',
            'layout': 'party',
            'signer': ('Hoàng Trung Kiên', 'Bí thư', None, 'T/M BAN THƯỜNG VỤ'),
            'recipients': ('Bộ Chính trị (b/c)', 'Lưu VPTU'),
            'body': ['Ngày 24/01/2025, Bộ Chính trị '],
            'ends': ['abc.'],
        },
    ),
    (
        'blank number and day, a department',
        'UBND TỈNH LAM GIANG\n'
        'SỞ NGOẠI VỤ\n'
        'Số:      /KH-SNgV\n'
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n'
        'Độc lập - Tự do - Hạnh phúc\n'
        'Lam Giang, ngày    tháng 3 năm 2024\n'
        'KẾ HOẠCH\n'
        'Triển khai công tác lễ tân đối ngoại\n'
        'Năm 2024\n'
        'Thực hiện Kế hoạch số 12/KH-UBND, Sở Ngoại vụ xây dựng Kế hoạch như sau:\n'
        'I. MỤC ĐÍCH\n'
        'abc.\n'
        'Nơi nhận:\n'
        '- UBND tỉnh (b/c);\n'
        '- Lãnh đạo Sở và các phòng chuyên môn,\n'
        'đơn vị trực thuộc;\n'
        '- Lưu: VT.\n'
        'GIÁM ĐỐC\n'
        '[daky]\n'
        'Nguyễn Thị Mai\n',
        {
            'kind': 'Kế hoạch',
            'number': '/KH-SNgV',
            'place': 'Lam Giang',
            'date': '2024-03',
            'issuer': 'Sở Ngoại vụ tỉnh Lam Giang',
            'title': 'Triển khai công tác lễ tân đối ngoại Năm 2024',
            'layout': 'state',
            'signer': ('Nguyễn Thị Mai', 'Giám đốc', None, None),
            'recipients': ('UBND tỉnh (b/c)', 'Lãnh đạo Sở và các phòng chuyên môn, đơn vị trực thuộc', 'Lưu: VT'),
            'body': ['Thực hiện Kế hoạch số 12/KH-UB'],
            'ends': ['abc.'],
        },
    ),
    (
        'a district, kind and title on one line, annex',
        'ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n'
        'HUYỆN THANH SƠN | Độc lập - Tự do - Hạnh phúc\n'
        'Số: 35/KH-UBND | Thanh Sơn, ngày 3 tháng 02 năm 2023\n'
        'KẾ HOẠCH HOẠT ĐỘNG ĐỐI NGOẠI NĂM 2023\n'
        'Để triển khai hiệu quả công tác đối ngoại, UBND huyện Thanh Sơn ban hành kế hoạch với các '
        'nội dung sau:\n'
        'I. MỤC ĐÍCH, YÊU CẦU\n'
        '1. Mục đích\n'
        '- Nâng cao hiệu quả công tác đối ngoại trên địa bàn tỉnh.\n'
        'Nơi nhận:\n'
        '- Bộ Ngoại giao;\n'
        '- Như trên;\n'
        '- Lưu: VT, NC.\n'
        'TM. ỦY BAN NHÂN DÂN\n'
        'KT. CHỦ TỊCH\n'
        'PHÓ CHỦ TỊCH\n'
        'Trần Văn Bình\n'
        'PHỤ LỤC\n'
        'DANH MỤC NHIỆM VỤ\n'
        '(Kèm theo Kế hoạch số 35/KH-UBND ngày 03/02/2023 của UBND huyện)\n'
        '| TT | Nội dung | Cơ quan |\n'
        '| 1 | Tổ chức | Văn phòng |\n',
        {
            'kind': 'Kế hoạch',
            'number': '35/KH-UBND',
            'place': 'Thanh Sơn',
            'date': '2023-02-03',
            'issuer': 'Ủy ban nhân dân huyện Thanh Sơn',
            'title': 'HOẠT ĐỘNG ĐỐI NGOẠI NĂM 2023',
            'layout': 'state',
            'signer': ('Trần Văn Bình', 'Phó Chủ tịch', 'KT. CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN'),
            'recipients': ('Bộ Ngoại giao', 'Như trên', 'Lưu: VT, NC'),
            'body': ['Để triển khai hiệu quả công tá', 'PHỤ LỤC', '| TT | Nội dung | Cơ quan |'],
            'ends': ['c đối ngoại trên địa bàn tỉnh.', 'DANH MỤC NHIỆM VỤ', '| 1 | Tổ chức | Văn phòng |'],
        },
    ),
    (
        'an official letter',
        'ỦY BAN NHÂN DÂN\n'
        'TỈNH LAM GIANG\n'
        'Số: 735/UBND-NC\n'
        'V/v triển khai công tác đối ngoại\n'
        'và hội nhập quốc tế năm 2024\n'
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n'
        'Độc lập - Tự do - Hạnh phúc\n'
        'Lam Giang, ngày 5 tháng 3 năm 2024\n'
        'Kính gửi:\n'
        '- Các sở, ban, ngành;\n'
        '- UBND các huyện, thành phố.\n'
        'Thực hiện Văn bản số 225/VPCP-QHQT, Ủy ban nhân dân tỉnh yêu cầu:\n'
        '1. Sở Ngoại vụ\n'
        '- abc.\n'
        'Nơi nhận:\n'
        '- Bộ Ngoại giao;\n'
        '- Như trên;\n'
        '- Lưu: VT, NC.\n'
        'TM. ỦY BAN NHÂN DÂN\n'
        'KT. CHỦ TỊCH\n'
        'PHÓ CHỦ TỊCH\n'
        'Trần Văn Bình\n',
        {
            'kind': 'Công văn',
            'number': '735/UBND-NC',
            'place': 'Lam Giang',
            'date': '2024-03-05',
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'triển khai công tác đối ngoại và hội nhập quốc tế năm 2024',
            'layout': 'state',
            'signer': ('Trần Văn Bình', 'Phó Chủ tịch', 'KT. CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN'),
            'recipients': ('Bộ Ngoại giao', 'Như trên', 'Lưu: VT, NC'),
            'body': ['Thực hiện Văn bản số 225/VPCP-'],
            'ends': ['- abc.'],
        },
    ),
    (
        'a ministry',
        'BỘ NGOẠI GIAO\n'
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n'
        'Độc lập - Tự do - Hạnh phúc\n'
        'Số: 123/KH-BNG\n'
        'Hà Nội, ngày 3 tháng 1 năm 2024\n'
        'KẾ HOẠCH\n'
        'Công tác ngoại giao kinh tế năm 2024\n'
        'Triển khai Chỉ thị số 15-CT/TW ngày 10/8/2022 của Ban Bí thư, Bộ Ngoại giao ban hành Kế '
        'hoạch như sau:\n'
        'I. A\n'
        'b\n'
        'KT. BỘ TRƯỞNG\n'
        'THỨ TRƯỞNG\n'
        'Lê Minh Hằng\n',
        {
            'kind': 'Kế hoạch',
            'number': '123/KH-BNG',
            'place': 'Hà Nội',
            'date': '2024-01-03',
            'issuer': 'Bộ Ngoại giao',
            'title': 'Công tác ngoại giao kinh tế năm 2024',
            'layout': 'state',
            'signer': ('Lê Minh Hằng', 'Thứ trưởng', 'KT. BỘ TRƯỞNG', None),
            'recipients': (),
            'body': ['Triển khai Chỉ thị số 15-CT/TW'],
            'ends': ['b'],
        },
    ),
    (
        'a commune',
        'UBND HUYỆN THANH SƠN\n'
        'ỦY BAN NHÂN DÂN XÃ HÒA BÌNH\n'
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n'
        'Độc lập – Tự do – Hạnh phúc\n'
        'Số: 07 /KH-UBND\n'
        'Hòa Bình, ngày 9 tháng 2 năm 2024\n'
        'KẾ HOẠCH\n'
        'Công tác đối ngoại năm 2024\n'
        'UBND xã xây dựng kế hoạch như sau:\n'
        'I. A\n'
        'b\n'
        'TM. UBND XÃ\n'
        'CHỦ TỊCH\n'
        '(Đã ký)\n'
        'Vũ Đình Tuấn\n',
        {
            'kind': 'Kế hoạch',
            'number': '07/KH-UBND',
            'place': 'Hòa Bình',
            'date': '2024-02-09',
            'issuer': 'Ủy ban nhân dân xã Hòa Bình',
            'title': 'Công tác đối ngoại năm 2024',
            'layout': 'state',
            'signer': ('Vũ Đình Tuấn', 'Chủ tịch', None, 'TM. UBND XÃ'),
            'recipients': (),
            'body': ['UBND xã xây dựng kế hoạch như '],
            'ends': ['b'],
        },
    ),
    (
        'a district party committee',
        'ĐẢNG BỘ TỈNH LAM GIANG\n'
        'HUYỆN ỦY THANH SƠN\n'
        '*\n'
        'Số: 15 - KH/HU\n'
        'ĐẢNG CỘNG SẢN VIỆT NAM\n'
        'Thanh Sơn, ngày 12 tháng 9 năm 2022\n'
        'KẾ HOẠCH\n'
        'thực hiện Chỉ thị số 12-CT/TW của Ban Bí thư\n'
        'Thực hiện Kế hoạch số 164-KH/TU, Ban Thường vụ Huyện ủy xây dựng kế hoạch như sau:\n'
        'I. A\n'
        'b\n'
        'Nơi nhận:\n'
        '- Ban Thường vụ Tỉnh ủy,\n'
        '- Lưu.\n'
        'T/M BAN THƯỜNG VỤ\n'
        'K/T BÍ THƯ\n'
        'PHÓ BÍ THƯ\n'
        'Ngô Thị Lan\n',
        {
            'kind': 'Kế hoạch',
            'number': '15-KH/HU',
            'place': 'Thanh Sơn',
            'date': '2022-09-12',
            'issuer': 'Huyện ủy Thanh Sơn',
            'title': 'thực hiện Chỉ thị số 12-CT/TW của Ban Bí thư',
            'layout': 'party',
            'signer': ('Ngô Thị Lan', 'Phó Bí thư', 'K/T BÍ THƯ', 'T/M BAN THƯỜNG VỤ'),
            'recipients': ('Ban Thường vụ Tỉnh ủy', 'Lưu'),
            'body': ['Thực hiện Kế hoạch số 164-KH/T'],
            'ends': ['b'],
        },
    ),
    (
        'signed by order',
        'UBND TỈNH LAM GIANG\n'
        'VĂN PHÒNG\n'
        'Số 3/KH-VP\n'
        'KẾ HOẠCH\n'
        'Lễ tân năm 2025\n'
        'Văn phòng xây dựng kế hoạch như sau:\n'
        'I. MỤC ĐÍCH\n'
        'abc./.\n'
        'TL. CHỦ TỊCH\n'
        'KT. CHÁNH VĂN PHÒNG\n'
        'PHÓ CHÁNH VĂN PHÒNG\n'
        'Đã ký\n'
        'Trần Văn Bình\n'
        'Nơi nhận:\n'
        '- Như trên;\n'
        '- Lưu VT.\n',
        {
            'kind': 'Kế hoạch',
            'number': '3/KH-VP',
            'place': None,
            'date': None,
            'issuer': 'Văn phòng Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'Lễ tân năm 2025',
            'layout': 'state',
            'signer': ('Trần Văn Bình', 'Phó Chánh Văn phòng', 'TL. CHỦ TỊCH KT. CHÁNH VĂN PHÒNG', None),
            'recipients': ('Như trên', 'Lưu VT'),
            'body': ['Văn phòng xây dựng kế hoạch nh'],
            'ends': ['abc./.'],
        },
    ),
    (
        'signed by authorisation',
        'KẾ HOẠCH\n'
        'Lễ tân năm 2025\n'
        'UBND tỉnh Lam Giang xây dựng kế hoạch như sau:\n'
        'I. MỤC ĐÍCH\n'
        'abc./.\n'
        'Nơi nhận:\n'
        '- Như trên;\n'
        '- Các Sở: Ngoại vụ, Tài chính,\n'
        'Công Thương, Y tế;\n'
        '- Lưu: VT, NC\n'
        'TUQ. CHỦ TỊCH\n'
        'GIÁM ĐỐC SỞ NGOẠI VỤ\n'
        'NGUYỄN THỊ MAI\n',
        {
            'kind': 'Kế hoạch',
            'number': None,
            'place': None,
            'date': None,
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'Lễ tân năm 2025',
            'layout': 'state',
            'signer': ('Nguyễn Thị Mai', 'Giám đốc Sở Ngoại vụ', 'TUQ. CHỦ TỊCH', None),
            'recipients': ('Như trên', 'Các Sở: Ngoại vụ, Tài chính, Công Thương, Y tế', 'Lưu: VT, NC'),
            'body': ['UBND tỉnh Lam Giang xây dựng k'],
            'ends': ['abc./.'],
        },
    ),
]
# fmt: on
