"""Channel, platform and via, and how far they reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from acts_statements import Said, code_all

from onrecord.acts import code
from onrecord.record import Actor, Attribution, Basis, Document, Judgement, Kind, Span

if TYPE_CHECKING:
    from onrecord.record import Coding


def told(coding: Coding) -> tuple[str | None, ...]:
    return tuple(j.value if j is not None else None for j in (coding.channel, coding.platform, coding.via))


CHANNELS = [
    ("Vesna tweeted the road was open.", "tweeted", ("post", "Twitter", None), ["tweeted"]),
    ("Vesna wrote on Telegram the road was open.", "wrote on Telegram", ("post", "Telegram", None), ["on Telegram"]),
    ("Vesna wrote on X the road was open.", "wrote on X", ("post", "X", None), ["wrote on X"]),
    (
        "Vesna said in a statement the road was open.",
        "said in a statement",
        ("statement", None, None),
        ["in a statement"],
    ),
    ("In a statement, Vesna said the road was open.", "said", ("statement", None, None), ["In a statement"]),
    ("Vesna told reporters the road was open.", "told reporters", ("briefing", None, None), ["told reporters"]),
    ("Vesna told parliament the road was open.", "told parliament", ("speech", None, None), ["told parliament"]),
    ("Vesna said in court the road was open.", "said in court", ("court", None, None), ["in court"]),
    ("Vesna told CNN the road was open.", "told CNN", ("interview", None, "CNN"), ["told", "CNN"]),
    (
        "Vesna told the Erewhon Times the road was open.",
        "told",
        ("interview", None, "Erewhon Times"),
        ["told", "Erewhon Times"],
    ),
    # told to an outlet in writing: the channel is the writing
    (
        "Vesna told CNN in an email the road was open.",
        "told CNN in an email",
        ("statement", None, "CNN"),
        ["in an email"],
    ),
    # trap: a person is told, not an outlet
    ("Vesna told Baku the road was open.", "told", (None, None, None), []),
    # trap: the statement is what is spoken of, not how
    ("Angered by a rival, Vesna said the road was open.", "said", (None, None, None), []),
]


@pytest.mark.parametrize(("text", "cue", "expected", "words"), CHANNELS)
def test_how_it_was_said(text: str, cue: str, expected: tuple[str | None, ...], words: list[str]) -> None:
    (coding,) = code_all(text, Said(cue, "the road was open", "Vesna"))
    assert told(coding) == expected
    assert ([] if coding.channel is None else [span.text for span in coding.channel.evidence]) == words


ANOTHERS = [
    # words of others, and what the cue's own act is done to
    ("Vesna said after a statement by Greece the road was open.", "said"),
    ("Objecting to a statement by Greece, Vesna said the road was open.", "said"),
    ("In reply to the Greek tweet, Vesna said the road was open.", "said"),
    ("Commenting on the letter, Vesna said the road was open.", "said"),
    ("Vesna rejected the UN report that the road was open.", "rejected the UN report that"),
    ("Vesna praised the speech that the road was open.", "praised the speech that"),
]


@pytest.mark.parametrize(("text", "cue"), ANOTHERS)
def test_somebody_elses_words_are_not_the_channel(text: str, cue: str) -> None:
    (coding,) = code_all(text, Said(cue, "the road was open", "Vesna"))
    assert coding.channel is None


@pytest.mark.parametrize(
    ("text", "cue", "channel"),
    [
        ("Vesna, in a statement from her office, said the road was open.", "said", "statement"),
        ("Vesna rejected it in a report that the road was open.", "rejected it in a report that", "report"),
        ("Vesna issued a statement that the road was open.", "issued a statement that", "statement"),
        ("In a letter to Greece, Vesna said the road was open.", "said", "statement"),
    ],
)
def test_a_speakers_own_words_are(text: str, cue: str, channel: str) -> None:
    (coding,) = code_all(text, Said(cue, "the road was open", "Vesna"))
    assert told(coding)[0] == channel


def test_what_an_outlet_tells_was_not_told_to_it() -> None:
    text = "Vesna said the road was open, according to Reuters."
    (coding,) = code_all(text, Said("said", "the road was open", "Vesna"))
    assert told(coding) == (None, None, "Reuters")


@pytest.mark.parametrize(
    ("cue", "source", "channel"),
    [("reported", "Reuters", "report"), ("said", "Reuters", None), ("reported", "Vesna", None)],
)
def test_an_outlets_own_report(cue: str, source: str, channel: str | None) -> None:
    (coding,) = code_all(f"{source} {cue} the road was open.", Said(cue, "the road was open", source))
    assert told(coding)[0] == channel


def test_a_platform_taken_to_reaches_what_a_pronoun_goes_on_with() -> None:
    text = "Vesna took to Twitter. It was late, she wrote. It was dark, she added. The road is open, Ilir wrote."
    late, dark, road = code_all(
        text,
        Said("wrote", "It was late", "she"),
        Said("added", "It was dark", "she"),
        Said("Ilir wrote", "The road is open", "Ilir", by="Ilir"),
    )
    assert told(late) == told(dark) == ("post", "Twitter", None)
    assert told(road) == (None, None, None)


def test_a_platform_taken_to_does_not_reach_over_a_paragraph() -> None:
    text = "Vesna took to Twitter.\nIt was late, she wrote."
    (late,) = code_all(text, Said("wrote", "It was late", "she"))
    assert told(late) == (None, None, None)


def test_the_articles_own_outlet_is_no_via() -> None:
    text = "Vesna told CNN the road was open."
    (coding,) = code_all(text, Said("told CNN", "the road was open", "Vesna"), outlet="CNN")
    assert told(coding) == ("interview", None, None)


def test_an_outlet_that_quotes_is_via() -> None:
    text = "Kommersant quoted her as saying the road was open."
    (coding,) = code_all(text, Said("quoted her as saying", "the road was open", "her"))
    assert coding.via is not None
    assert coding.via.value == "Kommersant"


def test_a_channel_reaches_what_was_added_and_no_further() -> None:
    text = "Vesna told CNN it was late. She added it was dark. She said it was cold."
    late, dark, cold = code_all(
        text,
        Said("told CNN", "it was late", "Vesna"),
        Said("added", "it was dark", "She"),
        Said("said", "it was cold"),
    )
    assert told(late) == ("interview", None, "CNN")
    assert told(dark) == ("interview", None, "CNN")
    assert told(cold) == (None, None, None)


def test_a_channel_reaches_a_quotation_that_goes_on_without_a_cue() -> None:
    text = "“It was late,” Vesna tweeted.\n“It was dark.”"
    late, dark = code_all(
        text, Said("tweeted", "It was late", "Vesna"), Said(None, "It was dark.", basis=Basis.CONTINUATION)
    )
    assert told(late) == told(dark) == ("post", "Twitter", None)


def test_a_channel_does_not_reach_another_speaker() -> None:
    text = "Vesna tweeted it was late. Ilir added it was dark."
    _, dark = code_all(text, Said("tweeted", "it was late", "Vesna"), Said("added", "it was dark", "Ilir", by="Ilir"))
    assert told(dark) == (None, None, None)


def test_another_channel_of_its_own_is_not_overwritten() -> None:
    text = "Vesna tweeted it was late. She added in a statement it was dark."
    _, dark = code_all(text, Said("tweeted", "it was late", "Vesna"), Said("added in a statement", "it was dark"))
    assert told(dark) == ("statement", None, None)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(Kind.RELEASE, "statement"), (Kind.POST, "post"), (Kind.TRANSCRIPT, "briefing")],
)
def test_an_issuers_paragraph_has_its_documents_channel(kind: Kind, expected: str) -> None:
    text = "The road is open."
    (coding,) = code_all(text, Said(None, text, basis=Basis.ISSUER), kind=kind)
    assert told(coding)[0] == expected
    assert coding.channel is not None
    assert coding.channel.evidence == ()


def test_a_transcript_of_a_speech() -> None:
    text = "Speech by Vesna to the assembly\nThe road is open."
    (coding,) = code_all(text, Said(None, "The road is open.", basis=Basis.ISSUER), kind=Kind.TRANSCRIPT)
    assert told(coding)[0] == "speech"


def test_a_post_by_layout_is_a_post() -> None:
    text = "Anna Lind (@annalind): This must stop now."
    words, name = Span.of(text, 23, len(text)), Span.of(text, 0, 9)
    posted = Attribution((words,), (words,), source=name, basis=Basis.LAYOUT)
    nobody = Actor("x", None, None, None, Judgement("unknown", "test"), Judgement("UNK", "test"))
    (coding,) = code(Document("d", text), [posted], [nobody], lambda _: None)
    assert coding.channel is not None
    assert (coding.channel.value, coding.channel.evidence[0].text) == ("post", "@annalind")


QUOTED = [
    # the outlet in the source, beside it, in the cue, as the source itself
    ("“It is open,” Kommersant cited Vesna as saying.", "Kommersant cited Vesna", "as saying", "Kommersant"),
    ("“It is open,” Kommersant cited Vesna as saying.", "Vesna", "as saying", "Kommersant"),
    ("“It is open,” Kommersant cited her as saying.", "Kommersant", "cited her as saying", "Kommersant"),
    ("It is open, Vesna was quoted by Interfax as saying.", "Vesna", "was quoted by Interfax as saying", "Interfax"),
    ("It is open, Vesna was quoted as saying by Interfax.", "Vesna", "was quoted as saying", "Interfax"),
    # an outlet without a name
    ("State television quoted Vesna as saying it is open.", "Vesna", "as saying", "State television"),
    ("Vesna told local radio it is open.", "Vesna", "told local radio", "local radio"),
    # trap: who cites a paper speaks for himself, and so does an outlet that cites one
    ("Vesna, citing the budget, said it is open.", "Vesna", "said", None),
    ("Kommersant cited a map and said it is open.", "Kommersant", "said", None),
    # trap: an outlet without a name that is nobody's frame
    ("Vesna said in the state media office it is open.", "Vesna", "said", None),
]


@pytest.mark.parametrize(("text", "source", "cue", "via"), QUOTED)
def test_an_outlet_that_quotes_is_told(text: str, source: str, cue: str, via: str | None) -> None:
    content = "It is open" if "It is open" in text else "it is open"
    (coding,) = code_all(text, Said(cue, content, source))
    assert told(coding)[2] == via
