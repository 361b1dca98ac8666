import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Database } from "../../../db/connection.ts";
import {
  clearImportCells,
  deleteImportRows,
  type ImportRow,
  insertImportRows,
  listImportRows,
  type RowResult,
  updateImportRows,
} from "../../../db/queries/import-rows.ts";
import {
  findImport,
  type Import,
  insertImport,
  listForgottenImports,
  updateImportReading,
  updateImportState,
} from "../../../db/queries/imports.ts";
import { lockProject } from "../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, FileGone, InvalidInput, NotFound } from "../../errors.ts";
import { isStored, pathOfFile, removeFile, storeFile } from "../../files.ts";
import { UnreadableTable } from "../../tables/faults.ts";
import { LIMITS } from "../../tables/limits.ts";
import type { Reading } from "../../tables/read-table.ts";
import { readTableApart } from "../../tables/reading.ts";
import { cleanFileName } from "../../values/file-name.ts";
import { foldText } from "../../values/fold.ts";
import { addHours } from "../../values/instant.ts";
import { kinds } from "./kinds/all.ts";
import { type ImportKind, mostRowsOf, type Writing } from "./kinds/kind.ts";
import {
  FORGOTTEN_AFTER_DAYS,
  guessMapping,
  type ImportName,
  type Mapping,
  missingColumns,
} from "./rules.ts";
import { tryRows, writeRows } from "./running/service.ts";
import { checkSet, writeSet } from "./running/sets/service.ts";

type ImportDeps = Pick<Deps, "db" | "clock" | "config">;

export interface ImportKey {
  projectId: number;
  id: number;
  viewerId: number;
}

export type NamesOf = (field: string) => readonly string[];

/** How a file is to be read, where that was said. */
export type ReadingWish = Partial<Pick<Reading, "encoding" | "separator" | "sheet">>;

/**
 * Takes a file over and says what would come of it; nothing is written into the project yet.
 * @throws InvalidInput when it cannot be read as a table
 */
export async function readImport(
  deps: ImportDeps,
  author: Author,
  given: {
    projectId: number;
    viewerId: number;
    kind: ImportName;
    upload: { path: string; originalName: string };
    namesOf: NamesOf;
  },
): Promise<number> {
  const { projectId, kind, viewerId } = given;
  const bytes = await readFile(given.upload.path);
  const fileName = cleanFileName(given.upload.originalName);
  const table = await readOrExplain(kind, given.upload.path, {
    name: fileName,
    headings: kinds[kind].fields.flatMap(({ name }) => given.namesOf(name)).map(foldText),
  });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = await storeFile(deps.config.dataDir, bytes);
  const { userId } = author;
  const at = deps.clock.now();
  const one = { projectId, kind, fileName, file, sha256, at, userId };
  const id = await insertImport(deps.db, one);
  await keepTable(deps, { id, version: 1, kind, namesOf: given.namesOf }, table);
  await tryImport(deps, author, { projectId, id, viewerId });
  return id;
}

/** Reads the same file in another way; the columns are guessed anew. */
export async function rereadImport(
  deps: ImportDeps,
  author: Author,
  key: ImportKey,
  { wish, namesOf }: { wish: ReadingWish; namesOf: NamesOf },
): Promise<void> {
  const found = await openImport(deps.db, key);
  if (found.file === null) throw new Conflict("importOver");
  const path = pathOfFile(deps.config.dataDir, found.file);
  if (!(await isStored(deps.config.dataDir, found.file))) throw new FileGone(found.file);
  const kind = found.kind as ImportName;
  const reading = { name: found.fileName, ...wish };
  const table = await readOrExplain(kind, path, reading).catch(asConflict);
  await deleteImportRows(deps.db, found.id);
  const { id, version } = found;
  await keepTable(deps, { id, version, kind, namesOf }, table);
  await tryImport(deps, author, key);
}

/** Says otherwise what the columns mean. */
export async function remapImport(
  deps: ImportDeps,
  author: Author,
  key: ImportKey,
  { mapping, version }: { mapping: Mapping; version: number },
): Promise<void> {
  const found = await openImport(deps.db, key);
  const { id, reading, headings } = found;
  const told = { id, version, reading, headings, mapping: JSON.stringify(mapping) };
  if (!(await updateImportReading(deps.db, told))) throw new Conflict("changedMeanwhile");
  await tryImport(deps, author, key);
}

/** Writes all rows that can be written, in one transaction; the file and its cells go with it. */
export async function applyImport(
  deps: ImportDeps,
  author: Author,
  key: ImportKey & { version: number },
): Promise<void> {
  const { projectId, id } = key;
  const found = await openImport(deps.db, key);
  const kind = kinds[found.kind as ImportName];
  const mapping = JSON.parse(found.mapping) as Mapping;
  if (missingColumns(mapping, kind.fields).length > 0) throw new Conflict("importColumnsMissing");
  const rows = await rowsBelowHeadings(deps.db, id);
  const write = await writerOf(writingOf(deps, author, key), { kind, mapping, rows });
  await change(deps, author, async (one) => {
    // Of two imports of the same rows the second waits, and finds them written.
    await lockProject(one.trx, projectId);
    const step = { id, version: key.version, from: "read", to: "applied", at: one.at } as const;
    if (!(await updateImportState(one.trx, step))) throw new Conflict("changedMeanwhile");
    await updateImportRows(one.trx, await write(one));
    await clearImportCells(one.trx, id);
    one.record({ action: "import.applied", objectType: "import", objectId: id, projectId });
  });
  if (found.file !== null) await removeFile(deps.config.dataDir, found.file);
}

interface Run {
  kind: ImportKind;
  mapping: Mapping;
  rows: readonly ImportRow[];
}

/** What writes the rows: a set of them is checked before the transaction begins. */
async function writerOf(
  writing: Writing,
  { kind, mapping, rows }: Run,
): Promise<(one: Change) => Promise<RowResult[]>> {
  if (!("openSet" in kind)) return ({ trx }) => writeRows(trx, writing, { kind, mapping, rows });
  const checked = await checkSet(writing, { kind, mapping, rows });
  return (one) => writeSet(one, writing, { kind, checked }).catch(asConflict);
}

/** What would come of the rows, nothing written. */
async function outcomesOf(writing: Writing, { kind, mapping, rows }: Run): Promise<RowResult[]> {
  if (!("openSet" in kind)) return tryRows(writing, { kind, mapping, rows });
  return (await checkSet(writing, { kind, mapping, rows })).map(({ result }) => result);
}

/** Forgets a file that was read and not applied. */
export async function dropImport(
  deps: ImportDeps,
  author: Author,
  key: ImportKey & { version: number },
): Promise<void> {
  const { projectId, id } = key;
  const found = await openImport(deps.db, key);
  await change(deps, author, async ({ trx, at, record }) => {
    const step = { id, version: key.version, from: "read", to: "dropped", at } as const;
    if (!(await updateImportState(trx, step))) throw new Conflict("changedMeanwhile");
    await clearImportCells(trx, id);
    record({ action: "import.dropped", objectType: "import", objectId: id, projectId });
  });
  if (found.file !== null) await removeFile(deps.config.dataDir, found.file);
}

/** Cells and files of imports that nobody applied for a week; gives how many imports were forgotten. */
export async function forgetOldImports({ db, clock, config }: ImportDeps): Promise<number> {
  const at = clock.now();
  const old = await listForgottenImports(db, addHours(at, -FORGOTTEN_AFTER_DAYS * 24));
  for (const { id, version, state, file } of old) {
    await db.transaction(async (trx) => {
      await updateImportState(trx, { id, version, from: state, to: "dropped", at });
      await clearImportCells(trx, id);
    });
    if (file !== null) await removeFile(config.dataDir, file);
  }
  return old.length;
}

async function readOrExplain(
  kind: ImportName,
  path: string,
  wish: Parameters<typeof readTableApart>[1],
) {
  const most = mostRowsOf(kinds[kind]);
  try {
    const table = await readTableApart(path, wish);
    // The first row is that of headings.
    if (table.rows.length <= most + 1) return table;
    throw new InvalidInput({ file: `importTooManyRows:${most}` });
  } catch (error) {
    if (error instanceof UnreadableTable) throw new InvalidInput({ file: error.fault });
    throw error;
  }
}

/** Read in another way it may be no table at all: said on a page of its own, for there is no field to blame. */
function asConflict(error: unknown): never {
  const key = error instanceof InvalidInput ? Object.values(error.errors)[0] : undefined;
  throw key === undefined ? error : new Conflict(key);
}

/** Rows are put aside in turns before the import is shown: one killed in between is forgotten in a week. */
async function keepTable(
  { db }: Pick<Deps, "db">,
  one: { id: number; version: number; kind: ImportName; namesOf: NamesOf },
  { reading, rows }: Awaited<ReturnType<typeof readTableApart>>,
): Promise<void> {
  const [first, ...below] = rows;
  const headings = first?.cells ?? "[]";
  const mapping = guessMapping(JSON.parse(headings), kinds[one.kind].fields, one.namesOf);
  await insertImportRows(db, one.id, below);
  const told = { reading: JSON.stringify(reading), headings, mapping: JSON.stringify(mapping) };
  if (!(await updateImportReading(db, { id: one.id, version: one.version, ...told })))
    throw new Conflict("changedMeanwhile");
}

// By its key a row is known once it has been written.
const NOT_YET = { naturalKey: null, recordType: null, recordId: null, before: null };

async function tryImport(deps: ImportDeps, author: Author, key: ImportKey): Promise<void> {
  const found = await openImport(deps.db, key);
  const kind = kinds[found.kind as ImportName];
  const mapping = JSON.parse(found.mapping) as Mapping;
  const rows = await rowsBelowHeadings(deps.db, found.id);
  const results = await outcomesOf(writingOf(deps, author, key), { kind, mapping, rows });
  await deps.db.transaction((trx) =>
    updateImportRows(
      trx,
      results.map((result) => ({ ...result, ...NOT_YET })),
    ),
  );
}

function writingOf(deps: ImportDeps, author: Author, key: ImportKey): Writing {
  const { projectId, viewerId } = key;
  return { deps, author: { ...author, submission: null, tellsNobody: true }, projectId, viewerId };
}

async function openImport(db: Database, key: ImportKey): Promise<Import> {
  const found = await findImport(db, key);
  if (!found) throw new NotFound("import");
  if (found.state !== "read") throw new Conflict("importOver");
  return found;
}

function rowsBelowHeadings(db: Database, importId: number): Promise<ImportRow[]> {
  return listImportRows(db, { importId, limit: LIMITS.rows });
}
