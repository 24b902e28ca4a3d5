from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import jsonschema
import pytest

from onrecord import __version__
from onrecord.views import Format, schema

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

STORY = """\
Ruritania's president, Mara Lund, condemned the attack on Monday. “This is a crime,” she said, and called for an
investigation.

The Syldavian Foreign Ministry declined to comment.
"""


def test_help_tells_commands_options_and_exit_status(onrecord: Run) -> None:
    assert re.search(r"read .*\n.*who .*\n.*schema ", onrecord("--help").stdout)
    told = onrecord("read", "--help")
    assert told.returncode == 0
    for option in ("--format", "--output", "--dropped", "--model", "--threads", "--quiet"):
        assert option in told.stdout
    for status in ("0  every input", "1  some inputs", "2  nothing could"):
        assert status in told.stdout
    assert all(str(fmt) in told.stdout for fmt in Format)


def test_version(onrecord: Run) -> None:
    told = onrecord("--version")
    assert (told.returncode, told.stdout, told.stderr) == (0, f"onrecord {__version__}\n", "")


def test_schema_is_printed(onrecord: Run) -> None:
    assert json.loads(onrecord("schema").stdout) == schema()


@pytest.mark.parametrize(
    "arguments",
    [(), ("read",), ("read", "--format", "pdf", "a"), ("read", "--threads", "0", "a"), ("read", "--model", "no", "a")],
    ids=" ".join,
)
def test_wrong_use_is_2(onrecord: Run, arguments: tuple[str, ...]) -> None:
    assert onrecord(*arguments).returncode == 2


def test_help_imports_nothing_heavy(onrecord: Run) -> None:
    told = onrecord("read", "--help", PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rsplit("|", 1)[-1].strip() for line in told.stderr.splitlines()}
    assert "typer" in imported
    assert imported.isdisjoint(
        {"numpy", "onnxruntime", "tokenizers", "trafilatura", "rich.console", "yaml", "onrecord.pipeline"}
    )


def test_read_prints_who_said_what(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    told = onrecord("read", "story.txt")
    assert told.returncode == 0, told.stderr
    assert told.stderr == ""
    assert "Mara Lund" in told.stdout
    assert "“This is a crime" in told.stdout
    assert "story.txt ¶" in told.stdout
    assert told.stdout.splitlines()[-1].startswith("onrecord ")
    assert max(map(len, told.stdout.splitlines())) <= 80


@pytest.mark.parametrize("fmt", ["json", "jsonl"])
def test_output_for_programs_is_valid_and_grounded(onrecord: Run, tmp_path: Path, fmt: str) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    told = onrecord("read", "--format", fmt, "story.txt")
    found = json.loads(told.stdout)
    jsonschema.Draft202012Validator(schema()).validate(found)
    assert [d["text"] for d in found["documents"]] != []
    text = found["documents"][0]["text"]
    assert found["statements"]
    assert all(text[c["start"] : c["end"]] == c["text"] for s in found["statements"] for c in s["content"])


def test_standard_input_is_read(onrecord: Run) -> None:
    found = json.loads(onrecord("read", "--format", "json", "-", stdin=STORY).stdout)
    assert [d["id"] for d in found["documents"]] == ["-"]
    assert found["statements"]


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    told = onrecord("read", "--format", "json", "empty.txt", "no-such.txt", "story.txt")
    assert told.returncode == 1
    lines = told.stderr.splitlines()
    assert [line.split()[:2] for line in lines] == [["onrecord:", "empty.txt"], ["onrecord:", "no-such.txt"]]
    found = json.loads(told.stdout)
    assert [f["what"].split()[0] for f in found["failures"]] == ["empty.txt", "no-such.txt"]
    assert found["statements"]


def test_where_nothing_can_be_read_nothing_is_written(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("old", encoding="utf-8")
    told = onrecord("read", "--format", "json", "--output", "out.json", "no-such.txt")
    assert (told.returncode, told.stdout) == (2, "")
    assert "nothing could be read" in told.stderr.splitlines()[-1]
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.json"]


def test_output_goes_to_a_file_in_whole(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    told = onrecord("read", "--format", "csv", "--output", "out.csv", "story.txt")
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == onrecord("read", "--format", "csv", "story.txt").stdout
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.csv", "story.txt"]


@pytest.mark.parametrize("place", ["no-such-folder/out.json", "."])
def test_a_place_that_cannot_be_written_is_told(onrecord: Run, tmp_path: Path, place: str) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    told = onrecord("read", "--output", place, "story.txt")
    assert (told.returncode, told.stdout) == (2, "")
    assert re.fullmatch(r"onrecord: \S+ cannot be written \(.+\)\. Choose another place with --output\.\n", told.stderr)


def test_another_language_is_named_and_kept_unread(onrecord: Run, tmp_path: Path) -> None:
    french = (
        "Le président a condamné l'attaque. « C'est un crime », a-t-il dit lundi aux journalistes réunis à Paris.\n"
    )
    (tmp_path / "choc.txt").write_text(french * 3, encoding="utf-8")
    told = onrecord("read", "--format", "json", "choc.txt")
    found = json.loads(told.stdout)
    assert (told.returncode, found["statements"], found["documents"][0]["language"]) == (0, [], "fr")
    assert told.stderr.startswith("onrecord: choc.txt: ")
    assert onrecord("read", "--quiet", "--format", "json", "choc.txt").stderr == ""


def test_an_escape_sequence_in_an_article_never_reaches_the_terminal(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY.replace("a crime", "a \x1b[31mcrime\x1b[0m"), encoding="utf-8")
    for fmt in ("terminal", "md"):
        told = onrecord("read", "--dropped", "--format", fmt, "story.txt")
        assert "\x1b" not in told.stdout + told.stderr
