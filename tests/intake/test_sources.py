"""Inputs as users name them, and batches that go on past a bad one."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import IntakeError
from onrecord.intake import open_documents, sources
from onrecord.record import Document

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

STORY = "Bridge closed\n\nThe mayor said that nobody would cross the bridge.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with documents, sidecars and hidden files at several depths."""
    for name in ("b.txt", "a.text", "deep/er/c.txt", "deep/plain", ".hidden.txt", ".git/d.txt"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(STORY, encoding="utf-8")
    (tmp_path / "news" / "meta.json").write_text("{}", encoding="utf-8")
    (tmp_path / "news" / "notes.md").write_text("# Notes", encoding="utf-8")
    (tmp_path / "news" / "program").write_bytes(b"\x7fELF\x00\x00")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def outcome(inputs: Iterable[str], stdin: bytes = b"") -> list[str]:
    """Ids of documents and, in angle brackets, what errors say."""
    opened = open_documents(inputs, stdin=io.BytesIO(stdin))
    return [item.id if isinstance(item, Document) else f"<{item.what}>" for item in opened]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        (["news/b.txt"], ["news/b.txt"]),
        (["./news/b.txt"], ["./news/b.txt"]),
        # sorted, recursive; hidden files, sidecars and binaries left out, a text without suffix taken
        (["news"], ["news/a.text", "news/b.txt", "news/deep/plain", "news/deep/er/c.txt"]),
        (["news/"], ["news/a.text", "news/b.txt", "news/deep/plain", "news/deep/er/c.txt"]),
        (["news/*.txt"], ["news/b.txt"]),
        (["news/**/*.txt"], ["news/b.txt", "news/deep/er/c.txt"]),
        (["news/d*"], ["news/deep/plain", "news/deep/er/c.txt"]),
        # a file is read once, however it is named
        (["news/b.txt", "./news/b.txt", "news/*.txt"], ["news/b.txt"]),
        (["news/b.txt", "news"], ["news/b.txt", "news/a.text", "news/deep/plain", "news/deep/er/c.txt"]),
        (["-", "-"], ["-"]),
        # named outright, a sidecar is an error and notes are text
        (["news/meta.json"], ["<news/meta.json is JSON, which is not read>"]),
        (["news/notes.md"], ["news/notes.md"]),
        (["news/program"], ["<news/program is a program, not text>"]),
        # what matches nothing is an error, and the rest goes on
        (["nowhere.txt", "news/b.txt"], ["<nowhere.txt does not exist>", "news/b.txt"]),
        (["*.rtf", "news/b.txt"], ["<*.rtf matches no file>", "news/b.txt"]),
        (["", "news/b.txt"], ["<'' is no path>", "news/b.txt"]),
        (["a\0b"], ["<'a\\x00b' is no path>"]),
        (
            ["news/.git/.."],
            ["news/.git/../a.text", "news/.git/../b.txt", "news/.git/../deep/plain", "news/.git/../deep/er/c.txt"],
        ),
        (["ftp://l.example/a"], ["<ftp://l.example/a is not a web address>"]),
        (["http://"], ["<http:// names no host>"]),
        (["http://[::1"], ["<http://[::1 is not a web address>"]),
    ],
)
def test_inputs_stand_for_documents(inputs: list[str], expected: list[str]) -> None:
    assert outcome(inputs, STORY.encode()) == expected


def test_standard_input_is_named_by_a_dash() -> None:
    assert outcome(["-"], STORY.encode()) == ["-"]
    assert outcome(["-"], b"") == ["<- is empty>"]


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    assert outcome([str(tmp_path)]) == [f"<{tmp_path} holds no document>"]


def test_a_name_that_looks_like_a_glob_is_a_file_where_there_is_one(folder: Path) -> None:
    (folder / "a[1].txt").write_text(STORY, encoding="utf-8")
    assert outcome(["a[1].txt"]) == ["a[1].txt"]


def test_a_link_to_nothing_is_an_error(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "gone.txt")
    assert outcome(["link.txt"]) == ["<link.txt cannot be read (No such file or directory)>"]


def test_a_file_without_permission_is_an_error_and_the_rest_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The superuser may read anything, so the system's refusal is played.
    def refuse(name: str) -> bytes:
        if name.endswith("b.txt"):
            raise PermissionError(13, "Permission denied", name)
        return (folder / name).read_bytes()

    monkeypatch.setattr(sources, "_read", refuse)
    opened = list(open_documents(["news/b.txt", "news/a.text"]))
    assert isinstance(opened[0], IntakeError)
    assert opened[0].what == "news/b.txt cannot be read (Permission denied)"
    assert "chmod" in opened[0].remedy
    assert isinstance(opened[1], Document)


def test_a_long_file_is_refused_before_it_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 10)
    assert outcome([str(folder / "news" / "b.txt")]) == [f"<{folder / 'news' / 'b.txt'} is longer than 10 bytes>"]


def test_a_name_that_is_no_utf_8_can_be_printed(folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (folder / name).write_text(STORY, encoding="utf-8")
    assert outcome([name]) == ["caf\\xe9.txt"]


def test_documents_come_one_at_a_time(folder: Path) -> None:
    opened = open_documents(["news/b.txt", "news/a.text"])
    first = next(opened)
    (folder / "news" / "a.text").unlink()
    assert isinstance(first, Document)
    assert isinstance(next(opened), IntakeError)
