from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import IntakeError
from onrecord.record import Alignment, Run
from onrecord.views import Format, exporter, schema
from onrecord.views.flat import statement_id
from onrecord.vocabulary import acts
from tests.views.builder import actor, attribution, coding, document, reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.record import Reading

VALIDATOR = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())


def written(readings: Iterable[Reading], fmt: Format = Format.JSON, *failures: IntakeError) -> str:
    out = io.StringIO()
    writer = exporter(fmt, out)
    for one in readings:
        writer.write(one)
    for failure in failures:
        writer.fail(failure)
    writer.finalize()
    return out.getvalue()


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def properties(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401 - any JSON
    if isinstance(node, dict):
        yield from node.get("properties", {}).items()
        for value in node.values():
            yield from properties(value)
    elif isinstance(node, list):
        for value in node:
            yield from properties(value)


def test_every_property_is_described_and_none_is_left_open() -> None:
    found = list(properties(schema()))
    assert len(found) > 60
    assert [name for name, node in found if not node.get("description")] == []
    objects = [schema(), *schema()["$defs"].values()]
    assert all(node["additionalProperties"] is False for node in objects)
    assert all(node["required"] == list(node["properties"]) for node in objects)


def test_the_codes_are_the_vocabularys() -> None:
    codes = {
        name: node["properties"]["value"] for name, node in schema()["$defs"].items() if name.startswith("judged_")
    }
    statement = schema()["$defs"]["statement"]["properties"]
    assert codes["judged_act"]["enum"] == statement["acts"]["items"]["enum"] == list(acts.ACTS)
    assert codes["judged_demand"]["enum"] == statement["demands"]["items"]["enum"] == list(acts.DEMANDS)
    assert codes["judged_channel"]["enum"] == list(acts.CHANNELS)
    assert statement["channel"]["enum"] == [*acts.CHANNELS, None]
    assert codes["judged_intensity"]["maximum"] == statement["intensity"]["maximum"] == acts.MAX_INTENSITY


def test_json_is_one_valid_object_for_the_batch(batch: list[Reading]) -> None:
    failure = IntakeError("empty.txt: the file is empty", "leave it out")
    found = json.loads(written(batch, Format.JSON, failure))
    VALIDATOR.validate(found)
    assert {key: found[key] for key in ("onrecord", "model", "codebook")} == {
        "onrecord": "0.1.0",
        "model": "test-model",
        "codebook": "1",
    }
    assert [d["id"] for d in found["documents"]] == ["wire.txt", "=paper.html", "choc.txt"]
    assert [d["counts"] for d in found["documents"]] == [
        {"statements": 3, "dropped": 1},
        {"statements": 1, "dropped": 0},
        {"statements": 0, "dropped": 0},
    ]
    assert found["documents"][1]["warnings"] == ["the date was guessed"]
    assert found["failures"] == [{"what": "empty.txt: the file is empty", "remedy": "leave it out"}]
    assert [d["reason"] for d in found["dropped"]] == ["a thought nobody uttered"]


def test_a_statement_has_all_its_fields(batch: list[Reading]) -> None:
    statement = json.loads(written(batch))["statements"][0]
    judgements = statement.pop("judgements")
    assert statement == {
        "id": statement_id(batch[0].document, batch[0].statements[0].attribution),
        "document": "wire.txt",
        "content": [
            {
                "text": "This is a crime,",
                "start": 18,
                "end": 34,
                "verbatim": [{"text": "This is a crime,", "start": 18, "end": 34}],
                "original": [18, 34],
            }
        ],
        "source": {"text": "Mara Lund", "start": 36, "end": 45},
        "cue": {"text": "wrote", "start": 46, "end": 51},
        "form": "direct",
        "speaker": {"name": "Mara Lund", "role": "envoy", "organisation": None, "key": "lund"},
        "behalf": "EUU",
        "sector": "IGO",
        "acts": ["condemn"],
        "demands": [],
        "intensity": 4,
        "target": [],
        "hedged": False,
        "channel": "post",
        "platform": "Twitter",
        "via": None,
        "said_on": "2022-10-02",
        "basis": "cue",
        "scores": {"attribution": 1.0, "statement": 1.0},
    }
    assert judgements["acts"] == [{"value": "condemn", "by": "lexicon:condemn", "score": 1.0, "evidence": []}]
    assert judgements["behalf"] == {"value": "EUU", "by": "vocabulary:state", "score": 0.9, "evidence": []}
    assert judgements["said_on"]["value"] == "2022-10-02"
    assert judgements["via"] is None


def test_offsets_hold_their_words(batch: list[Reading]) -> None:
    found = json.loads(written(batch))
    texts = {d["id"]: d["text"] for d in found["documents"]}
    spans = [(s["document"], span) for s in (*found["statements"], *found["dropped"]) for span in s["content"]]
    assert len(spans) == 6
    assert all(texts[name][span["start"] : span["end"]] == span["text"] for name, span in spans)


def test_a_speaker_without_a_name_is_null() -> None:
    doc = document("He denied it.")
    found = json.loads(written([reading(doc, (attribution(doc, "it"), actor(None), coding("deny")))]))
    VALIDATOR.validate(found)
    assert found["statements"][0]["speaker"] is None


@pytest.mark.parametrize("alignment", [None, Alignment((Run(0, 0, 2),))], ids=["no map", "words outside it"])
def test_words_that_are_not_in_the_original_are_unmapped(alignment: Alignment | None) -> None:
    doc = document("He denied it.", alignment=alignment)
    found = json.loads(written([reading(doc, (attribution(doc, "it"), actor("Him"), coding("deny")))]))
    VALIDATOR.validate(found)
    assert found["statements"][0]["content"][0]["original"] == "unmapped"


def test_each_line_of_jsonl_is_one_reading_valid_against_the_same_schema(batch: list[Reading]) -> None:
    lines = [json.loads(line) for line in written(batch, Format.JSONL).splitlines()]
    for line in lines:
        VALIDATOR.validate(line)
    whole = json.loads(written(batch))
    for key in ("documents", "statements", "dropped"):
        assert [item for line in lines for item in line[key]] == whole[key]
    assert [len(line["documents"]) for line in lines] == [1, 1, 1]


def test_jsonl_is_streamed(batch: list[Reading]) -> None:
    out = io.StringIO()
    exporter(Format.JSONL, out).write(batch[0])
    assert out.getvalue().count("\n") == 1


def test_ids_are_of_the_bytes_and_the_place_not_of_the_name() -> None:
    one, moved = (
        document("He denied it, it said.", sha256="b" * 64),
        document("He denied it, it said.", "b", sha256="b" * 64),
    )
    first = attribution(one, "it")
    assert statement_id(one, first) == statement_id(moved, first)
    assert statement_id(one, first) != statement_id(one, attribution(one, "denied"))
    assert statement_id(one, first) != statement_id(document(one.text, sha256="c" * 64), first)
    assert statement_id(one, first) != statement_id(one, attribution(one, "it", cue="said"))


@given(st.text(st.characters(exclude_categories=()), min_size=1))
def test_any_text_survives(text: str) -> None:
    doc = document(text)
    dumped = written([reading(doc, (attribution(doc, text), actor("A"), coding("explain")))])
    found = json.loads(dumped.encode())
    assert found["documents"][0]["text"] == text
    assert found["statements"][0]["content"][0]["text"] == text
