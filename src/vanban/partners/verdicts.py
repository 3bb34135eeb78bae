"""What the words around a name make of it: a partner, a venue, or something that only bears the name."""

from __future__ import annotations

import re

from vanban import lexicon
from vanban.partners.gazetteer import Mention


def syllables(sort: str) -> frozenset[str]:
    """The words of `place_words.txt` of one sort."""
    return frozenset(row[0] for row in lexicon.rows("place_words") if sort in row[1].split())


_LEADING = syllables("lead")
"""Syllables that may stand between a cue (`tại`) and a name, or between two names of a list."""
_LONGEST_GAP = 44
_LOOK_BACK = 72
_MOST_LEADING = 10
PARTNER, VENUE, OTHER = "partner", "venue", "other"

_VENUE = frozenset(("tại", "ở"))
_HOST_IS_PARTNER = re.compile(r"(?:đối tác|nhà đầu tư|nhà tài trợ|địa phương) (?:tại|ở)(?: \w+){0,4} ?$")
_HOSTS = ("đối tác", "nhà ", "địa phương")
_BESIDE = (
    *("biên giới", "đường biên", "giáp biên", "tiếng", "ngôn ngữ", "song ngữ", "chống", "thực dân", "đế quốc", "gốc"),
    *("kiều bào", "kiều", "đô la", "đô-la", "bảng", "đồng yên", "ông", "bà", "đồng chí", "xã", "phường", "thôn", "ấp"),
    *("đường", "sông", "doanh nhân", "thẻ ABTC", "Hội Hữu nghị", "Hội hữu nghị", "hội Hữu nghị", "hội hữu nghị"),
    *("óm nghị sĩ hữu nghị", "óm Nghị sĩ hữu nghị", "óm nghị sĩ Hữu nghị", "óm Nghị sĩ Hữu nghị"),
)
"""What stands before names that are no partners."""
_OF_BORDERS = ("đất liền", "trên bộ", "trên biển", "hai nước", "giữa", "chung", "quốc gia")
"""What may stand between the two."""


def _is_beside(before: str) -> bool:
    """Whether what stands before a name makes it no partner: `biên giới trên bộ Việt Nam - `, `tiếng `."""
    text = before.rstrip(" -")
    if text.endswith(("Việt Nam", "Việt")):
        text = text.removesuffix(" Nam").removesuffix("Việt").rstrip()
    while text.endswith(_OF_BORDERS):
        text = text.rsplit(None, 1 if text.endswith(_ONE_WORD) else 2)[0] if " " in text else ""
    return text.endswith(_BESIDE)


_ONE_WORD = ("giữa", "chung")
_CONFLICT = re.compile(r"(?:xung đột|chiến tranh|chiến sự|cạnh tranh|căng thẳng)(?: \w+){0,4} ?$")
_CONFLICTS = ("xung đột", "chiến", "cạnh tranh", "căng thẳng")
_NAMED_AFTER = re.compile(
    r"(?:(?:[Bb]ệnh viện|(?<!thị )(?<!môi )[Tt]rường|Cung|[Cc]ầu|[Kk]hu công nghiệp|KCN|[Ll]àng|[Nn]hà máy|Trung tâm)"
    r"(?: [Cc]ao đẳng| [Tt]rung học| nghề| [Đđ]ại học)*(?: [Hh]ữu nghị| [Vv]ăn hóa)?"
    r"|[Hh]iệp định(?: \w+){0,7}|[Cc]ông ty(?: \w+){0,7})(?: Việt(?: Nam)? ?-)? ?$"
)
"""What stands before `Việt Nam - …` where that is a name within Việt Nam or of a treaty."""
_NAMEABLE = (
    "iện",
    "rường",
    "Cung",
    "ầu",
    "nghiệp",
    "KCN",
    "àng",
    "nhà máy",
    "Nhà máy",
    "Trung tâm",
    "iệp định",
    "ông ty",
)
"""Letters of all that, so that most names need no closer look."""
_HONOURS = re.compile(r"\W{0,2}(?:đã |được )?(?:công nhận|vinh danh|ghi danh|tôn vinh|xếp hạng|phong tặng)")
_HONOURED = re.compile(
    r"(?:[Dd]i sản|[Dd]anh hiệu|[Cc]ông viên|[Mm]ạng lưới|[Tt]hành phố|[Gg]iải thưởng|sinh quyển|vinh danh|công nhận"
    r"|ghi danh|tiêu chí)(?:(?! - )[^.;,\n]){0,40}$"
)


def linked(flat: str, previous: Mention, mention: Mention) -> bool:
    """Whether two names stand in one list: `Lào, Thái Lan`, `tỉnh A (Lào) và tỉnh B`."""
    gap = flat[previous.end : mention.start]
    if len(gap) > _LONGEST_GAP or "\n" in gap or "|" in gap or gap[:1] == "." or ". " in gap:
        return False
    if previous.entry.kind == "domestic" and "và" not in gap and "-" not in gap:
        return False
    words = gap.lower().translate(_NO_SIGNS).split()
    return all(word in _LEADING or word in _LINKS for word in words)


_LINKS = frozenset(("và", "hoặc", "cùng"))
_NO_SIGNS = str.maketrans(dict.fromkeys(",;/&-():", " "))


def verdict(flat: str, start: int) -> str:
    """What the words before a name, or before a list of names, make of it."""
    before = flat[max(0, start - _LOOK_BACK) : start].rpartition("\n")[2]
    words = before.rsplit(None, _MOST_LEADING)
    while words and words[-1].lower().strip(":(") in _LEADING:
        words.pop()
    while len(words) > 1 and words[-1] == "của" and words[-2].lower() in _LEADING:
        words.pop()
        while words and words[-1].lower() in _LEADING:
            words.pop()
    if words and words[-1].lower() in _VENUE:
        return PARTNER if any(map(before.__contains__, _HOSTS)) and _HOST_IS_PARTNER.search(before) else VENUE
    if _is_beside(before):
        return OTHER
    if any(map(before.__contains__, _CONFLICTS)) and _CONFLICT.search(before):
        return OTHER
    with_vietnam = flat.startswith("Việt", start) or before.endswith(("Việt - ", "Việt Nam - ", "Việt-"))
    if not with_vietnam or before.endswith("giữa ") or not any(map(before.__contains__, _NAMEABLE)):
        return PARTNER
    return OTHER if _NAMED_AFTER.search(before) else PARTNER


def follows(flat: str, end: int, start: int) -> bool:
    """Whether only words of places stand between two names: `huyện Long Châu của tỉnh Quảng Tây`."""
    words = flat[end:start].lower().translate(_NO_SIGNS).split()
    return all(word in _LEADING or word in _LINKS or word in ("của", "thuộc") for word in words)


def beside_foreign(flat: str, found: list[Mention], position: int) -> bool:
    """Whether a foreign country or a sure foreign locality follows in the same list or bracket."""
    country = found[position].entry.country
    for here, there in zip(found[position : position + 6], found[position + 1 : position + 7], strict=False):
        if there.start - here.end > _LONGEST_GAP or not follows(flat, here.end, there.start):
            return False
        if there.entry.country == country and not there.doubtful:
            return True
    return False


def only_honours(flat: str, mention: Mention) -> bool:
    if _HONOURS.match(flat, mention.end, mention.end + 40):
        return True
    before = flat[max(0, mention.start - 64) : mention.start]
    return bool(_HONOURED.search(before))


_CALLED = re.compile(r"(?:[Tt]ập đoàn|[Tt]ổ chức|[Qq]uỹ|NGO) \(?$")


def among_organisations(flat: str, found: list[Mention], position: int) -> bool:
    """Whether a name that may mean something else (`SNV`) is called an organisation or stands next to one."""
    mention = found[position]
    if _CALLED.search(flat, max(0, mention.start - 12), mention.start):
        return True
    following = found[position + 1] if position + 1 < len(found) else None
    if following is not None and following.entry.kind == "country" and flat[mention.end : following.start] == " (":
        return True
    for other in found[max(0, position - 1) : position + 2]:
        first, second = (other, mention) if other.start < mention.start else (mention, other)
        if other.entry.kind == "organisation" and other is not mention and second.start - first.end <= _BESIDE_IN_LIST:
            return True
    return False


_BESIDE_IN_LIST = 5
"""Letters between two names of a list: `Oxfam, SNV`, `Oxfam và SNV`."""
