const DESK_BYTES = 1 << 20;
const MOST_BYTES_OF_A_UNIT = 3;
const desk = Buffer.allocUnsafeSlow(DESK_BYTES);

/** A page as it goes over the wire; `Buffer.from` walks through a text of Czech twice, first to count. */
export function utf8(text: string): Buffer {
  if (text.length * MOST_BYTES_OF_A_UNIT > DESK_BYTES) return Buffer.from(text);
  return Buffer.from(desk.subarray(0, desk.write(text)));
}
