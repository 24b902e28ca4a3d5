"""Documents from bytes and text: files of each way to be right and wrong, and the laws over any bytes."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.errors import IntakeError
from onrecord.intake import MAX_BYTES, MAX_CHARACTERS, document_from_bytes, document_from_text, documents, webpage
from onrecord.record import Document, Kind

if TYPE_CHECKING:
    from pathlib import Path


def read(assets: Path, name: str, **metadata: object) -> Document:
    return document_from_bytes((assets / "intake" / name).read_bytes(), id=name, **metadata)  # type: ignore[arg-type]


def check_laws(document: Document, data: bytes) -> None:
    """What holds for any document: its runs are equal on both sides, its spans are its words, its digest is the bytes'."""
    original = data.decode(document.encoding, "replace")
    assert document.alignment is not None
    here = there = 0
    for run in document.alignment.runs:
        assert run.start >= here
        assert run.original >= there
        here, there = run.start + run.length, run.original + run.length
        assert document.text[run.start : here] == original[run.original : there]
    assert all(document.text[span.start : span.end] == span.text for span in document.furniture)
    assert list(document.furniture) == sorted(document.furniture)
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.text.strip()
    document.text.encode()  # no half characters


def test_a_plain_story_is_its_file(assets: Path) -> None:
    document = read(assets, "story.txt")
    assert document.text == (assets / "intake" / "story.txt").read_text(encoding="utf-8")
    assert (document.title, document.published) == ("Harbour bridge closed after crack is found", date(2022, 3, 3))
    assert [span.text for span in document.furniture] == [
        "Harbour bridge closed after crack is found",
        "By Ada Quill and Tomas Reed",
        "PORT ELSIN, March 3, 2022 (Own Wire) —",
        "Photo: The bridge seen from the old pier",
        "(Reporting by Ada Quill; editing by Tomas Reed)",
    ]
    assert (document.kind, document.issuer, document.language, document.encoding) == (Kind.ARTICLE, None, "en", "utf-8")


def test_a_release_has_an_issuer(assets: Path) -> None:
    document = read(assets, "release.txt")
    assert (document.kind, document.issuer) == (Kind.RELEASE, "Minister Ines Vale")


def test_a_header_is_metadata(assets: Path) -> None:
    document = read(assets, "header.txt")
    assert document.title == "Ferry talks end without a deal"
    assert (document.outlet, document.published) == ("The Elsin Ledger", date(2022, 3, 4))
    assert document.url == "https://ledger.example/ferry-talks"


def test_a_page_gives_text_and_metadata(assets: Path) -> None:
    document = read(assets, "story.html")
    assert document.media_type == "text/html"
    assert document.title == "Harbour bridge closed after crack is found"
    assert (document.outlet, document.published) == ("The Elsin Ledger", date(2022, 3, 3))
    assert document.url == "https://ledger.example/bridge"
    assert document.text.split("\n")[1:5] == [
        "The mayor of Port Elsin said on Thursday that the harbour bridge would stay shut until engineers had looked at every cable & bolt, and that the town’s ferries would sail twice as often until then.",
        "“Nobody crosses before we know it is safe,” Mayor Ines Vale told reporters on the old pier, where a crowd had gathered by noon.",
        "Ministry silent",
        "The transport ministry did not answer a request for comment sent on Thursday morning by this newspaper.",
    ]
    assert "Engineers are on the bridge now." in document.text
    assert "All rights reserved" not in document.text
    assert [span.text for span in document.furniture] == [
        "Harbour bridge closed after crack is found",
        "Ministry silent",
    ]


def test_words_of_a_page_are_found_in_its_source(assets: Path) -> None:
    data = (assets / "intake" / "story.html").read_bytes()
    document = document_from_bytes(data, id="story.html")
    check_laws(document, data)
    source = data.decode()
    for words, place in [
        ("Nobody crosses before we know it is safe,", "Nobody crosses before we know it is safe,"),
        ("cable & bolt", "cable &amp; bolt"),
        ("the town’s ferries", "the town&rsquo;s ferries"),
        ("looked at every cable", "looked at <b>every</b> cable"),
    ]:
        start = document.text.index(words)
        assert document.alignment is not None
        found = document.alignment.locate(document.span(start, start + len(words)))
        assert found is not None
        assert source[slice(*found)] == place
    start = document.text.index("“Nobody")
    assert document.alignment.locate(document.span(start, start + 7)) is None  # &ldquo; is no letter of the text


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("crlf.txt", "utf-8"),
        ("utf_8_marked.txt", "utf-8-sig"),
        ("utf_16_marked.txt", "utf-16"),
        ("utf_16_unmarked.txt", "utf-16-le"),
        ("windows_1252.txt", "cp1252"),
        ("latin_1_meta.html", "cp1252"),
    ],
)
def test_encodings_and_line_ends_keep_the_laws(assets: Path, name: str, encoding: str) -> None:
    document = read(assets, name)
    assert document.encoding == encoding
    assert "\r" not in document.text
    assert "\ufeff" not in document.text
    check_laws(document, (assets / "intake" / name).read_bytes())


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("empty.txt", "empty.txt is empty"),
        ("blanks_only.txt", "blanks_only.txt is empty"),
        ("pdf_named_txt.txt", "pdf_named_txt.txt is a PDF, not text"),
        ("zip_named_txt.txt", "zip_named_txt.txt is a zip archive or an office document, not text"),
        ("image_named_txt.txt", "image_named_txt.txt is an image (PNG), not text"),
        ("zero_bytes.txt", "zero_bytes.txt is binary data, not text"),
        ("control_bytes.txt", "control_bytes.txt is binary data, not text"),
        ("damaged_utf_16.txt", "damaged_utf_16.txt has the byte order mark of utf-16 but is not valid in it"),
        ("no_article.html", "no_article.html is HTML without an article in it"),
        ("script_wall.html", "script_wall.html holds only a request to enable JavaScript"),
        ("feed.xml", "feed.xml is a feed, which is not read"),
    ],
)
def test_each_way_to_be_wrong_says_what_and_what_to_do(assets: Path, name: str, what: str) -> None:
    with pytest.raises(IntakeError) as caught:
        read(assets, name)
    assert caught.value.what == what
    assert caught.value.remedy


def test_over_long_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(IntakeError, match=f"longer than {MAX_BYTES:,} bytes"):
        document_from_bytes(b"a" * (MAX_BYTES + 1), id="x")
    with pytest.raises(IntakeError, match=f"longer than {MAX_CHARACTERS:,} characters"):
        document_from_text("a " * MAX_CHARACTERS, id="x")
    monkeypatch.setattr(webpage, "MAX_HTML", 10)
    with pytest.raises(IntakeError, match="longer than 10 characters of HTML"):
        document_from_bytes(b"<!doctype html><p>words</p>", id="x")


def test_metadata_goes_before_what_is_found(assets: Path) -> None:
    given_date = date(2020, 1, 1)
    for name in ("header.txt", "story.html"):
        document = read(assets, name, title="Given", outlet="The Other Paper", published=given_date)
        assert (document.title, document.outlet, document.published) == ("Given", "The Other Paper", given_date)


def test_a_served_media_type_decides() -> None:
    page = (
        b"<html><body><article><p>" + b"The mayor said that the bridge was shut. " * 9 + b"</p></article></body></html>"
    )
    assert (
        document_from_bytes(page, id="https://l.example/b", media_type="text/html; charset=utf-8").media_type
        == "text/html"
    )
    assert document_from_bytes(page, id="-").media_type == "text/html"
    assert document_from_bytes(page, id="-", media_type="text/plain").text == page.decode()
    assert document_from_bytes(b"no tags at all in it", id="x.html").media_type == "text/plain"
    with pytest.raises(IntakeError, match=r"x is application/json, which is not read"):
        document_from_bytes(b"{}", id="x", media_type="application/json")


def test_text_is_kept_to_the_letter() -> None:
    text = "\ufeffBridge\r\nclosed\r and  shut\u200b\n"
    document = document_from_text(text, id="x")
    assert document.text == text
    check_laws(document, text.encode())


def test_half_a_character_is_refused() -> None:
    with pytest.raises(IntakeError, match="half a surrogate pair"):
        document_from_text("words \ud800 words", id="x")


def test_an_unknown_field_is_an_error() -> None:
    with pytest.raises(TypeError, match="outlett"):
        document_from_text("words", id="x", outlett="The Ledger")  # type: ignore[call-arg]


def document_or_error(data: bytes, name: str) -> Document | IntakeError:
    try:
        return document_from_bytes(data, id=name)
    except IntakeError as error:
        return error


_TAGS = [
    b"<!doctype html>",
    b"<html>",
    b"<p>",
    b"</p>",
    b"<script>",
    b"<!--",
    b"-->",
    b"<title>",
    b"<svg/>",
    b"<![CDATA[",
    b"<?xml",
]
_ODD = [
    b"&#xD800;",
    b"&#0;",
    b"&rsquo;",
    b"&amp",
    b"\xff\xfe",
    b"\x00",
    b"\xe2\x80",
    b"\x1b$B",
    b"\r\n",
    b"\r",
    b"+ADw-",
    b"\x93",
]
_WORDS = [
    b"The mayor said that the bridge was shut. ",
    "“Шут” 🙂 \u202e".encode(),
    b"Date: 2022-03-03\n",
    b"Photo: x\n",
    b"Q: a\n",
    b"@a: b",
]


@given(st.one_of(st.binary(max_size=300), st.lists(st.sampled_from(_TAGS + _ODD + _WORDS), max_size=30).map(b"".join)))
@example(b"<html>" + b"<div>" * 3000)
@example(b"+ADw-html+AD4-")
def test_any_bytes_give_a_document_or_an_error(data: bytes) -> None:
    for name in ("x", "x.html"):
        outcome = document_or_error(data, name)
        if isinstance(outcome, Document):
            check_laws(outcome, data)
        else:
            assert outcome.what.startswith(name)
            assert outcome.remedy


@pytest.mark.parametrize(
    "data",
    [
        b"<!-- a -->" * 400 + b"words",  # each comment could end at any of the marks that follow
        ("“" * 200_000 + " words").encode(),  # each mark could be closed at the end
        ("—" * 200_000 + " (@words").encode(),
        b"Title: " + b"-" * 200_000 + b"\n\nwords",
        b"A " * 200_000,
        b"A" + b" " * 200_000 + b"b",
        b"<p>" + b"<script>" * 50_000 + b"words",
    ],
)
def test_patterns_do_not_run_away(data: bytes) -> None:
    outcome = document_or_error(data, "x")
    assert isinstance(outcome, Document)
    check_laws(outcome, data)


@given(st.text(max_size=200))
def test_any_text_gives_a_document_or_an_error(text: str) -> None:
    try:
        document = document_from_text(text, id="x")
    except IntakeError:
        assert not text.strip() or any("\ud800" <= c <= "\udfff" for c in text)
    else:
        assert document.text == text
        check_laws(document, text.encode())


def test_real_articles_are_read_as_they_stand(shared: Path) -> None:
    folders = sorted((shared / "cases").iterdir())
    assert folders
    for folder in folders:
        data = (folder / "article.txt").read_bytes()
        document = documents.document_from_bytes(data, id=folder.name)
        assert document.text == data.decode()
        check_laws(document, data)
