import type { SourceLine } from "../features/plan-imports/recognition/rules.ts";
import { UnreadableTable } from "../tables/faults.ts";
import { extensionOf } from "../values/document-file.ts";
import type { Encoding } from "../values/text-encoding.ts";
import { readDocxFile } from "./docx/read-docx.ts";
import { UnreadableAnnex } from "./faults.ts";
import { LIMITS } from "./limits.ts";
import { readPdfFile } from "./pdf/read-pdf.ts";
import { readCsvFile, readWorkbookFile } from "./sheet/read-sheet.ts";
import { readTextFile } from "./text.ts";

export interface AnnexLines {
  lines: SourceLine[];
  /** Only text has one. */
  encoding: Encoding | null;
}

type Reader = (file: Buffer) => AnnexLines | Promise<AnnexLines>;

const readers = new Map<string, Reader>(
  Object.entries({
    txt: readTextFile,
    md: readTextFile,
    docx: readDocxFile,
    pdf: readPdfFile,
    xlsx: readWorkbookFile,
    csv: readCsvFile,
  }),
);

export const annexExtensions = ["txt", "md", "docx", "pdf", "xlsx", "csv"] as const;

/**
 * Lines of an annex in any form that is taken. It is meant to be run in a process of its own, which may be
 * killed.
 * @throws UnreadableAnnex
 */
export async function readAnnex(file: Buffer, name: string): Promise<AnnexLines> {
  const read = readers.get(extensionOf(name));
  if (!read) throw new UnreadableAnnex("annexTypeRefused");
  if (file.length === 0) throw new UnreadableAnnex("fileEmpty");
  if (file.length > LIMITS.fileBytes) throw new UnreadableAnnex("annexTooLarge");
  try {
    return await read(file);
  } catch (error) {
    if (error instanceof UnreadableTable) throw new UnreadableAnnex(asAnnexFault(error.fault));
    throw error;
  }
}

/** What is said of a table does not always fit a document. */
function asAnnexFault(fault: UnreadableTable["fault"]): UnreadableAnnex["fault"] {
  if (fault === "tableTooLarge") return "annexTooLarge";
  return fault === "fileEncrypted" ? "annexEncrypted" : fault;
}
