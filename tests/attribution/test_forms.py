"""What reading takes from short texts, whatever the form they are written in; the tables are in forms.py."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

import forms
import pytest

from onrecord.pipeline import read
from onrecord.record import Document, Form, Reading, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FORMS = forms.QUOTED_FORMS | forms.REPORTED_FORMS


@cache
def reading(text: str) -> Reading:
    (found,) = read([Document("d", text)], threads=1)
    return found


def words(text: str) -> str:
    """The words of a text in small letters, without the marks between them."""
    return " ".join(re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text.casefold()))


def content(statement: Statement) -> str:
    """The words of a content, its spans parted by "…", without a conjunction at its head."""
    return " … ".join(words(span.text) for span in statement.attribution.content).removeprefix("that ")


def told(text: str) -> forms.Rows:
    return [(s.speaker.name or "", content(s)) for s in reading(text).statements]


def only(text: str) -> Statement:
    (statement,) = reading(text).statements
    return statement


def acts(statement: Statement) -> set[str]:
    return {judgement.value for judgement in statement.coding.acts}


def is_silence(statement: Statement) -> bool:
    return statement.attribution.form is Form.SILENCE


def table(rows: dict[str, tuple[str, forms.Rows]]) -> pytest.MarkDecorator:
    """Each sentence of a table in a small story, with what it tells."""
    return pytest.mark.parametrize(
        ("text", "expected"), [pytest.param(forms.framed(text), told_, id=name) for name, (text, told_) in rows.items()]
    )


every_form = pytest.mark.parametrize(
    ("clause", "form"),
    [pytest.param(clause, form, id=f"{act}-{form}") for act, clause in forms.CLAUSES.items() for form in FORMS],
)


@every_form
def test_the_words_are_the_same_in_every_form(clause: forms.Clause, form: str) -> None:
    statement = only(clause.put(FORMS[form]))
    assert content(statement).replace(" … ", " ") == words(clause.words)
    quoted = form in forms.QUOTED_FORMS
    assert statement.attribution.form is (Form.DIRECT if quoted else Form.INDIRECT)
    verbatim = " ".join(words(span.text) for span in statement.attribution.verbatim)
    assert verbatim == (words(clause.words) if quoted else "")


@every_form
def test_the_speaker_is_the_same_in_every_form(clause: forms.Clause, form: str) -> None:
    assert only(clause.put(FORMS[form])).speaker.name == clause.name


@pytest.mark.parametrize("title", forms.TITLES)
def test_a_title_is_no_part_of_the_name(title: str) -> None:
    speaker = only(forms.framed(f"{title} Helen Sandor said the road would reopen on Monday.")).speaker
    assert speaker.name == forms.HELEN


@every_form
def test_the_act_is_the_same_in_every_form(clause: forms.Clause, form: str) -> None:
    statement = only(clause.put(FORMS[form]))
    assert acts(statement) == {clause.act}
    assert {judgement.value for judgement in statement.coding.demands} == clause.demands


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in forms.NO_STATEMENTS.items()])
def test_texts_in_which_nobody_speaks_give_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("story", forms.STORIES)
@pytest.mark.parametrize("marked", forms.MARKED_WORDS)
def test_marks_around_words_are_no_statement(marked: str, story: str) -> None:
    text, expected = forms.STORIES[story]
    assert told(text.format(forms.MARKED_WORDS[marked])) == expected


@table(forms.INTERRUPTED)
def test_a_quotation_that_its_cue_interrupts_is_one_statement(text: str, expected: forms.Rows) -> None:
    assert told(text) == expected


@table(forms.SIGNED)
def test_a_name_behind_a_dash_or_before_a_colon_is_who_speaks(text: str, expected: forms.Rows) -> None:
    assert told(text) == expected


@table(forms.PARAGRAPHS)
def test_a_new_paragraph_is_a_new_statement(text: str, expected: forms.Rows) -> None:
    assert told(text) == expected


def test_a_paragraph_carried_on_names_no_source() -> None:
    text, _ = forms.PARAGRAPHS["left open"]
    first, second = reading(forms.framed(text)).statements
    assert first.attribution.source is not None
    assert second.attribution.source is None
    assert second.attribution.cue is None


@table(forms.CUES)
def test_one_cue_is_one_statement(text: str, expected: forms.Rows) -> None:
    assert told(text) == expected


@table(forms.TWO_SPEAKERS)
def test_each_of_two_speakers_has_their_own_words(text: str, expected: forms.Rows) -> None:
    assert told(text) == expected


def test_speakers_joined_under_one_cue_are_one_statement() -> None:
    statement = only(
        forms.framed("Mayor Helen Sandor and Governor Viktor Reyle called for an independent investigation.")
    )
    assert content(statement) == "an independent investigation"
    assert statement.attribution.source is not None
    assert statement.attribution.source.text == "Mayor Helen Sandor and Governor Viktor Reyle"


@table(forms.DENIED)
def test_a_denial_is_a_statement_of_what_is_denied(text: str, expected: forms.Rows) -> None:
    assert told(text) == expected
    assert not any(is_silence(s) for s in reading(text).statements)


@table(forms.NEVER_SAID)
def test_words_told_as_never_said_are_on_nobodys_record(text: str, expected: forms.Rows) -> None:
    spoken = [(s.speaker.name, content(s)) for s in reading(text).statements if not is_silence(s)]
    assert spoken == expected


@pytest.mark.parametrize(("sentence", "expected"), [pytest.param(*row, id=name) for name, row in forms.ACTS.items()])
def test_each_cue_has_its_own_act(sentence: str, expected: list[str]) -> None:
    assert [acts(s) for s in reading(forms.framed(sentence)).statements] == [{act} for act in expected]


@pytest.mark.parametrize(("sentence", "expected"), [pytest.param(*row, id=name) for name, row in forms.VIA.items()])
def test_another_outlet_is_told(sentence: str, expected: list[str | None]) -> None:
    found = [s.coding.via.value if s.coding.via else None for s in reading(forms.framed(sentence)).statements]
    assert len(found) == len(expected)
    for via, outlet in zip(found, expected, strict=True):
        assert via == outlet or (via is not None and outlet is not None and outlet in via)


@pytest.mark.parametrize(("sentence", "expected"), [pytest.param(*row, id=name) for name, row in forms.VIA.items()])
def test_an_outlet_between_does_not_become_the_speaker(sentence: str, expected: list[str | None]) -> None:
    names = [s.speaker.name for s in reading(forms.framed(sentence)).statements]
    assert len(names) == len(expected)
    assert set(names) <= {forms.HELEN, forms.VIKTOR}


@pytest.mark.parametrize("sentence", [pytest.param(row[0], id=name) for name, row in forms.VIA.items()])
def test_an_outlet_lends_the_speaker_no_country(sentence: str) -> None:
    assert {s.speaker.behalf.value for s in reading(forms.framed(sentence)).statements} == {"unknown"}


def test_an_outlet_is_no_other_one_in_its_own_article() -> None:
    text = forms.framed(forms.VIA["told"][0])
    (found,) = read([Document("d", text, outlet="CNN")], threads=1)
    assert [s.coding.via for s in found.statements] == [None]


@pytest.mark.parametrize(
    ("sentence", "who", "phrase"), [pytest.param(*row, id=name) for name, row in forms.SILENCES.items()]
)
def test_reported_silence(sentence: str, who: str, phrase: str) -> None:
    statement = only(forms.framed(sentence))
    assert statement.attribution.form is Form.SILENCE
    assert acts(statement) == {"withhold"}
    assert statement.speaker.name == who
    assert phrase in content(statement)


@pytest.mark.parametrize(
    ("sentence", "who"), [pytest.param(*row, id=name) for name, row in forms.SILENT_TOGETHER.items()]
)
def test_each_silent_actor_has_a_statement(sentence: str, who: list[str]) -> None:
    statements = reading(forms.framed(sentence)).statements
    assert [s.speaker.name for s in statements] == who
    assert all(is_silence(s) and acts(s) == {"withhold"} for s in statements)


@table(forms.NOT_SILENT)
def test_words_of_silence_alone_are_none(text: str, expected: forms.Rows) -> None:
    assert told(text) == expected
    assert not any(is_silence(s) or "withhold" in acts(s) for s in reading(text).statements)


def _texts() -> Iterable[tuple[str, str]]:
    """Every text of the tables under a name, but for the clauses; marked words where they are most easily misread."""
    yield from ((f"nobody-{name}", text) for name, text in forms.NO_STATEMENTS.items())
    story, _ = forms.STORIES["a statement before"]
    yield from ((f"marked-{name}", story.format(sentence)) for name, sentence in forms.MARKED_WORDS.items())
    tables: dict[str, Mapping[str, tuple[str, object] | tuple[str, str, str]]] = {
        "interrupted": forms.INTERRUPTED,
        "paragraphs": forms.PARAGRAPHS,
        "cues": forms.CUES,
        "two speakers": forms.TWO_SPEAKERS,
        "denied": forms.DENIED,
        "never said": forms.NEVER_SAID,
        "via": forms.VIA,
        "silence": forms.SILENCES,
        "silent together": forms.SILENT_TOGETHER,
        "not silent": forms.NOT_SILENT,
    }
    for kind, rows in tables.items():
        yield from ((f"{kind}-{name}", forms.framed(row[0])) for name, row in rows.items())
    yield from ((f"article-{name}", text) for name, text in forms.ARTICLES.items())


TEXTS = dict(_texts())
CLAUSES = {f"{act}-{name}": clause.put(form) for act, clause in forms.CLAUSES.items() for name, form in FORMS.items()}
#: Each form once, with one clause after the other: a law that reads a text again takes its time.
ONE_OF_EACH = {
    f"{act}-{name}": CLAUSES[f"{act}-{name}"] for act, name in zip(itertools.cycle(forms.CLAUSES), FORMS, strict=False)
}


def texts(of: dict[str, str], *, having: str = "") -> pytest.MarkDecorator:
    """The texts ``of`` a table in which the expression ``having`` is found."""
    rows = [pytest.param(text, id=name) for name, text in of.items() if re.search(having, text)]
    return pytest.mark.parametrize("text", rows)


def places(spans: Iterable[Span], shift: int) -> list[tuple[int, int]]:
    """Where spans stand, ``shift`` characters further on; marks at their edges do not matter."""
    found = []
    for span in spans:
        start = span.start + next((n for n, c in enumerate(span.text) if c.isalnum()), 0)
        end = span.end - next((n for n, c in enumerate(reversed(span.text)) if c.isalnum()), 0)
        found.append((start + shift, end + shift))
    return found


@dataclass(frozen=True)
class Taken:
    """What a reader of the record takes from a statement.

    Where the words that name the speaker and the cue end ("told the BBC", "told the BBC on Sunday") the codebook leaves
    open, so they count by what follows from them.

    Attributes:
        speaker: name, role, organisation, behalf and sector.
        content: where its words stand.
        verbatim: where those of them stand that are quoted.
        coding: what it does, field by field.
    """

    speaker: tuple[str | None, ...]
    content: list[tuple[int, int]]
    verbatim: list[tuple[int, int]]
    coding: dict[str, object]


def taken(text: str, shift: int = 0) -> list[Taken]:
    """The statements of a text, their places ``shift`` characters further on."""
    return [_taken(statement, shift) for statement in reading(text).statements]


def _taken(statement: Statement, shift: int) -> Taken:
    found, speaker, coding = statement.attribution, statement.speaker, statement.coding
    return Taken(
        speaker=(speaker.name, speaker.role, speaker.organisation, speaker.behalf.value, speaker.sector.value),
        content=places(found.content, shift),
        verbatim=places(found.verbatim, shift),
        coding={
            "form": found.form.value,
            "acts": acts(statement),
            "demands": {judgement.value for judgement in coding.demands},
            "target": {judgement.value for judgement in coding.target},
            "intensity": coding.intensity.value,
            "hedged": coding.hedged.value,
            "way": [way.value if way else None for way in (coding.channel, coding.platform, coding.via)],
            "said on": coding.said_on.value if coding.said_on else None,
        },
    )


@texts(TEXTS | CLAUSES)
def test_every_span_stands_where_it_says(text: str) -> None:
    assert all(text[span.start : span.end] == span.text for span in reading(text).spans())


@texts(TEXTS | CLAUSES)
def test_the_content_of_speech_is_apart_from_its_cue_and_source(text: str) -> None:
    for statement in reading(text).statements:
        found = statement.attribution
        if found.form is not Form.SILENCE:
            others = [span for span in (found.cue, found.source) if span is not None]
            assert not any(span.overlaps(other) for span in found.content for other in others)


@texts(TEXTS | CLAUSES)
def test_no_statement_stands_twice(text: str) -> None:
    # those who are silent together share their words (codebook, "One cue, one statement")
    found = [
        (s.attribution.content, s.attribution.cue, s.attribution.source if is_silence(s) else None)
        for s in reading(text).statements
    ]
    assert len(set(found)) == len(found)


@texts(TEXTS | CLAUSES)
def test_what_is_said_is_not_read_from_the_words_that_name_the_speaker(text: str) -> None:
    for statement in reading(text).statements:
        source, coding = statement.attribution.source, statement.coding
        said = (*coding.acts, *coding.demands, coding.intensity, coding.hedged)
        evidence = [span for judgement in said for span in judgement.evidence]
        assert source is None or not any(span.overlaps(source) for span in evidence)


STYLES = {
    "straight": ('"', '"', "'"),
    "British": ("‘", "’", "’"),
    "British straight": ("'", "'", "'"),
    "guillemets": ("«", "»", "’"),
}


def letters(statement: Statement) -> str:
    return "".join(c for span in statement.attribution.content for c in span.text if c.isalnum())


@pytest.mark.parametrize("style", STYLES)
@texts(TEXTS | ONE_OF_EACH, having="\\A[^‘]*“[^‘]*\\Z")  # without a quotation inside the quotation
def test_the_style_of_marks_changes_no_statement(text: str, style: str) -> None:
    opening, closing, apostrophe = STYLES[style]
    restyled = text.replace("’", apostrophe).replace("“", opening).replace("”", closing)
    assert [letters(s) for s in reading(restyled).statements] == [letters(s) for s in reading(text).statements]


def renamed(text: str) -> str:
    for old, new in forms.RENAMED.items():
        text = text.replace(old, new).replace(old.split()[-1], new.split()[-1])
    return text


@texts(TEXTS | ONE_OF_EACH, having="|".join(forms.RENAMED))
def test_another_name_for_a_speaker_changes_nothing_else(text: str) -> None:
    assert len(renamed(text)) == len(text)
    expected = [replace(t, speaker=tuple(s and renamed(s) for s in t.speaker)) for t in taken(text)]
    assert taken(renamed(text)) == expected


@texts(TEXTS | ONE_OF_EACH)
def test_an_unrelated_paragraph_before_changes_no_statement(text: str) -> None:
    paragraph = f"{forms.UNRELATED['plain']}\n\n"
    assert taken(paragraph + text) == taken(text, len(paragraph))


@texts(TEXTS | ONE_OF_EACH)
def test_an_unrelated_paragraph_behind_changes_no_statement(text: str) -> None:
    assert taken(f"{text}\n\n{forms.UNRELATED['long']}") == taken(text)
