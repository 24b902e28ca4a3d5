"""The table of office holders in the vocabulary, made from the gathered facts: ``python -m training.people_table``.

Kept are heads of state and of government, their deputies of that very title, and foreign ministers, each by the whole text of
the office, since "president of" a bank, a court, a chamber or a province is none of them. One row stands for one person in one
office, however often and in whatever spelling the sources have it.
"""

from __future__ import annotations

import argparse
import csv
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.vocabulary.actors import full_form, name_words, states
from onrecord.vocabulary.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TABLE = Path(__file__).parents[1] / "src" / "onrecord" / "vocabulary" / "people.psv"
_HEADER = """\
# Heads of state and government and foreign ministers in office since 2010: name | behalf | role | since | until
# Since and until are prefixes of ISO 8601 dates; an empty end means in office when the facts were gathered (2022 to 2026).
# Source: Wikidata (CC0) by way of the every-politician-scrapers repositories, factbook/factbook.json (CC0), and
# unitedstates/congress-legislators (CC0). Made by training/people_table.py; corrections and additions belong into
# officials.psv, which wins.
"""
_OPEN = "9999"  # sorts an open term after every ended one
_MONTH = 7  # characters of an ISO 8601 date down to the month
_OFFICES = {  # what an office is, by the whole text of it without its state
    "state": r"((acting|interim|transitional) )?president|king|queen|monarch|emir|amir|sultan|grand duke|sovereign prince|prince"
    r"|supreme leader|supreme ruler|chief of state|yang di.pertuan agong( \(monarch\))?|pope",
    "government": r"((acting|interim|transitional|transition) )?(prime minister|premier)|head of government|(federal )?chancellor"
    r"|taoiseach|president of the government|chairman of the cabinet of ministers \(prime minister\)|minister of state",
    "deputy": r"(first )?vice.president",
    "foreign": r"(federal )?(minister|secretary|ministry) (of|for) (foreign|external)( and [\w\s,-]+?)?( affairs| relations)( [\w\s,&-]+)?"
    r"|united states secretary of state|minister (of|for) europe and foreign affairs|minister (of|for) european and foreign affairs"
    r"|secretary of state for foreign(,)? (and )?commonwealth( and development)? affairs|foreign (minister|secretary)",
}
_FACTBOOK_ONLY = frozenset({"deputy", "minister of state"})  # the same words mean lesser offices in the scraped lists
_TITLES = re.compile(
    r"^((ceo|dr|sir|gen|general|col|colonel|major|brig|lt|ltc|field marshal|sheikh|shaykh|amir|king|queen|prince|grand duke|sultan"
    r"|archbishop|and co-prince|co-prince|crown prince|ret|retired|hon|mr|mrs|ms|-designate|-elect|–|-|:)(\.|\b)\s*)+",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^)]*\)\s*")
_NO_NAME = re.compile(
    r"\b(chair|council|vacant|president|ministers?|presidency|office|commander|commissioner|executive|speaker|governor|lord"
    r"|government|spelled|aka|formerly)\b|\[",
    re.IGNORECASE,
)
# Starts that a source has wrong (the year of another event), so that the row would give somebody an office for decades.
_WRONG = frozenset({("Ilie Bolojan", "2005-06")})


@dataclass(frozen=True, slots=True)
class Holder:
    """One person in one office.

    Attributes:
        name: as shown.
        behalf: alpha-3 code of the state.
        role: the office, without its state.
        kind: which of the offices kept it is.
        start: month or year it began.
        end: month or year it ended; empty where it was held at ``asof``.
        asof: when the source was gathered.
    """

    name: str
    behalf: str
    role: str
    kind: str
    start: str
    end: str
    asof: str


def holders(rows: Iterable[dict[str, str]]) -> list[Holder]:
    """The table, from the rows of ``officeholders.csv``.

    Args:
        rows: cells by column.

    Returns:
        In the order of state, name and start.
    """
    kept = [h for row in rows if (h := _holder(row)) is not None and (h.name, h.start) not in _WRONG]
    return sorted(_ended(_merged(kept)), key=lambda h: (h.behalf, fold(h.name), h.start, h.role))


def _holder(row: dict[str, str]) -> Holder | None:
    role = _stateless(row["role"].strip(), row["behalf"])
    kind = next((k for k, pattern in _OFFICES.items() if re.fullmatch(pattern, role.lower())), None)
    name = _cleaned(row["name"])
    if kind is None or row["behalf"] not in states() or not row["start"] or name is None:
        return None
    if _FACTBOOK_ONLY & {kind, role.lower()} and not re.search("FB|USEXEC", row["source"]):
        return None
    return Holder(name, row["behalf"], role, kind, _month(row["start"]), _month(row["end"]), row["asof"])


def _stateless(role: str, behalf: str) -> str:
    """An office without the name of its own state: "President of the Swiss Confederation" keeps what is not one."""
    state = states().get(behalf)
    head, of, tail = role.rpartition(" of ")
    own = {fold(n) for n in (state.name, *state.names)} if state is not None else set()
    if behalf == "USA" and role == "Secretary of State":  # elsewhere and in the states of the union a lesser office
        return "United States Secretary of State"
    return head if of and fold(tail).removeprefix("the ") in own else role


def _month(day: str) -> str:
    return day.lstrip("~<")[:_MONTH]


def _cleaned(name: str) -> str | None:
    """A name without titles, brackets and capitals throughout; None where it is no name."""
    told = _BRACKETS.sub(" ", name).strip()
    bare = _TITLES.sub("", told).strip(" ,.")
    if " " not in bare and told.startswith("Sheikh "):  # part of the name where nothing else stands before it
        bare = told
    tidy = " ".join(_cased(w) for w in bare.split())
    return None if not tidy or "," in tidy or _NO_NAME.search(tidy) or not tidy[0].isalpha() else tidy


def _cased(word: str) -> str:
    pieces = [p.capitalize() if p.isupper() and len(p) > len("III") else p for p in word.split("-")]
    return "-".join(pieces)


def _same_person(one: Holder, other: Holder) -> bool:
    if (one.behalf, one.kind) != (other.behalf, other.kind):
        return False
    a, b = name_words(one.name), name_words(other.name)
    given = full_form(a[0]) == full_form(b[0]) or a[0] in b or b[0] in a
    return given and (a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a))


def _touch(one: Holder, other: Holder) -> bool:
    """Whether two terms overlap or follow each other within the month or year that the dates tell."""
    first, second = sorted((one, other), key=lambda h: h.start)
    return not first.end or second.start[: len(first.end)] <= first.end


def _merged(rows: list[Holder]) -> Iterator[Holder]:
    """One row for each person, office and unbroken time; the newest source tells whether it has ended."""
    groups: dict[tuple[str, str], list[Holder]] = {}
    for row in sorted(rows, key=lambda h: (h.behalf, h.kind, h.start, h.name)):
        held = groups.setdefault((row.behalf, row.kind), [])
        k = next((k for k, h in enumerate(held) if _same_person(h, row) and _touch(h, row)), None)
        if k is None:
            held.append(row)
        else:
            newest = max((held[k], row), key=lambda h: (h.asof, h.end or _OPEN))
            held[k] = replace(held[k], end=newest.end, asof=newest.asof)
    for held in groups.values():
        yield from held


def _ended(rows: Iterable[Holder]) -> Iterator[Holder]:
    """An open term ends where, after the source was gathered, somebody else began in the same office."""
    listed = list(rows)
    for row in listed:
        later = [
            h.start
            for h in listed
            if (h.behalf, h.role) == (row.behalf, row.role) and h.start > row.asof[:_MONTH] and not _same_person(h, row)
        ]
        yield replace(row, end=min(later)) if later and not row.end else row


def main() -> None:
    """Write the table, or fail where the facts are missing."""
    parser = argparse.ArgumentParser(prog="python -m training.people_table", description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds data/actors/officeholders.csv")
    parser.add_argument("--out", type=Path, default=TABLE, help="table to write (default: the vocabulary's)")
    options = parser.parse_args()
    source = options.shared / "data" / "actors" / "officeholders.csv"
    with source.open(encoding="utf-8", newline="") as file:
        rows = holders(csv.DictReader(file))
    lines = (f"{h.name}|{h.behalf}|{h.role}|{h.start}|{h.end}" for h in rows)
    options.out.write_text(_HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
