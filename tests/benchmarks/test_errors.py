"""Errors are sorted into kinds that leave none out and count none twice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import errors
from benchmarks.error_groups import GROUPS, groups
from benchmarks.error_kinds import Kind, Lost, Words, sort_errors
from onrecord.record import Attribution, Span
from training import measure
from training.corpora import Mark

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.error_kinds import Places

TEXT = (
    "Ana Lind said the bridge had been closed since Monday, and Bo Berg warned of a longer wait for the ferries.\n"
    "“We will open it again when the engineers are content,” he added.\n"
    "Her office did not answer calls."
)


def at(*words: str) -> Places:
    """Where the words stand."""
    starts = [TEXT.index(w) for w in words]
    return tuple((start, start + len(w)) for start, w in zip(starts, words, strict=True))


def said(content: str, source: str = "", cue: str = "", *, silent: bool = False) -> Words:
    return Words(at(content), at(source) if source else (), at(cue) if cue else (), silent)


BRIDGE = said("the bridge had been closed since Monday", "Ana Lind", "said")
FERRIES = said("a longer wait for the ferries", "Bo Berg", "warned of")
AGAIN = said("We will open it again when the engineers are content", "he", "added")
GOES_ON = said("We will open it again when the engineers are content")
SILENCE = said("did not answer calls", "Her office", silent=True)


def kinds(annotated: list[Words], found: list[Words], lost: list[Lost] | None = None) -> list[str]:
    return [error.name for error in sort_errors(TEXT, annotated, found, lost or ()).errors]


def test_what_is_found_is_no_error() -> None:
    result = sort_errors(TEXT, [BRIDGE, FERRIES, AGAIN, SILENCE], [SILENCE, BRIDGE, FERRIES, AGAIN])
    assert result.matched == {0: 1, 1: 2, 2: 3, 3: 0}
    assert not result.errors


@pytest.mark.parametrize(
    ("gold", "lost", "expected"),
    [
        pytest.param(BRIDGE, [], Kind.UNSEEN, id="never proposed"),
        pytest.param(BRIDGE, [Lost(Kind.LOW, Words((), cue=at("warned")))], Kind.UNSEEN, id="only another cue was"),
        pytest.param(BRIDGE, [Lost(Kind.LOW, Words((), cue=at("Lind said the")))], Kind.LOW, id="a cue cut otherwise"),
        pytest.param(
            BRIDGE,
            [Lost(Kind.TAKEN, Words((), cue=at("said"))), Lost(Kind.LOW, Words((), cue=at("said")))],
            Kind.TAKEN,
            id="of two the one that came further",
        ),
        pytest.param(
            FERRIES, [Lost(Kind.DROPPED, FERRIES, "said of nobody")], f"{Kind.DROPPED}, said of nobody", id="reason"
        ),
        pytest.param(GOES_ON, [], Kind.UNMADE, id="no cue to propose"),
        pytest.param(GOES_ON, [Lost(Kind.DROPPED, GOES_ON)], Kind.DROPPED, id="no cue, told by its words"),
        pytest.param(SILENCE, [Lost(Kind.LOW, Words((), cue=at("answer")))], Kind.LOW, id="a silence is its own cue"),
        pytest.param(
            Words(at("calls"), (), at(".\n")), [Lost(Kind.LOW, Words((), cue=at(".\n")))], Kind.LOW, id="a sign"
        ),
        pytest.param(Words((), at("Ana Lind"), at("said")), [], Kind.UNSEEN, id="annotated without content"),
    ],
)
def test_missed(gold: Words, lost: list[Lost], expected: str) -> None:
    assert kinds([gold], [], lost) == [expected]


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        pytest.param(BRIDGE, said("bridge", "Ana Lind", "said"), Kind.TOO_SHORT, id="too short"),
        pytest.param(said("bridge", "Ana Lind", "said"), BRIDGE, Kind.TOO_LONG, id="too long"),
        pytest.param(BRIDGE, said("a longer wait", "Ana Lind", "said"), Kind.ELSEWHERE, id="same cue, other words"),
        pytest.param(said("bridge"), said("the bridge had been closed"), Kind.TOO_LONG, id="no cue, no source"),
        pytest.param(BRIDGE, said("bridge", "Bo Berg", "said"), Kind.TOO_SHORT, id="content goes before source"),
        pytest.param(
            AGAIN, said("We will open it again when the engineers are content", "Bo Berg"), Kind.SOURCE_WRONG, id="who"
        ),
        pytest.param(AGAIN, GOES_ON, Kind.SOURCE_UNFOUND, id="nobody found"),
        pytest.param(GOES_ON, AGAIN, Kind.SOURCE_ADDED, id="nobody annotated"),
        pytest.param(
            BRIDGE,
            said("the bridge had been closed since Monday", "Ana", "said"),
            Kind.SOURCE_BOUNDARY,
            id="less than half the name",
        ),
    ],
)
def test_paired_with_a_fault(gold: Words, found: Words, expected: Kind) -> None:
    (error,) = sort_errors(TEXT, [gold], [found]).errors
    assert (error.kind, error.annotated, error.found) == (expected, gold, found)


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        pytest.param([], BRIDGE, Kind.NOTHING, id="nothing annotated at all"),
        pytest.param([BRIDGE], FERRIES, Kind.NOTHING, id="nothing annotated there"),
        pytest.param([BRIDGE], said("since Monday", cue="closed"), Kind.NESTED, id="cue inside a content"),
        pytest.param([BRIDGE], said("closed since Monday", "Bo Berg", "warned"), Kind.AGAIN, id="part of a found one"),
        pytest.param([BRIDGE], BRIDGE, Kind.AGAIN, id="twice"),
    ],
)
def test_extra(gold: list[Words], found: Words, expected: Kind) -> None:
    assert kinds(gold, [*gold, found]) == [expected]


def test_extra_beside_a_missed_one() -> None:
    found = said("had been closed", "Bo Berg", "warned")
    assert kinds([BRIDGE], [found]) == [Kind.UNSEEN, Kind.BESIDE]


def test_two_under_one_found_cue_are_merged() -> None:
    second = said("a longer wait", "Bo Berg", "said")
    assert kinds([BRIDGE, second], [BRIDGE]) == [Kind.MERGED]


def test_words_without_cue_in_anothers_content_are_merged() -> None:
    whole = Words((at("closed since Monday")[0], AGAIN.content[0]), at("Ana Lind"), at("said"))
    assert kinds([whole, GOES_ON], [whole]) == [Kind.MERGED]


def test_an_empty_annotation_is_missed() -> None:
    assert kinds([BRIDGE, Words(())], [BRIDGE]) == [Kind.UNMADE]


def places() -> st.SearchStrategy[Places]:
    edges = st.tuples(st.integers(0, 60), st.integers(1, 40)).map(lambda t: (t[0], t[0] + t[1]))
    return st.lists(edges, max_size=2).map(lambda found: tuple(sorted(found)))


def some_words() -> st.SearchStrategy[list[Words]]:
    return st.lists(st.builds(Words, places(), places(), places(), st.booleans()), max_size=6)


def some_lost() -> st.SearchStrategy[list[Lost]]:
    stages = st.sampled_from([Kind.LOW, Kind.EMPTY, Kind.TAKEN, Kind.DROPPED])
    return st.lists(st.builds(Lost, stages, st.builds(Words, places(), places(), places()), st.just("")), max_size=4)


@given(some_words(), some_words(), some_lost())
def test_every_error_is_in_exactly_one_kind(annotated: list[Words], found: list[Words], lost: list[Lost]) -> None:
    result = sort_errors(TEXT, annotated, found, lost)
    missed = [e.annotated for e in result.errors if e.annotated is not None]
    extra = [e.found for e in result.errors if e.found is not None]
    key = repr
    assert sorted(missed, key=key) == sorted((w for i, w in enumerate(annotated) if i not in result.matched), key=key)
    matched = set(result.matched.values())
    assert sorted(extra, key=key) == sorted((w for j, w in enumerate(found) if j not in matched), key=key)
    for error in result.errors:
        side = error.annotated is not None, error.found is not None
        assert side == {"missed": (True, False), "extra": (False, True)}.get(error.kind.split(":")[0], (True, True))


@given(some_words(), some_words())
def test_matches_are_those_of_the_measure_in_training(annotated: list[Words], found: list[Words]) -> None:
    annotated, found = ([w for w in words if w.content] for words in (annotated, found))
    found = [Words(w.content, w.source[:1]) for w in found]  # the reader names one place
    marks = [Mark((0, 1), w.source, w.content, w.silent) for w in annotated]
    read = [
        Attribution(
            tuple(Span.of(TEXT, s, e) for s, e in w.content),
            source=Span.of(TEXT, *w.source[0]) if w.source else None,
        )
        for w in found
    ]
    assert len(sort_errors(TEXT, annotated, found).matched) == measure.pairs(TEXT, marks, read, sources=True)


COLON = "Berg: ‘Wait.’ The port's boats waited."


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param(TEXT, BRIDGE, {"quotation: none"}, id="plain"),
        pytest.param(
            TEXT, said("closed", "bridge", "since"), {"quotation: none", "nested in another's content"}, id="in"
        ),
        pytest.param(TEXT, AGAIN, {"quotation: curly"}, id="as long as another is not inside it"),
        pytest.param(TEXT, GOES_ON, {"quotation: curly", "no cue: goes on with a quotation"}, id="quoted, no cue"),
        pytest.param(TEXT, SILENCE, {"quotation: none", "silence"}, id="a silence needs no cue"),
        pytest.param(
            TEXT,
            said("Her office did not answer calls."),
            {"quotation: none", "no cue: issuer's paragraph"},
            id="issuer",
        ),
        pytest.param(
            TEXT,
            Words(at("the bridge", "a longer wait"), at("Bo Berg"), at("Ana Lind")),
            {"quotation: none", "content in several parts", "source after cue"},
            id="in parts and inverted",
        ),
        pytest.param(
            COLON,
            Words(((7, 11),), ((0, 4),)),
            {"quotation: single", "after a colon", "no cue: source named"},
            id="name and colon",
        ),
        pytest.param(TEXT, Words((), at("Ana Lind"), at("bridge")), {"quotation: none"}, id="no content is in none"),
        pytest.param(
            COLON, Words(((14, 38),), ((0, 4),), ((4, 5),)), {"quotation: none"}, id="an apostrophe is no mark"
        ),
    ],
)
def test_groups(text: str, words: Words, expected: set[str]) -> None:
    around = [BRIDGE, AGAIN] if text is TEXT else []
    assert list(groups(text, [*around, words]))[-1] == expected
    assert expected <= GROUPS.keys()


def test_runs_on_two_documents(shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shared.is_dir()
    counts = tmp_path / "deep" / "errors.json"
    errors.main(["--documents", "2", "--json", str(counts)])
    for figures in json.loads(counts.read_text(encoding="utf-8"))["corpora"].values():
        missed, extra = (sum(k[side] for k in figures["kinds"].values()) for side in ("missed", "extra"))
        assert missed == figures["annotated"] - figures["matched"]
        assert extra == figures["found"] - figures["matched"]
    capsys.readouterr()
    errors.main(["--documents", "2", "--against", str(counts), "--examples", "1", "--kind", "extra: nothing"])
    rows = [row for row in capsys.readouterr().out.splitlines() if row.startswith("extra: ")]
    assert [row.split()[-1] for row in rows] == ["+0", "+0"]
    with pytest.raises(SystemExit, match="annotated in the other run"):
        errors.main(["--documents", "1", "--against", str(counts)])
