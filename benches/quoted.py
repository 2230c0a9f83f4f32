"""The READMEs quote what was measured: every row between `<!-- bench -->` and `<!-- /bench -->` stands in benches/RESULTS.md.

    benches/quoted.py          says which rows do not
    benches/quoted.py --fill   writes what was measured last into the rows that are quoted
"""

from __future__ import annotations

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.id.md")
BLOCK = re.compile(r"<!-- bench -->\n(.*?)<!-- /bench -->", re.S)

#: The lines of a part by what they measure. What a part is called differs from file to file, its lines do not.
Part = dict[str, str]


def parts(block: str) -> list[Part]:
    """The parts of a table, each below a line in bold."""
    found: list[Part] = []
    for line in block.splitlines():
        who = line.strip("|").split("|")[0].strip()
        if who.startswith("**"):
            found.append({})
        elif found:
            found[-1][who] = line
    return found


def parts_of(name: str) -> list[Part]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return [part for block in BLOCK.findall(text) for part in parts(block)]


def fill(name: str, measured: list[Part]) -> None:
    path = ROOT / name
    text = path.read_text(encoding="utf-8")
    for quoted in parts_of(name):
        for part in measured:
            if list(part) == list(quoted):
                old, new = ("\n".join(lines.values()) for lines in (quoted, part))
                text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def main() -> int:
    measured = parts_of("benches/RESULTS.md")
    problems = [] if measured else ["benches/RESULTS.md has no rows: run benches/run"]
    for name in READMES:
        if "--fill" in sys.argv:
            fill(name, measured)
        quoted = parts_of(name)
        if not quoted:
            problems.append(f"{name} quotes no measurement between <!-- bench --> and <!-- /bench -->")
        for part in quoted:
            if part not in measured:
                problems.append(f"{name}: {list(part.values())} is not in benches/RESULTS.md: run benches/quoted.py --fill")
    print("\n".join(problems) or f"{sum(map(len, measured))} rows measured, the READMEs quote some of them as they are")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
