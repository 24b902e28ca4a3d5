"""Furniture, title and header of plain texts, as exact lines."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.intake import document_from_text
from onrecord.intake.plain import lay_out, looks_like_headline
from onrecord.record import Kind

BODY = "The mayor said on Thursday that the harbour bridge would stay shut until every cable had been looked at."


@pytest.mark.parametrize(
    ("trap", "text", "furniture", "title"),
    [
        (
            "headline, blank line",
            f"Bridge closed after storm\n\n{BODY}",
            ["Bridge closed after storm"],
            "Bridge closed after storm",
        ),
        ("headline, no blank line", f"Bridge closed\n{BODY}", ["Bridge closed"], "Bridge closed"),
        (
            "headline ends in a quotation",
            f"Mayor: ‘It just cracked’\n\n{BODY}",
            ["Mayor: ‘It just cracked’"],
            "Mayor: ‘It just cracked’",
        ),
        ("question", f"Who closed the bridge?\n\n{BODY}", ["Who closed the bridge?"], "Who closed the bridge?"),
        ("lead without headline", f"{BODY}\n\n{BODY}", [], None),
        ("short sentence as first paragraph", f"The bridge is shut.\n\n{BODY}", [], None),
        ("quotation as first paragraph", f"“Nobody crosses here”\n\n{BODY}", [], None),
        ("nothing follows", "Bridge closed after storm", [], None),
        (
            "hard-wrapped lines",
            "The mayor said on Thursday that the\nharbour bridge would stay shut until\nnoon.\n\nNobody crossed.",
            [],
            None,
        ),
        ("salutation", f"Dear friends of the bridge,\n\n{BODY}", [], None),
        ("byline without title", f"By Ada Quill\n\n{BODY}", ["By Ada Quill"], None),
        ("byline-like sentence", f"By noon the mayor had gone.\n\n{BODY}", [], None),
        (
            "byline, date and dateline",
            f"Bridge closed\n\nBy Ada Quill and Bo Lind\nMarch 3, 2022\nPORT ELSIN (Own Wire) —\n\n{BODY}",
            ["Bridge closed", "By Ada Quill and Bo Lind", "March 3, 2022", "PORT ELSIN (Own Wire) —"],
            "Bridge closed",
        ),
        (
            "dateline with prose stays",
            "Bridge closed\n\nPORT ELSIN (Own Wire) — Nobody crossed.",
            ["Bridge closed"],
            "Bridge closed",
        ),
        ("credit inside", f"{BODY}\n\nPhoto: The pier\n\n{BODY}", ["Photo: The pier"], None),
        (
            "caption by its end",
            f"{BODY}\nDrivers wait. Ada Quill / Getty Images\n{BODY}",
            ["Drivers wait. Ada Quill / Getty Images"],
            None,
        ),
        (
            "agency named in prose stays",
            f"{BODY}\n\nThe picture was bought by Getty Images last year, he said.",
            [],
            None,
        ),
        (
            "wire's credit",
            f"{BODY}\n\n(Reporting by Ada Quill; Editing by Bo Lind)",
            ["(Reporting by Ada Quill; Editing by Bo Lind)"],
            None,
        ),
        ("reporting in prose stays", f"{BODY}\n\nReporting the crack by phone was easy, she said.", [], None),
        ("link", f"{BODY}\n\nRead more: The history of the bridge", ["Read more: The history of the bridge"], None),
        ("copyright", f"{BODY}\n\n© 2022 The Elsin Ledger", ["© 2022 The Elsin Ledger"], None),
        ("copyright in prose stays", f"{BODY}\n\nCopyright does not cover it, she said.", [], None),
        (
            "header",
            f"Title: Bridge closed\nOutlet: The Ledger\nDate: 3 March 2022\n\n{BODY}",
            ["Title: Bridge closed", "Outlet: The Ledger", "Date: 3 March 2022"],
            "Bridge closed",
        ),
        ("a lone source line is prose", f"Source: the harbour office\n{BODY}", [], None),
        ("blanks around", f"\n\n   Bridge closed  \n\n{BODY}\n", ["Bridge closed"], "Bridge closed"),
    ],
)
def test_furniture_is_found_to_the_letter(trap: str, text: str, furniture: list[str], title: str | None) -> None:
    layout = lay_out(text)
    assert [span.text for span in layout.furniture] == furniture, trap
    assert layout.title == title
    assert all(text[span.start : span.end] == span.text for span in layout.furniture)


@pytest.mark.parametrize(
    ("known", "text", "furniture"),
    [
        ("Bridge closed", f"Bridge closed\n\n{BODY}", ["Bridge closed"]),
        (
            "Bridge closed after storm | The Ledger",
            f"Bridge closed after storm\n\n{BODY}",
            ["Bridge closed after storm"],
        ),
        ("Bridge closed", f"{BODY}\n\n{BODY}", []),
        (
            "Bridge closed",
            f"Another short line\n\n{BODY}",
            [],
        ),  # a title known from elsewhere settles what the title is
    ],
)
def test_a_known_title_goes_before_a_sniffed_one(known: str, text: str, furniture: list[str]) -> None:
    layout = lay_out(text, title=known)
    assert layout.title == known
    assert [span.text for span in layout.furniture] == furniture


def test_header_fields_are_read() -> None:
    layout = lay_out(
        f"Headline: Bridge closed\nSource: The Ledger\nDate: 2022-03-03\nURL: https://l.example/b\n\n{BODY}"
    )
    assert (layout.outlet, layout.published, layout.url) == ("The Ledger", date(2022, 3, 3), "https://l.example/b")


def test_a_dateline_with_a_year_gives_the_date() -> None:
    layout = lay_out(f"Bridge closed\n\nPORT ELSIN, March 3, 2022 (Own Wire) —\n\n{BODY}")
    assert layout.published == date(2022, 3, 3)
    assert layout.furniture[-1].text == "PORT ELSIN, March 3, 2022 (Own Wire) —"


def test_the_body_begins_after_the_head() -> None:
    text = f"Bridge closed\n\nBy Ada Quill\n\n{BODY}"
    assert text[lay_out(text).body :] == BODY


@pytest.mark.parametrize("line", ["", "-", "1 2 3", "@bolind: shut"])
def test_what_is_never_a_headline(line: str) -> None:
    assert not line or not looks_like_headline(line)


def test_the_title_of_a_release_stands_below_its_mark() -> None:
    text = "FOR IMMEDIATE RELEASE\n\nStatement by the British Embassy on the video\n\nWe are horrified by the video of the men."
    document = document_from_text(text, id="release")
    assert document.title == "Statement by the British Embassy on the video"
    assert document.kind is Kind.RELEASE
    assert document.issuer == "British Embassy"
    assert [span.text for span in document.furniture] == [
        "FOR IMMEDIATE RELEASE",
        "Statement by the British Embassy on the video",
    ]


def test_an_issuer_before_a_headlines_colon() -> None:
    text = (
        "PRESS RELEASE\n\nAmnesty International: Ruritania must answer for the raid\n\n5 March 2024\n\n"
        "We have seen proof that the raid was planned for months."
    )
    document = document_from_text(text, id="release")
    assert (document.kind, document.issuer) == (Kind.RELEASE, "Amnesty International")
