"""What makes two passages say the same."""

from __future__ import annotations

import pytest

from vanban.matching import passages
from vanban.matching.passages import Matcher, passage

THEIRS = [
    "Tổ chức tuyên truyền, phổ biến Nghị quyết số 59-NQ/TW về hội nhập quốc tế trong tình hình mới.",
    "Đẩy mạnh đào tạo, bồi dưỡng ngoại ngữ cho cán bộ làm công tác hội nhập quốc tế.",
    "Triển khai hiệu quả Kết luận số 57-KL/TW ngày 15/6/2023; nâng cao chất lượng thông tin đối ngoại.",
    "Hỗ trợ doanh nghiệp ứng phó với tranh chấp thương mại quốc tế.",
    "Tăng cường quản lý người nước ngoài cư trú trên địa bàn.",
]


def closest(ours: str) -> tuple[int, float]:
    likenesses = Matcher([passage(ours)], [passage(text) for text in THEIRS]).likenesses(0, share=0.7)
    if not likenesses:
        return -1, 0.0
    best = max(likenesses, key=lambda index: likenesses[index].score)
    return best, likenesses[best].score


@pytest.mark.parametrize(
    ("ours", "index"),
    [
        pytest.param("Hướng dẫn, tổ chức tốt công tác tuyên truyền, cổ động trực quan", 0, id="the same action"),
        pytest.param("Mở lớp đào tạo, bồi dưỡng ngoại ngữ cho viên chức của tỉnh", 1, id="the same action and thing"),
        pytest.param("Tham mưu triển khai Kết luận số 57-KL/TW của Bộ Chính trị", 2, id="the same document"),
        pytest.param(
            "Theo dõi thị trường; hỗ trợ doanh nghiệp trong tỉnh ứng phó với tranh chấp thương mại", 3, id="one clause"
        ),
        pytest.param("Quản lý người nước ngoài làm việc tại các khu công nghiệp", 4, id="words further apart"),
    ],
)
def test_a_passage_finds_the_one_that_says_the_same(ours: str, index: int) -> None:
    found, score = closest(ours)
    assert found == index and score > 0.3


@pytest.mark.parametrize(
    "ours",
    [
        pytest.param("Tiếp tục đẩy mạnh, nâng cao chất lượng, hiệu quả công tác", id="only manner"),
        pytest.param("Cân đối ngân sách, bố trí kinh phí hằng năm", id="another matter"),
        pytest.param("", id="nothing"),
        pytest.param("... ; : -", id="no words"),
    ],
)
def test_a_passage_without_a_counterpart_finds_none(ours: str) -> None:
    assert closest(ours)[1] < 0.3


def test_what_is_taken_from_one_passage_is_not_also_taken_from_a_cousin() -> None:
    ours = "Hỗ trợ doanh nghiệp nhỏ chuyển đổi số"
    theirs = [ours, "Hỗ trợ doanh nghiệp nhỏ vay vốn", *THEIRS]
    assert set(Matcher([passage(ours)], [passage(text) for text in theirs]).likenesses(0, share=0.9)) == {0}


def test_words_weigh_less_the_further_back_they_stand() -> None:
    front = "Bồi dưỡng ngoại ngữ"
    ranks = passages.ranks("Rà soát đội ngũ, chuẩn bị nhân sự, hạ tầng và bồi dưỡng ngoại ngữ")
    assert passages.ranks(front)["bồi dưỡng"] < ranks["bồi dưỡng"]


def test_words_of_manner_have_no_rank_and_part_what_stands_around_them() -> None:
    assert passages.ranks("Tiếp tục đẩy mạnh triển khai tuyên truyền và phổ biến") == {
        "tuyên": 0,
        "tuyên truyền": 0,
        "truyền": 1,
        "phổ": 2,
        "phổ biến": 2,
        "biến": 3,
    }
