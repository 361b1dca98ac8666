/** Encodings that tables come in: `utf-8`, that of Excel's "Unicode text", and that of Czech Windows. */
export const encodings = ["utf-8", "windows-1250", "utf-16le", "utf-16be"] as const;

export type Encoding = (typeof encodings)[number];

const MARKS: [Encoding, number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** By its mark, else by what its bytes can be; text that is no UTF-8 comes from Czech Windows. */
export function guessEncoding(bytes: Uint8Array): Encoding {
  for (const [encoding, mark] of MARKS) {
    if (mark.every((byte, index) => bytes[index] === byte)) return encoding;
  }
  const sample = bytes.subarray(0, 4_000);
  const zeros = (odd: number) => sample.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  if (zeros(1) > sample.length / 5) return "utf-16le";
  if (zeros(0) > sample.length / 5) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : "windows-1250";
}

/** The text without its mark; what an encoding does not know becomes U+FFFD. */
export function decodeText(
  bytes: Uint8Array,
  encoding: Encoding = guessEncoding(bytes),
): { text: string; encoding: Encoding } {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** A text cut within a letter at its very end is still UTF-8. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
