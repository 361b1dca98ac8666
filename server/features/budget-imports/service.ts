import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Database } from "../../../db/connection.ts";
import {
  type BudgetImport,
  dropForgottenBudgetImports,
  findBudgetImport,
  insertBudgetImport,
  updateBudgetImportCells,
  updateBudgetImportState,
} from "../../../db/queries/budget-imports.ts";
import { type Author, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { UnreadableTable } from "../../tables/faults.ts";
import { readTableApart } from "../../tables/reading.ts";
import { cleanFileName } from "../../values/file-name.ts";
import { foldText } from "../../values/fold.ts";
import { addHours } from "../../values/instant.ts";
import { LOST_TEXT } from "../../values/lost-text.ts";
import { budgetFields, type Completion, completed, type FileRow } from "./reading/rules.ts";

type ImportDeps = Pick<Deps, "db" | "clock">;

export interface BudgetImportKey {
  projectId: number;
  id: number;
}

export type NamesOf = (field: string) => readonly string[];

/** More lines than any budget of the programme has. */
const MOST_LINES = 2_000;
/** The sheet that IS KP21+ writes. */
const SHEET = "Export";
const FORGOTTEN_AFTER_HOURS = 7 * 24;

/**
 * Takes the rows of a file over to be looked at; nothing is written into the budget yet.
 * @throws InvalidInput `file` when it cannot be read as a table
 */
export async function readBudgetImport(
  { db, clock }: ImportDeps,
  author: Author,
  given: {
    projectId: number;
    upload: { path: string; originalName: string };
    namesOf: NamesOf;
  },
): Promise<number> {
  const { projectId, upload, namesOf } = given;
  const fileName = cleanFileName(upload.originalName);
  const headings = budgetFields.flatMap(({ name }) => namesOf(name)).map(foldText);
  const wish = { name: fileName, sheet: SHEET, headings, takesLostTexts: true };
  const { reading, rows } = await readTableApart(upload.path, wish).catch(asFieldError);
  if (rows.length > MOST_LINES + 1)
    throw new InvalidInput({ file: `importTooManyRows:${MOST_LINES}` });
  const file: FileRow[] = rows.map(({ number, cells }) => ({ number, cells: JSON.parse(cells) }));
  return insertBudgetImport(db, {
    ...{ projectId, fileName, lostTexts: reading.lostTexts ?? 0 },
    sha256: createHash("sha256")
      .update(await readFile(upload.path))
      .digest("hex"),
    cells: JSON.stringify(file),
    ...{ at: clock.now(), userId: author.userId },
  });
}

/** Texts that the file lost, told by hand in the order of its rows. */
export async function completeBudgetImport(
  deps: ImportDeps,
  author: Author,
  key: BudgetImportKey,
  given: { version: number; texts: readonly Completion[]; namesOf: NamesOf },
): Promise<void> {
  const found = await openBudgetImport(deps.db, key);
  const file = rowsOf(found);
  if (given.texts.length !== file.length - 1)
    throw new InvalidInput({ texts: `textsOfRows:${file.length - 1}:${given.texts.length}` });
  const rows = completed(file, given.texts, given.namesOf);
  const lost = rows.flatMap(({ cells }) => cells).filter((cell) => cell === LOST_TEXT).length;
  await change(deps, author, async ({ trx }) => {
    const { id } = found;
    const told = { id, version: given.version, cells: JSON.stringify(rows), lostTexts: lost };
    if (!(await updateBudgetImportCells(trx, told))) throw new Conflict("changedMeanwhile");
  });
}

/** Forgets a file that was read and not applied. */
export async function dropBudgetImport(
  deps: ImportDeps,
  author: Author,
  key: BudgetImportKey & { version: number },
): Promise<void> {
  const { projectId, id, version } = key;
  await openBudgetImport(deps.db, key);
  await change(deps, author, async ({ trx, at, record }) => {
    const step = { id, version, from: "read", to: "dropped", at } as const;
    if (!(await updateBudgetImportState(trx, step))) throw new Conflict("changedMeanwhile");
    const objectType = "budget-import";
    record({ action: "budget-import.dropped", objectType, objectId: id, projectId });
  });
}

/** Rows of files that nobody applied for a week; gives how many were forgotten. */
export function forgetOldBudgetImports({ db, clock }: ImportDeps): Promise<number> {
  return dropForgottenBudgetImports(db, addHours(clock.now(), -FORGOTTEN_AFTER_HOURS));
}

export async function openBudgetImport(db: Database, key: BudgetImportKey): Promise<BudgetImport> {
  const found = await findBudgetImport(db, key);
  if (!found) throw new NotFound("budget import");
  if (found.state !== "read") throw new Conflict("importOver");
  return found;
}

export function rowsOf({ cells }: Pick<BudgetImport, "cells">): FileRow[] {
  return JSON.parse(cells) as FileRow[];
}

function asFieldError(error: unknown): never {
  if (error instanceof UnreadableTable) throw new InvalidInput({ file: error.fault });
  throw error;
}
