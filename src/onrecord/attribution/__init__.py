"""Who is cited, with what words: ``find`` by the corpora's convention, ``select`` by the codebook."""

from onrecord.attribution.find import Convention, find
from onrecord.attribution.select import select

__all__ = ["Convention", "find", "select"]
