import type { Database } from "../../../../db/connection.ts";
import {
  countEsfPersons,
  type EsfExport,
  type EsfPerson,
  insertEsfExport,
  listEsfExports,
  listLatePostings,
  listPersonsOutsideFile,
} from "../../../../db/queries/is-esf.ts";
import { listPeriods } from "../../../../db/queries/periods.ts";
import { addDays } from "../../../values/calendar-date.ts";
import { type CorrectedSupport, correctionsOf, givenAt, type PeriodOfEsf } from "./rules.ts";

/** People outside the file that the page names; the rest is one number. */
const OUTSIDE_SHOWN = 100;

export interface EsfCheck {
  counts: Awaited<ReturnType<typeof countEsfPersons>>;
  outside: EsfPerson[];
  periods: PeriodOfEsf[];
  exports: EsfExport[];
  corrections: CorrectedSupport[];
}

/** Everything to be known before a file is given to IS ESF. */
export async function loadEsfCheck(db: Database, projectId: number): Promise<EsfCheck> {
  const [counts, outside, periods, exports] = await Promise.all([
    countEsfPersons(db, projectId),
    listPersonsOutsideFile(db, projectId, { after: 0, limit: OUTSIDE_SHOWN }),
    listPeriods(db, projectId),
    listEsfExports(db, projectId),
  ]);
  const corrections = await loadCorrections(db, projectId, periods, exports);
  return { counts, outside, periods, exports, corrections };
}

async function loadCorrections(
  db: Database,
  projectId: number,
  periods: readonly PeriodOfEsf[],
  exports: readonly EsfExport[],
): Promise<CorrectedSupport[]> {
  const given = givenAt(exports);
  const first = [...given.values()].sort()[0];
  if (first === undefined) return [];
  const ends = periods.filter(({ id }) => given.has(id)).map(({ endsOn }) => endsOn);
  const last = ends.sort().at(-1);
  if (last === undefined) return [];
  const span = { after: first, before: addDays(last, 1) };
  return correctionsOf(await listLatePostings(db, projectId, span), periods, given);
}

export interface EsfFile {
  projectId: number;
  kind: "persons" | "supports";
  periodId: number | null;
}

/** Puts down that a file leaves, as of which instant; later changes of a period are known by it. */
export async function noteEsfExport(
  db: Database,
  file: EsfFile,
  by: { at: string; userId: number | null },
): Promise<{ personCount: number }> {
  const { inFile } = await countEsfPersons(db, file.projectId);
  const stamp = { exportedAt: by.at, exportedBy: by.userId };
  await insertEsfExport(db, { ...file, ...stamp, personCount: inFile });
  return { personCount: inFile };
}
