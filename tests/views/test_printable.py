from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.views.printable import escape_markdown, fragment, one_line, replace_surrogates


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – “words”", "plain – “words”"),
        ("two\nlines\u2028and\tmore", "two lines and more"),
        ("\x1b[2J\x1b]8;;http://evil\x07x", "␛[2J␛]8;;http://evil␇x"),  # clears the screen, sets a link
        ("a\x9b31mb", "a\ufffd31mb"),  # the eight-bit form of ESC [
        ("a\x7fb", "a␡b"),
        ("pay \u202e001\u202c now", "pay 001 now"),  # shown reversed otherwise
        ("\ud800", "\ufffd"),
        ("\u200f\u05e9\u05dc\u200e", "\u200f\u05e9\u05dc\u200e"),  # marks of right-to-left text stay
    ],
)
def test_one_line_shows_what_would_steer_a_terminal(text: str, shown: str) -> None:
    assert one_line(text) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    for shown in (one_line(text), fragment(text)):
        assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}]
        shown.encode()


def test_fragment_keeps_the_spaces_that_join_it() -> None:
    assert fragment(" told\n and ") == " told and "
    assert fragment("\n") == " "
    assert fragment("") == ""


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("[x](http://evil)", r"\[x\](http://evil)"),
        ("1. not a list", r"1\. not a list"),
        ("- nor this", r"\- nor this"),
        ("a_b * c `d` | e", r"a\_b \* c \`d\` \| e"),
        ("&lt;", r"\&lt;"),
    ],
)
def test_markdown_of_a_document_marks_up_nothing(text: str, escaped: str) -> None:
    assert escape_markdown(text) == escaped


def test_lone_surrogates_are_replaced() -> None:
    assert replace_surrogates("a\udcffb") == "a\ufffdb"
