"""The READMEs are true: their worked case runs in three languages and prints what they say; both say the same.

Needs the built packages: `lkip` in this Python, and lkip-wasm with its dist. tests/run sees to it.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


def blocks(text: str) -> dict[str, str]:
    return dict(re.findall(r"^```(\w+)\n(.*?)^```$", text, re.M | re.S))


def printed(command: list[str], **options: object) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT, **options).stdout


def figures(text: str) -> list[str]:
    """Every figure and every piece of code in the prose."""
    return sorted(re.findall(r"\d[\d.,]*|`[^`\n]+`|\{\"outcome\"[^`]*\}", text))


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
    if sorted(ours) != ["html", "python", "rust", "sh", "text", "ts"]:
        problems.append(f"README.md has the blocks {sorted(ours)}")
    for name in ours.keys() | theirs.keys():
        same = commands(ours["sh"]) == commands(theirs["sh"]) if name == "sh" else ours.get(name) == theirs.get(name)
        if not same:
            problems.append(f"the block '{name}' differs between README.md and README.id.md")
    if figures(english) != figures(indonesian):
        only = set(figures(english)) ^ set(figures(indonesian))
        problems.append(f"figures or code in the prose differ: {sorted(only)}")

    example = (ROOT / "tests" / "examples" / "readme.rs").read_text(encoding="utf-8")
    if ours["rust"] not in example:
        problems.append("tests/examples/readme.rs is not the Rust block of README.md")
    rust = ["cargo", "run", "--quiet", "--release", "--package", "lkip-tests", "--example", "readme"]
    runs = {
        "rust": lambda: printed(rust),
        "python": lambda: printed([sys.executable, "-c", ours["python"]]),
        "ts": lambda: typescript(ours["ts"]),
    }
    for name, run in runs.items():
        output = run()
        if output != ours["text"]:
            problems.append(f"the block '{name}' prints\n{output}instead of\n{ours['text']}")

    for example, reviewed in (("laporan", "setda-kaltim-2021"), ("penjenjangan", "setda-kaltim-2021-penjenjangan")):
        report = printed(["cargo", "run", "--quiet", "--release", "--example", example])
        expected = (ROOT / "tests" / "reports" / f"{reviewed}.txt").read_text(encoding="utf-8")
        if report != expected:
            problems.append(f"cargo run --release --example {example} prints something else than its reviewed output")

    print("\n".join(problems) or f"{len(runs)} languages print the worked case; {len(figures(english))} figures agree")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
