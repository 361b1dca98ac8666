import type { SourceLine } from "../features/plan-imports/recognition/rules.ts";
import { UnreadableTable } from "../tables/faults.ts";
import type { Encoding } from "../values/text-encoding.ts";
import { readDocxFile } from "./docx/read-docx.ts";
import { UnreadableAnnex } from "./faults.ts";
import { type AnnexForm, annexFormOf, faultAtSight } from "./forms.ts";
import { readPdfFile } from "./pdf/read-pdf.ts";
import { readCsvFile, readWorkbookFile } from "./sheet/read-sheet.ts";
import { readTextFile } from "./text.ts";

export interface AnnexLines {
  lines: SourceLine[];
  /** Only text has one. */
  encoding: Encoding | null;
}

type Reader = (file: Buffer) => AnnexLines | Promise<AnnexLines>;

const readers: Record<AnnexForm, Reader> = {
  txt: readTextFile,
  md: readTextFile,
  docx: readDocxFile,
  pdf: readPdfFile,
  xlsx: readWorkbookFile,
  csv: readCsvFile,
};

/**
 * Lines of an annex in any form that is taken. It is meant to be run in a process of its own, which may be
 * killed.
 * @throws UnreadableAnnex
 */
export async function readAnnex(file: Buffer, name: string): Promise<AnnexLines> {
  const form = annexFormOf(name);
  const fault = faultAtSight(name, file.length);
  if (!form || fault) throw new UnreadableAnnex(fault ?? "annexTypeRefused");
  try {
    return await readers[form](file);
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
