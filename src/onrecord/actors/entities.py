"""A speaker as a document knows it, on the way from words to an actor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.actors.descriptions import UNKNOWN, Description, described
from onrecord.record import Actor, Judgement
from onrecord.vocabulary.words import fold

if TYPE_CHECKING:
    from onrecord.actors.people import Person

NOBODY = Actor("unknown", None, None, None, Judgement(UNKNOWN, "default", 0.1), Judgement("UNK", "default", 0.1))


@dataclass(frozen=True, slots=True)
class Entity:
    """A speaker as the document knows it, before it becomes an actor.

    Attributes:
        name: to be shown.
        description: what the text says of it.
        person: the person it is, None for bodies and unnamed people.
        plural: whether "they" may stand for it.
        at: offset where it last spoke.
        key: vocabulary id, None for people and for what the vocabulary does not hold.
    """

    name: str
    description: Description
    person: Person | None = None
    plural: bool = False
    at: int = 0
    key: str | None = None

    @property
    def code(self) -> str:
        """In whose name it speaks."""
        return self.description.behalf.value

    @property
    def is_body(self) -> bool:
        """Whether "it" may stand for it."""
        return self.person is None and not self.plural and self.description.kind in {"body", "place", ""}

    def may_be(self, gender: str, *, likely: bool = True) -> bool:
        """Whether "he" or "she" may stand for it.

        Args:
            gender: "m" or "f".
            likely: whether the gender that a given name makes likely has to agree too.
        """
        if self.person is not None:
            return self.person.may_be(gender, likely=likely)
        return not self.plural and self.description.kind == "person"

    def actor(self) -> Actor:
        """The actor that it is."""
        found = self.description
        return Actor(self._identity(), self.name, found.role, found.organisation, found.behalf, found.sector)

    def _identity(self) -> str:
        """The vocabulary's id, else the folded name and the behalf; the table's full name where the text has a surname."""
        if self.key:
            return self.key
        if self.person is None:
            kind, name = ("body" if self.description.kind == "body" else "unnamed"), self.name
        else:
            kind, name = "person", self.person.office.name if self.person.office else self.name
        return f"{kind}:{fold(name)}|{self.code}"


def detached(entity: Entity | None, name: str) -> Entity:
    """A speaker whose name stands nowhere in the document: its judgements keep no evidence."""
    if entity is None:
        return Entity(name, described(UNKNOWN, "UNK", "default", 0.1, ()))
    found = entity.description
    bare = replace(found, behalf=replace(found.behalf, evidence=()), sector=replace(found.sector, evidence=()))
    return replace(entity, name=name, description=bare)


def unarticled(name: str) -> str:
    """``name`` without its leading article."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in {"the", "a", "an"} else name
