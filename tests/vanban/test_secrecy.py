"""Documents with a marking of secrecy are turned away; the words in running text are not a marking."""

from __future__ import annotations

import pytest

from vanban import secrecy
from vanban.errors import SecretDocument
from vanban.text import Text

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH LAM GIANG\n"
BODY = "KẾ HOẠCH\nHoạt động đối ngoại năm 2025\nCăn cứ tình hình thực tế, Ủy ban nhân dân tỉnh ban hành Kế hoạch:\n"

MARKED = [
    ("on a line of its own", HEAD + "MẬT\nSố: 12/KH-UBND\n" + BODY),
    ("the second degree", HEAD + "TỐI MẬT\n" + BODY),
    ("the highest degree", HEAD + "TUYỆT MẬT\n" + BODY),
    ("in brackets", HEAD + "(MẬT)\n" + BODY),
    ("in square brackets with spaced letters", HEAD + "[ M Ậ T ]\n" + BODY),
    ("spaced letters, two words", HEAD + "T Ố I   M Ậ T\n" + BODY),
    ("with its label", HEAD + "Độ mật: Mật\n" + BODY),
    ("with its label in capitals", HEAD + "ĐỘ MẬT: TỐI MẬT\n" + BODY),
    ("in a cell of the letterhead", "ỦY BAN NHÂN DÂN | MẬT | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" + BODY),
    ("between the columns", "ỦY BAN NHÂN DÂN MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" + BODY),
    ("before the Quốc hiệu", "MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" + BODY),
    ("beside the number", HEAD + "Số: 12/KH-UBND MẬT\n" + BODY),
    ("in small letters in the head", HEAD + "Tối mật\n" + BODY),
    ("at the head of an annex far down", HEAD + BODY + "- Chủ động hội nhập quốc tế;\n" * 300 + "MẬT\nPHỤ LỤC I\n"),
    ("an own number with the suffix of secret letters", HEAD + "Số: 462/UBND-NC-m\n" + BODY),
    ("decomposed letters", HEAD + "MA\u0302\u0323T\n" + BODY),
]

OPEN = [
    ("state secrets in running text", HEAD + BODY + "Thực hiện nghiêm quy định về bảo vệ bí mật nhà nước.\n"),
    ("a heading on state secrets", HEAD + BODY + "III. CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC\n1. Chế độ bảo mật\n"),
    ("a heading broken before the word", HEAD + BODY + "IV. BẢO ĐẢM CÔNG TÁC BẢO VỆ BÍ\nMẬT\nNHÀ NƯỚC\n"),
    ("a title on state secrets", HEAD + "KẾ HOẠCH\nTĂNG CƯỜNG BẢO VỆ BÍ MẬT NHÀ NƯỚC NĂM 2025\nCăn cứ Luật:\n"),
    ("a cited secret letter", HEAD + BODY + "Căn cứ Văn bản số 462/BNG-CNV-m ngày 01/3/2022 của Bộ Ngoại giao;\n"),
    ("degrees in a sentence", HEAD + BODY + "Tài liệu có độ mật Mật, Tối mật, Tuyệt mật được lưu riêng.\n"),
    ("urgency", HEAD + "KHẨN\n" + BODY),
    ("great urgency", HEAD + "HỎA TỐC\n" + BODY),
    ("a name that holds the letter", "TỈNH BÌNH THUẬN\nSố: 3/KH-UBND\n" + BODY + "LUẬT ĐIỀU ƯỚC QUỐC TẾ\n"),
    ("an OCR slip is no marking", HEAD + "MẶT TRẬN\n" + BODY),
]


@pytest.mark.parametrize(("caption", "source"), MARKED, ids=[caption for caption, _ in MARKED])
def test_a_marked_document_is_turned_away(caption: str, source: str) -> None:
    with pytest.raises(SecretDocument):
        secrecy.check(Text(source).sheet)


@pytest.mark.parametrize(("caption", "source"), OPEN, ids=[caption for caption, _ in OPEN])
def test_an_open_document_passes(caption: str, source: str) -> None:
    secrecy.check(Text(source).sheet)


def test_the_error_says_nothing_of_the_document() -> None:
    with pytest.raises(SecretDocument) as caught:
        secrecy.check(HEAD + "TỐI MẬT\nSố: 12/KH-UBND\n" + BODY)
    said = f"{caught.value!r} {caught.value} {caught.value.args} {vars(caught.value)}"
    assert "LAM GIANG" not in said and "12/KH" not in said and "TỐI" not in said


@pytest.mark.parametrize("repeated", ["Ậ", "M Ậ ", "MẬT ", "|MẬ", "Độ mật ", "số: ", "("])
def test_repeats_read_in_linear_time(repeated: str) -> None:
    secrecy.check(repeated * 100_000 + "x")
