import { getDocumentProxy } from "unpdf";
import type { SourceLine } from "../../features/plan-imports/recognition/rules.ts";
import { UnreadableAnnex } from "../faults.ts";
import { LIMITS } from "../limits.ts";
import { lineTaker } from "../source-lines.ts";
import { linesOfPage } from "./lines.ts";
import { pieceOf } from "./pieces.ts";

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const HEAD = 1_024;

/**
 * Text of a PDF line by line; nothing in it is run, drawn or fetched.
 * @throws UnreadableAnnex
 */
export async function readPdfFile(file: Buffer): Promise<{ lines: SourceLine[]; encoding: null }> {
  if (!file.toString("latin1", 0, HEAD).includes("%PDF-"))
    throw new UnreadableAnnex("fileNotWhatItSays");
  const pdf = await open(file);
  if (pdf.numPages > LIMITS.pages) throw new UnreadableAnnex("annexTooManyPages");
  const { take, lines } = lineTaker();
  for (let page = 1; page <= pdf.numPages; page += 1) {
    for (const line of linesOfPage(await piecesOf(pdf, page))) take(line, { page });
  }
  if (lines.every(({ text }) => text.trim() === "")) throw new UnreadableAnnex("annexIsScanned");
  return { lines, encoding: null };
}

async function open(file: Buffer): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(file), {
      ...{ verbosity: 0, disableFontFace: true, useSystemFonts: false, useWorkerFetch: false },
      ...{ enableXfa: false, stopAtErrors: false, disableAutoFetch: true, disableStream: true },
    });
  } catch (error) {
    const isEncrypted = (error as Error).name === "PasswordException";
    throw new UnreadableAnnex(isEncrypted ? "annexEncrypted" : "fileNotWhatItSays");
  }
}

async function piecesOf(pdf: Pdf, number: number) {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    if (items.length > LIMITS.piecesOfPage) throw new UnreadableAnnex("annexTooLarge");
    page.cleanup();
    return items.flatMap((item: object) => pieceOf(item) ?? []);
  } catch (error) {
    if (error instanceof UnreadableAnnex) throw error;
    throw new UnreadableAnnex("fileNotWhatItSays");
  }
}
