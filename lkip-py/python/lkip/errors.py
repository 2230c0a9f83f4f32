"""`LkipError`: what is wrong with a call, where, and what to write instead."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, TypedDict, final

__all__ = ["LkipError"]


class Report(TypedDict):
    """One mistake as data, as `answer` and `answer_json` give it."""

    code: str
    path: str
    message: str
    details: dict[str, str | list[str]]


@final
class LkipError(ValueError):
    """What is wrong with a call: one mistake, or all that were found.

    `str()` is what a person should read, a line for each mistake, in the language of the call. `code` and `path`
    are for programs; those of the first mistake, and `errors` has every one. What cannot be computed from sound
    input, such as a target of zero, is no error: the figure then has an `outcome` and a `reason`.

    >>> import lkip
    >>> try:
    ...     lkip.achievement("1.250", "90", rules="setda-kaltim-2021", language="en")
    ... except lkip.LkipError as error:
    ...     print(error.code, error.path, error.details["candidates"])
    ...     print(error)
    ambiguous_number target ['1250', '1.25']
    target: The number '1.250' can be read in two ways: write 1250 or 1.25.
    """

    __match_args__ = ("code", "path")

    def __init__(self, reports: Sequence[Report]) -> None:
        self._reports: list[Report] = [
            {"code": r["code"], "path": r["path"], "message": r["message"], "details": r["details"]} for r in reports
        ]
        super().__init__("\n".join(map(_located, self._reports)))

    @property
    def code(self) -> str:
        """The stable code of the (first) mistake, one of `codes().errors`: `ambiguous_number`."""
        return self._reports[0]["code"]

    @property
    def path(self) -> str:
        """Where it stands in the call: `items[2].target`; empty for the call as a whole."""
        return self._reports[0]["path"]

    @property
    def message(self) -> str:
        """What is wrong and what to write instead, in the language of the call."""
        return self._reports[0]["message"]

    @property
    def details(self) -> Mapping[str, str | list[str]]:
        """The data of the message, such as the `candidates` of an ambiguous number."""
        return self._reports[0]["details"]

    @property
    def errors(self) -> tuple[LkipError, ...]:
        """Every mistake that was found, each as an error of its own."""
        return tuple(LkipError([report]) for report in self._reports)

    def to_dict(self) -> dict[str, Any]:
        """The answer that `answer` gives for the same call: `{"outcome": "error", "errors": [...]}`."""
        return {"outcome": "error", "errors": json.loads(json.dumps(self._reports))}

    def to_json(self) -> str:
        """The answer that `answer_json` gives for the same call, byte for byte."""
        return json.dumps(self.to_dict(), ensure_ascii=False, separators=(",", ":"))

    def __reduce__(self) -> tuple[type[LkipError], tuple[list[Report]]]:
        return LkipError, (self._reports,)

    def __eq__(self, other: object) -> bool:
        return self._reports == other._reports if isinstance(other, LkipError) else NotImplemented

    def __hash__(self) -> int:
        return hash(str(self))

    def __repr__(self) -> str:
        return f"LkipError({', '.join(report['code'] for report in self._reports)}: {str(self)!r})"


def _located(report: Report) -> str:
    path, message = report["path"], report["message"]
    return f"{path}: {message}" if path else message


LkipError.__module__ = "lkip"
