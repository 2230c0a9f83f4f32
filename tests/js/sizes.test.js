// What the three builds weigh on the line. The classic script is what forms get: module, glue and form helper in one.
// What they may weigh stands in `lkip-wasm/build`, which writes it beside what it made.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { gzipSync } from "node:zlib";

import { DIST } from "./support/paths.js";

const zipped = (files) => files.reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length, 0);
const builds = JSON.parse(readFileSync(join(DIST, "sizes.json"), "utf8"));

test("there are three builds", () => assert.deepEqual(builds.map((build) => build.name), ["form", "full", "report"]));

for (const { name, limit, files } of builds) {
  test(`the ${name} build weighs at most ${limit} bytes`, (context) => {
    const bytes = zipped(files);
    context.diagnostic(`size of the ${name} build: ${bytes} bytes gzip, at most ${limit}`);
    assert.ok(bytes <= limit, `${bytes} > ${limit}`);
  });
}
