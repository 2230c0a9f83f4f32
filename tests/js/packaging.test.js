// The package as its users get it: what is in it, and every way of loading it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";

import { launch, open } from "./support/browser.js";
import { install, pack } from "./support/install.js";
import { DIST, PACKAGE, ROOT } from "./support/paths.js";
import { serve } from "./support/server.js";

const REPORT = readFileSync(join(ROOT, "tests", "reports", "setda-kaltim-2021.json"), "utf8");
const CALL = { target: "70", realization: "98,40", rules: "setda-kaltim-2021" };
const MANIFEST = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));
let folder, browser;

before(async () => {
  folder = install();
  browser = await launch();
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await browser?.close();
});

const node = (name, code) => {
  writeFileSync(join(folder, name), code);
  return execFileSync(process.execPath, [name], { cwd: folder, encoding: "utf8" }).trim();
};

test("what npm packs", (context) => {
  const place = mkdtempSync(join(tmpdir(), "lkip-pack-"));
  const { files, size, unpackedSize } = pack(place);
  rmSync(place, { recursive: true });
  assert.deepEqual(files, [
    "README.md",
    "dist/browser.js",
    "dist/form.d.ts",
    "dist/form.js",
    "dist/form.node.js",
    "dist/iife.d.ts",
    "dist/index.d.cts",
    "dist/index.d.ts",
    "dist/inline.d.ts",
    "dist/inline.js",
    "dist/lkip-report.wasm",
    "dist/lkip.iife.js",
    "dist/lkip.wasm",
    "dist/node.cjs",
    "dist/node.js",
    "dist/report.d.cts",
    "dist/report.d.ts",
    "dist/report.inline.d.ts",
    "dist/report.inline.js",
    "dist/report.js",
    "dist/report.node.cjs",
    "dist/report.node.js",
    "package.json",
  ]);
  assert.equal(MANIFEST.dependencies, undefined);
  context.diagnostic(`${files.length} files, ${size} bytes packed, ${unpackedSize} unpacked`);
});

test("what package.json promises is there, the types first", () => {
  const seen = [];
  const walk = (entry) => {
    if (typeof entry === "string") return seen.push(entry);
    const names = Object.keys(entry);
    if (names.includes("types")) assert.ok(names.indexOf("types") === 0 || names[0] === "node", JSON.stringify(entry));
    Object.values(entry).forEach(walk);
  };
  Object.values(MANIFEST.exports).forEach(walk);
  [MANIFEST.main, MANIFEST.module, MANIFEST.types, MANIFEST.unpkg, ...MANIFEST.sideEffects].forEach((path) => seen.push(path));
  for (const path of seen) assert.ok(existsSync(join(folder, "node_modules", "lkip", path)), path);
});

test("versions agree, and lock files name no registry", () => {
  const cargo = readFileSync(join(ROOT, "Cargo.toml"), "utf8");
  assert.equal(MANIFEST.version, cargo.match(/\[workspace\.package\]\nversion = "(.*)"/)[1]);
  const bindgen = cargo.match(/^wasm-bindgen = .*?"=([\d.]+)"/m)[1];
  assert.ok(readFileSync(join(PACKAGE, "glue", "Cargo.toml"), "utf8").includes(`wasm-bindgen-cli-support = "=${bindgen}"`));
  for (const lock of [join(PACKAGE, "package-lock.json"), join(ROOT, "tests", "js", "package-lock.json")]) {
    assert.ok(!/"resolved": "http/.test(readFileSync(lock, "utf8")), lock);
  }
});

for (const name of ["lkip.wasm", "lkip-report.wasm"]) {
  test(`${name} needs no newer browser, imports nothing and holds no folder of this machine`, async () => {
    const bytes = readFileSync(join(DIST, name));
    const module = await WebAssembly.compile(bytes);
    assert.deepEqual(WebAssembly.Module.imports(module), []);
    assert.deepEqual(WebAssembly.Module.customSections(module, "producers"), []);
    const text = bytes.toString("latin1");
    for (const place of [ROOT, process.env.HOME, ".cargo/registry"].filter((place) => place && place.length > 3)) assert.ok(!text.includes(place), place);
  });
}

test("the classic script and the one-file modules unpack to a module that compiles", async () => {
  const { unpack } = await import(pathToFileURL(join(PACKAGE, "js", "lzma.js")));
  const unpacked = (name) => {
    const script = readFileSync(join(DIST, name), "utf8");
    const [, packed, size] = script.match(/\("([A-Za-z0-9+/=]{1000,})"\),\s*([\de]+)\)/);
    return Buffer.from(unpack(atob(packed), Number(size)));
  };
  assert.ok(unpacked("inline.js").equals(readFileSync(join(DIST, "lkip.wasm"))));
  assert.ok(unpacked("report.inline.js").equals(readFileSync(join(DIST, "lkip-report.wasm"))));
  assert.ok(WebAssembly.validate(unpacked("lkip.iife.js")));
});

test("the classic script is old enough in its syntax", async () => {
  const { build } = createRequire(join(PACKAGE, "package.json"))("esbuild");
  // Whatever is newer than 2017 would be rewritten, and the text would change.
  const options = { write: false, minifyWhitespace: true, logLevel: "error", entryPoints: [join(DIST, "lkip.iife.js")] };
  const [old, same] = await Promise.all([build({ ...options, target: "es2017" }), build({ ...options, target: "esnext" })]);
  assert.equal(old.outputFiles[0].text, same.outputFiles[0].text);
});

test("Node: import, require, and both at once", () => {
  const call = JSON.stringify(CALL);
  assert.equal(node("a.mjs", `import { achievement } from "lkip"; console.log(achievement(${call}).percent)`), "140.57");
  assert.equal(node("b.cjs", `const { achievement } = require("lkip"); console.log(achievement(${call}).percent)`), "140.57");
  assert.equal(node("c.cjs", `const a = require("lkip"); import("lkip").then((b) => console.log(a.achievement(${call}).exact === b.achievement(${call}).exact))`), "true");
  assert.equal(node("d.mjs", `import * as inline from "lkip/inline"; console.log(inline.achievement(${call}).percent)`), "140.57");
  // Documents, and what both entries have, which agrees.
  const both = `report.achievement(${call}).exact === lkip.achievement(${call}).exact`;
  const shown = `console.log(report.evaluate({ report: ${REPORT} }).outcome, ${both})`;
  assert.equal(node("f.mjs", `import * as lkip from "lkip"; import * as report from "lkip/report"; ${shown}`), "computed true");
  assert.equal(node("g.cjs", `const lkip = require("lkip"); const report = require("lkip/report"); ${shown}`), "computed true");
  assert.equal(node("h.mjs", `import * as lkip from "lkip/inline"; import * as report from "lkip/report/inline"; ${shown}`), "computed true");
  // A page rendered on a server may import the form helper.
  assert.equal(node("e.mjs", 'import { bind } from "lkip/form"; console.log(typeof bind)'), "function");
});

/** Serves the project and tells what a page computes. */
async function shows(html, headers = {}) {
  const server = await serve(folder, { "/page": html }, headers);
  const { page, complaints } = await open(browser, `${server.url}/page`);
  // Asked from outside, for what waits inside the page would need `eval`, which policies forbid.
  let result;
  for (let tries = 0; tries < 300 && result === undefined; tries++) {
    if (tries > 0) await setTimeout(100);
    result = await page.evaluate("window.result");
  }
  assert.deepEqual(complaints(), []);
  await page.close();
  await server.close();
  return { result, requests: server.requests };
}
const ICON = '<!doctype html><link rel="icon" href="data:,">';

test("a bundler, with the .wasm beside the bundle and with everything in one file", async () => {
  const { build } = createRequire(join(PACKAGE, "package.json"))("esbuild");
  const value = `achievement(${JSON.stringify(CALL)}).percent`;
  const outcome = `evaluate({ report: ${REPORT} }).outcome`;
  const program = (name, shown) => `import { ${shown.match(/^\w+/)[0]}, ready } from "${name}"; ready.then(() => { window.result = ${shown}; });`;
  const wasm = (name) => copyFileSync(join(folder, "node_modules", "lkip", "dist", name), join(folder, name));
  ["lkip.wasm", "lkip-report.wasm"].forEach(wasm);
  for (const [name, out, shown, result, fetched] of [
    ["lkip", "bundle.js", value, "140.57", ["lkip.wasm"]],
    ["lkip/inline", "single.js", value, "140.57", []],
    ["lkip/report", "report.js", outcome, "computed", ["lkip-report.wasm"]],
    ["lkip/report/inline", "report-single.js", outcome, "computed", []],
  ]) {
    const stdin = { contents: program(name, shown), resolveDir: folder };
    await build({ stdin, bundle: true, format: "esm", platform: "browser", outfile: join(folder, out), logLevel: "warning" });
    const page = await shows(`${ICON}<script type="module" src="/${out}"></script>`);
    assert.equal(page.result, result);
    assert.deepEqual(page.requests.filter((request) => request.endsWith(".wasm")), fetched.map((file) => `GET /${file}`));
  }
});

test("a bundle for Node", async () => {
  const { build } = createRequire(join(PACKAGE, "package.json"))("esbuild");
  const stdin = { contents: `import { achievement } from "lkip"; console.log(achievement(${JSON.stringify(CALL)}).percent)`, resolveDir: folder };
  await build({ stdin, bundle: true, format: "esm", platform: "node", outfile: join(folder, "node-bundle.mjs"), logLevel: "warning" });
  copyFileSync(join(folder, "node_modules", "lkip", "dist", "lkip.wasm"), join(folder, "lkip.wasm"));
  assert.equal(execFileSync(process.execPath, ["node-bundle.mjs"], { cwd: folder, encoding: "utf8" }).trim(), "140.57");
});

test("plain modules in a page, under a policy", async () => {
  const program = `import { achievement, ready } from "./node_modules/lkip/dist/browser.js"; await ready; window.result = achievement(${JSON.stringify(CALL)}).percent;`;
  writeFileSync(join(folder, "program.js"), program);
  const policy = { "content-security-policy": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src data:" };
  const { result, requests } = await shows(`${ICON}<script type="module" src="/program.js"></script>`, policy);
  assert.equal(result, "140.57");
  assert.equal(requests.filter((request) => request.endsWith(".wasm")).length, 1);
});

test("before the module has come, and when it does not come, functions say so", async () => {
  const early = `import { achievement, ready } from "/node_modules/lkip/dist/browser.js"; const first = achievement({}); await ready; window.result = [first, achievement(${JSON.stringify(CALL)}).percent];`;
  const { result } = await shows(`${ICON}<script type="module">${early}</script>`);
  assert.deepEqual(result, [{ outcome: "unavailable", cause: "loading" }, "140.57"]);
  copyFileSync(join(folder, "node_modules", "lkip", "dist", "browser.js"), join(folder, "alone.js"));
  rmSync(join(folder, "lkip.wasm"), { force: true });
  const server = await serve(folder, { "/page": `${ICON}<script type="module">import { achievement, ready } from "/alone.js"; window.result = [await ready, achievement({})];</script>` });
  const { page } = await open(browser, `${server.url}/page`);
  await page.waitForFunction("window.result");
  assert.deepEqual(await page.evaluate("result"), [false, { outcome: "unavailable", cause: "failed" }]);
  await page.close();
  await server.close();
});
