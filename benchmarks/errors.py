"""``python -m benchmarks.errors``: the errors on the dev sets by kind, so that two models can be compared.

PolNeAR dev by the corpora's convention, and the held-out fifth of the reactions by the codebook. Every annotated
attribution that is not found counts once as missed, every found one that was not annotated once as extra; where the two
mean the same attribution they share a kind.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from benchmarks.attribution import spans
from benchmarks.cases import case_document
from benchmarks.error_groups import GROUPS, groups
from benchmarks.error_kinds import Error, Kind, Lost, Words, sort_errors
from benchmarks.shared import shared
from onrecord import encoder
from onrecord.attribution import select
from onrecord.attribution.find import Proposal, decode, propose
from onrecord.encoder.model import CONVENTIONS
from onrecord.record import Document
from training import corpora
from training.measure import f1

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from onrecord.encoder import Encoding, Model
    from onrecord.record import Attribution, Dropped

#: What a run writes and compares: counts by corpus.
Counts: TypeAlias = dict[str, Any]
#: Letters of each part that an example shows.
_SHOWN = 90
#: Letters of the column of names.
_WIDTH = 56


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with the attributions that people marked in it."""

    document: Document
    words: tuple[Words, ...]


def polnear(folder: Path) -> Iterator[Annotated]:
    """PolNeAR dev, every attribution, those without cue or content too."""
    with (folder / "data/polnear/dev.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Annotated(Document(row["id"], row["text"]), tuple(map(Words.of, row["attributions"])))


def reactions(folder: Path) -> Iterator[Annotated]:
    """The held-out fifth of the reactions, records without cue too, read with what is known of their source."""
    cases = folder / "data/reactions"
    for case in corpora.reactions(cases, held_out=True):
        records = json.loads((cases / case.id / "gold.json").read_text(encoding="utf-8"))["records"]
        document = case_document(cases / case.id)
        yield Annotated(document, tuple(Words.of(r["spans"], silent=r["form"] == "silence") for r in records))


#: The dev sets, with the index of their convention into ``CONVENTIONS``.
CORPORA: dict[str, tuple[Callable[[Path], Iterator[Annotated]], int]] = {
    "polnear": (polnear, CONVENTIONS.index("corpus")),
    "reactions": (reactions, CONVENTIONS.index("codebook")),
}


@dataclass(slots=True)
class Tally:
    """What a corpus adds up to.

    Attributes:
        annotated: attributions that people marked.
        found: attributions that the reader found.
        matched: pairs of the two.
        errors: the errors with their documents, by name.
        groups: annotated and matched attributions by group.
    """

    annotated: int = 0
    found: int = 0
    matched: int = 0
    errors: dict[str, list[tuple[Document, Error]]] = field(default_factory=lambda: defaultdict(list))
    groups: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in GROUPS})

    def add(self, case: Annotated, found: Sequence[Words], lost: Iterable[Lost]) -> None:
        """Sort a document's attributions and count them."""
        text = case.document.text
        result = sort_errors(text, case.words, found, lost)
        self.annotated += len(case.words)
        self.found += len(found)
        self.matched += len(result.matched)
        for error in result.errors:
            self.errors[error.name].append((case.document, error))
        for number, names in enumerate(groups(text, case.words)):
            for name in names:
                self.groups[name].update(annotated=1, matched=int(number in result.matched))

    def counts(self) -> Counts:
        """The figures, as they are written and compared."""
        return {
            "annotated": self.annotated,
            "found": self.found,
            "matched": self.matched,
            "kinds": {
                name: {
                    "missed": sum(error.annotated is not None for _, error in errors),
                    "extra": sum(error.found is not None for _, error in errors),
                }
                for name, errors in self.errors.items()
            },
            "groups": {n: {"annotated": c["annotated"], "matched": c["matched"]} for n, c in self.groups.items()},
        }


def tally(cases: Sequence[Annotated], model: Model, heads: int) -> Tally:
    """Read documents and sort the errors.

    Args:
        cases: the documents with their annotations.
        model: the model that reads them.
        heads: index into ``CONVENTIONS``; the codebook's goes through the selection too.
    """
    out = Tally()
    for case, encoding in zip(cases, encoder.encode((c.document for c in cases), model), strict=True):
        out.add(case, *_read(encoding, heads))
    return out


def _read(encoding: Encoding, heads: int) -> tuple[list[Words], list[Lost]]:
    """What is found in a document, and what was looked at and left on the way."""
    proposals = propose(encoding, heads)
    found = decode(encoding, proposals, heads, encoding.model.thresholds)
    lost = list(_undecoded(encoding, proposals, heads, found))
    if CONVENTIONS[heads] == "codebook":
        threshold = encoding.model.thresholds.statement
        found, dropped = select(encoding.document, found, threshold, encoding.tokens.quotations)
        lost += map(_dropped, dropped)
    return [_words(a) for a in found], lost


def _undecoded(
    encoding: Encoding, proposals: Iterable[Proposal], heads: int, found: Iterable[Attribution]
) -> Iterator[Lost]:
    """The candidates that no attribution came of, told apart by decoding each on its own."""
    thresholds = encoding.model.thresholds
    all_words = replace(thresholds, content=0.0)  # every word is content: what fails is the score
    kept = {(a.attribution_score, a.statement_score) for a in found}  # a cue of signs alone has no words to know it by
    for proposal in proposals:
        if tuple(map(proposal.confidence, range(len(CONVENTIONS)))) in kept:
            continue
        if not decode(encoding, [proposal], heads, all_words):
            kind = Kind.LOW
        elif not decode(encoding, [proposal], heads, thresholds):
            kind = Kind.EMPTY
        else:
            kind = Kind.TAKEN
        first, last = proposal.candidate.first, proposal.candidate.last
        cue = int(encoding.tokens.starts[first]), int(encoding.tokens.ends[last])
        yield Lost(kind, Words((), cue=(cue,)))


def _dropped(dropped: Dropped) -> Lost:
    return Lost(Kind.DROPPED, _words(dropped.attribution), re.split("[:,]", dropped.reason)[0])


def _words(attribution: Attribution) -> Words:
    return Words.of(spans(attribution), silent=attribution.silent)


def main(argv: list[str] | None = None) -> None:
    """Read the dev sets, print the errors by kind, and write and compare the counts where that is asked for."""
    options = _options(argv)
    model = encoder.load(options.model)
    print(f"model {model.name}")
    before: dict[str, Counts] = {}
    if options.against:
        other = json.loads(options.against.read_text(encoding="utf-8"))
        before = other["corpora"]
        print(f"against {other['model']}")
    written: dict[str, Counts] = {}
    for name in [options.corpus] if options.corpus else CORPORA:
        load, heads = CORPORA[name]
        found = tally(list(islice(load(shared()), options.documents)), model, heads)
        written[name] = found.counts()
        _print(name, found, before.get(name), options)
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(
            json.dumps({"model": model.name, "corpora": written}, indent=1) + "\n", encoding="utf-8"
        )


def _options(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.errors", description=__doc__)
    parser.add_argument("--model", type=Path, default=None, help="model folder (default: the one in the package)")
    parser.add_argument("--corpus", choices=sorted(CORPORA), default=None, help="one dev set (default: both)")
    parser.add_argument("--documents", type=int, default=None, metavar="N", help="the first N of each dev set alone")
    parser.add_argument("--examples", type=int, default=0, metavar="N", help="up to N examples of each kind")
    parser.add_argument("--kind", default="", metavar="NAME", help='kinds whose name holds NAME, such as "content:"')
    parser.add_argument("--json", type=Path, default=None, help="where the counts go")
    parser.add_argument("--against", type=Path, default=None, help="counts of another run, to print the change")
    options = parser.parse_args(argv)
    if not any(options.kind.partition(",")[0] in kind for kind in Kind):  # a reason may follow the comma
        parser.error(f"--kind {options.kind}: none of " + "; ".join(Kind))
    return options


def _print(name: str, found: Tally, before: Counts | None, options: argparse.Namespace) -> None:
    """Print a corpus: its figures, its kinds with examples, its groups.

    Raises:
        SystemExit: where the counts to compare with are of other documents.
    """
    now = found.counts()
    if before is not None and before["annotated"] != now["annotated"]:
        raise SystemExit(f"{name}: {before['annotated']} annotated in the other run, {now['annotated']} in this one")
    score = f1(found.matched, found.found, found.annotated)
    print(
        f"\n{name}: {found.annotated} annotated, {found.found} found, {found.matched} matched, F1 {score:.3f}", end=""
    )
    print(f" (was {f1(before['matched'], before['found'], before['annotated']):.3f})" if before else "")
    print(f"{'kind':{_WIDTH}}{'missed':>8}{'extra':>8}{'share':>8}{_change(before)}")
    for kind in _names(now, before):
        if options.kind in kind:
            print(_row(kind, now, before))
            for document, error in _spread(found.errors.get(kind, []), options.examples):
                print(f"    {document.id}: annotated {_shown(document, error.annotated)}", end="")
                print(f"; found {_shown(document, error.found)}")
    if not options.kind:
        missed, extra = found.annotated - found.matched, found.found - found.matched
        print(f"{'all':{_WIDTH}}{missed:8}{extra:8}\n")
        _print_groups(now, before)


def _names(now: Counts, before: Counts | None) -> list[str]:
    """Names of the kinds in their order, those of dropped ones with their reasons."""
    seen = {*now["kinds"], *(before["kinds"] if before else ())}
    return [
        name
        for kind in Kind
        for name in ([kind] if kind is not Kind.DROPPED else sorted(n for n in seen if n.startswith(kind)))
    ]


def _change(before: Counts | None) -> str:
    """Head of the last column, where there is one."""
    return f"{'change':>8}" if before else ""


def _row(kind: str, now: Counts, before: Counts | None) -> str:
    none = {"missed": 0, "extra": 0}
    count = now["kinds"].get(kind, none)
    size = max(count.values())
    change = f"{size - max(before['kinds'].get(kind, none).values()):+8}" if before else ""
    return f"{kind:{_WIDTH}}{count['missed']:8}{count['extra']:8}{size / max(1, now['annotated']):8.1%}{change}"


def _print_groups(now: Counts, before: Counts | None) -> None:
    print(f"{'group':{_WIDTH}}{'in all':>8}{'matched':>8}{'recall':>8}{_change(before)}")
    for name, count in now["groups"].items():
        if count["annotated"]:
            change = f"{count['matched'] - before['groups'][name]['matched']:+8}" if before else ""
            recall = count["matched"] / count["annotated"]
            print(f"{name:{_WIDTH}}{count['annotated']:8}{count['matched']:8}{recall:8.1%}{change}")


def _spread(errors: Sequence[tuple[Document, Error]], wanted: int) -> Sequence[tuple[Document, Error]]:
    """Up to ``wanted`` errors from all over the corpus, always the same ones."""
    return errors[:: -(-len(errors) // wanted)] if errors and wanted else ()


def _shown(document: Document, words: Words | None) -> str:
    """Source, cue and content of an attribution in one line."""
    if words is None:
        return "nothing"
    parts = (" … ".join(document.text[s:e] for s, e in places) for places in (words.source, words.cue, words.content))
    return "[" + " | ".join(_short(part) or "-" for part in parts) + "]"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN // 2] + " … " + line[-_SHOWN // 2 :]


if __name__ == "__main__":
    main()
