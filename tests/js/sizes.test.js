// What the two builds weigh on the line. The classic script is what forms get: module, glue and form helper in one.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { gzipSync } from "node:zlib";

import { DIST } from "./support/paths.js";

const zipped = (...files) => files.reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length, 0);

for (const [name, limit, ...files] of [
  ["form build", 60_000, "lkip.iife.js"],
  ["full build", 150_000, "browser.js", "lkip.wasm"],
]) {
  test(`the ${name} weighs at most ${limit} bytes`, (context) => {
    const bytes = zipped(...files);
    context.diagnostic(`size of the ${name}: ${bytes} of ${limit} bytes gzip`);
    assert.ok(bytes <= limit, `${bytes} > ${limit}`);
  });
}
