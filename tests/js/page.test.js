// The page that shows a real table: figures, messages, and that a form always goes out.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { launch, open } from "./support/browser.js";
import { PACKAGE, ROOT } from "./support/paths.js";
import { serve } from "./support/server.js";

const PAGE = "/demo/index.html";
const BASE = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'";
const STRICT = { "content-security-policy": `${BASE}; script-src 'self' 'wasm-unsafe-eval'` };
const BLOCKED = { "content-security-policy": `${BASE}; script-src 'self'` };
const REPORT = JSON.parse(readFileSync(join(ROOT, "tests", "reports", "setda-kaltim-2021.json"), "utf8"));
let browser;
const servers = {};

before(async () => {
  browser = await launch();
  for (const [name, headers] of Object.entries({ plain: {}, strict: STRICT, blocked: BLOCKED })) {
    servers[name] = await serve(PACKAGE, {}, headers);
  }
});
after(() => Promise.all([browser?.close(), ...Object.values(servers).map((server) => server.close())]));

const group = (page, input) => page.locator('[data-lkip="achievement"]', { has: page.locator(input) });
const output = (page, input, kind) => group(page, input).locator(`[data-lkip-output="${kind}"]`);
const text = (page, input, kind) => output(page, input, kind).textContent();
const ready = (page) => page.evaluate("lkip.ready");

/** The whole table as the page shows it. */
const table = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("form [data-lkip]")].map((group) => {
      const own = (selector) => [...group.querySelectorAll(selector)].filter((e) => e.closest("[data-lkip]") === group);
      const [percent, category] = ["percent", "category"].map((kind) => own(`[data-lkip-output="${kind}"]`)[0].textContent);
      const printed = own("[data-printed]")[0];
      const input = own("input[name]")[0];
      const target = own('[data-lkip-input="target"]')[0];
      return {
        label: group.getAttribute("data-lkip-label") ?? group.querySelector("h3").lastChild.textContent.trim(),
        target: target?.textContent,
        realization: input?.value,
        percent,
        category,
        printed: printed.textContent,
        verdict: printed.parentElement.dataset.verdict,
      };
    }),
  );

/** What the report holds, in the order of the page. */
function expected() {
  const printedIn = (table, key) => REPORT.printed.find((printed) => printed.table === table && printed.figure.startsWith(key));
  return REPORT.objectives.flatMap((objective) => {
    const average = printedIn("Tabel 3.19", `objectives.${objective.id}.average`);
    const indicators = REPORT.indicators.filter((indicator) => indicator.objective === objective.id);
    return [
      { label: average.place, target: undefined, realization: undefined, printed: average.text },
      ...indicators.map(({ id, name, target, realization }) => {
        const printed = printedIn("Tabel 3.3", `indicators.${id}.quarters.`).text;
        return { label: name, target, realization, printed };
      }),
    ];
  });
}

for (const [name, address] of [
  ["served", () => servers.plain.url + PAGE],
  ["from a file", () => pathToFileURL(join(PACKAGE, PAGE)).href],
  ["under a policy with 'wasm-unsafe-eval'", () => servers.strict.url + PAGE],
]) {
  test(`the table, ${name}`, async (context) => {
    const { page, said } = await open(browser, address());
    assert.equal(await ready(page), true);
    const rows = await table(page);
    assert.deepEqual(rows.map(({ label, target, realization, printed }) => ({ label, target, realization, printed })), expected());
    assert.equal(rows.length, 16);
    for (const row of rows) {
      assert.match(row.percent, /^\d{2,3},\d{2} %$/, row.label);
      assert.equal(row.category, "Sangat Tinggi");
      assert.equal(row.verdict, row.percent === `${row.printed} %` ? "sama" : "berbeda");
    }
    const differing = rows.filter((row) => row.verdict === "berbeda").map((row) => [row.printed, row.percent]);
    assert.deepEqual(differing, [["102,73", "102,69 %"], ["103,24", "103,51 %"]]);
    assert.deepEqual(said, []);
    context.diagnostic(`${rows.length} figures, ${differing.length} printed otherwise`);
    await page.close();
  });
}

test("figures follow while one types", async () => {
  const { page, said } = await open(browser, servers.plain.url + PAGE);
  await ready(page);
  await page.locator("#r6").fill("");
  await page.locator("#r6").pressSequentially("56,7");
  assert.equal(await text(page, "#r6", "percent"), "81,00 %");
  assert.equal(await text(page, "#r6", "category"), "Tinggi");
  assert.equal(await group(page, "#r6").getAttribute("data-lkip-category"), "tinggi");
  assert.equal(await group(page, "#r6").getAttribute("data-lkip-outcome"), "computed");
  assert.equal(await text(page, "#r6", "line"), "56,7 ÷ 70,00 × 100 % = 81,00 %; Tinggi (76 ≤ x)");
  const mean = page.locator('section:has(#r6) tfoot [data-lkip-output="percent"]');
  assert.equal(await mean.textContent(), "95,63 %");
  await group(page, "#r6").locator("summary").click();
  const tree = await group(page, "#r6").locator(".lkip-tree").innerText();
  for (const part of ["realisasi ÷ target × 100 %", "PermenPANRB 8/2021", "Permendagri 86/2017", "setda-kaltim-2021"]) {
    assert.ok(tree.includes(part), part);
  }
  // What was typed stays as it was typed.
  assert.equal(await page.locator("#r6").inputValue(), "56,7");
  await page.locator('button[type="reset"]').click();
  await page.waitForFunction(() => document.querySelector("#r6").closest("[data-lkip]").textContent.includes("140,57 %"));
  assert.deepEqual(said, []);
  await page.close();
});

test("mistakes are told where they are made, in the core's words", async () => {
  const { page, said } = await open(browser, servers.plain.url + PAGE);
  await ready(page);
  await page.locator("#coba-polaritas").selectOption("naik");
  await page.locator("#coba-target").fill("1.250");
  await page.locator("#coba-realisasi").fill("1300");
  assert.equal(await text(page, "#coba-target", "message"), "Angka '1.250' bermakna ganda: tulis 1250 atau 1,25.");
  assert.equal(await text(page, "#coba-target", "percent"), "");
  assert.equal(await group(page, "#coba-target").getAttribute("data-lkip-outcome"), "error");
  assert.equal(await page.locator("#coba-target").getAttribute("aria-invalid"), "true");
  assert.equal(await page.locator("#coba-realisasi").getAttribute("aria-invalid"), null);
  const message = output(page, "#coba-target", "message");
  assert.equal(await page.locator("#coba-target").getAttribute("aria-describedby"), await message.getAttribute("id"));
  assert.equal(await message.getAttribute("aria-live"), "polite");

  await page.locator("#coba-target").fill("1250");
  assert.equal(await text(page, "#coba-target", "percent"), "104,00 %");
  assert.equal(await text(page, "#coba-target", "message"), "");
  assert.equal(await page.locator("#coba-target").getAttribute("aria-invalid"), null);
  assert.equal(await page.locator("#coba-target").getAttribute("aria-describedby"), null);

  await page.locator("#r2").fill("375.000.00");
  assert.equal(await group(page, "#r2").getAttribute("data-lkip-outcome"), "error");
  assert.match(await text(page, "#r2", "message"), /^Susunan angka '375\.000\.00' keliru\./);
  // The mean is not made of what is left, and does not say the same a second time.
  const objective = page.locator("section:has(#r2)");
  assert.equal(await objective.getAttribute("data-lkip-outcome"), "error");
  assert.equal(await objective.locator('tfoot [data-lkip-output="percent"]').textContent(), "");
  assert.equal(await objective.locator('tfoot [data-lkip-output="message"]').textContent(), "");
  assert.deepEqual(said, []);
  await page.close();
});

test("a blank is no mistake", async () => {
  const { page } = await open(browser, servers.plain.url + PAGE);
  await ready(page);
  for (const blank of ["", "   "]) {
    await page.locator("#r3").fill(blank);
    assert.equal(await text(page, "#r3", "message"), "");
    assert.equal(await text(page, "#r3", "percent"), "");
    assert.equal(await group(page, "#r3").getAttribute("data-lkip-quiet"), "");
    assert.equal(await group(page, "#r3").getAttribute("data-lkip-reason"), "not_measured");
    assert.equal(await page.locator("#r3").getAttribute("aria-invalid"), null);
  }
  // The mean says why it is not there.
  assert.match(await page.locator('section:has(#r3) tfoot [data-lkip-output="message"]').textContent(), /butir Persentase rancangan produk hukum yang diharmonisasi tanpa nilai/);
  // Who writes that there is no value is answered.
  await page.locator("#r3").fill("NA");
  assert.notEqual(await text(page, "#r3", "message"), "");
  await page.locator("#coba-realisasi").fill("");
  assert.equal(await text(page, "#coba-target", "message"), "");
  await page.locator("#coba-keadaan").selectOption("tidak_dilaksanakan");
  assert.equal(await text(page, "#coba-target", "message"), "Kegiatan tidak dilaksanakan.");
  await page.close();
});

const LOADED_TWICE = `
  const script = document.createElement("script");
  script.src = "../dist/lkip.iife.js";
  const before = lkip;
  new Promise((resolve) => { script.onload = () => resolve(before === lkip); document.head.append(script); })`;

test("loaded twice, and its page exchanged as Turbolinks does", async () => {
  const { page, said } = await open(browser, servers.plain.url + PAGE);
  await ready(page);
  assert.equal(await page.evaluate(LOADED_TWICE.replace("new Promise", "return new Promise").replace(/^/, "(() => {") + "})()"), true);
  // The body of the next page takes the place of this one; its scripts run again.
  await page.evaluate(async () => {
    const next = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    document.body.replaceWith(document.adoptNode(next.body));
  });
  await page.waitForFunction(() => document.querySelectorAll('form [data-lkip-outcome="computed"]').length > 0);
  await page.locator("#r6").fill("70");
  assert.equal(await text(page, "#r6", "percent"), "100,00 %");
  assert.deepEqual(said, []);
  await page.close();
});

/** Fills and sends the form, and sees it arrive. */
async function submits(page, server) {
  await page.locator("#r6").fill("56,7");
  await page.locator("#r7").fill("bukan angka");
  await page.locator('button[type="submit"]').click();
  await page.waitForURL(/realisasi_6=/);
  const sent = new URL(page.url()).searchParams;
  assert.deepEqual([sent.get("realisasi_6"), sent.get("realisasi_7"), sent.get("realisasi_1")], ["56,7", "bukan angka", "3,0885 *)"]);
  assert.equal([...sent].length, 12);
  assert.ok(server.requests.some((request) => request.includes("realisasi_6=56%2C7")));
  assert.match(await page.locator("#sent").textContent(), /12 realisasi/);
}

test("the form goes out, also with mistakes in it", async () => {
  const { page, said } = await open(browser, servers.plain.url + PAGE);
  await ready(page);
  await submits(page, servers.plain);
  assert.deepEqual(said, []);
  await page.close();
});

test("under a policy without 'wasm-unsafe-eval' nothing is shown, and the form goes out", async () => {
  const { page, said } = await open(browser, servers.blocked.url + PAGE);
  assert.equal(await ready(page), false);
  assert.deepEqual(await page.evaluate('lkip.achievement({target: "70", realization: "98,40", rules: "setda-kaltim-2021"})'), {
    outcome: "unavailable",
    cause: "blocked",
  });
  assert.equal(await page.locator("#unavailable").isVisible(), true);
  assert.equal(await text(page, "#r6", "percent"), "");
  // The note is ours; what the browser says about its policy is the browser's.
  const [ours, theirs] = [said.filter(({ text }) => text.startsWith("lkip:")), said.filter(({ text }) => !text.startsWith("lkip:"))];
  assert.deepEqual(ours.map(({ type }) => type), ["info"]);
  assert.ok(theirs.every(({ text }) => /Content Security Policy/i.test(text)), JSON.stringify(theirs));
  await submits(page, servers.blocked);
  await page.close();
});

test("without WebAssembly nothing is shown, and the form goes out", async () => {
  const { page, said } = await open(browser, servers.plain.url + PAGE, { before: "delete window.WebAssembly" });
  assert.equal(await ready(page), false);
  assert.deepEqual(await page.evaluate("lkip.codes()"), { outcome: "unavailable", cause: "no_webassembly" });
  assert.equal(await page.locator("#unavailable").isVisible(), true);
  assert.deepEqual(said.map(({ type }) => type), ["info"]);
  await submits(page, servers.plain);
  await page.close();
});

test("on a narrow screen nothing is cut off", async () => {
  for (const width of [320, 390, 768, 1280]) {
    const { page } = await open(browser, servers.plain.url + PAGE, { context: { viewport: { width, height: 844 } } });
    await ready(page);
    const [wide, visible] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(wide <= visible, `${wide} > ${visible} at ${width}`);
    await page.close();
  }
});

test("every field has a name, and every explanation opens from the keyboard", async () => {
  const { page } = await open(browser, servers.plain.url + PAGE);
  await ready(page);
  const nameless = await page.evaluate(() =>
    [...document.querySelectorAll("input:not([type=hidden]), select, button")].filter((e) => !(e.labels?.length || e.textContent.trim())).length,
  );
  assert.equal(nameless, 0);
  await page.locator("#r1").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await group(page, "#r1").locator("details").getAttribute("open"), "");
  await page.close();
});
