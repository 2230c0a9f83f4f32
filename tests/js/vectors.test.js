// Every vector, compared as text, through every way of loading the package in Node.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import vm from "node:vm";

import { DIST } from "./support/paths.js";
import { FUNCTIONS, answered, declines, forForms, run, vectors } from "./support/vectors.js";

const VECTORS = answered();

function report(context, name, { wrong, ...counts }, total = VECTORS.length) {
  assert.deepEqual(wrong, []);
  assert.equal(counts.texts, total);
  assert.ok(counts.calls > 0 && counts.functions > 0);
  context.diagnostic(`${name}: ${counts.texts} vectors as text, ${counts.calls} as data, ${counts.functions} by function`);
}

test("every vector has an answer", () => {
  assert.deepEqual(vectors().filter(({ answer }) => answer === undefined).map(({ id }) => id), []);
  assert.ok(VECTORS.length > 0);
});

test("vectors in Node, as an ES module", async (context) => {
  const lkip = await import(pathToFileURL(join(DIST, "node.js")));
  assert.equal(await lkip.ready, true);
  report(context, "ES module", run(lkip, VECTORS, FUNCTIONS));
});

test("vectors in Node, as a CommonJS module", async (context) => {
  const lkip = createRequire(import.meta.url)(join(DIST, "node.cjs"));
  assert.equal(await lkip.ready, true);
  report(context, "CommonJS", run(lkip, VECTORS, FUNCTIONS));
});

test("vectors through the module in one file", async (context) => {
  const lkip = await import(pathToFileURL(join(DIST, "inline.js")));
  assert.equal(await lkip.ready, true);
  report(context, "inline", run(lkip, VECTORS, FUNCTIONS));
});

test("vectors through the classic script", async (context) => {
  // A bare global object: no document, no fetch.
  const page = vm.createContext({ TextEncoder, TextDecoder, atob, console });
  vm.runInContext(readFileSync(join(DIST, "lkip.iife.js"), "utf8"), page);
  assert.equal(await page.lkip.ready, true);
  const { forms, others, all } = forForms();
  report(context, "classic script", run(page.lkip, forms, FUNCTIONS), forms.length);
  assert.equal(forms.length + others.length, all.length);
  assert.deepEqual(others.filter(({ text }) => !declines(page.lkip.answerJson(text))).map(({ id }) => id), []);
  context.diagnostic(`${others.length} vectors are for the full build, and the form build says so`);
});
