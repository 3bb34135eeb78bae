"""Groups as plans name them: `các sở, ban, ngành, đoàn thể cấp tỉnh`, `UBND các huyện, thành phố, thị xã`.

A phrase is compared by the units that it names, whatever their order and joints. `liên quan` leaves open who is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from vanban.text import fold

_RELATED = re.compile(r"\b(?:có\s+)?(?:liên quan|hữu quan)\b")
_DOUBLED = re.compile(r"\b(\w+)(?: \1\b)+")
_EMPTY = re.compile(
    r"\b(?:trên địa bàn(?:\s+(?:toàn\s+)?(?:tỉnh|huyện|xã|thành phố))?|thuộc ủy ban nhân dân (?:tỉnh|huyện)|khác|và|"
    r"các|tất cả|toàn thể|toàn bộ|mọi|những|của|thuộc|trong|thủ trưởng|lãnh đạo|người đứng đầu|giám đốc|cùng|với)\b"
)
_OPENING = re.compile(r"\s*(?:các|tất cả|toàn thể|toàn bộ|mọi|những|từng|mỗi|một số|thủ trưởng các|giám đốc các)\b")
_COMMITTEE = re.compile(r"\b(?:ủy ban nhân dân|ub nhân dân|ubnd)\b")
_UNITS = (
    "tổ chức chính trị - xã hội",
    "tổ chức chính trị xã hội",
    "tổ chức xã hội - nghề nghiệp",
    "tổ chức xã hội, nghề nghiệp",
    "tổ chức xã hội nghề nghiệp",
    "tổ chức xã hội",
    "lực lượng chức năng",
    "lực lượng vũ trang",
    "cơ quan đại diện",
    "cơ quan báo chí",
    "hội hữu nghị",
    "đơn vị sự nghiệp",
    "doanh nghiệp",
    "địa phương",
    "đoàn thể",
    "cơ quan",
    "đơn vị",
    "tổ chức",
    "thành phố",
    "thị xã",
    "thị trấn",
    "đặc khu",
    "cấp tỉnh",
    "cấp huyện",
    "cấp xã",
    "đảng ủy",
    "đại học",
    "cao đẳng",
    "trực thuộc",
    "thành viên",
    "nước ngoài",
    "việt nam",
    "ngoại giao",
    "biên giới",
    "khu vực",
    "tỉnh ủy",
)
_TIERS = {
    "province": {"sở", "cấp_tỉnh", "tỉnh"},
    "district": {"huyện", "quận", "thị_xã", "thành_phố", "cấp_huyện", "phòng", "địa_phương"},
    "commune": {"xã", "phường", "thị_trấn", "đặc_khu", "cấp_xã", "địa_phương"},
}
_ANYBODY = {"cơ_quan", "đơn_vị", "tổ_chức", "đoàn_thể", "ngành", "cấp"}
_OPEN_HEADS = frozenset(
    {"sở", "ban", "ngành", "phòng", "đoàn_thể", "cơ_quan", "đơn_vị", "địa_phương", "huyện", "xã", "phường"}
)


@dataclass(frozen=True)
class Phrase:
    """What a phrase names: `units` as words joined by `_`; `related` behind `liên quan`."""

    units: frozenset[str]
    related: bool

    @property
    def tiers(self) -> frozenset[str]:
        """The tiers that the phrase speaks of; none named means any."""
        return frozenset(tier for tier, words in _TIERS.items() if self.units & words)


@lru_cache(maxsize=4096)
def read_phrase(written: str) -> Phrase:
    """The units of a phrase; without units nothing was understood."""
    text = fold(written).lower().strip(" .,;:")
    related = bool(_RELATED.search(text))
    text = _COMMITTEE.sub("ubnd", _RELATED.sub(" ", _DOUBLED.sub(r"\1", text)))
    text = _with_units(text)
    text = _EMPTY.sub(" ", text.replace("-", " "))
    return Phrase(frozenset(re.findall(r"\w+", text)), related)


def names_group(written: str) -> bool:
    """Whether a phrase names many (`các …`, `UBND các …`, `UBND cấp xã`, `sở, ban, ngành …`) and not one agency."""
    text = fold(written).lower()
    if _OPENING.match(text):
        return True
    behind = re.sub(rf"^\s*(?:{_COMMITTEE.pattern}|đảng ủy|hđnd|chủ tịch {_COMMITTEE.pattern})\s*", "", text)
    if behind != text:
        return bool(re.match(r"(?:các|cấp)\b", behind)) or bool(re.match(r"\w+(?: \w+)?,", behind))
    words = re.findall(r"\w+", _with_units(text))
    if not words or words[0] not in _OPEN_HEADS:
        return False
    return len(words) == 1 or words[1] in _OPEN_HEADS or bool(_RELATED.search(text))


def covers(phrase: Phrase, tier: str) -> bool:
    """Whether a phrase may mean agencies of a tier: `UBND các huyện, thị xã` covers districts and no communes."""
    if phrase.tiers:
        return tier in phrase.tiers
    return bool(phrase.units & _ANYBODY)


def closeness(one: Phrase, other: Phrase) -> float:
    """How much of what two phrases name is the same, 0 to 1; never 1 where only one says `liên quan`."""
    if not one.units or not other.units:
        return 0.0
    shared = len(one.units & other.units) / len(one.units | other.units)
    return shared if one.related == other.related else min(shared, 0.9)


def _with_units(text: str) -> str:
    for unit in _UNITS:
        text = text.replace(unit, f" {_joined(unit)} ")
    return text


def _joined(unit: str) -> str:
    return "_".join(re.findall(r"[^\W_]+", unit))
