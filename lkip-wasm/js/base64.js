// Bytes out of base64 text, also where there is no `atob`.

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The bytes that a base64 text holds. */
export function base64(text) {
  const values = new Uint8Array(128);
  for (let i = 0; i < 64; i++) values[SIGNS.charCodeAt(i)] = i;
  const length = text.replace(/=+$/, "").length;
  const bytes = new Uint8Array((length * 3) >> 2);
  for (let from = 0, to = 0; from < length; from += 4) {
    const [a, b, c, d] = [0, 1, 2, 3].map((i) => values[text.charCodeAt(from + i)]);
    bytes[to++] = (a << 2) | (b >> 4);
    bytes[to++] = (b << 4) | (c >> 2);
    bytes[to++] = (c << 6) | d;
  }
  return bytes;
}
