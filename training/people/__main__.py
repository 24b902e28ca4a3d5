"""``python -m training.people --shared ../shared``: make the stores of people and their offices again."""

from __future__ import annotations

import argparse
from pathlib import Path

from onrecord.vocabulary.people import STORES
from training.people.facts import curated, legislators, listed, officeholders
from training.people.persons import Person, persons
from training.people.sources import sources
from training.people.store import write
from training.people.terms import Held, terms

VOCABULARY = Path(__file__).parents[2] / "src" / "onrecord" / "vocabulary"


def build(shared: Path, out: Path) -> None:
    """Make the stores.

    Args:
        shared: folder that holds ``data/actors``.
        out: folder to write the stores to.
    """
    folder = shared / "data" / "actors"
    known = [*officeholders(folder), *legislators(folder), *curated(folder)]
    people = persons(known)
    told = [(person, held) for person, held in zip(people, terms(people), strict=True)]
    apart = [(person, held) for person in persons(list(listed(folder)), by_hand=False) for held in terms([person])]
    codes = [row.source for person, _ in (*told, *apart) for row in person.rows]
    codes += [h.row.source for _, held in told for h in held]
    stated = sources(folder, codes)
    officials, chambers, lists = STORES
    write(out / officials, _having(told, in_chamber=False), stated)
    write(out / chambers, _having(told, in_chamber=True), stated)
    write(out / lists, apart, stated)


def _having(told: list[tuple[Person, list[Held]]], *, in_chamber: bool) -> list[tuple[Person, list[Held]]]:
    """Everybody with terms as a member of a chamber, or with other ones, and only these."""
    kept = ((person, [h for h in held if h.row.member == in_chamber]) for person, held in told)
    return [(person, held) for person, held in kept if held]


def main() -> None:
    """Write the stores and tell their sizes, or fail where the facts are missing."""
    parser = argparse.ArgumentParser(prog="python -m training.people", description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds data/actors")
    parser.add_argument("--out", type=Path, default=VOCABULARY, help="folder of the stores (default: the vocabulary's)")
    options = parser.parse_args()
    build(options.shared, options.out)
    for name in STORES:
        print(f"{name:24}{(options.out / name).stat().st_size / 1e6:6.2f} MB")


if __name__ == "__main__":
    main()
