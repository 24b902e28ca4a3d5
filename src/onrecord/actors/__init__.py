"""Who speaks, and in whose name: from the words of a source to an actor (codebook, "behalf" and "Sector").

Rules over the vocabulary: the text before tables, a named person before the body, the fullest name in the document.
"""

from onrecord.actors.resolution import Directory

__all__ = ["Directory"]
