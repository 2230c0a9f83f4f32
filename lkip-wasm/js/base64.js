// Bytes out of base64 text, also where there is no `atob`.

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The bytes that a base64 text holds. */
export function base64(text) {
  const values = new Uint8Array(128);
  for (let i = 0; i < 64; i++) values[SIGNS.charCodeAt(i)] = i;
  const length = text.replace(/=+$/, "").length;
  const bytes = new Uint8Array((length * 3) >> 2);
  for (let from = 0, to = 0; from < length; from += 4) {
    let bits = 0;
    for (let i = 0; i < 4; i++) bits = (bits << 6) | values[text.charCodeAt(from + i)];
    bytes[to++] = bits >> 16;
    bytes[to++] = bits >> 8;
    bytes[to++] = bits;
  }
  return bytes;
}
