"""Short texts of our own, and what a reader who keeps to the codebook takes from each: the tables of test_forms.py."""

from __future__ import annotations

from dataclasses import dataclass

#: Paragraphs around a sentence, in which nobody says anything.
BEFORE = "It was a cold morning in Sarn and the streets were empty."
AFTER = "The buses run again from Tuesday."


def framed(sentence: str) -> str:
    """A sentence in a small story."""
    return f"{BEFORE}\n\n{sentence}\n\n{AFTER}"


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement that reads the same as somebody's own words and as reported speech.

    Attributes:
        who: the speaker with a title.
        first: the clause's beginning, up to where a speaker may be put in.
        second: the rest of it.
        act: the one act of the codebook that it is.
        demands: the objects of a demand.
    """

    who: str
    first: str
    second: str
    act: str
    demands: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The speaker without the title."""
        return " ".join(self.who.split()[-2:])

    @property
    def words(self) -> str:
        """The whole clause."""
        return f"{self.first} {self.second}"

    def put(self, form: str) -> str:
        """The clause in a form, in a small story."""
        sentence = form.format(
            who=self.who,
            surname=self.who.split()[-1],
            clause=self.words,
            Clause=_capital(self.words),
            First=_capital(self.first),
            second=self.second,
        )
        return framed(sentence)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


CLAUSES = {
    "condemn": Clause(
        "Foreign Minister Helga Branting",
        "the bombing of the Kerem market",
        "was a barbaric crime against defenceless people",
        "condemn",
    ),
    "deny": Clause(
        "Colonel Boris Varga",
        "the army",
        "had nothing to do with the explosion at the school in Orlec",
        "deny",
    ),
    "demand": Clause(
        "Prosecutor Vera Lindahl",
        "an independent investigation into the deaths at the Brenik mine",
        "must begin at once",
        "demand",
        frozenset({"investigation"}),
    ),
    "pledge": Clause(
        "Prime Minister Oscar Kranz",
        "the government",
        "will rebuild every house that the flood in Sarn destroyed",
        "pledge",
    ),
    "support": Clause(
        "Commissioner Nina Holub",
        "the ceasefire on the island of Lomer",
        "was excellent news and a great achievement of both sides",
        "support",
    ),
    "explain": Clause(
        "Professor Viktor Reyle",
        "the bridge over the Brenik",
        "was closed because two of its pillars had cracked",
        "explain",
    ),
}

#: Forms in which all of the words stand in quotation marks.
QUOTED_FORMS = {
    "quotation first": "“{Clause},” {who} said.",
    "inverted": "“{Clause},” said {who}.",
    "interrupted": "“{First},” {who} said, “{second}.”",
    "colon": "{who} said: “{Clause}.”",
    "quoted after that": "{who} said that “{clause}”.",
    "straight marks": '"{Clause}," {who} said.',
    "British marks": "‘{Clause},’ {who} said.",
    "British straight marks": "'{Clause},' {who} said.",
    "guillemets": "«{Clause}», {who} said.",
    "next paragraph": "{who} said in a statement on Monday:\n\n“{Clause}.”",
    "surname later": "{who} came to the square on Monday.\n\n“{Clause},” {surname} said.",
    "noun cue before a quotation": "A statement from {who} read: “{Clause}.”",
}

#: Forms in which none do.
REPORTED_FORMS = {
    "plain": "{who} said {clause}.",
    "that": "{who} said on Monday that {clause}.",
    "at the end": "{Clause}, {who} said.",
    "parenthetical": "{First}, {who} said, {second}.",
    "according to": "According to {who}, {clause}.",
    "according to, at the end": "{Clause}, according to {who}.",
    "passive": "Reporters in the capital were told by {who} that {clause}.",
    "noun cue": "The statement by {who} that {clause} was read out on Monday evening.",
    "possessive": "In {who}’s words, {clause}.",
    "relative clause": "{who}, who said that {clause}, flew home on Monday.",
    "cleft": "It was {who} who said that {clause}.",
    "participle": "Speaking in parliament, {who} said {clause}.",
    "reply": "Asked about it, {who} replied that {clause}.",
    "post": "{who} wrote on Telegram that {clause}.",
}

#: Titles before a name, of which none is a part of it.
TITLES = (
    "Ambassador",
    "Archbishop",
    "Brigadier",
    "Captain",
    "Chief Engineer",
    "Commissioner",
    "Deputy Mayor",
    "Dr",
    "Engineer",
    "Governor",
    "Judge",
    "Ombudsman",
    "Police Chief",
    "Professor",
    "Prosecutor",
    "Senator",
    "Trade Minister",
    "Vice President",
)


NO_STATEMENTS = {
    "weather": "It rained for three days and the Brenik rose by a metre. Two bridges were closed on Monday.",
    "match report": "Sarn beat Orlec 3-1 on Saturday. Holm scored twice in the first half, and the third goal fell "
    "a minute before the end. Orlec had won the five matches before.",
    "recipe": "Peel the potatoes and boil them for twenty minutes. Mash them with butter, add the grated cheese and "
    "bake the dish until the top is brown.",
    "visit": "President Felix Brunn flew to Orlec on Monday. He laid a wreath at the harbour, visited the hospital and "
    "left the same evening.",
    "vote": "Parliament passed the budget by 61 votes to 38 on Thursday. Four members stayed away.",
    "march": "About two thousand people marched through Orlec on Sunday. The march ended at the harbour after two hours.",
    "attack": "Two rockets hit the covered market of Kerem shortly after nine. Eleven people were killed and the roof "
    "burned until noon.",
    "footage": "Footage from a camera at the gate shows a white van turning into the yard at night. Four men climb out "
    "and carry boxes to the door.",
    "thoughts": "President Felix Brunn is thought to want an early election. His party believes that it would win.",
    "agentless charge": "Former treasurer Simon Kolar is accused of taking two million crowns. He has faced calls to "
    "leave the council.",
    "history": "The castle was built in 1412 and burned twice. A merchant bought the ruin in 1780 and turned it into a "
    "brewery, which closed in 1931.",
    "travel": "The ferry to Lomer takes forty minutes. From the landing a path climbs through pines to a white chapel "
    "above the bay.",
    "markets": "Shares in the shipping company Norvik fell by 4% on Tuesday. Copper rose for the third day in a row.",
    "life": "Rosa Timko was born in Sarn in 1951, studied law in the capital and worked as a judge for thirty years. "
    "She died in March and leaves two sons.",
    "talks": "The two delegations met for three hours in a hotel by the lake and dined together afterwards. They meet "
    "again in June.",
    "machine": "The new press prints forty thousand sheets an hour. It weighs nine tonnes and stands where the old "
    "boiler stood.",
    "timetable": "The hearing begins at ten on Wednesday in room four. Eleven witnesses are on the list, and a verdict "
    "is due before the summer.",
    "animals": "The storks came back to Orlec in the first week of April. They nest on the chimney of the old mill, and "
    "this year there are three young.",
}


MAYOR = "Mayor Helen Sandor said the road would reopen on Monday."
MAYORS_WORDS = ("Helen Sandor", "the road would reopen on monday")

#: Where the marked words are put: alone among other paragraphs, in a story with a statement, right behind one.
STORIES = {
    "no statement near": (f"{BEFORE}\n\n{{}} Snow lay on the roofs.\n\n{AFTER}", []),
    "a statement below": (f"{BEFORE}\n\n{{}} Snow lay on the roofs.\n\n{MAYOR}", [MAYORS_WORDS]),
    "a statement before": (f"{BEFORE}\n\n{MAYOR} {{}}\n\n{AFTER}", [MAYORS_WORDS]),
}

MARKED_WORDS = {
    # scare quotes
    "peace park": "The so-called “peace park” lies north of the old town.",
    "smart lights": "The “smart” traffic lights on Mill Street went dark at noon.",
    "comfort seat": "Passengers pay forty crowns more for a “comfort” seat.",
    "temporary fence": "A 'temporary' fence has stood around the well for nine years.",
    "model village": "Tourists photograph the ‘model village’ from the hill above it.",
    "miracle cure": "A shop by the station sold the “miracle cure” until Easter.",
    # titles of works
    "novel": "The library lent out “The Salt Road” four hundred times last year.",
    "reader": "Nora Wessels reads “War and Peace” every summer.",
    "song": "The orchestra played “Night Ferry” twice.",
    "play": "The play “Three Winters” opens at the town theatre on Friday.",
    "exhibition": "The exhibition “Rivers and Rails” runs until May.",
    "film": 'The cinema shows "A Map of Snow" at eight.',
    # nicknames and names
    "nickname": "Jonas “the Bear” Holm won the wrestling cup again.",
    "known as": "Fans know the striker as “the Postman”.",
    "cake": "The café sells a cake called the “Old Captain”.",
    "ship": "The ferry “Northern Star” left the dock at dawn.",
    "horse": "The horse ‘Silver Nutmeg’ won the last race.",
    "operation": "Operation “Blue Heron” began at dawn with three hundred soldiers.",
    "prize": "The prize for the “best bakery” went to a shop in Mill Street.",
    "streets": "Two streets now bear the names “Liberty” and “Harvest”.",
    "class": "The pupils of class “4b” planted forty trees.",
    # slogans and inscriptions
    "banner": "A banner over the bridge read “No more lorries”.",
    "placards": "Many carried placards reading “Water for all”.",
    "road sign": "A yellow sign with the word “Slow” stands at the entrance of the village.",
    "door": "A door marked “Private” leads to the cellar.",
    "shirts": "Shirts with the words “Orlec for ever” sold out within an hour.",
    "inscription": "Over the door of the station stands the line “Better late than never”.",
    # quoted words without a speaker
    "word": "The word “harbour” comes from an older one for shelter.",
    "proverb": "The proverb “still waters run deep” is carved into the bench.",
    "letter": "The letter “Q” fell off the front of the museum.",
    "ballot": "A “yes” needs two thirds of the votes.",
    "file": "The file on the stick is called “budget-final-2”.",
    "password": "The password of the alarm was “orchid”.",
    "chess": "In chess an “exchange” is a rook for a bishop.",
}


#: A statement as the tests compare it: the speaker's name and the content's words (see ``test_forms.told``).
Rows = list[tuple[str, str]]

HELEN, VIKTOR = "Helen Sandor", "Viktor Reyle"

INTERRUPTED: dict[str, tuple[str, Rows]] = {
    "two sentences": (
        "“We waited for the boats all night,” Mayor Helen Sandor said. “Nobody came to help us.”",
        [(HELEN, "we waited for the boats all night … nobody came to help us")],
    ),
    "inside a clause": (
        "“We waited for the boats,” Mayor Helen Sandor said, “and none of them came.”",
        [(HELEN, "we waited for the boats … and none of them came")],
    ),
    "long second part": (
        "“We waited all night,” Mayor Helen Sandor told reporters on Sunday. “Nobody came to help us. We had no light.”",
        [(HELEN, "we waited all night … nobody came to help us we had no light")],
    ),
    "speaker described in between": (
        (
            "“We waited all night,” said Mayor Helen Sandor, a former teacher who has led Sarn since 2015. “Nobody came to "
            "help us.”"
        ),
        [(HELEN, "we waited all night … nobody came to help us")],
    ),
    "after one word": (
        "“Nobody,” said Mayor Helen Sandor, her coat still wet, “came to help us.”",
        [(HELEN, "nobody … came to help us")],
    ),
    "reported": (
        "The boats, Mayor Helen Sandor said, came six hours too late.",
        [(HELEN, "the boats … came six hours too late")],
    ),
    "reported, with the place told": (
        "The boats, Mayor Helen Sandor told reporters in the harbour, came six hours too late.",
        [(HELEN, "the boats … came six hours too late")],
    ),
    "British marks": (
        "‘We waited all night,’ Mayor Helen Sandor said. ‘Nobody came to help us.’",
        [(HELEN, "we waited all night … nobody came to help us")],
    ),
    "marks inside marks": (
        "“We heard the word ‘rescue’ all night,” Mayor Helen Sandor said. “Nobody came to help us.”",
        [(HELEN, "we heard the word rescue all night … nobody came to help us")],
    ),
}

#: Quotations whose speaker is named behind a dash or before a bare colon, with who says what.
SIGNED: dict[str, tuple[str, Rows]] = {
    "dash on the next line": (
        "“The bridge was never safe.”\n— Olga Renner, engineer",
        [("Olga Renner", "the bridge was never safe")],
    ),
    "dash on the same line": (
        '"The bridge was never safe." - Olga Renner, engineer',
        [("Olga Renner", "the bridge was never safe")],
    ),
    "two below each other": (
        "“The bridge was never safe.”\n— Olga Renner, engineer\n“I still cross it every day.”\n— Tomas Bell, 41, baker",
        [("Olga Renner", "the bridge was never safe"), ("Tomas Bell", "i still cross it every day")],
    ),
    "a bare colon": (
        "Olga Renner: “The bridge was never safe.”",
        [("Olga Renner", "the bridge was never safe")],
    ),
    "a bare colon with what she is": (
        "Olga Renner, the city's engineer: “The bridge was never safe.”",
        [("Olga Renner", "the bridge was never safe")],
    ),
    "a colon, and the words on the next line": (
        "Olga Renner, the city's engineer, answered in one line:\n“The bridge was never safe.”",
        [("Olga Renner", "the bridge was never safe")],
    ),
}

#: A new paragraph begins a new statement; without a speaker of its own it carries the one before on.
PARAGRAPHS: dict[str, tuple[str, Rows]] = {
    "left open": (
        "Mayor Helen Sandor said: “We waited for the boats all night.\n\n“Nobody came to help us.”",
        [(HELEN, "we waited for the boats all night"), (HELEN, "nobody came to help us")],
    ),
    "three paragraphs": (
        (
            "Mayor Helen Sandor said: “We waited for the boats all night.\n\n“Nobody came to help us.\n\n“We had neither "
            "light nor water.”"
        ),
        [
            (HELEN, "we waited for the boats all night"),
            (HELEN, "nobody came to help us"),
            (HELEN, "we had neither light nor water"),
        ],
    ),
    "closed and opened again": (
        "“We waited for the boats all night,” Mayor Helen Sandor said.\n\n“Nobody came to help us, and nobody called.”",
        [(HELEN, "we waited for the boats all night"), (HELEN, "nobody came to help us and nobody called")],
    ),
    "speaker below": (
        "“We waited for the boats all night.\n\n“Nobody came to help us,” Mayor Helen Sandor said.",
        [(HELEN, "we waited for the boats all night"), (HELEN, "nobody came to help us")],
    ),
    "pronoun": (
        "“We waited for the boats all night,” Mayor Helen Sandor said.\n\n“Nobody came to help us,” she said.",
        [(HELEN, "we waited for the boats all night"), (HELEN, "nobody came to help us")],
    ),
    "two people": (
        (
            "“We waited for the boats all night,” Mayor Helen Sandor said.\n\n“The boats had no fuel,” Governor Viktor "
            "Reyle said."
        ),
        [(HELEN, "we waited for the boats all night"), (VIKTOR, "the boats had no fuel")],
    ),
    "narration between": (
        (
            "“We waited for the boats all night,” Mayor Helen Sandor said.\n\nThe harbour was dark and the wind rose.\n\n"
            "“The boats had no fuel,” Governor Viktor Reyle said."
        ),
        [(HELEN, "we waited for the boats all night"), (VIKTOR, "the boats had no fuel")],
    ),
}

#: One cue, one statement.
CUES: dict[str, tuple[str, Rows]] = {
    "adding that": (
        "“The dam is safe,” Mayor Helen Sandor said, adding that it had been checked in May.",
        [(HELEN, "the dam is safe"), (HELEN, "it had been checked in may")],
    ),
    "reported, adding that": (
        "Mayor Helen Sandor said the dam was safe, adding that it had been checked in May.",
        [(HELEN, "the dam was safe"), (HELEN, "it had been checked in may")],
    ),
    "and added": (
        "Mayor Helen Sandor said that the dam was safe and added that it had been checked in May.",
        [(HELEN, "the dam was safe"), (HELEN, "it had been checked in may")],
    ),
    "she added": (
        "Mayor Helen Sandor said that the dam was safe. It had been checked in May, she added.",
        [(HELEN, "the dam was safe"), (HELEN, "it had been checked in may")],
    ),
    "said and called for": (
        "Mayor Helen Sandor said the dam was safe and called for an independent investigation.",
        [(HELEN, "the dam was safe"), (HELEN, "an independent investigation")],
    ),
    "three cues": (
        "Mayor Helen Sandor condemned the blast, promised help for the families and thanked the firefighters.",
        [(HELEN, "the blast"), (HELEN, "help for the families"), (HELEN, "the firefighters")],
    ),
    "one cue for two clauses": (
        "Mayor Helen Sandor said that the dam was safe and that it had been checked in May.",
        [(HELEN, "the dam was safe and that it had been checked in may")],
    ),
    "not only did she say": (
        "Not only did Mayor Helen Sandor say that the dam was safe, she also promised to sleep below it.",
        [(HELEN, "the dam was safe"), (HELEN, "to sleep below it")],
    ),
    "only on Sunday did she say": (
        "Only on Sunday did Mayor Helen Sandor say that the dam was unsafe.",
        [(HELEN, "the dam was unsafe")],
    ),
    "no sooner had she said": (
        "No sooner had Mayor Helen Sandor said that the dam was safe than a siren went off.",
        [(HELEN, "the dam was safe")],
    ),
}

TWO_SPEAKERS: dict[str, tuple[str, Rows]] = {
    "but": (
        "Mayor Helen Sandor said the dam was safe, but Governor Viktor Reyle said it leaked.",
        [(HELEN, "the dam was safe"), (VIKTOR, "it leaked")],
    ),
    "while": (
        "“The dam is safe,” said Mayor Helen Sandor, while Governor Viktor Reyle warned that it would burst by winter.",
        [(HELEN, "the dam is safe"), (VIKTOR, "it would burst by winter")],
    ),
    "and": (
        "Mayor Helen Sandor condemned the blast and Governor Viktor Reyle denied any part in it.",
        [(HELEN, "the blast"), (VIKTOR, "any part in it")],
    ),
    "according to": (
        "According to Mayor Helen Sandor the dam is safe, but Governor Viktor Reyle says that it leaks.",
        [(HELEN, "the dam is safe"), (VIKTOR, "it leaks")],
    ),
    "question and answer": (
        "“Is the dam safe?” Mayor Helen Sandor asked. “It leaks,” Governor Viktor Reyle answered.",
        [(HELEN, "is the dam safe"), (VIKTOR, "it leaks")],
    ),
    "a lie inside": (
        "Governor Viktor Reyle said that Mayor Helen Sandor had lied to him.",
        [(VIKTOR, "mayor helen sandor had lied to him")],
    ),
    "a promise inside": (
        "Governor Viktor Reyle said that Mayor Helen Sandor had promised him a new pump.",
        [(VIKTOR, "mayor helen sandor had promised him a new pump")],
    ),
}

DENIED: dict[str, tuple[str, Rows]] = {
    "denied that": (
        "Mayor Helen Sandor denied that the council had hidden the report.",
        [(HELEN, "the council had hidden the report")],
    ),
    "denied having said": (
        "Mayor Helen Sandor denied having said that the dam was unsafe.",
        [(HELEN, "having said that the dam was unsafe")],
    ),
    "said that she never said": (
        "Mayor Helen Sandor said that she had never said that the dam was unsafe.",
        [(HELEN, "she had never said that the dam was unsafe")],
    ),
    "denial after a quotation": (
        "“The council hid nothing,” Mayor Helen Sandor said, denying that it knew of the report.",
        [(HELEN, "the council hid nothing"), (HELEN, "it knew of the report")],
    ),
    "I never said": (
        "“I never said that the dam was unsafe,” Mayor Helen Sandor said.",
        [(HELEN, "i never said that the dam was unsafe")],
    ),
}

#: Acts of each statement in order.
ACTS: dict[str, tuple[str, list[str]]] = {
    "three cues": (CUES["three cues"][0], ["condemn", "pledge", "support"]),
    "said and called for": (CUES["said and called for"][0], ["explain", "demand"]),
    "condemned and denied": (TWO_SPEAKERS["and"][0], ["condemn", "deny"]),
    "denied that": (DENIED["denied that"][0], ["deny"]),
    "denied having said": (DENIED["denied having said"][0], ["deny"]),
    "not only did she say": (CUES["not only did she say"][0], ["explain", "pledge"]),
}

#: Words told as never said, and what was said: whether their denial is recorded as silence is left open.
NEVER_SAID: dict[str, tuple[str, Rows]] = {
    "correction": (
        (
            "An earlier version of this article was wrong: Mayor Helen Sandor did not say that the dam would burst. She said "
            "that it needed paint."
        ),
        [(HELEN, "it needed paint")],
    ),
    "correction in one sentence": (
        "Mayor Helen Sandor did not say that the dam would burst; she said that it needed paint.",
        [(HELEN, "it needed paint")],
    ),
    "never said": (
        "Mayor Helen Sandor never said that the dam would burst, as some readers understood. She said that it needed paint.",
        [(HELEN, "it needed paint")],
    ),
    "nobody said": ("Nobody at the town hall said that the dam would burst.", []),
    "no official claimed": ("No official has ever claimed that the dam would burst.", []),
    "had she said": (
        "Had Mayor Helen Sandor said that the dam would burst, the lower town would have been cleared.",
        [],
    ),
}

#: (sentence, words of the outlet in ``via`` of each statement in order; None for no outlet)
VIA: dict[str, tuple[str, list[str | None]]] = {
    "told": ("Mayor Helen Sandor told CNN that the dam was safe.", ["CNN"]),
    "quotation, told": ("“The dam is safe,” Mayor Helen Sandor told the BBC on Sunday.", ["BBC"]),
    "cited as saying": ("“The dam is safe,” Kommersant cited Mayor Helen Sandor as saying.", ["Kommersant"]),
    "quoted as saying": ("State television quoted Mayor Helen Sandor as saying that the dam was safe.", ["television"]),
    "was quoted by": ("Mayor Helen Sandor was quoted by Interfax as saying that the dam was safe.", ["Interfax"]),
    "interview": ("In an interview with Reuters, Mayor Helen Sandor said that the dam was safe.", ["Reuters"]),
    "goes on": (
        "Mayor Helen Sandor told the Guardian that the dam was safe. She added that it had been checked in May.",
        ["Guardian", "Guardian"],
    ),
    "ends with the speaker": (
        "Mayor Helen Sandor told CNN that the dam was safe.\n\nGovernor Viktor Reyle said at the site that it leaked.",
        ["CNN", None],
    ),
    "none told": ("Mayor Helen Sandor told reporters that the dam was safe.", [None]),
    "told parliament": ("Mayor Helen Sandor told parliament that the dam was safe.", [None]),
}


#: (sentence, who is silent, words that the content must hold)
SILENCES: dict[str, tuple[str, str, str]] = {
    "declined to comment": ("Mayor Helen Sandor declined to comment on Sunday.", HELEN, "declined to comment"),
    "did not respond": (
        "The Ministry of Health did not respond to a request for comment.",
        "Ministry of Health",
        "did not respond",
    ),
    "did not return calls": (
        "Mayor Helen Sandor did not immediately return calls seeking comment.",
        HELEN,
        "did not immediately return calls",
    ),
    "could not be reached": (
        "Governor Viktor Reyle could not be reached for comment.",
        VIKTOR,
        "could not be reached",
    ),
    "has yet to respond": (
        "The Ministry of Health has yet to respond to the report.",
        "Ministry of Health",
        "has yet to respond",
    ),
    "refused to comment": (
        "Governor Viktor Reyle refused to comment on the fire.",
        VIKTOR,
        "refused to comment",
    ),
    "would not confirm": (
        "Mayor Helen Sandor would neither confirm nor deny the report.",
        HELEN,
        "would neither confirm nor deny",
    ),
    "made no comment": ("The Interior Ministry made no comment.", "Interior Ministry", "made no comment"),
    "had no comment": (
        "Mayor Helen Sandor had no immediate comment on the fire.",
        HELEN,
        "had no immediate comment",
    ),
    "has not commented": (
        "The Interior Ministry has not commented on the fire.",
        "Interior Ministry",
        "has not commented",
    ),
    "kept silent": (
        "Mayor Helen Sandor has kept silent about the fire for a week.",
        HELEN,
        "has kept silent",
    ),
    "did not say": (
        "The Interior Ministry did not say how many people had died.",
        "Interior Ministry",
        "did not say how many people had died",
    ),
    "would not say": (
        "Governor Viktor Reyle would not say whether the alarm had worked.",
        VIKTOR,
        "would not say whether the alarm had worked",
    ),
    "there was no comment from": (
        "There was no immediate comment from the Interior Ministry.",
        "Interior Ministry",
        "no immediate comment",
    ),
    "calls not returned": (
        "Calls to the Ministry of Health were not returned on Sunday.",
        "Ministry of Health",
        "were not returned",
    ),
    "messages unanswered": (
        "Messages sent to Governor Viktor Reyle went unanswered.",
        VIKTOR,
        "went unanswered",
    ),
    "no explanation": (
        "Mayor Helen Sandor gave no reason for the delay.",
        HELEN,
        "gave no reason for the delay",
    ),
    "did not answer": (
        "The Interior Ministry did not answer questions about the alarm.",
        "Interior Ministry",
        "did not answer questions",
    ),
    "not available": (
        "Governor Viktor Reyle was not available for comment.",
        VIKTOR,
        "was not available",
    ),
    "stopped short": (
        "Mayor Helen Sandor stopped short of criticising the firefighters.",
        HELEN,
        "stopped short of criticising",
    ),
    "declined to say": (
        "Mayor Helen Sandor declined to say who had locked the doors.",
        HELEN,
        "declined to say who had locked the doors",
    ),
    "did not reply": (
        "Governor Viktor Reyle did not reply to an email on Sunday.",
        VIKTOR,
        "did not reply to an email",
    ),
    "asked, declined": (
        "Asked about the fire, Mayor Helen Sandor declined to answer.",
        HELEN,
        "declined to answer",
    ),
    "said nothing": (
        "Mayor Helen Sandor has so far said nothing about the fire.",
        HELEN,
        "said nothing",
    ),
}

#: Each silent actor named has a statement of its own: (sentence, who is silent)
SILENT_TOGETHER: dict[str, tuple[str, list[str]]] = {
    "neither, nor": (
        "Neither the Interior Ministry nor Mayor Helen Sandor responded to a request for comment.",
        ["Interior Ministry", HELEN],
    ),
    "and": (
        "Mayor Helen Sandor and Governor Viktor Reyle declined to comment.",
        [HELEN, VIKTOR],
    ),
    "two sentences": (
        "Mayor Helen Sandor declined to comment. Governor Viktor Reyle could not be reached.",
        [HELEN, VIKTOR],
    ),
}

#: Words of silence where nobody is reported silent, and what else is said there.
NOT_SILENT: dict[str, tuple[str, Rows]] = {
    "a road": ("The village could not be reached by car after the landslide.", []),
    "an engine": ("The engine did not respond to the controls, and the boat ran onto the rocks.", []),
    "a fever": ("The fever did not respond to the drug, and the boy was moved to another ward.", []),
    "a minute's silence": ("The crowd kept silent for a minute at noon.", []),
    "an alarm": ("The alarm stayed silent while the warehouse burned.", []),
    "return fire": ("The soldiers did not return fire and withdrew across the bridge.", []),
    "a number declines": ("The number of letters declined by a third, and the office was closed.", []),
    "yet to arrive": ("The new pump has yet to arrive in Sarn.", []),
    "a title": ("The comedy “No Comment” opens at the town theatre on Friday.", []),
    "comments closed": ("The page was closed to comments on Monday.", []),
    "did not keep silent": (
        "Mayor Helen Sandor did not keep silent and called the fire a disgrace.",
        [(HELEN, "the fire a disgrace")],
    ),
    "did not hesitate": (
        "Mayor Helen Sandor did not hesitate to say that the alarm had failed.",
        [(HELEN, "the alarm had failed")],
    ),
    "I will not be silent": (
        "“I will not be silent about this fire,” Mayor Helen Sandor said.",
        [(HELEN, "i will not be silent about this fire")],
    ),
    "stayed at home": (
        "Mayor Helen Sandor, who had stayed at home for a week, said that the alarm had failed.",
        [(HELEN, "the alarm had failed")],
    ),
}


ARTICLES = {
    "fire": (
        "A warehouse in Orlec burned down on Sunday night.\n\n"
        "“Somebody locked the doors from outside,” Mayor Helen Sandor told reporters at the gate. “We don’t know who.” "
        "She called for an independent investigation.\n\n"
        "The owner of the warehouse, the shipping company Norvik, denied that the doors had been locked. “Every door was "
        "open,” it said in a statement.\n\n"
        "Professor Viktor Reyle, who checked the building in May, could not be reached for comment."
    ),
    "border": (
        "Shots were exchanged on the border between Valdoria and Tarsia before dawn.\n\n"
        "Valdoria’s Foreign Minister Helga Branting condemned “a cowardly attack on our guards” and said that her country "
        "would answer it.\n\n"
        "“We didn’t fire first,” said Colonel Boris Varga of the Tarsian army. According to him, two of his soldiers were "
        "wounded.\n\n"
        "“We want a quiet border.\n\n"
        "“We have wanted it for years,” he added."
    ),
    "mine": (
        "Six miners died at Brenik on Thursday when a shaft fell in. The mine had been closed for a year.\n\n"
        "“I am horrified,” Prosecutor Vera Lindahl wrote on Twitter. “These deaths could have been prevented.”\n\n"
        "Prime Minister Oscar Kranz promised that “every family will be paid”, but did not say when.\n\n"
        "The union, whose members had warned of water in the shaft, said that it would go to court."
    ),
    "truce": (
        "The guns on Lomer fell silent at midnight.\n\n"
        "Commissioner Nina Holub welcomed the truce. It was, she said, “the best news of the year”.\n\n"
        "“The truce is worth nothing until the prisoners come home,” Colonel Boris Varga said.\n\n"
        "Neither the Interior Ministry nor Prime Minister Oscar Kranz responded to questions."
    ),
}

#: Names and others of the same shape for them: as many letters, a given name of the same gender, no office holder.
RENAMED = {
    "Helga Branting": "Diana Lindholm",
    "Boris Varga": "Simon Petek",
    "Vera Lindahl": "Nora Wikland",
    "Oscar Kranz": "Felix Truls",
    "Nina Holub": "Rosa Timok",
    "Viktor Reyle": "Martin Osten",
    "Helen Sandor": "Laura Becker",
}

#: Paragraphs that have nothing to do with any of the texts.
UNRELATED = {
    "plain": "The museum of clocks opens at ten and closes at five. Children pay half.",
    "long": (
        "The lake freezes in most winters. Skaters come from all over the valley, stalls sell soup and chestnuts, and a "
        "band plays on the pier from noon until dusk."
    ),
}
