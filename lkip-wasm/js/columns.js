// Columns: numbers that stay in typed arrays, measured many times faster than one by one. The core says what is wrong with
// them and computes; here they are copied, part by part, and what was made is looked up.

import { encode, isRecord } from "./encode.js";

/** How many rows are copied at once: as many as stay near the processor with what is made of them. */
const PART = 1 << 14;
/** More different words than a byte counts are not looked at: the core knows a dozen. */
const MOST_WORDS = 256;

/**
 * The function that measures columns.
 *
 * @param Columns the class of the module
 * @param bytes gives the bytes of its memory
 * @param closed why the door is not open, or nothing
 */
export function measuring(Columns, bytes, closed) {
  return (call) => {
    const cause = closed();
    if (cause) return { outcome: "unavailable", cause };
    const arrays = [];
    const columns = new Columns(encode(describe(call, arrays)), arrays.length);
    try {
      const head = JSON.parse(columns.head());
      return head.outcome === "computed" ? measure(columns, arrays.map(inBytes), head, bytes) : head;
    } finally {
      columns.free();
    }
  };
}

/** A call in which every array is described; the arrays themselves are put into the list. */
function describe(value, arrays, within = 0) {
  if (ArrayBuffer.isView(value) && "length" in value) {
    return { array: arrays.push(value) - 1, kind: Object.prototype.toString.call(value).slice(8, -1), length: value.length };
  }
  if (within > 1 || !isRecord(value)) return value;
  const fields = Object.keys(value).map((name) => {
    const field = value[name];
    const words = /^polarit(y|as)$/.test(name) && Array.isArray(field);
    return [name, describe(words ? counted(field) : field, arrays, within + 1)];
  });
  return Object.fromEntries(fields);
}

/** Words as places in a list of the different ones. */
function counted(list) {
  const places = new Map();
  const values = new Uint8Array(list.length);
  for (let row = 0; row < list.length; row++) {
    let place = places.get(list[row]);
    if (place === undefined) places.set(list[row], (place = Math.min(places.size, MOST_WORDS - 1)));
    values[row] = place;
  }
  return { values, words: [...places.keys()].slice(0, MOST_WORDS) };
}

const inBytes = (array) => {
  return { all: new Uint8Array(array.buffer, array.byteOffset, array.byteLength), size: array.BYTES_PER_ELEMENT };
};

function measure(columns, arrays, head, bytes) {
  const { rows, groups } = head;
  const made = new Measured(head, rows);
  const whole = () => part(columns, arrays, 0, rows, made, bytes);
  if (groups !== undefined) {
    // Averages count rows of all parts.
    const told = whole();
    if (told.outcome) return told;
    made.large = told.large;
    made.averages = averages(columns, { ...head, ...told.averages }, groups, bytes);
    return made;
  }
  for (let at = 0; at < rows; at += PART) {
    const told = part(columns, arrays, at, Math.min(rows, at + PART), made, bytes);
    // All mistakes are told at once, with the rows of the whole.
    if (told.outcome) return whole();
    for (const [row, percent] of told.large) made.large.push([at + row, percent]);
  }
  return made;
}

/** Has some rows measured; tells what the columns do not hold, or what is wrong. */
function part(columns, arrays, begin, end, made, bytes) {
  columns.make_room(end - begin);
  arrays.forEach(({ all, size }, array) => {
    new Uint8Array(bytes()).set(all.subarray(begin * size, end * size), columns.place(array));
  });
  const told = columns.run();
  made.percents.set(new BigInt64Array(bytes(), columns.percents(), end - begin), begin);
  made.categories.set(new Uint16Array(bytes(), columns.categories(), end - begin), begin);
  made.outcomes.set(new Uint8Array(bytes(), columns.outcomes(), end - begin), begin);
  return told ? JSON.parse(told) : { large: [] };
}

function averages(columns, head, groups, bytes) {
  const made = new Measured(head, groups);
  made.large = head.large;
  const copy = (Kind, of) => new Kind(bytes(), columns.averages(of), groups).slice();
  made.percents = copy(BigInt64Array, 0);
  made.categories = copy(Uint16Array, 1);
  made.outcomes = copy(Uint8Array, 2);
  [made.used, made.total, made.as_zero] = [3, 4, 5].map((of) => copy(Uint32Array, of));
  return made;
}

/** What was made of every row, or of every group. */
class Measured {
  /** Why percentages have no category, by the codes of categories. */
  #ofCategories;

  constructor({ places, scale, reasons, of_categories }, rows) {
    this.#ofCategories = of_categories;
    Object.assign(this, { outcome: "computed", places, scale, reasons, large: [] });
    this.percents = new BigInt64Array(rows);
    this.categories = new Uint16Array(rows);
    this.outcomes = new Uint8Array(rows);
  }

  percent(row) {
    if (this.outcomes[row] !== 0) return null;
    const large = this.large.find(([other]) => other === row);
    return large ? large[1] : decimal(this.percents[row], this.places);
  }

  category(row) {
    return this.scale[this.categories[row] - 1] || null;
  }

  reason(row) {
    return this.reasons[this.outcomes[row]] || this.#ofCategories[this.categories[row]] || null;
  }
}

/** Digits, of either kind of whole numbers, with so many decimal places as text. */
export function decimal(digits, places) {
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, "0");
  const whole = text.length - places;
  return `${digits < 0n ? "-" : ""}${text.slice(0, whole)}${places ? "." : ""}${text.slice(whole)}`;
}
