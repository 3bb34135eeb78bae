"""The sample documents, their sources and their gold readings belong together."""

from __future__ import annotations

import re
import zipfile
from collections import Counter

import pytest

from samples import annotation, make, plain
from tests.vanban import samples

QUOTES = {
    "outline": ("start", "end"),
    "citations": ("text",),
    "assignments": ("agencies", "with", "start"),
    "deadlines": ("text", "by", "to"),
    "targets": ("text",),
    "partners": ("names",),
}
"""What each list of a gold reading quotes from the text."""


def folded(text: str) -> str:
    return " ".join(text.split())


def quotes(entry: dict[str, object], fields: tuple[str, ...]) -> list[str]:
    values = [entry[field] for field in fields]
    return [quote for value in values for quote in (value if isinstance(value, list) else [value])]


@pytest.mark.parametrize("name", samples.NAMES)
def test_everything_a_gold_reading_quotes_stands_in_the_text(name: str) -> None:
    text = folded(re.sub(r"(?m)^ \d+ $", "", samples.text(name)))
    gold = samples.gold(name)
    missing = [
        (kind, quote)
        for kind, fields in QUOTES.items()
        for entry in gold[kind]
        for quote in quotes(entry, fields)
        if quote not in text
    ]
    assert missing == []


@pytest.mark.parametrize("name", samples.NAMES)
def test_metadata_stand_in_the_text_as_far_as_they_are_quoted(name: str) -> None:
    text = folded(samples.text(name))
    metadata = samples.gold(name)["metadata"]
    signer = metadata["signer"]
    assert [value for value in (metadata["title"], signer["name"], signer["behalf"]) if value not in text] == []
    assert [recipient for recipient in metadata["recipients"] if f"- {recipient}" not in text] == []


@pytest.mark.parametrize("name", samples.NAMES)
def test_a_path_names_one_place(name: str) -> None:
    counts = Counter(node["path"] for node in samples.gold(name)["outline"])
    assert [path for path, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("name", samples.NAMES)
def test_findings_stand_at_paths_of_the_outline(name: str) -> None:
    gold = samples.gold(name)
    paths = {node["path"] for node in gold["outline"]} | {"title"}
    lists = ("citations", "assignments", "deadlines", "targets")
    assert [entry for kind in lists for entry in gold[kind] if entry["path"] not in paths] == []


@pytest.mark.parametrize("name", samples.NAMES)
def test_text_and_gold_are_what_the_source_makes(name: str) -> None:
    sample = samples.source(name)
    version = plain.render(sample)
    assert samples.text(name) == version.text, "run: python -m samples.make"
    assert samples.gold(name) == annotation.gold(sample, version.quote), "run: python -m samples.make"
    assert (samples.FOLDER / "gold" / f"{name}.json").read_text(encoding="utf-8") == make.gold_text(sample, version)


@pytest.mark.parametrize("name", samples.NAMES)
def test_the_word_version_holds_the_words_of_the_source(name: str) -> None:
    with zipfile.ZipFile(samples.path(name, ".docx")) as archive:
        xml = archive.read("word/document.xml").decode("utf-8")
    words = folded(re.sub(r"<[^>]+>", " ", xml.replace("&amp;", "&")))
    lines = [line.text for block in samples.source(name).blocks for line in (block.line, *block.cells)]
    assert [line for line in lines if folded(line) not in words] == [], "run: python -m samples.make"


@pytest.mark.parametrize("name", samples.NAMES)
def test_every_citation_has_a_number_and_no_date_after_2026(name: str) -> None:
    for citation in samples.gold(name)["citations"]:
        assert re.search(r"\d", citation["number"])
        assert citation["date"] is None or "2004" <= citation["date"][:4] <= "2026"


def test_samples_are_small_enough_to_be_carried_along() -> None:
    sizes = [path.stat().st_size for path in samples.FOLDER.rglob("*") if path.is_file()]
    assert sum(sizes) < 3_000_000
    assert all(image.stat().st_size < 300_000 for image in samples.FOLDER.glob("*.png"))


def test_one_sample_is_also_a_scan() -> None:
    scanned = [name for name in samples.NAMES if samples.path(name, ".scan.pdf").exists()]
    assert scanned == ["ke-hoach-huyen-thuong-lam-2024"]
    assert samples.path(scanned[0], "-1.png").exists()


CITED = [
    (
        "with everything",
        "Nghị quyết số 59-NQ/TW ngày 24/01/2025 của Bộ Chính trị",
        "59-NQ/TW",
        "2025-01-24",
        "Bộ Chính trị",
    ),
    ("without `số`", "Quyết định 215-QĐ/TU ngày 12/6/2021 của Tỉnh ủy", "215-QĐ/TU", "2021-06-12", "Tỉnh ủy"),
    ("broken symbol", "Nghị quyết số 36- NQ/TW của Bộ Chính trị khóa IX", "36-NQ/TW", None, "Bộ Chính trị khóa IX"),
    ("long date, comma", "Chỉ thị số 32-CT/TW, ngày 18 tháng 02 năm 2019", "32-CT/TW", "2019-02-18", None),
    ("glued date", "Chỉ thị số 32-CT/TW, ngày18/02/2019 của Bộ Chính trị", "32-CT/TW", "2019-02-18", "Bộ Chính trị"),
    ("number alone", "Kết luận số 71", "71", None, None),
]


@pytest.mark.parametrize(("caption", "text", "number", "date", "issuer"), CITED, ids=[row[0] for row in CITED])
def test_a_marked_citation_yields_its_fields(
    caption: str, text: str, number: str, date: str | None, issuer: str | None
) -> None:
    found = annotation.cited(text)
    assert (found["number"], found["date"], found["issuer"]) == (number, date, issuer)
