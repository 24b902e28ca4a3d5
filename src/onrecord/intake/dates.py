"""Dates as documents write them; read where certain, never guessed."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?P<rest>[a-z]*)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_TIME = r"(?:(?:,?\s+(?:at\s+)?|T)\d{1,2}[:.]\d\d[^\n]{0,40})?"
_ISO = re.compile(rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d){_TIME}Z?")
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)")
_WORDS = (
    re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}{_TIME}", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}{_DAY}\s+{_MONTH},?\s+{_YEAR}{_TIME}", re.IGNORECASE),
)
_INSIDE = (
    re.compile(r"\b\d{4}-\d\d-\d\d\b"),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_DAY}\s+{_MONTH},?\s+{_YEAR}\b", re.IGNORECASE),
)
_RFC = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d")


def read_date(words: str | None) -> date | None:
    """The day that ``words`` name, where they name one day and nothing else.

    Reads ISO 8601 ("2022-03-03", with or without a time; "20220303"), RFC 2822 and English dates with the month in
    letters ("March 3, 2022", "Thursday, 3 March 2022"). A date in figures of unclear order, a month or a year alone
    give None.
    """
    written = " ".join((words or "").split())
    if not written or len(written) > 80:  # noqa: PLR2004 - longer than any date with its time
        return None
    for pattern in (_ISO, _COMPACT):
        found = pattern.fullmatch(written)
        if found:
            return _day(int(found["year"]), int(found["month"]), int(found["day"]))
    if _RFC.match(written):
        parsed = parsedate(written)
        return _day(*parsed[:3]) if parsed else None
    for pattern in _WORDS:
        found = pattern.fullmatch(written)
        if found:
            return _spelt(found)
    return None


def find_date(words: str) -> date | None:
    """The day that stands somewhere in ``words``, such as in a dateline; None unless exactly one does.

    Only ISO dates and dates with the month in letters count.
    """
    days = {day for pattern in _INSIDE for found in pattern.finditer(words) if (day := read_date(found.group()))}
    return days.pop() if len(days) == 1 else None


def _spelt(found: re.Match[str]) -> date | None:
    written = (found["month"] + found["rest"]).lower()
    month = next((i for i, name in enumerate(_MONTHS, 1) if name.startswith(written) or written == "sept"), None)
    if written == "sept":
        month = 9
    return _day(int(found["year"]), month, int(found["day"])) if month else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
