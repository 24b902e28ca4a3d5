"""The formats for programs: json, one object for a batch, and jsonl, the same object for each reading as it comes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from onrecord.views.flat import Flat, flat_document, flat_dropped, flat_failure, flat_statement

if TYPE_CHECKING:
    from typing import TextIO

    from onrecord.errors import OnrecordError
    from onrecord.record import Reading, Versions

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class JsonExporter:
    """One object for the whole batch. It is kept in memory until ``finalize``: jsonl suits large batches better."""

    def __init__(self, out: TextIO, *, dropped: bool = False) -> None:
        del dropped  # what was left out is always in it
        self._out = out
        self._batch = _envelope(None)

    def write(self, reading: Reading) -> None:
        """Take one reading."""
        self._batch |= _versions(reading.versions)
        _add(self._batch, reading)

    def fail(self, error: OnrecordError) -> None:
        """Note an input that gave no reading, under ``failures``."""
        self._batch["failures"].append(flat_failure(error))

    def finalize(self) -> None:
        """Write the object, indented."""
        self._out.write(_dump(self._batch, indent=1) + "\n")


class JsonLinesExporter:
    """One object a line for each reading, written at once; inputs that failed leave no line."""

    def __init__(self, out: TextIO, *, dropped: bool = False) -> None:
        del dropped  # what was left out is always in it
        self._out = out

    def write(self, reading: Reading) -> None:
        """Write one reading as a line."""
        line = _envelope(reading.versions)
        _add(line, reading)
        self._out.write(_dump(line) + "\n")

    def fail(self, error: OnrecordError) -> None:
        """Leave an input that gave no reading out: each line is a reading."""

    def finalize(self) -> None:
        """Write nothing more: each reading is out."""


def _envelope(versions: Versions | None) -> Flat:
    return {**_versions(versions), "documents": [], "statements": [], "dropped": [], "failures": []}


def _versions(versions: Versions | None) -> Flat:
    if versions is None:
        return {"onrecord": None, "model": None, "codebook": None}
    return {"onrecord": versions.onrecord, "model": versions.model, "codebook": versions.codebook}


def _add(envelope: Flat, reading: Reading) -> None:
    document = reading.document
    envelope["documents"].append(flat_document(reading))
    envelope["statements"].extend(flat_statement(s, document) for s in reading.statements)
    envelope["dropped"].extend(flat_dropped(d, document) for d in reading.dropped)


def _dump(value: Flat, indent: int | None = None) -> str:
    """Serialise as readable UTF-8; lone surrogates, which UTF-8 cannot hold, are escaped and so survive."""
    dumped = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return _LONE_SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", dumped)
