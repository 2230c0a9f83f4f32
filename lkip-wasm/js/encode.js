// JavaScript values as the JSON text of a call.
//
// `JSON.stringify` turns NaN into null and drops functions: a mistake would silently become a blank field. Here every
// value arrives at the core as what it is, and the core says what is wrong with it.

/**
 * The JSON text of a value.
 *
 * - Safe integers and BigInts are whole numbers. Other numbers reach the core as binary numbers, which it refuses.
 * - NaN and infinities become their names, which the core refuses as not finite.
 * - `undefined` is absent; in a list it is null.
 * - Objects with `toJSON` (exact decimals of other libraries, for example) say themselves what they are.
 * - What no data can be made of (functions, symbols, maps, cycles) becomes a record that names it: no field takes such.
 */
export function encode(value) {
  // A call that is no data at all is a text and no record, so that the core misses the record and not its fields.
  const kind = strange(value);
  return kind ? JSON.stringify(kind) : write(value, []) || "null";
}

/** The JSON text of a record whose field `op` comes first, followed by the fields of `value`. */
export function encodeCall(op, value) {
  if (!isRecord(value)) return encode(value);
  const own = JSON.stringify(op);
  // A different `op` of the caller's stays: the core then says that it is there twice.
  const fields = entries(value, [value]).filter(([name, text]) => name !== "op" || text !== own);
  return braces([["op", own], ...fields]);
}

function write(value, within) {
  const kind = strange(value);
  if (kind) return marker(kind);
  if (typeof value === "number") return number(value);
  if (typeof value === "bigint") return String(value);
  // What is undefined stays so.
  return typeof value === "object" && value ? object(value, within) : JSON.stringify(value);
}

const tag = (value) => Object.prototype.toString.call(value);

/** What a value is that no data can be made of; nothing for all others. */
function strange(value) {
  if (typeof value === "function" || typeof value === "symbol") return typeof value;
  const known = typeof value !== "object" || value === null || typeof value.toJSON === "function";
  return known || /^\[object (Object|Array|String|Number|Boolean|BigInt)\]$/.test(tag(value)) ? undefined : tag(value);
}

function number(value) {
  if (Number.isSafeInteger(value)) return JSON.stringify(value);
  if (!Number.isFinite(value)) return JSON.stringify(String(value));
  const text = String(value);
  // 2 ** 60 looks like a whole number but may stand for any of its neighbours: the exponent shows that it is binary.
  return /[.e]/.test(text) ? text : `${text}e0`;
}

function object(value, within) {
  if (within.includes(value) || within.length > 500) return marker("circular");
  const inside = [...within, value];
  if (typeof value.toJSON === "function") return write(value.toJSON(), inside);
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item) => write(item, inside) || "null").join(",")}]`;
  }
  // Strings, numbers and the like that were made with `new`.
  return isRecord(value) ? braces(entries(value, inside)) : write(value.valueOf(), inside);
}

export function isRecord(value) {
  return tag(value) === "[object Object]" && typeof value.toJSON !== "function";
}

function entries(record, within) {
  return Object.keys(record)
    .map((name) => [name, write(record[name], within)])
    .filter(([, text]) => text !== undefined);
}

function braces(fields) {
  return `{${fields.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(",")}}`;
}

function marker(kind) {
  return braces([[kind, "true"]]);
}
