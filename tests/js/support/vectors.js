// The vectors that every language answers alike.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "./paths.js";

const FOLDER = join(ROOT, "tests", "vectors");

/** Every vector: `{id, call, text, answer}`; `text` is the JSON of the call, `answer` the text of the answer. */
export function vectors() {
  const all = [];
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".json")).sort()) {
    for (const { id, call, answer } of JSON.parse(readFileSync(join(FOLDER, file), "utf8"))) {
      const text = typeof call === "string" ? call : JSON.stringify(call);
      all.push({ id, call, text, answer: answer === undefined ? undefined : JSON.stringify(answer) });
    }
  }
  if (all.length === 0) throw new Error("there are no vectors");
  return all;
}

/** The vectors that can be run. Those without an answer fail a test of their own. */
export const answered = () => vectors().filter((vector) => vector.answer !== undefined);

/** JavaScript names of the operations that only `lkip/report` has. */
const OF_REPORTS = {
  evaluate: "evaluate",
  figure: "figure",
  what_if: "whatIf",
  audit: "audit",
  cascade: "cascade",
  office: "office",
  trace: "trace",
  tables: "tables",
  chart: "chart",
  measure: "measure",
};

/** JavaScript names of the operations. */
export const FUNCTIONS = {
  achievement: "achievement",
  average: "average",
  classify: "classify",
  read_number: "readNumber",
  read_numbers: "readNumbers",
  write_number: "writeNumber",
  in_words: "inWords",
  required_realization: "requiredRealization",
  rule_sets: "ruleSets",
  rule_set: "ruleSet",
  scales: "scales",
  scale: "scale",
  codes: "codes",
  ...OF_REPORTS,
};

/** The operations of the form build, which the classic script holds. */
const OF_FORMS = ["achievement", "average", "classify", "read_number", "write_number"];

const errorCodes = (answer) => (JSON.parse(answer).errors ?? []).map(({ code }) => code);

/** The operation that a vector asks for, if the core gets that far. */
const operation = ({ text, answer }) => (errorCodes(answer).includes("malformed_json") ? undefined : JSON.parse(text)?.op);

/**
 * The vectors that a build answers, and the others: of operations that it does not have, and those that it `lacks`
 * something else for. Each of the others has the `code` that must be in the build's answer, where there is one for all.
 */
function split(operations, lacks) {
  const [own, others] = [[], []];
  for (const vector of answered()) {
    const op = operation(vector);
    const lists = errorCodes(vector.answer).includes("unknown_operation");
    if (lists || (typeof op === "string" && !operations.includes(op))) others.push({ ...vector, code: "unknown_operation" });
    else (lacks(vector) ? others : own).push(vector);
  }
  return { own, others };
}

/** The vectors as the form build answers them: without receipts and scales of applications. */
export function forForms() {
  const { own, others } = split(OF_FORMS, ({ call, text, answer }) => {
    // Scales of applications, and answers that list them.
    const ofApplications = /"app-|\bapp-[a-z-]+, /.test(text + answer);
    const asks = ["include", "sertakan"].some((field) => call?.[field]?.length) && /"receipt"/.test(text);
    const lists = errorCodes(answer).includes("unknown_choice") && /"(explanation|receipt)"/.test(answer);
    return ofApplications || asks || lists;
  });
  const withoutReceipt = (vector) => {
    const { receipt, ...answer } = JSON.parse(vector.answer);
    return { ...vector, answer: JSON.stringify(answer) };
  };
  return { own: own.map(withoutReceipt), others };
}

/** The vectors that `lkip` answers: all without a document. */
export function withoutReports() {
  const listed = (vector) => {
    const { cascade, ...answer } = JSON.parse(vector.answer);
    // `codes` lists findings of cascades in `lkip/report` alone.
    return cascade === undefined ? vector : { ...vector, answer: JSON.stringify(answer) };
  };
  const operations = Object.keys(FUNCTIONS).filter((op) => !(op in OF_REPORTS));
  const { own, others } = split(operations, ({ call }) => ["report", "laporan"].some((field) => call?.[field] !== undefined));
  return { own: own.map(listed), others: others.map((vector) => ({ code: "unknown_field", ...vector })) };
}

/** Whether a build says that it cannot answer: in the core's words, as an error. */
export function declines(lkip, { text, code }) {
  const codes = errorCodes(lkip.answerJson(text));
  return code ? codes.includes(code) : codes.length > 0;
}

/**
 * Runs every vector through every door of a package: as text, as data, and through the function of the operation.
 * Runs in a page as well: it uses nothing but its arguments.
 *
 * @returns `{texts, calls, functions, wrong}`: how many ran through each door, and the first that differ
 */
export function run(lkip, vectors, functions) {
  const counts = { texts: 0, calls: 0, functions: 0, wrong: [] };
  const compare = (door, vector, found) => {
    counts[door]++;
    if (found !== vector.answer && counts.wrong.length < 5) counts.wrong.push({ door, id: vector.id, found, expected: vector.answer });
  };
  for (const vector of vectors) {
    compare("texts", vector, lkip.answerJson(vector.text));
    if (typeof vector.call === "string") continue;
    compare("calls", vector, JSON.stringify(lkip.answer(vector.call)));
    const op = vector.call && vector.call.op;
    if (typeof op !== "string" || !Object.prototype.hasOwnProperty.call(functions, op)) continue;
    const fields = Object.assign({}, vector.call);
    delete fields.op;
    compare("functions", vector, JSON.stringify(lkip[functions[op]](fields)));
  }
  return counts;
}
