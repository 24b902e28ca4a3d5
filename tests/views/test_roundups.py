from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import IntakeError
from onrecord.record import LANGUAGES
from onrecord.views import Format, exporter
from onrecord.views.details import count, describe
from onrecord.views.roundup import round_up
from tests.views.builder import actor, attribution, coding, document, reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.record import Reading

ESCAPE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


def shown(readings: Sequence[Reading], fmt: Format = Format.TERMINAL, *, dropped: bool = False, failed: int = 0) -> str:
    out = io.StringIO()
    writer = exporter(fmt, out, dropped=dropped)
    for one in readings:
        writer.write(one)
    for _ in range(failed):
        writer.fail(IntakeError("x", "y"))
    writer.finalize()
    return out.getvalue()


EXPECTED = """\
Mara Lund  envoy [EUU · IGO]
  condemned, was dismayed or concerned, called for action
  ●●●●○  condemn
    “This is a crime,”
    post (Twitter) · said on 2022-10-02
    wire.txt ¶2, characters 18-34
  ○○○○○  demand
    “an open inquiry”
    asked for: investigation · target: PRV:AZE, ORG:A, B
    wire.txt ¶2, characters 78-95
  ●●●●○  dismay
    the pictures were “beyond words” … steps ␛[31mwould␛[0m follow
    hedged · via Kommersant
    =paper.html ¶1, characters 13-89

Kept silent
  Ruritanian army  [XRU · MIL]
    declined to comment
    wire.txt ¶3, characters 118-137

2 documents read: 3 statements by 1 speaker, 1 silence reported.
Not read: choc.txt (language fr): the text is in French, which is not read
1 input could not be read.
Left out: a thought nobody uttered (1).
Note on =paper.html: the date was guessed
onrecord 0.1.0, model test-model, codebook 1
"""


def test_the_terminal_round_up(batch: list[Reading]) -> None:
    assert shown(batch, failed=1) == EXPECTED


def test_dropped_are_listed_on_demand(batch: list[Reading]) -> None:
    expected = "Left out\n  a thought nobody uttered\n    it knew\n    wire.txt ¶3, characters 155-162\n"
    assert expected in shown(batch, dropped=True)
    assert "it knew" not in shown(batch)


@pytest.mark.parametrize("columns", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal(
    batch: list[Reading], columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = shown(batch, dropped=True).splitlines()
    assert max(map(len, lines)) <= min(columns, 100)
    assert [line for line in lines if line != line.rstrip()] == []


def test_colour_is_used_where_wanted_and_the_words_stay(batch: list[Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    coloured = shown(batch)
    assert "\x1b[1mThis is a crime,\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == shown_plain(batch, monkeypatch)


def shown_plain(batch: list[Reading], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.delenv("FORCE_COLOR")
    return shown(batch)


def test_no_color_is_respected(batch: list[Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert re.search(r"\x1b\[[0-9;]*3[0-9]", shown(batch)) is None


def test_a_terminal_that_knows_only_ascii_gets_stars(batch: list[Reading]) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="replace")
    writer = exporter(Format.TERMINAL, out)
    writer.write(batch[0])
    writer.finalize()
    out.seek(0)
    assert "  ****.  condemn\n" in out.read()


def test_no_escape_sequence_of_a_document_comes_through() -> None:
    evil = "\x1b]0;owned\x07\x9b2J\r[bold red]x[/] :smile:"
    doc = document(f"He said {evil} twice.", evil, title=evil, outlet=evil, language="en", warnings=(evil,))
    who = actor(evil, behalf=f"ORG:{evil}", role=evil, organisation=evil, key="evil")
    said = (attribution(doc, evil), who, coding("demand", "deny", demands=("other",), via=evil, target=(evil,)))
    silent = (attribution(doc, evil, silent=True), who, coding("withhold"))
    made = reading(doc, said, silent, dropped=((attribution(doc, evil), evil),), warnings=(evil,))
    for fmt in (Format.TERMINAL, Format.MD):
        assert ESCAPE.search(shown([made], fmt, dropped=True)) is None
    assert "[bold red]x[/] :smile:" in shown([made])  # neither rich's markup nor its emoji


def test_one_speaker_by_key_over_documents_with_the_fullest_name(batch: list[Reading]) -> None:
    roundup = round_up(list(reversed(batch)))
    assert [(g.actor.name, g.actor.role, len(g.entries)) for g in roundup.speakers] == [("Mara Lund", "envoy", 3)]


def test_unnamed_speakers_of_two_documents_are_not_one() -> None:
    docs = [document("He denied it.", name) for name in ("a", "b")]
    roundup = round_up([reading(d, (attribution(d, "it"), actor(None, key="unknown"), coding("deny"))) for d in docs])
    assert [len(g.entries) for g in roundup.speakers] == [1, 1]
    assert "Speaker not named  [USA · GOV]" in shown(roundup.readings)


def test_speakers_stand_in_the_order_of_their_stances() -> None:
    doc = document("A B C D said it")
    acts = {"A": "explain", "B": "sanction", "C": "deny", "D": "condemn"}
    roundup = round_up([reading(doc, *((attribution(doc, n), actor(n), coding(act)) for n, act in acts.items()))])
    assert [g.actor.name for g in roundup.speakers] == ["B", "D", "C", "A"]


def test_an_empty_batch_is_told_as_such() -> None:
    doc = document("Rain fell.")
    assert shown([reading(doc)]).splitlines()[0] == "1 document read: 0 statements by 0 speakers."


def test_what_counts_as_unread_is_what_the_pipeline_leaves_unread() -> None:
    for language in (*LANGUAGES, "fr"):
        made = reading(document("Rain fell.", language=language))
        assert bool(round_up([made]).unread) == (language not in LANGUAGES)


def test_markdown(batch: list[Reading]) -> None:
    text = shown(batch, Format.MD, dropped=True, failed=2)
    assert text.startswith("# Who said what\n\n## Mara Lund\n\nenvoy \\[EUU · IGO\\]: condemned, ")
    assert "- **condemn** (4/5): “This is a crime,”\n  - post (Twitter) · said on 2022-10-02\n" in text
    assert "  - wire.txt (The Wire, 2022-10-03), ¶2, characters 18-34\n" in text
    assert "## Kept silent\n\n- **Ruritanian army**" in text
    assert "## Left out\n\na thought nobody uttered:\n\n- it knew (wire.txt" in text
    assert "- 2 inputs could not be read.\n" in text


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (actor("Ned Stone", role="spokesman", organisation="State Office"), "spokesman, State Office [USA · GOV]"),
        (actor("State Office", organisation="State Office"), "[USA · GOV]"),  # nothing twice
        (actor("A", role="envoy", organisation="envoy"), "envoy [USA · GOV]"),
    ],
)
def test_describe(who: object, expected: str) -> None:
    assert describe(who) == expected  # type: ignore[arg-type]


def test_count() -> None:
    assert [count(n, "silence reported") for n in (1, 2)] == ["1 silence reported", "2 silences reported"]
    assert count(1200, "statement") == "1,200 statements"
