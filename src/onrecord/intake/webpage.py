"""HTML pages: the article in them, what they tell of themselves, and where its words stand in the source."""

from __future__ import annotations

import logging
import re
import warnings
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from onrecord.intake import faults
from onrecord.intake.dates import read_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

MAX_HTML = 20_000_000
"""Longest page in characters: a parsed page takes about fifteen times its size in memory."""

_SHORT = 25
"""Letters below which what was extracted is no article."""

_OPENS = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<(?:!doctype|/?[a-z][a-z0-9]*)\b", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_WALL = re.compile(
    r"\b(?:enable|turn on|requires?|without) javascript\b|\bjavascript (?:is|to be) (?:disabled|enabled|required)\b",
    re.IGNORECASE,
)
_WALL_CHARACTERS = 400
_BULLET = re.compile(r"^- ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """What an HTML page holds.

    Attributes:
        text: the article, one paragraph a line.
        headings: lines of it that head a section.
        title: headline.
        outlet: name of the site.
        published: date of publication, where the page states one.
        url: canonical address.
    """

    text: str
    headings: frozenset[str]
    title: str | None
    outlet: str | None
    published: date | None
    url: str | None


class _Extracted(Protocol):
    """The fields of trafilatura's document that are read here."""

    text: str | None
    title: str | None
    sitename: str | None
    date: str | None
    url: str | None
    body: Iterable[_Element]


class _Element(Protocol):
    """An element of lxml's tree."""

    tag: str

    def itertext(self) -> Iterable[str]: ...


def looks_like_html(start: str) -> bool:
    """Whether a text opens as an HTML document does."""
    return bool(_OPENS.match(start))


def has_tags(text: str) -> bool:
    """Whether there is any HTML tag in ``text``."""
    return bool(_TAG.search(text))


def read_page(source: str, *, name: str, url: str | None = None) -> Page:
    """Extract the article of a page with trafilatura.

    Args:
        source: the decoded HTML.
        name: what the input is called in errors.
        url: address it was fetched from.

    Raises:
        IntakeError: where the page is too long, or no article is found in it.
    """
    if len(source) > MAX_HTML:
        raise faults.too_long(name, MAX_HTML, "characters of HTML", "save the article alone as text")
    found = _extract(_XML_DECLARATION.sub("", source, count=1), url)
    text = _BULLET.sub("", (found.text if found else None) or "").strip()
    if found is None or sum(map(str.isalpha, text)) < _SHORT:
        raise faults.no_article(name)
    if len(text) < _WALL_CHARACTERS and _WALL.search(text):
        raise faults.needs_script(name)
    return Page(
        text=text,
        headings=frozenset(" ".join("".join(e.itertext()).split()) for e in found.body if e.tag == "head"),
        title=_clean(found.title),
        outlet=_clean(found.sitename),
        published=read_date(found.date),
        url=_web(found.url) or _web(url),
    )


def _extract(source: str, url: str | None) -> _Extracted | None:
    from lxml.etree import LxmlError  # type: ignore[import-untyped]  # noqa: PLC0415 - a third of a second

    failures = (LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError)
    try:
        with warnings.catch_warnings():  # dateutil's on time zones that a page spells its own way
            warnings.simplefilter("ignore")
            return _extractor()(source, url)
    except failures as error:  # a page that the parser cannot take is a page without an article
        logging.getLogger(__name__).debug("extraction failed: %r", error)
        return None


@cache
def _extractor() -> Callable[[str, str | None], _Extracted | None]:
    from trafilatura import bare_extraction  # noqa: PLC0415 - see above

    for library in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(library).addHandler(logging.NullHandler())  # its complaints become our errors

    def extract(source: str, url: str | None) -> _Extracted | None:
        options = {"original_date": True, "extensive_search": False}  # dates that a page states, none that are guessed
        return bare_extraction(
            source, url=url, with_metadata=True, include_comments=False, date_extraction_params=options
        )  # type: ignore[return-value]

    return extract


def _clean(words: str | None) -> str | None:
    return " ".join((words or "").split()) or None


def _web(url: str | None) -> str | None:
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None
