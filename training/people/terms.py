"""Terms of office: one for each person, office and unbroken time, and the day by which an open one has surely ended."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from onrecord.vocabulary.people import first_day, last_day
from training.people.offices import gist, prominent, seat
from training.people.persons import touch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from training.people.facts import Row
    from training.people.persons import Person

_UNDATED_OR_UNVERIFIED = frozenset({"HK", "EU"})
_OPEN = "9999"  # sorts an open term after every ended one


@dataclass(frozen=True, slots=True)
class Held:
    """A person's term of office.

    Attributes:
        row: the office and its dates, merged from the rows of one source or of two that agree.
        left_by: first day on which it has ended for sure; empty where nothing tells.
        left_source: the source of that day, where it is another than the row's.
        prominent: whether the office makes the bare name enough.
    """

    row: Row
    left_by: str
    left_source: str
    prominent: bool


def terms(people: Sequence[Person]) -> list[list[Held]]:
    """The terms of each of the people, in the order of time."""
    snapshots = sorted({row.asof for person in people for row in person.rows if "FB" in row.source and row.asof})
    merged = [_merged(person) for person in people]
    seats = _seats(merged)
    return [
        [
            _held(row, rows, n, seats, snapshots)
            for row in sorted(rows, key=lambda r: (r.start, r.role, r.source, r.end))
        ]
        for n, rows in enumerate(merged)
    ]


def _merged(person: Person) -> list[Row]:
    """One row for each office and unbroken time; the newest source tells whether it has ended. Unverified rows stay apart."""
    held: dict[tuple[str, str, bool, bool], list[Row]] = {}
    for row in sorted(person.rows, key=lambda r: (r.start, r.asof, r.role, r.source, r.end)):
        office = (row.behalf, gist(row), row.source in _UNDATED_OR_UNVERIFIED, row.member)
        alike = held.setdefault(office, [])
        k = next((k for k, other in enumerate(alike) if touch(other, row)), None)
        if k is None:
            alike.append(row)
        else:
            alike[k] = _one(alike[k], row)
    return [row for rows in held.values() for row in rows]


def _one(first: Row, second: Row) -> Row:
    newest = max((first, second), key=lambda r: (r.asof, r.end.lstrip("~<") or _OPEN))
    sources = dict.fromkeys(part for row in (first, second) for part in row.source.split("+"))
    start = first.start if not second.start.startswith(first.start) else second.start  # the more exact of the same
    return replace(first, start=start, end=newest.end, asof=newest.asof, source="+".join(sources))


def _seats(merged: Sequence[Sequence[Row]]) -> dict[tuple[str, str], list[tuple[str, int, str]]]:
    """Who took the offices that one person holds at a time, as (start, person, source)."""
    found: dict[tuple[str, str], list[tuple[str, int, str]]] = {}
    for n, rows in enumerate(merged):
        for row in rows:
            place = seat(row)
            if place is not None and row.start:
                found.setdefault((row.behalf, place), []).append((row.start, n, row.source))
    return found


def _held(
    row: Row,
    rows: Sequence[Row],
    person: int,
    seats: dict[tuple[str, str], list[tuple[str, int, str]]],
    snapshots: list[str],
) -> Held:
    known = prominent(row)
    if row.source == "EU" or (row.end and not row.end.startswith("~")):
        return Held(row, "", "", known)
    ends = list(_ends(row, rows, person, seats, snapshots))
    left_by, source = min(ends) if ends else ("", "")
    return Held(row, left_by, "" if source in row.source.split("+") else source, known)


def _ends(
    row: Row,
    rows: Sequence[Row],
    person: int,
    seats: dict[tuple[str, str], list[tuple[str, int, str]]],
    snapshots: list[str],
) -> Iterator[tuple[str, str]]:
    """Days by which a term that no source saw ending has ended, each with what tells it."""
    shown = last_day(row.end.lstrip("~")) if row.end else first_day(row.asof)
    if shown is None:
        return
    if row.end and "FB" in row.source:
        k = bisect_right(snapshots, row.end.lstrip("~"))
        if k < len(snapshots):
            yield snapshots[k], row.source.split("+")[-1]
    for other in rows:  # the same office of the same person in another table
        same = other.behalf == row.behalf and gist(other) == gist(row)
        end = last_day(other.end) if same and other.end and other.end[0] not in "~<" else None
        if end is not None and other is not row and end >= shown and touch(row, other):
            yield _day_after(end), other.source
    place = seat(row)
    if place is not None:
        for start, holder, source in seats.get((row.behalf, place), ()):
            begun, surely = first_day(start), last_day(start)
            if holder != person and begun is not None and surely is not None and begun > shown:
                yield _day_after(surely), source


def _day_after(day: date) -> str:
    return (day + timedelta(days=1)).isoformat()
