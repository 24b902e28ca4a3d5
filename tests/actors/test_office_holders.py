"""Bare names and the stores of office holders: on the document's day, and never a namesake for want of a better one."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.actors import Directory
from onrecord.record import Actor, Attribution, Document, Span

DAY = date(2022, 10, 4)


def speak(text: str, source: str, day: date | None = DAY) -> Actor:
    at = text.index(source)
    content = Span.of(text, len(text) - 1, len(text))
    attribution = Attribution((content,), source=Span.of(text, at, at + len(source)))
    (actor,) = Directory(Document("test", text, published=day)).actors([attribution])
    return actor


@pytest.mark.parametrize(
    ("name", "day", "behalf", "sector"),
    [
        ("Michelle Bachelet", date(2021, 6, 1), "UNO", "IGO"),
        ("Michelle Bachelet", date(2016, 6, 1), "CHL", "GOV"),
        ("Hakan Fidan", date(2022, 10, 4), "TUR", "SPY"),
        ("Hakan Fidan", date(2024, 1, 10), "TUR", "GOV"),
        ("Jens Stoltenberg", date(2010, 5, 1), "NOR", "GOV"),
        ("Volodymyr Zelenskiy", date(2022, 10, 4), "UKR", "GOV"),  # another spelling than the store's
        ("Emmanuel Macron", date(2022, 10, 4), "FRA", "GOV"),  # who is co-prince of Andorra as well
    ],
)
def test_the_office_of_the_day(name: str, day: date, behalf: str, sector: str) -> None:
    actor = speak(f"{name} said so.", name, day)
    assert (actor.behalf.value, actor.sector.value) == (behalf, sector)


def test_what_is_only_possible_scores_less() -> None:
    sure = speak("Antony Blinken said so.", "Antony Blinken", date(2022, 1, 4)).behalf
    later = speak("Antony Blinken said so.", "Antony Blinken", date(2023, 6, 1)).behalf
    assert (sure.value, later.value) == ("USA", "USA")
    assert later.score < sure.score


def test_a_row_without_a_source_says_so_and_scores_less() -> None:
    sourced = speak("Jeyhun Bayramov said so.", "Jeyhun Bayramov").behalf
    unverified = speak("Ned Price said so.", "Ned Price").behalf
    assert (sourced.by, unverified.by) == ("table:office-holders", "table:office-holders-unverified")
    assert unverified.score < sourced.score


@pytest.mark.parametrize(
    "text",
    [
        "Adam Kinzinger said so.",
        "In the United States it rained. Adam Kinzinger said so.",  # a state is no reason by itself
        "The senators met. Adam Kinzinger said so.",  # nor is an office, of no state told
        "In Kenya the senators met. Adam Kinzinger said so.",
    ],
)
def test_a_member_of_parliament_is_not_whoever_bears_the_name(text: str) -> None:
    assert not speak(text, "Adam Kinzinger").behalf.by.startswith("table:")


def test_state_and_office_named_together_are_a_reason() -> None:
    actor = speak("In the United States the lawmakers met. Adam Kinzinger said so.", "Adam Kinzinger")
    assert (actor.behalf.value, actor.sector.value) == ("USA", "LEG")
    assert actor.behalf.score < 0.5


@pytest.mark.parametrize(("state", "behalf"), [("Britain", "GBR"), ("Australia", "AUS")])
def test_namesakes_are_told_apart_by_the_state_the_document_names(state: str, behalf: str) -> None:
    assert speak(f"In {state} the lawmakers met. David Davis said so.", "David Davis").behalf.value == behalf


def test_namesakes_of_two_states_stay_unresolved_where_both_are_named() -> None:
    text = "In Britain and Australia the lawmakers met. David Davis said so."
    assert not speak(text, "David Davis").behalf.by.startswith("table:")


def test_the_text_comes_before_the_store() -> None:
    assert speak("Kenyan activist Jeyhun Bayramov said so.", "Jeyhun Bayramov").behalf.value == "PRV:KEN"


def test_before_an_office_nothing_is_said_of_it() -> None:
    assert not speak("Hakan Fidan said so.", "Hakan Fidan", date(2001, 1, 1)).behalf.by.startswith("table:")
