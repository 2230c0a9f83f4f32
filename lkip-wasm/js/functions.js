// The operations of the core under their JavaScript names. No rule, formula or text is here.

import { encode, encodeCall } from "./encode.js";

/** JavaScript names of the core's operations. */
const OPERATIONS = {
  achievement: "achievement",
  average: "average",
  classify: "classify",
  readNumber: "read_number",
  readNumbers: "read_numbers",
  writeNumber: "write_number",
  inWords: "in_words",
  ruleSets: "rule_sets",
  ruleSet: "rule_set",
  scales: "scales",
  scale: "scale",
  codes: "codes",
};

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
  for (const [name, op] of Object.entries(OPERATIONS)) {
    api[name] = (fields) => {
      const nothing = fields === undefined && WITHOUT_FIELDS.includes(name);
      return JSON.parse(ask(encodeCall(op, nothing ? {} : fields)));
    };
  }
  return api;
}
