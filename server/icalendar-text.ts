/** Octets of a line without its end (RFC 5545, 3.1). */
const LINE = 75;

/** Breaks a long line between characters: counted are octets, of which a Czech letter has two. */
export function foldLine(line: string): string {
  if (Buffer.byteLength(line) <= LINE) return line;
  let folded = "";
  let size = 0;
  for (const character of line) {
    const octets = octetsOf(character.codePointAt(0) ?? 0);
    if (size + octets > LINE) {
      folded += "\r\n ";
      size = 1;
    }
    folded += character;
    size += octets;
  }
  return folded;
}

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** A value of the type TEXT (3.3.11): nothing written by people may end a line or begin a property. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(CONTROLS, "")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");
}

/** Between the quotes of a parameter: a quotation mark cannot be written there, and readers differ about `\`. */
export function parameterText(text: string): string {
  return text.replace(/\s+/g, " ").replace(CONTROLS, "").replace(/"/g, "'").replaceAll("\\", "/");
}

const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f]/g;
