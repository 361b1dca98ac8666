import type { Transaction } from "../../../db/connection.ts";
import {
  archivePlanTerm,
  findPlanTerm,
  insertPlanTerm,
  listPlanTerms,
  type PlanTerm,
  type TermFields,
  updatePlanTerm,
} from "../../../db/queries/plan-terms.ts";
import { type Author, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { InvalidInput, NotFound } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { wordTaken } from "../../values/known-words.ts";
import { rereadCards } from "../cards/rereading/service.ts";
import type { EditedTermEntry, NewTermEntry } from "./schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

/** Cards are read anew, for they may have used the word all along. */
export async function createTerm(
  deps: Doing,
  author: Author,
  entry: NewTermEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const { trx, at, record } = one;
    const terms = (await listPlanTerms(trx)).filter(({ kind }) => kind === entry.kind);
    if (terms.some(({ code }) => code === entry.code)) throw new InvalidInput({ code: "taken" });
    checkWords(entry, terms);
    const objectId = await insertPlanTerm(trx, { ...entry, at });
    await rereadCards(one);
    record({ action: "plan-term.created", objectType: "plan-term", objectId });
    return objectId;
  });
}

export async function editTerm(
  deps: Doing,
  author: Author,
  edit: { id: number; entry: EditedTermEntry; formOf: FormOf<PlanTerm> },
): Promise<void> {
  const { id, entry, formOf } = edit;
  await change(deps, author, async (one) => {
    const { trx, record } = one;
    const before = await termAt(trx, id);
    const others = (await listPlanTerms(trx)).filter(
      (other) => other.id !== id && other.kind === before.kind,
    );
    const { version, ...fields } = entry;
    checkWords(fields, others);
    if ((await updatePlanTerm(trx, { id, version }, fields)) === 0)
      throw await outdated(trx, before, formOf);
    await rereadCards(one);
    const changes = changedFields(comparable(before), comparable(fields));
    record({ action: "plan-term.edited", objectType: "plan-term", objectId: id, changes });
  });
}

/** An archived term is recognised in no card; it comes back by the same way. */
export async function toggleTermArchived(
  deps: Doing,
  author: Author,
  key: { id: number; version: number; formOf: FormOf<PlanTerm> },
): Promise<void> {
  const { id, version, formOf } = key;
  await change(deps, author, async (one) => {
    const { trx, at, record } = one;
    const before = await termAt(trx, id);
    const isArchived = before.archivedAt !== null;
    if ((await archivePlanTerm(trx, { id, version }, isArchived ? null : at)) === 0)
      throw await outdated(trx, before, formOf);
    await rereadCards(one);
    const action = isArchived ? "plan-term.restored" : "plan-term.archived";
    record({ action, objectType: "plan-term", objectId: id });
  });
}

async function termAt(trx: Transaction, id: number): Promise<PlanTerm> {
  const service = await findPlanTerm(trx, id);
  if (!service) throw new NotFound("term of plans");
  return service;
}

function outdated(trx: Transaction, current: PlanTerm, formOf: FormOf<PlanTerm>) {
  const { id: objectId, version } = current;
  const values = formOf(current);
  return editedMeanwhile(trx, { objectType: "plan-term", objectId, version, values });
}

/** A word that led to two terms of a kind would lead to neither. */
function checkWords(
  { labelCs, synonyms }: Pick<TermFields, "labelCs" | "synonyms">,
  others: readonly PlanTerm[],
): void {
  const theirs = others.map((other) => [other.labelCs, ...other.synonyms]);
  if (wordTaken([labelCs], theirs) !== undefined)
    throw new InvalidInput({ labelCs: `wordTaken:${labelCs.replaceAll(":", "")}` });
  const word = wordTaken(synonyms, theirs);
  if (word !== undefined)
    throw new InvalidInput({ synonyms: `wordTaken:${word.replaceAll(":", "")}` });
}

function comparable({ labelCs, labelEn, synonyms, position }: TermFields) {
  return { labelCs, labelEn, synonyms: synonyms.join(", "), position };
}
