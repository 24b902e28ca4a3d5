"""The table of office holders: what of the gathered facts becomes a row, and that the table is what the script makes."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from training.people_table import TABLE, holders

if TYPE_CHECKING:
    from pathlib import Path


def row(name: str, role: str, behalf: str = "NLD", **cells: str) -> dict[str, str]:
    told = {"start": "2014-03-01", "end": "", "asof": "2022-07-22", "source": "EP:test"}
    return {"name": name, "role": role, "behalf": behalf} | told | cells


@pytest.mark.parametrize(
    ("role", "kept"),
    [
        ("President", True),
        ("Minister for Foreign Affairs and Trade", True),
        ("Prime Minister of the Netherlands", True),  # its own state is no part of the office
        ("President of De Bank", False),
        ("President of the Senate", False),
        ("Prime Minister of the Cook Islands", False),
        ("Deputy Minister of Foreign Affairs", False),
        ("Vice President", False),  # of a chamber, in the scraped lists
    ],
)
def test_an_office_is_kept_by_its_whole_text(role: str, *, kept: bool) -> None:
    assert len(holders([row("Jan Mole", role)])) == kept


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Dr. Jan Mole (ABC)", "Jan Mole"),
        ("-Designate Jan al-MOLE", "Jan al-Mole"),
        ("and Co-prince Archbishop Jan Mole", "Jan Mole"),
        ("Sheikh Hasina", "Sheikh Hasina"),  # nothing else would tell who
    ],
)
def test_titles_and_remarks_are_no_name(written: str, name: str) -> None:
    assert [h.name for h in holders([row(written, "President")])] == [name]


def test_one_row_a_person_and_office() -> None:
    first, again = row("Sergey Roe", "President", end="2018-03-01"), row("Sergei Roe", "President", start="2014-05-01")
    told_twice = [first, again]
    assert [(h.name, h.start, h.end) for h in holders(told_twice)] == [("Sergey Roe", "2014-03", "")]


def test_an_open_term_ends_with_the_next() -> None:
    rows = [row("Jan Mole", "President"), row("Anna Kern", "President", start="2023-01-01")]
    assert [(h.name, h.end) for h in holders(rows)] == [("Anna Kern", ""), ("Jan Mole", "2023-01")]


def test_the_table_is_what_the_script_makes(shared: Path) -> None:
    with (shared / "data" / "actors" / "officeholders.csv").open(encoding="utf-8", newline="") as file:
        made = [f"{h.name}|{h.behalf}|{h.role}|{h.start}|{h.end}" for h in holders(csv.DictReader(file))]
    assert [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")] == made
