"""The stated minimum Rust version holds: for our code by a lint, for what we depend on by what it declares.

The lint `clippy::incompatible_msrv` refuses newer parts of the standard library. Here every package that ends up in
lkip-core, lkip-py or lkip-wasm must declare a minimum that is not above ours, and where that very toolchain is
installed the crates are compiled with it.
"""

import json
import subprocess
import sys


def version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split("."))


def main() -> int:
    metadata = json.loads(subprocess.check_output(["cargo", "metadata", "--format-version", "1", "--locked"]))
    packages = {package["id"]: package for package in metadata["packages"]}
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    ours = [p for p in packages.values() if p["name"] in ("lkip-core", "lkip-py", "lkip-wasm")]
    stated = {package["rust_version"] for package in ours}
    if len(ours) != 3 or len(stated) != 1 or None in stated:
        print(f"the three crates must state one minimum Rust version, found {stated}")
        return 1
    minimum = stated.pop()

    seen: set[str] = set()
    waiting = [package["id"] for package in ours]
    while waiting:
        package_id = waiting.pop()
        if package_id in seen:
            continue
        seen.add(package_id)
        for dependency in nodes[package_id]["deps"]:
            # What only tests and benchmarks use does not bind those who depend on us.
            if any(kind["kind"] != "dev" for kind in dependency["dep_kinds"]):
                waiting.append(dependency["pkg"])

    above = [
        f"{packages[i]['name']} {packages[i]['version']} needs Rust {packages[i]['rust_version']}"
        for i in seen
        if packages[i]["rust_version"] and version(packages[i]["rust_version"]) > version(minimum)
    ]
    print("\n".join(above) or f"{len(seen)} packages declare a minimum of at most Rust {minimum}")

    toolchains = subprocess.run(["rustup", "toolchain", "list"], capture_output=True, text=True).stdout.split()
    installed = next((t for t in toolchains if t.startswith(minimum + ".") or t.startswith(minimum + "-")), None)
    if installed is None:
        print(f"note: Rust {minimum} is not installed here, so nothing was compiled with it")
    else:
        check = ["cargo", f"+{installed}", "check", "--package", "lkip-core", "--locked"]
        if subprocess.run(check).returncode != 0:
            return 1
    return 1 if above else 0


if __name__ == "__main__":
    sys.exit(main())
