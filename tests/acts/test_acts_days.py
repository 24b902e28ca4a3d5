"""The day of speaking, told beside the cue; the article is of Wednesday 5 October 2022."""

from __future__ import annotations

from datetime import date

import pytest
from acts_statements import Said, code_all

CERTAIN = [
    ("Vesna said on Monday it was late.", "said on Monday", date(2022, 10, 3), "Monday"),
    ("Vesna said Tuesday it was late.", "said", date(2022, 10, 4), "Tuesday"),
    ("On Sunday, Vesna said it was late.", "said", date(2022, 10, 2), "Sunday"),
    # the article's own weekday is the day of the article, the day after it is six days ago
    ("Vesna said on Wednesday it was late.", "said on Wednesday", date(2022, 10, 5), "Wednesday"),
    ("Vesna said on Thursday it was late.", "said on Thursday", date(2022, 9, 29), "Thursday"),
    ("Vesna said on October 3 it was late.", "said on October 3", date(2022, 10, 3), "October 3"),
    ("Vesna said on 3 October it was late.", "said on 3 October", date(2022, 10, 3), "3 October"),
    ("Vesna said on Oct. 3, 2021 it was late.", "said on Oct. 3, 2021", date(2021, 10, 3), "Oct. 3, 2021"),
    # a day that has not come this year was last year's
    ("Vesna said on December 24 it was late.", "said on December 24", date(2021, 12, 24), "December 24"),
    ("Vesna said yesterday it was late.", "said yesterday", date(2022, 10, 4), "yesterday"),
    ("In a statement late on Sunday, Vesna said it was late.", "said", date(2022, 10, 2), "Sunday"),
    ("On Monday evening, Vesna, a minister, said it was late.", "said", date(2022, 10, 3), "Monday"),
    ("Vesna said in Monday's statement it was late.", "said in Monday's statement", date(2022, 10, 3), "Monday"),
    # trap: a weekday with its date is one day, the date's
    ("Vesna said on Monday, October 3, it was late.", "said", date(2022, 10, 3), "October 3"),
]


@pytest.mark.parametrize(("text", "cue", "day", "words"), CERTAIN)
def test_a_day_that_is_certain(text: str, cue: str, day: date, words: str) -> None:
    (coding,) = code_all(text, Said(cue, "it was late", "Vesna"))
    assert coding.said_on is not None
    assert coding.said_on.value == day
    assert [span.text for span in coding.said_on.evidence] == [words]


UNSURE = [
    # no day at all; any week's; not the day of speaking; no such day; a verb and a name
    ("Vesna said it was late.", "said"),
    ("Vesna said last Monday it was late.", "said last Monday"),
    ("Vesna said before Monday it was late.", "said before Monday"),
    ("Vesna said on February 30 it was late.", "said on February 30"),
    ("Vesna said in May it was late.", "said in May"),
    # an event's day, at the head of the sentence or in a possessive
    ("On Saturday a shell hit a market and Vesna said it was late.", "said"),
    ("Today the army shelled a town, Vesna said it was late.", "said"),
    ("After a raid on Sunday, Vesna said it was late.", "said"),
    ("Monday's raid led Vesna to say it was late.", "led"),
    ("Vesna said of Monday's raid it was late.", "said"),
    ("Vesna, who flew to the capital on Monday with her two brothers, said it was late.", "said"),
]


@pytest.mark.parametrize(("text", "cue"), UNSURE)
def test_a_day_that_is_not(text: str, cue: str) -> None:
    (coding,) = code_all(text, Said(cue, "it was late", "Vesna"))
    assert coding.said_on is None


def test_a_day_in_the_name_of_the_source_is_none() -> None:
    text = "The March 14 alliance said it was late."
    (coding,) = code_all(text, Said("said", "it was late", "The March 14 alliance"))
    assert coding.said_on is None


def test_a_day_inside_the_content_is_not_the_day_of_speaking() -> None:
    (coding,) = code_all("Vesna said Monday was late.", Said("said", "Monday was late", "Vesna"))
    assert coding.said_on is None


def test_a_day_reaches_what_was_added() -> None:
    text = "Vesna said on Monday it was late. She added it was dark."
    _, dark = code_all(text, Said("said on Monday", "it was late", "Vesna"), Said("added", "it was dark"))
    assert dark.said_on is not None
    assert dark.said_on.value == date(2022, 10, 3)
