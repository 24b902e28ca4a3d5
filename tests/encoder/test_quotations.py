"""Every style of quotation marks, and what looks like one and is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.odd_texts import odd_texts
from onrecord.encoder import quotations


def inside(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('He said "we are ready" and left.', ["we are ready"], id="straight double"),
        pytest.param("He said “we are ready” and left.", ["we are ready"], id="curly double"),
        pytest.param("He said ‘we are ready’ and left.", ["we are ready"], id="curly single"),
        pytest.param("He said 'we are ready' and left.", ["we are ready"], id="straight single"),
        pytest.param("He said «we are ready» and left.", ["we are ready"], id="guillemets"),
        pytest.param("He said „we are ready“ and left.", ["we are ready"], id="low opening mark, high closing mark"),
        pytest.param("He said „we are ready” and left.", ["we are ready"], id="low opening mark, right closing mark"),
        pytest.param("He said ``we are ready'' and left.", ["we are ready"], id="two backticks and two apostrophes"),
        pytest.param("He said ’’we are ready’’ and left.", ["we are ready"], id="two single marks for a double one"),
        pytest.param("It's the ministers' view, isn't it?", [], id="apostrophes only"),
        pytest.param("the ’90s and rock ’n’ roll", [], id="elisions"),
        pytest.param(
            "'It's a shame that we can't go,' she said.",
            ["It's a shame that we can't go,"],
            id="apostrophes inside single marks",
        ),
        pytest.param(
            "‘The defendants’ rights were violated,’ she said.",
            ["The defendants’ rights were violated,"],
            id="a plural's apostrophe inside single marks",
        ),
        pytest.param(
            "“He told me ‘never again’ and left,” she said.", ["He told me ‘never again’ and left,"], id="nested single"
        ),
        pytest.param(
            "'He told me \"never again\" and left,' she said.",
            ['He told me "never again" and left,'],
            id="nested double",
        ),
        pytest.param("“We are “ready” for it,” she said.", ["We are “ready” for it,"], id="nested, the same marks"),
        pytest.param(
            "“We are ready, she said.", ["We are ready, she said."], id="unclosed runs to the paragraph's end"
        ),
        pytest.param(
            "“We are ready.\n“We always were.”", ["We are ready.", "We always were."], id="every paragraph opens"
        ),
        pytest.param(
            "“We are ready.\nWe always were.\nWe will be,” he said.",
            ["We are ready.", "We always were.", "We will be,"],
            id="paragraphs without marks of their own, closed later",
        ),
        pytest.param(
            "“We are ready.\nNothing happened.\nHe left.",
            ["We are ready."],
            id="never closed: later paragraphs are free",
        ),
        pytest.param("”We are ready” he said.", ["We are ready"], id="opens with a closing mark"),
        pytest.param('“We are ready" he said.', ["We are ready"], id="curly closed by straight"),
        pytest.param('"We are," he said, "ready."', ["We are,", "ready."], id="two in a sentence"),
        pytest.param("'We're,' he said, 'ready.'", ["We're,", "ready."], id="two single ones in a sentence"),
        pytest.param(
            '"One two three.\n\nThree," he said. The end.',
            ["One two three.", "Three,"],
            id="straight marks over paragraphs",
        ),
        pytest.param("''We `go' now,'' he said.", ["We `go' now,"], id="a single one inside two single marks"),
        pytest.param(
            "''He told me `go away','' she said. ''Then I left.''",
            ["He told me `go away',", "Then I left."],
            id="a nested single one just before two single marks",
        ),
        pytest.param("The 'allies' of the 'state' were there.", ["allies", "state"], id="scare quotes on plurals"),
        pytest.param(
            "'Cause of death is unknown,' the coroner said.",
            ["Cause of death is unknown,"],
            id="a word like an elision",
        ),
        pytest.param("He said,'No way we go.'", ["No way we go."], id="no space before a single mark"),
        pytest.param('He said:"No way we go."', ["No way we go."], id="no space before a double mark"),
        pytest.param('A 6" pipe and a 7" pipe.', [], id="inches"),
        pytest.param("", [], id="empty"),
        pytest.param("”", [], id="a mark alone"),
    ],
)
def test_words_inside_quotation_marks(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


@given(odd_texts() | st.text(alphabet="“”\"'‘’«»„ a.\n", max_size=80))
def test_quotations_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = quotations(text)
    for quotation in found:
        assert 0 <= quotation.start <= quotation.inner_start <= quotation.inner_end <= quotation.end <= len(text)
    for first, second in pairwise(found):
        assert first.end <= second.start


def test_closed_says_whether_a_mark_closes() -> None:
    assert [q.closed for q in quotations("“One.\n“Two.”")] == [False, True]
