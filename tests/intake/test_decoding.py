"""Encodings, byte order marks, and what is no text."""

from __future__ import annotations

import pytest

from onrecord.errors import IntakeError
from onrecord.intake.decoding import declared_in_html, decode, digest

WORDS = "“Nobody crosses,” the mayor said – and the cafés emptied."


@pytest.mark.parametrize(
    ("data", "declared", "encoding"),
    [
        (WORDS.encode(), None, "utf-8"),
        (WORDS.encode("utf-8-sig"), None, "utf-8-sig"),
        (WORDS.encode("utf-16"), None, "utf-16"),
        (WORDS.encode("utf-32"), None, "utf-32"),
        (WORDS.encode("utf-16-le"), None, "utf-16-le"),
        (WORDS.encode("utf-16-be"), None, "utf-16-be"),
        (WORDS.encode("cp1252"), None, "cp1252"),
        # browsers read the label Latin-1 as Windows-1252
        (WORDS.encode("cp1252"), "ISO-8859-1", "cp1252"),
        (WORDS.encode("cp1252"), "us-ascii", "cp1252"),
        (WORDS.encode("utf-16-le"), "utf-16-le", "utf-16-le"),
        # a mark goes before a label, and so does valid UTF-8 before a single-byte label
        (WORDS.encode("utf-8-sig"), "iso-8859-1", "utf-8-sig"),
        (WORDS.encode(), "windows-1252", "utf-8"),
        # labels that are wrong, unknown or no text encodings
        (WORDS.encode("cp1252"), "utf-8", "cp1252"),
        (WORDS.encode(), "no-such-thing", "utf-8"),
        (WORDS.encode(), "base64", "utf-8"),
        (WORDS.encode(), "utf-7", "utf-8"),
    ],
)
def test_encodings_are_told_and_the_words_kept(data: bytes, declared: str | None, encoding: str) -> None:
    read = decode(data, name="x", declared=declared)
    assert (read.text, read.encoding) == (WORDS, encoding)
    assert data.decode(read.encoding, "replace") == read.text


def test_other_alphabets_are_guessed_with_a_warning() -> None:
    words = "Мэр города заявил, что мост останется закрытым, пока инженеры не проверят каждый трос. " * 5
    read = decode(words.encode("cp1251"), name="x")
    assert read.text == words
    assert read.warnings == ("no encoding declared, guessed cp1251",)


def test_damaged_utf_8_is_read_as_utf_8_with_a_warning() -> None:
    data = (WORDS * 10).encode() + b"\xe2\x80"
    read = decode(data, name="x")
    assert (read.encoding, read.text) == ("utf-8", WORDS * 10 + "\ufffd")
    assert read.warnings == ("1 places are not valid UTF-8 and are read as U+FFFD",)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b'<html><head><meta charset="windows-1251">', "windows-1251"),
        (b"<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>", "koi8-r"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><html>', "iso-8859-2"),
        (b"<html><p>charset=koi8-r</p>", None),
    ],
)
def test_html_declares_its_encoding(data: bytes, encoding: str | None) -> None:
    assert declared_in_html(data) == encoding


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.4 ...", "x is a PDF, not text"),
        (b"PK\x03\x04....", "x is a zip archive or an office document, not text"),
        (b"\xff\xd8\xff\xe0", "x is an image (JPEG), not text"),
        (b"\x1f\x8b\x08", "x is gzip compressed, not text"),
        (b"{\\rtf1 words}", "x is a rich text (RTF) document, not text"),
        (b"words\x00words\x00\x00", "x is binary data, not text"),
        (bytes(range(1, 32)), "x is binary data, not text"),
        ("wor\0ds".encode("utf-16"), "x is binary data, not text"),
        (b"\xff\xfeT", "x has the byte order mark of utf-16 but is not valid in it"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, what: str) -> None:
    with pytest.raises(IntakeError) as caught:
        decode(data, name="x")
    assert caught.value.what == what
    assert caught.value.remedy


def test_the_digest_is_sha_256() -> None:
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
