"""The map to the original: equal letters in every run, and the right place for words that stand in the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.alignment import align_html, identity, unify_newlines
from onrecord.record import Alignment, Span


def lawful(alignment: Alignment, text: str, original: str) -> bool:
    """Runs ascend on both sides without touching each other, and both sides of each are equal."""
    here = there = 0
    for run in alignment.runs:
        assert run.length > 0
        assert run.start >= here
        assert run.original >= there
        assert text[run.start : run.start + run.length] == original[run.original : run.original + run.length]
        here, there = run.start + run.length, run.original + run.length
    return here <= len(text) and there <= len(original)


def found(text: str, source: str, words: str) -> str | None:
    """What stands in the source where the map says that ``words`` of the text stand."""
    start = text.index(words)
    place = align_html(text, source).locate(Span.of(text, start, start + len(words)))
    return None if place is None else source[slice(*place)]


@pytest.mark.parametrize(
    ("original", "text"),
    [
        ("a\r\nb\r\n", "a\nb\n"),
        ("a\rb", "a\nb"),
        ("a\r\r\nb", "a\n\nb"),
        ("\r\n\r\n", "\n\n"),
        ("a\nb", "a\nb"),
        ("", ""),
        ("a\x0bb\x85c\u2028d", "a\x0bb\x85c\u2028d"),  # only CR is touched
    ],
)
def test_newlines_become_one_kind(original: str, text: str) -> None:
    unified, alignment = unify_newlines(original)
    assert unified == text
    assert lawful(alignment, text, original)


@given(st.text(alphabet="ab\r\n “é", max_size=60))
def test_every_letter_but_a_lone_cr_maps(original: str) -> None:
    text, alignment = unify_newlines(original)
    assert text == original.replace("\r\n", "\n").replace("\r", "\n")
    assert lawful(alignment, text, original)
    lone = original.replace("\r\n", "").count("\r")
    assert sum(run.length for run in alignment.runs) == len(text) - lone


def test_a_text_is_its_own_original() -> None:
    assert lawful(identity("abc"), "abc", "abc")
    assert identity("").runs == ()


@pytest.mark.parametrize(
    ("trap", "source", "text", "words", "place"),
    [
        ("plain", "<p>The bridge is shut.</p>", "The bridge is shut.", "bridge is", "bridge is"),
        ("markup inside", "<p>The <b>bridge</b> is shut.</p>", "The bridge is shut.", "The bridge", "The <b>bridge"),
        ("blanks collapsed", "<p>The\n   bridge is</p>", "The bridge is", "The bridge", "The\n   bridge"),
        ("reference inside", "<p>the town&rsquo;s bridge</p>", "the town’s bridge", "town’s", "town&rsquo;s"),
        ("reference at the edge", "<p>&ldquo;Shut!&rdquo; he said</p>", "“Shut!” he said", "“Shut!”", None),
        ("inside the edge", "<p>&ldquo;Shut!&rdquo; he said</p>", "“Shut!” he said", "Shut!", "Shut!"),
        ("number reference", "<p>caf&#233;s are</p>", "cafés are", "cafés", "caf&#233;s"),
        ("reference without semicolon", "<p>cable &amp bolt</p>", "cable & bolt", "cable & bolt", "cable &amp bolt"),
        ("bare ampersand", "<p>cable & bolt</p>", "cable & bolt", "&", "&"),
        ("bare less-than", "<p>3 < 4 cables</p>", "3 < 4 cables", "3 < 4", "3 < 4"),
        (
            "comment inside",
            "<p>The <!-- no > bridge -->bridge</p>",
            "The bridge",
            "The bridge",
            "The <!-- no > bridge -->bridge",
        ),
        (
            "words in a script first",
            "<script>x='bridge is'</script><p>bridge is</p>",
            "bridge is",
            "bridge is",
            "bridge is",
        ),
        ("not in the source", "<p>nothing like it</p>", "The bridge is shut.", "bridge", None),
    ],
)
def test_words_are_found_in_html(trap: str, source: str, text: str, words: str, place: str | None) -> None:
    assert found(text, source, words) == place, trap
    assert lawful(align_html(text, source), text, source)


def test_a_script_never_holds_the_place() -> None:
    source = "<script>x='The bridge is shut today.'</script><p>The bridge is shut today.</p>"
    runs = align_html("The bridge is shut today.", source).runs
    assert [run.original for run in runs] == [source.index("<p>") + 3]


def test_an_element_that_extraction_left_out_breaks_only_its_place() -> None:
    before, after = "The mayor said that the bridge would stay", "shut until every single cable had been seen."
    source = f"<p>{before}<sup>[17] an advertisement stands here</sup> {after}</p>"
    text = f"{before} {after}"
    assert found(text, source, before) == before
    assert found(text, source, after) == after


def test_a_short_line_is_sought_between_its_neighbours() -> None:
    long, other = (
        "The mayor said that the bridge would stay shut until noon.",
        "Nobody crossed it before the engineers had come.",
    )
    source = f"<nav>Yes.</nav><p>{long}</p><p>Yes.</p><p>{other}</p><aside>Yes.</aside>"
    text = f"{long}\nYes.\n{other}"
    start = text.index("Yes.")
    assert align_html(text, source).locate(Span.of(text, start, start + 4)) == (
        source.index("<p>Yes.") + 3,
        source.index("</p><p>Nobody"),
    )


_MARKUP = ("<p>", "</p>", "<b>", "<script>", "</script>", "<!--", "-->", "<", ">", "&amp;", "&#8217;", "&#0;", "&")
_WORDS = (
    "bridge ",
    "shut",
    "“",
    "’",
    "The mayor said that the bridge would stay shut until noon. ",
    "é",
    "🙂",
    "\n",
    " ",
    "\u200b",
)
_PIECES = st.lists(st.sampled_from(_MARKUP + _WORDS), max_size=40)


@given(_PIECES, _PIECES)
def test_the_law_holds_for_any_text_and_source(text: list[str], source: list[str]) -> None:
    assert lawful(align_html("".join(text), "".join(source)), "".join(text), "".join(source))


@given(
    st.lists(
        st.text(alphabet=st.characters(codec="utf-8", exclude_characters="<&>"), min_size=1, max_size=80), max_size=8
    )
)
def test_every_visible_letter_of_plain_paragraphs_maps(paragraphs: list[str]) -> None:
    text = "\n".join(" ".join("".join(c if c.isprintable() else " " for c in p).split()) for p in paragraphs)
    source = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    alignment = align_html(text, source)
    assert lawful(alignment, text, source)
    placed = {run.start + i for run in alignment.runs for i in range(run.length)}
    assert all(i in placed for i, c in enumerate(text) if c not in " \n")
