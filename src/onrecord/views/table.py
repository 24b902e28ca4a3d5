"""The csv format: a row for each statement, for spreadsheets and data frames."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from onrecord.views.flat import Flat, flat_document, flat_statement
from onrecord.views.printable import replace_surrogates

if TYPE_CHECKING:
    from typing import TextIO

    from onrecord.errors import OnrecordError
    from onrecord.record import Reading

COLUMNS = (
    "id",
    "speaker",
    "role",
    "organisation",
    "behalf",
    "behalf_score",
    "sector",
    "acts",
    "demands",
    "intensity",
    "target",
    "hedged",
    "channel",
    "platform",
    "via",
    "said_on",
    "form",
    "words",
    "verbatim",
    "source",
    "cue",
    "basis",
    "document",
    "start",
    "end",
    "outlet",
    "published",
    "title",
    "url",
    "speaker_key",
    "attribution_score",
    "statement_score",
)  # fmt: skip - a line for each column would hide their order

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class CsvExporter:
    """Comma-separated values with a header; cells that hold a list join it by "; ", spans of content by " … ".

    A cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a carriage return would run as a formula in a
    spreadsheet, so such cells, and only they, get an apostrophe in front.
    """

    def __init__(self, out: TextIO, *, dropped: bool = False) -> None:
        del dropped  # rows are statements alone
        self._rows = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        self._begun = False

    def write(self, reading: Reading) -> None:
        """Write the statements of one reading."""
        self._begin()
        document = flat_document(reading)
        for statement in reading.statements:
            row = _row(flat_statement(statement, reading.document), document)
            self._rows.writerow({name: _cell(value) for name, value in row.items()})

    def fail(self, error: OnrecordError) -> None:
        """Leave an input that gave no reading out: each row is a statement."""

    def finalize(self) -> None:
        """Write the header, where no reading came before."""
        self._begin()

    def _begin(self) -> None:
        if not self._begun:
            self._rows.writeheader()
            self._begun = True


def _row(statement: Flat, document: Flat) -> Flat:
    speaker = statement["speaker"] or {}
    content = statement["content"]
    return {
        **{name: statement[name] for name in COLUMNS if name in statement},
        **{name: document[name] for name in ("outlet", "published", "title", "url")},
        "behalf_score": statement["judgements"]["behalf"]["score"],
        "speaker": speaker.get("name"),
        "role": speaker.get("role"),
        "organisation": speaker.get("organisation"),
        "speaker_key": speaker.get("key"),
        "words": " … ".join(span["text"] for span in content),
        "verbatim": [words["text"] for span in content for words in span["verbatim"]],
        "source": statement["source"]["text"] if statement["source"] else None,
        "cue": statement["cue"]["text"] if statement["cue"] else None,
        "start": content[0]["start"],
        "end": content[-1]["end"],
        "attribution_score": statement["scores"]["attribution"],
        "statement_score": statement["scores"]["statement"],
    }


def _cell(value: Any) -> str | int | float:  # noqa: ANN401 - whatever a flat statement holds
    """Give a cell's value: lists joined, booleans as true and false, formulas disarmed."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return value
    text = replace_surrogates("; ".join(value) if isinstance(value, list) else value)
    return f"'{text}" if text.startswith(_FORMULA) else text
