import { isLineUsed } from "../../../../db/queries/budget-line-uses.ts";
import {
  type BudgetLine,
  findBudgetLine,
  insertLineIdentities,
  updateBudgetLine,
} from "../../../../db/queries/budget-lines.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../../errors.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { chosenRate, listAllowedRates, type RuledProject } from "../rates/service.ts";
import { amountOfLeaf, type TreeSums } from "../sums/rules.ts";
import {
  flatRateFaults,
  isPriced,
  placed,
  productFaults,
  type WrittenLine,
} from "../trees/rules.ts";
import { type DraftTree, draftToWrite } from "../versions/service.ts";
import { moveSums, putIn, takeOut } from "./places/service.ts";
import type { EditedLine, LineEntry } from "./schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

interface Key {
  project: RuledProject;
  lineId: number;
}

/** The line as it was saved, and amounts of other lines that followed. */
export interface SavedLine {
  line: BudgetLine;
  moved: { lineId: number; amountHalere: number }[];
  /** Of the whole version. */
  sums: TreeSums;
}

/** A new line of the draft: a leaf below a chapter that has no price of its own. Gives its id. */
export async function addLine(
  deps: Doing,
  author: Author,
  project: RuledProject,
  entry: LineEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const { trx, at } = one;
    const draft = await draftToWrite(trx, project.id);
    const written = await writtenLine(one, project, entry);
    const [lineId = 0] = await insertLineIdentities(trx, {
      projectId: project.id,
      count: 1,
      createdAt: at,
    });
    await putIn(trx, draft, { ...placed(written, true), lineId, version: 1 });
    recordLine(one, project.id, { lineId, action: "budget-line.created", after: written });
    return lineId;
  });
}

/**
 * Saves a line of the draft, and whatever sums follow from it. A leaf given another code moves to its chapter.
 * @throws EditedMeanwhile when the form was opened on another edition of the line
 */
export async function editLine(
  deps: Doing,
  author: Author,
  { project, lineId }: Key,
  { entry, formOf }: { entry: EditedLine; formOf: FormOf<BudgetLine> },
): Promise<SavedLine> {
  return change(deps, author, async (one) => {
    const { trx } = one;
    const draft = await draftToWrite(trx, project.id);
    const before = await findBudgetLine(trx, { versionId: draft.id, lineId });
    if (!before) throw new NotFound("budget line");
    if (before.version !== entry.version) throw await conflict(one, before, formOf);
    const code = entry.code ?? before.code;
    const written = await writtenLine(one, project, { ...entry, code }, before);
    const after = { ...before, ...placed(written, before.isLeaf) };
    after.amountHalere = before.isLeaf ? amountOfLeaf(after, draft.sums) : before.amountHalere;
    const moved = await (code === before.code ? rewrite : replant)(one, draft, before, after);
    recordLine(one, project.id, { lineId, action: "budget-line.edited", before, after });
    return { line: { ...after, version: before.version + 1 }, moved, sums: draft.sums };
  });
}

/** Takes a leaf out of the draft; one with expenditure stays and is set to nothing instead. */
export async function deleteLine(
  deps: Doing,
  author: Author,
  { project, lineId }: Key,
): Promise<void> {
  await change(deps, author, async (one) => {
    const { trx } = one;
    const draft = await draftToWrite(trx, project.id);
    const line = await findBudgetLine(trx, { versionId: draft.id, lineId });
    if (!line) throw new NotFound("budget line");
    if (!line.isLeaf) throw new Conflict("chapterHasLines");
    if (await isLineUsed(trx, lineId)) throw new Conflict("budgetLineUsed");
    await takeOut(trx, draft, line);
    recordLine(one, project.id, { lineId, action: "budget-line.deleted", before: line });
  });
}

async function rewrite(one: Change, draft: DraftTree, before: BudgetLine, after: BudgetLine) {
  const key = { versionId: draft.id, lineId: before.lineId, version: before.version };
  await updateBudgetLine(one.trx, key, after);
  const by = after.amountHalere - before.amountHalere;
  const isSame = by === 0 && after.flatRateKind === before.flatRateKind;
  return isSame ? [] : moveSums(one.trx, draft, { ...after, by });
}

async function replant(one: Change, draft: DraftTree, before: BudgetLine, after: BudgetLine) {
  if (!before.isLeaf) throw new InvalidInput({ code: "codeOfChapter" });
  await takeOut(one.trx, draft, before);
  await putIn(one.trx, draft, { ...after, version: before.version + 1 });
  // Whoever shows the tree reads it anew: two chapters have moved.
  return [];
}

/** The line as the entry has it, right by itself. */
async function writtenLine(
  one: Change,
  project: RuledProject,
  entry: LineEntry,
  before?: BudgetLine,
): Promise<WrittenLine> {
  const { code, name, unit, unitPrice: unitPriceHalere, units: unitsE4, flatRateKind } = entry;
  const rates = flatRateKind === null ? [] : await listAllowedRates(one.trx, project);
  const flatRateBp = chosenRate(entry, rates)?.rateBp ?? null;
  const line = { code, name, unit, unitPriceHalere, unitsE4, flatRateKind, flatRateBp };
  const isChapter = before !== undefined && !before.isLeaf;
  if (isChapter && isPriced(line)) throw new InvalidInput({ unitPrice: "chapterNotPriced" });
  if (isChapter && flatRateKind !== null)
    throw new InvalidInput({ flatRateKind: "chapterNotPriced" });
  const faults = [...flatRateFaults(line), ...productFaults(line)];
  if (faults.length > 0)
    throw new InvalidInput(Object.fromEntries(faults.map((one) => [one.field, one.message])));
  return line;
}

function conflict({ trx }: Change, current: BudgetLine, formOf: FormOf<BudgetLine>) {
  const { lineId: objectId, version } = current;
  return editedMeanwhile(trx, {
    objectType: "budget-line",
    objectId,
    version,
    values: formOf(current),
  });
}

function recordLine(
  one: Change,
  projectId: number,
  of: { lineId: number; action: string; before?: WrittenLine; after?: WrittenLine },
): void {
  const [before, after] = [of.before, of.after].map((line) => (line ? told(line) : NOTHING));
  const changes = changedFields(before ?? NOTHING, after ?? NOTHING);
  const { lineId: objectId, action } = of;
  one.record({ action, objectType: "budget-line", objectId, projectId, changes });
}

const NOTHING = {
  ...{ code: null, name: null, unit: null, unitPriceHalere: null, unitsE4: null },
  ...{ flatRateKind: null, flatRatePpm: null },
};

function told(line: WrittenLine): { [Name in keyof typeof NOTHING]: string | number | null } {
  const { code, name, unit, unitPriceHalere, unitsE4, flatRateKind, flatRateBp } = line;
  const flatRatePpm = flatRateBp === null ? null : flatRateBp * 100;
  return { code, name, unit, unitPriceHalere, unitsE4, flatRateKind, flatRatePpm };
}
