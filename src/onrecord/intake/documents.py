"""From bytes or text to a Document: decoding, layout or extraction, kind, issuer and language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, TypedDict, Unpack

from onrecord.intake import faults
from onrecord.intake.alignment import align_html, identity, unify_newlines
from onrecord.intake.decoding import MAX_BYTES, Decoded, decode, digest
from onrecord.intake.kinds import Evidence, tell
from onrecord.intake.language import identify
from onrecord.intake.plain import Layout, lay_out, lines
from onrecord.intake.webpage import Page, has_tags, looks_like_html, read_page
from onrecord.record import Document

if TYPE_CHECKING:
    from datetime import date

    from onrecord.record import Alignment

MAX_CHARACTERS = 5_000_000
"""Longest text in characters: some 800,000 words, more than any speech or report."""

_HTML_TYPES = {"text/html", "application/xhtml+xml"}
_HTML_SUFFIXES = {".html", ".htm", ".xhtml"}
_OTHER_SUFFIXES = {
    ".json": "JSON",
    ".jsonl": "JSON lines",
    ".csv": "a table",
    ".tsv": "a table",
    ".rss": "a feed",
    ".atom": "a feed",
    ".warc": "a web archive",
    ".mhtml": "a web archive",
}
_FEED = ("<rss", "<feed", "<rdf:rdf")


class Metadata(TypedDict, total=False):
    """What a caller knows of a document; it goes before what the document says of itself.

    Attributes:
        title: headline.
        outlet: publisher.
        published: date of publication.
        url: address.
    """

    title: str | None
    outlet: str | None
    published: date | None
    url: str | None


@dataclass(frozen=True, slots=True)
class _Known:
    """The same, complete; a field that there is not is a TypeError."""

    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class _Body:
    """A text on its way to a document."""

    text: str
    alignment: Alignment
    layout: Layout
    media_type: str
    page: Page | None = None


def document_from_bytes(
    data: bytes,
    *,
    id: str,  # noqa: A002 - the name of the record's own field
    media_type: str | None = None,
    declared_encoding: str | None = None,
    **metadata: Unpack[Metadata],
) -> Document:
    """Read one document from its original bytes.

    Args:
        data: the bytes as they were stored or received.
        id: name of the document, such as its path or URL; a suffix such as ".html" in it hints at the format.
        media_type: what a server calls it, such as "text/html"; None to tell it from the bytes.
        declared_encoding: encoding that a server names.
        **metadata: ``title``, ``outlet``, ``published`` and ``url``, where known; they go before what is found inside,
            but for the address of a page, where its own canonical one is kept.

    Raises:
        IntakeError: where the bytes are no text, empty, too long, in a format that is not read, or HTML without an
            article; it says what to do.
    """
    known = _Known(**metadata)
    if len(data) > MAX_BYTES:
        raise faults.too_long(id, MAX_BYTES, "bytes")
    if not data.strip():
        raise faults.empty(id)
    hint = _hint(id, media_type)
    decoded = decode(data, name=id, declared=declared_encoding, is_html=hint != "text/plain")
    if _is_html(decoded.text, hint):
        body = _read_html(decoded.text, id, known.url)
    else:
        _refuse_feed(decoded.text, id)
        text, alignment = unify_newlines(decoded.text)
        body = _Body(text, alignment, lay_out(text, title=known.title), "text/plain")
    return _document(body, decoded, id, digest(data), known)


def document_from_text(
    text: str,
    *,
    id: str,  # noqa: A002 - the name of the record's own field
    **metadata: Unpack[Metadata],
) -> Document:
    """Make a document of plain text that is kept as it is, to the letter.

    Args:
        text: the text; paragraphs are separated by newlines.
        id: name of the document.
        **metadata: ``title``, ``outlet``, ``published`` and ``url``, where known; they go before what is found inside.

    Raises:
        IntakeError: where the text is empty, too long, or holds half a surrogate pair, which no file can.
    """
    known = _Known(**metadata)
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise faults.half_character(id) from error
    body = _Body(text, identity(text), lay_out(text, title=known.title), "text/plain")
    return _document(body, Decoded(text, "utf-8"), id, digest(data), known)


def _hint(name: str, media_type: str | None) -> str | None:
    """The media type that a server or the suffix tells, None where it is to be sniffed."""
    told = (media_type or "").partition(";")[0].strip().lower()
    if told in _HTML_TYPES:
        return "text/html"
    if told.startswith("text/") and told not in {"text/csv", "text/xml"}:
        return "text/plain"
    if told and told != "application/octet-stream":
        raise faults.other_format(name, told, "give text or HTML")
    suffix = PurePath(name).suffix.lower() if "://" not in name else ""
    if suffix in _OTHER_SUFFIXES:
        raise faults.other_format(name, _OTHER_SUFFIXES[suffix], "give the documents in it as text or HTML")
    return "text/html" if suffix in _HTML_SUFFIXES else None


def _is_html(text: str, hint: str | None) -> bool:
    if hint == "text/html":
        return has_tags(text)
    return hint is None and looks_like_html(text[:4096])


def _refuse_feed(text: str, name: str) -> None:
    start = text[:1024].lstrip().lower()
    if start.startswith(("<?xml", *_FEED)) and any(mark in start for mark in _FEED):
        raise faults.other_format(name, "a feed", "give the addresses of its entries")


def _read_html(source: str, name: str, url: str | None) -> _Body:
    page = read_page(source, name=name, url=url)
    text = page.text
    found = lay_out(text, title=page.title)
    extra = [span for span in lines(text) if span.text in page.headings]
    furniture = tuple(sorted({*found.furniture, *extra}))
    layout = Layout(
        page.title or found.title, page.outlet, page.published or found.published, page.url, furniture, found.body
    )
    return _Body(text, align_html(text, source), layout, "text/html", page)


def _document(body: _Body, decoded: Decoded, name: str, sha256: str, known: _Known) -> Document:
    text, layout = body.text, body.layout
    if not text.strip():
        raise faults.empty(name)
    if len(text) > MAX_CHARACTERS:
        raise faults.too_long(name, MAX_CHARACTERS, "characters")
    outlet = known.outlet or layout.outlet
    url = known.url or layout.url
    if body.page is not None:
        url = body.page.url or url
    head = [span.text for span in layout.furniture if span.start < layout.body]
    shape = tell(Evidence(text[layout.body :], head, known.title or layout.title, outlet, url))
    return Document(
        id=name,
        text=text,
        kind=shape.kind,
        issuer=shape.issuer,
        title=known.title or layout.title,
        furniture=layout.furniture,
        outlet=outlet,
        published=known.published or layout.published,
        url=url,
        language=identify(text[layout.body :] or text),
        media_type=body.media_type,
        encoding=decoded.encoding,
        sha256=sha256,
        alignment=body.alignment,
        warnings=decoded.warnings,
    )
