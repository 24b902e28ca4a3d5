"""Inputs as users name them: files, directories, globs, URLs and "-"."""

from __future__ import annotations

import codecs
import glob
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from onrecord.errors import IntakeError
from onrecord.intake import faults
from onrecord.intake.decoding import MAX_BYTES, refuse_binary
from onrecord.intake.documents import document_from_bytes
from onrecord.intake.fetching import fetch, is_web_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.record import Document

STDIN = "-"
"""The input that means standard input."""

_SUFFIXES = {".txt", ".text", ".html", ".htm", ".xhtml"}
_SNIFFED = 4096
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def open_documents(inputs: Iterable[str], *, stdin: BinaryIO | None = None) -> Iterator[Document | IntakeError]:
    """Read every document that the inputs name, one at a time.

    A directory stands for the .txt, .text, .html, .htm and .xhtml files in it and below it, and its text files without a
    suffix, sorted, hidden ones left out. A file named twice is read once.

    Args:
        inputs: paths, directories, globs, http(s) URLs, or "-" for standard input.
        stdin: where "-" is read from; the process's standard input by default.

    Yields:
        Documents; for an input that cannot be read, the error that names it and says what to do. The rest goes on.
    """
    seen: set[str] = set()
    for given in inputs:
        for name in _expand(given):
            if isinstance(name, IntakeError):
                yield name
                continue
            key = name if name == STDIN or is_web_address(name) else os.path.abspath(name)  # noqa: PTH100 - no symlinks followed
            if key in seen:
                continue
            seen.add(key)
            try:
                yield _open(name, stdin)
            except IntakeError as error:
                yield error


def _expand(given: str) -> Iterator[str | IntakeError]:
    """The files, URLs or "-" that an input stands for; an error where there are none."""
    if given == STDIN or is_web_address(given):
        yield given
        return
    if not given.strip("\0 \t\n") or "\0" in given:
        yield faults.no_path(given)
        return
    try:
        found = [given] if os.path.lexists(given) else sorted(glob.glob(given, recursive=True))  # noqa: PTH207 - keeps "./" as given
    except OSError as error:
        yield faults.unreadable(_shown(given), error)
        return
    if not found:
        yield faults.missing(_shown(given), is_glob=glob.has_magic(given))
    for path in found:
        if Path(path).is_dir():
            yield from _directory(path)
        else:
            yield path


def _directory(path: str) -> Iterator[str | IntakeError]:
    errors: list[OSError] = []
    matched = False
    for folder, folders, files in os.walk(path, onerror=errors.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(files):
            file = str(Path(folder, name)) if path != "." else os.path.join(folder, name)  # noqa: PTH118 - keeps "./" as given
            if not name.startswith(".") and _is_document(file):
                matched = True
                yield file
    yield from (faults.unreadable(_shown(str(error.filename)), error) for error in errors)
    if not matched and not errors:
        yield faults.nothing_inside(_shown(path))


def _is_document(file: str) -> bool:
    suffix = Path(file).suffix.lower()
    if suffix:
        return suffix in _SUFFIXES
    path = Path(file)
    if not path.is_file():  # a pipe would wait for a writer
        return False
    try:
        with path.open("rb") as opened:
            start = opened.read(_SNIFFED)
        refuse_binary(start, name=file, wide=start.startswith(_WIDE))
    except IntakeError:
        return False
    except OSError:
        return True  # so that reading it says why it cannot be read
    return bool(start.strip())


def _open(name: str, stdin: BinaryIO | None) -> Document:
    if name == STDIN:
        return document_from_bytes((stdin or sys.stdin.buffer).read(MAX_BYTES + 1), id=STDIN)
    if is_web_address(name):
        page = fetch(name)
        return document_from_bytes(
            page.data, id=name, media_type=page.media_type, declared_encoding=page.charset, url=page.url
        )
    try:
        data = _read(name)
    except OSError as error:
        raise faults.unreadable(_shown(name), error) from error
    return document_from_bytes(data, id=_shown(name))


def _read(name: str) -> bytes:
    path = Path(name)
    if stat.S_ISREG(path.stat().st_mode) and path.stat().st_size > MAX_BYTES:
        raise faults.too_long(_shown(name), MAX_BYTES, "bytes")
    with path.open("rb") as opened:
        return opened.read(MAX_BYTES + 1)


def _shown(path: str) -> str:
    """A path that can be printed: bytes that are no UTF-8 are written as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
