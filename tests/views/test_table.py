from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from onrecord.views import Format, exporter
from onrecord.views.table import COLUMNS
from tests.views.builder import actor, attribution, coding, document, reading

if TYPE_CHECKING:
    from onrecord.record import Reading


def rows(*readings: Reading) -> list[dict[str, str]]:
    out = io.StringIO()
    writer = exporter(Format.CSV, out)
    for one in readings:
        writer.write(one)
    writer.finalize()
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def test_a_row_a_statement(batch: list[Reading]) -> None:
    found = rows(*batch)
    assert [row["speaker"] for row in found] == ["Mara Lund", "Mara Lund", "Ruritanian army", "Lund"]
    assert [row["words"] for row in found][3] == "the pictures were 'beyond words' … steps \x1b[31mwould\x1b[0m follow"
    second = found[1]
    assert second["target"] == "PRV:AZE; ORG:A, B"
    assert (second["start"], second["end"], second["hedged"], second["intensity"]) == ("78", "95", "false", "0")
    assert (second["outlet"], second["published"]) == ("The Wire", "2022-10-03")


def test_without_statements_there_is_a_header() -> None:
    out = io.StringIO()
    exporter(Format.CSV, out).finalize()
    assert out.getvalue() == ",".join(COLUMNS) + "\n"


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-2+3", "'-2+3"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1", "'\t=1"),
        ("1=1", "1=1"),
        ("a “quoted”, word\nand line", "a “quoted”, word\nand line"),
        ("lone \ud800", "lone \ufffd"),
    ],
)
def test_cells_run_no_formulas(words: str, cell: str) -> None:
    doc = document(words)
    row = rows(reading(doc, (attribution(doc, words), actor("A"), coding("explain"))))[0]
    assert row["words"] == cell
