"""Two columns as they come out of other programs: merged, wrapped, in cells, on one line."""

from __future__ import annotations

from tests.vanban.letterheads import Specimen

# fmt: off
SPECIMENS: list[Specimen] = [
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
]
# fmt: on
