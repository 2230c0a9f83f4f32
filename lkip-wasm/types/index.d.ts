/**
 * lkip: how Indonesian government performance reports (SAKIP: LKIP, LKjIP) calculate, exact and explained: single values
 * and the catalogue. Report documents are in `lkip/report`.
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

/** What {@link requiredRealization} takes: a target, and a percentage or a category. */
export interface RequiredRealizationCall extends Options, StyleOption, Ruled {
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
  component_without_weight: "links";
  component_without_counts: "links";
  composition_unclear: "links";
  components_in_circle: "links";
  office_without_weight: "weight";
  no_quarter_left: "quarters";
  too_large: undefined;
  unreadable: undefined;
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

/** The codes of the findings that documents of `lkip/report` have. */
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
  required_realization: RequiredRealizationAnswer;
  rule_sets: RuleSetsAnswer;
  rule_set: RuleSetAnswer;
  scales: ScalesAnswer;
  scale: ScaleAnswer;
  codes: CodesAnswer;
}

/** The answer to an operation, or what can come instead. */
export type Answer<Op extends Operation = Operation> = Answers[Op] | Failure;

// -------------------------------------------------------------------------------------------------------- columns

/** Numbers below each other, with one number of decimal places for all. */
export interface NumberColumn {
  /**
   * Integers: `8707n` with two places is 87.07. Or floating point numbers, each of which stands for the decimal of these
   * places that is nearest to it: `98.4` with two places is 98.40. A float that is not the nearest one to any is refused.
   */
  values: BigInt64Array | Float64Array;
  /** The decimal places of every row, 0 to 28. */
  places: number;
  /** Which rows have a value: those that are not zero; all unless stated. NaN is no value either. */
  present?: Uint8Array | null;
}

/** What {@link measureColumns} takes. All arrays are as long as that of the target. */
export interface ColumnsCall extends Ruled {
  /** The targets. A row without one has none, which is not zero. */
  target?: NumberColumn;
  /** Same as `target`. */
  rencana?: NumberColumn;
  /** Same as `target`. */
  target_tahunan?: NumberColumn;
  /** The realizations. A row without one was not measured, which is not zero. */
  realization?: NumberColumn;
  /** Same as `realization`. */
  realisasi?: NumberColumn;
  /** Which way is good: for all rows, for each, or for each as the place of its word. Higher unless stated. */
  polarity?: Polarity | readonly (Polarity | null | undefined)[] | { values: Uint8Array; words: readonly Polarity[] } | null;
  /** Same as `polarity`. */
  polaritas?: ColumnsCall["polarity"];
  /** Rows without a realization that were not carried out: those that are not zero. */
  not_carried_out?: Uint8Array | null;
  /** Same as `not_carried_out`. */
  tidak_dilaksanakan?: Uint8Array | null;
  /** Of which group each row is, counted from zero: then there are averages. */
  groups?: { values: Uint32Array; count: number } | null;
  /** Same as `groups`. */
  kelompok?: ColumnsCall["groups"];
  /** The weights of the rows in averages. */
  weight?: NumberColumn | null;
  /** Same as `weight`. */
  bobot?: NumberColumn | null;
  /** The language of messages. */
  language?: Language | null;
  /** Same as `language`. */
  bahasa?: Language | null;
}

/** What was made of every row, or of every group. */
export interface MeasuredColumns {
  outcome: "computed";
  /** The reported percentages in units of the last place: `8707n` with two places is 87.07. Zero where there is none. */
  percents: BigInt64Array;
  /** The decimal places of the percentages. */
  places: number;
  /**
   * The rank of each category, 1 being the highest: its place in `scale`, counted from one. 0 where there is no percentage,
   * 65533 where it falls between two categories, 65534 where it is outside the scale, 65535 where there is no scale.
   */
  categories: Uint16Array;
  /** How each ended: 0 where there is a percentage, else the place of the reason in `reasons`. */
  outcomes: Uint8Array;
  /** The categories of the rules, the highest first. */
  scale: { code: string; label: string; rank: number }[];
  /** The reasons by their places in `outcomes`. */
  reasons: (MissingPercent | null)[];
  /** Percentages that 64 bits do not hold, by their rows. */
  large: [row: number, percent: DecimalString][];
  /** The averages of the groups, where there are groups. */
  averages?: GroupAverages;
  /** The reported percentage of a row; null where there is none. */
  percent(row: number): DecimalString | null;
  /** The category of a row; null where it has none. */
  category(row: number): { code: string; label: string; rank: number } | null;
  /**
   * Why a row has no percentage, or its percentage no category on the scale of the rules; null where it has what it can have.
   * `achievement` tells it in a sentence.
   */
  reason(row: number): MissingPercent | null;
}

/** Why there is no percentage, or why a percentage has no category. */
export interface MissingPercent {
  outcome: "not_applicable" | "not_computable";
  code: ReasonCode;
  /** The input that is missing or in the way. */
  input?: string;
}

/** The averages of groups. */
export interface GroupAverages extends Omit<MeasuredColumns, "averages"> {
  /** How many rows of each group count. */
  used: Uint32Array;
  /** How many there are. */
  total: Uint32Array;
  /** How many count as zero, because the rules say so of what is missing. */
  as_zero: Uint32Array;
}

/** Rules made ready: see {@link prepare}. */
export interface Prepared {
  outcome: "computed";
  /**
   * The reported percentage that {@link achievement} gives; null where there is none, and `achievement` tells why. A failure
   * where the numbers or the polarity are wrong, or a text may be read in two ways. Plain texts (`"98.40"`) and whole numbers
   * take the quick way.
   */
  percent(target: Value, realization: Value, polarity?: Polarity): DecimalString | null | Failure;
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

/** How quarters make the period. */
export type Consolidation = "sum" | "last" | "average" | "jumlah" | "akumulatif" | "terakhir" | "rata_rata";

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
  | "not_held"
  | "offices_too_deep"
  | "duplicate_link"
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
  | "unequal_lengths"
  | "float_beyond_places"
  | "places_missing"
  | "unknown_column"
  | "column_not_found"
  | "ambiguous_column"
  | "column_taken"
  | "group_out_of_range"
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
 * What realization reaches a percentage or a category, and what the quarters that are left must bring.
 *
 * ```js
 * requiredRealization({ target: "325", category: "sangat_berhasil", rules: "bkd-ntt-2021" }); // from: "276.25"
 * ```
 */
export function requiredRealization(call: RequiredRealizationCall): Answer<"required_realization">;

/**
 * The achievement of every row of columns, and the averages of its groups: each what `achievement` and `average` give,
 * exact to the last digit, in about the time of the same in floating point. Numbers stay in typed arrays.
 *
 * ```js
 * const made = measureColumns({
 *   target: { values: BigInt64Array.of(32500n, 20000n), places: 2 },
 *   realization: { values: BigInt64Array.of(28300n, 20100n), places: 2 },
 *   rules: "bkd-ntt-2021",
 * });
 * if (made.outcome === "computed") made.percent(0); // "87.07"
 * ```
 */
export function measureColumns(call: ColumnsCall): MeasuredColumns | Failure;

/**
 * Makes rules ready for one percentage after the other, many times faster than `achievement`. What it leaves out: there is no
 * explanation, no receipt, no category, no reason, and no declared style of texts.
 *
 * ```js
 * const rules = prepare({ rules: "bkd-ntt-2021" });
 * if (rules.outcome === "computed") rules.percent("325", "283"); // "87.07"
 * ```
 */
export function prepare(call: Ruled & Pick<Options, "language" | "bahasa">): Prepared | Failure;

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
