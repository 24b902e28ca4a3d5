"""``python -m benchmarks.who``: whether ``onrecord who`` knows the right office on the right day.

Two questions. The names listed in the README of the gathered facts, each with a day on which the office is known; and random rows
of their tables, each asked of a day inside its dates, the day before them and the day after them. An answer is *right* where it
holds what the row says, or holds nothing of that office on the days beside it; *unknown* where nobody is found or the office is
only possible; *wrong* where an office is said to be held that no row of the tables gives to anybody of that name on that day.
Rows are those of the builder before people are joined and terms merged, which this checks.
"""

from __future__ import annotations

import argparse
import csv
import gc
import random
import time
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from benchmarks.shared import shared
from onrecord.vocabulary import people as vocabulary
from onrecord.vocabulary.people import STORES, Tenure, Term, aliases, first_day, last_day, named
from onrecord.vocabulary.person_names import agree, heard, keys
from training.people.facts import Row, curated, legislators, officeholders
from training.people.offices import gist

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

#: Name, day, in whose name, and a word of the office: the README's list.
NAMED = (
    ("Ned Price", "2022-10-03", "USA", "spokes"),
    ("Maria Zakharova", "2022-10-04", "RUS", "spokes"),
    ("Antony Blinken", "2022-10-04", "USA", "secretary of state"),
    ("Sergey Lavrov", "2022-10-04", "RUS", "foreign"),
    ("Josep Borrell", "2022-10-04", "EUU", "high representative"),
    ("Peter Stano", "2022-10-03", "EUU", "spokes"),
    ("Annalena Baerbock", "2022-10-04", "DEU", "foreign"),
    ("Ursula von der Leyen", "2022-10-04", "EUU", "president"),
    ("António Guterres", "2022-10-04", "UNO", "secretary-general"),
    ("Stéphane Dujarric", "2022-10-04", "UNO", "spokes"),
    ("Volker Türk", "2023-01-10", "UNO", "human rights"),
    ("Michelle Bachelet", "2021-06-01", "UNO", "human rights"),
    ("Michelle Bachelet", "2016-06-01", "CHL", "president"),
    ("Ravina Shamdasani", "2021-05-01", "UNO", "spokes"),
    ("Jens Stoltenberg", "2022-10-04", "NAT", "secretary general"),
    ("Jens Stoltenberg", "2010-05-01", "NOR", "prime minister"),
    ("Recep Tayyip Erdoğan", "2022-10-04", "TUR", "president"),
    ("Mevlüt Çavuşoğlu", "2022-10-04", "TUR", "foreign"),
    ("Hakan Fidan", "2024-01-10", "TUR", "foreign"),
    ("Hakan Fidan", "2022-10-04", "TUR", "intelligence"),
    ("Ilham Aliyev", "2022-10-04", "AZE", "president"),
    ("Nikol Pashinyan", "2022-10-04", "ARM", "prime minister"),
    ("Ararat Mirzoyan", "2022-10-04", "ARM", "foreign"),
    ("Jeyhun Bayramov", "2022-10-04", "AZE", "foreign"),
    ("Emmanuel Macron", "2022-10-04", "FRA", "president"),
    ("Catherine Colonna", "2022-10-04", "FRA", "foreign"),
    ("James Cleverly", "2022-10-04", "GBR", "foreign"),
    ("Bob Menendez", "2022-10-04", "USA", "senator"),
    ("Wang Yi", "2022-10-04", "CHN", "foreign"),
    ("Mao Ning", "2022-10-04", "CHN", "spokes"),
    ("Hua Chunying", "2022-10-04", "CHN", "spokes"),
    ("Narendra Modi", "2022-10-04", "IND", "prime minister"),
    ("S. Jaishankar", "2022-10-04", "IND", "external"),
    ("Benjamin Netanyahu", "2023-10-08", "ISR", "head of government"),
    ("Ebrahim Raisi", "2022-10-04", "IRN", "president"),
    ("Nasser Kanaani", "2022-10-04", "IRN", "spokes"),
    ("Volodymyr Zelensky", "2022-10-04", "UKR", "president"),
    ("Dmytro Kuleba", "2022-10-04", "UKR", "foreign"),
    ("Moussa Faki Mahamat", "2022-10-04", "AFU", "chairperson"),
    ("William Ruto", "2022-10-04", "KEN", "president"),
    ("Karim Khan", "2022-10-04", "ICC", "prosecutor"),
    ("Ahmed Aboul Gheit", "2022-10-04", "LEA", "secretary-general"),
    ("Kim Yo Jong", "2022-10-04", "PRK", "director"),
)
_DATED = STORES[:2]
_RIGHT, _UNKNOWN, _WRONG = "right", "unknown", "wrong"
_CURRENT = frozenset({Tenure.HELD, Tenure.POSSIBLY})
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Asked:
    """A row of the tables, as written, and the cleaned ones that may bear it out.

    Attributes:
        name: as the table has it.
        row: what the builder makes of it; None where it is left out.
    """

    name: str
    row: Row | None


def judge_named(name: str, day: date, behalf: str, word: str) -> str:
    """How the stores answer for a name whose office is known: right where it is held, and nothing else that counts elsewhere."""
    current = [t for t in named(name, _DATED) if t.on(day) in _CURRENT]
    known = [t for t in current if t.prominent]
    if any(t.behalf != behalf for t in known):
        return _WRONG
    fitting = [t for t in current if t.behalf == behalf and word in t.role.lower()]
    return _RIGHT if any(t.on(day) is Tenure.HELD for t in fitting) else _UNKNOWN


class Rows:
    """The cleaned rows of the tables by the keys of their names.

    Args:
        rows: of all tables.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self._filed: dict[tuple[str, str], list[Row]] = {}
        self._by_id: dict[str, list[Row]] = {}
        for row in rows:
            codes = frozenset({row.behalf.removeprefix("PRV:")})
            self._by_id.setdefault(f"wikidata:Q{row.qid}", []).append(row)
            for name in (row.name, *row.aliases):
                for key in keys(name, codes, prominent=True):
                    self._filed.setdefault(key, []).append(row)

    def bear_out(self, term: Term, names: Iterable[str], day: date) -> bool:
        """Whether a row gives the same person, or somebody of one of the names, the office on that day."""
        codes = frozenset({term.behalf.removeprefix("PRV:")})
        near = [
            row
            for name in names
            for key in keys(name, codes, prominent=True)
            for row in self._filed.get(key, ())
            if _named_alike(row, name, codes)
        ]
        return any(bears(row, term, day) for row in (*self._by_id.get(term.key, ()), *near))


def bears(row: Row, term: Term, day: date) -> bool:
    """Whether a row tells the office of a term, on that day."""
    office = row.role == term.role or gist(row) == gist(_as_row(term))
    return office and (row.behalf, row.sector) == (term.behalf, term.sector) and covers(row, day)


def _named_alike(row: Row, name: str, codes: frozenset[str]) -> bool:
    return any(agree(heard(name), other, codes, prominent=True) for other in (row.name, *row.aliases))


def _as_row(term: Term) -> Row:
    code = "FB" if "FB" in term.source.code else term.source.code
    return Row(term.name, (), term.role, term.behalf, term.sector, term.start, term.end, term.asof, 0, code)


def covers(row: Row, day: date) -> bool:
    """Whether a row's dates, as written, may hold on a day, from the first one that they may mean to the last."""
    start, end, asof = first_day(row.start), last_day(row.end.lstrip("~<")), last_day(row.asof)
    last = end or asof
    return (start is None or start <= day) and (last is None or day <= last)


def days_of(row: Row) -> tuple[date | None, date | None, date | None]:
    """A day inside a row's dates for sure, the day before them and the day after them; None where its dates tell none."""
    start, began = first_day(row.start), last_day(row.start)
    bare = row.end.lstrip("~<")
    end, ended = (first_day(bare), last_day(bare)) if bare else (first_day(row.asof),) * 2
    if row.end.startswith("<"):
        end = first_day(row.asof)
    inside = None
    if began is not None and end is not None and began <= end:
        inside = began + (end - began) // 2
    before = start - _DAY if start is not None else None
    return inside, before, ended + _DAY if ended is not None else None


def judge_row(asked: Asked, when: str, day: date, rows: Rows) -> str:
    """How the stores answer for a row on a day.

    Args:
        asked: the row.
        when: "inside", "before" or "after".
        day: the day.
        rows: what may bear an answer out.
    """
    found, row = named(asked.name, _DATED), asked.row
    told = [t for t in found if t.on(day) is Tenure.HELD and not (row is not None and bears(row, t, day))]
    spelled = aliases(asked.name, _DATED) if told else {}
    if not all(rows.bear_out(t, spelled[t.key], day) for t in told):
        return _WRONG
    if row is None or not found:
        return _UNKNOWN
    office = [t for t in found if t.behalf == row.behalf and gist(_as_row(t)) == gist(row)]
    held = {t.on(day) for t in office}
    if when == "inside":
        return _RIGHT if Tenure.HELD in held else _UNKNOWN
    if not office:
        return _UNKNOWN
    unseen = when == "after" and (not row.end or row.end[0] in "~<")
    return _UNKNOWN if Tenure.POSSIBLY in held and not unseen else _RIGHT


def sample(folder: Path, count: int, seed: int) -> tuple[list[Asked], Rows]:
    """Random rows of the tables of people with dates, and all cleaned rows.

    Args:
        folder: the one that holds the tables.
        count: how many rows.
        seed: of the choice.
    """
    cleaned = [*officeholders(folder), *legislators(folder), *curated(folder)]
    written: list[tuple[str, str, str]] = []
    for table in ("officeholders.csv", "legislators.csv", "people_curated.csv"):
        with (folder / table).open(encoding="utf-8", newline="") as file:
            written += [(c["name"], c.get("qid", ""), c["start"]) for c in csv.DictReader(file)]
    chosen = random.Random(seed).sample(written, count)  # noqa: S311 - a sample, no secret
    by_id: dict[tuple[int | str, str], list[Row]] = {}
    for row in cleaned:
        by_id.setdefault((row.qid or row.name, row.start), []).append(row)
    asked = []
    for name, qid, start in chosen:
        fitting = by_id.get((int(qid[1:]) if qid else name, start), [])
        asked.append(Asked(fitting[0].name if fitting else name, fitting[0] if fitting else None))
    return asked, Rows(cleaned)


def _report(title: str, counts: Counter[str]) -> None:
    print(f"{title:28}" + "".join(f"{counts[what]:9}" for what in (_RIGHT, _UNKNOWN, _WRONG)))


def main(argv: list[str] | None = None) -> None:
    """Print both tables and the times of loading and look-up."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.who", description=__doc__)
    parser.add_argument("--rows", type=int, default=500)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args(argv)
    started, used = time.perf_counter(), time.process_time()
    named("Emmanuel Macron")
    loading = (time.perf_counter() - started) * 1e3, (time.process_time() - used) * 1e3
    print(f"{'':28}" + "".join(f"{what:>9}" for what in (_RIGHT, _UNKNOWN, _WRONG)))
    verdicts = {(n, d): judge_named(n, date.fromisoformat(d), b, w) for n, d, b, w in NAMED}
    _report("names of the README", Counter(verdicts.values()))
    asked, rows = sample(shared() / "data" / "actors", options.rows, options.seed)
    for when in ("inside", "before", "after"):
        counts: Counter[str] = Counter()
        for one in asked:
            day = dict(zip(("inside", "before", "after"), days_of(one.row), strict=True))[when] if one.row else None
            verdict = judge_row(one, when, day, rows) if day is not None else _UNKNOWN
            counts[verdict] += 1
            if verdict == _WRONG:
                print("wrong:", one.name, one.row, when, day)
        _report(f"{len(asked)} rows, {when}", counts)
    for (name, on), verdict in verdicts.items():
        if verdict != _RIGHT:
            print(f"{verdict}: {name} on {on}: {_possible(name, date.fromisoformat(on))}")
    print(f"opening and first look-up {loading[0]:.1f} ms ({loading[1]:.1f} ms of CPU)")
    _time_lookups([one.name for one in asked])


def _possible(name: str, day: date) -> str:
    """What may be held, where nothing surely is."""
    current = [f"{t.role} ({t.behalf})" for t in named(name, _DATED) if t.on(day) is Tenure.POSSIBLY]
    return f"possibly {', '.join(current)}" if current else "nothing"


def _time_lookups(names: list[str]) -> None:
    vocabulary._named.cache_clear()  # noqa: SLF001 - times what a look-up costs the first time
    gc.collect()
    gc.freeze()  # the rows above are no part of a look-up
    spent = []
    for name in names:
        used = time.process_time()
        named(name)
        spent.append((time.process_time() - used) * 1e3)
    spent.sort()
    share = len(spent) * 99 // 100
    print(
        f"a look-up: median {spent[len(spent) // 2]:.2f} ms, 99 of 100 below {spent[share]:.2f} ms, longest {spent[-1]:.2f} ms of CPU"
    )


if __name__ == "__main__":
    main()
