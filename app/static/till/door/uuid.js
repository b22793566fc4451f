// UUIDv7 (RFC 9562): the time first, so that references sort as they were born.
// Own code because crypto.randomUUID makes only version 4 and is missing on plain http.

const hex = (byte) => byte.toString(16).padStart(2, "0");

export function uuid7(now = Date.now(), bytes = crypto.getRandomValues(new Uint8Array(16))) {
  let time = now;
  for (let at = 5; at >= 0; at -= 1) {
    bytes[at] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const text = Array.from(bytes, hex).join("");
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
