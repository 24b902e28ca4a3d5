"""``python -m benchmarks.cases --cases DIR --out DIR``: whole readings against annotated articles.

With ``--held-out``, against the fifth of ``data/reactions`` that is kept out of training.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from benchmarks.shared import run_scorer, shared
from onrecord.intake import document_from_text, read_date
from onrecord.pipeline import read
from onrecord.views import Format, exporter
from training import corpora

if TYPE_CHECKING:
    from onrecord.record import Document


def main(argv: list[str] | None = None) -> None:
    """Read each case, write ``<case>.json``, print the scorer's table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cases", description=__doc__)
    parser.add_argument("--cases", type=Path, default=None, help="folder of cases (default: the shared ones)")
    parser.add_argument("--out", type=Path, default=Path("out/cases"), help="where the readings go")
    parser.add_argument("--model", type=Path, default=None, help="model folder (default: the one in the package)")
    parser.add_argument("--errors", action="store_true", help="let the scorer list what is missed, wrong and extra")
    parser.add_argument("--held-out", action="store_true", help="the reactions kept out of training, not the cases")
    options = parser.parse_args(argv)
    with TemporaryDirectory() as scratch:
        cases = options.cases or (_held_out(Path(scratch)) if options.held_out else shared() / "cases")
        predict(cases, options.out, options.model)
        run_scorer("score_cases.py", cases, options.out, *(["--errors"] if options.errors else []))


def _held_out(folder: Path) -> Path:
    """A folder with the reactions that are kept out of training."""
    for document in corpora.reactions(shared() / "data/reactions", held_out=True):
        (folder / document.id).symlink_to((shared() / "data/reactions" / document.id).resolve())
    return folder


def predict(cases: Path, out: Path, model: Path | None = None) -> None:
    """Write ``<case>.json`` for each case folder, read from its text and what its head says of the source."""
    out.mkdir(parents=True, exist_ok=True)
    folders = sorted(p for p in cases.iterdir() if (p / "article.txt").is_file())
    for reading in read((case_document(f) for f in folders), model=model):
        with (out / f"{reading.document.id}.json").open("w", encoding="utf-8") as target:
            writer = exporter(Format.JSON, target)
            writer.write(reading)
            writer.finalize()


def case_document(folder: Path) -> Document:
    """The case as a document: article.txt, and outlet, published and title of the metadata, nothing else."""
    head = _head(folder)
    published = head.get("published")
    return document_from_text(
        (folder / "article.txt").read_text(encoding="utf-8"),
        id=folder.name,
        title=head.get("title"),
        outlet=head.get("outlet"),
        published=read_date(published) if published else None,
    )


def _head(folder: Path) -> dict[str, Any]:
    """Title, outlet and date of the case's meta.json; what it lacks, of the head of gold.json."""
    head: dict[str, Any] = {}
    for name in ("meta.json", "gold.json"):
        path = folder / name
        if path.is_file():
            raw = json.loads(path.read_text(encoding="utf-8"))
            head = {key: head.get(key) or raw.get(key) for key in ("title", "outlet", "published")}
    return head


if __name__ == "__main__":
    main()
