// Rules made ready: one percentage after the other, without the explanation that an answer carries.

import { encodeCall } from "./encode.js";

/** Texts of more signs than this take the way of every call. */
const MOST_SIGNS = 64;
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
    if (!problem) return new Prepared(rules, bytes, (fields) => api.achievement({ ...call, ...fields }));
    rules.free();
    return JSON.parse(problem);
  };
}

class Prepared {
  #rules;
  #bytes;
  #whole;
  #memory = new Uint8Array(0);
  #polarities = new Map();

  constructor(rules, bytes, whole) {
    this.outcome = "computed";
    this.#rules = rules;
    this.#bytes = bytes;
    this.#whole = whole;
  }

  percent(target, realization, polarity = "higher") {
    const [first, second] = [plain(target), plain(realization)];
    const way = this.#way(polarity);
    if (way >= 0 && first && second) {
      const place = this.#rules.place();
      const memory = this.#view();
      const one = write(first, memory, place);
      const both = one && write(second, memory, one);
      if (both) {
        const signs = this.#rules.percent(one - place, both - place, way);
        if (signs >= 0) return signs ? read(this.#view(), place, signs) : null;
      }
    }
    // Whatever else it is: the core says what is wrong with it.
    const answer = this.#whole({ target, realization, polarity, style: "plain", include: [] });
    return answer.outcome === "computed" ? answer.percent : answer.outcome === "error" ? answer : null;
  }

  /** The memory, which moves when it grows. */
  #view() {
    if (this.#memory.length === 0) this.#memory = new Uint8Array(this.#bytes());
    return this.#memory;
  }

  #way(word) {
    let way = this.#polarities.get(word);
    if (way === undefined) {
      way = typeof word === "string" ? this.#rules.polarity(word) : -1;
      if (way >= 0) this.#polarities.set(word, way);
    }
    return way;
  }
}

/** A value as plain text, if it may be one. */
const plain = (value) => (typeof value === "string" ? value : isWhole(value) ? String(value) : "");

/** Writes a short text; where it ends, or nothing. */
function write(text, memory, at) {
  if (text.length > MOST_SIGNS) return 0;
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i);
    if (sign > 0x7f) return 0;
    memory[at + i] = sign;
  }
  return at + text.length;
}

function read(memory, at, signs) {
  let text = "";
  for (let i = 0; i < signs; i++) text += String.fromCharCode(memory[at + i]);
  return text;
}
