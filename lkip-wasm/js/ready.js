// Rules made ready: one percentage after the other, without the explanation that an answer carries.

import { decimal } from "./columns.js";
import { encodeCall } from "./encode.js";

/** Texts of more signs than this take the way of every call. */
const MOST_SIGNS = 64;
/** The texts do not tell. */
const UNTOLD = -(2 ** 31);
/** There is no percentage. */
const NOTHING = UNTOLD + 1;
/** As many hundredths make 200.00: nearly all percentages are below. Their texts are made once and given again. */
const KNOWN = 20_001;
/** Bigger whole numbers have uncertain digits. */
const isWhole = (value) => Number.isSafeInteger(value) || typeof value === "bigint";

/**
 * The function that makes rules ready.
 *
 * @param Ready the class of the module
 * @param bytes gives the bytes of its memory
 * @param api the functions that take any call
 * @param closed why the door is not open, or nothing
 */
export function preparing(Ready, bytes, api, closed) {
  return (call) => {
    const cause = closed();
    if (cause) return { outcome: "unavailable", cause };
    const rules = new Ready(encodeCall("rule_set", call));
    const problem = rules.problem();
    if (!problem) return { outcome: "computed", percent: percentages(rules, bytes, (fields) => api.achievement({ ...call, ...fields })) };
    rules.free();
    return JSON.parse(problem);
  };
}

function percentages(rules, bytes, whole) {
  const ways = new Map();
  /** The place of what a word says. */
  const wayOf = (word) => {
    const way = typeof word === "string" ? rules.polarity(word) : -1;
    // Only words that mean something are kept: there are few.
    if (way >= 0) ways.set(word, way);
    return way;
  };
  const [place, places] = [rules.place(), rules.places()];
  const texts = new Array(KNOWN);
  const textOf = (units) => {
    const text = decimal(units, places);
    if (units >= 0 && units < KNOWN) texts[units] = text;
    return text;
  };
  let memory = new Uint8Array(0);
  return (target, realization, polarity = "higher") => {
    const known = ways.get(polarity);
    const way = known === undefined ? wayOf(polarity) : known;
    // The memory moves when it grows.
    if (memory.length === 0) memory = new Uint8Array(bytes());
    const first = way < 0 ? 0 : write(plain(target), memory, place);
    const second = first && write(plain(realization), memory, first);
    const units = second ? rules.percent(first - place, second - place, way) : UNTOLD;
    if (units > NOTHING) return texts[units] || textOf(units);
    if (units === NOTHING) return null;
    // Whatever else it is: the core says what is wrong with it.
    const answer = whole({ target, realization, polarity, include: [] });
    return answer.outcome === "computed" ? answer.percent : answer.outcome === "error" ? answer : null;
  };
}

/** A value as plain text, if it may be one. */
const plain = (value) => (typeof value === "string" ? value : isWhole(value) ? String(value) : "");

/** Writes a short text; where it ends, or nothing (0). */
function write(text, memory, at) {
  if (!text || text.length > MOST_SIGNS) return 0;
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i);
    if (sign > 0x7f) return 0;
    memory[at + i] = sign;
  }
  return at + text.length;
}
