// The operations of the core under their JavaScript names. No rule, formula or text is here.

import { encode, encodeCall } from "./encode.js";

/** The operations of `lkip`: `readNumber` is the core's `read_number`. */
const OPERATIONS = [
  "achievement", "average", "classify", "readNumber", "readNumbers", "writeNumber", "inWords", "requiredRealization",
  "ruleSets", "ruleSet", "scales", "scale", "codes",
];

/** What `lkip/report` has besides. */
export const OF_REPORTS = ["evaluate", "figure", "whatIf", "audit", "cascade", "office", "trace", "tables", "chart", "measure"];

/** These take nothing that must be there. */
const WITHOUT_FIELDS = ["ruleSets", "scales", "codes"];

/**
 * Functions over one door: one for each operation, and those that take any call.
 *
 * @param door `answer(json) => json` of the core
 * @param closed why the door is not open, or nothing: `"loading"`, `"no_webassembly"`, `"blocked"`, `"failed"`
 */
export function functions(door, closed, operations = OPERATIONS) {
  const ask = (text) => {
    const cause = closed();
    return cause ? JSON.stringify({ outcome: "unavailable", cause }) : door(text);
  };
  const api = {
    answer: (call) => JSON.parse(ask(encode(call))),
    answerJson: (text) => ask(typeof text === "string" ? text : encode(text)),
  };
  for (const name of operations) {
    const op = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    api[name] = (fields) => {
      const nothing = fields === undefined && WITHOUT_FIELDS.includes(name);
      return JSON.parse(ask(encodeCall(op, nothing ? {} : fields)));
    };
  }
  return api;
}
