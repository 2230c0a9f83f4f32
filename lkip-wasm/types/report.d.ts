/**
 * `lkip/report`: everything that `lkip` has, and report documents: every figure of one, what changes do, its
 * tables, what is wrong with the figures that it prints, and who holds what in it.
 *
 * @packageDocumentation
 */

import type * as lkip from "./index.js";
import type {
  CategoryAnswer, Consolidation, DecimalString, Explanation, Failure, FindingCode, ListCall, LkipError, NotApplicableCode,
  NotComputableCode, Options, Polarity, RatioString, ReadAs, RealizationState, Reason, Receipt, Ruled, RuleOverrides, RuleSetInput, Style, TargetRange, Value,
} from "./index.js";

export * from "./index.js";

declare const brand: unique symbol;

// ---------------------------------------------------------------------------------------------------------- calls

/** The kinds of the figures of a report. */
export type FigureKind =
  | "target" | "realization" | "computed" | "rolled_up" | "component"
  | "achievement" | "against_quarter" | "to_date" | "against_year"
  | "earlier_achievement" | "change" | "points" | "achievement_points"
  | "progress" | "national" | "value" | "average" | "score"
  | "allocation" | "spending" | "absorption" | "remainder" | "efficiency"
  | "minimum" | "total";

/** A call about a report. */
interface AboutReport extends Options, Ruled {
  /** The report. It names its own rules, unless the call names some. */
  report?: ReportDocument;
  /** Same as `report`. */
  laporan?: ReportDocument;
}

/** What {@link evaluate} takes. */
export interface EvaluateCall extends AboutReport {
  op?: "evaluate";
  /** Only figures of these kinds; all unless stated. */
  kinds?: readonly FigureKind[] | null;
  /** Same as `kinds`. */
  jenis?: readonly FigureKind[] | null;
  /** Only figures with these keys, or with keys below them: `["objectives.s1"]`; all unless stated. */
  figures?: readonly string[] | null;
  /** Same as `figures`. */
  angka?: readonly string[] | null;
}

/** What {@link figure} takes. */
export interface FigureCall extends AboutReport {
  op?: "figure";
  /** The key of the figure: `objectives.s1.average`. */
  figure?: string;
  /** Same as `figure`. */
  angka?: string;
}

/** What {@link whatIf} takes. */
export interface WhatIfCall extends AboutReport {
  op?: "what_if";
  /** Values by their paths: `{ "indicators.iku-1.realization": "95,00" }`; null takes one away. */
  changes?: { readonly [path: string]: Value };
  /** Same as `changes`. */
  perubahan?: { readonly [path: string]: Value };
}

/** The tables of a report. One without rows is left out. */
export type TableId =
  | "achievement" | "quarters" | "years" | "renstra" | "national" | "efficiency"
  | "budget_by_objective" | "budget_by_program" | "budget_by_office" | "budget"
  | "agreements" | "supporting" | "findings";

/** What {@link tables} takes. */
export interface TablesCall extends AboutReport {
  op?: "tables";
  /** Only these tables; all that have rows unless stated. */
  tables?: readonly (TableId | (string & {}))[] | null;
  /** Same as `tables`. */
  tabel?: readonly (TableId | (string & {}))[] | null;
  /** What they are told as; columns and rows unless stated. */
  format?: "data" | "markdown" | "html" | "csv" | null;
}

/** The charts of a report, by all their names. */
export type ChartName =
  | ChartId | "capaian" | "triwulan" | "penyerapan" | "anggaran";

/** The charts of a report. */
export type ChartId = "achievements" | "quarters" | "absorption" | "budget";

/** What {@link chart} takes. */
export interface ChartCall extends AboutReport {
  op?: "chart";
  /** Which chart. */
  chart?: ChartName;
  /** Same as `chart`. */
  grafik?: ChartName;
  /** The id of the indicator whose quarters are wanted. */
  indicator?: string | null;
  /** Same as `indicator`. */
  indikator?: string | null;
}

/** The parts of an audit that its answer can hold. */
export type AuditPart = "receipt" | "entries" | "tercetak" | "cells" | "sel" | "same" | "sama";

/** The columns that an audit of a table knows. */
export type ColumnName =
  | "label" | "target" | "realization" | "achievement" | "category" | "allocation" | "spending" | "absorption" | "remainder" | "weight";

/** The columns by all their names. */
export type AnyColumnName =
  | ColumnName | "uraian" | "nama" | "indikator" | "realisasi" | "capaian" | "kategori" | "pagu" | "realisasi_anggaran"
  | "penyerapan" | "serapan" | "sisa" | "bobot";

/** What a row of a table is. */
export type RowKind =
  | "item" | "butir" | "total" | "jumlah" | "average" | "rata_rata" | "group" | "kelompok";

/** A table as a spreadsheet or a form holds it: columns of equal length, and what must be known to read them. */
export type AuditColumns = { [C in AnyColumnName]?: readonly Value[] | null } & {
  /** What the table is called. */
  table?: string | null;
  /** Same as `table`. */
  tabel?: string | null;
  /** What every row is; items unless stated. */
  rows?: readonly RowKind[] | null;
  /** Same as `rows`. */
  jenis_baris?: readonly RowKind[] | null;
  /** How deep every row stands in its tree. */
  levels?: readonly number[] | null;
  /** Same as `levels`. */
  level?: readonly number[] | null;
  /** Same as `levels`. */
  jenjang?: readonly number[] | null;
  /** Which way is good: one for all rows, or one for each. */
  polarity?: Polarity | readonly Polarity[] | null;
  /** Same as `polarity`. */
  polaritas?: Polarity | readonly Polarity[] | null;
  /** How numbers are written: in all columns, or by columns. */
  style?: Style | { readonly [C in AnyColumnName]?: Style } | null;
  /** Same as `style`. */
  gaya?: Style | { readonly [C in AnyColumnName]?: Style } | null;
};

/** What {@link audit} takes: a report, or the columns of a table. */
export interface AuditCall extends Omit<AboutReport, "include" | "sertakan"> {
  op?: "audit";
  /** A table instead of a report. Without rules they are inferred from its figures. */
  columns?: AuditColumns | null;
  /** Same as `columns`. */
  kolom?: AuditColumns | null;
  /** The receipt, every printed entry, every cell of a table, every figure that is printed more than once; the receipt unless stated. */
  include?: readonly AuditPart[] | null;
  /** Same as `include`. */
  sertakan?: readonly AuditPart[] | null;
  /** What the audit is told as; findings and conventions unless stated. */
  format?: "data" | "markdown" | "html" | null;
}

/** A call about a report whose answer has no parts to choose from. */
type AboutWholeReport = Omit<AboutReport, "include" | "sertakan">;

/** The parts of a cascade that its answer can hold. */
export type CascadePart = "receipt" | "offices" | "unit" | "budgets" | "anggaran" | "revisions" | "perubahan";

/** The tables of a cascade. One without rows is left out. */
export type CascadeTableId =
  | "cascade_offices" | "cascade_matrix" | "cascade_budgets" | "cascade_revisions" | "cascade_findings";

/** What {@link cascade} takes. */
export interface CascadeCall extends AboutWholeReport {
  op?: "cascade";
  /** The id of an office: only that one and those below it are shown; all unless stated. */
  office?: string | null;
  /** Same as `office`. */
  unit_kerja?: string | null;
  /** What the cascade is told as: data, or the tree of performance as text, as a Mermaid flowchart, as a picture; data unless stated. */
  format?: "data" | "text" | "teks" | "mermaid" | "svg" | null;
  /** The tables that the data hold; none unless stated. */
  tables?: readonly CascadeTableId[] | null;
  /** Same as `tables`. */
  tabel?: readonly CascadeTableId[] | null;
  /** The receipt, every office, how budgets compare, what was revised; all unless stated. */
  include?: readonly CascadePart[] | null;
  /** Same as `include`. */
  sertakan?: readonly CascadePart[] | null;
}

/** What {@link office} takes. */
export interface OfficeCall extends AboutWholeReport {
  op?: "office";
  /** The id of the office. */
  office?: string;
  /** Same as `office`. */
  unit_kerja?: string;
  /** What the page is told as; facts and tables unless stated. With `csv` its tables are. */
  format?: "data" | "markdown" | "html" | "csv" | null;
}

/** What {@link trace} takes. */
export interface TraceCall extends AboutWholeReport {
  op?: "trace";
  /** The id of the indicator. */
  indicator?: string;
  /** Same as `indicator`. */
  indikator?: string;
  /** The id of the office where it begins; the highest that holds the indicator unless stated. */
  office?: string | null;
  /** Same as `office`. */
  unit_kerja?: string | null;
}

/** What {@link requiredRealization} takes: a target, or an indicator of a report; and a percentage or a category. */
export interface RequiredRealizationCall extends lkip.RequiredRealizationCall, AboutReport {
  /** The id of an indicator of the report. */
  indicator?: string;
  /** Same as `indicator`. */
  indikator?: string;
}

/** What {@link measure} takes. Columns are named by their headings. */
export interface MeasureCall extends Ruled {
  op?: "measure";
  /** The columns by their headings, as people write them. */
  columns?: { [heading: string]: readonly Value[] };
  /** Same as `columns`. */
  kolom?: { [heading: string]: readonly Value[] };
  /** The heading of the targets; recognized unless stated. */
  target?: string | null;
  /** The heading of the realizations; recognized unless stated. */
  realization?: string | null;
  /** Same as `realization`. */
  realisasi?: string | null;
  /** The heading of the polarities, or a polarity for all rows. */
  polarity?: string | null;
  /** Same as `polarity`. */
  polaritas?: string | null;
  /** The heading of the states of the realizations. */
  realization_state?: string | null;
  /** Same as `realization_state`. */
  keadaan_realisasi?: string | null;
  /** The heading of the weights. */
  weight?: string | null;
  /** Same as `weight`. */
  bobot?: string | null;
  /** The headings by which rows are grouped: then there are averages. */
  by?: string | readonly string[] | null;
  /** Same as `by`. */
  per?: string | readonly string[] | null;
  /** The style of the texts: of all columns, or by their headings. Without one each column shows its own. */
  style?: Style | { [heading: string]: Style } | null;
  /** Same as `style`. */
  gaya?: Style | { [heading: string]: Style } | null;
  /** Exact percentages; left out unless stated. */
  include?: readonly ("exact" | "eksak")[] | null;
  /** Same as `include`. */
  sertakan?: readonly ("exact" | "eksak")[] | null;
  language?: Options["language"];
  bahasa?: Options["language"];
}

/** The calls by their operations. */
export interface Calls extends lkip.Calls {
  evaluate: EvaluateCall;
  figure: FigureCall;
  what_if: WhatIfCall;
  audit: AuditCall;
  cascade: CascadeCall;
  office: OfficeCall;
  trace: TraceCall;
  tables: TablesCall;
  chart: ChartCall;
  measure: MeasureCall;
  required_realization: RequiredRealizationCall;
}

/** The name of an operation. */
export type Operation = keyof Calls;

/** A call of any operation, as {@link answer} takes it. */
export type Call = { [Op in Operation]: Calls[Op] & { op: Op } }[Operation];

// -------------------------------------------------------------------------------------------------------- answers

/** The unit of a figure of a report: a number of its own, of a hundred, percentage points, or money. */
export type FigureUnit = "number" | "percent" | "points" | "rupiah";

/** A value with its unit, or why there is none. */
export type FigureValue =
  | {
      outcome: "computed";
      /** The reported value, rounded once, in its `unit`. */
      value: DecimalString;
      /** The value as a report prints it: `140,57 %`. */
      display: string;
      /** The value before rounding: a ratio, or a root such as `1386000^(1/3)`. */
      exact: RatioString | RootString;
      unit: FigureUnit;
    }
  | { outcome: "not_applicable"; reason: Reason<NotApplicableCode> }
  | { outcome: "not_computable"; reason: Reason<NotComputableCode> };

/** An exact root as text: `"1386000^(1/3)"`. */
export type RootString = string & { readonly [brand]: "root" };

/** One figure of a report. */
export type Figure = FigureValue & {
  /** Its key: `indicators.iku-1.achievement`. */
  figure: string;
  kind: FigureKind;
  /** What it is about, such as the name of the indicator. */
  name: string;
  /** Its category; only where figures of this kind have one, and where there is a value. */
  category?: CategoryAnswer;
  /** How many items of an average count. */
  used?: number;
  /** How many items an average has. */
  total?: number;
  /** The footnote marks that it carries, such as `*)`. */
  footnotes?: string[];
  /** The rules that were replaced for it. */
  overridden?: string[];
  /** The explanation in one line; where explanations were asked for. */
  line?: string;
  /** The explanation in full; where explanations were asked for. */
  explanation?: Explanation;
};

/** One figure of a report, with its whole explanation. */
export type FigureAnswer = Figure & { receipt?: Receipt };

/** Something in a report that does not agree. Nothing is corrected because of it. */
export interface Finding {
  code: FindingCode;
  /** The key of the figure where it shows. */
  figure: string;
  /** What the figure is about: the name of the indicator, of the budget line. */
  name: string;
  /** The sentence for a person, with its place. */
  message: string;
  /** The data of the message. Numbers are decimal strings. */
  details: { [name: string]: string | string[] };
}

/** What the answers about a whole report begin with. */
interface OfReport {
  outcome: "computed";
  /** The title of the report. */
  report: string;
  /** The id of the rule set. */
  rules: string;
  /** The receipt; not where `include` leaves it away. */
  receipt?: Receipt;
  /** What does not agree. */
  findings: Finding[];
}

/** Every figure of a report. */
export interface EvaluateAnswer extends OfReport {
  /** The figures that were asked for, in the order of the document. */
  figures: Figure[];
}

/** What changed values do. */
export interface WhatIfAnswer extends OfReport {
  /** Every figure that differs; null where there was or is no such figure. */
  changed: { figure: string; before: FigureValue | null; after: FigureValue | null }[];
}

/** What every cell of a table has. */
interface CellParts {
  /** What a reader is shown: `111,11 %`. */
  display: string;
}

/** A cell of a table. What has no value is never a zero. */
export type Cell = CellParts &
  (
    | { kind: "empty"; value: null }
    | { kind: "text" | "word"; value: string }
    | { kind: "count"; value: number }
    | { kind: "figure"; value: DecimalString; figure?: string; unit: FigureUnit; footnotes?: string[] }
    | { kind: "range"; value: { low: DecimalString; high: DecimalString }; figure: string; unit: FigureUnit }
    | { kind: "category"; value: string; rank: number; of: number; scale: string }
    | { kind: "sign"; value: "above" | "equal" | "below" }
    | {
        kind: "absent";
        value: null;
        figure?: string;
        state:
          | "no_target" | "not_measured" | "not_carried_out" | "not_reported"
          | "no_base" | "not_applicable" | "not_computable";
        reason?: Reason;
      }
  );

/** A table as columns and rows. */
export interface Table<Id extends string = TableId> {
  id: Id;
  title: string;
  columns: {
    /** Its stable name: `achievement`. */
    id: string;
    /** What stands above it. */
    label: string;
    kind: "text" | "number" | "percent" | "points" | "rupiah" | "category" | "sign";
    /** How it comes of the other columns, by their places: `6 = 5/4 × 100`. */
    formula?: string;
  }[];
  rows: {
    /** An item, one whose amounts are also those of the rows below it, the heading of rows, or their total. */
    row: "item" | "parent" | "group" | "total";
    /** How many rows stand above it. */
    depth: number;
    /** The beginning of the keys of its figures: `indicators.iku-1`. */
    subject?: string;
    /** One for every column. */
    cells: Cell[];
  }[];
  /** What must be known to read it. */
  notes: string[];
}

/** A table that is written. */
export interface WrittenTable<Id extends string = TableId> {
  id: Id;
  title: string;
  text: string;
}

/** The tables of a report: data, or written where the call names another format. */
export interface TablesAnswer {
  outcome: "computed";
  /** The title of the report. */
  report: string;
  /** The id of the rule set. */
  rules: string;
  tables: (Table | WrittenTable)[];
}

/** What a chart shows, for whatever draws it. A chart of what the report does not have holds no items, and a note that says so. */
export interface Chart {
  id: ChartId;
  title: string;
  /** The axis on which the values are measured. */
  axis: {
    /** What stands beside it. */
    label: string;
    unit: FigureUnit;
    /** What one step of its numbers is worth: `1`, or `1000000000` where the label says that it counts those. */
    per: DecimalString;
    /** Where it is cut off below, if a value lies far beyond. */
    low?: DecimalString;
    /** Where it is cut off above, if a value lies far beyond. */
    high?: DecimalString;
  };
  /** What stands along the other axis. */
  items: {
    label: string;
    /** One of many, or what stands for all. */
    row: "item" | "total";
    /** The beginning of the keys of its figures: `indicators.iku-1`. */
    subject?: string;
    /** What it is gathered under, such as the objective of an indicator. */
    group?: string;
  }[];
  series: {
    /** Its stable name: `achievement`, `target`, `spending`. */
    id: string;
    /** What a legend calls it. */
    label: string;
    kind: "number" | "percent" | "points" | "rupiah" | "category";
    /** One for every item. */
    points: Cell[];
  }[];
  /** The categories of the scale, the highest first; none where the rules have no scale. */
  bands: {
    code: string;
    label: string;
    /** The bounds as mathematics writes them: `70 ≤ x < 85`. */
    bounds: string;
    rank: number;
    of: number;
    scale: string;
    /** Where it begins; not where it has no lower end. */
    low?: DecimalString;
    /** Where it ends; not where it has no upper end. */
    high?: DecimalString;
  }[];
  /** Values to compare with. */
  lines: { label: string; value: DecimalString; display: string }[];
  /** What must be known to read it. */
  notes: string[];
}

/** The data of a chart of a report. */
export interface ChartAnswer {
  outcome: "computed";
  /** The title of the report. */
  report: string;
  /** The id of the rule set. */
  rules: string;
  chart: Chart;
}

/** What a printed figure is against the computed one. */
export type Verdict =
  | "reproduced" | "reproduced_otherwise" | "not_printed" | "not_computable" | "wrong_words" | "wrong_category"
  | "malformed" | "contradiction" | "sum_mismatch" | "mismatch" | "unknown_figure";

/** Why a printed figure is another than the computed one. */
export type Cause =
  | "follows_wrong" | "follows_corrected" | "follows_sum" | "copied_from_neighbour" | "other_years_target"
  | "inverted_formula" | "other_formula" | "capped" | "not_capped" | "points_for_relative" | "relative_for_points"
  | "ratio_of_sums" | "averaged_otherwise" | "rows_left_out" | "rows_counted_as_zero" | "repeats_target"
  | "repeats_absorption" | "earlier_value" | "part_left_out" | "part_counted_twice" | "rounded_parts"
  | "part_mistyped" | "total_mistyped" | "copied_from_figure" | "transposed" | "mark_moved" | "wrong_sign"
  | "digit_lost" | "digit_added" | "mistyped" | "rounded_otherwise" | "made_of_printed" | "made_of_exact"
  | "nothing_as_zero" | "part_mistyped_rounded" | "one_part_mistyped" | "partial_list";

/** A cause with its evidence. It reproduces the printed digits. */
export interface Diagnosis {
  cause: Cause;
  /** The sentence for a person. */
  message: string;
  /** The data of the message. Numbers are decimal strings. */
  details: { [name: string]: string | string[] };
  /** What should stand there, where the cause says so. */
  corrected?: DecimalString;
  /** The keys of other figures that speak for it. */
  supported_by: string[];
  /** The keys of other figures that speak against it. */
  opposed_by: string[];
}

/** Where a printed entry stands. */
export interface PrintedPlace {
  /** Its place in the `printed` list of the document. */
  index: number;
  /** Of a table: the place of its row, from 0. */
  row?: number;
  /** The text as it is printed. */
  text: string;
  table?: string;
  column?: string;
  place?: string;
  ref?: string;
}

/** What is called by the key of a figure. */
interface OfFigure {
  /** The key of the figure. */
  figure: string;
  /** What the figure is about, such as the name of the indicator; not where there is no such figure. */
  name?: string;
  /** What the figure is called: `Capaian Kerja sama`; not where there is no such figure. */
  label?: string;
}

/** What should be printed, and what explains what is printed instead. */
interface Judged {
  verdict: Verdict;
  /** What should be printed: a decimal string, a label, or words. */
  expected?: string;
  /** The same as people write it, in the style of the print: `103,51 %`. */
  display?: string;
  /** What explains it, the likeliest first. */
  diagnoses: Diagnosis[];
  /** Why a text cannot be read, or which figures resemble one that there is not. */
  error?: LkipError;
}

/** What is wrong with one figure, in one or more places of the print. */
export interface AuditFinding extends OfFigure, Judged {
  /** The verdict in words. */
  title: string;
  /** The wrong entries; none for a total that stands in the document only. */
  entries: PrintedPlace[];
  /** Where the same quantity is printed otherwise. */
  elsewhere: PrintedPlace[];
  /** The keys of the figures that rest on it, the nearest first. */
  affects: string[];
}

/** One printed entry with its verdict. */
export interface AuditEntry extends PrintedPlace, OfFigure, Judged {}

/** A figure that is printed more than once. */
export interface SameFigure extends OfFigure {
  agreement: "equal" | "equal_rounded" | "contradiction" | "malformed";
  entries: PrintedPlace[];
}

/** A rule that the printed figures show. */
export interface Convention {
  question: "rounding" | "budget_rounding" | "average_of" | "rows" | "lower" | "scale";
  /** The question in words. */
  title: string;
  /** The choice, as a rule set names it. */
  choice: string;
  /** The choice in words. */
  display: string;
  /** What the rules declare; null where they leave it open. */
  declared: string | null;
  /** Whether the rules declare the same choice. */
  is_declared: boolean;
  /** The keys of the figures that only this choice makes. */
  decided_by: string[];
  /** The keys of the figures that only another choice makes. */
  opposed_by: string[];
}

/** A cell of a table with its verdict. */
export interface AuditedCell {
  /** The place of the row, from 0. */
  row: number;
  column: ColumnName;
  text: string;
  /** The key of the figure. */
  figure: string;
  verdict: Verdict;
  /** What should stand there: a decimal string, or a label. */
  expected?: string;
  /** The same as people write it, in the style of the cell. */
  display?: string;
  /** The causes, the likeliest first. */
  causes: Cause[];
  error?: LkipError;
}

/** Something that was noticed about a cell of a table. */
export interface CellNote {
  code: "other_style" | "same_label" | "not_audited";
  /** The place of the row, from 0. */
  row: number;
  column: ColumnName;
  /** The sentence for a person. */
  message: string;
  details: { [name: string]: string | string[] };
}

/** How the rules of a table came about that names none. */
export interface Inference {
  /** The id of the neutral rules that it started from. */
  neutral: string;
  /** The names of the rules that were replaced. */
  replaced: string[];
  /** What its figures show. */
  inferred: Convention[];
  /** What it asks and no figure of it decides. */
  undecided: Convention["question"][];
  /** The same in sentences. */
  sentences: string[];
}

/** What every answer of {@link audit} has. */
interface AuditParts {
  outcome: "computed";
  /** The title of the report. */
  report: string;
  /** The id of the rule set. */
  rules: string;
  /** The receipt; not where `include` leaves it away. */
  receipt?: Receipt;
  /** How many printed entries have each verdict. */
  counts: { [V in Verdict]: number };
  /** Of a table: how the numbers of every column are written; null where its cells do not tell. */
  styles?: { [C in ColumnName]?: Style | null };
  /** Of a table without rules: how they came about. */
  inference?: Inference;
}

/** An audit as data. */
export interface Audit extends AuditParts {
  /** What is wrong, the worst first. */
  findings: AuditFinding[];
  /** Every printed entry; where they were asked for. */
  entries?: AuditEntry[];
  /** Of a table: every cell; where they were asked for. */
  cells?: AuditedCell[];
  /** Of a table: what was noticed about its cells. */
  notes?: CellNote[];
  /** The figures that are printed differently; where `same` was asked for every one that is printed more than once. */
  same: SameFigure[];
  /** Which rules the printed figures show. */
  conventions: Convention[];
}

/** An audit that is written. */
export interface WrittenAudit extends AuditParts {
  text: string;
}

/** The audit of a report: data, or written where the call names another format. */
export type AuditAnswer = Audit | WrittenAudit;

/** Which finding of a cascade it is. */
export type CascadeCode =
  | "office_limit"
  | "two_superiors"
  | "agreement_twice"
  | "agreement_without_office"
  | "agreement_missing"
  | "missing_budget"
  | "missing_budget_differs"
  | "level_without_agreements"
  | "not_carried"
  | "carried_elsewhere"
  | "supports_nothing"
  | "name_differs"
  | "unit_differs"
  | "target_differs"
  | "plan_differs"
  | "adopted_by_many"
  | "level_skipped"
  | "across_branches"
  | "link_upside_down"
  | "link_without_office"
  | "link_circle"
  | "component_targets"
  | "component_without_target"
  | "component_units"
  | "component_methods"
  | "component_weights"
  | "rollup_differs"
  | "rollup_impossible"
  | "program_budget"
  | "program_not_above"
  | "program_not_below"
  | "program_named_otherwise"
  | "budget_total"
  | "program_left_out"
  | "condition_not_met";

/** How much a finding of a cascade weighs: a contradiction or something missing, or worth knowing. */
export type Severity = "problem" | "notice";

/** An office that a finding, a budget or a revision is about. */
export interface Party {
  id: string;
  name: string;
}

/** Something that is wrong with a cascade. Nothing is corrected because of it. */
export interface CascadeFinding {
  code: CascadeCode;
  severity: Severity;
  /** The year of the agreements that it is about. */
  year: number;
  /** The offices that it is about, the one whose matter it is first. */
  offices: Party[];
  /** Where it shows in the document: `agreements.pk-2021-sekda.indicators[6].unit`. */
  places: string[];
  /** The sentence for a person. */
  message: string;
  /** What to do about it. */
  advice: string;
  /** Where the rule comes from that it is held against; not where something contradicts itself. */
  sources?: { name: string; read: ReadAs; verified: boolean }[];
  /** The data of the message. Offices and indicators are their ids, numbers decimal strings. */
  details: { [name: string]: string | string[] };
}

/** An indicator in the hands of an office. */
export interface HeldIndicator {
  /** Its id in the document; null for a row of an agreement that names none. */
  id: string | null;
  /** What it is called there. */
  name: string;
  /** The unit in which it is held. */
  unit?: string;
  /** The target with which it is held, as people write it. */
  target: string;
  /** The same as a number; not where it is a range, or where there is none. */
  target_value?: DecimalString;
  /** The low end of a range. */
  target_low?: DecimalString;
  /** The high end of a range. */
  target_high?: DecimalString;
  /** The id of the agreement that promises it; not where only the report names the office as responsible. */
  agreement?: string;
  /** The id of the office above from which it came. */
  from?: string;
  /** The ids of the offices below that hold the very same. */
  adopted_by: string[];
  /** How it goes down: the very same, by indicators that support it, in both ways, or not at all. */
  cascading: "direct" | "indirect" | "both" | "none";
  /** Where it stands in the document. */
  place: string;
  /** Its realization, its achievement and what its components make, as far as there are such figures. */
  figures: Figure[];
}

/** An office of a cascade. */
export interface CascadeOffice {
  id: string;
  name: string;
  level?: string;
  /** The id of the office above it. */
  parent?: string;
  /** How many of the offices that were asked for stand above it. */
  depth: number;
  /** The id of its agreement that counts; null where it has none in the document. */
  agreement: string | null;
  /** What it holds, promises first. */
  indicators: HeldIndicator[];
  /** Its score, its budget and its efficiency, and its budget without those below it, as far as there are such figures. */
  figures: Figure[];
}

/** What an office below has of a budget. */
export interface BudgetShare {
  office: Party;
  /** What the program is called there. */
  name: string;
  amount: DecimalString;
  /** Whether it stands in budget lines, for want of an agreement. */
  of_lines: boolean;
  /** Where it stands in the document. */
  place: string;
}

/** A program of an agreement against what the offices below have of it. */
export interface ProgramCheck {
  name: string;
  /** The amount above; null where the agreement does not have the program. */
  above: DecimalString | null;
  below: BudgetShare[];
  /** The amount above less those below; null where an amount is not known. */
  difference: DecimalString | null;
  /** Where the amount above stands in the document. */
  places: string[];
}

/** The budget of an agreement against those of the offices below, in rupiah. */
export interface BudgetCheck {
  year: number;
  office: Party;
  /** The id of the agreement. */
  agreement: string;
  /** Whether everything below is known and makes what stands above, in total and program by program. */
  agrees: boolean;
  /** The total above; null where it is not known. */
  above: DecimalString | null;
  below: BudgetShare[];
  /** The total above less those below; null where it is not known, or where budgets below are missing. */
  difference: DecimalString | null;
  /** The offices below that have no agreement, while others have. */
  missing: Party[];
  /** What those must have, by difference. */
  required?: DecimalString;
  /** What the budget lines of those make. */
  missing_lines?: DecimalString;
  /** The programs, in the order of the agreement, and those that only offices below have. */
  programs: ProgramCheck[];
}

/** A version of an agreement against the one before it. */
export interface Revision {
  year: number;
  office: Party;
  /** The id of the earlier version. */
  before: string;
  /** The id of the later version. */
  after: string;
  changes: {
    what:
      | "indicator" | "indicator_name" | "unit" | "target" | "program" | "program_name" | "allocation" | "minimum"
      | "total" | "condition";
    /** Of which indicator, program or condition. */
    of: string;
    /** As it was, as the document writes it; null where it was not there. */
    before: string | null;
    /** As it is; null where it is no longer there. */
    after: string | null;
  }[];
}

/** What every answer of {@link cascade} has. */
interface CascadeParts {
  outcome: "computed";
  /** The title of the report. */
  report: string;
  /** The id of the rule set. */
  rules: string;
  /** The receipt; not where `include` leaves it away. */
  receipt?: Receipt;
}

/** A cascade as data. */
export interface Cascade extends CascadeParts {
  /** The years that it spans: those of agreements, and that of the report. */
  years: number[];
  /** What is wrong, in the order of the years and of what is checked. */
  findings: CascadeFinding[];
  /** The offices, each after the one above it; not where `include` leaves them away. */
  offices?: CascadeOffice[];
  /** How the budget of every agreement with offices below compares with theirs; not where `include` leaves them away. */
  budgets?: BudgetCheck[];
  /** What the later versions of agreements changed; not where `include` leaves them away. */
  revisions?: Revision[];
  /** The tables that were asked for. */
  tables?: Table<CascadeTableId>[];
}

/** The tree of performance that is written or drawn. */
export interface WrittenCascade extends CascadeParts {
  /** Text, a Mermaid flowchart, or SVG. */
  text: string;
}

/** The cascade of a report: data, or its tree where the call names another format. */
export type CascadeAnswer = Cascade | WrittenCascade;

/** The tables of an office's page. One without rows is left out. */
export type OfficeTableId =
  | "office_indicators" | "office_programs" | "office_conditions" | "office_below" | "cascade_findings";

/** What every answer of {@link office} has. */
interface OfficeParts {
  outcome: "computed";
  /** The title of the report. */
  report: string;
  /** The id of the rule set. */
  rules: string;
  /** The id of the office. */
  id: string;
  /** What it is called. */
  name: string;
}

/** An office's own page as data. */
export interface OfficePage extends OfficeParts {
  /** What is said of it in a line each: its superior, its agreement, its score, its budget. */
  facts: string[];
  /** Its indicators, its programs, its conditions, the offices below it, and what is wrong. */
  tables: (Table<OfficeTableId> | WrittenTable<OfficeTableId>)[];
}

/** An office's own page that is written. */
export interface WrittenOfficePage extends OfficeParts {
  text: string;
}

/** An office's own page: data, or written where the call names another format. */
export type OfficeAnswer = OfficePage | WrittenOfficePage;

/** A step on the way of a number: an office that holds it, or a figure that it was made of. */
export interface TraceStep {
  /** How many steps stand above it. */
  depth: number;
  /** The id of the office in whose hands it is; not for a figure. */
  office?: string;
  /** Where it stands in the document, or the key of the figure. */
  place: string;
  /** How it is linked to the step above; not for what a figure is made of. */
  link?: "adopts" | "component" | "contributes";
  /** What is said of it. */
  text: string;
}

/** Where the number of an indicator comes from. */
export interface TraceAnswer {
  outcome: "computed";
  /** The title of the report. */
  report: string;
  /** The id of the rule set. */
  rules: string;
  /** The steps as indented text. */
  text: string;
  /** The steps, each after the one that it leads to. */
  steps: TraceStep[];
  /** Whether these are all steps. A way that is very long is cut. */
  complete: boolean;
}

/** Every error code, reason and finding, with its meaning and its messages; and what may be wrong with a cascade. */
export interface CodesAnswer extends lkip.CodesAnswer {
  cascade: {
    code: CascadeCode;
    meaning: string;
    severity: Severity;
    id: string;
    en: string;
    advice_id: string;
    advice_en: string;
  }[];
}

/** What a row of a table gives, or a group. */
export type MeasuredRow = { errors?: LkipError[] } & (
  | {
      outcome: "computed";
      percent: DecimalString;
      display: string;
      exact?: RatioString;
      /** The label of the category. */
      category?: string;
      /** Why there is no category, where the rules have a scale. */
      reason?: Reason;
    }
  | { outcome: "not_applicable"; reason: Reason<NotApplicableCode> }
  | { outcome: "not_computable"; reason: Reason<NotComputableCode> }
);

/** What {@link measure} gives. */
export interface MeasureAnswer {
  outcome: "computed";
  /** The headings of the columns that were measured, by what they are. */
  columns: { [role: string]: string };
  /** The decimal places of the percentages. */
  places: number;
  /** Every row, in the order of the table. */
  rows: MeasuredRow[];
  /** The groups, in the order in which they first appear. */
  groups?: (MeasuredRow & {
    /** What the rows of the group have in common. */
    by: { [heading: string]: string | null };
    used: number;
    total: number;
    as_zero: number;
  })[];
}

/** The answers by their operations, without the failures that can come instead. */
export interface Answers extends lkip.Answers {
  evaluate: EvaluateAnswer;
  figure: FigureAnswer;
  what_if: WhatIfAnswer;
  audit: AuditAnswer;
  cascade: CascadeAnswer;
  office: OfficeAnswer;
  trace: TraceAnswer;
  tables: TablesAnswer;
  chart: ChartAnswer;
  measure: MeasureAnswer;
  codes: CodesAnswer;
}

/** The answer to an operation, or what can come instead. */
export type Answer<Op extends Operation = Operation> = Answers[Op] | Failure;

// ------------------------------------------------------------------------------------------------ report document

/** A period's performance of an institution: what was promised, what was reached, what it cost, and what was printed. */
export interface ReportDocument {
  /** The version of this format: "lkip/1". */
  schema: string;
  /** What the report is called. */
  title?: string;
  /** Same as `title`. */
  judul?: string;
  /** Where the figures come from. */
  source?: string | null;
  /** Same as `source`. */
  sumber?: string | null;
  /** The year, and the quarter of a quarterly report. */
  period?: Period;
  /** Same as `period`. */
  periode?: Period;
  /** How the texts of this document write numbers; without it only what reads alike in all styles. */
  style?: Style | null;
  /** Same as `style`. */
  gaya?: Style | null;
  /** The rule set: an id of the catalogue, or its fields. */
  rules?: string | RuleSetInput | null;
  /** Same as `rules`. */
  pedoman?: string | RuleSetInput | null;
  /** Rules that are replaced for this report. */
  overrides?: RuleOverrides | null;
  /** Same as `overrides`. */
  pengganti?: RuleOverrides | null;
  /** The offices. */
  offices?: readonly Office[] | null;
  /** Same as `offices`. */
  unit?: readonly Office[] | null;
  /** The goals. */
  goals?: readonly Goal[] | null;
  /** Same as `goals`. */
  tujuan?: readonly Goal[] | null;
  /** The objectives. */
  objectives?: readonly Objective[] | null;
  /** Same as `objectives`. */
  sasaran?: readonly Objective[] | null;
  /** The indicators. */
  indicators?: readonly Indicator[] | null;
  /** Same as `indicators`. */
  indikator?: readonly Indicator[] | null;
  /** Computed values that are no indicators. */
  supporting?: readonly Supporting[] | null;
  /** Same as `supporting`. */
  data_pendukung?: readonly Supporting[] | null;
  /** The budget: a list of lines that name the line above them. */
  budget?: readonly BudgetLine[] | null;
  /** Same as `budget`. */
  anggaran?: readonly BudgetLine[] | null;
  /** The performance agreements. */
  agreements?: readonly Agreement[] | null;
  /** Same as `agreements`. */
  perjanjian_kinerja?: readonly Agreement[] | null;
  /** The links of the cascade. */
  links?: readonly CascadeLink[] | null;
  /** Same as `links`. */
  penjenjangan?: readonly CascadeLink[] | null;
  /** The figures that a published report printed, apart from all inputs. */
  printed?: readonly PrintedFigure[] | null;
  /** Same as `printed`. */
  tercetak?: readonly PrintedFigure[] | null;
}

/** The period that is reported on. */
export interface Period {
  /** The year. */
  year?: number;
  /** Same as `year`. */
  tahun?: number;
  /** The quarter, 1 to 4, of a report that stands for a quarter. */
  quarter?: number | null;
  /** Same as `quarter`. */
  triwulan?: number | null;
}

/** An office. */
export interface Office {
  /** The id. */
  id: string;
  /** Its name. */
  name?: string;
  /** Same as `name`. */
  nama?: string;
  /** Its level. */
  level?: string | null;
  /** Same as `level`. */
  jenjang?: string | null;
  /** The office above it. */
  parent?: string | null;
  /** Same as `parent`. */
  induk?: string | null;
  /** Its weight where the scores of offices are weighted. */
  weight?: Value;
  /** Same as `weight`. */
  bobot?: Value;
}

/** A goal (tujuan). */
export interface Goal {
  /** The id. */
  id: string;
  /** Its name. */
  name?: string;
  /** Same as `name`. */
  nama?: string;
  /** Same as `name`. */
  tujuan?: string;
}

/** An objective (sasaran strategis). */
export interface Objective {
  /** The id. */
  id: string;
  /** Its name. */
  name?: string;
  /** Same as `name`. */
  nama?: string;
  /** Same as `name`. */
  sasaran?: string;
  /** The goal that it serves. */
  goal?: string | null;
  /** Same as `goal`. */
  tujuan?: string | null;
  /** Its weight where averages are weighted. */
  weight?: Value;
  /** Same as `weight`. */
  bobot?: Value;
}

/** An indicator (indikator kinerja). */
export interface Indicator {
  /** The id. */
  id: string;
  /** Its name. */
  name?: string;
  /** Same as `name`. */
  nama?: string;
  /** Same as `name`. */
  indikator?: string;
  /** The objective that it belongs to. */
  objective?: string | null;
  /** Same as `objective`. */
  sasaran?: string | null;
  /** The office that is responsible. */
  office?: string | null;
  /** Same as `office`. */
  unit_kerja?: string | null;
  /** Its unit. */
  unit?: string | null;
  /** Same as `unit`. */
  satuan?: string | null;
  /** Which way is good. */
  polarity?: Polarity | null;
  /** Same as `polarity`. */
  polaritas?: Polarity | null;
  /** Its weight where averages are weighted. */
  weight?: Value;
  /** Same as `weight`. */
  bobot?: Value;
  /** What was promised for the period. */
  target?: Value | TargetRange;
  /** Same as `target`. */
  rencana?: Value | TargetRange;
  /** Same as `target`. */
  target_tahunan?: Value | TargetRange;
  /** What was reached. */
  realization?: Value;
  /** Same as `realization`. */
  realisasi?: Value;
  /** The state of the realization, where it is not simply measured. */
  realization_state?: RealizationState | null;
  /** Same as `realization_state`. */
  keadaan_realisasi?: RealizationState | null;
  /** The year of a realization that was carried forward. */
  carried_from?: number | null;
  /** Same as `carried_from`. */
  dari_tahun?: number | null;
  /** How the realization is computed. */
  formula?: ValueFormula | null;
  /** Same as `formula`. */
  rumus?: ValueFormula | null;
  /** How quarters make the period. */
  consolidation?: Consolidation | null;
  /** Same as `consolidation`. */
  akumulasi?: Consolidation | null;
  /** What the targets of the quarters are. */
  quarter_targets?: "own" | "per_triwulan" | "to_date" | "kumulatif" | null;
  /** Same as `quarter_targets`. */
  cara_target_triwulan?: "own" | "per_triwulan" | "to_date" | "kumulatif" | null;
  /** The quarters. */
  quarters?: readonly Quarter[] | null;
  /** Same as `quarters`. */
  triwulan?: readonly Quarter[] | null;
  /** Earlier years. */
  previous?: readonly EarlierYear[] | null;
  /** Same as `previous`. */
  tahun_lalu?: readonly EarlierYear[] | null;
  /** The targets of the strategic plan (Renstra); the last year is its end. */
  renstra?: readonly PlanTarget[] | null;
  /** The national standard or average. */
  national?: National | null;
  /** Same as `national`. */
  nasional?: National | null;
  /** Whether it is an item of its objective's average. */
  average?: boolean | null;
  /** Same as `average`. */
  dirata_rata?: boolean | null;
  /** Rules that are replaced for it. */
  overrides?: RuleOverrides | null;
  /** Same as `overrides`. */
  pengganti?: RuleOverrides | null;
  /** Footnotes. */
  footnotes?: readonly string[] | null;
  /** Same as `footnotes`. */
  catatan_kaki?: readonly string[] | null;
}

/** A quarter of an indicator. */
export interface Quarter {
  /** 1 to 4. */
  quarter?: number;
  /** Same as `quarter`. */
  triwulan?: number;
  /** Its target; zero or blank is no target in that quarter. */
  target?: Value;
  /** What was reached. */
  realization?: Value;
  /** Same as `realization`. */
  realisasi?: Value;
  /** The state of the realization. */
  realization_state?: RealizationState | null;
  /** Same as `realization_state`. */
  keadaan_realisasi?: RealizationState | null;
}

/** An indicator in an earlier year. */
export interface EarlierYear {
  /** The year. */
  year?: number;
  /** Same as `year`. */
  tahun?: number;
  /** What was promised. */
  target?: Value | TargetRange;
  /** What was reached. */
  realization?: Value;
  /** Same as `realization`. */
  realisasi?: Value;
  /** The state of the realization. */
  realization_state?: RealizationState | null;
  /** Same as `realization_state`. */
  keadaan_realisasi?: RealizationState | null;
  /** The achievement in percent as given; with target and realization beside it the two are compared. */
  achievement?: Value;
  /** Same as `achievement`. */
  capaian?: Value;
}

/** A target of the strategic plan. */
export interface PlanTarget {
  /** The year. */
  year?: number;
  /** Same as `year`. */
  tahun?: number;
  /** The target. */
  target: Value | TargetRange;
}

/** The national standard or average of an indicator. */
export interface National {
  /** The value. */
  value?: Value;
  /** Same as `value`. */
  nilai?: Value;
  /** Where it comes from. */
  source?: string | null;
  /** Same as `source`. */
  sumber?: string | null;
}

/** How a value is computed. Which fields belong to a formula follows from its kind. */
export interface ValueFormula {
  /** The kind. */
  kind?: "ratio" | "rasio" | "quotient" | "hasil_bagi" | "sum" | "jumlah" | "difference" | "selisih" | "mean" | "rata_rata" | "weighted_mean" | "rata_rata_tertimbang" | "geometric_mean" | "rata_rata_geometrik" | "count" | "banyaknya" | "share" | "bagian" | "skm" | "ikm" | "sakip_evaluation" | "evaluasi_sakip" | "kelembagaan" | "itkp";
  /** Same as `kind`. */
  jenis?: "ratio" | "rasio" | "quotient" | "hasil_bagi" | "sum" | "jumlah" | "difference" | "selisih" | "mean" | "rata_rata" | "weighted_mean" | "rata_rata_tertimbang" | "geometric_mean" | "rata_rata_geometrik" | "count" | "banyaknya" | "share" | "bagian" | "skm" | "ikm" | "sakip_evaluation" | "evaluasi_sakip" | "kelembagaan" | "itkp";
  /** What is divided. */
  part?: readonly (Value | Operand)[] | null;
  /** Same as `part`. */
  pembilang?: readonly (Value | Operand)[] | null;
  /** What it is divided by. */
  whole?: readonly (Value | Operand)[] | null;
  /** Same as `whole`. */
  penyebut?: readonly (Value | Operand)[] | null;
  /** The operands. */
  of?: readonly (Value | Operand)[] | null;
  /** Same as `of`. */
  dari?: readonly (Value | Operand)[] | null;
  /** The structure components of the index of institutions. */
  structure?: readonly (Value | Operand)[] | null;
  /** Same as `structure`. */
  struktur?: readonly (Value | Operand)[] | null;
  /** Its process components. */
  process?: readonly (Value | Operand)[] | null;
  /** Same as `process`. */
  proses?: readonly (Value | Operand)[] | null;
  /** Only values above this count. */
  above?: Value;
  /** Same as `above`. */
  di_atas?: Value;
  /** Only values of at least this count. */
  at_least?: Value;
  /** Same as `at_least`. */
  minimal?: Value;
  /** Only values below this count. */
  below?: Value;
  /** Same as `below`. */
  di_bawah?: Value;
  /** Only values of at most this count. */
  at_most?: Value;
  /** Same as `at_most`. */
  maksimal?: Value;
  /** To how many places the weight 1/n of an SKM is rounded; without it the weight is exact. */
  weight_places?: number | null;
  /** Same as `weight_places`. */
  desimal_bobot?: number | null;
  /** The highest score of an SKM; 4 without it. */
  highest?: Value;
  /** Same as `highest`. */
  skor_tertinggi?: Value;
  /** The edition of a SAKIP evaluation. */
  edition?: "12/2015" | "88/2021" | null;
  /** Same as `edition`. */
  edisi?: "12/2015" | "88/2021" | null;
}

/** An operand with a name: a value, a formula, or another entry of this document. */
export interface Operand {
  /** Its id: gives the figure a key of its own. */
  id?: string | null;
  /** What it is called. */
  label?: string | null;
  /** Same as `label`. */
  nama?: string | null;
  /** Its value. */
  value?: Value;
  /** Same as `value`. */
  nilai?: Value;
  /** Its weight. */
  weight?: Value;
  /** Same as `weight`. */
  bobot?: Value;
  /** How it is computed. */
  formula?: ValueFormula | null;
  /** Same as `formula`. */
  rumus?: ValueFormula | null;
  /** The entry of this document whose value it is: `supporting.x`, `indicators.x`. */
  from?: string | null;
  /** Same as `from`. */
  dari?: string | null;
}

/** A computed value that is no indicator: what stands behind the text of a report. */
export interface Supporting {
  /** The id. */
  id: string;
  /** What it is called. */
  name?: string;
  /** Same as `name`. */
  nama?: string;
  /** Its unit. */
  unit?: string | null;
  /** Same as `unit`. */
  satuan?: string | null;
  /** How it is computed. */
  formula?: ValueFormula | null;
  /** Same as `formula`. */
  rumus?: ValueFormula | null;
  /** The value as given; with a formula beside it the two are compared. */
  value?: Value;
  /** Same as `value`. */
  nilai?: Value;
  /** Rules that are replaced for it. */
  overrides?: RuleOverrides | null;
  /** Same as `overrides`. */
  pengganti?: RuleOverrides | null;
}

/** A line of the budget: a program, an activity, an account. */
export interface BudgetLine {
  /** The id. */
  id: string;
  /** The line above it. */
  parent?: string | null;
  /** Same as `parent`. */
  induk?: string | null;
  /** What kind of line it is. */
  level?: "total" | "jumlah" | "group" | "kelompok" | "program" | "activity" | "kegiatan" | "subactivity" | "sub_kegiatan" | "subkegiatan" | "account" | "belanja" | null;
  /** Same as `level`. */
  jenjang?: "total" | "jumlah" | "group" | "kelompok" | "program" | "activity" | "kegiatan" | "subactivity" | "sub_kegiatan" | "subkegiatan" | "account" | "belanja" | null;
  /** Its code (Permendagri 90/2019). */
  code?: string | null;
  /** Same as `code`. */
  kode?: string | null;
  /** Its name. */
  name?: string;
  /** Same as `name`. */
  nama?: string;
  /** The office that spends; holds for everything below. */
  office?: string | null;
  /** Same as `office`. */
  unit_kerja?: string | null;
  /** The objective that it serves; holds for everything below. */
  objective?: string | null;
  /** Same as `objective`. */
  sasaran?: string | null;
  /** The allocation (pagu). */
  allocation?: Value;
  /** Same as `allocation`. */
  pagu?: Value;
  /** The spending (realisasi). */
  spending?: Value;
  /** Same as `spending`. */
  realisasi?: Value;
  /** Same as `spending`. */
  realisasi_anggaran?: Value;
  /** Whether the lines below it are all there are. */
  complete?: boolean | null;
  /** Same as `complete`. */
  lengkap?: boolean | null;
  /** Whether it is part of the totals of offices, objectives, programs and the report. A second account of the same money is not. */
  counted?: boolean | null;
  /** Same as `counted`. */
  dihitung?: boolean | null;
}

/** A performance agreement (perjanjian kinerja): what one office promises the office above. */
export interface Agreement {
  /** The id. */
  id: string;
  /** The office that promises. */
  office?: string | null;
  /** Same as `office`. */
  unit_kerja?: string | null;
  /** The office that it is promised to. */
  superior?: string | null;
  /** Same as `superior`. */
  atasan?: string | null;
  /** The year. */
  year?: number | null;
  /** Same as `year`. */
  tahun?: number | null;
  /** Which version in that year: 1 for the first, 2 for the first revision. */
  version?: number | null;
  /** Same as `version`. */
  versi?: number | null;
  /** The date, as it is written. */
  date?: string | null;
  /** Same as `date`. */
  tanggal?: string | null;
  /** The indicators with their targets. */
  indicators?: readonly AgreementIndicator[] | null;
  /** Same as `indicators`. */
  indikator?: readonly AgreementIndicator[] | null;
  /** The programs with their budgets. */
  programs?: readonly AgreementProgram[] | null;
  /** Same as `programs`. */
  program?: readonly AgreementProgram[] | null;
  /** The total of the program budgets. */
  total?: Value;
  /** Same as `total`. */
  jumlah?: Value;
  /** The total in words (terbilang). */
  total_in_words?: string | null;
  /** Same as `total_in_words`. */
  terbilang?: string | null;
  /** Conditions that are no numbers of an indicator. */
  conditions?: readonly Condition[] | null;
  /** Same as `conditions`. */
  syarat?: readonly Condition[] | null;
}

/** An indicator of an agreement. */
export interface AgreementIndicator {
  /** The indicator of this document. */
  indicator?: string | null;
  /** Same as `indicator`. */
  indikator?: string | null;
  /** Its name as the agreement says it. */
  name?: string | null;
  /** Same as `name`. */
  nama?: string | null;
  /** Its unit as the agreement says it. */
  unit?: string | null;
  /** Same as `unit`. */
  satuan?: string | null;
  /** The target. */
  target?: Value | TargetRange;
  /** Whether offices of another branch are meant to carry it (crosscutting). */
  crosscutting?: boolean | null;
  /** Same as `crosscutting`. */
  lintas_unit?: boolean | null;
}

/** A program of an agreement. */
export interface AgreementProgram {
  /** The line of the budget. */
  budget?: string | null;
  /** Same as `budget`. */
  anggaran?: string | null;
  /** Its name as the agreement says it. */
  name?: string | null;
  /** Same as `name`. */
  nama?: string | null;
  /** Its budget. */
  allocation?: Value;
  /** Same as `allocation`. */
  pagu?: Value;
  /** The least absorption that is promised, in percent. */
  minimum?: Value;
  /** Same as `minimum`. */
  minimal?: Value;
  /** A note, such as the fund. */
  note?: string | null;
  /** Same as `note`. */
  keterangan?: string | null;
}

/** A condition of an agreement: "SAKIP value at least BB". */
export interface Condition {
  /** What must reach it. */
  name?: string;
  /** Same as `name`. */
  nama?: string;
  /** What must be reached: a number, a category of the scale, or words that nothing can be measured by. */
  minimum?: string;
  /** Same as `minimum`. */
  minimal?: string;
  /** The scale of the catalogue whose category it is. */
  scale?: string | null;
  /** Same as `scale`. */
  skala?: string | null;
  /** What was reached: a number, or a category of the scale. */
  realization?: string | null;
  /** Same as `realization`. */
  realisasi?: string | null;
}

/** A link of the cascade (penjenjangan): how an indicator below stands to one above. An indicator is never an operand of another because its office stands below; only a link of the kind `component` computes. */
export interface CascadeLink {
  /** The indicator below. */
  from?: string;
  /** Same as `from`. */
  dari?: string;
  /** The indicator above. */
  to?: string;
  /** Same as `to`. */
  ke?: string;
  /** What kind of link it is. */
  kind?: "adopts" | "adopsi" | "component" | "komponen" | "contributes" | "mendukung" | "references" | "merujuk";
  /** Same as `kind`. */
  jenis?: "adopts" | "adopsi" | "component" | "komponen" | "contributes" | "mendukung" | "references" | "merujuk";
  /** How the components make the value above; the same for all components of one indicator. */
  method?: "sum" | "jumlah" | "mean" | "rata_rata" | "weighted_mean" | "rata_rata_tertimbang" | "ratio_of_sums" | "rasio_jumlah" | "minimum" | "terendah" | null;
  /** Same as `method`. */
  cara?: "sum" | "jumlah" | "mean" | "rata_rata" | "weighted_mean" | "rata_rata_tertimbang" | "ratio_of_sums" | "rasio_jumlah" | "minimum" | "terendah" | null;
  /** What of the component enters: its realization, or its achievement in percent. */
  takes?: "realization" | "realisasi" | "achievement" | "capaian" | null;
  /** Same as `takes`. */
  memakai?: "realization" | "realisasi" | "achievement" | "capaian" | null;
  /** The weight of a component, where the method has weights. */
  weight?: Value;
  /** Same as `weight`. */
  bobot?: Value;
  /** Whether it is meant to lead across branches (crosscutting). */
  crosscutting?: boolean | null;
  /** Same as `crosscutting`. */
  lintas_unit?: boolean | null;
  /** Why, or where it stands. */
  note?: string | null;
  /** Same as `note`. */
  keterangan?: string | null;
}

/** A figure as a published report printed it. */
export interface PrintedFigure {
  /** The key of the figure: `indicators.iku-1.achievement`. */
  figure?: string;
  /** Same as `figure`. */
  angka?: string;
  /** The text as it is printed. */
  text?: string;
  /** Same as `text`. */
  teks?: string;
  /** How the text writes numbers, where it is otherwise than in the document. */
  style?: Style | null;
  /** Same as `style`. */
  gaya?: Style | null;
  /** The table. */
  table?: string | null;
  /** Same as `table`. */
  tabel?: string | null;
  /** The column of the table, as a short heading: entries of one table and one column, in the order of this list, stand below each other. */
  column?: string | null;
  /** Same as `column`. */
  kolom?: string | null;
  /** The row, the page. */
  place?: string | null;
  /** Same as `place`. */
  tempat?: string | null;
  /** What of the figure the text shows. */
  shows?: "value" | "nilai" | "category" | "kategori" | "words" | "terbilang" | null;
  /** Same as `shows`. */
  isi?: "value" | "nilai" | "category" | "kategori" | "words" | "terbilang" | null;
  /** The scale of the catalogue that the category is from; without it the scale of the rules. */
  scale?: string | null;
  /** Same as `scale`. */
  skala?: string | null;
  /** References of the one who transcribed it, with blanks between them. */
  ref?: string | null;
}

// ------------------------------------------------------------------------------------------------------ functions

/**
 * Every figure of a report: achievements, quarters, comparisons, averages, budget; and what does not agree.
 *
 * ```js
 * const answer = evaluate({ report, kinds: ["achievement"] });
 * if (answer.outcome === "computed") answer.figures[0].figure; // "indicators.iku-1.achievement"
 * ```
 */
export function evaluate(call: EvaluateCall): Answer<"evaluate">;

/**
 * One figure of a report, with its whole explanation.
 *
 * ```js
 * figure({ report, figure: "objectives.s1.average" });
 * ```
 */
export function figure(call: FigureCall): Answer<"figure">;

/**
 * What replaced values do to every figure of a report.
 *
 * ```js
 * whatIf({ report, changes: { "indicators.iku-1.realization": "95,00" } });
 * ```
 */
export function whatIf(call: WhatIfCall): Answer<"what_if">;

/**
 * What is wrong with the printed figures of a report, and why: as findings with their causes, or written.
 *
 * ```js
 * const answer = audit({ report });
 * if (answer.outcome === "computed" && "findings" in answer) answer.findings[0]?.diagnoses[0]?.message;
 * audit({ report, format: "html" });
 * audit({ columns: { target: ["90,00"], realisasi: ["100,00"], capaian: ["111,21"] } });
 * ```
 */
export function audit(call: AuditCall): Answer<"audit">;

/**
 * The cascade of a report (penjenjangan kinerja): who holds what, what is wrong with it, how it adds up; or the tree of
 * performance (pohon kinerja) as text, as a Mermaid flowchart, as a picture.
 *
 * ```js
 * const answer = cascade({ report });
 * if (answer.outcome === "computed" && "findings" in answer) answer.findings[0]?.message;
 * cascade({ report, office: "biro-umum", format: "svg" });
 * ```
 */
export function cascade(call: CascadeCall): Answer<"cascade">;

/**
 * An office's own page: what it promised, what became of it, what it spends, what is wrong; as data, or written.
 *
 * ```js
 * office({ report, office: "biro-umum", format: "html" });
 * ```
 */
export function office(call: OfficeCall): Answer<"office">;

/**
 * Where the number of an indicator comes from: through the offices that hold it down to what it was computed of.
 *
 * ```js
 * const answer = trace({ report, indicator: "iku-1" });
 * if (answer.outcome === "computed") answer.text;
 * ```
 */
export function trace(call: TraceCall): Answer<"trace">;

/**
 * The tables that an LKjIP must contain, as columns and rows, or written as Markdown, HTML or CSV.
 *
 * ```js
 * tables({ report, tables: ["achievement"], format: "html" });
 * ```
 */
export function tables(call: TablesCall): Answer<"tables">;

/**
 * What a chart of a report shows, as data for whatever draws it: achievements on the bands of the scale, the quarters of an
 * indicator, achievement against absorption, the budget by program.
 *
 * ```js
 * chart({ report, chart: "quarters", indicator: "iku-1" });
 * ```
 */
export function chart(call: ChartCall): Answer<"chart">;

/**
 * The achievement of every row of a table as people write it, and the averages of its groups. Numbers that a program holds
 * are measured faster by {@link measureColumns}.
 *
 * ```js
 * const answer = measure({ columns: { Target: ["90,00"], Realisasi: ["100,00"] }, rules: "setda-kaltim-2021" });
 * if (answer.outcome === "computed" && answer.rows[0]?.outcome === "computed") answer.rows[0].percent; // "111.11"
 * ```
 */
export function measure(call: MeasureCall): Answer<"measure">;

/**
 * What realization reaches a percentage or a category, and what the quarters that are left must bring: of a target, or of
 * an indicator of a report.
 *
 * ```js
 * requiredRealization({ report, indicator: "iku-1", category: "sangat_berhasil" });
 * ```
 */
export function requiredRealization(call: RequiredRealizationCall): Answer<"required_realization">;

/** Every error code, reason and finding, also of cascades, with its meaning and its messages. */
export function codes(call?: ListCall<"codes">): Answer<"codes">;

/** The answer to a call whose field `op` names the operation. */
export function answer<C extends Call>(call: C): Answer<C["op"]>;
