// A program in TypeScript about report documents. What is marked must be refused by the compiler.

import { achievement, answer, audit, evaluate, figure, requiredRealization, tables, whatIf } from "lkip/report";
import type { AchievementCall, Answer, Call, Cause, DecimalString, Figure, FindingCode, ReportDocument } from "lkip/report";
import type { Answer as AnswerOfLkip } from "lkip";
import * as lkip from "lkip";
import * as inline from "lkip/report/inline";

// Reports: English or Indonesian names, and figures that are told apart by their outcome.
const report: ReportDocument = {
  schema: "lkip/1",
  title: "Contoh",
  period: { year: 2021 },
  style: "indonesian",
  rules: "setda-kaltim-2021",
  sasaran: [{ id: "s1", nama: "Meningkatnya kinerja" }],
  indicators: [
    { id: "a", name: "A", objective: "s1", target: { low: 80, high: "90" }, realisasi: "85,5 *)", polarity: "naik", average: false },
    { id: "b", name: "B", formula: { kind: "ratio", part: ["28", { label: "x", value: 1 }], whole: [{ from: "indicators.a" }] }, quarters: [{ quarter: 1, target: 5n }] },
  ],
};
function told(given: Figure): string {
  if (given.outcome === "computed") {
    given.value satisfies DecimalString;
    return `${given.display} ${given.unit} ${given.category?.outcome ?? ""}`;
  }
  if (given.outcome === "not_applicable") return given.reason.message;
  return given.reason.code;
}
const evaluated = evaluate({ report, kinds: ["achievement"], figures: ["objectives.s1"], include: [] });
if (evaluated.outcome === "computed") {
  evaluated.figures.map(told) satisfies string[];
  evaluated.findings.map((found) => found.code) satisfies FindingCode[];
}
const one = figure({ laporan: report, angka: "indicators.a.achievement", bahasa: "en" });
if (one.outcome === "computed" && one.line !== undefined) one.line satisfies string;
const changed = whatIf({ report, changes: { "indicators.a.realization": 88, "indicators.a.target": null } });
if (changed.outcome === "computed") {
  for (const { before, after } of changed.changed) {
    if (before?.outcome === "computed" && after?.outcome === "not_computable") after.reason.message satisfies string;
  }
}
const written = tables({ report, tables: ["achievement", "findings"], format: "data" });
if (written.outcome === "computed") {
  for (const table of written.tables) {
    if ("rows" in table) {
      for (const { cells } of table.rows) for (const cell of cells) if (cell.kind === "figure") cell.value satisfies DecimalString;
    } else table.text satisfies string;
  }
}
const audited = audit({ report, include: ["entries", "same"], language: "en" });
if (audited.outcome === "computed") {
  audited.counts.mismatch satisfies number;
  if ("findings" in audited) {
    for (const { diagnoses, entries, error } of audited.findings) {
      diagnoses.map(({ cause }) => cause) satisfies Cause[];
      entries.map(({ index, text }) => `${index} ${text}`) satisfies string[];
      error?.message satisfies string | undefined;
    }
    audited.entries?.[0]?.verdict === "reproduced_otherwise";
  } else audited.text satisfies string;
}
const table = audit({ kolom: { uraian: ["A"], target: [90], realisasi: ["95"], capaian: ["105,55"], polarity: "naik" }, include: ["cells"] });
if (table.outcome === "computed" && "cells" in table) table.cells?.map(({ row, column }) => `${row} ${column}`) satisfies string[] | undefined;
if (table.outcome === "computed" && "notes" in table) {
  table.cells?.map(({ causes, display }) => [causes satisfies Cause[], display]);
  table.notes?.[0]?.code === "other_style";
  table.inference?.inferred[0]?.choice satisfies string | undefined;
  table.styles?.allocation === "indonesian";
}
requiredRealization({ report, indicator: "a", category: "baik" });
inline.evaluate({ report }) satisfies Answer<"evaluate">;
inline.form.bind() satisfies Promise<boolean>;

// All that `lkip` has, with the same types.
const call: AchievementCall = { target: "70", realization: "98,40", rules: "setda-kaltim-2021" };
achievement(call) satisfies AnswerOfLkip<"achievement">;
lkip.achievement(call) satisfies Answer<"achievement">;
requiredRealization({ target: "90", percent: 100, rules: "setda-kaltim-2021" }) satisfies AnswerOfLkip<"required_realization">;
({ op: "what_if", report, changes: {} }) satisfies Call;
const answered = answer({ op: "evaluate", report });
if (answered.outcome === "computed") answered.figures.map(told) satisfies string[];

// @ts-expect-error an operation that there is not
answer({ op: "evaluat" });
// @ts-expect-error a misspelt field of a report
evaluate({ report: { ...report, indicators: [{ id: "a", name: "A", realisation: "1" }] } });
// @ts-expect-error an indicator needs an id
evaluate({ report: { ...report, indicators: [{ name: "A" }] } });
// @ts-expect-error a kind of figure that there is not
evaluate({ report, kinds: ["capaian"] });
// @ts-expect-error a formula that there is not
evaluate({ report: { ...report, supporting: [{ id: "x", name: "X", formula: { kind: "median" } }] } });
// @ts-expect-error not every figure has a value
figure({ report, figure: "report.average" }).value;
// @ts-expect-error an audit has other parts
audit({ report, include: ["items"] });
// @ts-expect-error a column that no audit knows
audit({ columns: { satuan: ["%"] } });
// @ts-expect-error changes are values
whatIf({ report, changes: { "indicators.a.realization": true } });
