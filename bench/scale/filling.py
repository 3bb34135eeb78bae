"""A large province: rows made in bulk from the samples, the same ones for the same seed.

Columns that services work out are worked out by the same functions; only the record of changes is left out.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import vanban
from banggiao.accounts.models import Post, Role, User
from banggiao.agencies.demonstration import lam_giang_set_up
from banggiao.agencies.models import Agency, AgencyName
from banggiao.agencies.naming import key
from banggiao.documents.models import Citation, Document, Reading, StoredFile
from banggiao.documents.rules import DocumentState, searchable
from banggiao.documents.services.citations import describe
from banggiao.tasks.models import Plan, Task, TaskAgency, TaskUpdate
from banggiao.tasks.models import Role as Part
from banggiao.tasks.rules import FIELDS, PILLARS
from banggiao.tasks.services.summary import summarise
from bench.shared import SAMPLES

AGENCIES, DOCUMENTS, PLANS, ENTRIES = 500, 2_000, 400, 3_000
LONG = 30_000
"""Characters of a document."""

BATCH = 1_000
COUNTRIES = (
    "Lào", "Nhật Bản", "Hàn Quốc", "Thái Lan", "Đức", "Pháp", "Ấn Độ", "Xinh-ga-po", "Ô-xtrây-li-a", "Ca-na-đa",
    "Hoa Kỳ", "Anh", "Hà Lan", "I-ta-li-a", "Cu-ba", "Mông Cổ", "In-đô-nê-xi-a", "Ma-lai-xi-a", "Niu Di-lân", "Bỉ",
)  # fmt: skip
PURPOSES = (
    "gắn với thu hút đầu tư và mở rộng thị trường xuất khẩu nông sản",
    "phục vụ phát triển kinh tế - xã hội và bảo đảm quốc phòng, an ninh",
    "theo Nghị quyết số 22-NQ/TW ngày 10/4/2013 của Bộ Chính trị",
    "trên cơ sở các thỏa thuận quốc tế đã ký kết",
    "đẩy mạnh chuyển đổi số trong quản lý hoạt động đối ngoại",
    "nâng cao chất lượng nguồn nhân lực làm công tác hội nhập quốc tế",
    "tăng cường giao lưu nhân dân và hữu nghị vùng biên giới",
    "theo dõi, hướng dẫn việc tiếp nhận viện trợ phi chính phủ nước ngoài",
)
KINDS = (("Nghị quyết", "NQ/TW"), ("Quyết định", "QĐ-UBND"), ("Chỉ thị", "CT/TW"), ("Công văn", "UBND-NC"))


@dataclass(frozen=True, slots=True)
class People:
    """Who asks for the pages."""

    coordinator: User
    focal_point: User
    leader: User


def fill(*, tasks: int, today: date) -> People:
    """Make everything; gives who looks at it."""
    chance = random.Random(2026)  # a number to start from, so that every run makes the same rows
    agencies = _agencies(today)
    people = _people(agencies)
    readings = [vanban.read(path) for path in sorted(SAMPLES.glob("*.txt"))]
    duties = [
        assignment.duty for reading in readings for assignment in reading.assignments if len(assignment.duty) > 40
    ]
    paragraphs = [line for reading in readings for line in reading.text.splitlines() if len(line) > 60]
    documents = _documents(chance, people.coordinator, paragraphs, today)
    plans = _plans(documents[:PLANS], people.coordinator)
    working = [agency for agency in agencies if agency.valid_to is None or agency.valid_to >= today]
    for start in range(0, tasks, BATCH):
        _tasks(chance, plans, working, duties, range(start, min(start + BATCH, tasks)), today, people.focal_point)
    return people


def _agencies(today: date) -> list[Agency]:
    """The fictional province, and as many communes more as make up the number."""
    lam_giang_set_up(by=None, today=today)
    committee = Agency.objects.filter(level="province", kind="committee").latest("pk")
    missing = AGENCIES - Agency.objects.count()
    first = ("Nậm", "Mường", "Bản", "Tân", "Phú", "Long", "Hòa", "An", "Yên", "Sơn")
    last = ("Lam", "Giang", "Sơn", "Thượng", "Hạ", "Bình", "Thịnh", "Lộc", "Phong", "Khê")
    names = [f"xã {one} {other} {number}" for number in range(1, 9) for one in first for other in last][:missing]
    made = Agency.objects.bulk_create(
        Agency(
            code=f"X{number}", tier="commune", level="commune", kind="committee", place=name, parent=committee,
            order=5_000 + number, name=f"UBND {name}", valid_from=date(2025, 7, 1),
        )
        for number, name in enumerate(names)
    )  # fmt: skip
    AgencyName.objects.bulk_create(
        AgencyName(agency=agency, name=agency.name, search_key=key(agency.name)) for agency in made
    )
    return list(Agency.objects.order_by("pk"))


def _people(agencies: Sequence[Agency]) -> People:
    def somebody(name: str, role: str, agency: Agency | None) -> User:
        user = User.objects.create(email=f"{role}@lamgiang.example", full_name=name)
        Post.objects.create(user=user, role=role, agency=agency, valid_from=date(2020, 1, 1))
        return user

    foreign_affairs = next(agency for agency in agencies if agency.name == "Sở Ngoại vụ")
    finance = next(agency for agency in agencies if agency.name == "Sở Tài chính")
    return People(
        coordinator=somebody("Lê Thị Điều Phối", Role.COORDINATOR, foreign_affairs),
        focal_point=somebody("Trần Văn Tài", Role.FOCAL_POINT, finance),
        leader=somebody("Hoàng Văn Lãnh", Role.LEADER, None),
    )


def _documents(chance: random.Random, by: User, paragraphs: Sequence[str], today: date) -> list[Document]:
    files = StoredFile.objects.bulk_create(
        StoredFile(
            sha256=f"{number:064x}",
            name=f"van-ban-{number}.docx",
            size=90_000,
            media_type="text/plain",
            file=f"x/{number}",
        )
        for number in range(DOCUMENTS)
    )
    rows = [_document(chance, number, file, by, today) for number, file in enumerate(files)]
    Document.objects.bulk_create(rows, batch_size=BATCH)
    for start in range(0, DOCUMENTS, 100):
        Reading.objects.bulk_create(
            make_reading(document, _body(chance, paragraphs)) for document in rows[start : start + 100]
        )
    entries = [_entry(chance, number) for number in range(ENTRIES)]
    Document.objects.bulk_create(entries, batch_size=BATCH)
    for document in rows:
        Citation.objects.bulk_create(
            Citation(
                citing=document, cited=cited, text=str(cited), span_start=0, span_end=10, basis=True, confirmed=True
            )
            for cited in chance.sample(entries, 8)
        )
    return rows


def make_reading(document: Document, text: str) -> Reading:
    """The reading of one document, ready to be searched."""
    return Reading(
        document=document, engine="0", text=text, words=searchable(text), type="docx", read_at=document.received_at
    )


def _document(chance: random.Random, number: int, file: StoredFile, by: User, today: date) -> Document:
    is_plan = number < PLANS
    kind, symbol = ("Kế hoạch", "KH-UBND") if is_plan else chance.choice(KINDS)
    purpose, country = chance.choice(PURPOSES), chance.choice(COUNTRIES)
    document = Document(
        kind=kind,
        number=f"{number + 1}/{symbol}" if "/" not in symbol else f"{number + 1}-{symbol}",
        date=today - timedelta(days=chance.randrange(3_000)),
        issuer="Ủy ban nhân dân tỉnh Lam Giang"
        if is_plan
        else chance.choice(("Bộ Chính trị", "Bộ Ngoại giao", "Chính phủ")),
        signer="Nguyễn Văn Lam",
        title=f"Về hợp tác với {country}, {purpose}",
        state=DocumentState.TO_REVIEW if number % 97 == 96 else DocumentState.CONFIRMED,
        file=file,
        received_by=by,
        received_at=datetime(2026, 1, 5, tzinfo=UTC) + timedelta(minutes=number),
    )
    describe(document)
    return document


def _entry(chance: random.Random, number: int) -> Document:
    kind, symbol = chance.choice(KINDS)
    entry = Document(
        kind=kind, number=f"{number + 5_001}-{symbol}", year=chance.randrange(2010, 2026), issuer="Chính phủ",
        title=f"Về {chance.choice(PURPOSES)}",
    )  # fmt: skip
    describe(entry)
    return entry


def _body(chance: random.Random, paragraphs: Sequence[str]) -> str:
    lines: list[str] = []
    length = 0
    while length < LONG:
        line = f"{chance.choice(paragraphs)} Phối hợp với {chance.choice(COUNTRIES)} {chance.choice(PURPOSES)}."
        lines.append(line)
        length += len(line) + 1
    return "\n".join(lines)


def _plans(documents: Sequence[Document], by: User) -> list[Plan]:
    return Plan.objects.bulk_create(
        Plan(
            document=document,
            title=document.title,
            number=document.number,
            year=document.year or 2026,
            period_from=date(document.year or 2026, 1, 1),
            period_to=date(document.year or 2026, 12, 31),
            confirmed_by=by,
            confirmed_at=datetime(2026, 1, 20, tzinfo=UTC),
        )
        for document in documents
    )


def _tasks(
    chance: random.Random,
    plans: Sequence[Plan],
    agencies: Sequence[Agency],
    duties: Sequence[str],
    numbers: range,
    today: date,
    reporter: User,
) -> None:
    tasks, shares, updates = [], [], []
    for number in numbers:
        task = _task(chance, plans[number % len(plans)], duties, number, today)
        own = _shares(chance, task, agencies)
        summarise(task, own, today=task.done_on or today)
        tasks.append(task)
        shares += own
        if task.last_update_at:
            updates.append(
                TaskUpdate(
                    task=task, agency=own[0].agency, by=reporter, state=task.state, progress=task.progress,
                    text="Đã triển khai theo kế hoạch.", at=task.last_update_at,
                )
            )  # fmt: skip
    Task.objects.bulk_create(tasks, batch_size=BATCH)
    TaskAgency.objects.bulk_create(shares, batch_size=BATCH)
    TaskUpdate.objects.bulk_create(updates, batch_size=BATCH)


def _task(chance: random.Random, plan: Plan, duties: Sequence[str], number: int, today: date) -> Task:
    country = chance.choice(COUNTRIES)
    what = re.sub("Nhật Bản|Hàn Quốc|Lào|Thái Lan", country, chance.choice(duties))
    state = chance.choices(("not_started", "in_progress", "done", "cancelled"), (15, 25, 58, 2))[0]
    quiet = today - timedelta(days=chance.randrange(200))
    continuous = chance.random() < 0.15
    deadline = None if continuous else today + timedelta(days=chance.randrange(-1_500, 400))
    if state in ("not_started", "in_progress") and deadline and deadline < today and chance.random() < 0.85:
        deadline = today + timedelta(days=chance.randrange(400))
    updated = state != "not_started"
    return Task(
        plan=plan,
        code=f"{number + 1}",
        order=number,
        what=f"{what} {chance.choice(PURPOSES).capitalize()}.",
        field=chance.choice([*FIELDS, ""]),
        pillar=chance.choice([*PILLARS, ""]),
        deadline=deadline,
        continuous=continuous,
        product="Báo cáo" if chance.random() < 0.6 else "",
        authority="UBND tỉnh" if chance.random() < 0.8 else "",
        heading="TỔ CHỨC THỰC HIỆN",
        source_text=what,
        state=state,
        progress={"done": 100, "in_progress": 40}.get(state, 0),
        done_on=quiet if state == "done" else None,
        quiet_since=quiet,
        last_update_at=datetime(quiet.year, quiet.month, quiet.day, 3, tzinfo=UTC) if updated else None,
    )


def _shares(chance: random.Random, task: Task, agencies: Sequence[Agency]) -> list[TaskAgency]:
    """One agency leads and up to three help; a few offices of the province have most of the work."""
    chosen: dict[int, Agency] = {}
    for _part in range(1 + chance.choice((0, 1, 1, 3))):
        agency = agencies[min(int(chance.paretovariate(0.35)) - 1, len(agencies) - 1)]
        chosen[agency.pk] = agency
    return [
        TaskAgency(
            task=task,
            agency=agency,
            role=Part.COORDINATE if index else Part.LEAD,
            written_as=agency.name,
            state=task.state,
            progress=task.progress,
        )
        for index, agency in enumerate(chosen.values())
    ]
