import type { Database } from "../../../../db/connection.ts";
import { listLinesWithExpenditure } from "../../../../db/queries/budget-imports.ts";
import { type BudgetLine, listBudgetLines } from "../../../../db/queries/budget-lines.ts";
import { findDraftVersion } from "../../../../db/queries/budget-versions.ts";
import { findApprovedBudget } from "../../../../db/queries/budgets-in-force.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { listAllowedRates, type RuledProject } from "../../budgets/rates/service.ts";
import { takesExpenditure } from "../../budgets/rules.ts";
import type { ReckonedLine, WrittenLine } from "../../budgets/trees/rules.ts";
import { identitiesOf } from "../identities/rules.ts";
import type { FileRow } from "../reading/rules.ts";
import { type ReadBudget, readBudget } from "../rules.ts";
import type { NamesOf } from "../service.ts";

export type LineOutcome = "created" | "changed" | "unchanged";

/** A file beside the budget that it is to change. */
export interface ComparedBudget extends ReadBudget {
  /** The draft, or what a new one would start from; null for the first budget of a project. */
  basis: { id: number; isDraft: boolean } | null;
  known: BudgetLine[];
  /** Which line of the project each code of the file is; codes of new ones are not in it. */
  identities: Map<string, number>;
  outcomes: Map<string, LineOutcome>;
  /** Lines that the file does not have. */
  removed: BudgetLine[];
  /** Codes of lines with expenditure that could bear none any more. */
  inUse: string[];
}

export async function compareBudget(
  db: Database,
  project: RuledProject,
  file: readonly FileRow[],
  namesOf: NamesOf,
): Promise<ComparedBudget> {
  const draft = await findDraftVersion(db, project.id);
  const version = draft ?? (await findApprovedBudget(db, project.id));
  const known = version ? await listBudgetLines(db, version.id) : [];
  const rates = await listAllowedRates(db, project);
  const read = readBudget(file, { namesOf, rates, known });
  const lines = read.tree?.lines ?? [];
  const identities = identitiesOf(known, lines);
  const kept = new Set(identities.values());
  const used = known.length > 0 ? await listLinesWithExpenditure(db, project.id) : new Set();
  const removed = read.tree ? known.filter(({ lineId }) => !kept.has(lineId)) : [];
  const closed = lines.filter((line) => !takesExpenditure(line));
  return {
    ...read,
    ...{ known, identities, removed },
    basis: version ? { id: version.id, isDraft: draft !== undefined } : null,
    outcomes: outcomesOf(lines, identities, known),
    inUse: [
      ...removed.filter(({ lineId }) => used.has(lineId)).map(({ code }) => code),
      ...closed.filter(({ code }) => used.has(identities.get(code))).map(({ code }) => code),
    ],
  };
}

function outcomesOf(
  lines: readonly ReckonedLine[],
  identities: ReadonlyMap<string, number>,
  known: readonly BudgetLine[],
): Map<string, LineOutcome> {
  const byId = new Map(known.map((line) => [line.lineId, line]));
  return new Map(
    lines.map((line) => {
      const before = byId.get(identities.get(line.code) ?? 0);
      if (!before) return [line.code, "created"];
      return [line.code, isSameLine(before, line) ? "unchanged" : "changed"];
    }),
  );
}

export function isSameLine(before: WrittenLine, after: WrittenLine): boolean {
  return Object.keys(changedFields(writtenOf(before), writtenOf(after))).length === 0;
}

function writtenOf(line: WrittenLine) {
  const { code, name, unit, unitPriceHalere, unitsE4, flatRateKind, flatRateBp } = line;
  return { code, name, unit, unitPriceHalere, unitsE4, flatRateKind, flatRateBp };
}

/** Whether the file would change anything at all, and may. */
export function mayApply(compared: ComparedBudget): boolean {
  if (!compared.tree || compared.inUse.length > 0) return false;
  const isSame = [...compared.outcomes.values()].every((outcome) => outcome === "unchanged");
  return !isSame || compared.removed.length > 0;
}
