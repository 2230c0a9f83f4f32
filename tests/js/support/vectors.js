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

/** The operations of the form build, which the classic script holds. */
const OF_FORMS = ["achievement", "average", "classify", "read_number", "write_number"];

/**
 * The vectors as the form build answers them: without receipts. `others` are those that it cannot answer: operations
 * and scales that it does not have, and calls that ask for a receipt.
 */
export function forForms() {
  const vectors = answered();
  const [forms, others] = [[], []];
  for (const vector of vectors) {
    const answer = JSON.parse(vector.answer);
    const op = vector.call?.op;
    const codes = (answer.errors ?? []).map(({ code }) => code);
    const known = typeof op === "string" ? OF_FORMS.includes(op) : !/"op":\s*"/.test(vector.text) || OF_FORMS.some((name) => vector.text.includes(`"${name}"`));
    // Scales of applications, and answers that list them.
    const ofApplications = /"app-|\bapp-[a-z-]+, /.test(vector.text + vector.answer);
    // These list what there is: a form build has less.
    const asks = ["include", "sertakan"].some((field) => vector.call?.[field]?.length) && /"receipt"/.test(vector.text);
    const lists = codes.includes("unknown_operation") || (codes.includes("unknown_choice") && /"(explanation|receipt)"/.test(vector.answer));
    if (!known || asks || lists || ofApplications) {
      others.push(vector);
    } else {
      delete answer.receipt;
      forms.push({ ...vector, answer: JSON.stringify(answer) });
    }
  }
  return { forms, others, all: vectors };
}

/** Whether a page says that it cannot answer: in the core's words, as an error. */
export const declines = (text) => (JSON.parse(text).errors ?? []).length > 0;

/** JavaScript names of the operations. */
export const FUNCTIONS = {
  achievement: "achievement",
  average: "average",
  classify: "classify",
  read_number: "readNumber",
  read_numbers: "readNumbers",
  write_number: "writeNumber",
  in_words: "inWords",
  evaluate: "evaluate",
  figure: "figure",
  what_if: "whatIf",
  tables: "tables",
  required_realization: "requiredRealization",
  rule_sets: "ruleSets",
  rule_set: "ruleSet",
  scales: "scales",
  scale: "scale",
  codes: "codes",
};

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
