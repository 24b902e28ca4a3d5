"""The examples are real input: each is taken in as what the README says it is, and read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onrecord.intake import open_documents
from onrecord.pipeline import read
from onrecord.record import Document, Kind, Reading

FOLDER = Path(__file__).parents[2] / "examples"
FILES = sorted(path.name for path in FOLDER.iterdir() if path.suffix in {".txt", ".html"})


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    documents = [d for d in open_documents([str(FOLDER)]) if isinstance(d, Document)]
    return {Path(reading.document.id).name: reading for reading in read(documents)}


def test_every_example_is_read(readings: dict[str, Reading]) -> None:
    assert sorted(readings) == FILES
    assert len(FILES) == 5
    assert [name for name, reading in readings.items() if not reading.statements] == []
    assert [name for name, reading in readings.items() if reading.document.language != "en"] == []


def test_the_readme_tells_of_every_example() -> None:
    told = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [name for name in FILES if f"`{name}`" not in told] == []


def test_every_word_stands_in_its_document(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        assert [span for span in reading.spans() if reading.document.text[span.start : span.end] != span.text] == []


def test_the_embassy_speaks_in_its_statement(readings: dict[str, Reading]) -> None:
    reading = readings["2-embassy-statement.txt"]
    assert reading.document.kind is Kind.RELEASE
    assert {statement.speaker.name for statement in reading.statements} == {"British Embassy"}


def test_the_web_page_has_its_date_and_outlet_and_no_furniture(readings: dict[str, Reading]) -> None:
    document = readings["4-british-article.html"].document
    assert (document.outlet, document.published) == ("The Example Courier", date(2022, 10, 6))
    assert "is not a newspaper" not in document.text


@pytest.mark.parametrize(
    ("name", "speakers"),
    [
        ("1-wire-story.txt", {"Kristinne Grigoryan", "Aram Torosyan", "Ned Price"}),
        ("3-posts.txt", {"Toivo Klaar"}),
        ("4-british-article.html", {"Kamran Aliyev", "Leyla Abdullayeva", "Siranuysh Sahakyan"}),
        ("5-reported-silence.txt", {"Hugh Williamson"}),
    ],
)
def test_people_who_are_named_speak(readings: dict[str, Reading], name: str, speakers: set[str]) -> None:
    assert speakers <= {statement.speaker.name for statement in readings[name].statements}


def test_reported_silence_is_found(readings: dict[str, Reading]) -> None:
    assert any(statement.attribution.silent for statement in readings["5-reported-silence.txt"].statements)
