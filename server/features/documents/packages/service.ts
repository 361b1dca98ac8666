import { createHash } from "node:crypto";
import type { Database } from "../../../../db/connection.ts";
import {
  listPeriodDocuments,
  type PeriodDocument,
} from "../../../../db/queries/period-documents.ts";
import type { Period } from "../../../../db/queries/periods.ts";
import type { PreparedFile } from "../../../../db/queries/prepared-files.ts";
import type { Language } from "../../../texts/index.ts";
import { addDays, pragueInstant } from "../../../values/calendar-date.ts";
import type { PreparingDeps } from "../../prepared-files/kinds.ts";
import { preparedFile } from "../../prepared-files/service.ts";
import { canOpen, type DocumentRights, isProtected } from "../rules.ts";
import type { PackageParams } from "./rules.ts";

/** Papers with names in them do not lie about longer than it takes to fetch them. */
const KEPT_DAYS = 1;

export interface PackageReader {
  projectId: number;
  viewerId: number;
  rights: DocumentRights;
}

export interface DocumentPackage {
  /** Those that the reader could open one by one. */
  documents: PeriodDocument[];
  /** Whether any of them is protected, so that fetching is put down. */
  isProtected: boolean;
}

/** The papers of a period, as far as this reader may open them. */
export async function packageOf(
  db: Database,
  { projectId, viewerId, rights }: PackageReader,
  period: Period,
): Promise<DocumentPackage> {
  const { startsOn, endsOn } = period;
  const all = await listPeriodDocuments(db, {
    ...{ projectId, viewerId, period },
    ...{
      from: pragueInstant(startsOn, "00:00"),
      until: pragueInstant(addDays(endsOn, 1), "00:00"),
    },
  });
  const documents = all.filter((document) => canOpen(document, rights));
  return { documents, isProtected: documents.some(isProtected) };
}

/** The ZIP of these papers: one file for whoever may open the very same ones, in one language. */
export function packageFile(
  deps: PreparingDeps,
  { projectId, viewerId }: PackageReader,
  of: { period: Period; language: Language; documents: readonly PeriodDocument[] },
): Promise<PreparedFile> {
  const { period, language, documents } = of;
  const versionIds = documents.map(({ versionId }) => versionId);
  const named = JSON.stringify(documents.map((one) => [one.versionId, one.title, one.objectLabel]));
  const hash = createHash("sha256").update(named).digest("hex");
  const params: PackageParams = { number: period.number, viewerId, language, versionIds };
  return preparedFile(
    deps,
    {
      kind: "period-documents",
      orderKey: `period-documents:${projectId}:${period.id}:${language}:${hash}`,
      ...{ projectId, params, keptDays: KEPT_DAYS },
    },
    viewerId,
  );
}
