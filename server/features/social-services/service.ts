import type { Transaction } from "../../../db/connection.ts";
import {
  archiveSocialService,
  findSocialService,
  insertSocialService,
  listSocialServices,
  type ServiceFields,
  type SocialService,
  updateSocialService,
} from "../../../db/queries/social-services.ts";
import { type Author, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { InvalidInput, NotFound } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { wordTaken } from "../../values/known-words.ts";
import { rereadCards } from "../cards/rereading/service.ts";
import type { EditedServiceEntry, NewServiceEntry } from "./schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

/** Cards are read anew, for they may have named the service all along. */
export async function createService(
  deps: Doing,
  author: Author,
  entry: NewServiceEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const { trx, at, record } = one;
    const services = await listSocialServices(trx);
    if (services.some(({ section }) => section === entry.section))
      throw new InvalidInput({ section: "taken" });
    checkWords(entry, services);
    const objectId = await insertSocialService(trx, { ...entry, at });
    await rereadCards(one);
    record({ action: "social-service.created", objectType: "social-service", objectId });
    return objectId;
  });
}

export async function editService(
  deps: Doing,
  author: Author,
  edit: { id: number; entry: EditedServiceEntry; formOf: FormOf<SocialService> },
): Promise<void> {
  const { id, entry, formOf } = edit;
  await change(deps, author, async (one) => {
    const { trx, record } = one;
    const before = await serviceAt(trx, id);
    const others = (await listSocialServices(trx)).filter((other) => other.id !== id);
    const { version, ...fields } = entry;
    checkWords(fields, others);
    if ((await updateSocialService(trx, { id, version }, fields)) === 0)
      throw await outdated(trx, before, formOf);
    await rereadCards(one);
    const changes = changedFields(comparable(before), comparable(fields));
    record({
      action: "social-service.edited",
      objectType: "social-service",
      objectId: id,
      changes,
    });
  });
}

/** An archived service is recognised in no card; it comes back by the same way. */
export async function toggleServiceArchived(
  deps: Doing,
  author: Author,
  key: { id: number; version: number; formOf: FormOf<SocialService> },
): Promise<void> {
  const { id, version, formOf } = key;
  await change(deps, author, async (one) => {
    const { trx, at, record } = one;
    const before = await serviceAt(trx, id);
    const isArchived = before.archivedAt !== null;
    if ((await archiveSocialService(trx, { id, version }, isArchived ? null : at)) === 0)
      throw await outdated(trx, before, formOf);
    await rereadCards(one);
    const action = isArchived ? "social-service.restored" : "social-service.archived";
    record({ action, objectType: "social-service", objectId: id });
  });
}

async function serviceAt(trx: Transaction, id: number): Promise<SocialService> {
  const service = await findSocialService(trx, id);
  if (!service) throw new NotFound("social service");
  return service;
}

function outdated(trx: Transaction, current: SocialService, formOf: FormOf<SocialService>) {
  const { id: objectId, version } = current;
  const values = formOf(current);
  return editedMeanwhile(trx, { objectType: "social-service", objectId, version, values });
}

/** A word that led to two services would lead to neither. */
function checkWords(
  { nameCs, synonyms }: Pick<ServiceFields, "nameCs" | "synonyms">,
  others: readonly SocialService[],
): void {
  const theirs = others.map((other) => [other.nameCs, ...other.synonyms]);
  if (wordTaken([nameCs], theirs) !== undefined)
    throw new InvalidInput({ nameCs: `wordTaken:${nameCs.replaceAll(":", "")}` });
  const word = wordTaken(synonyms, theirs);
  if (word !== undefined)
    throw new InvalidInput({ synonyms: `wordTaken:${word.replaceAll(":", "")}` });
}

function comparable(fields: ServiceFields) {
  const { nameCs, nameEn, kind, synonyms, position, validFrom, validTo, source } = fields;
  const words = synonyms.join(", ");
  return { nameCs, nameEn, kind, synonyms: words, position, validFrom, validTo, source };
}
