"""The READMEs are true: their worked cases run in three languages and print what they say; both say the same.

Needs the built packages: `lkip` in this Python, and lkip-wasm with its dist. tests/run sees to it.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


#: The worked cases, in the order in which they stand in the READMEs: their files in tests/examples.
CASES = ("readme", "readme_columns")
LANGUAGES = ("rust", "python", "ts", "text")


def blocks(text: str) -> dict[str, list[str]]:
    """The blocks of every language."""
    found: dict[str, list[str]] = {}
    for language, block in re.findall(r"^```(\w+)\n(.*?)^```$", text, re.M | re.S):
        found.setdefault(language, []).append(block)
    return found


def printed(command: list[str], **options: object) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT, **options).stdout


def figures(text: str) -> list[str]:
    """Every figure and every piece of code in the prose."""
    return sorted(re.findall(r"\d[\d.,]*|`[^`\n]+`|\{\"outcome\"[^`]*\}", text))


def counts(found: dict[str, list[str]]) -> dict[str, int]:
    """How many blocks there are of every language."""
    return {name: len(listed) for name, listed in found.items()}


def commands(block: str) -> list[str]:
    return [line.split("#")[0].strip() for line in block.splitlines()]


def typescript(code: str) -> str:
    """What a project prints that has installed the package: here the package's own folder, by a link."""
    package = ROOT / "lkip-wasm"
    with tempfile.TemporaryDirectory() as project:
        folder = pathlib.Path(project)
        (folder / "node_modules").mkdir()
        (folder / "node_modules" / "lkip").symlink_to(package, target_is_directory=True)
        source, compiled = folder / "readme.ts", folder / "readme.mjs"
        source.write_text(code, encoding="utf-8")
        esbuild = package / "node_modules" / ".bin" / "esbuild"
        printed([str(esbuild), str(source), f"--outfile={compiled}", "--log-level=error"])
        return printed(["node", str(compiled)])


def main() -> int:
    english, indonesian = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.id.md"))
    problems = []

    ours, theirs = blocks(english), blocks(indonesian)
    wanted = {"sh": 1, "html": 1, **dict.fromkeys(LANGUAGES, len(CASES))}
    if not counts(ours) == counts(theirs) == wanted:
        print(f"README.md has the blocks {counts(ours)}, README.id.md {counts(theirs)}, not {wanted}")
        return 1
    for name in wanted:
        here, there = ours[name], theirs[name]
        same = list(map(commands, here)) == list(map(commands, there)) if name == "sh" else here == there
        if not same:
            problems.append(f"the blocks '{name}' differ between README.md and README.id.md")
    if figures(english) != figures(indonesian):
        only = set(figures(english)) ^ set(figures(indonesian))
        problems.append(f"figures or code in the prose differ: {sorted(only)}")

    for case, rust, python, ts, text in zip(CASES, *(ours[name] for name in LANGUAGES), strict=True):
        if rust not in (ROOT / "tests" / "examples" / f"{case}.rs").read_text(encoding="utf-8"):
            problems.append(f"tests/examples/{case}.rs is not the Rust block of README.md")
        command = ["cargo", "run", "--quiet", "--release", "--package", "lkip-tests", "--example", case]
        outputs = {"rust": printed(command), "python": printed([sys.executable, "-c", python]), "ts": typescript(ts)}
        for name, output in outputs.items():
            if output != text:
                problems.append(f"{case}: the block '{name}' prints\n{output}instead of\n{text}")

    for example, reviewed in (("laporan", "setda-kaltim-2021"), ("penjenjangan", "setda-kaltim-2021-penjenjangan")):
        report = printed(["cargo", "run", "--quiet", "--release", "--example", example])
        expected = (ROOT / "tests" / "reports" / f"{reviewed}.txt").read_text(encoding="utf-8")
        if report != expected:
            problems.append(f"cargo run --release --example {example} prints something else than its reviewed output")

    print("\n".join(problems) or f"{len(LANGUAGES) - 1} languages print {len(CASES)} worked cases; {len(figures(english))} figures agree")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
