"""Dates that are read, and those that would have to be guessed."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.intake.dates import find_date, read_date

DAY = date(2022, 3, 3)


@pytest.mark.parametrize(
    "words",
    [
        "2022-03-03",
        "2022-03-03T10:30:00+00:00",
        "2022-03-03 10:30",
        "20220303",
        "Thu, 03 Mar 2022 10:30:00 GMT",
        "March 3, 2022",
        "Mar. 3, 2022",
        "Mar 3 2022",
        "3 March 2022",
        "3rd March, 2022",
        "Thursday, March 3, 2022",
        "Thursday 3 March 2022, 10:30",
        "  March  3,\t2022 ",
    ],
)
def test_a_date_is_read(words: str) -> None:
    assert read_date(words) == DAY


@pytest.mark.parametrize(
    "words",
    [
        None,
        "",
        "1987",
        "March 2022",
        "March 3",
        "03/04/2022",
        "3.4.2022",
        "2022-13-01",
        "February 30, 2022",
        "yesterday",
        "20221345",
    ],
)
def test_no_date_is_guessed(words: str | None) -> None:
    assert read_date(words) is None


def test_september_has_two_short_forms() -> None:
    assert read_date("Sept. 5, 2022") == read_date("Sep 5, 2022") == date(2022, 9, 5)


def test_one_date_among_other_words_is_found_and_two_are_not() -> None:
    assert find_date("PORT ELSIN, March 3, 2022 (Own Wire)") == DAY
    assert find_date("from March 3, 2022 to March 4, 2022") is None
