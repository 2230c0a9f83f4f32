"""Exact, explained figures for Indonesian government performance reports (SAKIP: LKIP, LKjIP).

Every figure is exact, rounded once by a named rule, and says where it comes from, in Indonesian and English.

>>> import lkip
>>> a = lkip.achievement(target="70", realization="98,40", rules="biro-umum-ntt-2021")
>>> a.percent, a.exact, a.category.label
(Decimal('140.57'), Fraction(984, 7), 'Sangat Berhasil')
>>> print(a.explain(language="en"))
98.40 ÷ 70 × 100 % = 140.5714… → 140.57 % (cut off); Sangat Berhasil (85 ≤ x)

Numbers are `decimal.Decimal`, `int` or `str`, never float. What is wrong with a call raises `LkipError`; what
cannot be computed from sound input is an answer with an `outcome` and a `reason`.
"""

from ._native import (
    Achievement,
    Average,
    AverageItem,
    CarriedForward,
    Category,
    Citation,
    CodeInfo,
    Codes,
    Column,
    Explanation,
    Input,
    LeftOut,
    Reading,
    Reason,
    Receipt,
    Rounding,
    RuleSet,
    RuleSets,
    Scale,
    Scales,
    Source,
    __version__,
)
from .errors import LkipError
from .operations import (
    achievement,
    answer,
    answer_json,
    average,
    classify,
    codes,
    in_words,
    read_number,
    read_numbers,
    rule_set,
    rule_sets,
    scale,
    scales,
    write_number,
)

__all__ = [
    "Achievement",
    "Average",
    "AverageItem",
    "CarriedForward",
    "Category",
    "Citation",
    "CodeInfo",
    "Codes",
    "Column",
    "Explanation",
    "Input",
    "LeftOut",
    "LkipError",
    "Reading",
    "Reason",
    "Receipt",
    "Rounding",
    "RuleSet",
    "RuleSets",
    "Scale",
    "Scales",
    "Source",
    "__version__",
    "achievement",
    "answer",
    "answer_json",
    "average",
    "classify",
    "codes",
    "in_words",
    "read_number",
    "read_numbers",
    "rule_set",
    "rule_sets",
    "scale",
    "scales",
    "write_number",
]
