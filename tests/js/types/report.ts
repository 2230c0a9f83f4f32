// A program in TypeScript about report documents. What is marked must be refused by the compiler.

import { achievement, answer, audit, cascade, chart, codes, evaluate, figure, office, requiredRealization, tables, trace, whatIf } from "lkip/report";
import type { AchievementCall, Answer, Call, CascadeCode, Cause, DecimalString, Figure, FindingCode, ReportDocument } from "lkip/report";
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
const drawn = chart({ report, chart: "quarters", indicator: "iku-1" });
if (drawn.outcome === "computed") {
  for (const series of drawn.chart.series) {
    for (const point of series.points) if (point.kind === "figure") point.value satisfies string;
  }
  drawn.chart.axis.high satisfies string | undefined;
  drawn.chart.bands.map(({ label, low, high }) => [label, low, high]);
}
chart({ laporan: report, grafik: "capaian" });

const held = cascade({ laporan: report, unit_kerja: "biro", tables: ["cascade_matrix"], sertakan: ["unit", "anggaran"] });
if (held.outcome === "computed") {
  held.report satisfies string;
  if ("findings" in held) {
    held.findings.map(({ code }) => code) satisfies CascadeCode[];
    held.findings.every(({ severity, sources }) => severity === "problem" && sources?.every(({ verified }) => verified));
    for (const { depth, agreement, indicators, figures } of held.offices ?? []) {
      depth satisfies number;
      agreement satisfies string | null;
      figures.map(told) satisfies string[];
      for (const one of indicators) if (one.cascading === "direct") one.adopted_by satisfies string[];
    }
    held.budgets?.[0]?.programs[0]?.difference satisfies DecimalString | null | undefined;
    held.revisions?.[0]?.changes[0]?.what === "target";
    held.tables?.map(({ id, rows }) => [id === "cascade_matrix", rows.length]);
  } else held.text satisfies string;
}
const own = office({ report, office: "biro", format: "html" });
if (own.outcome === "computed") {
  if ("facts" in own) {
    own.facts satisfies string[];
    for (const table of own.tables) if ("text" in table) table.text satisfies string;
  } else own.text satisfies string;
}
const way = trace({ report, indikator: "a", office: null });
if (way.outcome === "computed") way.steps.map(({ link, office }) => link === "component" && office) satisfies unknown[];
const listed = codes();
if (listed.outcome === "computed") listed.cascade.map(({ code }) => code) satisfies CascadeCode[];
const linked: ReportDocument = {
  ...report,
  offices: [{ id: "biro", nama: "Biro", bobot: 2 }],
  penjenjangan: [{ dari: "b", ke: "a", jenis: "komponen", cara: "rata_rata_tertimbang", bobot: "2,5", lintas_unit: true }],
  agreements: [{ id: "pk", conditions: [{ name: "SAKIP", minimum: "BB", scale: "sakip-predicate", realisasi: "B" }] }],
};
answer({ op: "trace", report: linked, indicator: "a" }) satisfies Answer<"trace">;
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
// @ts-expect-error a picture that nobody draws
cascade({ report, format: "png" });
// @ts-expect-error no chart of lkip
chart({ report, chart: "pie" });
// @ts-expect-error a table of a report is none of a cascade
cascade({ report, tables: ["achievement"] });
// @ts-expect-error a page has no parts to choose from
office({ report, office: "biro", include: ["receipt"] });
// @ts-expect-error not every cascade has findings
cascade({ report }).findings;
// @ts-expect-error an office is named by its id
trace({ report, indicator: "a", office: 1 });
// @ts-expect-error changes are values
whatIf({ report, changes: { "indicators.a.realization": true } });
