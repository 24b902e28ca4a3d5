"""The codebook's rules on what is a statement, on attributions built by hand."""

from __future__ import annotations

import pytest

from onrecord.attribution import select
from onrecord.attribution.issuer import FRAME
from onrecord.attribution.select import FURNITURE, ISSUERS_OWN, NOT_PUBLIC
from onrecord.attribution.verbatim import verbatim
from onrecord.encoder import quotations
from onrecord.record import Attribution, Basis, Document, Form, Kind, Span


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def cited(
    text: str,
    *content: str,
    source: str | None = None,
    cue: str | None = None,
    silent: bool = False,
    score: float = 0.9,
) -> Attribution:
    spans = tuple(place(text, words) for words in content)
    return Attribution(
        spans,
        verbatim(text, spans, quotations(text)),
        place(text, source) if source else None,
        place(text, cue) if cue else None,
        silent=silent,
        statement_score=score,
    )


def rows(document: Document, *found: Attribution) -> list[tuple[str | None, str]]:
    """(words that name the speaker, content) of each statement kept."""
    kept, _ = select(document, found, 0.5)
    return [(a.speaker_words.text if a.speaker_words else None, " … ".join(s.text for s in a.content)) for a in kept]


def test_a_quoted_paragraph_goes_on_with_the_one_before() -> None:
    text = "“We did not do it,” Novak said.\n\n“Nobody has shown us any proof.”\n\nShe left."
    document = Document("d", text)
    found = cited(text, "“We did not do it,”", source="Novak", cue="said")
    kept, dropped = select(document, [found], 0.5)
    assert not dropped
    assert [(a.basis, a.form, a.source is None) for a in kept] == [
        (Basis.CUE, Form.DIRECT, False),
        (Basis.CONTINUATION, Form.DIRECT, True),
    ]
    assert rows(document, found) == [("Novak", "We did not do it,"), ("Novak", "Nobody has shown us any proof.")]


@pytest.mark.parametrize(
    "second",
    [
        pytest.param("“Proof” was never shown to anybody in the room.", id="a scare quote"),
        pytest.param("“No.” The room fell silent and everybody left.", id="a quotation with narration after it"),
        pytest.param("Nobody has shown any proof.", id="narration"),
        pytest.param("“No”", id="too short to stand alone"),
    ],
)
def test_a_paragraph_that_is_not_all_quotation_does_not_go_on(second: str) -> None:
    text = f"“We did not do it,” Novak said.\n\n{second}"
    assert len(rows(Document("d", text), cited(text, "“We did not do it,”", source="Novak", cue="said"))) == 1


def test_an_orphan_quotation_has_no_speaker_to_carry() -> None:
    text = "It rained.\n\n“Nobody has shown us any proof.”\n\nIt rained on."
    assert rows(Document("d", text)) == []


def test_an_unclosed_paragraph_before_its_speaker_goes_with_them() -> None:
    text = "“We did not do it and never would.\n\n“We are innocent,” Novak said."
    found = cited(text, "“We are innocent,”", source="Novak", cue="said")
    assert rows(Document("d", text), found) == [
        ("Novak", "We did not do it and never would."),
        ("Novak", "We are innocent,"),
    ]


def test_content_over_two_paragraphs_becomes_two_statements() -> None:
    text = "Novak said: “We did not do it.\n\n“Nobody did it.”"
    found = cited(text, "“We did not do it.", "“Nobody did it.”", source="Novak", cue="said")
    kept, _ = select(Document("d", text), [found], 0.5)
    assert [(a.basis, a.content[0].text, a.cue is None) for a in kept] == [
        (Basis.CUE, "We did not do it.", False),
        (Basis.CONTINUATION, "Nobody did it.", True),
    ]
    assert kept[1].carried == place(text, "Novak")


def test_one_cue_with_two_spans_is_one_statement() -> None:
    text = "“We did not,” Novak said. “Nobody did.”"
    assert rows(Document("d", text), cited(text, "“We did not,”", "“Nobody did.”", source="Novak", cue="said")) == [
        ("Novak", "We did not, … Nobody did.")
    ]


def test_titles_and_thoughts_are_dropped_with_their_reason() -> None:
    text = "Novak denies guilt\n\nNovak thinks it will rain."
    document = Document("d", text, furniture=(Span.of(text, 0, 18),))
    title = cited(text, "guilt", source="Novak", cue="denies")
    thought = cited(text, "it will rain", cue="thinks", score=0.1)
    kept, dropped = select(document, [title, thought], 0.5)
    assert kept == ()
    assert [d.reason for d in dropped] == [FURNITURE, NOT_PUBLIC]
    assert [d.attribution for d in dropped] == [title, thought]


@pytest.mark.parametrize(
    ("sentence", "source", "actors"),
    [
        (
            "Neither the port nor the coast guard responded.",
            "Neither the port nor the coast guard",
            ["the port", "the coast guard"],
        ),
        ("Police and the mayor declined to comment.", "Police and the mayor", ["Police", "the mayor"]),
        (
            "The Department of Health and Human Services declined to comment.",
            "The Department of Health and Human Services",
            None,
        ),
        ("A spokesman for the port declined to comment.", "A spokesman for the port", None),
        ("Boeing, Airbus and Saab declined to comment.", "Boeing, Airbus and Saab", ["Boeing", "Airbus", "Saab"]),
        (
            "Police, the mayor and the governor kept silent.",
            "Police, the mayor and the governor",
            ["Police", "the mayor", "the governor"],
        ),
        ("Bosnia and Herzegovina did not comment.", "Bosnia and Herzegovina", None),
        (
            "Smith, a spokesman for the fire and rescue service, declined to comment.",
            "Smith, a spokesman for the fire and rescue service",
            None,
        ),
        (
            "The Ministry of Defence and the police did not comment.",
            "The Ministry of Defence and the police",
            ["The Ministry of Defence", "the police"],
        ),
    ],
)
def test_each_silent_actor_has_a_statement(sentence: str, source: str, actors: list[str] | None) -> None:
    words = sentence.removeprefix(source).strip(" ,.")
    found = cited(sentence, words, source=source, cue=words, silent=True)
    kept, _ = select(Document("d", sentence), [found], 0.5)
    assert [a.source.text for a in kept if a.source] == (actors or [source])
    assert {a.form for a in kept} == {Form.SILENCE}


def test_each_paragraph_of_a_release_is_its_issuers_statement() -> None:
    text = (
        "Statement by the Embassy of Norway\n\nWe condemn the attack on the convoy.\n\n"
        "The Red Cross says that nine people died. We mourn them.\n\n###"
    )
    document = Document("d", text, Kind.RELEASE, "Embassy of Norway", furniture=(Span.of(text, 0, 34),))
    own = cited(text, "the attack on the convoy", source="We", cue="condemn")
    other = cited(text, "nine people died", source="The Red Cross", cue="says")
    kept, dropped = select(document, [own, other], 0.5)
    assert [(a.basis, a.form, a.content[0].text) for a in kept] == [
        (Basis.ISSUER, Form.DIRECT, "We condemn the attack on the convoy."),
        (Basis.ISSUER, Form.DIRECT, "The Red Cross says that nine people died. We mourn them."),
        (Basis.CUE, Form.INDIRECT, "nine people died"),
    ]
    assert sorted(d.reason for d in dropped) == sorted([FRAME, ISSUERS_OWN])


def test_turns_of_a_transcript_name_their_speakers() -> None:
    text = (
        "COMMISSIONER LIND: Good morning. We have a proposal.\n\nIt is a good one.\n\n"
        "REPORTER: Who pays for it?\n\nCOMMISSIONER LIND: The member states do."
    )
    document = Document("d", text, Kind.TRANSCRIPT)
    assert rows(document) == [
        ("COMMISSIONER LIND", "Good morning. We have a proposal."),
        ("COMMISSIONER LIND", "It is a good one."),
        ("COMMISSIONER LIND", "The member states do."),
    ]


def test_headed_lines_of_an_article_are_no_turns() -> None:
    text = "Note: this is long.\n\nWhat: a march.\n\nWhere: Oslo.\n\nWhen: noon."
    assert rows(Document("d", text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "This is an outrage and must stop. — Anna Lind (@annalind) March 3, 2022",
            [("Anna Lind", "This is an outrage and must stop.")],
        ),
        ("“This must stop.” — Anna Lind, mayor of Lund", [("Anna Lind", "This must stop.")]),
        ("The two towns — Lund and Malmö, both in Skåne — agreed.", []),
        ("He came home late — Anna Lind, his wife, had waited.", []),
    ],
)
def test_a_signed_line_is_its_signers(text: str, expected: list[tuple[str, str]]) -> None:
    assert rows(Document("d", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "MR LIND: Thank you all for coming.\n\nQUESTION: Will you resign over this?\n\nI ask again, minister.\n\nMR LIND: I will not.",
            [("MR LIND", "Thank you all for coming."), ("MR LIND", "I will not.")],
            id="questions are nobody's statement",
        ),
        pytest.param(
            "LIND: We are ready.\n\n(Applause.)\n\n###\n\nÉmilie Durand: We must go now.",
            [("LIND", "We are ready."), ("Émilie Durand", "We must go now.")],
            id="names with accents, stage directions, end marks",
        ),
        pytest.param(
            "A-" * 40 + "!\n\nLIND: We are ready.", [("LIND", "We are ready.")], id="no endless search for a name"
        ),
    ],
)
def test_turns_of_awkward_transcripts(text: str, expected: list[tuple[str, str]]) -> None:
    assert rows(Document("d", text, Kind.TRANSCRIPT)) == expected


def test_others_cited_in_a_turn_are_kept() -> None:
    text = "LIND: Good morning. The Red Cross says that nine people died there.\n\nBERG: We mourn them."
    other = cited(text, "nine people died there", source="The Red Cross", cue="says")
    assert ("The Red Cross", "nine people died there") in rows(Document("d", text, Kind.TRANSCRIPT), other)


def test_lines_headed_by_places_are_no_turns() -> None:
    text = "Russia: Putin spoke.\n\nFrance: Macron spoke.\n\nRussia: Lavrov spoke too.\n\nIt went on for an hour."
    assert rows(Document("d", text)) == []


@pytest.mark.parametrize(
    ("issuer", "source"),
    [("Embassy of Russia", "US"), ("European Union", "UN"), ("Embassy of Norway", "the ambassador to Norway")],
)
def test_a_release_keeps_others_whose_names_only_look_like_the_issuers(issuer: str, source: str) -> None:
    text = f"Statement\n\nWe are glad that yesterday {source} condemned the raid on the convoy."
    document = Document("d", text, Kind.RELEASE, issuer)
    assert (source, "the raid on the convoy") in rows(
        document, cited(text, "the raid on the convoy", source=source, cue="condemned")
    )


def test_what_is_left_out_of_a_release_is_told() -> None:
    text = (
        "Contact tracing has begun in all nine provinces of the country.\n\nReleased prisoners must be allowed to go home.\n\n"
        "- END -\n\nContact: press@example.org"
    )
    kept, dropped = select(Document("d", text, Kind.RELEASE, "Ministry of Health"), [], 0.5)
    assert [a.content[0].text[:8] for a in kept] == ["Contact ", "Released"]
    assert [(d.attribution.content[0].text, d.reason) for d in dropped] == [
        ("- END -", FRAME),
        ("Contact: press@example.org", FRAME),
    ]


def test_a_quotation_of_somebody_else_that_goes_on_in_a_release_stays_theirs() -> None:
    text = "The Red Cross said: “Nine people died.\n\n“Nine more are missing since then.”"
    found = cited(text, "“Nine people died.", "“Nine more are missing since then.”", source="The Red Cross", cue="said")
    kept, _ = select(Document("d", text, Kind.RELEASE, "Embassy of Norway"), [found], 0.5)
    assert {(a.basis, a.content[0].text, a.speaker_words.text if a.speaker_words else None) for a in kept} == {
        (Basis.ISSUER, "The Red Cross said: “Nine people died.", None),
        (Basis.CUE, "Nine people died.", "The Red Cross"),
        (Basis.ISSUER, "Nine more are missing since then.", None),
        (Basis.CONTINUATION, "Nine more are missing since then.", "The Red Cross"),
    }


def test_a_caption_between_quoted_paragraphs_is_no_statement() -> None:
    text = "“We did not do it,” Novak said.\n\n“Nobody has shown us any proof.”"
    start = text.index("“Nobody")
    document = Document("d", text, furniture=(Span.of(text, start, len(text)),))
    kept, dropped = select(document, [cited(text, "“We did not do it,”", source="Novak", cue="said")], 0.5)
    assert [a.content[0].text for a in kept] == ["We did not do it,"]
    assert [d.reason for d in dropped] == [FURNITURE]


def test_a_quotation_does_not_go_on_over_narration() -> None:
    text = (
        "Novak said that it would rain. Children played outside the burnt-out school until it was dark.\n\n"
        "“Nobody has shown us any proof.”"
    )
    assert len(rows(Document("d", text), cited(text, "it would rain", source="Novak", cue="said"))) == 1


def test_a_transcript_of_questions_without_colons() -> None:
    text = (
        "Press briefing\n\nTHE PRESIDENT: Good morning to all of you.\n\nQ Mr. President, will you resign?\n\nTHE PRESIDENT: No.\n\n"
        "END 10:12 A.M. EST"
    )
    document = Document("d", text, Kind.TRANSCRIPT, "President Lind")
    kept, dropped = select(document, [], 0.5)
    assert [a.content[0].text for a in kept] == ["Good morning to all of you.", "No."]
    assert [d.attribution.content[0].text for d in dropped] == ["Mr. President, will you resign?"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Lind (@annalind): This must stop now.", [("Anna Lind", "This must stop now.")]),
        (
            "Anna Lind @annalind\nThis must stop now.\nAll of it.\n10:14 AM · Mar 4, 2024\n\nIt rained.",
            [("Anna Lind", "This must stop now."), ("Anna Lind", "All of it.")],
        ),
        ("Anna Lind @annalind\n\nThis must stop now.\n\nIt rained.", [("Anna Lind", "This must stop now.")]),
    ],
)
def test_posts_copied_as_they_are_shown(text: str, expected: list[tuple[str, str]]) -> None:
    assert rows(Document("d", text)) == expected


def test_a_signature_is_no_second_statement() -> None:
    text = "This is an outrage. — Anna Lind (@annalind) March 3, 2022"
    assert len(rows(Document("d", text), cited(text, "March 3, 2022", source="Anna Lind"))) == 1


def test_what_nobody_said_is_no_statement() -> None:
    text = "Nobody has claimed responsibility."
    kept, dropped = select(
        Document("d", text), [cited(text, "has claimed responsibility", source="Nobody", silent=True)], 0.5
    )
    assert kept == ()
    assert [d.reason for d in dropped] == ["said of nobody"]
