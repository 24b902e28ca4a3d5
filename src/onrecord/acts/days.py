"""The day on which something was said, where the words beside the cue make it certain (codebook, "Fields", `said_on`)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from onrecord.acts.places import subtract
from onrecord.record import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.acts.lexicon import Page
    from onrecord.acts.places import Place, Run

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SHORT_MONTHS: Final = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
_RELATIVE: Final = {"today": 0, "yesterday": 1}
# After these a weekday may be any week's, or no day of speaking at all.
_UNSURE_BEFORE: Final = frozenset(
    [
        "last",
        "next",
        "previous",
        "coming",
        "every",
        "each",
        "until",
        "till",
        "since",
        "before",
        "after",
        "by",
        "following",
        "from",
        "through",
        "between",
    ],
)
_UNSURE_AFTER: Final = frozenset({"week", "weeks"})
# A day's own possessive is the day of speaking only before one of these: "in Monday's statement", not "Monday's strike".
_SPOKEN: Final = frozenset(
    {"statement", "briefing", "speech", "address", "interview", "press", "news", "remarks"}
    | {"announcement", "tweet", "post", "letter", "conference", "testimony", "hearing", "session"}
    | {"meeting", "sermon"}
)
_NEAR: Final = 3
# All that may stand with a day at the head of a sentence: "In a statement late on Monday, ...".
_AROUND: Final = frozenset(
    {"on", "in", "at", "the", "a", "an", "and", "but", "also", "then", "late", "later", "early"}
    | {"earlier", "again", "morning", "afternoon", "evening", "night", "via", "to", "statement", "speech"}
    | {"interview", "briefing", "tweet", "post", "letter", "press", "news", "conference", "address"}
    | {"joint", "separate", "twitter", "facebook", "telegram"}
    | frozenset(_WEEKDAYS)
)
_LONGEST_HEAD: Final = 10
_YEARS: Final = range(1900, 2100)


def said_on(page: Page, place: Place, published: date | None) -> Judgement[date] | None:
    """The day told in the cue, right beside it or its source, or at the head of its sentence; None where unsure.

    A weekday is the last one up to the day of publication; a day of the month without a year is the last such day.
    """
    if not place.cue:
        return None
    for run in (*_near(place), *_head(page, place, published)):
        for first, end, day in _days(page, run, published):
            if published is None or day <= published:
                return Judgement(day, "rule:day beside the cue", 0.9, (page.words(first, end),))
    return None


def _near(place: Place) -> Iterator[Run]:
    """The cue, then what follows cue or source closely."""
    yield from place.cue
    after = {end for _, end in (*place.cue, *place.source)}
    for first, end in _beside(place):
        if first in after:
            yield first, min(end, first + _NEAR + 1)


def _head(page: Page, place: Place, published: date | None) -> Iterator[Run]:
    """The head of the sentence, where it runs up to the source or the cue and tells a day and no event."""
    before = {first for first, _ in (*place.cue, *place.source)}
    head, _ = page.tokens.sentence(place.cue[0][0])
    for first, end in _beside(place):
        if first != head or end not in before or end - first > _LONGEST_HEAD:
            continue
        days = [range(low, high) for low, high, _ in _days(page, (first, end), published)]
        rest = (at for at in range(first, end) if not any(at in day for day in days))
        if all(page.tokens.folded[at] in _AROUND for at in rest):
            yield first, end


def _beside(place: Place) -> Iterator[Run]:
    for run in place.beside:
        yield from subtract(run, place.source)


def _days(page: Page, run: Run, published: date | None) -> Iterator[tuple[int, int, date]]:
    first, end = run
    words = page.tokens.folded
    for at in range(first, end):
        if _unsure(words, at) or _of_something_else(page, at):
            continue
        word = words[at]
        if word in _WEEKDAYS and page.tokens.capital[at] and published is not None and not _dated(words, at):
            yield at, at + 1, _weekday(_WEEKDAYS.index(word), published)
        elif word in _RELATIVE and published is not None:
            yield at, at + 1, published - timedelta(days=_RELATIVE[word])
        elif (month := _month(page, at)) is not None and (found := _calendar(page, at, month, published)) is not None:
            yield found


def _unsure(words: tuple[str, ...], at: int) -> bool:
    before, after = words[at - 1 : at], words[at + 1 : at + 2]
    return any(word in _UNSURE_BEFORE for word in before) or any(word in _UNSURE_AFTER for word in after)


def _of_something_else(page: Page, at: int) -> bool:
    if page.text[page.tokens.ends[at] - 2 : page.tokens.ends[at]] not in {"'s", "’s"}:
        return False
    return not any(word in _SPOKEN for word in page.tokens.folded[at + 1 : at + 3])


def _dated(words: tuple[str, ...], at: int) -> bool:
    """Whether a full date follows the weekday ("Monday, October 3"): the date settles it."""
    return any(w in _MONTHS or w in _SHORT_MONTHS for w in words[at + 1 : at + 3])


def _weekday(number: int, published: date) -> date:
    return published - timedelta(days=(published.weekday() - number) % 7)


def _month(page: Page, at: int) -> int | None:
    if not page.tokens.capital[at]:
        return None
    word = page.tokens.folded[at]
    return _MONTHS.index(word) + 1 if word in _MONTHS else _SHORT_MONTHS.get(word)


def _calendar(page: Page, at: int, month: int, published: date | None) -> tuple[int, int, date] | None:
    """The date around a month's name: "October 3", "3 October", "Oct. 3, 2022"."""
    words = page.tokens.folded
    first, end, number = at, at + 1, _number(words[at + 1 : at + 2])
    if number is not None:
        end = at + 2
    elif (number := _number(words[at - 1 : at] if at else ())) is not None:
        first = at - 1
    else:
        return None
    year = words[end : end + 1]
    if year and year[0].isdecimal() and int(year[0]) in _YEARS:
        end += 1
        day = _date(int(year[0]), month, number)
    else:
        day = _latest(month, number, published)
    return None if day is None else (first, end, day)


def _number(words: tuple[str, ...]) -> int | None:
    if not words:
        return None
    digits = words[0][:-2] if words[0].endswith(("st", "nd", "rd", "th")) else words[0]
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < len("100") else None


def _latest(month: int, number: int, published: date | None) -> date | None:
    if published is None:
        return None
    day = _date(published.year, month, number)
    return day if day is None or day <= published else _date(published.year - 1, month, number)


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
