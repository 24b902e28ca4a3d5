"""Who speaks: each row is a short text of our own, the source, and who that is; the comment names the trap."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.actors import Directory
from onrecord.record import Actor, Attribution, Basis, Document, Kind, Span


def attribution(text: str, source: str | None, nth: int = 0) -> Attribution:
    """An attribution whose source is the ``nth`` place where the words stand."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(source, at + 1) if source else -1
    content = Span.of(text, len(text) - 1, len(text))
    return Attribution((content,), source=Span.of(text, at, at + len(source)) if source else None)


def speak(text: str, *sources: str | None, **about: object) -> tuple[Actor, ...]:
    document = Document("test", text, **about)  # type: ignore[arg-type]
    return Directory(document).actors([attribution(text, source) for source in sources])


@pytest.mark.parametrize(
    ("text", "source", "name", "behalf", "sector"),
    [
        # the role and the state stand before the name
        (
            "Ruritania aside, Turkish Foreign Minister Ayla Demir said no.",
            "Turkish Foreign Minister Ayla Demir",
            "Ayla Demir",
            "TUR",
            "GOV",
        ),
        # the apposition holds both; the person beats the body
        (
            "Nat Pryce, spokesman for the US State Department, said so.",
            "Nat Pryce, spokesman for the US State Department,",
            "Nat Pryce",
            "USA",
            "GOV",
        ),
        ("Jan Mole, who heads the World Health Organization, spoke.", "Jan Mole", "Jan Mole", "WHO", "IGO"),
        # the description leads up to the name over a comma
        ("The president of Kenya, Otieno Wafula, said yes.", "Otieno Wafula", "Otieno Wafula", "KEN", "GOV"),
        # a metonym speaks
        ("Ankara rejected the report.", "Ankara", "Ankara", "TUR", "GOV"),
        ("The Kremlin denied it.", "The Kremlin", "Kremlin", "RUS", "GOV"),
        # a body of a state
        ("The Israeli army confirmed it.", "The Israeli army", "Israeli army", "ISR", "MIL"),
        ("A Moscow court said so.", "A Moscow court", "Moscow court", "RUS", "JUD"),
        # international organisations, armed groups, NGOs
        ("The European Union urged calm.", "The European Union", "European Union", "EUU", "IGO"),
        ("Hamas rejected it.", "Hamas", "Hamas", "ORG:Hamas", "REB"),
        ("A spokesman for Hamas said no.", "A spokesman for Hamas", "spokesman for Hamas", "ORG:Hamas", "REB"),
        (
            "The rights group Amnesty International said so.",
            "The rights group Amnesty International",
            "Amnesty International",
            "ORG:Amnesty International",
            "NGO",
        ),
        # who doesn't speak for the state
        (
            "French opposition leader Luc Morel condemned it.",
            "French opposition leader Luc Morel",
            "Luc Morel",
            "PRV:FRA",
            "OPP",
        ),
        (
            "A former British minister said so.",
            "A former British minister",
            "former British minister",
            "PRV:GBR",
            "ELI",
        ),
        ("German journalists protested.", "German journalists", "German journalists", "PRV:DEU", "JRN"),
        # an embassy speaks for who sent it, an envoy not for where to
        (
            "The British embassy in Baku said so.",
            "The British embassy in Baku",
            "British embassy in Baku",
            "GBR",
            "GOV",
        ),
        (
            "The Israeli ambassador to Russia said so.",
            "The Israeli ambassador to Russia",
            "Israeli ambassador to Russia",
            "ISR",
            "GOV",
        ),
        # no country in the words: the one that the document is about
        ("Peru shut its border. Police said so in Lima.", "Police", "Police", "PER", "COP"),
        # American members of Congress by party and state
        ("Rob Field (R-Texas) said so.", "Rob Field", "Rob Field", "USA", "LEG"),
        # a company by its spokeswoman, known by nobody
        ("Acmecorp spokeswoman Ann Hill said so.", "Acmecorp spokeswoman Ann Hill", "Ann Hill", "ORG:Acmecorp", "UNK"),
        # a statement is its author's word
        (
            "A statement by the Kenyan government said so.",
            "A statement by the Kenyan government",
            "Kenyan government",
            "KEN",
            "GOV",
        ),
        # several of different states, several of one
        ("France and Germany said so.", "France and Germany", "France and Germany", "group:France and Germany", "GOV"),
        ("Sources told nothing.", "Sources", "Sources", "unknown", "UNK"),
    ],
)
def test_one_source(text: str, source: str, name: str, behalf: str, sector: str) -> None:
    (actor,) = speak(text, source)
    assert (actor.name, actor.behalf.value, actor.sector.value) == (name, behalf, sector)


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        # the fullest name, for a short form before and after it
        ("Demir spoke. Turkish minister Ayla Demir left. Then Demir said so.", "Demir", "Ayla Demir"),
        # family name first
        ("Chinese Foreign Minister Wang Zhu met her. Wang said so.", "Wang said", "Wang Zhu"),
        # two of one surname: the title tells
        ("John Marsh and Mary Marsh came. Mrs Marsh said so.", "Mrs Marsh", "Mary Marsh"),
        # a month as a surname
        ("Prime Minister Theresa May left. May said so.", "Theresa May", "Theresa May"),
        # a state as a given name
        ("Israeli minister Israel Stern left.", "Israel Stern", "Israel Stern"),
        # an abbreviation that the text spells out
        ("The National Weather Union (NWU) met. The NWU said so.", "The NWU", "National Weather Union"),
        # a short form of an outlet
        ("The Springfield Post had it. Elsewhere the Post said so.", "the Post", "Springfield Post"),
    ],
)
def test_fullest_name(text: str, source: str, name: str) -> None:
    words = source.removesuffix(" said")
    (actor,) = speak(text, words)
    assert actor.name == name


@pytest.mark.parametrize(
    ("text", "sources", "name"),
    [
        # the last speaker
        (
            "Kenyan minister Otieno Wafula said so. He went on.",
            ("Kenyan minister Otieno Wafula", "He"),
            "Otieno Wafula",
        ),
        # the gender forbids the nearest
        ("Minister Anna Berg said so. She met John Reed. She went on.", ("Minister Anna Berg", "She"), "Anna Berg"),
        ("The Kremlin said so. It went on.", ("The Kremlin", "It"), "Kremlin"),
        (
            "The Kenyan health ministry said so. The ministry went on.",
            ("The Kenyan health ministry", "The ministry"),
            "Kenyan health ministry",
        ),
        (
            "Kenyan spokesman Otieno Wafula said so. The spokesman went on.",
            ("Kenyan spokesman Otieno Wafula", "The spokesman"),
            "Otieno Wafula",
        ),
        (
            "French minister Luc Morel met Kenyan minister Otieno Wafula. The French minister spoke.",
            ("The French minister",),
            "Luc Morel",
        ),
        (
            "Kenyan minister Otieno Wafula said so. His statement went on.",
            ("Kenyan minister Otieno Wafula", "His statement"),
            "Otieno Wafula",
        ),
        # nobody named: who spoke last, near
        (
            "Kenyan minister Otieno Wafula said so. “Enough,” x",
            ("Kenyan minister Otieno Wafula", None),
            "Otieno Wafula",
        ),
    ],
)
def test_taken_up(text: str, sources: tuple[str | None, ...], name: str) -> None:
    assert speak(text, *sources)[-1].name == name


@pytest.mark.parametrize(
    ("text", "source", "name", "behalf", "sector"),
    [
        # given names that begin alike are two people
        ("Mary Smith, a senator, met Mark Smith, a French doctor. Mark Smith left.", "Mark Smith left", "Mark Smith",
         "PRV:FRA", "MED"),
        ("Donna Trump, an American plumber, spoke.", "Donna Trump", "Donna Trump", "PRV:USA", "CVL"),
        # short forms, initials and other spellings are one
        ("Kenyan minister Joseph Wafula left. Joe Wafula spoke.", "Joe Wafula", "Joseph Wafula", "KEN", "GOV"),
        ("Kenyan minister Joseph Wafula left. J. Wafula spoke.", "J. Wafula", "Joseph Wafula", "KEN", "GOV"),
        # one office holder under two spellings of the tables
        ("Turkey met. Sergei Lavrov spoke.", "Sergei Lavrov", "Sergei Lavrov", "RUS", "GOV"),
        ("Turkey met. Erdogan spoke.", "Erdogan", "Erdogan", "TUR", "GOV"),
        # the office of a chamber, a bank or a court is no head of state's
        ("Italy met. Roberto Fico spoke.", "Roberto Fico", "Roberto Fico", "PRV:ITA", "CVL"),
        # outlets of one kind are not one
        ("The Jerusalem Post ran it. Haaretz had more.", "Haaretz", "Haaretz", "PRV:ISR", "JRN"),
    ],
)  # fmt: skip
def test_people_and_bodies_are_not_mixed_up(text: str, source: str, name: str, behalf: str, sector: str) -> None:
    (actor,) = speak(text, source.removesuffix(" left"), published=date(2022, 5, 1))
    assert (actor.name, actor.behalf.value, actor.sector.value) == (name, behalf, sector)


def test_a_name_that_ends_a_longer_one_is_the_longer_one() -> None:
    text = "Mary Smith, a senator, met Mark Smith, a French doctor. Mark Smith spoke."
    last = attribution(text, "Mark Smith", nth=1)
    (actor,) = Directory(Document("test", text)).actors([last])
    assert (actor.name, actor.behalf.value) == ("Mark Smith", "PRV:FRA")


@pytest.mark.parametrize(
    ("text", "source", "behalf"),
    [
        # two people of one country, and of two
        ("Kenyan minister Jane Roe came. Jane Roe and Kenyan minister John Doe spoke.",
         "Jane Roe and Kenyan minister John Doe", "KEN"),
        ("Emmanuel Macron and Olaf Scholz spoke.", "Emmanuel Macron and Olaf Scholz",
         "group:Emmanuel Macron and Olaf Scholz"),
        # a private person and a ministry
        ("Kenya met Anna Kern and the Foreign Ministry.", "Anna Kern and the Foreign Ministry",
         "group:Anna Kern and the Foreign Ministry"),
        # two towns share a noun
        ("Officials in Tbilisi and Yerevan spoke.", "Officials in Tbilisi and Yerevan",
         "group:Officials in Tbilisi and Yerevan"),
        # two ministries of one state share a noun
        ("The French foreign and defence ministries spoke.", "The French foreign and defence ministries", "FRA"),
        # what precedes the names means both
        ("The members of the European Parliament, Kim Kilj and Rea Berg, spoke.", "Kim Kilj and Rea Berg", "EUU"),
    ],
)  # fmt: skip
def test_joined_speakers(text: str, source: str, behalf: str) -> None:
    (actor,) = speak(text, source, published=date(2022, 5, 1))
    assert (actor.name, actor.behalf.value) == (source.removeprefix("The "), behalf)


def test_a_joined_pronoun_is_no_possessive() -> None:
    text = "Kenyan minister Jane Roe spoke. She and her husband spoke. They and the Foreign Ministry left."
    _, pair, others = speak(text, "Kenyan minister Jane Roe", "She and her husband", "They and the Foreign Ministry")
    assert (pair.name, pair.behalf.value) == ("She and her husband", "group:She and her husband")
    assert others.name == "They and the Foreign Ministry"


@pytest.mark.parametrize(
    ("text", "source", "behalf", "sector"),
    [
        # a state told beside a body that is listed for another
        ("Armenia's Investigative Committee spoke.", "Armenia's Investigative Committee", "ARM", "JUD"),
        ("The Investigative Committee of Armenia spoke.", "The Investigative Committee of Armenia", "ARM", "JUD"),
        ("Turkey's National Security Council spoke.", "Turkey's National Security Council", "TUR", "GOV"),
        ("The American Red Cross spoke.", "The American Red Cross", "PRV:USA", "SOC"),
        # a generic name in a text about another state, and about its own
        ("Britain and London waited. The British fell. The Treasury spoke.", "The Treasury", "GBR", "GOV"),
        ("Washington and Britain waited. The Treasury spoke.", "The Treasury", "USA", "GOV"),
        # the place with which the sentence begins
        ("Armenian forces came. Armenia won. In Baku, the Prosecutor General's Office spoke.",
         "the Prosecutor General's Office", "AZE", "JUD"),
        # a role is not cut to its last word
        ("The Prosecutor General's Office of Azerbaijan spoke.", "The Prosecutor General's Office of Azerbaijan",
         "AZE", "JUD"),
        # unrecognised entities, and who is put in by a state
        ("Abkhaz officials spoke. Georgia did not.", "Abkhaz officials", "ORG:Abkhazia", "GOV"),
        ("Ukraine waited. The Russian-appointed governor of Kherson spoke.",
         "The Russian-appointed governor of Kherson", "RUS", "GOV"),
        ("Ukraine waited. Moscow-installed officials spoke.", "Moscow-installed officials", "RUS", "GOV"),
        # Brussels as a town
        ("Brussels police spoke.", "Brussels police", "BEL", "COP"),
        ("Prosecutors in Brussels spoke.", "Prosecutors in Brussels", "BEL", "JUD"),
        ("Brussels spoke.", "Brussels", "EUU", "IGO"),
        # a pope of the Vatican, wherever the text plays
        ("Turkey waited. Pope Francis spoke.", "Pope Francis", "VAT", "REL"),
        # who is sent to a body speaks for the state
        ("Vasily Nebin, the Russian UN ambassador, spoke.", "Vasily Nebin", "RUS", "GOV"),
        ("UN Syria envoy Stan Mist spoke.", "UN Syria envoy Stan Mist", "UNO", "IGO"),
        ("The US mission to the OSCE spoke.", "The US mission to the OSCE", "USA", "GOV"),
        # offices no longer held
        ("Former NATO secretary-general Jan Mole spoke.", "Former NATO secretary-general Jan Mole", "unknown", "ELI"),
        ("Kenyan ex-minister Jane Roe spoke.", "Kenyan ex-minister Jane Roe", "PRV:KEN", "ELI"),
        ("Jane Roe, who was Ukraine's foreign minister until 2010, spoke.", "Jane Roe", "PRV:UKR", "ELI"),
        ("Kenya's then-president Jane Roe spoke.", "then-president Jane Roe", "KEN", "GOV"),
        # the wife is not the minister
        ("Kenya waited. The wife of the prime minister, Mary Roe, spoke.", "Mary Roe", "PRV:KEN", "CVL"),
        # one unknown word is a body, not a person of the document's country
        ("Britain waited. Vodacorp spoke.", "Vodacorp", "ORG:Vodacorp", "BUS"),
        # a word for many, and the Congress, are parts of a longer name
        ("The World Jewish Congress spoke.", "The World Jewish Congress", "ORG:World Jewish Congress", "BUS"),
        # nobody's country is guessed from a text about many
        ("France, Germany, Kenya and Peru met. Anna Kern spoke.", "Anna Kern", "unknown", "UNK"),
    ],
)  # fmt: skip
def test_in_whose_name(text: str, source: str, behalf: str, sector: str) -> None:
    (actor,) = speak(text, source)
    assert (actor.behalf.value, actor.sector.value) == (behalf, sector)


def test_a_pronoun_prefers_a_likely_gender_and_needs_a_told_one() -> None:
    text = "Kenyan spokesman Otto Berg spoke. Peruvian minister Anna Kern spoke. He left."
    assert speak(text, "Kenyan spokesman Otto Berg", "Peruvian minister Anna Kern", "He")[-1].name == "Otto Berg"
    text = "Peruvian minister Anna Kern spoke. He left."
    assert speak(text, "Peruvian minister Anna Kern", "He")[-1].name == "Anna Kern"
    text = "Peruvian spokeswoman Anna Kern spoke. He left."
    assert speak(text, "Peruvian spokeswoman Anna Kern", "He")[-1].name != "Anna Kern"


def test_papers_of_papers_and_many_joined_sources_end() -> None:
    for piece in ("a statement by ", "he and his statement by ", "the army of Kenya and "):
        source = piece * 1500 + "Kenya"
        (actor,) = speak(f"{source} spoke.", source)
        assert actor.key


def test_role_and_organisation_stand_in_the_text() -> None:
    (actor,) = speak("Nat Pryce, spokesman for the US State Department, said so.", "Nat Pryce")
    assert (actor.role, actor.organisation) == ("spokesman", "US State Department")
    assert actor.key == "person:nat pryce|USA"


def test_bodies_are_filed_under_the_vocabularys_id() -> None:
    first, second = speak("The United Nations spoke. The UN said so.", "The United Nations", "The UN")
    assert first.key == second.key == "org:UNO/united-nations"
    assert second.name == "United Nations"


def test_a_bare_name_is_looked_up_with_the_date() -> None:
    text = "In the United States, Obama said so."
    (then,) = speak(text, "Obama", published=date(2014, 5, 1))
    (later,) = speak(text, "Obama", published=date(2019, 5, 1))
    assert (then.behalf.value, then.behalf.by) == ("USA", "table:office-holders")
    assert (later.behalf.value, later.sector.value) == ("PRV:USA", "ELI")
    assert then.key == "person:barack obama|USA"


def test_the_text_comes_before_the_table() -> None:
    (actor,) = speak("Kenyan activist Barack Obama said so.", "Barack Obama", published=date(2014, 5, 1))
    assert (actor.behalf.value, actor.sector.value) == ("PRV:KEN", "SOC")


def test_the_issuer_speaks_in_its_release() -> None:
    text = "The meeting was held today."
    document = Document("test", text, kind=Kind.RELEASE, issuer="Ministry of Foreign Affairs of Kenya")
    issued = Attribution((Span.of(text, 0, len(text)),), basis=Basis.ISSUER)
    (actor,) = Directory(document).actors([issued])
    assert (actor.name, actor.behalf.value, actor.behalf.evidence) == (
        "Ministry of Foreign Affairs of Kenya",
        "KEN",
        (),
    )


def test_order_of_attributions_is_kept() -> None:
    text = "Kenyan minister Otieno Wafula said so. He went on."
    he, minister = speak(text, "He", "Kenyan minister Otieno Wafula")
    assert he.key == minister.key == "person:otieno wafula|KEN"


def test_nobody_speaks_where_no_words_do() -> None:
    (actor,) = speak("“Enough.” x", None)
    assert (actor.key, actor.name, actor.behalf.value) == ("unknown", None, "unknown")


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("Ankara", "TUR"),  # not in the document: the vocabulary tells
        ("the Israeli army", "ISR"),
        ("Hamas", "ORG:Hamas"),
        ("Demir", "TUR"),  # by the document's full name
        ("the tall trees", None),
        ("Nig", None),  # no whole word of the document
        ("Niger", "NER"),  # not the beginning of Nigeria, which comes first
        ("", None),
    ],
)
def test_directory_resolves_targets(phrase: str, code: str | None) -> None:
    ask = Directory(Document("test", "Turkish Foreign Minister Ayla Demir of Nigeria blamed Hamas and Niger.")).behalf
    found = ask(phrase)
    assert (found.value if found else None) == code


PIECES = [
    "Mr",
    "Ayla",
    "Demir",
    "the",
    "ministry",
    "of",
    "Kenya",
    "U.S.",
    "(NWU)",
    "and",
    "he",
    "it",
    "spokesman",
    "for",
    "BAKU",
    ",",
    ".",
    "’s",
    "al-",
    "\n\n",
    "“",
    "🙂",
    "ʻ",
    "former",
    "UN",
    "statement",
    "by",
    "who",
    "A",
    "-",
]
TEXTS = st.one_of(
    st.text(min_size=1, max_size=60), st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map(" ".join)
)


def evidence_of(actor: Actor) -> tuple[Span, ...]:
    return (*actor.behalf.evidence, *actor.sector.evidence)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.lists(st.tuples(st.integers(0, 200), st.integers(1, 40), st.booleans()), max_size=6))
def test_any_text_gives_an_actor_each_and_true_spans(text: str, places: list[tuple[int, int, bool]]) -> None:
    attributions = []
    for start, length, named in places:
        first = start % len(text)
        span = Span.of(text, first, min(len(text), first + length))
        attributions.append(Attribution((span,), source=span if named else None))
    document = Document("any", text)
    actors = Directory(document).actors(attributions)
    assert len(actors) == len(attributions)
    for actor in actors:
        assert actor.key
        assert all(text[s.start : s.end] == s.text for s in evidence_of(actor))
        assert 0 <= actor.behalf.score <= 1
        assert 0 <= actor.sector.score <= 1


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_directory_never_fails(text: str, phrase: str) -> None:
    found = Directory(Document("any", text)).behalf(phrase)
    assert found is None or found.value != "unknown"


def test_several_named_after_what_they_are_stay_together_for_they() -> None:
    text = (
        "Azerbaijani authorities kept silent.\n\nThe two members of the Council of Europe's Parliamentary Assembly who follow "
        "Armenia, Kimmo Roe and Boriana Doe, said they were worried. They hoped for talks."
    )
    joined, they = speak(
        text,
        "The two members of the Council of Europe's Parliamentary Assembly who follow Armenia, Kimmo Roe and Boriana Doe",
        "They",
    )
    assert joined.name == they.name == "Kimmo Roe and Boriana Doe"
    assert joined.behalf.value == they.behalf.value == "COE"


@pytest.mark.parametrize(
    ("text", "source", "cue", "name"),
    [
        # a statement from somebody is theirs, though nothing tells their country
        ("A statement from Mayor Jane Roe came.", "A statement from Mayor Jane Roe", None, "Jane Roe"),
        ("A letter by the harbour authority came.", "A letter by the harbour authority", None, "harbour authority"),
        ("In Mayor Jane Roe\u2019s words it was late.", "Mayor Jane Roe\u2019s words", None, "Jane Roe"),
        # trap: what a paper is about is not its author
        ("A report of the fire came.", "A report of the fire", None, "report of the fire"),
        # the source cuts a name
        ("It was Mayor Jane Roe who said so.", "Roe who", None, "Jane Roe"),
        # an outlet quotes somebody
        ("Interfax cited Mayor Jane Roe as saying so.", "Interfax cited Mayor Jane Roe", None, "Jane Roe"),
        ("Interfax cited Mayor Jane Roe as saying so.", "Interfax", "cited", "Jane Roe"),
        ("Mayor Jane Roe came. Interfax quoted her as saying so.", "Interfax", "quoted her as saying", "Jane Roe"),
        ("Mayor Jane Roe came. Radio quoted her as saying so.", None, "quoted her as saying", "Jane Roe"),
        ("Mayor Jane Roe was quoted by Interfax as saying so.", "Interfax", "as saying", "Jane Roe"),
        # trap: it cites a paper and speaks for itself
        ("Interfax cited a map and said so.", "Interfax", "said", "Interfax"),
    ],
)
def test_whose_word_it_is(text: str, source: str | None, cue: str | None, name: str) -> None:
    content = Span.of(text, len(text) - 1, len(text))
    spans = [Span.of(text, text.index(w), text.index(w) + len(w)) if w else None for w in (source, cue)]
    (actor,) = Directory(Document("test", text)).actors([Attribution((content,), source=spans[0], cue=spans[1])])
    assert actor.name == name


@pytest.mark.parametrize(
    "title",
    [
        "Engineer",
        "Chief Engineer",
        "Ombudsman",
        "Warden",
        "Chief Inspector",
        "Commodore",
        "Alderman",
        "Rector",
        "Chaplain",
    ],
)
def test_a_title_is_no_part_of_a_name(title: str) -> None:
    (actor,) = speak(f"{title} Jane Roe said so.", f"{title} Jane Roe")
    assert (actor.name, actor.role) == ("Jane Roe", title)


@pytest.mark.parametrize(
    "told",
    [
        "told CNN",
        "told the BBC",
        "spoke to the BBC",
        "was quoted by Interfax",
        "was interviewed by the Guardian",
        "gave an interview with Reuters",
    ],
)
def test_an_outlet_between_lends_no_country(told: str) -> None:
    (actor,) = speak(f"Mayor Jane Roe {told} on Sunday.", "Mayor Jane Roe")
    assert actor.behalf.value == "unknown"


def test_an_outlet_that_speaks_has_its_country() -> None:
    (actor,) = speak("The Guardian said so.", "The Guardian")
    assert actor.behalf.value == "PRV:GBR"


@pytest.mark.parametrize(
    ("text", "source", "behalf"),
    [
        # people and things whose capital is only the sentence's
        ("Fans said so.", "Fans", "unknown"),
        ("Fans in Kenya said so.", "Fans in Kenya", "PRV:KEN"),
        ("Footage showed it.", "Footage", "unknown"),
        ("Motorists said so.", "Motorists", "unknown"),
        ("Glazers said so.", "Glazers", "unknown"),
        ("A brew was sold. Brew said so.", "Brew", "unknown"),
        # a name is one: no plural, or with its capital inside a sentence too
        ("Norvik said so.", "Norvik", "ORG:Norvik"),
        ("They work for Glazers. Glazers said so.", "Glazers", "ORG:Glazers"),
    ],
)
def test_a_capital_that_begins_a_sentence_makes_no_organisation(text: str, source: str, behalf: str) -> None:
    (actor,) = (
        speak(text, source)
        if text.startswith(source)
        else Directory(Document("test", text)).actors([attribution(text, source, text.count(source) - 1)])
    )
    assert actor.behalf.value == behalf
