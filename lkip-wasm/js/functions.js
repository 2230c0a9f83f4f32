// The operations of the core under their JavaScript names. No rule, formula or text is here.

import { encode, encodeCall } from "./encode.js";

/** The operations: `readNumber` is the core's `read_number`. */
const OPERATIONS = [
  "achievement", "average", "classify", "readNumber", "readNumbers", "writeNumber", "inWords",
  "evaluate", "figure", "whatIf", "tables", "requiredRealization",
  "ruleSets", "ruleSet", "scales", "scale", "codes",
];

/** These take nothing that must be there. */
const WITHOUT_FIELDS = ["ruleSets", "scales", "codes"];

/**
 * Every function of the package over one door.
 *
 * @param door `answer(json) => json` of the core
 * @param closed why the door is not open, or nothing: `"loading"`, `"no_webassembly"`, `"blocked"`, `"failed"`
 */
export function functions(door, closed) {
  const ask = (text) => {
    const cause = closed();
    return cause ? JSON.stringify({ outcome: "unavailable", cause }) : door(text);
  };
  const api = {
    answer: (call) => JSON.parse(ask(encode(call))),
    answerJson: (text) => ask(typeof text === "string" ? text : encode(text)),
  };
  for (const name of OPERATIONS) {
    const op = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    api[name] = (fields) => {
      const nothing = fields === undefined && WITHOUT_FIELDS.includes(name);
      return JSON.parse(ask(encodeCall(op, nothing ? {} : fields)));
    };
  }
  return api;
}
