from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.cli.output import CLOSED_PIPE, OutputError, open_output
from onrecord.cli.progress import Reporter
from onrecord.errors import IntakeError
from onrecord.views import Format
from tests.cli.conftest import COMMAND

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("The king said: “No.”\n" * 500, encoding="utf-8")
    process = subprocess.Popen(  # noqa: S603 - the command under test
        [*COMMAND, "read", "--format", "json", str(tmp_path / "story.txt")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == CLOSED_PIPE


def test_a_file_is_left_as_it_was_where_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(TypeError), open_output(path, Format.JSON) as out:
        out.writelines(["half", None])  # type: ignore[list-item]
    assert path.read_text(encoding="utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.txt"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("real.txt")
    with open_output(tmp_path / "link.txt", Format.JSON) as out:
        out.write("new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8") == "new"


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    with open_output(tmp_path / "out.txt", Format.JSON):
        pass
    (tmp_path / "plain.txt").touch()
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("out.txt", "plain.txt")]
    assert modes[0] == modes[1]


@pytest.mark.skipif(not os.path.exists("/dev/null"), reason="a system without /dev/null")  # noqa: PTH110 - Path would be no shorter
def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "null").symlink_to("/dev/null")
    with open_output(tmp_path / "null", Format.JSON) as out:
        out.write("x")
    assert stat.S_ISCHR((tmp_path / "null").stat().st_mode)


def test_output_is_utf_8_with_plain_line_ends(tmp_path: Path) -> None:
    with open_output(tmp_path / "out.txt", Format.CSV) as out:
        out.write("“é”\n")
    assert (tmp_path / "out.txt").read_bytes() == "“é”\n".encode()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"), open_output(tmp_path / "no" / "out.txt", Format.JSON):
        pass


@pytest.mark.parametrize(
    ("what", "remedy", "line"),
    [
        ("a.txt is empty", "give a file", "onrecord: a.txt is empty. Give a file.\n"),
        ("a\x1b[2J\n.txt is empty", "give a file", "onrecord: a␛[2J .txt is empty. Give a file.\n"),
    ],
)
def test_an_error_is_one_safe_line(what: str, remedy: str, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Reporter(live=False, quiet=True) as reporter:
        reporter.error(IntakeError(what, remedy))
    assert capsys.readouterr().err == line


def test_an_error_can_be_told_on_a_terminal_that_knows_only_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    ascii_only = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stderr", ascii_only)
    with Reporter(live=False, quiet=False) as reporter:
        reporter.note("é.txt", "empty")
    ascii_only.seek(0)
    assert ascii_only.read() == "onrecord: \\xe9.txt: empty\n"


def test_progress_shows_after_a_few_documents_and_goes_away(capsys: pytest.CaptureFixture[str]) -> None:
    with Reporter(live=True, quiet=False) as reporter:
        for number in range(5):
            reporter.advance(f"[red]{number}.txt")
        reporter.error(IntakeError("[b]a.txt is empty", "give a file"))
    assert "onrecord: [b]a.txt is empty. Give a file." in capsys.readouterr().err


def test_the_output_may_not_be_an_input(onrecord: Run, tmp_path: Path) -> None:
    source = tmp_path / "story.txt"
    source.write_text("Anna Lind said that it rained.\n", encoding="utf-8")
    told = onrecord("read", "story.txt", "--output", "story.txt")
    assert told.returncode == 2
    assert "is one of the inputs" in told.stderr
    assert source.read_text(encoding="utf-8") == "Anna Lind said that it rained.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("command", [["read", "story.txt"], ["read", "--format", "csv", "story.txt"], ["schema"]])
def test_a_full_disk_is_told_in_one_line(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Anna Lind said that it rained.\n", encoding="utf-8")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        told = subprocess.run(  # noqa: S603 - the command under test
            [*COMMAND, *command], stdout=full, stderr=subprocess.PIPE, text=True, cwd=tmp_path, check=False
        )
    assert told.returncode == 2
    assert told.stderr.count("\n") == 1
    assert told.stderr.startswith("onrecord: standard output cannot be written")
