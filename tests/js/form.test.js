// The form helper on pages of many kinds, as a classic script and as an ES module.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, open } from "./support/browser.js";
import { DIST } from "./support/paths.js";
import { serve } from "./support/server.js";

const ICON = '<!doctype html><html lang="id"><meta charset="utf-8"><link rel="icon" href="data:,">';
const CLASSIC = `${ICON}<script src="/lkip.iife.js"></script>`;
const ROW = `<tr data-lkip="achievement"><td><input data-lkip-input="target"></td><td><input data-lkip-input="realisasi"></td>
  <td data-lkip-output="percent"></td><td data-lkip-output="message"></td></tr>`;
const GROUP = `<div id="g" data-lkip="achievement" data-lkip-rules="setda-kaltim-2021">
  <input id="t" data-lkip-input="target" value="70"><input id="r" data-lkip-input="realization" value="98,40">
  <b id="percent" data-lkip-output="percent"></b><i id="exact" data-lkip-output="exact"></i><p id="m" data-lkip-output="message"></p>
  <div id="why" data-lkip-output="explanation"></div></div>`;
const PAGES = {
  "/group": `${CLASSIC}<body>${GROUP}`,
  "/empty": `${CLASSIC}<body><form><table data-lkip="average" data-lkip-rules="setda-kaltim-2021"><tbody></tbody>
    <tfoot><tr><td data-lkip-output="percent" id="mean"></td><td data-lkip-output="message" id="why"></td></tr></tfoot></table></form>`,
  "/manual": `${ICON}<script src="/lkip.iife.js" data-lkip-bind="manual"></script><body>${GROUP}`,
  "/module": `${ICON}<body>${GROUP}<script type="module">import * as form from "/form.js"; window.form = form; window.bound = form.bind();</script>`,
  "/inline": `${ICON}<body>${GROUP}<script type="module">import { form } from "/inline.js"; window.bound = form.bind();</script>`,
  "/head": `${CLASSIC}<script src="/lkip.iife.js"></script><body>${GROUP}<script src="/lkip.iife.js"></script>`,
};
let browser, server;

before(async () => {
  [browser, server] = [await launch(), await serve(DIST, PAGES)];
});
after(() => Promise.all([browser?.close(), server?.close()]));

/** A test on one of the pages, where nothing may be said on the console. */
const on = (path, name, body) =>
  test(name, async () => {
    const { page, said } = await open(browser, server.url + path);
    await page.waitForFunction("window.lkip ? lkip.ready : window.bound");
    await body(page);
    assert.deepEqual(said, []);
    await page.close();
  });
const text = (page, selector) => page.locator(selector).textContent();

on("/group", "a group is bound by itself", async (page) => {
  assert.equal(await text(page, "#percent"), "140,57 %");
  assert.equal(await text(page, "#exact"), "984/7");
  assert.equal(await page.locator("#why > details > summary").textContent(), "98,40 ÷ 70 × 100 % = 140,5714… → 140,57 % (dibulatkan)");
});

for (const path of ["/module", "/inline"]) {
  on(path, `the same as an ES module: ${path}`, async (page) => {
    assert.equal(await page.evaluate("bound"), true);
    assert.equal(await text(page, "#percent"), "140,57 %");
    await page.locator("#r").fill("70");
    assert.equal(await text(page, "#percent"), "100,00 %");
  });
}

on("/head", "three times the same script on one page", async (page) => {
  let events = 0;
  await page.exposeFunction("heard", () => events++);
  await page.evaluate("document.addEventListener('lkip', () => heard())");
  await page.locator("#r").fill("70");
  assert.equal(await text(page, "#percent"), "100,00 %");
  await page.evaluate("lkip.form.bind(document), lkip.form.bind(document.body), lkip.form.bind()");
  events = 0;
  await page.locator("#r").press("1");
  await page.waitForTimeout(50);
  assert.equal(events, 1);
});

on("/empty", "rows that come later count, and rows that go count no more", async (page) => {
  await page.evaluate((row) => (document.querySelector("tbody").innerHTML = row + row), ROW);
  const rows = page.locator("tbody tr");
  await rows.nth(0).locator("input").nth(0).fill("100");
  await rows.nth(0).locator("input").nth(1).fill("90");
  await rows.nth(1).locator("input").nth(0).fill("100");
  assert.match(await text(page, "#why"), /butir 2/);
  await rows.nth(1).locator("input").nth(1).fill("80");
  assert.equal(await text(page, "#mean"), "85,00 %");
  await page.evaluate(() => document.querySelector("tbody tr").remove());
  await page.waitForFunction(() => document.querySelector("#mean").textContent === "80,00 %");
});

on("/empty", "a dialog that arrives by AJAX, outside of everything", async (page) => {
  await page.evaluate((group) => document.body.insertAdjacentHTML("beforeend", `<dialog open>${group}</dialog>`), GROUP);
  await page.waitForFunction(() => document.querySelector("#percent").textContent === "140,57 %");
  await page.locator("#r").fill("7");
  assert.equal(await text(page, "#percent"), "10,00 %");
});

on("/manual", "a page that binds by itself, with options, and unbinds", async (page) => {
  assert.equal(await text(page, "#percent"), "");
  await page.evaluate("document.querySelector('#g').removeAttribute('data-lkip-rules')");
  const options = { rules: "setda-kaltim-2021", style: "indonesian", language: "en", overrides: { rounding: { mode: "truncate" } } };
  assert.equal(await page.evaluate((options) => lkip.form.bind(document.querySelector("#g"), options), options), true);
  await page.locator("#t").fill("1.400");
  await page.locator("#r").fill("1.405,9");
  assert.equal(await text(page, "#percent"), "100.42 %");
  await page.locator("#t").fill("x");
  assert.match(await text(page, "#m"), /is not a number/);
  await page.evaluate("lkip.form.unbind(document.querySelector('#g'))");
  assert.equal(await text(page, "#m"), "");
  const left = await page.evaluate(() => [document.querySelector("#t"), document.querySelector("#g"), document.querySelector("#percent")].flatMap((e) => [...e.attributes].map((a) => a.name)).filter((name) => /^aria-(invalid|described)|^data-lkip-(outcome|category|reason|quiet)/.test(name)));
  assert.deepEqual(left, []);
  await page.locator("#t").fill("70");
  assert.equal(await text(page, "#percent"), "");
});

on("/group", "attributes that change, values that scripts change", async (page) => {
  await page.evaluate(() => document.querySelector("#g").setAttribute("data-lkip-overrides", '{"rounding": {"mode": "half_up", "places": 0}}'));
  await page.waitForFunction(() => document.querySelector("#percent").textContent === "141 %");
  await page.evaluate(() => document.querySelector("#g").setAttribute("data-lkip-polarity", "turun"));
  await page.waitForFunction(() => document.querySelector("#percent").textContent === "59 %");
  await page.evaluate(() => {
    document.querySelector("#r").value = "70";
    lkip.form.update();
  });
  assert.equal(await text(page, "#percent"), "100 %");
});

on("/group", "mistakes of the page itself are told, not hidden", async (page) => {
  await page.evaluate(() => document.querySelector("#g").setAttribute("data-lkip-overrides", "{rounding: 2}"));
  await page.waitForFunction(() => document.querySelector("#m").textContent !== "");
  assert.equal(await page.locator("#g").getAttribute("data-lkip-outcome"), "error");
  await page.evaluate(() => document.querySelector("#g").removeAttribute("data-lkip-overrides"));
  await page.evaluate(() => document.querySelector("#g").setAttribute("data-lkip-rules", "tidak-ada"));
  await page.waitForFunction(() => /'tidak-ada'/.test(document.querySelector("#m").textContent));
  await page.evaluate(() => document.querySelector("#t").setAttribute("data-lkip-input", "tarjet"));
  await page.waitForFunction(() => /'tarjet'/.test(document.querySelector("#m").textContent));
});

on("/group", "what users write never becomes markup, and outputs never write into what a form posts", async (page) => {
  await page.locator("#r").fill('<img src=x onerror="document.title=1">');
  assert.match(await text(page, "#m"), /<img/);
  assert.equal(await page.locator("#m img").count(), 0);
  await page.evaluate(() => document.querySelector("#g").insertAdjacentHTML("beforeend", '<input id="kept" value="87" data-lkip-output="percent">'));
  await page.locator("#r").fill("70");
  assert.equal(await text(page, "#percent"), "100,00 %");
  assert.equal(await page.locator("#kept").inputValue(), "87");
  assert.equal(await page.locator("#r").inputValue(), "70");
});

on("/group", "radio buttons, hidden fields, and texts of the page are inputs too", async (page) => {
  await page.evaluate(() => {
    document.querySelector("#t").outerHTML = '<span data-lkip-input="rencana"> 70,00 </span>';
    document.querySelector("#r").insertAdjacentHTML(
      "afterend",
      `<label><input type="radio" name="p" value="naik" data-lkip-input="polaritas" checked>naik</label>
       <label><input type="radio" name="p" value="turun" data-lkip-input="polaritas" id="turun">turun</label>
       <input type="hidden" value="2018" data-lkip-input="dari_tahun">`,
    );
  });
  await page.waitForFunction(() => document.querySelector("#why").textContent.includes("2018"));
  assert.equal(await text(page, "#percent"), "140,57 %");
  await page.locator("#turun").check();
  assert.equal(await text(page, "#percent"), "59,43 %");
});

on("/group", "other descriptions and live regions of the page stay", async (page) => {
  await page.evaluate(() => {
    document.querySelector("#r").setAttribute("aria-describedby", "hint");
    document.querySelector("#m").setAttribute("aria-live", "assertive");
  });
  await page.locator("#r").fill("1.250");
  assert.equal(await page.locator("#r").getAttribute("aria-describedby"), "hint m");
  await page.locator("#r").fill("1250");
  assert.equal(await page.locator("#r").getAttribute("aria-describedby"), "hint");
  assert.equal(await page.locator("#m").getAttribute("aria-live"), "assertive");
});

test("an average of averages, with weights", async () => {
  const item = (percent, weight) => `<p data-lkip="achievement" data-lkip-weight="${weight}"><input data-lkip-input="target" value="100"><input data-lkip-input="realisasi" value="${percent}"></p>`;
  const page_ = `${CLASSIC}<body data-lkip-rules="setda-kaltim-2021" data-lkip-overrides='{"average": {"method": "weighted"}}'>
    <section data-lkip="average" id="all"><b data-lkip-output="percent" id="top"></b>
      <div data-lkip="average" data-lkip-weight="1"><b data-lkip-output="percent" id="first"></b>${item(90, 1)}${item(60, 2)}</div>
      <div data-lkip="average" data-lkip-weight="3"><b data-lkip-output="percent" id="second"></b>${item(80, 1)}</div>
    </section>`;
  const other = await serve(DIST, { "/nested": page_ });
  const { page, said } = await open(browser, `${other.url}/nested`);
  await page.evaluate("lkip.ready");
  assert.deepEqual(await Promise.all(["#first", "#second", "#top"].map((id) => text(page, id))), ["70,00 %", "80,00 %", "77,50 %"]);
  await page.locator("input").nth(1).fill("120");
  assert.deepEqual(await Promise.all(["#first", "#top"].map((id) => text(page, id))), ["80,00 %", "80,00 %"]);
  assert.deepEqual(said, []);
  await page.close();
  await other.close();
});
