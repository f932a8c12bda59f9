"""The room `proof`: what the law still owes, and whether its cases would notice if it were changed."""

from saring.proof.debt import debts
from saring.proof.mutants import equivalents, mutants, survivors

__all__ = ["debts", "equivalents", "mutants", "survivors"]
