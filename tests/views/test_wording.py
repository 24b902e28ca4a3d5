from __future__ import annotations

import pytest

from onrecord.views.wording import paragraph, place, quoted
from tests.views.builder import attribution, document


@pytest.mark.parametrize(
    ("text", "content", "verbatim", "shown"),
    [
        ("He called it “a crime”.", ("“a crime”",), ("a crime",), "“a crime”"),  # marks inside the content
        ("“A crime,” he said.", ("A crime,",), ("A crime,",), "“A crime,”"),  # marks outside it
        (
            "the workers’ plan was «mad», he said",
            ("the workers’ plan was «mad»",),
            ("mad",),
            "the workers’ plan was “mad”",
        ),
        ("It was 'don't ask' again", ("It was 'don't ask' again",), ("don't ask",), "It was “don't ask” again"),
        ("a ''quick'' end", ("a ''quick'' end",), ("quick",), "a “quick” end"),  # two single marks for a double one
        ("the “plan”'s end", ("the “plan”'s end",), ("plan",), "the “plan”'s end"),  # the possessive stays
        ("“A,” he said. “B.”", ("A,", "B."), ("A,", "B."), "“A,” … “B.”"),
        ("denied the\ncharge", ("the\ncharge",), (), "the charge"),
    ],
)
def test_quoted(text: str, content: tuple[str, ...], verbatim: tuple[str, ...], shown: str) -> None:
    assert quoted(attribution(document(text), *content, verbatim=verbatim)) == shown


@pytest.mark.parametrize(
    ("offset", "number"),
    [(0, 1), (2, 1), (3, 1), (5, 2), (7, 2)],
    ids=["first", "end", "break", "blank between", "last"],
)
def test_paragraph(offset: int, number: int) -> None:
    assert paragraph("one\n\ntwo", offset) == number


def test_place_counts_paragraphs_from_one() -> None:
    doc = document("Title\n\nHe denied it.")
    assert place(doc, attribution(doc, "it.")) == "¶2, characters 17-20"
