"""The JSON of a reading: plain dicts and lists, ready for `json.dumps`.

The fields and their meanings are those of the project's gold readings; `span` (offsets into the source text),
`page`, `confidence` and a few more stand beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vanban.findings import Assignment, Citation, Deadline, Letterhead, Node, Partner, Target, Warning
    from vanban.matching.comparison import Change, Comparison, Entry
    from vanban.matching.coverage import Coverage, Item, Pair
    from vanban.reading import Reading

Json = dict[str, Any]


def reading_as_json(reading: Reading, document: str | None = None) -> Json:
    """A whole reading; `document` is the name it is filed under, such as the stem of its file."""
    return {
        "document": document,
        "type": reading.type,
        "notes": list(reading.notes),
        "metadata": _letterhead(reading.letterhead),
        "outline": [_node(node) for node in reading.outline],
        "citations": [_citation(citation) for citation in reading.citations],
        "assignments": [_assignment(assignment) for assignment in reading.assignments],
        "deadlines": [_deadline(deadline) for deadline in reading.deadlines],
        "targets": [_target(target) for target in reading.targets],
        "partners": [_partner(partner) for partner in reading.partners],
        "warnings": [_warning(warning) for warning in reading.warnings],
        "pages": list(reading.pages),
    }


def coverage_as_json(coverage: Coverage, reading: Reading) -> Json:
    """Pairs of duties and content items and the unassigned ones by their paths; `items` and `matches` say more."""
    covered = {match.item for pair in coverage.pairs if not pair.duty.everybody for match in pair.contents}
    return {
        "metadata": _letterhead(reading.letterhead),
        "pairs": [_pair(pair) for pair in coverage.pairs],
        "unassigned": [item.path for item in coverage.unassigned],
        "items": [_item(item, covered=item in covered) for item in coverage.items],
    }


def comparison_as_json(comparison: Comparison, old: Reading, new: Reading) -> Json:
    """What became of each item and each duty."""
    return {
        "old": _letterhead(old.letterhead),
        "new": _letterhead(new.letterhead),
        "items": [_change(change) for change in comparison.items],
        "duties": [_change(change) for change in comparison.duties],
    }


def _pair(pair: Pair) -> Json:
    duty = pair.duty
    return {
        "duty": {
            "path": duty.path,
            "start": duty.start,
            "agencies": list(duty.agencies),
            "everybody": duty.everybody,
            "span": list(duty.span),
        },
        "contents": [match.item.path for match in pair.contents],
        "matches": [
            {
                "path": match.item.path,
                "score": _rounded(match.score),
                "duty": match.duty_clause,
                "content": match.item_clause,
                "span": list(match.item.span),
            }
            for match in pair.contents
        ],
    }


def _item(item: Item, *, covered: bool) -> Json:
    return {
        "path": item.path,
        "heading": item.heading,
        "text": item.text,
        "covered": covered,
        "named": list(item.named),
        "span": list(item.span),
    }


def _change(change: Change) -> Json:
    return {
        "state": change.state,
        "score": _rounded(change.score),
        "old": _entry(change.old),
        "new": _entry(change.new),
        "diff": [run._asdict() for run in change.diff],
        "figures_only": change.figures_only,
        "agencies_changed": change.agencies_changed,
        "split_from": change.split_from,
        "merged_into": change.merged_into,
    }


def _entry(entry: Entry | None) -> Json | None:
    if entry is None:
        return None
    return {
        "path": entry.path,
        "heading": entry.heading,
        "text": entry.text,
        "agencies": list(entry.agencies),
        "span": list(entry.span),
    }


def _letterhead(head: Letterhead) -> Json:
    return {
        "kind": head.kind,
        "number": head.number,
        "place": head.place,
        "date": head.date,
        "issuer": head.issuer,
        "title": head.title,
        "signer": head.signer._asdict(),
        "recipients": list(head.recipients),
        "layout": head.layout,
        "spans": {field: list(span) for field, span in head.spans},
        "confidence": _rounded(head.confidence),
    }


def _node(node: Node) -> Json:
    entry: Json = {
        "path": node.path,
        "kind": node.kind,
        "marker": node.marker,
        "start": node.start,
        "end": node.end,
        "span": list(node.span),
        "page": node.page,
        "confidence": _rounded(node.confidence),
    }
    if node.cells:
        entry["cells"] = list(node.cells)
    return entry


def _citation(citation: Citation) -> Json:
    return {
        "path": citation.path,
        "text": citation.text,
        "kind": citation.kind,
        "number": citation.number,
        "date": citation.date,
        "issuer": citation.issuer,
        "document": citation.document,
        "span": list(citation.span),
        "page": citation.page,
        "confidence": _rounded(citation.confidence),
    }


def _assignment(assignment: Assignment) -> Json:
    return {
        "path": assignment.path,
        "agencies": list(assignment.agencies),
        "role": assignment.role,
        "with": list(assignment.partners),
        "start": assignment.start,
        "duty": assignment.duty,
        "deadline": assignment.deadline,
        "product": assignment.product,
        "span": list(assignment.span),
        "agency_spans": [list(span) for span in assignment.agency_spans],
        "page": assignment.page,
        "confidence": _rounded(assignment.confidence),
        "doubts": list(assignment.doubts),
    }


def _deadline(deadline: Deadline) -> Json:
    return {
        "path": deadline.path,
        "text": deadline.text,
        "rhythm": deadline.rhythm,
        "month": deadline.month,
        "day": deadline.day,
        "year": deadline.year,
        "duty": deadline.duty,
        "by": list(deadline.by),
        "to": list(deadline.to),
        "span": list(deadline.span),
        "page": deadline.page,
        "confidence": _rounded(deadline.confidence),
    }


def _target(target: Target) -> Json:
    return {
        "path": target.path,
        "text": target.text,
        "minimum": _number(target.minimum),
        "maximum": _number(target.maximum),
        "unit": target.unit,
        "year": target.year,
        "span": list(target.span),
        "page": target.page,
        "confidence": _rounded(target.confidence),
    }


def _partner(partner: Partner) -> Json:
    return {
        "names": list(partner.names),
        "kind": partner.kind,
        "country": partner.country,
        "span": list(partner.span),
        "mentions": [list(span) for span in partner.mentions],
        "page": partner.page,
        "confidence": _rounded(partner.confidence),
    }


def _warning(warning: Warning) -> Json:
    return {
        "code": warning.code,
        "message": warning.message,
        "path": warning.path,
        "span": list(warning.span),
        "page": warning.page,
    }


def _number(value: float | None) -> int | float | None:
    """Whole numbers without a decimal point: 30 tỷ đồng is `30000000000`."""
    if value is None or isinstance(value, int) or value != value // 1:
        return value
    return int(value)


def _rounded(confidence: float) -> float:
    return round(confidence, 2)
