import type { SourceLine } from "../features/plan-imports/recognition/rules.ts";
import { decodeText, type Encoding } from "../values/text-encoding.ts";
import { UnreadableAnnex } from "./faults.ts";
import { lineTaker } from "./source-lines.ts";

const MARKUP = /^\s*<(!doctype|html|svg|\?xml|script|head|body)/i;
const OTHER_FILE = /^(%PDF-|PK\u0003\u0004|\{\\rtf)/;
const CONTROLS = /[\u0000-\u0008\u000e-\u001f]/g;
/** A stray sign is forgiven; a file of which they are more than so many in a thousand is no text. */
const MOST_CONTROLS = 5;

/** @throws UnreadableAnnex for what is no text */
export function readTextFile(file: Buffer): { lines: SourceLine[]; encoding: Encoding } {
  const { text, encoding } = decodeText(file);
  if (MARKUP.test(text.slice(0, 1_000)) || OTHER_FILE.test(text))
    throw new UnreadableAnnex("fileNotWhatItSays");
  return { lines: readText(text), encoding };
}

/**
 * Lines as every editor counts them. Where the text has form feeds, pages are counted by them.
 * @throws UnreadableAnnex
 */
export function readText(text: string): SourceLine[] {
  if (text.trim() === "") throw new UnreadableAnnex("fileEmpty");
  const controls = text.match(CONTROLS)?.length ?? 0;
  if (controls * 1_000 > text.length * MOST_CONTROLS)
    throw new UnreadableAnnex("fileNotWhatItSays");
  const { take, lines } = lineTaker();
  let page = text.includes("\f") ? 1 : null;
  for (const line of text.replace(/[^\r\n\f](?=\f)/g, "$&\n").split(/\r\n|[\n\r\v\u2028\u2029]/)) {
    if (page !== null && line.startsWith("\f")) page += 1;
    take(line, { page });
  }
  if (lines.at(-1)?.text === "") lines.pop();
  return lines;
}
