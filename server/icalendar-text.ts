/** Octets of a line without its end (RFC 5545, 3.1). */
const LINE = 75;

/** Breaks a long line between characters: counted are octets, of which a Czech letter has two. */
export function foldLine(line: string): string {
  // No character has more than three octets for each unit of its text.
  if (line.length * 3 <= LINE) return line;
  const octets = Buffer.from(line);
  if (octets.length <= LINE) return line;
  const pieces: string[] = [];
  let from = 0;
  let room = LINE;
  while (from < octets.length) {
    const to = characterEnd(octets, from + room);
    pieces.push(octets.toString("utf8", from, to));
    from = to;
    // The blank that a continued line begins with is one of its octets.
    room = LINE - 1;
  }
  return pieces.join("\r\n ");
}

/** The last end of a whole character up to that octet. */
function characterEnd(octets: Buffer, most: number): number {
  let end = Math.min(most, octets.length);
  while (end < octets.length && ((octets[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return end;
}

/** A value of the type TEXT (3.3.11): nothing written by people may end a line or begin a property. */
export function plainText(text: string): string {
  if (!NOT_PLAIN.test(text)) return text;
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

const NOT_PLAIN = /[\u0000-\u001f\u007f\\;,]/;
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f]/g;
