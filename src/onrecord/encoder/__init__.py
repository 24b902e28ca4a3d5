"""One pass of one small network over a document: tokens, vectors, probabilities of cues; and the model folder."""

from onrecord.encoder.model import Model, Thresholds, load
from onrecord.encoder.network import Encoding, encode
from onrecord.encoder.quotations import Quotation, overlapping, quotations

__all__ = ["Encoding", "Model", "Quotation", "Thresholds", "encode", "load", "overlapping", "quotations"]
