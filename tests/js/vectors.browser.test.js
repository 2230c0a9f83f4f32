// Every vector, compared as text, in a real browser: the classic script and the ES modules.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, open } from "./support/browser.js";
import { DIST } from "./support/paths.js";
import { serve } from "./support/server.js";
import { FUNCTIONS, answered, forForms, run, withoutReports } from "./support/vectors.js";

const VECTORS = { classic: forForms().own, lkip: withoutReports().own, "lkip/report": answered() };
const ICON = '<!doctype html><link rel="icon" href="data:,">';
const module = (file) => `${ICON}<script type="module">import * as lkip from "/${file}"; window.lkip = lkip;</script>`;
const PAGES = {
  "/classic": `${ICON}<script src="/lkip.iife.js"></script>`,
  "/lkip": module("browser.js"),
  "/lkip/report": module("report.js"),
};
let browser, server;

before(async () => {
  [browser, server] = [await launch(), await serve(DIST, PAGES)];
});
after(() => Promise.all([browser?.close(), server?.close()]));

for (const kind of Object.keys(VECTORS)) {
  test(`vectors in Chromium: ${kind}`, async (context) => {
    const { page, complaints } = await open(browser, `${server.url}/${kind}`);
    assert.equal(await page.evaluate("lkip.ready"), true);
    const counts = await page.evaluate(`(${run})(lkip, ${JSON.stringify(VECTORS[kind])}, ${JSON.stringify(FUNCTIONS)})`);
    assert.deepEqual(counts.wrong, []);
    assert.equal(counts.texts, VECTORS[kind].length);
    assert.ok(counts.calls > 0 && counts.functions > 0);
    assert.deepEqual(complaints(), []);
    const agent = await browser.version();
    context.diagnostic(`Chromium ${agent}, ${kind}: ${counts.texts} vectors as text, ${counts.calls} as data, ${counts.functions} by function`);
    await page.close();
  });
}
