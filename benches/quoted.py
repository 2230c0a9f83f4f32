"""The READMEs quote what was measured: every row between `<!-- bench -->` and `<!-- /bench -->` stands in benches/RESULTS.md."""

from __future__ import annotations

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.id.md")


def rows(name: str) -> list[tuple[str, ...]]:
    """The cells of the rows between the marks, without headings; numbers only, of READMEs in another language."""
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = re.findall(r"<!-- bench -->\n(.*?)<!-- /bench -->", text, re.S)
    lines = [line for block in blocks for line in block.splitlines() if re.search(r"\d \|", line)]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]


def main() -> int:
    measured = rows("benches/RESULTS.md")
    problems = [] if measured else ["benches/RESULTS.md has no rows: run benches/run"]
    for name in READMES:
        quoted = rows(name)
        if not quoted:
            problems.append(f"{name} quotes no measurement between <!-- bench --> and <!-- /bench -->")
        # What a row is called may be in Indonesian; its numbers are those of a measured row.
        known = {row[1:] for row in measured} if name.endswith(".id.md") else set(measured)
        problems += [f"{name}: {row} is not in benches/RESULTS.md" for row in quoted if (row[1:] if name.endswith(".id.md") else row) not in known]
    print("\n".join(problems) or f"{len(measured)} rows measured, the READMEs quote some of them as they are")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
