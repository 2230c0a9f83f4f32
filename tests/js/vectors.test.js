// Every vector, compared as text, through every way of loading the package in Node.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import vm from "node:vm";

import { DIST } from "./support/paths.js";
import { FUNCTIONS, answered, declines, forForms, run, vectors, withoutReports } from "./support/vectors.js";

const VECTORS = answered();
const load = (name) => import(pathToFileURL(join(DIST, name)));
const require = createRequire(import.meta.url);

async function answers(context, name, lkip, vectors) {
  assert.equal(await lkip.ready, true);
  const { wrong, ...counts } = run(lkip, vectors, FUNCTIONS);
  assert.deepEqual(wrong, []);
  assert.equal(counts.texts, vectors.length);
  assert.ok(counts.calls > 0 && counts.functions > 0);
  context.diagnostic(`${name}: ${counts.texts} vectors as text, ${counts.calls} as data, ${counts.functions} by function`);
}

/** A build that has a part of the operations answers their vectors, and declines all others. */
async function answersItsOwn(context, name, lkip, { own, others }) {
  await answers(context, name, lkip, own);
  assert.ok(others.length > 0);
  assert.equal(own.length + others.length, VECTORS.length);
  assert.deepEqual(others.filter((vector) => !declines(lkip, vector)).map(({ id }) => id), []);
  context.diagnostic(`${name}: ${others.length} vectors are for larger builds, and it says so`);
}

test("every vector has an answer", () => {
  assert.deepEqual(vectors().filter(({ answer }) => answer === undefined).map(({ id }) => id), []);
  assert.ok(VECTORS.length > 0);
});

for (const [name, get] of [
  ["as an ES module", () => load("report.node.js")],
  ["as a CommonJS module", () => require(join(DIST, "report.node.cjs"))],
  ["in one file", () => load("report.inline.js")],
]) {
  test(`vectors through lkip/report ${name}`, async (context) => answers(context, `lkip/report ${name}`, await get(), VECTORS));
}

for (const [name, get] of [
  ["as an ES module", () => load("node.js")],
  ["as a CommonJS module", () => require(join(DIST, "node.cjs"))],
  ["in one file", () => load("inline.js")],
]) {
  test(`vectors through lkip ${name}`, async (context) => answersItsOwn(context, `lkip ${name}`, await get(), withoutReports()));
}

test("vectors through the classic script", async (context) => {
  // A bare global object: no document, no fetch.
  const page = vm.createContext({ TextEncoder, TextDecoder, atob, console });
  vm.runInContext(readFileSync(join(DIST, "lkip.iife.js"), "utf8"), page);
  await answersItsOwn(context, "classic script", page.lkip, forForms());
});
