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

/** JavaScript names of the operations. */
export const FUNCTIONS = {
  achievement: "achievement",
  average: "average",
  classify: "classify",
  read_number: "readNumber",
  read_numbers: "readNumbers",
  write_number: "writeNumber",
  in_words: "inWords",
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
