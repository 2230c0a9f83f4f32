// lkip in JavaScript beside what users would write instead, on the data that all languages measure.
//
// Part of `benches/run`. Each measurement is a line of JSON: what it is part of, who, the median in nanoseconds of one row,
// and how many answers are wrong. `--check` measures no time.
//
//     node peers.js DATA [--check]

import { readFileSync } from "node:fs";

import Decimal from "decimal.js";

import { achievement, measureColumns, prepare } from "../../lkip-wasm/dist/node.js";

const RULES = "bkd-ntt-2021";
const CHECKS = process.argv.includes("--check");
const ROUNDS = CHECKS ? 1 : 15;
/** What loops row by row measures fewer of, so that nobody waits for minutes. */
const MOST_IN_LOOPS = 100_000;

/** The data and its right answers, as the Rust part wrote them. */
function read(path) {
  const { buffer, byteOffset } = readFileSync(path);
  const [rows, groups] = new BigUint64Array(buffer.slice(byteOffset, byteOffset + 16));
  let at = byteOffset + 16;
  const column = (Kind, count) => {
    const begin = at;
    at += Number(count) * Kind.BYTES_PER_ELEMENT;
    return new Kind(buffer.slice(begin, at));
  };
  const [targets, realizations, percents] = [0, 1, 2].map(() => column(BigInt64Array, rows));
  const means = column(BigInt64Array, groups);
  return { rows: Number(rows), targets, realizations, percents, means, categories: column(Uint8Array, rows) };
}

function tell(part, who, of, run, wrong) {
  const times = [];
  let made;
  for (let round = 0; round < ROUNDS; round++) {
    const begin = process.hrtime.bigint();
    made = run();
    times.push(Number(process.hrtime.bigint() - begin) / of);
  }
  times.sort((a, b) => a - b);
  const ns = CHECKS ? null : Number(times[ROUNDS >> 1].toFixed(3));
  console.log(JSON.stringify({ part, who, ns, wrong: wrong(made), of }));
}

const count = (rows, differs) => {
  let wrong = 0;
  for (let row = 0; row < rows; row++) wrong += differs(row) ? 1 : 0;
  return wrong;
};

const data = read(process.argv[2]);
const { rows, percents, categories } = data;
const [targets, realizations] = [data.targets, data.realizations].map((column) => Float64Array.from(column, (digits) => Number(digits) / 100));
const columns = (fields) => () => measureColumns({ ...fields, rules: RULES });
const ofColumns = (made) => count(rows, (row) => made.percents[row] !== percents[row] || made.categories[row] !== categories[row]);
const [digits, floats] = [[data.targets, data.realizations], [targets, realizations]].map(([target, realization]) => {
  return { target: { values: target, places: 2 }, realization: { values: realization, places: 2 } };
});

/** What pages do: numbers, cut off at two decimals, and a chain of comparisons. */
function plain() {
  const [made, ranks] = [new Float64Array(rows), new Uint8Array(rows)];
  for (let row = 0; row < rows; row++) {
    const percent = Math.trunc((realizations[row] / targets[row]) * 10_000) / 100;
    made[row] = percent;
    ranks[row] = percent >= 85 ? 1 : percent >= 75 ? 2 : percent >= 55 ? 3 : 4;
  }
  return { made, ranks };
}

/** The same with `Math.round`, which is what most write. It is compared in time alone: it rounds what these rules cut off. */
function rounded() {
  const [made, ranks] = [new Float64Array(rows), new Uint8Array(rows)];
  for (let row = 0; row < rows; row++) {
    const percent = Math.round((realizations[row] / targets[row]) * 10_000) / 100;
    made[row] = percent;
    ranks[row] = percent >= 85 ? 1 : percent >= 75 ? 2 : percent >= 55 ? 3 : 4;
  }
  return { made, ranks };
}

tell("columns in JavaScript", "lkip, BigInt64Array", rows, columns(digits), ofColumns);
tell("columns in JavaScript", "lkip, Float64Array with stated places", rows, columns(floats), ofColumns);
const ofPlain = ({ made, ranks }) => count(rows, (row) => BigInt(Math.round(made[row] * 100)) !== percents[row] || ranks[row] !== categories[row]);
tell("columns in JavaScript", "numbers, Math.trunc", rows, plain, ofPlain);
/** Rounded half up, in whole numbers. */
const up = (row) => (data.realizations[row] * 20_000n + data.targets[row]) / (2n * data.targets[row]);
tell("columns in JavaScript", "numbers, Math.round", rows, rounded, ({ made }) => count(rows, (row) => BigInt(Math.round(made[row] * 100)) !== up(row)));

const few = Math.min(rows, MOST_IN_LOOPS);
const text = (digits) => `${digits / 100n}.${String(digits % 100n).padStart(2, "0")}`;
const [t, r, right] = [data.targets, data.realizations, percents].map((column) => Array.from(column.subarray(0, few), text));
const loop = (many, one) => () => {
  const made = new Array(many);
  for (let row = 0; row < many; row++) made[row] = one(row);
  return made;
};
const ofTexts = (made) => count(made.length, (row) => made[row] !== right[row]);
const rules = prepare({ rules: RULES });
tell("one by one in JavaScript, texts", "lkip, prepared", few, loop(few, (row) => rules.percent(t[row], r[row])), ofTexts);
Decimal.set({ precision: 30 });
const byDecimal = (row) => new Decimal(r[row]).div(t[row]).times(100).toDecimalPlaces(2, Decimal.ROUND_DOWN).toFixed(2);
tell("one by one in JavaScript, texts", "decimal.js", few, loop(few, byDecimal), ofTexts);
const explained = Math.ceil(few / 20);
const whole = (row) => achievement({ target: t[row], realization: r[row], rules: RULES, style: "plain" }).percent;
tell("one by one in JavaScript, texts", "lkip, achievement with all that explains it", explained, loop(explained, whole), ofTexts);
