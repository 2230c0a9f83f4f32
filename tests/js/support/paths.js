import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
export const PACKAGE = join(ROOT, "lkip-wasm");
export const DIST = join(PACKAGE, "dist");

if (!existsSync(join(DIST, "lkip.iife.js"))) {
  throw new Error("the npm package is not built: run lkip-wasm/build");
}
