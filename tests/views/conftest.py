"""A small batch: two documents that share a speaker, a silence, something left out, a document kept unread."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.views.builder import actor, attribution, coding, document, reading

if TYPE_CHECKING:
    from onrecord.record import Reading

WIRE = (
    "Envoys speak out\n"
    "“This is a crime,” Mara Lund wrote on Twitter, and asked for “an open inquiry”.\n"
    "\n"
    "The Ruritanian army declined to comment. Critics believe it knew."
)
PAPER = "Ms Lund said the pictures were 'beyond words' and that [bold] steps \x1b[31mwould\x1b[0m follow."


@pytest.fixture
def batch() -> list[Reading]:
    wire = document(WIRE, outlet="The Wire", published=date(2022, 10, 3), sha256="a" * 64, url="https://wire.example/1")
    paper = document(PAPER, "=paper.html", warnings=("the date was guessed",))
    french = document("Paris est sous le choc.", "choc.txt", language="fr")
    lund = actor("Mara Lund", "EUU", "IGO", role="envoy", key="lund")
    return [
        reading(
            wire,
            (
                attribution(wire, "This is a crime,", verbatim=("This is a crime,",), source="Mara Lund", cue="wrote"),
                lund,
                coding("condemn", intensity=4, channel="post", platform="Twitter", said_on=date(2022, 10, 2)),
            ),
            (
                attribution(wire, "“an open inquiry”", verbatim=("an open inquiry",), cue="asked for"),
                lund,
                coding("demand", demands=("investigation",), target=("PRV:AZE", "ORG:A, B")),
            ),
            (
                attribution(wire, "declined to comment", source="The Ruritanian army", silent=True),
                actor("Ruritanian army", "XRU", "MIL"),
                coding("withhold"),
            ),
            dropped=((attribution(wire, "it knew", source="Critics", cue="believe"), "a thought nobody uttered"),),
        ),
        reading(
            paper,
            (
                attribution(
                    paper,
                    "the pictures were 'beyond words'",
                    "steps \x1b[31mwould\x1b[0m follow",
                    verbatim=("beyond words",),
                ),
                actor("Lund", "EUU", "IGO", key="lund"),
                coding("dismay", intensity=4, hedged=True, via="Kommersant"),
            ),
        ),
        reading(french, warnings=("the text is in French, which is not read",)),
    ]
