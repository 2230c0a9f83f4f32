// Columns in typed arrays: every row is what it is alone, in Node and in Chromium; wrong arrays are told, and nothing throws.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { launch, open } from "./support/browser.js";
import { compareColumns } from "./support/columns.js";
import { DIST } from "./support/paths.js";
import { serve } from "./support/server.js";

const lkip = await import(pathToFileURL(join(DIST, "node.js")));
const RULES = "bkd-ntt-2021";
const whole = (...digits) => ({ values: BigInt64Array.from(digits, BigInt), places: 0 });
const codes = (answer) => (answer.errors ?? []).map(({ code, path }) => `${code} ${path}`.trim());
/** What is wrong with a call that is sound but for these fields. */
const wrong = (fields) => codes(lkip.measureColumns({ target: whole(1, 2), realization: whole(1, 2), rules: RULES, ...fields }));

test("every row is what it is alone", (context) => {
  const { rows, told, differ } = compareColumns(lkip, 1, 4000);
  assert.deepEqual(differ, []);
  for (const end of ["percent", "no_target", "zero_target", "negative_target", "not_measured", "not_carried_out", "negative_realization", "zero_realization"]) {
    assert.ok(told[end] > 0, `${end} of ${JSON.stringify(told)}`);
  }
  context.diagnostic(`columns: ${rows} rows are what they are alone`);
});

test("every row is what it is alone, in Chromium", async () => {
  const pages = { "/page": '<!doctype html><link rel="icon" href="data:,"><script type="module">import * as lkip from "/browser.js"; window.lkip = lkip;</script>' };
  const [browser, server] = [await launch(), await serve(DIST, pages)];
  try {
    const { page, complaints } = await open(browser, `${server.url}/page`);
    assert.equal(await page.evaluate("lkip.ready"), true);
    const { rows, differ } = await page.evaluate(`(${compareColumns})(lkip, 2, 1000)`);
    assert.deepEqual([rows > 1000, differ, complaints()], [true, [], []]);
  } finally {
    await Promise.all([browser.close(), server.close()]);
  }
});

test("columns of many parts keep their rows", () => {
  const rows = 70_001;
  const values = BigInt64Array.from({ length: rows }, (_, row) => BigInt(row + 1));
  const target = { values: new BigInt64Array(rows).fill(100_000n), places: 3 };
  const made = lkip.measureColumns({ target, realization: { values, places: 3 }, rules: RULES });
  for (let row = 0; row < rows; row++) assert.equal(made.percents[row], BigInt(Math.floor((row + 1) / 10)));
  assert.equal(made.percent(rows), null);
  // Rows that no column holds, and floats that are no decimals, are told with their places in the whole.
  values[60_000] = 2n ** 63n - 1n;
  target.values[60_000] = 1n;
  assert.deepEqual(lkip.measureColumns({ target, realization: { values, places: 3 }, rules: RULES }).large, [[60_000, "922337203685477580700.00"]]);
  const floats = Float64Array.from(values, Number).fill(1.5);
  floats[69_000] = 1.55;
  const answer = lkip.measureColumns({ target, realization: { values: floats, places: 1 }, rules: RULES });
  assert.deepEqual(codes(answer), ["float_beyond_places realization[69000]"]);
});

test("averages of groups", () => {
  const two = (...digits) => ({ values: BigInt64Array.from(digits, BigInt), places: 2 });
  const call = { target: two(10_000, 7000, 7000, 9500), realization: two(10_000, 9840, 7413, 0), rules: "setda-kaltim-2021" };
  const { averages } = lkip.measureColumns({ ...call, groups: { values: Uint32Array.of(0, 0, 0, 2), count: 3 } });
  assert.deepEqual([0, 1, 2].map(averages.percent, averages), ["115.49", null, "0.00"]);
  assert.deepEqual([...averages.used, ...averages.total, ...averages.as_zero], [3, 0, 1, 3, 0, 1, 0, 0, 0]);
  assert.equal(averages.reason(1).code, "nothing_to_average");
  const weighted = { ...call, overrides: { average: { method: "weighted" } }, groups: { values: new Uint32Array(4), count: 1 } };
  const alone = (weights) => {
    const items = [["100", "100"], ["70", "98.40"], ["70", "74.13"], ["95", "0"]].map(([target, realization], row) => ({ target, realization, weight: weights[row] }));
    return lkip.average({ items, rules: call.rules, overrides: weighted.overrides }).percent;
  };
  const made = lkip.measureColumns({ ...weighted, bobot: whole(1, 2, 3, 4) });
  assert.equal(made.averages.percent(0), alone([1, 2, 3, 4]));
  assert.deepEqual(codes(lkip.measureColumns(weighted)).slice(0, 2), ["weight_missing weight[0]", "weight_missing weight[1]"]);
});

test("averages of many rows in groups are those of their items", () => {
  const [rows, count] = [3000, 300];
  const target = BigInt64Array.from({ length: rows }, (_, row) => [1n, 3n, 4n, 6n, 7n, 8n, 9n, 40n][(row * 31) % 8]);
  const realization = BigInt64Array.from({ length: rows }, (_, row) => 1n + (BigInt(row) * 7919n) % (2n * target[row]));
  // Beside each other, and scattered.
  for (const group of [(row) => Math.floor(row / 10), (row) => (row * 17) % count]) {
    const groups = { values: Uint32Array.from({ length: rows }, (_, row) => group(row)), count };
    for (const average of [{ of: "reported" }, { of: "exact" }]) {
      for (const rounding of [{ mode: "truncate", places: 2 }, { mode: "half_even", places: 1 }, { mode: "half_up", places: 0 }]) {
        const call = { rules: RULES, overrides: { average, rounding } };
        const { averages } = lkip.measureColumns({ target: { values: target, places: 0 }, realization: { values: realization, places: 0 }, groups, ...call });
        for (let at = 0; at < count; at += 7) {
          const own = [...target.keys()].filter((row) => group(row) === at);
          const alone = lkip.average({ items: own.map((row) => ({ target: String(target[row]), realization: String(realization[row]) })), ...call });
          assert.deepEqual([averages.percent(at), averages.used[at], averages.category(at)?.code], [alone.percent, own.length, alone.category.code]);
        }
      }
    }
  }
});

test("arrays that do not fit are told", () => {
  assert.deepEqual(wrong({ realization: whole(1) }), ["unequal_lengths realization.values"]);
  assert.deepEqual(wrong({ realization: { ...whole(1, 2), present: new Uint8Array(3) } }), ["unequal_lengths realization.present"]);
  assert.deepEqual(wrong({ target: BigInt64Array.of(1n, 2n) }), ["missing_field target.places"]);
  assert.deepEqual(wrong({ target: { values: BigInt64Array.of(1n, 2n) } }), ["missing_field target.places"]);
  assert.deepEqual(wrong({ target: { values: [1, 2], places: 0 } }), ["wrong_type target.values"]);
  assert.deepEqual(wrong({ target: { values: new Int32Array(2), places: 0 } }), ["unknown_choice target.values"]);
  assert.deepEqual(wrong({ target: { values: new DataView(new ArrayBuffer(16)), places: 0 } }), ["wrong_type target.values"]);
  assert.deepEqual(wrong({ target: { ...whole(1, 2), places: 29 } }), ["too_many_decimals target"]);
  assert.deepEqual(wrong({ target: { ...whole(1, 2), decimals: 2 } }), ["unknown_field target.decimals"]);
  assert.deepEqual(wrong({ target: undefined, rules: "entah" }), ["missing_field target", "unknown_rule_set rules"]);
  assert.deepEqual(wrong({ polarity: ["higher", "sideways"] }), ["unknown_choice polarity.words[1]"]);
  assert.deepEqual(wrong({ polarity: ["lower"] }), ["unequal_lengths polarity.values"]);
  assert.deepEqual(wrong({ polarity: { values: Uint8Array.of(0, 1), words: ["lower"] } }), ["unknown_choice polarity.values[1]"]);
  assert.deepEqual(wrong({ polarity: Array.from({ length: 300 }, (_, n) => `x${n}`) }).length, 256);
  assert.deepEqual(wrong({ groups: { values: Uint32Array.of(0, 1), count: 1 } }), ["group_out_of_range groups[1]"]);
  assert.deepEqual(wrong({ groups: { values: Uint32Array.of(0, 1), count: 4_000_000_000 } }), ["group_out_of_range groups.count"]);
  assert.deepEqual(wrong({ realization: { values: Float64Array.of(1, Infinity), places: 0 } }), ["float_beyond_places realization[1]"]);
  // What only looks like an array, or stands for another, is none.
  const forged = { array: 0, kind: "BigInt64Array", length: 2 };
  assert.deepEqual(wrong({ realization: { values: forged, places: 0 } }), ["wrong_type realization.values"]);
  assert.deepEqual(wrong({ realization: { values: { ...forged, array: 7 }, places: 0 } }), ["wrong_type realization.values"]);
  for (const call of [undefined, null, 7, [], BigInt64Array.of(1n)]) assert.equal(lkip.measureColumns(call).outcome, "error");
});

test("columns without rows, without presence, with a Buffer, in a part of an array", () => {
  assert.deepEqual(wrong({}), []);
  assert.equal(lkip.measureColumns({ target: whole(), realization: whole(), rules: RULES }).percents.length, 0);
  const all = BigInt64Array.of(9n, 325n, 9n);
  const target = { values: all.subarray(1, 2), places: 0, present: Buffer.from([1]) };
  assert.equal(lkip.measureColumns({ target, realization: whole(283), rules: RULES }).percent(0), "87.07");
  const nan = { values: Float64Array.of(NaN), places: 2 };
  assert.equal(lkip.measureColumns({ target: whole(325), realisasi: nan, pedoman: RULES }).reason(0).code, "not_measured");
});

test("rules made ready give the percentage of an achievement", () => {
  const values = ["325", "283", "0", "-5", "98.40", "98,40", "1.250", "1,250", "0.125", "1234.567", "-1.250", "1.25", "", "  7", "Rp 5", "9".repeat(29), "9".repeat(28), "½", "1e5", 7, 7n, -7, 98.4, NaN, null, undefined, {}, "0.0000000000000000000000000001"];
  for (const call of [{ rules: RULES }, { pedoman: "setda-kaltim-2021", overrides: { rounding: { mode: "half_even", places: 0 } } }, { rules: RULES, overrides: { rounding: { places: 10 } } }]) {
    const ready = lkip.prepare(call);
    for (const target of values) {
      for (const realization of values) {
        for (const polarity of ["higher", "turun", "on_target"]) {
          const answer = lkip.achievement({ target, realization, polarity, include: [], ...call });
          const expected = answer.outcome === "computed" ? answer.percent : answer.outcome === "error" ? answer : null;
          assert.deepEqual(ready.percent(target, realization, polarity), expected, `${String(realization)} of ${String(target)}, ${polarity}`);
        }
      }
    }
    // Texts that were made once are given again.
    for (const [target, realization] of [["325", "283"], ["325", "283"], ["1", "200.01"], ["1", "200.01"], ["1", "1e5"]]) {
      const answer = lkip.achievement({ target, realization, include: [], ...call });
      assert.deepEqual(ready.percent(target, realization), answer.outcome === "computed" ? answer.percent : answer);
    }
    assert.deepEqual(codes(ready.percent("1", "1", "sideways")), ["unknown_choice polarity"]);
  }
  assert.deepEqual(codes(lkip.prepare({ rules: "entah" })), ["unknown_rule_set rules"]);
  assert.deepEqual(codes(lkip.prepare()), ["wrong_type"]);
});

test("columns and rules are unavailable as every function is", async () => {
  const [{ measuring }, { preparing }] = await Promise.all(["columns.js", "ready.js"].map((name) => import(pathToFileURL(join(DIST, "..", "js", name)))));
  const none = () => assert.fail("the door is closed");
  for (const open of [measuring(none, none, () => "blocked"), preparing(none, none, {}, () => "blocked")]) {
    assert.deepEqual(open({}), { outcome: "unavailable", cause: "blocked" });
  }
});
