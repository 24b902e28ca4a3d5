"""From bytes to text: what a binary is, and which encoding the rest was written in."""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import dataclass

from onrecord.intake import faults

MAX_BYTES = 50_000_000
"""Longest input in bytes: a book is about a million, so more is no document."""

_SAMPLE = 65_536
"""Bytes that are looked at to tell binary from text, and single-byte encodings apart."""

_SAVE_AS_TEXT = "save its text as .txt or .html in UTF-8 and read that"

_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "export it as text (pdftotext, or copy its words into a .txt file) and read that"),
    (b"PK\x03\x04", "a zip archive or an office document", f"unpack it, or {_SAVE_AS_TEXT}"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document", _SAVE_AS_TEXT),
    (b"{\\rtf", "a rich text (RTF) document", _SAVE_AS_TEXT),
    (b"\x1f\x8b", "gzip compressed", "unpack it with gunzip and read that"),
    (b"BZh", "bzip2 compressed", "unpack it with bunzip2 and read that"),
    (b"\xfd7zXZ\x00", "xz compressed", "unpack it with unxz and read that"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it and read what is inside"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it and read what is inside"),
    (b"\x89PNG\r\n", "an image (PNG)", "give the words in it as text"),
    (b"\xff\xd8\xff", "an image (JPEG)", "give the words in it as text"),
    (b"GIF8", "an image (GIF)", "give the words in it as text"),
    (b"RIFF", "an image, sound or video", "give the words in it as text"),
    (b"ID3", "sound", "give a transcript as text"),
    (b"OggS", "sound or video", "give a transcript as text"),
    (b"\x1aE\xdf\xa3", "video", "give a transcript as text"),
    (b"\x7fELF", "a program", "give text or HTML"),
    (b"SQLite format 3\x00", "a SQLite database", "give the documents it was made from"),
)

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the shorter one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# What browsers read under these labels (WHATWG Encoding Standard): a superset of what the label promises.
_READ_AS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_SINGLE_BYTE = re.compile(r"(?:iso8859|cp125|koi8|mac)")
# Codecs that Python has and no document declares in earnest, or that make half characters.
_REFUSED = {"utf-7", "idna", "punycode", "raw_unicode_escape", "unicode_escape", "undefined", "mbcs", "oem"}
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_META_WITHIN = 4096
# What Windows-1252 adds to ASCII in western prose; \u0153 (oe) stays out, for in Polish and Czech files the byte is another letter.
_WESTERN = frozenset("‘’“”‚„–—…•€£©®°«»§½¼¾·´™¡¿\xa0\xadÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿ")
_BEYOND_ASCII = bytes(range(128, 256))
_SOUND = 10
"""Whole UTF-8 sequences beyond ASCII for each broken one from which a file is damaged UTF-8 rather than something else."""

_CONTROLS = bytes(sorted(set(range(32)) - {9, 10, 11, 12, 13, 27}))
_CONTROL_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Decoded:
    """Bytes read as text.

    Attributes:
        text: the characters, without a byte order mark.
        encoding: Python's name of the encoding; ``data.decode(encoding, "replace")`` gives ``text`` again.
        warnings: what was odd about it.
    """

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def digest(data: bytes) -> str:
    """SHA-256 of ``data``, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def decode(data: bytes, *, name: str, declared: str | None = None, is_html: bool = False) -> Decoded:
    """Read ``data`` as text: byte order mark, declared encoding, strict UTF-8, then a guess.

    Args:
        data: the original bytes.
        name: what the input is called in errors.
        declared: encoding that the HTTP header names.
        is_html: whether a ``<meta charset>`` or an XML declaration in ``data`` counts.

    Raises:
        IntakeError: where ``data`` is no text, or no encoding fits.
    """
    marked = next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)
    refuse_binary(data, name=name, wide=marked in {"utf-16", "utf-32"})
    if marked is not None:
        text = _attempt(data, marked)
        if text is None:
            raise faults.damaged(name, marked)
        return _checked(Decoded(text, marked), name)
    return _checked(_declared(data, declared, is_html=is_html) or _undeclared(data, name), name)


def refuse_binary(data: bytes, *, name: str, wide: bool = False) -> None:
    """Raise where the bytes are those of a known binary format, or no text at all.

    Args:
        data: the original bytes.
        name: what the input is called in the error.
        wide: whether a byte order mark says UTF-16 or UTF-32, in which zero bytes are normal.

    Raises:
        IntakeError: saying what it is and what to do.
    """
    for magic, what, remedy in _MAGIC:
        if data.startswith(magic):
            raise faults.not_text(name, what, remedy)
    if wide:
        return
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if (0 in data and _wide_encoding(data) is None) or (0 not in data and controls > len(sample) * _CONTROL_SHARE):
        raise faults.not_text(name, "binary data")


def declared_in_html(data: bytes) -> str | None:
    """Encoding that an HTML or XHTML document declares about itself, None where it declares none."""
    head = data[:_META_WITHIN]
    found = _XML_ENCODING.search(head) or _META_CHARSET.search(head)
    return found.group(1).decode("ascii") if found else None


def _declared(data: bytes, declared: str | None, *, is_html: bool) -> Decoded | None:
    for label in (declared, declared_in_html(data) if is_html else None):
        encoding = _codec(label)
        if label is None or encoding is None:
            continue
        text = _attempt(data, encoding)
        if text is None:
            continue
        if _SINGLE_BYTE.match(encoding) and not data.isascii() and _attempt(data, "utf-8") is not None:
            # Any bytes are valid in a single-byte encoding, hardly any are valid UTF-8 by accident.
            return Decoded(data.decode("utf-8"), "utf-8", (f"declares {label}, but is UTF-8 and was read as that",))
        return Decoded(text, encoding)
    return None


def _undeclared(data: bytes, name: str) -> Decoded:
    wide = _wide_encoding(data) if 0 in data else None
    if wide is None:
        sound = _attempt(data, "utf-8")
        read = Decoded(sound, "utf-8") if sound is not None else _mended(data)
        if read is not None:
            return read
    for encoding in filter(None, (wide, _western(data))):
        text = _attempt(data, encoding)
        if text is not None:
            return Decoded(text, encoding, (f"no encoding declared, read as {encoding}",))
    guessed = _guess(data)
    if guessed is None:
        raise faults.no_encoding(name)
    return guessed


def _guess(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only the odd file needs it

    best = from_bytes(data[:_SAMPLE]).best()
    encoding = _codec(best.encoding) if best is not None else None
    text = _attempt(data, encoding) if encoding is not None else None
    if encoding is None or text is None:
        return None
    return Decoded(text, encoding, (f"no encoding declared, guessed {encoding}",))


def _western(data: bytes) -> str | None:
    """Windows-1252 where all that stands beyond ASCII is what western prose has there."""
    beyond = {byte for byte in range(128, 256) if byte in data}
    return "cp1252" if beyond and set(bytes(beyond).decode("cp1252", "replace")) <= _WESTERN else None


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: in western text every second byte is zero and no other is."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if len(data) % 2 == 0 and half:
        if not even and odd * 2 > half:
            return "utf-16-le"
        if not odd and even * 2 > half:
            return "utf-16-be"
    return None


def _codec(label: str | None) -> str | None:
    """Python's name of the encoding that ``label`` means to a browser; None where there is no such text encoding."""
    try:
        found = codecs.lookup(label) if label else None
    except (LookupError, ValueError):
        return None
    if found is None or found.name in _REFUSED or not _is_text_encoding(found.name):
        return None
    return _READ_AS.get(found.name, found.name)


def _is_text_encoding(name: str) -> bool:
    """Whether it makes text of bytes, unlike "base64" or "zlib"."""
    try:
        b"a".decode(name)
    except UnicodeError:
        return True
    except LookupError:
        return False
    return True


def _mended(data: bytes) -> Decoded | None:
    """UTF-8 with a few bytes damaged: read as such, rather than guessed to be something else."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    sound = len(text) - len(data.translate(None, _BEYOND_ASCII)) - broken
    if sound <= _SOUND * broken:
        return None
    warning = f"{broken} places are not valid UTF-8 and are read as U+FFFD"
    return Decoded(text, "utf-8", (warning,))


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _checked(decoded: Decoded, name: str) -> Decoded:
    if "\0" in decoded.text:
        raise faults.not_text(name, "binary data")
    return decoded
