// The examples of the npm package's README, as they stand there.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch, open } from "./support/browser.js";
import { install } from "./support/install.js";
import { DIST, PACKAGE, ROOT } from "./support/paths.js";
import { serve } from "./support/server.js";

const README = readFileSync(join(PACKAGE, "README.md"), "utf8");
const blocks = (language) => [...README.matchAll(new RegExp("```" + language + "\\n([^]*?)```", "g"))].map(([, block]) => block);
let folder;

before(() => (folder = install()));
after(() => rmSync(folder, { recursive: true, force: true }));

test("the ES module examples print what their comments say", () => {
  const examples = blocks("js");
  assert.equal(examples.length, 5);
  for (const example of examples) {
    writeFileSync(join(folder, "example.js"), example);
    const printed = execFileSync(process.execPath, ["example.js"], { cwd: folder, encoding: "utf8" });
    const promised = [...example.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, line]) => line);
    assert.ok(promised.length > 0);
    assert.deepEqual(printed.trim().split("\n"), promised);
  }
});

test("the page example does what the text below it says", async () => {
  const [browser, server] = [await launch(), await serve(DIST, { "/page": blocks("html")[0] })];
  try {
    const { page, complaints } = await open(browser, `${server.url}/page`);
    const shown = (kind) => page.locator(`[data-lkip-output="${kind}"]`).textContent();
    const text = README.replace(/\s+/g, " ");
    const [, target, realization, percent] = text.match(/With target `(.*?)` and realisasi `(.*?)` the page shows `(.*?)`/);
    await page.evaluate("lkip.ready");
    await page.getByLabel("Target").fill(target);
    await page.getByLabel("Realisasi").fill(realization);
    assert.equal(await shown("percent"), percent);
    const [, ambiguous, message] = text.match(/With `(.*?)` it says: "(.*?)"/);
    await page.getByLabel("Realisasi").fill(ambiguous);
    assert.equal(await shown("message"), message);
    await page.getByRole("button").click();
    await page.waitForURL(/realisasi=1\.250/);
    assert.deepEqual(complaints().filter((text) => !/favicon/.test(text) && !/404/.test(text)), []);
  } finally {
    await Promise.all([browser.close(), server.close()]);
  }
});

test("the page with a picture shows the offices of the document, under a policy", async () => {
  const report = readFileSync(join(ROOT, "tests", "reports", "bkd-ntt-2021.json"), "utf8");
  const hostile = report.replace('"Sub SIK"', '"<img src=x onerror=alert(1)>"');
  assert.notEqual(hostile, report);
  const policy = { "content-security-policy": "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'none'" };
  const [browser, server] = [await launch(), await serve(DIST, { "/page": blocks("html")[1], "/laporan.json": hostile }, policy)];
  try {
    const { page, complaints } = await open(browser, `${server.url}/page`);
    const picture = page.locator("#pohon > svg");
    await picture.waitFor();
    const shown = await picture.textContent();
    for (const { name } of JSON.parse(report).offices.slice(0, 2)) assert.ok(shown.replace(/\s+/g, " ").includes(name.split(" ")[0]), name);
    assert.ok(shown.includes("<img"));
    assert.equal(await page.locator("#pohon img, #pohon script, #pohon style").count(), 0);
    assert.deepEqual(complaints().filter((text) => !/favicon/.test(text) && !/404/.test(text)), []);
  } finally {
    await Promise.all([browser.close(), server.close()]);
  }
});
