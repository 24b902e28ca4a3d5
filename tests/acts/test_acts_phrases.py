"""The notation of the vocabulary's phrases, inflection, tokens and sentences."""

from __future__ import annotations

import re

import pytest

from onrecord.acts.inflection import inflections
from onrecord.acts.lexicon import longest
from onrecord.acts.phrases import Phrases
from onrecord.acts.tokens import tokenise
from onrecord.vocabulary import acts as vocabulary
from onrecord.vocabulary.acts import Entry

NOTATION = [
    ("condemn~", "he condemns it", ["condemns"]),
    ("condemn~", "a condemnation", []),
    ("condemnat*", "a condemnation", ["condemnation"]),
    ("war crime/crimes", "a war crime and war crimes", ["war crime", "war crimes"]),
    ("pay a [heavy] price", "pay a price, pay a heavy price", ["pay a price", "pay a heavy price"]),
    ("held ... accountable", "held them all accountable", ["held them all accountable"]),
    # trap: a gap is at most three words and no sentence long
    ("held ... accountable", "held one two three four accountable", []),
    ("held ... accountable", "held. Accountable", []),
    ("?", "why?", ["?"]),
    ("don't", "I don’t", ["don’t"]),
    ("israel", "Israel’s", ["Israel’s"]),
]


@pytest.mark.parametrize(("phrase", "text", "expected"), NOTATION)
def test_the_notation(phrase: str, text: str, expected: list[str]) -> None:
    tokens = tokenise(text)
    hits = Phrases([Entry("x", phrase)]).find(tokens).within(0, len(tokens))
    assert [text[tokens.starts[h.first] : tokens.ends[h.end - 1]] for h in longest(hits)] == expected


VERBS = [
    ("condemn", {"condemn", "condemns", "condemned", "condemning"}),
    ("urge", {"urge", "urges", "urged", "urging"}),
    ("deny", {"deny", "denies", "denied", "denying"}),
    ("delay", {"delay", "delays", "delayed", "delaying"}),
    ("push", {"push", "pushes", "pushed", "pushing"}),
    ("slam", {"slam", "slams", "slamed", "slaming", "slammed", "slamming"}),
    ("agree", {"agree", "agrees", "agreed", "agreeing"}),
]


@pytest.mark.parametrize(("verb", "forms"), VERBS)
def test_inflections(verb: str, forms: set[str]) -> None:
    assert set(inflections(verb)) == forms


def test_a_word_is_looked_up_no_deeper_than_the_longest_prefix() -> None:
    phrases = Phrases([Entry("x", "condemnat*"), Entry("y", "co*")])
    tokens = tokenise("condemnation" + "n" * 100_000)
    assert {hit.entry.code for hit in phrases.find(tokens).within(0, 1)} == {"x", "y"}


SENTENCES = [
    ("It is late. He left.", 2),
    ("Mr. Smith left.", 1),
    ("J. Smith left.", 1),
    ("The U.S. Senate met.", 1),
    ("Late\nHe left.", 2),
    ("Is it late? “No.” He left.", 3),
    ("Only 3.5 per cent left.", 1),
    ("", 0),
]


@pytest.mark.parametrize(("text", "count"), SENTENCES)
def test_sentences(text: str, count: int) -> None:
    tokens = tokenise(text)
    assert len(set(tokens.sentences)) == count


def test_every_file_of_the_vocabulary_keeps_to_the_closed_lists() -> None:
    assert {entry.code for entry in vocabulary.act_entries()} == set(vocabulary.ACTS) - {"explain"}
    assert {entry.code for entry in vocabulary.demand_entries()} == set(vocabulary.DEMANDS) - {"other"}
    assert {entry.code for entry in vocabulary.channels().entries} == set(vocabulary.CHANNELS)


def test_weights_levels_and_places_are_in_range() -> None:
    for entry in vocabulary.act_entries():
        assert 0 < entry.weight <= 1, entry
        assert entry.level in range(vocabulary.MAX_INTENSITY + 1), entry
        assert entry.place in {"cue", "content", "any"}, entry
        assert {entry.negated, entry.turns} <= {None, *vocabulary.ACTS}, entry


def test_every_phrase_keeps_to_the_notation() -> None:
    word = re.compile(r"\.\.\.|\[?(?:[\w'&]+|[?!])[*~]?(?:/(?:[\w'&]+)[*~]?)*\]?")
    channels, negations = vocabulary.channels(), vocabulary.negations()
    listed = (
        *vocabulary.act_entries(), *vocabulary.demand_entries(), *vocabulary.intensity_entries(), *vocabulary.hedge_entries(),
        *channels.entries, *channels.carriers, *channels.openers, *negations.before, *negations.exempt, *vocabulary.outlets().names,
    )  # fmt: skip
    assert [e.phrase for e in listed if not all(word.fullmatch(w) for w in e.phrase.split())] == []
    assert [e.phrase for e in listed if e.phrase != e.phrase.lower()] == []


def test_no_phrase_votes_twice_for_an_act_at_one_place() -> None:
    seen = [(entry.code, entry.place, entry.phrase) for entry in vocabulary.act_entries()]
    assert len(seen) == len(set(seen))


def test_an_unknown_code_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "ACTS", ("condemn",))
    vocabulary.act_entries.cache_clear()
    with pytest.raises(ValueError, match="unknown code"):
        vocabulary.act_entries()
    vocabulary.act_entries.cache_clear()
