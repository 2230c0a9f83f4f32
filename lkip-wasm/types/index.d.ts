/**
 * lkip: how Indonesian government performance reports (SAKIP: LKIP, LKjIP) calculate, exact and explained.
 *
 * Every function takes a record and gives an answer; none throws because of what is in the record. An answer says in
 * `outcome` how it ended:
 *
 * - `computed`: there is a figure.
 * - `not_applicable`: there is nothing to compute, and `reason` says why.
 * - `not_computable`: there should be a figure, and `reason` says why there is none and which input is missing.
 * - `error`: the call itself is wrong; `errors` says what, where, and what to write instead.
 * - `unavailable`: WebAssembly is missing, blocked, or still loading. Never in Node.
 *
 * Data has the same names as in every other language (snake_case). Figures are strings; a JavaScript number is taken
 * only when it is whole, because the decimal digits of any other are not certain.
 *
 * @packageDocumentation
 */

declare const brand: unique symbol;

/** A decimal number as text: `"140.57"`, with a point, without grouping. Exact; make no `number` of it. */
export type DecimalString = string & { readonly [brand]: "decimal" };

/** An exact ratio as text: `"984/7"`, or `"100"` when it is whole. */
export type RatioString = string & { readonly [brand]: "ratio" };

/**
 * A value as a form or a program gives it: the untouched text of an input (`"98,40"`, `"Rp 1.250.000,-"`, `"3,0885 *)"`),
 * a whole `number`, or a `bigint`. A `number` with a fraction, NaN and infinities are refused.
 */
export type Value = string | number | bigint | null | undefined;

/** The language of messages and explanations, and of how numbers are displayed. Indonesian unless stated. */
export type Language = "id" | "en";

/** How digits are grouped and marked: `1.234,56`, `1,234.56`, `1234.56`. */
export type Style = "indonesian" | "international" | "plain";

/** Which way an indicator is good; the Indonesian and older names are accepted as well. Higher unless stated. */
export type Polarity =
  | "higher" | "naik" | "naik_baik" | "positif" | "maximize" | "normal"
  | "lower" | "turun" | "turun_baik" | "negatif" | "minimize" | "khusus"
  | "on_target" | "stabil" | "stabilize";

/** What became of a realization; needed only where the value itself does not tell. */
export type RealizationState =
  | "measured" | "terukur"
  | "not_measured" | "belum_diukur"
  | "not_carried_out" | "tidak_dilaksanakan"
  | "carried_forward" | "nilai_terakhir";

/** The parts of an answer that can be left away. All are there unless `include` is given. */
export type Include = "explanation" | "penjelasan" | "receipt" | "items" | "butir";

/** What a number stands for when it is written. */
export type Form = "number" | "angka" | "rupiah" | "percent" | "persen";

// ---------------------------------------------------------------------------------------------------------- calls

/** What every call may ask for. */
export interface Options {
  /** The language of the answer. */
  language?: Language | null;
  /** Same as `language`. */
  bahasa?: Language | null;
  /** The parts of the answer; all unless stated. */
  include?: readonly Include[] | null;
  /** Same as `include`. */
  sertakan?: readonly Include[] | null;
}

/** How texts are to be read. */
export interface StyleOption {
  /** The style of the texts. Without one, a text that two styles read differently is refused as ambiguous. */
  style?: Style | null;
  /** Same as `style`. */
  gaya?: Style | null;
}

/** The rules of a call. */
export interface Ruled {
  /** The rule set: its id in the catalogue, or its fields. */
  rules?: string | RuleSetInput | null;
  /** Same as `rules`. */
  pedoman?: string | RuleSetInput | null;
  /** Rules that are replaced for this call. */
  overrides?: RuleOverrides | null;
  /** Same as `overrides`. */
  pengganti?: RuleOverrides | null;
}

/** A target range: anything from `low` to `high`. */
export type TargetRange = { low: Value; high: Value } | { batas_bawah: Value; batas_atas: Value };

/** Target and realization of one indicator. */
export interface MeasurementFields {
  /** What was promised, in the indicator's unit. Blank is no target, which is not zero. */
  target?: Value | TargetRange;
  /** Same as `target`. */
  rencana?: Value | TargetRange;
  /** Same as `target`. */
  target_tahunan?: Value | TargetRange;
  /** What was reached, in the indicator's unit. Blank is not measured, which is not zero. */
  realization?: Value;
  /** Same as `realization`. */
  realisasi?: Value;
  /** What became of the realization, where the value does not tell. */
  realization_state?: RealizationState | null;
  /** Same as `realization_state`. */
  keadaan_realisasi?: RealizationState | null;
  /** The year that the value was carried forward from. */
  carried_from?: number | string | null;
  /** Same as `carried_from`. */
  dari_tahun?: number | string | null;
  /** Which way is good. */
  polarity?: Polarity | null;
  /** Same as `polarity`. */
  polaritas?: Polarity | null;
}

/** What {@link achievement} takes. */
export interface AchievementCall extends Options, StyleOption, Ruled, MeasurementFields {
  op?: "achievement";
  /** What the indicator is called; returned as it is. */
  label?: string | null;
  /** Same as `label`. */
  indikator?: string | null;
  /** Same as `label`. */
  nama?: string | null;
  /** The unit of target and realization; returned as it is. */
  unit?: string | null;
  /** Same as `unit`. */
  satuan?: string | null;
}

/** An item of an average: a percentage, a measurement, or a group of items. */
export interface AverageItem extends MeasurementFields {
  /** What it is called. */
  label?: string | null;
  /** Same as `label`. */
  indikator?: string | null;
  /** Same as `label`. */
  sasaran?: string | null;
  /** Same as `label`. */
  nama?: string | null;
  /** The unit of target and realization. */
  unit?: string | null;
  /** Same as `unit`. */
  satuan?: string | null;
  /** Its weight; a weighted mean needs one for every item. */
  weight?: Value;
  /** Same as `weight`. */
  bobot?: Value;
  /** Rules that are replaced for this item. */
  overrides?: RuleOverrides | null;
  /** Same as `overrides`. */
  pengganti?: RuleOverrides | null;
  /** The percentage, where it is given and not measured here. */
  percent?: Value;
  /** Same as `percent`. */
  capaian?: Value;
  /** Same as `percent`. */
  capaian_persen?: Value;
  /** The items of a group. */
  items?: readonly AverageItem[] | null;
  /** Same as `items`. */
  butir?: readonly AverageItem[] | null;
}

/** What {@link average} takes. */
export interface AverageCall extends Options, StyleOption, Ruled {
  op?: "average";
  /** What is averaged. */
  items?: readonly AverageItem[];
  /** Same as `items`. */
  butir?: readonly AverageItem[];
}

/** What {@link classify} takes: a value, and a scale or rules that have one. */
export interface ClassifyCall extends Options, StyleOption {
  op?: "classify";
  /** The value. */
  value?: Value;
  /** Same as `value`. */
  nilai?: Value;
  /** The scale: its id in the catalogue, or its fields. */
  scale?: string | ScaleInput | null;
  /** Same as `scale`. */
  skala?: string | ScaleInput | null;
  /** The rule set whose scale is used. */
  rules?: string | RuleSetInput | null;
  /** Same as `rules`. */
  pedoman?: string | RuleSetInput | null;
}

/** What {@link readNumber} takes. */
export interface ReadNumberCall extends Options, StyleOption {
  op?: "read_number";
  /** The text. */
  text?: Value;
  /** Same as `text`. */
  teks?: Value;
}

/** What {@link readNumbers} takes: a column, read in one style. */
export interface ReadNumbersCall extends Options, StyleOption {
  op?: "read_numbers";
  /** The texts of the column. */
  texts?: readonly Value[];
  /** Same as `texts`. */
  teks?: readonly Value[];
}

/** The number of a call that writes. Read in the plain style (`1234.5`) unless stated. */
interface WrittenValue {
  /** The number. */
  value?: Value;
  /** Same as `value`. */
  nilai?: Value;
  /** The style in which `value` is written. */
  value_style?: Style | null;
  /** Same as `value_style`. */
  gaya_nilai?: Style | null;
  /** What the number stands for. */
  form?: Form | null;
  /** Same as `form`. */
  bentuk?: Form | null;
}

/** What {@link writeNumber} takes. */
export interface WriteNumberCall extends Options, StyleOption, WrittenValue {
  op?: "write_number";
}

/** What {@link inWords} takes. */
export interface InWordsCall extends Options, WrittenValue {
  op?: "in_words";
}

/** The kinds of the figures of a report. */
export type FigureKind =
  | "target" | "realization" | "computed" | "component"
  | "achievement" | "against_quarter" | "to_date" | "against_year"
  | "earlier_achievement" | "change" | "points" | "achievement_points"
  | "progress" | "national" | "value" | "average"
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

/** What {@link requiredRealization} takes: a target, or an indicator of a report; and a percentage or a category. */
export interface RequiredRealizationCall extends AboutReport, StyleOption {
  op?: "required_realization";
  /** At least this percentage, as it is reported. */
  percent?: Value;
  /** Same as `percent`. */
  capaian?: Value;
  /** Same as `percent`. */
  capaian_persen?: Value;
  /** This category, by its code, or a better one. */
  category?: string | null;
  /** Same as `category`. */
  kategori?: string | null;
  /** How many decimal places a realization has; as the rules round unless stated. */
  places?: number | string | null;
  /** Same as `places`. */
  desimal?: number | string | null;
  /** The target. */
  target?: Value | TargetRange;
  /** Same as `target`. */
  rencana?: Value | TargetRange;
  /** Same as `target`. */
  target_tahunan?: Value | TargetRange;
  /** Which way is good. */
  polarity?: Polarity | null;
  /** Same as `polarity`. */
  polaritas?: Polarity | null;
  /** The realizations of the quarters so far. */
  so_far?: readonly Value[] | null;
  /** Same as `so_far`. */
  sejauh_ini?: readonly Value[] | null;
  /** How many quarters are left. */
  quarters_left?: number | string | null;
  /** Same as `quarters_left`. */
  sisa_triwulan?: number | string | null;
  /** How quarters make the year. */
  consolidation?: Consolidation | null;
  /** Same as `consolidation`. */
  akumulasi?: Consolidation | null;
  /** The id of an indicator of the report. */
  indicator?: string;
  /** Same as `indicator`. */
  indikator?: string;
}

/** What {@link ruleSets}, {@link scales} and {@link codes} take. */
export interface ListCall<Op extends string = string> extends Options {
  op?: Op;
}

/** What {@link ruleSet} takes. */
export interface RuleSetCall extends Options, Ruled {
  op?: "rule_set";
}

/** What {@link scale} takes. */
export interface ScaleCall extends Options {
  op?: "scale";
  /** The scale: its id in the catalogue, or its fields. */
  scale?: string | ScaleInput;
  /** Same as `scale`. */
  skala?: string | ScaleInput;
}

/** The calls by their operations. */
export interface Calls {
  achievement: AchievementCall;
  average: AverageCall;
  classify: ClassifyCall;
  read_number: ReadNumberCall;
  read_numbers: ReadNumbersCall;
  write_number: WriteNumberCall;
  in_words: InWordsCall;
  evaluate: EvaluateCall;
  figure: FigureCall;
  what_if: WhatIfCall;
  tables: TablesCall;
  required_realization: RequiredRealizationCall;
  rule_sets: ListCall<"rule_sets">;
  rule_set: RuleSetCall;
  scales: ListCall<"scales">;
  scale: ScaleCall;
  codes: ListCall<"codes">;
}

/** The name of an operation. */
export type Operation = keyof Calls;

/** A call of any operation, as {@link answer} takes it. */
export type Call = { [Op in Operation]: Calls[Op] & { op: Op } }[Operation];

// -------------------------------------------------------------------------------------------------------- answers

/** A call that is wrong. */
export interface ErrorAnswer {
  outcome: "error";
  /** Every mistake; never empty. */
  errors: [LkipError, ...LkipError[]];
}

/** One mistake in a call. */
export interface LkipError {
  /** What kind of mistake. */
  code: ErrorCode;
  /** Where in the call: `items[2].realization`; empty for the call as a whole. */
  path: string;
  /** What is wrong and what to write instead, for a person. */
  message: string;
  /** The data of the message: what was found, the choices there are. Numbers are decimal strings. */
  details: { [name: string]: string | string[] };
}

/** The functions are not there (yet): the page goes on without them. */
export interface Unavailable {
  outcome: "unavailable";
  /** Still loading, a browser without WebAssembly, a policy that forbids it, or a file that could not be fetched. */
  cause: "loading" | "no_webassembly" | "blocked" | "failed";
}

/** What can come instead of any answer. */
export type Failure = ErrorAnswer | Unavailable;

/** The input that stands in the way, by reason. */
interface InputOfReason {
  no_target: "target";
  zero_target: "target";
  negative_target: "target";
  not_measured: "realization";
  not_carried_out: "realization";
  zero_realization: "realization";
  negative_realization: "realization";
  nothing_to_average: "items";
  incomplete_average: "items";
  zero_weights: "weight";
  no_scale: "scale";
  operand_missing: "formula";
  no_operand_has_value: "formula";
  zero_whole: "formula";
  no_allocation: "allocation";
  zero_allocation: "allocation";
  negative_allocation: "allocation";
  no_spending: "spending";
  no_base: "previous";
  zero_base: "previous";
  negative_base: "previous";
  no_achievement: "achievement";
  no_absorption: "spending";
  target_not_met: "achievement";
  beyond_cap: "cap";
  out_of_reach: "target";
  too_few_places: "places";
  no_quarter_left: "quarters";
  too_large: undefined;
  outside_scale: undefined;
  in_scale_gap: undefined;
}

/** Why there is no figure. */
export type ReasonCode = keyof InputOfReason;

/** Why there is no figure, for a program and for a person. `input` names the input that is missing or in the way. */
export type Reason<Code extends ReasonCode = ReasonCode> = {
  [C in Code]: InputOfReason[C] extends string
    ? { code: C; input: InputOfReason[C]; message: string }
    : { code: C; input?: undefined; message: string };
}[Code];

/** Reasons why there is nothing to compute. */
export type NotApplicableCode =
  | "no_target" | "not_carried_out" | "no_scale" | "no_allocation" | "no_base" | "target_not_met" | "no_quarter_left";
/** Reasons why there is no figure although there should be. */
export type NotComputableCode = Exclude<ReasonCode, NotApplicableCode>;

/** The category of a figure, or why it has none. */
export type CategoryAnswer =
  | {
      outcome: "computed";
      /** The stable name: `sangat_tinggi`. */
      code: string;
      /** What a report prints: `Sangat Tinggi`. */
      label: string;
      /** A second name that the source gives. */
      meaning?: string;
      /** The place in the scale; the highest category is 1. */
      rank: number;
      /** How many categories the scale has. */
      of: number;
      /** The bounds that the value met: `91 ≤ x`. */
      bounds: string;
      /** The id of the scale. */
      scale: string;
    }
  | { outcome: "not_applicable"; reason: Reason<"no_scale"> }
  | { outcome: "not_computable"; reason: Reason<"outside_scale" | "in_scale_gap" | "too_large"> };

/** How a source was read. */
export type ReadAs = "verbatim" | "in_code" | "derived" | "not_read";

/** One step of a calculation, and the steps that it rests on. */
export interface Explanation {
  /** The id of the rule. */
  rule: string;
  /** What the rule is called. */
  title: string;
  /** The whole step in one line. */
  line: string;
  /** The formula in words. */
  formula?: string;
  /** Where the rule comes from. */
  sources?: {
    /** The regulation, report or program, and the place in it. */
    name: string;
    /** How it was read. */
    read: ReadAs;
    /** Whether it was read word for word. */
    verified: boolean;
  }[];
  /** What entered the step. */
  inputs?: {
    /** The field that it came from. */
    name: string;
    /** What it is called. */
    label: string;
    /** The value, or the state in its place. */
    value: string;
    /** What follows it: footnote marks, the year that it was carried from. */
    remark?: string;
  }[];
  /** The exact value that the step gave. */
  exact?: RatioString;
  /** The rounding, if the step rounds. */
  rounding?: {
    /** How. */
    mode: RoundingMode;
    /** To how many decimal places. */
    places: number;
    /** The first digits of the value before. */
    before: string;
    /** The value after. */
    after: DecimalString;
  };
  /** The bounds of the category that matched. */
  bounds?: string;
  /** The steps that it rests on. */
  children?: Explanation[];
}

/** Proof of what made a figure: the same inputs under the same rules give the same receipt. */
export interface Receipt {
  /** The version of lkip. */
  lkip: string;
  /** The id of the rule set. */
  rules: string;
  /** Its version. */
  rules_version: string;
  /** SHA-256 of the rule set, with everything that was replaced for this call. */
  rules_fingerprint: string;
  /** SHA-256 of the inputs as they were read. */
  inputs_fingerprint: string;
}

/** What the answers of every figure have in common, with or without a figure. */
interface FigureParts {
  /** What it is called, as the call said. */
  label?: string;
  /** Footnote marks of the inputs, such as `*)`. */
  footnotes?: string[];
  /** The explanation in one line; the reason where there is no figure. */
  line: string;
  /** The explanation in full. */
  explanation?: Explanation;
  /** The receipt. */
  receipt?: Receipt;
}

/** A figure in percent. */
interface Computed extends FigureParts {
  outcome: "computed";
  /** The reported percentage, rounded once. */
  percent: DecimalString;
  /** The percentage as a report prints it: `140,57 %`. */
  display: string;
  /** The percentage before rounding. */
  exact: RatioString;
  /** Its category. */
  category: CategoryAnswer;
}

/** No figure, and why. */
interface WithoutFigure<Outcome extends string, Code extends ReasonCode> extends FigureParts {
  outcome: Outcome;
  reason: Reason<Code>;
}

/** What an achievement has besides. */
interface AchievementParts {
  /** The unit, as the call said. */
  unit?: string;
  /** Whether the target is met; absent where there is no target or no realization. */
  met?: boolean;
  /** That the value is of an earlier year, and of which. */
  carried_forward?: { year?: number };
}

/** The achievement of one indicator. */
export type AchievementAnswer =
  | (Computed & AchievementParts)
  | (WithoutFigure<"not_applicable", "no_target" | "not_carried_out"> & AchievementParts)
  | (WithoutFigure<
      "not_computable",
      "zero_target" | "negative_target" | "not_measured" | "zero_realization" | "negative_realization" | "too_large"
    > &
      AchievementParts);

/** What an average has besides. */
interface AverageParts {
  /** How many items count. */
  used: number;
  /** How many there are. */
  total: number;
  /** The items that do not count, and why. */
  left_out?: { index: number; reason: Reason }[];
  /** The items that count as zero because the rules say so. */
  as_zero?: number[];
  /** The items whose value is of an earlier year. */
  carried_forward_items?: number[];
  /** The items. */
  items?: AverageItemAnswer[];
}

/** An item of an average. `category` is the label. */
export type AverageItemAnswer = { label?: string } & (
  | { outcome: "computed"; percent: DecimalString; display: string; category?: string }
  | { outcome: "not_applicable"; reason: Reason<NotApplicableCode> }
  | { outcome: "not_computable"; reason: Reason<NotComputableCode> }
);

/** The average of achievements. */
export type AverageAnswer =
  | (Computed & AverageParts)
  | (WithoutFigure<"not_applicable", NotApplicableCode> & AverageParts)
  | (WithoutFigure<"not_computable", "nothing_to_average" | "incomplete_average" | "zero_weights" | "too_large"> &
      AverageParts);

/** What stands around the value of a text. */
interface Surroundings {
  /** The style in which the digits were read; absent when every style reads them alike. */
  style?: Style;
  /** Whether the amount is marked as rupiah. */
  rupiah?: true;
  /** Whether a percent sign follows. */
  percent?: true;
  /** The unit behind the number: `orang`. */
  unit?: string;
  /** What stands in brackets: `peringkat 4`. */
  annotation?: string;
  /** A footnote mark: `*)`. */
  footnote?: string;
}

/** A text that was read. `state` says what it holds. */
export type Reading = Surroundings & { outcome: "computed" } & (
    | { state: "number"; value: DecimalString }
    | { state: "range"; low: DecimalString; high: DecimalString }
    | { state: "bound"; relation: "below" | "at_most" | "above" | "at_least"; value: DecimalString }
    | { state: "blank" | "dash" | "not_available" | "words" }
  );

/** A column that was read. */
export interface ReadNumbersAnswer {
  outcome: "computed";
  /** The style of the column; absent when every cell reads alike in all styles. */
  style?: Style;
  /** The cells in their order, each read or refused. */
  cells: (Reading | ErrorAnswer)[];
}

/** A number written for people. */
export interface TextAnswer {
  outcome: "computed";
  text: string;
}

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

/** The codes of findings. */
export type FindingCode =
  | "realization_differs"
  | "value_differs"
  | "quarters_differ"
  | "achievement_differs"
  | "quarter_targets_differ"
  | "allocation_sum"
  | "spending_sum"
  | "overspent"
  | "agreement_total"
  | "total_in_words"
  | "below_minimum";

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
export interface Table {
  id: TableId;
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
export interface WrittenTable {
  id: TableId;
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

/** An exact end of the realizations that give what is wanted, and whether it belongs to them. */
export interface RequiredEnd {
  exact: RatioString;
  included: boolean;
}

/** What the quarters that are left must bring. */
export type Remaining =
  | {
      outcome: "computed";
      /** All of them together, the last one, or each on average. */
      method: "together" | "last" | "on_average";
      exact: RatioString;
      /** Its first digits. */
      expansion: string;
    }
  | { outcome: "not_applicable"; reason: Reason<NotApplicableCode> }
  | { outcome: "not_computable"; reason: Reason<NotComputableCode> };

/** The realizations that give a wanted percentage or category. */
export type RequiredRealizationAnswer = (
  | {
      outcome: "computed";
      /** The smallest; null where any lower one does as well. */
      from: DecimalString | null;
      /** The largest; null where any higher one does as well. */
      to: DecimalString | null;
      from_display: string | null;
      to_display: string | null;
      /** How many decimal places they are written with. */
      places: number;
      from_exact?: RequiredEnd;
      to_exact?: RequiredEnd;
    }
  | { outcome: "not_applicable"; reason: Reason<NotApplicableCode> }
  | { outcome: "not_computable"; reason: Reason<NotComputableCode> }
) & {
  /** How it follows, in one line: what the formula must give, the exact ends, and the decimals that keep to them. */
  line: string;
  /** What the quarters that are left must bring; absent where none were named. */
  remaining?: Remaining;
};

/** An entry of the catalogue. */
export interface CatalogueEntry {
  id: string;
  version: string;
  title: Bilingual;
  /** Whether every source was read word for word. */
  verified: boolean;
  citations: Citation[];
  /** The id of the scale that a rule set has. */
  scale?: string;
}

export interface RuleSetsAnswer {
  outcome: "computed";
  rule_sets: CatalogueEntry[];
}

export interface ScalesAnswer {
  outcome: "computed";
  scales: CatalogueEntry[];
}

export interface RuleSetAnswer {
  outcome: "computed";
  verified: boolean;
  /** SHA-256 of the rule set: equal rules have equal fingerprints in every language. */
  fingerprint: string;
  rule_set: RuleSet;
}

export interface ScaleAnswer {
  outcome: "computed";
  verified: boolean;
  scale: Scale;
}

/** Every error code, reason and finding, with its meaning and its messages. */
export interface CodesAnswer {
  outcome: "computed";
  errors: { code: ErrorCode; meaning: string; id: string; en: string }[];
  reasons: { code: ReasonCode; meaning: string; input?: string; id: string; en: string }[];
  findings: { code: FindingCode; meaning: string; id: string; en: string }[];
}

/** The answers by their operations, without the failures that can come instead. */
export interface Answers {
  achievement: AchievementAnswer;
  average: AverageAnswer;
  classify: CategoryAnswer;
  read_number: Reading;
  read_numbers: ReadNumbersAnswer;
  write_number: TextAnswer;
  in_words: TextAnswer;
  evaluate: EvaluateAnswer;
  figure: FigureAnswer;
  what_if: WhatIfAnswer;
  tables: TablesAnswer;
  required_realization: RequiredRealizationAnswer;
  rule_sets: RuleSetsAnswer;
  rule_set: RuleSetAnswer;
  scales: ScalesAnswer;
  scale: ScaleAnswer;
  codes: CodesAnswer;
}

/** The answer to an operation, or what can come instead. */
export type Answer<Op extends Operation = Operation> = Answers[Op] | Failure;

// ------------------------------------------------------------------------------------------------ report document

/** How quarters make the period. */
export type Consolidation = "sum" | "last" | "average" | "jumlah" | "akumulatif" | "terakhir" | "rata_rata";

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
  /** What must be reached. */
  minimum?: string;
  /** Same as `minimum`. */
  minimal?: string;
}

/** A link of the cascade. */
export interface CascadeLink {
  /** The indicator or agreement below. */
  from?: string;
  /** Same as `from`. */
  dari?: string;
  /** The indicator or agreement above. */
  to?: string;
  /** Same as `to`. */
  ke?: string;
  /** What kind of link it is. */
  kind?: "adopts" | "adopsi" | "component" | "komponen" | "contributes" | "mendukung" | "references" | "merujuk";
  /** Same as `kind`. */
  jenis?: "adopts" | "adopsi" | "component" | "komponen" | "contributes" | "mendukung" | "references" | "merujuk";
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
  /** The row, the page. */
  place?: string | null;
  /** Same as `place`. */
  tempat?: string | null;
  /** A reference of the one who transcribed it. */
  ref?: string | null;
}

// ------------------------------------------------------------------------------------------------ rules and scales

/** A text in both languages. */
export interface Bilingual {
  id: string;
  en: string;
}

/** A source of a rule. */
export interface Citation {
  source: string;
  place?: string;
  read: ReadAs;
  /** What must be known about it. Told by the operations that show an entry, not by explanations. */
  note?: Bilingual;
}

export type RoundingMode = "half_up" | "half_even" | "truncate";

export interface Rounding {
  mode: RoundingMode;
  /** 0 to 10. */
  places: number;
}

/** A rounding of one's own rules. */
export interface RoundingInput {
  mode: RoundingMode;
  /** 0 to 10. */
  places: number | string;
}

/** A highest or lowest percentage. */
interface Limit<N> {
  percent: N;
  /** On the indicator, or only inside averages. */
  in: "indicator" | "average";
}

export type Missing = "refuse" | "leave_out" | "zero";
export type Method = "mean" | "weighted";

/** The choices that turn inputs into figures. `N` is how numbers are written. */
interface RuleFields<N, S, R> {
  higher: "realization_over_target";
  lower: "twice_target_minus_realization" | "target_over_realization";
  on_target: "symmetric";
  zero_target: "not_computable" | "full_when_met" | { as_given: { met: N; unmet: N } };
  zero_realization: "by_formula" | "not_computable" | "full_when_met" | { as_given: N };
  cap: Limit<N> | null;
  floor: Limit<N> | null;
  rounding: R;
  rounding_for: { [Figure in "achievement" | "average" | "absorption" | "growth" | "efficiency" | "realization" | "progress"]?: R };
  average: {
    method: Method;
    of: "exact" | "reported";
    not_measured: Missing;
    not_carried_out: Missing;
    no_target: Missing;
    zero_target: Missing;
  };
  scale: S | null;
  classify: "reported" | "exact";
  quarters: {
    consolidation: Consolidation;
    against: "quarter" | "to_date" | "annual";
  };
  growth: "relative" | "points";
  efficiency: {
    method:
      | "achievement_minus_absorption"
      | "absorption_over_achievement"
      | "output_over_input"
      | "pmk_214"
      | "unspent_when_met";
    bands: S | null;
  };
  rollup: { of: "own_indicators" | "offices_below" | "own_and_below"; method: Method };
}

interface Named {
  /** Small letters, digits and hyphens. */
  id: string;
  version: string;
  title: Bilingual;
  citations: Citation[];
}

interface Valid {
  /** The days on which it holds, `2021-01-01`; null for always. */
  valid: { from?: string; to?: string } | null;
}

/** A rule set as answers show it. */
export interface RuleSet extends Named, Valid, RuleFields<DecimalString, Scale, Rounding> {}

type RuleInput = RuleFields<NumberInput, string | ScaleInput, RoundingInput>;

/** Rules that are replaced. In `rounding`, `average` and the like only what is stated changes. */
export type RuleOverrides = {
  [K in keyof RuleInput]?: K extends "rounding" | "rounding_for" | "average" | "quarters" | "efficiency" | "rollup"
    ? Parts<RuleInput[K]>
    : RuleInput[K];
};
type Parts<T> = { [K in keyof T]?: T[K] extends RoundingInput | undefined ? Partial<RoundingInput> : T[K] };

/** A number of a rule: canonical text (`"120"`) or a whole number. */
export type NumberInput = string | number | bigint;

/** A rule set of one's own: whole, or based on one of the catalogue with what differs. */
export type RuleSetInput =
  | (Named & Valid & RuleInput)
  | (Named & Partial<Valid> & { based_on: string } & RuleOverrides);

/** One end of a category: closed (`from`, `to`) or open (`above`, `below`). */
interface Category<N> {
  code: string;
  label: string;
  meaning?: string;
  from?: N;
  above?: N;
  to?: N;
  below?: N;
}

interface ScaleFields<N, R> extends Named {
  /** What becomes of values between two categories. */
  gaps: "none" | "lower_bound" | "unclassified" | { round: R };
  above: "top" | "unclassified";
  below: "bottom" | "unclassified";
  /** The highest first. */
  categories: Category<N>[];
}

/** A scale as answers show it. */
export interface Scale extends ScaleFields<DecimalString, Rounding> {}

/** A scale of one's own. */
export interface ScaleInput extends ScaleFields<NumberInput, RoundingInput> {}

// ---------------------------------------------------------------------------------------------------------- codes

/** The kinds of mistakes: one list, the same in every language. {@link codes} tells what each means. */
export type ErrorCode =
  | "not_a_number"
  | "not_a_plain_number"
  | "not_finite"
  | "ambiguous_number"
  | "malformed_number"
  | "wrong_style"
  | "number_too_long"
  | "inexact_number"
  | "number_missing"
  | "range_not_allowed"
  | "bound_not_allowed"
  | "range_reversed"
  | "style_undecided"
  | "too_many_decimals"
  | "places_out_of_range"
  | "malformed_json"
  | "unknown_field"
  | "missing_field"
  | "duplicate_field"
  | "same_field"
  | "too_deep"
  | "wrong_type"
  | "unknown_choice"
  | "unknown_operation"
  | "unknown_rule_set"
  | "unknown_scale"
  | "scale_missing"
  | "invalid_id"
  | "invalid_date"
  | "invalid_year"
  | "period_reversed"
  | "scale_empty"
  | "duplicate_category"
  | "empty_category"
  | "two_bounds"
  | "scale_gap"
  | "scale_overlap"
  | "step_leaves_gap"
  | "open_inside"
  | "cap_below_floor"
  | "unmet_above_met"
  | "value_with_state"
  | "state_without_value"
  | "year_with_state"
  | "unit_mismatch"
  | "negative_weight"
  | "weight_missing"
  | "percent_or_parts"
  | "invalid_report_id"
  | "unknown_schema"
  | "duplicate_id"
  | "unknown_reference"
  | "circular"
  | "invalid_quarter"
  | "duplicate_quarter"
  | "duplicate_year"
  | "year_not_earlier"
  | "invalid_budget_code"
  | "code_of_other_level"
  | "percent_for_count"
  | "field_of_other_formula"
  | "one_operand"
  | "unknown_figure"
  | "rules_missing"
  | "component_out_of_range"
  | "operand_count"
  | "negative_operand"
  | "highest_too_low"
  | "percent_or_category";

// ------------------------------------------------------------------------------------------------------ functions

/** The version of the package. */
export const version: string;

/**
 * Whether the functions work. In a browser wait for it once; in Node they work at once.
 *
 * False, never rejected, where WebAssembly is missing or a Content-Security-Policy without `'wasm-unsafe-eval'` blocks it.
 */
export const ready: Promise<boolean>;

/**
 * The achievement of one indicator, in percent.
 *
 * ```js
 * const answer = achievement({ target: "70", realization: "98,40", rules: "setda-kaltim-2021" });
 * if (answer.outcome === "computed") answer.percent; // "140.57"
 * ```
 */
export function achievement(call: AchievementCall): Answer<"achievement">;

/**
 * The average of achievements, given or computed, also in groups.
 *
 * ```js
 * average({ items: [{ percent: "92.00" }, { target: "7", realization: "6.5" }], rules: "bkd-ntt-2021" });
 * ```
 */
export function average(call: AverageCall): Answer<"average">;

/**
 * The category of a value.
 *
 * ```js
 * classify({ value: "85,00", scale: "permendagri-86-2017" }); // label: "Tinggi"
 * ```
 */
export function classify(call: ClassifyCall): Answer<"classify">;

/**
 * One text read as a number, with everything that stands around it.
 *
 * ```js
 * readNumber({ text: "66,00 (peringkat 4)" }); // state: "number", value: "66.00", annotation: "peringkat 4"
 * readNumber({ text: "1.250" }); // an error: "Angka '1.250' bermakna ganda: tulis 1250 atau 1,25."
 * ```
 */
export function readNumber(call: ReadNumberCall): Answer<"read_number">;

/** A column of texts read as numbers, in one style that is declared or that the column shows. */
export function readNumbers(call: ReadNumbersCall): Answer<"read_numbers">;

/** A number written for people: `1.250.000,50`, `Rp 1.250.000`, `98,40 %`. */
export function writeNumber(call: WriteNumberCall): Answer<"write_number">;

/** A number in words (terbilang), as agreements print amounts. */
export function inWords(call: InWordsCall): Answer<"in_words">;

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
 * The tables that an LKjIP must contain, as columns and rows, or written as Markdown, HTML or CSV.
 *
 * ```js
 * tables({ report, tables: ["achievement"], format: "html" });
 * ```
 */
export function tables(call: TablesCall): Answer<"tables">;

/**
 * What realization reaches a percentage or a category, and what the quarters that are left must bring.
 *
 * ```js
 * requiredRealization({ target: "325", category: "sangat_berhasil", rules: "bkd-ntt-2021" }); // from: "276.25"
 * ```
 */
export function requiredRealization(call: RequiredRealizationCall): Answer<"required_realization">;

/** The catalogue of rule sets. */
export function ruleSets(call?: ListCall<"rule_sets">): Answer<"rule_sets">;

/** One rule set of the catalogue or of one's own, checked. */
export function ruleSet(call: RuleSetCall): Answer<"rule_set">;

/** The catalogue of scales. */
export function scales(call?: ListCall<"scales">): Answer<"scales">;

/** One scale of the catalogue or of one's own, checked. */
export function scale(call: ScaleCall): Answer<"scale">;

/** Every error code and reason, with its meaning and its messages. */
export function codes(call?: ListCall<"codes">): Answer<"codes">;

/** The answer to a call whose field `op` names the operation. */
export function answer<C extends Call>(call: C): Answer<C["op"]>;

/** The answer to a call in JSON, in JSON: the text is the same in every language. */
export function answerJson(call: string): string;
