"""Words for goods to codes of the Harmonized System."""

from saring.goods.editions import is_code
from saring.goods.given import refine, settle
from saring.goods.matching import classify, fact_hints
from saring.goods.spotting import spot

__all__ = ["classify", "fact_hints", "is_code", "refine", "settle", "spot"]
