"""The vectors of tests/vectors: calls with the answers that every language must give."""

from __future__ import annotations

import json
import pathlib
from typing import Any, NamedTuple

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "vectors"


class Vector(NamedTuple):
    id: str
    call: Any
    answer: str

    @property
    def call_text(self) -> str:
        """The call as JSON; where its very signs matter, the vector holds the text."""
        return self.call if isinstance(self.call, str) else json.dumps(self.call, ensure_ascii=False)


def compact(data: Any) -> str:
    """JSON as the core writes it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def vectors() -> list[Vector]:
    """Every vector of every file. A vector without an answer is an error, not a vector to pass over."""
    files = sorted(FOLDER.glob("*.json"))
    entries = [entry for file in files for entry in json.loads(file.read_text(encoding="utf-8"))]
    unanswered = [entry["id"] for entry in entries if "answer" not in entry]
    if unanswered:
        raise ValueError(f"vectors without an answer: {', '.join(unanswered)}")
    return [Vector(entry["id"], entry["call"], compact(entry["answer"])) for entry in entries]


def count() -> int:
    """How many vectors stand in the files, counted in their text: one on a line."""
    lines = [line for file in FOLDER.glob("*.json") for line in file.read_text(encoding="utf-8").splitlines()]
    return sum(line.startswith('{"id":') for line in lines)
