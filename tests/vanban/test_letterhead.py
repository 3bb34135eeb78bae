"""Head and foot of documents as they come out of Word, PDF and web pages; the province is made up."""

from __future__ import annotations

from typing import Any

import pytest

from vanban import letterhead
from vanban.findings import Letterhead
from vanban.text import Text

# fmt: off
SPECIMENS: list[tuple[str, str, dict[str, Any]]] = [
    (
        'both columns merged into one line',
        'ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n'
        'TỈNH LAM GIANG Độc lập - Tự do - Hạnh phúc\n'
        'Số: 12/KH-UBND Lam Giang, ngày 05 tháng 01 năm 2025\n'
        'KẾ HOẠCH\n'
        'Hoạt động đối ngoại\n'
        'năm 2025\n'
        'Căn cứ Luật A; Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n'
        'I. MỤC ĐÍCH, YÊU CẦU\n'
        '1. Mục đích\n'
        '- Nâng cao hiệu quả công tác đối ngoại trên địa bàn tỉnh.\n'
        'Nơi nhận: TM. ỦY BAN NHÂN DÂN\n'
        '- Như trên; KT. CHỦ TỊCH\n'
        '- Bộ Ngoại giao; PHÓ CHỦ TỊCH\n'
        '- TT Tỉnh ủy;\n'
        '- Lưu: VT, NC. Trần Văn Bình\n',
        {
            'kind': 'Kế hoạch',
            'number': '12/KH-UBND',
            'place': 'Lam Giang',
            'date': '2025-01-05',
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'Hoạt động đối ngoại năm 2025',
            'layout': 'state',
            'signer': ('Trần Văn Bình', 'Phó Chủ tịch', 'KT. CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN'),
            'recipients': ('Như trên', 'Bộ Ngoại giao', 'TT Tỉnh ủy', 'Lưu: VT, NC'),
            'body': ['Căn cứ Luật A; Ủy ban nhân dân'],
            'ends': ['c đối ngoại trên địa bàn tỉnh.'],
        },
    ),
    (
        'cells, the second line of the issuer lost',
        'ỦY BAN NHÂN DÂN |\n'
        'CỘNG HÒA XÃ HỘI\n'
        'CHỦ NGHĨA VIỆT NAM |\n'
        'Số: 58/KH-UBND |\n'
        'Lam Giang - Sông Thương, ngày 11 tháng 03 năm 2024 |\n'
        'KẾ HOẠCH\n'
        'HOẠT ĐỘNG ĐỐI NGOẠI NĂM 2024 CỦA TỈNH LAM GIANG\n'
        'Thực hiện ý kiến chỉ đạo của Ban Thường vụ Tỉnh ủy tại Công văn số 8145-CV/TU ngày 26 '
        'tháng 02 năm 2024;\n'
        'Xét đề nghị của Sở Ngoại vụ, Ủy ban nhân dân tỉnh ban hành Kế hoạch hoạt động đối ngoại '
        'năm 2024 với các nội dung như sau:\n'
        'A. MỤC ĐÍCH, YÊU CẦU\n'
        'abc.\n'
        'Nơi nhận: | TM. ỦY BAN NHÂN DÂN |\n',
        {
            'kind': 'Kế hoạch',
            'number': '58/KH-UBND',
            'place': 'Lam Giang - Sông Thương',
            'date': '2024-03-11',
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang - Sông Thương',
            'title': 'HOẠT ĐỘNG ĐỐI NGOẠI NĂM 2024 CỦA TỈNH LAM GIANG',
            'layout': 'state',
            'signer': (None, None, None, 'TM. ỦY BAN NHÂN DÂN'),
            'recipients': (),
            'body': ['Thực hiện ý kiến chỉ đạo của B'],
            'ends': ['abc.'],
        },
    ),
    (
        'neither kind nor title',
        'ỦY BAN NHÂN DÂN |\n'
        'CỘNG HÒA XÃ HỘI CHỦ\n'
        'NGHĨA VIỆT NAM |\n'
        'Số: 952/KH-UBND |\n'
        'Lam Giang, ngày 05 tháng 4 năm 2022 |\n'
        'Căn cứ ý kiến của Thủ tướng Chính phủ về kết quả công tác đối ngoại;\n'
        'Căn cứ Quyết định 1517-QĐ/TU ngày 18 tháng 11 năm 2019 của Ban Thường vụ Tỉnh ủy, Ủy ban '
        'nhân dân tỉnh ban hành Kế hoạch công tác đối ngoại năm 2022 như sau:\n'
        '1. Mục đích\n'
        '- Cụ thể hóa.\n'
        'Nơi nhận:\n'
        '- Bộ Ngoại giao;\n'
        '- Như trên;\n'
        '- Lưu: VT, NC.\n'
        'TM. ỦY BAN NHÂN DÂN\n'
        'KT. CHỦ TỊCH\n'
        'PHÓ CHỦ TỊCH\n'
        'Trần Văn Bình\n',
        {
            'kind': 'Kế hoạch',
            'number': '952/KH-UBND',
            'place': 'Lam Giang',
            'date': '2022-04-05',
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'công tác đối ngoại năm 2022',
            'layout': 'state',
            'signer': ('Trần Văn Bình', 'Phó Chủ tịch', 'KT. CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN'),
            'recipients': ('Bộ Ngoại giao', 'Như trên', 'Lưu: VT, NC'),
            'body': ['Căn cứ ý kiến của Thủ tướng Ch'],
            'ends': ['- Cụ thể hóa.'],
        },
    ),
    (
        'the line of the kind lost',
        'ỦY BAN NHÂN DÂN |\n'
        'CỘNG\n'
        'HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n'
        'Số: 44/KH-UBND |\n'
        'Lam Giang, ngày 08 tháng 02 năm 2018 |\n'
        'CÔNG TÁC THÔNG TIN ĐỐI NGOẠI TỈNH LAM GIANG NĂM 2018\n'
        'Thực hiện Nghị định số 72/NĐ-CP ngày 07/9/2015, Ủy ban nhân dân tỉnh Lam Giang ban hành '
        'Kế hoạch công tác Thông tin đối ngoại năm 2018 như sau:\n'
        '1. Mục tiêu\n'
        '- Tăng.\n'
        'Nơi nhận:\n'
        '- Bộ Ngoại giao;\n'
        '- Như trên;\n'
        '- Lưu: VT, NC.\n'
        'TM. ỦY BAN NHÂN DÂN\n'
        'KT. CHỦ TỊCH\n'
        'PHÓ CHỦ TỊCH\n'
        'Trần Văn Bình\n',
        {
            'kind': 'Kế hoạch',
            'number': '44/KH-UBND',
            'place': 'Lam Giang',
            'date': '2018-02-08',
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'CÔNG TÁC THÔNG TIN ĐỐI NGOẠI TỈNH LAM GIANG NĂM 2018',
            'layout': 'state',
            'signer': ('Trần Văn Bình', 'Phó Chủ tịch', 'KT. CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN'),
            'recipients': ('Bộ Ngoại giao', 'Như trên', 'Lưu: VT, NC'),
            'body': ['Thực hiện Nghị định số 72/NĐ-C'],
            'ends': ['- Tăng.'],
        },
    ),
    (
        'a Decision in cells with hard wraps',
        'ỦY\n'
        'BAN NHÂN DÂN\n'
        'TỈNH LAM GIANG\n'
        '-------\n'
        '|\n'
        'CỘNG\n'
        'HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n'
        'Độc lập - Tự do - Hạnh phúc\n'
        '---------------\n'
        '|\n'
        'Số:\n'
        '13/2017/QĐ-UBND\n'
        '|\n'
        'Lam\n'
        'Giang, ngày 19 tháng 6 năm 2017\n'
        '|\n'
        'QUYẾT ĐỊNH\n'
        'BAN HÀNH CHƯƠNG TRÌNH HỘI NHẬP QUỐC TẾ TRÊN ĐỊA BÀN TỈNH LAM GIANG\n'
        'ỦY BAN NHÂN DÂN TỈNH LAM GIANG\n'
        'Căn cứ Luật Tổ chức chính quyền địa\n'
        'phương ngày 19 tháng 6 năm 2015;\n'
        'Theo đề nghị của Giám đốc Sở Ngoại\n'
        'vụ,\n'
        'QUYẾT ĐỊNH:\n'
        'Điều 1. Ban hành kèm theo Quyết định này Chương trình\n'
        'hội nhập.\n'
        'Điều 2. Thi hành./.\n'
        '|\n'
        'TM.\n'
        'ỦY BAN NHÂN DÂN\n'
        'CHỦ TỊCH\n'
        'Nguyễn Xuân Hòa\n'
        '|\n'
        'CHƯƠNG TRÌNH\n'
        'HỘI NHẬP QUỐC TẾ TRÊN ĐỊA BÀN TỈNH\n'
        'LAM GIANG\n'
        '(Ban hành kèm theo Quyết định số: 13/2017/QĐ-UBND ngày 19/6/2017 của Ủy ban\n'
        'nhân dân tỉnh Lam Giang)\n'
        'I. MỤC TIÊU\n'
        '1. Abc def ghi.\n',
        {
            'kind': 'Chương trình',
            'number': '13/2017/QĐ-UBND',
            'place': 'Lam Giang',
            'date': '2017-06-19',
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'HỘI NHẬP QUỐC TẾ TRÊN ĐỊA BÀN TỈNH LAM GIANG',
            'layout': 'state',
            'signer': ('Nguyễn Xuân Hòa', 'Chủ tịch', None, 'TM. ỦY BAN NHÂN DÂN'),
            'recipients': (),
            'body': ['Căn cứ Luật Tổ chức chính quyề', 'Điều 1. Ban hành kèm theo Quyế', 'I. MỤC TIÊU'],
            'ends': ['vụ,', 'Điều 2. Thi hành./.', '1. Abc def ghi.'],
        },
    ),
    (
        'a Decision with glued words',
        'ỦY BAN NHÂN DÂN\n'
        'TỈNH LAM GIANG\n'
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n'
        'Độc lập - Tự do - Hạnh phúc\n'
        'Số: 590/QĐ-UBND\n'
        'Lam Giang, ngày 22 tháng 4 năm 2014\n'
        'QUYẾT ĐỊNH\n'
        'BANHÀNH KẾ HOẠCH THỰC HIỆN CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA BAN THƯỜNG VỤ TỈNH ỦY THỰCHIỆN NGHỊ '
        'QUYẾT SỐ 22-NQ/TW NGÀY 10/4/2013 VỀ HỘI NHẬP QUỐC TẾ\n'
        'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LAM GIANG\n'
        'Căn cứ Luật Tổ chức HĐND vàUBND ngày 26/11/2003;\n'
        'Theo đề nghị của Giám đốc SởNgoại vụ,\n'
        'QUYẾT ĐỊNH:\n'
        'Điều 1. Ban hành kèm theoQuyết định này Kế hoạch thực hiện.\n'
        'Điều 2. Giao Sở Ngoại vụ.\n'
        'Điều 3. Quyết định này cóhiệu lực kể từ ngày ký./.\n'
        'CHỦ TỊCH\n'
        'Cao Văn Khoa\n'
        'KẾ HOẠCH\n'
        'THỰC HIỆN CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA BAN THƯỜNG VỤ TỈNH ỦY VỀ HỘI NHẬP QUỐC TẾ\n'
        '(Ban hành kèm theo Quyết định số 590/QĐ-UBND ngày 22/4/2014 của Chủ tịch UBND tỉnh Lam Giang)\n'
        'Thực hiện Chương trình hành động số 45-CTr/TU, UBND tỉnh ban hành Kế hoạch như sau:\n'
        'I. MỤC TIÊU\n'
        'abc.\n',
        {
            'kind': 'Kế hoạch',
            'number': '590/QĐ-UBND',
            'place': 'Lam Giang',
            'date': '2014-04-22',
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'THỰC HIỆN CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA BAN THƯỜNG VỤ TỈNH ỦY VỀ HỘI NHẬP QUỐC TẾ',
            'layout': 'state',
            'signer': ('Cao Văn Khoa', 'Chủ tịch', None, None),
            'recipients': (),
            'body': ['Căn cứ Luật Tổ chức HĐND vàUBN', 'Điều 1. Ban hành kèm theoQuyết', 'Thực hiện Chương trình hành độ'],
            'ends': [' nghị của Giám đốc SởNgoại vụ,', 'ày cóhiệu lực kể từ ngày ký./.', 'abc.'],
        },
    ),
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
        'a web page above the letterhead',
        'Dịch vụ doanh nghiệp online toàn quốc\n'
        'Đang tải nội dung, vui lòng chờ giây lát...\n'
        'Kế hoạch 58/KH-UBND hoạt động đối ngoại năm 2024\n'
        'Số hiệu 58/KH-UBND\n'
        'Ngày ban hành 11/03/2024\n'
        'Loại văn bản Kế hoạch\n'
        'Người ký Đặng Văn Minh\n'
        'ỦY BAN NHÂN DÂN\n'
        'TỈNH LAM GIANG\n'
        '-------\n'
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n'
        'Độc lập - Tự do - Hạnh phúc\n'
        'Số: 01/CTr-UBND\n'
        'Lam Giang, ngày 06 tháng 01 năm 2020\n'
        'CHƯƠNG TRÌNH\n'
        'HOẠT ĐỘNG ĐỐI NGOẠI TỈNH LAM GIANG NĂM 2020\n'
        'I. QUAN ĐIỂM, MỤC TIÊU, YÊU CẦU\n'
        '1. Tiếp tục đẩy mạnh.\n'
        'Nơi nhận:\n'
        '- Bộ Ngoại giao;\n'
        '- Như trên;\n'
        '- Lưu: VT, NC.\n'
        'TM. ỦY BAN NHÂN DÂN\n'
        'KT. CHỦ TỊCH\n'
        'PHÓ CHỦ TỊCH\n'
        'Trần Văn Bình\n',
        {
            'kind': 'Chương trình',
            'number': '01/CTr-UBND',
            'place': 'Lam Giang',
            'date': '2020-01-06',
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'HOẠT ĐỘNG ĐỐI NGOẠI TỈNH LAM GIANG NĂM 2020',
            'layout': 'state',
            'signer': ('Trần Văn Bình', 'Phó Chủ tịch', 'KT. CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN'),
            'recipients': ('Bộ Ngoại giao', 'Như trên', 'Lưu: VT, NC'),
            'body': ['I. QUAN ĐIỂM, MỤC TIÊU, YÊU CẦ'],
            'ends': ['1. Tiếp tục đẩy mạnh.'],
        },
    ),
    (
        'a number in the title is not the own',
        'CHƯƠNG TRÌNH\n'
        'TRIỂN KHAI THỰC HIỆN KẾ HOẠCH\n'
        'SỐ 164-KH/TU NGÀY 24 THÁNG 8 NĂM 2022 CỦA BAN THƯỜNG VỤ TỈNH ỦY VỀ VIỆC TRIỂN\n'
        'KHAI THỰC HIỆN CHỈ THỊ SỐ 12-CT/TW NGÀY 05 THÁNG 01 NĂM 2022\n'
        'Căn cứ Kế hoạch số 164-KH/TU ngày 24 tháng 8 năm 2022 của\n'
        'Ban Thường vụ Tỉnh ủy, Ủy ban nhân dân tỉnh ban hành\n'
        'Chương trình triển khai thực hiện cụ thể như sau:\n'
        'I. MỤC ĐÍCH, YÊU CẦU\n'
        '- trên địa bàn tỉnh Lam Giang.\n'
        '- Người Lam Giang ở nước ngoài\n',
        {
            'kind': 'Chương trình',
            'number': None,
            'place': None,
            'date': None,
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'TRIỂN KHAI THỰC HIỆN KẾ HOẠCH SỐ 164-KH/TU NGÀY 24 THÁNG 8 NĂM 2022 CỦA BAN THƯỜNG VỤ TỈNH ỦY VỀ VIỆC TRIỂN KHAI THỰC HIỆN CHỈ THỊ SỐ 12-CT/TW NGÀY 05 THÁNG 01 NĂM 2022',
            'layout': 'state',
            'signer': (None, None, None, None),
            'recipients': (),
            'body': ['Căn cứ Kế hoạch số 164-KH/TU n'],
            'ends': ['- Người Lam Giang ở nước ngoài'],
        },
    ),
    (
        'a Decision whose plan lost its kind',
        'ỦY BAN NHÂN DÂN |\n'
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n'
        'Số: 46/QĐ-UBND |\n'
        'Lam Giang, ngày 12 tháng 12 năm 2012 |\n'
        'BAN HÀNH KẾ HOẠCH ĐỐI NGOẠI GIAI ĐOẠN 2012-2015\n'
        'ỦY BAN NHÂN DÂN TỈNH LAM GIANG\n'
        'Căn cứ Luật Tổ chức;\n'
        'Theo đề nghị của Chánh Văn phòng,\n'
        'QUYẾT ĐỊNH:\n'
        'Điều 2. Quyết định này có hiệu lực.\n'
        'Nơi nhận: |\n'
        'TM. ỦY BAN NHÂN DÂN |\n'
        'ĐỐI NGOẠI GIAI ĐOẠN 2012-2015\n'
        '(Ban hành kèm theo Quyết định số: 46/QĐ-UBND ngày 12 tháng 12 năm 2012 của UBND tỉnh Lam Giang)\n'
        'I. MỤC TIÊU\n'
        'abc.\n',
        {
            'kind': 'Kế hoạch',
            'number': '46/QĐ-UBND',
            'place': 'Lam Giang',
            'date': '2012-12-12',
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'ĐỐI NGOẠI GIAI ĐOẠN 2012-2015',
            'layout': 'state',
            'signer': (None, None, None, 'TM. ỦY BAN NHÂN DÂN'),
            'recipients': (),
            'body': ['Căn cứ Luật Tổ chức;', 'Điều 2. Quyết định này có hiệu', 'I. MỤC TIÊU'],
            'ends': ['o đề nghị của Chánh Văn phòng,', '2. Quyết định này có hiệu lực.', 'abc.'],
        },
    ),
    (
        'only the year is given',
        'UBND TỈNH LAM GIANG\n'
        'Số:    /KH-UBND\n'
        'Lam Giang, ngày ... tháng ... năm 2023\n'
        'KẾ HOẠCH\n'
        'Tổ chức hội nghị quốc tế\n'
        'UBND tỉnh ban hành Kế hoạch tổ chức hội nghị quốc tế như sau:\n'
        'I. ND\n'
        'abc\n',
        {
            'kind': 'Kế hoạch',
            'number': '/KH-UBND',
            'place': 'Lam Giang',
            'date': '2023',
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'Tổ chức hội nghị quốc tế',
            'layout': 'state',
            'signer': (None, None, None, None),
            'recipients': (),
            'body': ['UBND tỉnh ban hành Kế hoạch tổ'],
            'ends': ['abc'],
        },
    ),
    (
        'a Decision signed by the chairman, Nơi nhận merged',
        'ỦY BAN NHÂN DÂN\n'
        'THÀNH PHỐ LAM GIANG\n'
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n'
        'Độc lập - Tự do - Hạnh phúc\n'
        'Số: 2887/QĐ-UBND\n'
        'Lam Giang, ngày 26 tháng 12 năm 2023\n'
        'QUYẾT ĐỊNH\n'
        'Về việc ban hành Kế hoạch hội nhập quốc tế\n'
        'thành phố Lam Giang đến năm 2030\n'
        'CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ LAM GIANG\n'
        'Căn cứ Luật;\n'
        'Xét đề nghị của Giám đốc Sở Ngoại vụ,\n'
        'QUYẾT ĐỊNH:\n'
        'Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.\n'
        'Điều 2. Chánh Văn phòng chịu trách nhiệm./.\n'
        'Nơi nhận: CHỦ TỊCH\n'
        '- Như Điều 2;\n'
        '- Lưu: VT. Phạm Đức Long\n'
        'ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n'
        'THÀNH PHỐ LAM GIANG Độc lập - Tự do - Hạnh phúc\n'
        'KẾ HOẠCH\n'
        'Hội nhập quốc tế thành phố Lam Giang đến năm 2030\n'
        '(Kèm theo Quyết định số 2887/QĐ-UBND ngày 26/12/2023\n'
        'của Chủ tịch UBND thành phố)\n'
        'Phần thứ nhất\n'
        'MỤC TIÊU\n'
        'abc.\n'
        'PHỤ LỤC I\n'
        'DANH MỤC\n',
        {
            'kind': 'Kế hoạch',
            'number': '2887/QĐ-UBND',
            'place': 'Lam Giang',
            'date': '2023-12-26',
            'issuer': 'Ủy ban nhân dân thành phố Lam Giang',
            'title': 'Hội nhập quốc tế thành phố Lam Giang đến năm 2030',
            'layout': 'state',
            'signer': ('Phạm Đức Long', 'Chủ tịch', None, None),
            'recipients': ('Như Điều 2', 'Lưu: VT'),
            'body': ['Căn cứ Luật;', 'Điều 1. Ban hành kèm theo Quyế', 'Phần thứ nhất'],
            'ends': ['nghị của Giám đốc Sở Ngoại vụ,', ' Văn phòng chịu trách nhiệm./.', 'DANH MỤC'],
        },
    ),
    (
        'both columns wrapped and merged',
        'ỦY BAN NHÂN CỘNG HÒA XÃ HỘI CHỦ\n'
        'DÂN NGHĨA VIỆT NAM\n'
        'TỈNH LAM GIANG Độc lập - Tự do - Hạnh phúc\n'
        'Số: 12/KH-UBND Lam Giang, ngày 05 tháng 01 năm 2025\n'
        'KẾ HOẠCH\n'
        'Hoạt động đối ngoại năm 2025\n'
        'Thực hiện Luật A, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n'
        'I. MỤC ĐÍCH\n'
        'abc.\n'
        'Nơi nhận:\n'
        '- Bộ Ngoại giao;\n'
        '- Như trên;\n'
        '- Lưu: VT, NC.\n'
        'TM. ỦY BAN NHÂN DÂN\n'
        'KT. CHỦ TỊCH\n'
        'PHÓ CHỦ TỊCH\n'
        'Trần Văn Bình\n',
        {
            'kind': 'Kế hoạch',
            'number': '12/KH-UBND',
            'place': 'Lam Giang',
            'date': '2025-01-05',
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'Hoạt động đối ngoại năm 2025',
            'layout': 'state',
            'signer': ('Trần Văn Bình', 'Phó Chủ tịch', 'KT. CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN'),
            'recipients': ('Bộ Ngoại giao', 'Như trên', 'Lưu: VT, NC'),
            'body': ['Thực hiện Luật A, Ủy ban nhân '],
            'ends': ['abc.'],
        },
    ),
    (
        'recipients and signature on one line each',
        'KẾ HOẠCH\n'
        'Hoạt động đối ngoại năm 2025\n'
        'Thực hiện Luật A, UBND tỉnh Lam Giang ban hành Kế hoạch như sau:\n'
        'I. MỤC ĐÍCH\n'
        'abc./.\n'
        'Nơi nhận: - Bộ Ngoại giao; - TT Tỉnh ủy, TT HĐND tỉnh; - Lưu: VT, NC.\n'
        'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn Bình\n',
        {
            'kind': 'Kế hoạch',
            'number': None,
            'place': None,
            'date': None,
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'Hoạt động đối ngoại năm 2025',
            'layout': 'state',
            'signer': ('Trần Văn Bình', 'Phó Chủ tịch', 'KT. CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN'),
            'recipients': ('Bộ Ngoại giao', 'TT Tỉnh ủy, TT HĐND tỉnh', 'Lưu: VT, NC'),
            'body': ['Thực hiện Luật A, UBND tỉnh La'],
            'ends': ['abc./.'],
        },
    ),
    (
        'foot in two cells',
        'KẾ HOẠCH\n'
        'Hoạt động đối ngoại năm 2025\n'
        'Thực hiện Luật A, UBND tỉnh Lam Giang ban hành Kế hoạch như sau:\n'
        'I. MỤC ĐÍCH\n'
        'abc./.\n'
        '| Nơi nhận: - Bộ Ngoại giao; - Lưu: VT. | TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH '
        'Trần Văn Bình |\n',
        {
            'kind': 'Kế hoạch',
            'number': None,
            'place': None,
            'date': None,
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'Hoạt động đối ngoại năm 2025',
            'layout': 'state',
            'signer': ('Trần Văn Bình', 'Phó Chủ tịch', 'KT. CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN'),
            'recipients': ('Bộ Ngoại giao', 'Lưu: VT'),
            'body': ['Thực hiện Luật A, UBND tỉnh La'],
            'ends': ['abc./.'],
        },
    ),
    (
        'foot in cells line by line',
        'KẾ HOẠCH\n'
        'Hoạt động đối ngoại năm 2025\n'
        'UBND tỉnh Lam Giang ban hành Kế hoạch như sau:\n'
        'I. MỤC ĐÍCH\n'
        'abc./.\n'
        'Nơi nhận: | TM. ỦY BAN NHÂN DÂN\n'
        '- Bộ Ngoại giao; | KT. CHỦ TỊCH\n'
        '- TTTU; | PHÓ CHỦ TỊCH\n'
        '- Lưu: VT. | Trần Văn Bình\n',
        {
            'kind': 'Kế hoạch',
            'number': None,
            'place': None,
            'date': None,
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'Hoạt động đối ngoại năm 2025',
            'layout': 'state',
            'signer': ('Trần Văn Bình', 'Phó Chủ tịch', 'KT. CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN'),
            'recipients': ('Bộ Ngoại giao', 'TTTU', 'Lưu: VT'),
            'body': ['UBND tỉnh Lam Giang ban hành K'],
            'ends': ['abc./.'],
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
        'title and preamble begin alike',
        'ỦY BAN NHÂN DÂN\n'
        'TỈNH LAM GIANG\n'
        'Số: 12/KH-UBND\n'
        'KẾ HOẠCH\n'
        'Thực hiện Chương trình hành động số 45-CTr/TU ngày 19/11/2013 của\n'
        'Ban Thường vụ Tỉnh ủy về thực hiện Nghị quyết số 22-NQ/TW của Bộ Chính trị\n'
        'về hội nhập quốc tế\n'
        'Năm 2023, công tác hội nhập quốc tế của tỉnh đạt nhiều kết quả; tuy nhiên còn hạn chế. Để '
        'khắc phục,\n'
        'Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n'
        'I. A\n'
        'b\n',
        {
            'kind': 'Kế hoạch',
            'number': '12/KH-UBND',
            'place': None,
            'date': None,
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'Thực hiện Chương trình hành động số 45-CTr/TU ngày 19/11/2013 của Ban Thường vụ Tỉnh ủy về thực hiện Nghị quyết số 22-NQ/TW của Bộ Chính trị về hội nhập quốc tế',
            'layout': 'state',
            'signer': (None, None, None, None),
            'recipients': (),
            'body': ['Năm 2023, công tác hội nhập qu'],
            'ends': ['b'],
        },
    ),
    (
        'no preamble',
        'ỦY BAN NHÂN DÂN\n'
        'TỈNH LAM GIANG\n'
        'Số: 12/KH-UBND\n'
        'KẾ HOẠCH\n'
        'Triển khai công tác đối ngoại nhân dân\n'
        'giai đoạn 2021-2025\n'
        'I. MỤC ĐÍCH\n'
        'b\n',
        {
            'kind': 'Kế hoạch',
            'number': '12/KH-UBND',
            'place': None,
            'date': None,
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'Triển khai công tác đối ngoại nhân dân giai đoạn 2021-2025',
            'layout': 'state',
            'signer': (None, None, None, None),
            'recipients': (),
            'body': ['I. MỤC ĐÍCH'],
            'ends': ['b'],
        },
    ),
    (
        'kind in small letters before the title',
        'Kế hoạch công tác thông tin đối ngoại tỉnh Lam Giang năm 2023\n'
        'Thứ ba - 28/03/2023 08:26\n'
        'Thực hiện Nghị định số 72/2015/NĐ-CP ngày 07/9/2015 của Chính phủ; ngày 17/3/2023 UBND '
        'tỉnh Lam Giang đã ban hành Kế hoạch công tác thông tin đối ngoại, như sau:\n'
        'I. MỤC ĐÍCH, YÊU CẦU\n'
        '1. Mục đích\n'
        '- a\n',
        {
            'kind': 'Kế hoạch',
            'number': None,
            'place': None,
            'date': None,
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'công tác thông tin đối ngoại tỉnh Lam Giang năm 2023',
            'layout': 'state',
            'signer': (None, None, None, None),
            'recipients': (),
            'body': ['Thực hiện Nghị định số 72/2015'],
            'ends': ['- a'],
        },
    ),
    (
        'grounds with bullets',
        'ỦY BAN NHÂN DÂN\n'
        'TỈNH LAM GIANG\n'
        'Số: 12/KH-UBND\n'
        'KẾ HOẠCH HÀNH ĐỘNG\n'
        'Thực hiện Nghị quyết số 59-NQ/TW\n'
        '- Căn cứ Nghị quyết số 59-NQ/TW;\n'
        '- Căn cứ Luật B;\n'
        'Ủy ban nhân dân tỉnh ban hành Kế hoạch hành động như sau:\n'
        'I. A\n'
        'b\n',
        {
            'kind': 'Kế hoạch hành động',
            'number': '12/KH-UBND',
            'place': None,
            'date': None,
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'Thực hiện Nghị quyết số 59-NQ/TW',
            'layout': 'state',
            'signer': (None, None, None, None),
            'recipients': (),
            'body': ['- Căn cứ Nghị quyết số 59-NQ/T'],
            'ends': ['b'],
        },
    ),
    (
        'the whole head on one line',
        'UBND TỈNH LAM GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: '
        '12/KH-UBND Lam Giang, ngày 5 tháng 1 năm 2025 KẾ HOẠCH Hoạt động đối ngoại năm 2025\n'
        'Căn cứ Luật A, UBND tỉnh ban hành:\n'
        'I. A\n',
        {
            'kind': 'Kế hoạch',
            'number': '12/KH-UBND',
            'place': 'Lam Giang',
            'date': '2025-01-05',
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'Hoạt động đối ngoại năm 2025',
            'layout': 'state',
            'signer': (None, None, None, None),
            'recipients': (),
            'body': ['Căn cứ Luật A, UBND tỉnh ban h'],
            'ends': ['I. A'],
        },
    ),
    (
        'torn off its Decision',
        'KẾ HOẠCH\n'
        'Hội nhập quốc tế tỉnh Lam Giang đến năm 2030\n'
        '(Ban hành kèm theo Quyết định số 88/QĐ-UBND ngày 9 tháng 3 năm 2021\n'
        'của Ủy ban nhân dân tỉnh Lam Giang)\n'
        'I. A\n'
        'b.\n',
        {
            'kind': 'Kế hoạch',
            'number': '88/QĐ-UBND',
            'place': None,
            'date': '2021-03-09',
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'Hội nhập quốc tế tỉnh Lam Giang đến năm 2030',
            'layout': 'state',
            'signer': (None, None, None, None),
            'recipients': (),
            'body': ['I. A'],
            'ends': ['b.'],
        },
    ),
    (
        'stray mark-up',
        '**ỦY BAN NHÂN DÂN**\n'
        '**TỈNH LAM GIANG**\n'
        '**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n'
        'Số: 12/KH-UBND\n'
        '*Lam Giang, ngày 05 tháng 01 năm 2025*\n'
        '# KẾ HOẠCH\n'
        '## Hoạt động đối ngoại năm 2025\n'
        'Căn cứ Luật A, UBND tỉnh ban hành Kế hoạch như sau:\n'
        '## I. MỤC ĐÍCH\n'
        'abc\n'
        '**Nơi nhận:**\n'
        '- Như trên;\n'
        '- Lưu: VT.\n'
        '**TM. ỦY BAN NHÂN DÂN**\n'
        '**CHỦ TỊCH**\n'
        '**Trần Văn Bình**\n',
        {
            'kind': 'Kế hoạch',
            'number': '12/KH-UBND',
            'place': 'Lam Giang',
            'date': '2025-01-05',
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'Hoạt động đối ngoại năm 2025',
            'layout': 'state',
            'signer': ('Trần Văn Bình', 'Chủ tịch', None, 'TM. ỦY BAN NHÂN DÂN'),
            'recipients': ('Như trên', 'Lưu: VT'),
            'body': ['Căn cứ Luật A, UBND tỉnh ban h'],
            'ends': ['abc'],
        },
    ),
    (
        'notes of a digital signature',
        'Người ký: Ủy ban nhân dân tỉnh Lam Giang\n'
        'Email: ubnd@lamgiang.gov.vn\n'
        'Cơ quan: Tỉnh Lam Giang\n'
        'Thời gian ký: 05.01.2025 10:22:11 +07:00\n'
        'ỦY BAN NHÂN DÂN\n'
        'TỈNH LAM GIANG\n'
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n'
        'Độc lập - Tự do - Hạnh phúc\n'
        'Số: 12/KH-UBND\n'
        'Lam Giang, ngày 05 tháng 01 năm 2025\n'
        'KẾ HOẠCH\n'
        'Hoạt động đối ngoại năm 2025\n'
        'Căn cứ Luật A, UBND tỉnh ban hành Kế hoạch như sau:\n'
        'I. MỤC ĐÍCH\n'
        'abc\n'
        'Nơi nhận:\n'
        '- Bộ Ngoại giao;\n'
        '- Như trên;\n'
        '- Lưu: VT, NC.\n'
        'TM. ỦY BAN NHÂN DÂN\n'
        'KT. CHỦ TỊCH\n'
        'PHÓ CHỦ TỊCH\n'
        'Ký bởi: Trần Văn Bình\n'
        'Ngày ký: 05-01-2025\n'
        'Trần Văn Bình\n',
        {
            'kind': 'Kế hoạch',
            'number': '12/KH-UBND',
            'place': 'Lam Giang',
            'date': '2025-01-05',
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'Hoạt động đối ngoại năm 2025',
            'layout': 'state',
            'signer': ('Trần Văn Bình', 'Phó Chủ tịch', 'KT. CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN'),
            'recipients': ('Bộ Ngoại giao', 'Như trên', 'Lưu: VT, NC'),
            'body': ['Căn cứ Luật A, UBND tỉnh ban h'],
            'ends': ['abc'],
        },
    ),
    (
        'dots for blanks, a draft',
        'ỦY BAN NHÂN DÂN\n'
        'TỈNH LAM GIANG\n'
        'Số: ......./KH-UBND\n'
        'Lam Giang, ngày ..... tháng 01 năm 2025\n'
        'DỰ THẢO\n'
        'KẾ HOẠCH\n'
        'Hoạt động đối ngoại năm 2025\n'
        'Căn cứ Luật A, UBND tỉnh ban hành Kế hoạch như sau:\n'
        'I. MỤC ĐÍCH\n'
        'abc\n'
        'Nơi nhận:\n'
        '- Bộ Ngoại giao;\n'
        '- Như trên;\n'
        '- Lưu: VT, NC.\n'
        'TM. ỦY BAN NHÂN DÂN\n'
        'KT. CHỦ TỊCH\n'
        'PHÓ CHỦ TỊCH\n'
        'Trần Văn Bình\n',
        {
            'kind': 'Kế hoạch',
            'number': '/KH-UBND',
            'place': 'Lam Giang',
            'date': '2025-01',
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'Hoạt động đối ngoại năm 2025',
            'layout': 'state',
            'signer': ('Trần Văn Bình', 'Phó Chủ tịch', 'KT. CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN'),
            'recipients': ('Bộ Ngoại giao', 'Như trên', 'Lưu: VT, NC'),
            'body': ['Căn cứ Luật A, UBND tỉnh ban h'],
            'ends': ['abc'],
        },
    ),
    (
        'hard wraps inside names and dates',
        'ỦY BAN NHÂN\n'
        'DÂN\n'
        'TỈNH LAM GIANG\n'
        '--------\n'
        '|\n'
        'CỘNG HÒA XÃ\n'
        'HỘI CHỦ NGHĨA VIỆT NAM\n'
        'Độc lập - Tự do - Hạnh phúc\n'
        '|\n'
        'Số: 359/KH-UBND\n'
        '|\n'
        'Lam Giang, ngày\n'
        '06 tháng 7 năm 2016\n'
        '|\n'
        'KẾ HOẠCH\n'
        'THỰC HIỆN NGHỊ QUYẾT SỐ 27/NQ-CP NGÀY 05 THÁNG 4 NĂM 2016 CỦA\n'
        'CHÍNH PHỦ VỀ CÔNG TÁC ĐỐI VỚI NGƯỜI VIỆT NAM Ở NƯỚC NGOÀI GIAI ĐOẠN\n'
        '2016- 2020 CỦA TỈNH\n'
        'LAM GIANG\n'
        'I- MỤC TIÊU\n'
        'Thực hiện chỉ đạo của Chính phủ về việc tiếp tục\n'
        'đẩy mạnh thực hiện Nghị quyết số 36-NQ/TW.\n'
        '|\n'
        'TM. ỦY BAN NHÂN DÂN\n'
        'KT. CHỦ TỊCH\n'
        'PHÓ CHỦ TỊCH\n'
        'Hồ Văn Hiệp\n'
        '|\n',
        {
            'kind': 'Kế hoạch',
            'number': '359/KH-UBND',
            'place': 'Lam Giang',
            'date': '2016-07-06',
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'THỰC HIỆN NGHỊ QUYẾT SỐ 27/NQ-CP NGÀY 05 THÁNG 4 NĂM 2016 CỦA CHÍNH PHỦ VỀ CÔNG TÁC ĐỐI VỚI NGƯỜI VIỆT NAM Ở NƯỚC NGOÀI GIAI ĐOẠN 2016- 2020 CỦA TỈNH LAM GIANG',
            'layout': 'state',
            'signer': ('Hồ Văn Hiệp', 'Phó Chủ tịch', 'KT. CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN'),
            'recipients': (),
            'body': ['I- MỤC TIÊU'],
            'ends': ['c hiện Nghị quyết số 36-NQ/TW.'],
        },
    ),
    (
        'a Decision and a programme without their kinds',
        'ỦY BAN NHÂN DÂN TỈNH LAM GIANG | CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n'
        'Số: 286/2006/QĐ-UBND | Lam Giang, ngày 27 tháng 12 năm 2006 |\n'
        'ỦY BAN NHÂN DÂN TỈNH LAM GIANG\n'
        'Theo đề nghị của Giám đốc Sở Ngoại vụ,\n'
        'QUYẾT ĐỊNH :\n'
        'Điều 1. Ban hành "Chương trình vận động viện trợ phi chính phủ nước ngoài giai đoạn 2006 '
        '- 2010".\n'
        'Điều 2. Quyết định này có hiệu lực./.\n'
        'Nơi nhận: | KT. CHỦ TỊCH |\n'
        'ỦY BAN NHÂN DÂN TỈNH LAM GIANG | CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n'
        'VẬN ĐỘNG VIỆN TRỢ PHI CHÍNH PHỦ NƯỚC NGOÀI GIAI ĐOẠN 2006 - 2010\n'
        '(Ban hành kèm theo Quyết định số 286/2006/QĐ-UBND ngày 27 tháng 12 năm 2006)\n'
        'I. MỤC TIÊU\n'
        '1. Tăng cường quan hệ.\n',
        {
            'kind': 'Chương trình',
            'number': '286/2006/QĐ-UBND',
            'place': 'Lam Giang',
            'date': '2006-12-27',
            'issuer': 'Ủy ban nhân dân tỉnh Lam Giang',
            'title': 'VẬN ĐỘNG VIỆN TRỢ PHI CHÍNH PHỦ NƯỚC NGOÀI GIAI ĐOẠN 2006 - 2010',
            'layout': 'state',
            'signer': (None, None, 'KT. CHỦ TỊCH', None),
            'recipients': (),
            'body': ['Theo đề nghị của Giám đốc Sở N', 'Điều 1. Ban hành "Chương trình', 'I. MỤC TIÊU'],
            'ends': ['nghị của Giám đốc Sở Ngoại vụ,', ' Quyết định này có hiệu lực./.', '1. Tăng cường quan hệ.'],
        },
    ),
    (
        'a Decision that approves a scheme',
        'ỦY BAN NHÂN DÂN\n'
        'THÀNH PHỐ LAM GIANG\n'
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n'
        'Độc lập - Tự do - Hạnh phúc\n'
        'Số: 87/QĐ-UBND\n'
        'Lam Giang, ngày 26 tháng 12 năm 2023\n'
        'QUYẾT ĐỊNH\n'
        'PHÊ DUYỆT ĐỀ ÁN HỘI NHẬP QUỐC TẾ THÀNH PHỐ LAM GIANG ĐẾN NĂM 2030\n'
        'CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ LAM GIANG\n'
        'Căn cứ Luật Tổ chức chính quyền địa phương;\n'
        'Theo đề nghị của Sở Ngoại vụ.\n'
        'QUYẾT ĐỊNH:\n'
        'Điều 1. Phê duyệt Đề án kèm theo.\n'
        'Điều 2. Quyết định này có hiệu lực./.\n'
        'Nơi nhận:\n'
        '- Như Điều 2;\n'
        '- Lưu: VT.\n'
        'KT. CHỦ TỊCH\n'
        'PHÓ CHỦ TỊCH THƯỜNG TRỰC\n'
        'Hồ Văn Minh\n'
        'ĐỀ ÁN\n'
        'HỘI NHẬP QUỐC TẾ THÀNH PHỐ LAM GIANG ĐẾN NĂM 2030\n'
        '(Kèm theo Quyết định số 87/QĐ-UBND ngày 26 tháng 12 năm 2023)\n'
        'MỞ ĐẦU\n'
        'Hội nhập quốc tế là xu thế.\n',
        {
            'kind': 'Đề án',
            'number': '87/QĐ-UBND',
            'place': 'Lam Giang',
            'date': '2023-12-26',
            'issuer': 'Ủy ban nhân dân thành phố Lam Giang',
            'title': 'HỘI NHẬP QUỐC TẾ THÀNH PHỐ LAM GIANG ĐẾN NĂM 2030',
            'layout': 'state',
            'signer': ('Hồ Văn Minh', 'Phó Chủ tịch Thường trực', 'KT. CHỦ TỊCH', None),
            'recipients': ('Như Điều 2', 'Lưu: VT'),
            'body': ['Căn cứ Luật Tổ chức chính quyề', 'Điều 1. Phê duyệt Đề án kèm th', 'MỞ ĐẦU'],
            'ends': ['Theo đề nghị của Sở Ngoại vụ.', ' Quyết định này có hiệu lực./.', 'Hội nhập quốc tế là xu thế.'],
        },
    ),
    (
        'neither letterhead nor title, a district named later',
        'Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23 tháng\n'
        '4 năm 2018 của Chính phủ, Ủy ban nhân dân huyện ban hành Kế hoạch triển\n'
        'khai như sau:\n'
        '1. Nâng cao hiệu quả công tác đối ngoại trên địa bàn huyện Thanh Sơn.\n',
        {
            'kind': 'Kế hoạch',
            'number': None,
            'place': None,
            'date': None,
            'issuer': 'Ủy ban nhân dân huyện Thanh Sơn',
            'title': None,
            'layout': 'state',
            'signer': (None, None, None, None),
            'recipients': (),
            'body': ['Thực hiện Nghị định số 61/2018'],
            'ends': [' trên địa bàn huyện Thanh Sơn.'],
        },
    ),
]
# fmt: on


@pytest.mark.parametrize(("caption", "source", "expected"), SPECIMENS, ids=[row[0] for row in SPECIMENS])
def test_a_head_and_foot_is_read_whatever_became_of_its_layout(
    caption: str, source: str, expected: dict[str, Any]
) -> None:
    sheet = Text(source).sheet
    head = letterhead.find(sheet)
    found: dict[str, Any] = {name: getattr(head, name) for name in expected if name not in ("signer", "body", "ends")}
    found["signer"] = tuple(head.signer)
    found["body"] = [sheet[start:end][:30].split("\n")[0] for start, end in head.body]
    found["ends"] = [sheet[start:end].split("\n")[-1][-30:] for start, end in head.body]
    assert found == expected


@pytest.mark.parametrize(("caption", "source", "expected"), SPECIMENS, ids=[row[0] for row in SPECIMENS])
def test_spans_quote_what_was_found_and_the_body_stands_on_line_bounds(
    caption: str, source: str, expected: dict[str, Any]
) -> None:
    sheet = Text(source).sheet
    head = letterhead.find(sheet)
    spans = dict(head.spans)
    if "number" in spans:
        start, end = spans["number"]
        assert "".join(sheet[start:end].split()).strip(".") == head.number
    if "title" in spans:
        start, end = spans["title"]
        assert " ".join(sheet[start:end].replace("|", " ").split()) == head.title
    for start, end in head.body:
        assert 0 <= start < end <= len(sheet)
        assert start == 0 or sheet[start - 1] == "\n"
        assert end == len(sheet) or sheet[end] == "\n"


def test_an_empty_sheet_says_nothing() -> None:
    assert letterhead.find("") == Letterhead()


@pytest.mark.parametrize(
    "repeated",
    [
        "số ",
        "(",
        "1",
        "A",
        ", ",
        "|",
        "\n",
        "Nơi nhận:\n",
        "KẾ HOẠCH\n",
        "TM. ",
        "ngày ",
        "tỉnh ",
        "CỘNG HÒA XÃ HỘI\n",
        "- ; ",
    ],
)
def test_repeats_read_in_linear_time(repeated: str) -> None:
    sheet = repeated * (200_000 // len(repeated)) + "x"
    head = letterhead.find(sheet)
    assert all(0 <= start <= end <= len(sheet) for start, end in head.body)


@pytest.mark.parametrize("name", ["Vừ A Bằng", "Giàng Páo Mỷ", "Lò Văn Phương", "Rơ Châm Giáo", "Niê Thanh Mai"])
def test_names_of_all_peoples_of_the_country_are_names(name: str) -> None:
    sheet = (
        "KẾ HOẠCH\nCông tác đối ngoại năm 2024\nCăn cứ tình hình, UBND tỉnh ban hành kế hoạch:\nI. MỤC TIÊU\n- Mở rộng.\n"
        f"Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Bộ Ngoại giao; KT. CHỦ TỊCH\n- Lưu: VT. PHÓ CHỦ TỊCH\n(Đã ký)\n{name}"
    )
    assert letterhead.find(sheet).signer.name == name
