"""Does the cost of a submission grow as it must? Sizes, measuring, comparing, deciding, explaining."""

from judge.growth.budget import Budget
from judge.growth.complexity import Complexity, ComplexityError, parse_claim, parse_class
from judge.growth.procedure import measure_growth
from judge.growth.runs import WrongAtSize

__all__ = [
    "Budget",
    "Complexity",
    "ComplexityError",
    "WrongAtSize",
    "measure_growth",
    "parse_claim",
    "parse_class",
]
