from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def test_an_office_on_a_day_with_its_source(onrecord: Run) -> None:
    told = onrecord("who", "Jeyhun Bayramov", "--on", "2022-10-03")
    assert (told.returncode, told.stderr) == (0, "")
    lines = told.stdout.splitlines()
    assert lines[0] == "Jeyhun Bayramov"
    assert "  held: Minister of Foreign Affairs [AZE · GOV]" in lines
    assert "since 2020-07-16, not known after 2023-01-10" in told.stdout
    assert "source: Wikidata, through every-politician-scrapers/azerbaijan-cabinet" in told.stdout
    assert max(map(len, lines)) <= 80
    assert all(line == line.rstrip() for line in lines)


def test_what_no_source_backs_is_said_to_be_unverified(onrecord: Run) -> None:
    told = onrecord("who", "Ned Price", "--on", "2022-10-03").stdout
    assert "spokesperson, US Department of State [USA · GOV]" in told
    assert "*unverified*" in told


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("Michelle Bachelet", "2021-06-01", "[UNO · IGO]"),
        ("Michelle Bachelet", "2016-06-01", "President [CHL · GOV]"),
        ("Hakan Fidan", "2022-10-04", "[TUR · SPY]"),
        ("Hakan Fidan", "2024-01-10", "Minister of Foreign Affairs [TUR · GOV]"),
        ("Antony Blinken", "2022-10-04", "possibly held: United States Secretary of State [USA · GOV]"),
        ("Volodymyr Zelenskiy", "2022-10-04", "President [UKR · GOV]"),
    ],
)
def test_the_office_of_the_day(onrecord: Run, name: str, day: str, expected: str) -> None:
    assert expected in onrecord("who", name, "--on", day).stdout


def test_where_no_office_is_held_the_nearest_ones_are_told(onrecord: Run) -> None:
    told = onrecord("who", "Catherine Ashton", "--on", "2018-01-01")
    assert told.returncode == 0
    assert "no office known on 2018-01-01" in told.stdout
    assert "to 2014-" in told.stdout
    assert "held:" not in told.stdout


def test_without_a_day_all_offices_in_order(onrecord: Run) -> None:
    told = onrecord("who", "Jens Stoltenberg").stdout
    assert told.index("Prime Minister [NOR") < told.index("Secretary General of NATO")


def test_namesakes_stay_apart(onrecord: Run) -> None:
    found = json.loads(onrecord("who", "Robert Menendez", "--format", "json").stdout)
    assert len({person["key"] for person in found["people"]}) == len(found["people"]) > 1


def test_json(onrecord: Run) -> None:
    told = onrecord("who", "Sergey Lavrov", "--on", "2022-10-04", "--format", "json")
    found = json.loads(told.stdout)
    assert (told.returncode, found["on"]) == (0, "2022-10-04")
    offices = [office for person in found["people"] for office in person["offices"]]
    assert {o["tenure"] for o in offices if not o["listed"]} == {"held"}
    assert {o["tenure"] for o in offices if o["listed"]} == {"not told"}
    assert all(o["source"]["licence"] for o in offices if o["verified"])
    assert any(not o["verified"] for o in offices)


@pytest.mark.parametrize(
    ("name", "hint"),
    [("Bayramov", "Jeyhun Bayramov"), ("Zzyzx", "surname alone"), ("Zorg Blofeldsson", "spelling"), ("", "full name")],
)
def test_nobody(onrecord: Run, name: str, hint: str) -> None:
    told = onrecord("who", name)
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.startswith("onrecord: nobody called")
    assert hint in told.stderr
    assert told.stderr.count("\n") == 1


@pytest.mark.parametrize("day", ["2022-13-01", "yesterday", "2022", ""])
def test_a_bad_day_is_wrong_use(onrecord: Run, day: str) -> None:
    told = onrecord("who", "Sergey Lavrov", "--on", day)
    assert (told.returncode, told.stdout) == (2, "")
    assert "--on" in told.stderr


def test_an_escape_sequence_in_a_name_never_reaches_the_terminal(onrecord: Run) -> None:
    told = onrecord("who", "Zorg \x1b[31mBlofeldsson")
    assert "\x1b" not in told.stdout + told.stderr


def test_help_opens_no_store(onrecord: Run) -> None:
    told = onrecord("who", "--help", PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rsplit("|", 1)[-1].strip() for line in told.stderr.splitlines()}
    assert imported.isdisjoint({"sqlite3", "onrecord.vocabulary.people", "rich.console"})
    assert "--on" in told.stdout
