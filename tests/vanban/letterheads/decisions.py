"""Decisions, with the plans that they wrap."""

from __future__ import annotations

from tests.vanban.letterheads import Specimen

# fmt: off
SPECIMENS: list[Specimen] = [
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
]
# fmt: on
