// What JavaScript can hand over: nothing vanishes, nothing is rounded, nothing throws.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";

import { DIST, PACKAGE } from "./support/paths.js";

const lkip = await import(pathToFileURL(join(DIST, "node.js")));
const RULES = "setda-kaltim-2021";

const read = (text) => lkip.readNumber({ text });
const codes = (answer) => (answer.errors ?? []).map(({ code, path }) => `${code} ${path}`.trim());

test("numbers", () => {
  const taken = [
    [70, "70"],
    [-3, "-3"],
    [0, "0"],
    [-0, "0"],
    [Number.MAX_SAFE_INTEGER, "9007199254740991"],
    [12n, "12"],
    [-(2n ** 63n), "-9223372036854775808"],
    [10n ** 27n, "1000000000000000000000000000"],
    ["98,40", "98.40"],
    [new String("98,40"), "98.40"],
    [new Number(7), "7"],
    [{ toJSON: () => "98.40" }, "98.40"],
  ];
  for (const [value, expected] of taken) assert.equal(read(value).value, expected);
  const refused = [
    [98.4, "inexact_number"],
    [0.1 + 0.2, "inexact_number"],
    [1e-9, "inexact_number"],
    [1e300, "inexact_number"],
    [2 ** 53, "inexact_number"],
    [-(2 ** 60), "inexact_number"],
    [NaN, "not_finite"],
    [Infinity, "not_finite"],
    [-Infinity, "not_finite"],
    [true, "wrong_type"],
    [() => 7, "wrong_type"],
    [Symbol("tujuh"), "wrong_type"],
    [[7], "wrong_type"],
    [{ value: 7 }, "wrong_type"],
    [new Map([["value", 7]]), "wrong_type"],
    [new Set([7]), "wrong_type"],
    [/7/, "wrong_type"],
    [new Uint8Array([7]), "wrong_type"],
    [Promise.resolve(7), "wrong_type"],
    [undefined, "missing_field"],
    [null, "missing_field"],
  ];
  for (const [value, code] of refused) assert.deepEqual(codes(read(value)), [`${code} text`], String(code));
  assert.equal(read(10n ** 40n).errors[0].code, "number_too_long");
});

test("a date says what it is, and is no number", () => {
  assert.deepEqual(codes(read(new Date(0))), ["not_a_number text"]);
});

test("undefined is absent, null in a list", () => {
  const answer = lkip.achievement({ target: "70", realization: undefined, polarity: undefined, rules: RULES });
  assert.equal(answer.outcome, "not_computable");
  assert.deepEqual([answer.reason.code, answer.reason.input], ["not_measured", "realization"]);
  const column = lkip.readNumbers({ texts: ["1,5", undefined, null, , 7] });
  assert.deepEqual(column.cells.map((cell) => cell.state), ["number", "blank", "blank", "blank", "number"]);
});

test("what no data can be made of does not vanish", () => {
  const call = { target: "70", realization: "98,40", rules: RULES };
  assert.deepEqual(codes(lkip.achievement({ ...call, label: () => "x" })), ["wrong_type label"]);
  assert.deepEqual(codes(lkip.achievement({ ...call, realisation: () => 1 })), ["unknown_field realisation"]);
  assert.deepEqual(codes(lkip.achievement({ ...call, realisation: NaN })), ["unknown_field realisation"]);
});

test("a call that is no record", () => {
  for (const value of [undefined, null, "70", 70, 98.4, 7n, [], true, () => 1, Symbol(), new Map(), NaN, new String("70")]) {
    assert.deepEqual(codes(lkip.achievement(value)), ["wrong_type"], String(typeof value));
    assert.deepEqual(codes(lkip.answer(value)), ["wrong_type"]);
  }
  assert.deepEqual(codes(lkip.achievement()), ["wrong_type"]);
});

test("cycles and deep nests end in an answer", () => {
  const cycle = { target: "70", rules: RULES };
  cycle.realization = cycle;
  assert.deepEqual(codes(lkip.achievement(cycle)), ["wrong_type realization"]);
  let deep = [];
  for (let i = 0; i < 5000; i++) deep = [deep];
  assert.equal(lkip.readNumbers({ texts: deep }).outcome, "error");
});

test("an operation inside a record", () => {
  const call = { op: "achievement", target: "70", realization: "98,40", rules: RULES };
  assert.equal(lkip.achievement(call).percent, "140.57");
  assert.deepEqual(codes(lkip.average(call)).filter((code) => /op$/.test(code) || /duplicate/.test(code)).length, 1);
});

test("records without a prototype, of classes, and with inherited fields", () => {
  const bare = Object.assign(Object.create(null), { text: "98,40" });
  assert.equal(lkip.readNumber(bare).value, "98.40");
  class Field {
    text = "98,40";
  }
  assert.equal(lkip.readNumber(new Field()).value, "98.40");
  assert.equal(lkip.readNumber(Object.create({ style: "plain" }, { text: { value: "98,40", enumerable: true } })).value, "98.40");
});

test("texts of any kind come back whole", () => {
  for (const text of ["\u{1f600}", "\"\\\n\u2028", "\u0000", "é"]) {
    assert.equal(lkip.achievement({ target: "70", realization: "98,40", rules: RULES, label: text }).label, text);
  }
  // Half a sign is no text.
  assert.deepEqual(codes(lkip.readNumber({ text: "7\ud800" })), ["malformed_json"]);
});

test("answerJson takes text as it is, and other values as calls", () => {
  assert.equal(JSON.parse(lkip.answerJson("{")).errors[0].code, "malformed_json");
  assert.equal(JSON.parse(lkip.answerJson({ op: "read_number", text: "70" })).value, "70");
  assert.equal(JSON.parse(lkip.answerJson()).errors[0].code, "wrong_type");
});

test("the version is the package's, the crate's and the receipt's", () => {
  const { version } = createRequire(import.meta.url)(join(PACKAGE, "package.json"));
  const { receipt } = lkip.achievement({ target: "70", realization: "98,40", rules: RULES });
  assert.deepEqual([lkip.version, receipt.lkip], [version, version]);
});

test("unavailable functions say so and never throw", async () => {
  const { OF_REPORTS, functions } = await import(pathToFileURL(join(PACKAGE, "js", "functions.js")));
  const [door, closed] = [() => assert.fail("the door is closed"), () => "blocked"];
  const api = { ...functions(door, closed), ...functions(door, closed, OF_REPORTS) };
  for (const name of Object.keys(api).filter((name) => name !== "answerJson")) {
    assert.deepEqual(api[name]({ op: "codes" }), { outcome: "unavailable", cause: "blocked" });
  }
  assert.equal(api.answerJson("{}"), '{"outcome":"unavailable","cause":"blocked"}');
});
