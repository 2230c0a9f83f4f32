// A project that has installed the package as npm would: from the packed archive.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { PACKAGE } from "./paths.js";

/** Packs the package into a folder; gives the path of the archive and the files in it. */
export function pack(folder) {
  const told = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], { cwd: PACKAGE, encoding: "utf8" });
  const packed = JSON.parse(told);
  const [{ filename, files, size, unpackedSize }] = Array.isArray(packed) ? packed : Object.values(packed);
  return { archive: join(folder, filename), files: files.map(({ path }) => path).sort(), size, unpackedSize };
}

/** A new folder with the package in `node_modules`. */
export function install() {
  const folder = mkdtempSync(join(tmpdir(), "lkip-project-"));
  const { archive } = pack(folder);
  const target = join(folder, "node_modules", "lkip");
  mkdirSync(target, { recursive: true });
  execFileSync("tar", ["-xzf", archive, "-C", target, "--strip-components=1"]);
  writeFileSync(join(folder, "package.json"), '{"name": "project", "private": true, "type": "module"}');
  return folder;
}
