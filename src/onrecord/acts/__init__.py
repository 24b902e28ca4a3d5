"""What somebody does by saying something: acts, demands, intensity, target, hedge, channel, via, date (codebook).

``code`` is the whole interface: another coder may stand behind it.
"""

from __future__ import annotations

from onrecord.acts.coder import code
from onrecord.vocabulary.acts import ACTS, CHANNELS, DEMANDS

__all__ = ["ACTS", "CHANNELS", "DEMANDS", "code"]
