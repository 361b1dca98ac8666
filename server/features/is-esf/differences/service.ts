import { readFile } from "node:fs/promises";
import { type EsfPerson, listEsfSupports } from "../../../../db/queries/is-esf.ts";
import type { Deps } from "../../../deps.ts";
import { InvalidInput } from "../../../errors.ts";
import { UnclosedQuote } from "../../../values/csv.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { openDisadvantage, sealKeys } from "../../personal-data/seal/service.ts";
import type { PeriodOfEsf } from "../checks/rules.ts";
import { personRow, supportRow } from "../files/rules.ts";
import { pagesOfPeople } from "../files/service.ts";
import {
  type Difference,
  differingColumns,
  namedRow,
  nameIn,
  type ReturnedFile,
  readReturned,
  rowKey,
} from "./rules.ts";

type Reading = Pick<Deps, "db" | "config">;

/** What a file brought back from IS ESF says otherwise; nothing of it is kept. */
export async function compareReturned(
  { db, config }: Reading,
  given: { projectId: number; path: string; period: PeriodOfEsf | undefined; asOf: string },
): Promise<{ kind: ReturnedFile["kind"]; rows: number; differences: Difference[] }> {
  const returned = await readGiven(given.path);
  const { kind } = returned;
  if (kind === "supports" && !given.period) throw new InvalidInput({ period: "required" });
  const left = new Map(returned.rows);
  const differences: Difference[] = [];
  for await (const people of pagesOfPeople(db, given.projectId)) {
    const ours = await rowsOf({ db, config }, people, returned.kind, given);
    for (const { person, values } of ours) {
      const row = namedRow(values, kind);
      const key = rowKey(row, kind);
      differences.push(...compared(person, row, left.get(key), kind));
      left.delete(key);
    }
  }
  for (const row of left.values()) {
    const supportCode = row.KodSpecifikace ?? null;
    const nobody = { participationId: null, code: null, columns: [] };
    differences.push({ kind: "missing-here", ...nobody, name: nameIn(row), supportCode });
  }
  return { kind, rows: returned.rows.size, differences };
}

function compared(
  person: EsfPerson,
  row: Record<string, string>,
  theirs: Record<string, string> | undefined,
  kind: ReturnedFile["kind"],
): Difference[] {
  const { participationId, code } = person;
  const supportCode = row.KodSpecifikace ?? null;
  const who = { participationId, code, name: nameIn(row), supportCode };
  if (!theirs) return [{ kind: "missing-there", ...who, columns: [] }];
  const columns = differingColumns(row, theirs, kind);
  return columns.length === 0 ? [] : [{ kind: "differs", ...who, columns }];
}

/** The rows that our own file would have of these people. */
async function rowsOf(
  { db, config }: Reading,
  people: EsfPerson[],
  kind: ReturnedFile["kind"],
  { period, asOf }: { period: PeriodOfEsf | undefined; asOf: string },
): Promise<{ person: EsfPerson; values: string[] }[]> {
  if (kind === "persons" || !period) {
    const keys = sealKeys(config);
    return people.map((person) => {
      const { participationId, disadvantageSealed } = person;
      const told = openDisadvantage(keys, participationId, disadvantageSealed);
      return { person, values: personRow(person, told.answer === "given" ? told.codes : []) };
    });
  }
  const ids = people.map(({ participationId }) => participationId);
  const span = { from: period.startsOn, until: period.endsOn, asOf };
  const supports = groupedBy(
    await listEsfSupports(db, ids, span),
    ({ participationId }) => participationId,
  );
  return people.flatMap((person) =>
    (supports.get(person.participationId) ?? []).map((support) => ({
      person,
      values: supportRow(person, support, period),
    })),
  );
}

async function readGiven(path: string): Promise<ReturnedFile> {
  const text = decoded(await readFile(path));
  try {
    const returned = readReturned(text);
    if (returned) return returned;
  } catch (error) {
    if (!(error instanceof UnclosedQuote)) throw error;
  }
  throw new InvalidInput({ file: "notFromIsEsf" });
}

/** UTF-8, or what older programs write on Windows. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1250").decode(bytes);
  }
}
