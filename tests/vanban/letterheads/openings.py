"""Where title and running text begin, and heads of which a part is lost or strange."""

from __future__ import annotations

from tests.vanban.letterheads import Specimen

# fmt: off
SPECIMENS: list[Specimen] = [
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
