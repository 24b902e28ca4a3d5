"""Files, directories, globs, URLs and standard input become Documents: clean text, metadata, kind, and the way back."""

from onrecord.intake.dates import read_date
from onrecord.intake.decoding import MAX_BYTES
from onrecord.intake.documents import MAX_CHARACTERS, Metadata, document_from_bytes, document_from_text
from onrecord.intake.fetching import Fetched, fetch
from onrecord.intake.sources import STDIN, open_documents

__all__ = [
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "STDIN",
    "Fetched",
    "Metadata",
    "document_from_bytes",
    "document_from_text",
    "fetch",
    "open_documents",
    "read_date",
]
