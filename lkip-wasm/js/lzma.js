// Unpacks LZMA, the way the module travels inside the classic script: a fifth smaller than gzip makes it, and as small on
// the many servers that compress nothing.
//
// The stream is bare: no header, no end mark, three bits of literal context, no bits of position (lc=3, lp=0, pb=0), as
// `lkip-glue pack` writes it. Names follow the description of the format in the LZMA SDK.

const LITERAL_CONTEXT = 3;
/** Where each kind of bit has its probabilities. */
const IS_MATCH = 0;
const IS_REP = 12;
const IS_REP_G0 = 24;
const IS_REP_G1 = 36;
const IS_REP_G2 = 48;
const IS_REP0_LONG = 60;
const POSITION_SLOT = 72;
const POSITION = POSITION_SLOT + 4 * 64;
const ALIGN = POSITION + 128;
const LENGTH = ALIGN + 16;
const LENGTH_SIZE = 2 + 8 + 8 + 256;
const LITERAL = LENGTH + 2 * LENGTH_SIZE;

/** The bytes that a stream holds, as `atob` gives it: one sign a byte. `size` says how many come of it. */
export function unpack(stream, size) {
  const out = new Uint8Array(size);
  const chances = new Uint16Array(LITERAL + (0x300 << LITERAL_CONTEXT)).fill(1024);
  let read = 1;
  let range = 0xffffffff;
  let code = 0;
  const next = () => {
    code = ((code << 8) | stream.charCodeAt(read++)) >>> 0;
  };
  for (let i = 0; i < 4; i++) next();

  const normalize = () => {
    if (range < 0x1000000) {
      range = (range << 8) >>> 0;
      next();
    }
  };
  const bit = (at) => {
    const chance = chances[at];
    const bound = (range >>> 11) * chance;
    const one = code >= bound;
    if (one) {
      range -= bound;
      code -= bound;
      chances[at] = chance - (chance >> 5);
    } else {
      range = bound;
      chances[at] = chance + ((2048 - chance) >> 5);
    }
    normalize();
    return one ? 1 : 0;
  };
  /** A number of so many bits, the highest first. */
  const tree = (at, bits) => {
    let node = 1;
    for (let i = 0; i < bits; i++) node = (node << 1) | bit(at + node);
    return node - (1 << bits);
  };
  /** A number of so many bits, the lowest first. */
  const reverse = (at, bits) => {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const one = bit(at + node);
      node = (node << 1) | one;
      value |= one << i;
    }
    return value;
  };
  const direct = (bits) => {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      range >>>= 1;
      const one = code >= range ? 1 : 0;
      if (one) code -= range;
      value = (value << 1) | one;
      normalize();
    }
    return value;
  };
  const length = (at) => {
    if (!bit(at)) return 2 + tree(at + 2, 3);
    if (!bit(at + 1)) return 10 + tree(at + 10, 3);
    return 18 + tree(at + 18, 8);
  };
  const distance = (matched) => {
    const slot = tree(POSITION_SLOT + 64 * Math.min(matched - 2, 3), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const start = (2 | (slot & 1)) << bits;
    if (slot < 14) return start + reverse(POSITION + start - slot, bits);
    return start + (direct(bits - 4) << 4) + reverse(ALIGN, 4);
  };

  let [state, rep0, rep1, rep2, rep3] = [0, 0, 0, 0, 0];
  for (let at = 0; at < size; ) {
    if (!bit(IS_MATCH + state)) {
      const probabilities = LITERAL + 0x300 * (at ? out[at - 1] >> (8 - LITERAL_CONTEXT) : 0);
      let symbol = 1;
      if (state > 6) {
        let expected = out[at - rep0 - 1];
        while (symbol < 0x100) {
          const hint = (expected >> 7) & 1;
          expected <<= 1;
          const one = bit(probabilities + ((1 + hint) << 8) + symbol);
          symbol = (symbol << 1) | one;
          if (hint !== one) break;
        }
      }
      while (symbol < 0x100) symbol = (symbol << 1) | bit(probabilities + symbol);
      out[at++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let matched;
    if (!bit(IS_REP + state)) {
      [rep3, rep2, rep1] = [rep2, rep1, rep0];
      matched = length(LENGTH);
      state = state < 7 ? 7 : 10;
      rep0 = distance(matched);
    } else {
      if (!bit(IS_REP_G0 + state)) {
        if (!bit(IS_REP0_LONG + state)) {
          state = state < 7 ? 9 : 11;
          out[at] = out[at - rep0 - 1];
          at++;
          continue;
        }
      } else if (!bit(IS_REP_G1 + state)) {
        [rep1, rep0] = [rep0, rep1];
      } else if (!bit(IS_REP_G2 + state)) {
        [rep2, rep1, rep0] = [rep1, rep0, rep2];
      } else {
        [rep3, rep2, rep1, rep0] = [rep2, rep1, rep0, rep3];
      }
      matched = length(LENGTH + LENGTH_SIZE);
      state = state < 7 ? 8 : 11;
    }
    for (; matched > 0 && at < size; matched--, at++) out[at] = out[at - rep0 - 1];
  }
  return out;
}
