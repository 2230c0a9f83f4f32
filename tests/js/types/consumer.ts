// A program in TypeScript. What is marked must be refused by the compiler.

import { achievement, answer, answerJson, average, classify, codes, readNumber, ready, requiredRealization, ruleSet, ruleSets } from "lkip";
import type { AchievementCall, Answer, DecimalString, ErrorCode, FindingCode, RuleSetInput } from "lkip";
import { bind, unbind } from "lkip/form";
import * as lkip from "lkip";
import * as inline from "lkip/inline";

const call: AchievementCall = { target: "70", realization: "98,40", rules: "setda-kaltim-2021" };

/** Every way an answer can end, and what is there then. */
function tell(given: Answer<"achievement">): string {
  switch (given.outcome) {
    case "computed": {
      const percent: DecimalString = given.percent;
      if (given.category.outcome === "computed") return `${given.category.label} ${percent} ${given.exact}`;
      if (given.category.outcome === "not_applicable") return given.category.reason.input;
      return given.category.reason.message;
    }
    case "not_applicable": {
      const input: "target" | "realization" = given.reason.input;
      return input;
    }
    case "not_computable": {
      switch (given.reason.code) {
        case "not_measured": {
          const missing: "realization" = given.reason.input;
          return missing;
        }
        case "zero_target": {
          const missing: "target" = given.reason.input;
          return missing;
        }
        case "too_large": {
          const none: undefined = given.reason.input;
          return String(none);
        }
        default:
          return given.reason.message;
      }
    }
    case "error": {
      const code: ErrorCode = given.errors[0].code;
      return `${code} ${given.errors[0].path}`;
    }
    case "unavailable":
      return given.cause;
    default: {
      const never: never = given;
      return never;
    }
  }
}
tell(achievement(call));

// Readings are told apart by their state.
const reading = readNumber({ text: "90-100%" });
if (reading.outcome === "computed") {
  if (reading.state === "range") reading.low satisfies DecimalString;
  if (reading.state === "bound") reading.relation satisfies "below" | "at_most" | "above" | "at_least";
  // @ts-expect-error a blank has no value
  if (reading.state === "blank") reading.value;
  // @ts-expect-error only a number or a bound has a value
  reading.value;
}

// Indonesian names, whole numbers, groups, ranges, rules of one's own.
achievement({ rencana: 7, realisasi: 6n, polaritas: "turun", pedoman: "bkd-ntt-2021", bahasa: "en", sertakan: [] });
achievement({ target: { low: "80", high: "90" }, realization: "85", rules: "setda-kaltim-2021" });
average({ items: [{ percent: "90" }, { items: [{ target: "1", realization: "1", bobot: 2 }] }], rules: "bkd-ntt-2021" });
average({ items: [], rules: "bkd-ntt-2021", overrides: { average: { method: "weighted" }, rounding: { places: 1 } } });
const own: RuleSetInput = {
  id: "dinas",
  version: "1",
  title: { id: "Dinas", en: "Office" },
  citations: [{ source: "Perbup 1/2024", read: "verbatim" }],
  based_on: "permenpanrb-8-2021",
  cap: { percent: "120", in: "indicator" },
};
ruleSet({ rules: own });
ruleSets();
classify({ value: "85", scale: "permendagri-86-2017" });

const needed = requiredRealization({ target: "90", percent: 100, rules: "setda-kaltim-2021", so_far: ["1"], quarters_left: 3 });
if (needed.outcome === "computed" && needed.remaining?.outcome === "computed") needed.remaining.method satisfies "together" | "last" | "on_average";

const listed = codes();
if (listed.outcome === "computed") listed.findings.map((found) => found.code) satisfies FindingCode[];

// The answer to a call follows from its operation.
const answered = answer({ op: "classify", value: "85", scale: "permendagri-86-2017" });
if (answered.outcome === "computed") answered.rank satisfies number;
answerJson("{}") satisfies string;
ready satisfies Promise<boolean>;
inline.form.bind() satisfies Promise<boolean>;
bind(document.body, { rules: "setda-kaltim-2021", style: "indonesian" }) satisfies Promise<boolean>;
unbind();

// @ts-expect-error a percentage is no number
const float: number = achievement(call).percent;
// @ts-expect-error not every answer has a percentage
achievement(call).percent;
// @ts-expect-error a text is no decimal
const decimal: DecimalString = "140.57";
// @ts-expect-error a misspelt field
achievement({ target: "70", realisation: "98,40", rules: "setda-kaltim-2021" });
// @ts-expect-error an unknown polarity
achievement({ target: "70", realization: "98,40", polarity: "upward", rules: "setda-kaltim-2021" });
// @ts-expect-error truth is no number
achievement({ target: true, realization: "98,40", rules: "setda-kaltim-2021" });
// @ts-expect-error a call is a record
achievement("70");
// @ts-expect-error an operation of lkip/report
answer({ op: "evaluate" });
// @ts-expect-error reports are of lkip/report
requiredRealization({ report: {}, indicator: "a", category: "baik" });
// @ts-expect-error and so are their functions
lkip.evaluate;
// @ts-expect-error the form helper is of lkip/form, and of what is in one file
lkip.form;
// @ts-expect-error a rule that cannot be replaced
achievement({ ...call, overrides: { id: "lain" } });
// @ts-expect-error a rounding that there is not
achievement({ ...call, overrides: { rounding: { mode: "up" } } });
// @ts-expect-error a language that there is not
bind(document, { language: "jv" });
void [float, decimal];

const made = lkip.measureColumns({
  target: { values: BigInt64Array.of(1n), places: 0 },
  realization: { values: Float64Array.of(1), places: 0, present: null },
  polarity: ["turun", null],
  groups: { values: Uint32Array.of(0), count: 1 },
  rules: "bkd-ntt-2021",
});
if (made.outcome === "computed") {
  const percent: DecimalString | null = made.percent(0);
  const used: number | undefined = made.averages?.used[0];
  void [percent, used, made.reason(0)?.code];
}
// @ts-expect-error numbers without decimal places are not certain
lkip.measureColumns({ target: { values: BigInt64Array.of(1n) }, rules: "bkd-ntt-2021" });
// @ts-expect-error what is no typed array is no column
lkip.measureColumns({ target: { values: [1], places: 0 }, rules: "bkd-ntt-2021" });
const prepared = lkip.prepare({ rules: "bkd-ntt-2021" });
if (prepared.outcome === "computed") {
  const percent = prepared.percent("325", 283n, "naik");
  if (typeof percent === "string") percent satisfies DecimalString;
  // @ts-expect-error a failure is no text
  String(percent?.length);
}
