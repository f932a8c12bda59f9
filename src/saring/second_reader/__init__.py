"""The room `second_reader`: a language model reads the same text for the same structure, and nothing it says is taken on trust.

It uses the network, and only the endpoint that it was given. Verdicts stay with the law; codes stay with the goods room.
"""

from __future__ import annotations

from saring.second_reader.asking import Vocabulary
from saring.second_reader.comparing import compare
from saring.second_reader.endpoint import Endpoint
from saring.second_reader.reader import Limits, SecondReader
from saring.second_reader.tally import Price, Tally

__all__ = ["Endpoint", "Limits", "Price", "SecondReader", "Tally", "Vocabulary", "compare"]
