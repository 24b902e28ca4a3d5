"""What a document is and who issues it, over texts made for each shape and each look-alike."""

from __future__ import annotations

import pytest

from onrecord.intake import document_from_text
from onrecord.intake.kinds import Evidence, is_official, is_release_title, tell, unescape
from onrecord.record import Kind

OWN = "We closed the bridge on our own authority.\n\nWe ask all drivers for patience."
THIRD = "The ministry closed the bridge at noon.\n\nDrivers were asked for patience."
NEWS = "The minister said on Thursday that the bridge was shut.\n\nDrivers had to turn round."

# Rows: title, body, publisher, issuer.
RELEASES = [
    (
        "Statement by President Joseph R. Biden, Jr. on Events in Burma",
        OWN,
        None,
        "President Joseph R. Biden, Jr.",
    ),
    ("Statement by Minister Ines Vale on the Harbour Bridge", THIRD, None, "Minister Ines Vale"),
    ("Statement from Harbour Master Bo Lind Regarding Ferries", OWN, None, "Harbour Master Bo Lind"),
    ("Statement of the Elsin Pilots’ Union on the Bridge", THIRD, None, "Elsin Pilots’ Union"),
    ("Press Statement by Ambassador Ada Quill Following the Storm", OWN, None, "Ambassador Ada Quill"),
    ("STATEMENT BY THE FOREIGN MINISTRY OF ELSINIA ON THE STRAIT", OWN, None, "FOREIGN MINISTRY OF ELSINIA"),
    # sentence case, as the United Nations write
    (
        "Statement attributable to the Spokesperson for the Secretary-General on the strait",
        OWN,
        None,
        "Spokesperson for the Secretary-General",
    ),
    ("Statement by the spokesperson on the closure of the bridge", OWN, None, "spokesperson"),
    # "on" belongs to the office's name
    ("Statement by the Special Envoy on Climate on Port Elsin", OWN, None, "Special Envoy on Climate"),
    ("Statement by the Security Council on the Strait", OWN, None, "Security Council"),
    (
        "Statement by the High Representative on behalf of the Union on Port Elsin",
        OWN,
        None,
        "High Representative on behalf of the Union",
    ),
    # "to", "for" and "in" belong to the office's name
    (
        "Statement by the Ambassador to the Elsin Strait Council on Ferries",
        OWN,
        None,
        "Ambassador to the Elsin Strait Council",
    ),
    ("Statement by Minister Ines Vale, 3 March 2022", OWN, None, "Minister Ines Vale"),
    ("Message from King Oskar on the Anniversary of the Bridge", OWN, None, "King Oskar"),
    (
        "Joint Statement on Ferries by Minister Ines Vale and Ambassador Ada Quill",
        OWN,
        None,
        "Minister Ines Vale and Ambassador Ada Quill",
    ),
    (
        "Joint Statement of the Foreign Ministers of Elsinia and Norland",
        OWN,
        None,
        "Foreign Ministers of Elsinia and Norland",
    ),
    (
        "Joint Statement on the Strait",
        OWN,
        "Ministry of Foreign Affairs of Elsinia",
        "Ministry of Foreign Affairs of Elsinia",
    ),
    # a readout is the publisher's; without one it goes by the name in it
    ("Readout of President Vale’s Call with Prime Minister Lind", THIRD, "The White House", "The White House"),
    ("Readout of President Vale’s Call with Prime Minister Lind", THIRD, None, "President Vale"),
    # possessive titles need the issuer's own voice
    ("Strait Council Statement on the Harbour Bridge", OWN, None, "Strait Council"),
    ("Norland Foreign Ministers’ Statement on the Strait", OWN, None, "Norland Foreign Ministers"),
    # the publisher is the body that speaks
    ("Bridge to stay shut", THIRD, "Ministry of Transport of Elsinia", "Ministry of Transport of Elsinia"),
    ("Bridge to stay shut", THIRD, "Embassy of Norland in Port Elsin", "Embassy of Norland in Port Elsin"),
    ("Elsinia: let observers cross", THIRD, "Human Rights Watch", "Human Rights Watch"),
    # titles as exports from YAML leave them
    (r"Statement by President\_Vale on the Ceasefire in\_Norland", OWN, None, "President Vale"),
    (r"Statement by Minister Vale on Drivers\u2019 Patience\ \ in the\_Storm", OWN, None, "Minister Vale"),
]

# Rows: the trap, title, body, publisher.
ARTICLES = [
    ("a statement's effect", "Statement by Minister Vale on bridge draws fury", THIRD, None),
    ("a statement's effect, possessive", "Vale’s Statement on Bridge Angers Drivers", OWN, None),
    ("headline in sentence case", "Minister’s statement on the bridge baffles drivers", OWN, None),
    ("reports the statement", "Statement by Minister Vale on the Bridge", NEWS, None),
    ("newspaper with an official word in its name", "Bridge shut", THIRD, "Government Times"),
    ("news service of a body", "Bridge shut", THIRD, "United Nations News"),
    ("op-ed in the first person", "We should close every bridge", OWN, "The Elsin Ledger"),
    ("open question as title", "What did the ministry’s statement mean?", OWN, None),
    (
        "prose interview",
        "Interview with Bo Lind on Ferries",
        "Bo Lind sits on the pier.\n\n“I love boats,” he says.",
        None,
    ),
    ("no title, no shape", None, NEWS, None),
    ("the Kremlin in a headline", "Kremlin denies statement by Vale", NEWS, "Elsin Post"),
    ("by without a name", "Statement by phone ends strike", THIRD, None),
    ("speech as a topic", "Speech by the pier ends in rain", NEWS, None),
    ("lists are no turns", "Fair", "Place: Old pier\nTime: Noon\nEntry: Free\nFood: Fish", None),
    (
        "a quoted passage of turns",
        "What Lind told the radio",
        "I listened to it twice.\n\nIt began well.\n\nHost: Are you sure?\n\nLind: I am.\n\nHost: Why?\n\nLind: I swim.\n\nThat was all.\n\nNobody laughed.\n\nI turned it off.\n\nThe sea was loud.",
        None,
    ),
    ("several posts in an article", "Posts", "— Ada (@ada) March 3, 2022\n\nWords.\n\n— Bo (@bo) March 4, 2022", None),
    (
        "a post in a long article",
        "Bridge shut",
        "The town was quiet. " * 40 + "\n\nStay away. — Bo Lind (@bolind) March 3, 2022",
        None,
    ),
]


@pytest.mark.parametrize(("title", "body", "outlet", "issuer"), RELEASES)
def test_a_release_is_told_and_its_issuer_named(title: str, body: str, outlet: str | None, issuer: str) -> None:
    shape = tell(Evidence(body, title=title, outlet=outlet))
    assert (shape.kind, shape.issuer) == (Kind.RELEASE, issuer)


@pytest.mark.parametrize(("trap", "title", "body", "outlet"), ARTICLES, ids=[row[0] for row in ARTICLES])
def test_an_article_stays_an_article(trap: str, title: str | None, body: str, outlet: str | None) -> None:
    shape = tell(Evidence(body, title=title, outlet=outlet))
    assert (shape.kind, shape.issuer) == (Kind.ARTICLE, None), trap


@pytest.mark.parametrize(
    ("opening", "issuer"),
    [
        (
            "FOR IMMEDIATE RELEASE\nMinistry of Transport of Elsinia\n\nThe bridge is shut.",
            "Ministry of Transport of Elsinia",
        ),
        ("PRESS RELEASE\n\nThe Elsin Divers’ Club opens its doors.\n\nContact: Bo Lind", None),
        ("The following statement was issued today by the Harbour Board:\n\nThe bridge is shut.", "Harbour Board"),
        ("The following is attributable to Spokesperson Ada Quill:\n\nThe bridge is shut.", "Spokesperson Ada Quill"),
    ],
)
def test_a_release_is_told_by_its_opening(opening: str, issuer: str | None) -> None:
    shape = tell(Evidence(opening))
    assert (shape.kind, shape.issuer) == (Kind.RELEASE, issuer)


@pytest.mark.parametrize(
    ("title", "body", "issuer"),
    [
        ("Remarks by President Vale at the Opening of the Bridge", "Thank you all.\n\nPlease sit.", "President Vale"),
        ("Remarks by Minister Lind on Ferries", "Thank you all.", "Minister Lind"),
        (
            "Press Briefing by Press Secretary Ada Quill, March 3, 2022",
            "MS. QUILL: Hello.",
            "Press Secretary Ada Quill",
        ),
        ("Speech by Harbour Master Bo Lind", "Friends, the bridge is old.", "Harbour Master Bo Lind"),
        # turns: one who answers is the issuer, several are not
        (None, "QUESTION: Is it shut?\n\nMS. QUILL: It is.\n\nQUESTION: Why?\n\nMS. QUILL: A cable.", "MS. QUILL"),
        (None, "Q: Is it shut?\nPresident Vale: It is.\nQ: Why?\nPresident Vale: A cable.", "President Vale"),
        (None, "ADA QUILL: It is shut.\nBO LIND: Why?\nADA QUILL: A cable.\nBO LIND: Ah.", None),
        # answers run over several paragraphs
        (
            None,
            "Q: Shut?\nMR. LIND: Yes.\nIt is the cable.\nIt is old.\nQ: So?\nMR. LIND: We wait.\nAs ever.",
            "MR. LIND",
        ),
        ("Interview with Bo Lind", "HOST: Shut?\nBO LIND: Yes.\nHOST: Why?\nBO LIND: A cable.", "BO LIND"),
    ],
)
def test_a_transcript_is_told(title: str | None, body: str, issuer: str | None) -> None:
    shape = tell(Evidence(body, title=title))
    assert (shape.kind, shape.issuer) == (Kind.TRANSCRIPT, issuer)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("The bridge is shut. Stay away. — Bo Lind (@bolind) March 3, 2022", "Bo Lind"),
        ("The bridge is shut.\n\n— Port Elsin Harbour (@ElsinHarbour) March 3, 2022", "Port Elsin Harbour"),
        ("@ElsinHarbour: The bridge is shut.", "@ElsinHarbour"),
        ("Bo Lind (@bolind): The bridge is shut.", "Bo Lind"),
        ("Bo Lind @bolind · Mar 3\nThe bridge is shut.", "Bo Lind"),
    ],
)
def test_a_post_is_told(text: str, issuer: str) -> None:
    shape = tell(Evidence(text))
    assert (shape.kind, shape.issuer) == (Kind.POST, issuer)


@pytest.mark.parametrize(
    ("name", "official"),
    [
        ("The White House", True),
        ("Ministry of Foreign Affairs of the Republic of Armenia", True),
        ("European External Action Service", True),
        ("NATO", True),
        ("The Washington Post", False),
        ("Council on Foreign Relations", False),
        ("UN News", False),
        ("Embassy Magazine", False),
        ("Reuters", False),
        ("CNN", False),
    ],
)
def test_publishers_that_speak_for_themselves(name: str, official: bool) -> None:
    assert is_official(name) is official


def test_an_address_tells_the_publisher_where_no_name_does() -> None:
    shape = tell(Evidence(THIRD, title="Bridge to stay shut", url="https://www.mfa.gov.el/en/bridge"))
    assert shape.issuer == "mfa.gov.el"
    assert tell(Evidence(THIRD, title="Bridge to stay shut", url="https://ledger.example/gov")).kind is Kind.ARTICLE


def test_escapes_in_titles_are_undone() -> None:
    assert unescape(r"Drivers\u2019\_Patience\ \ and More") == "Drivers’ Patience and More"


def test_a_long_list_of_signatories_is_still_a_title() -> None:
    title = "Joint Statement on Ferries by " + ", ".join(f"Minister Ada Quill of Port Number {n}" for n in range(8))
    assert is_release_title(title)
    document = document_from_text(f"{title}\n\nWe will sail.", id="x")
    assert document.kind is Kind.RELEASE
    assert document.furniture[0].text == title
