import type { Transaction } from "../../../../db/connection.ts";
import { listCodeItems } from "../../../../db/queries/code-lists.ts";
import { listProjectPartners } from "../../../../db/queries/organisations.ts";
import {
  findParticipant,
  listPersonsNear,
  type Participant,
  type PersonFields,
  personFields,
  updateParticipant,
} from "../../../../db/queries/participants.ts";
import {
  findParticipation,
  findParticipationOf,
  keepParticipation,
  listParticipationsOf,
  type Participation,
  type ParticipationFields,
  updateParticipation,
} from "../../../../db/queries/participations.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../../errors.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { refreshComputedIndicators } from "../../indicators/computing/service.ts";
import { resolveOrganisation } from "../../organisations/service.ts";
import {
  type Disadvantage,
  openDisadvantage,
  sealDisadvantage,
  sealKeys,
} from "../../personal-data/seal/service.ts";
import { ageOn, keysOfName } from "../rules.ts";
import { joinProject, refreshCompleteness, registerPerson } from "../service.ts";
import { cardLists, codeFields, faultsOfDays } from "./rules.ts";
import type { CardEntry, NewParticipantEntry, ParticipantEntry } from "./schema.ts";

type Pieces = Pick<Deps, "db" | "clock" | "config">;

/** A person's card in a project: who they are and what the project asks of them. */
export interface Card {
  person: Participant;
  participation: Participation;
  disadvantage: Disadvantage;
}

/** Of both records of a card: whichever of them is changed, the sum is another one. */
export function versionOf({ person, participation }: Pick<Card, "person" | "participation">) {
  return person.version + participation.version;
}

/**
 * Somebody new in the project. Who is known already by name and day of birth is taken as they are; what is
 * missing in their record is filled in. Whoever takes part in the project already stays as they are.
 */
export async function createParticipant(
  deps: Pieces,
  author: Author,
  projectId: number,
  { notThese, ...entry }: NewParticipantEntry,
): Promise<{ participationId: number; isKnownHere: boolean }> {
  checkDays(entry, deps.clock.today());
  return change(deps, author, async (one) => {
    const { trx, at } = one;
    await checkCodes(trx, entry, null, deps.clock.today());
    await checkPartner(trx, projectId, entry, null);
    await checkNear(trx, entry, notThese);
    const today = deps.clock.today();
    const { participantId, isNew } = await registerPerson(trx, nameOf(entry), { at, today });
    const known = await findParticipationOf(trx, { projectId, participantId });
    if (known) return { participationId: known.id, isKnownHere: true };
    const written = { at, userId: one.by };
    const { enteredOn } = entry;
    const id = await joinProject(trx, { participantId, projectId, enteredOn }, written);
    const before = await cardOf(deps, trx, { projectId, id });
    await writeCard(deps, one, before, entry, { onlyEmpty: !isNew });
    one.record({
      action: "participant.created",
      objectType: "participation",
      objectId: id,
      projectId,
    });
    return { participationId: id, isKnownHere: false };
  });
}

/** @throws EditedMeanwhile when the card was changed since the form was opened, also from another project */
export async function editParticipant(
  deps: Pieces,
  author: Author,
  key: { projectId: number; id: number },
  { entry, formOf }: { entry: ParticipantEntry; formOf: FormOf<Card> },
): Promise<void> {
  checkDays(entry, deps.clock.today());
  await change(deps, author, async (one) => {
    const before = await cardOf(deps, one.trx, key);
    if (before.person.anonymisedAt !== null) throw new Conflict("personAnonymised");
    const { exitedOn } = before.participation;
    if (exitedOn !== null && entry.enteredOn > exitedOn)
      throw new InvalidInput({ enteredOn: "endBeforeStart" });
    await checkCodes(one.trx, entry, before.participation, deps.clock.today());
    await checkPartner(one.trx, key.projectId, entry, before.participation);
    const isCurrent = versionOf(before) === entry.version;
    if (!isCurrent || !(await writeCard(deps, one, before, entry, { onlyEmpty: false })))
      throw await editedMeanwhile(one.trx, {
        objectType: "participation",
        objectId: key.id,
        version: versionOf(before),
        values: formOf(before),
      });
    const after = await cardOf(deps, one.trx, key);
    one.record({
      action: "participant.edited",
      objectType: "participation",
      objectId: key.id,
      projectId: key.projectId,
      changes: namesOfChanged(before, after),
    });
  });
}

export async function cardOf(
  { config }: Pick<Deps, "config">,
  trx: Parameters<typeof findParticipation>[0],
  key: { projectId: number; id: number },
): Promise<Card> {
  const participation = await findParticipation(trx, key);
  const person = participation && (await findParticipant(trx, participation.participantId));
  if (!participation || !person) throw new NotFound("participant");
  const { id, disadvantageSealed } = participation;
  const disadvantage = openDisadvantage(sealKeys(config), id, disadvantageSealed);
  return { person, participation, disadvantage };
}

/** False when either record was changed meanwhile. */
async function writeCard(
  { config }: Pick<Deps, "config">,
  one: Change,
  { person, participation }: Card,
  entry: CardEntry,
  { onlyEmpty }: { onlyEmpty: boolean },
): Promise<boolean> {
  const { organisation: name, organisationIco: ico } = entry;
  const organisationId = name === null ? null : await resolveOrganisation(one, { name, ico });
  const given = { ...personOf(entry), organisationId };
  const fields = onlyEmpty ? emptyOnes(person, given) : { ...given, ...keysOfName(nameOf(entry)) };
  const bornOn = onlyEmpty ? (person.bornOn ?? entry.bornOn) : entry.bornOn;
  const saved =
    (await updateParticipant(one.trx, person, fields)) &&
    (await updateParticipation(one.trx, participation, {
      ...participationOf(entry),
      disadvantageSealed: sealDisadvantage(
        sealKeys(config),
        participation.id,
        disadvantageOf(entry),
      ),
      isDisadvantageSettled: entry.disadvantage !== "not-asked",
    }));
  await refreshPerson(one, person.id, bornOn);
  return saved;
}

/** The person's data hold in all projects: what is new is judged and counted in each of them. */
async function refreshPerson(one: Change, id: number, bornOn: string | null): Promise<void> {
  for (const participation of await listParticipationsOf(one.trx, [id])) {
    const ageAtEntry = ageOn(bornOn, participation.enteredOn);
    if (ageAtEntry !== participation.ageAtEntry)
      await keepParticipation(one.trx, participation.id, { ageAtEntry });
    await refreshCompleteness(one.trx, participation.id, { at: one.at, userId: one.by });
    await refreshComputedIndicators(one.trx, participation.projectId, ["support"]);
  }
}

function disadvantageOf({ disadvantage, disadvantageCodes }: CardEntry): Disadvantage {
  return disadvantage === "given"
    ? { answer: "given", codes: disadvantageCodes.toSorted() }
    : { answer: disadvantage };
}

function nameOf({ firstName, surname, bornOn }: CardEntry) {
  return { firstName, surname, bornOn };
}

function personOf(entry: CardEntry): Omit<PersonFields, "organisationId"> {
  const names = personFields.filter((name) => name !== "organisationId");
  const fields = names.map((name) => [name, entry[name]]);
  return Object.fromEntries(fields) as Omit<PersonFields, "organisationId">;
}

function participationOf(entry: CardEntry): ParticipationFields {
  const { enteredOn, targetGroupItemId, cardSignedOn, cardKeptAt } = entry;
  const { isFromUkraine, hasTerritoryDeclaration, partnerOrganisationId } = entry;
  const codes = Object.fromEntries(codeFields.map((name) => [name, entry[name]]));
  return {
    ...(codes as Pick<ParticipationFields, (typeof codeFields)[number]>),
    ...{ enteredOn, targetGroupItemId, cardSignedOn, cardKeptAt },
    ...{ isFromUkraine, hasTerritoryDeclaration, partnerOrganisationId },
  };
}

function emptyOnes(person: Participant, given: PersonFields): Partial<PersonFields> {
  const filled = personFields.filter((name) => person[name] === null && given[name] !== null);
  return Object.fromEntries(filled.map((name) => [name, given[name]]));
}

/** Personal data stay out of the history: it says which fields were changed, never from what into what. */
function namesOfChanged(before: Card, after: Card): Record<string, [null, null]> {
  const told = ({ person, participation, disadvantage }: Card) => ({
    ...Object.fromEntries(personFields.map((name) => [name, person[name]])),
    ...participationOfStored(participation),
    disadvantage,
  });
  const names = Object.keys(changedFields(told(before), told(after)));
  return Object.fromEntries(names.map((name) => [name, [null, null]]));
}

function participationOfStored(participation: Participation): Record<string, unknown> {
  const { enteredOn, targetGroupItemId, cardSignedOn, cardKeptAt } = participation;
  const { isFromUkraine, hasTerritoryDeclaration, partnerOrganisationId } = participation;
  const codes = codeFields.map((name) => [name, participation[name]]);
  return {
    ...Object.fromEntries(codes),
    ...{ enteredOn, targetGroupItemId, cardSignedOn, cardKeptAt },
    ...{ isFromUkraine, hasTerritoryDeclaration, partnerOrganisationId },
  };
}

function checkDays(entry: CardEntry, today: string): void {
  const faults = faultsOfDays(entry, today);
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
}

/** Choices of code lists in force; what was chosen before may stay. */
async function checkCodes(
  trx: Transaction,
  entry: CardEntry,
  before: Participation | null,
  on: string,
): Promise<void> {
  const kept = before?.targetGroupItemId ? [before.targetGroupItemId] : [];
  const items = await listCodeItems(trx, { lists: cardLists, on, kept });
  const isKnown = (list: string, code: string | null) =>
    code === null || items.some((item) => item.list === list && item.code === code);
  const errors: Record<string, string> = {};
  if (!isKnown("esf-sex", entry.sex)) errors.sex = "unknownChoice";
  for (const [field, list] of [
    ["labourStatus", "esf-labour-status"],
    ["education", "esf-education"],
  ] as const)
    if (entry[field] !== before?.[field] && !isKnown(list, entry[field]))
      errors[field] = "unknownChoice";
  if (entry.disadvantageCodes.some((code) => !isKnown("esf-disadvantage", code)))
    errors.disadvantageCodes = "unknownChoice";
  const group = entry.targetGroupItemId;
  const isGroup = items.some(({ id, list }) => list === "target-groups" && id === group);
  if (group !== null && !isGroup) errors.targetGroupItemId = "unknownChoice";
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
}

/** A partner of the project; one that was chosen before may stay. */
async function checkPartner(
  trx: Transaction,
  projectId: number,
  { partnerOrganisationId: chosen }: CardEntry,
  before: Participation | null,
): Promise<void> {
  if (chosen === null || chosen === before?.partnerOrganisationId) return;
  const partners = await listProjectPartners(trx, projectId);
  if (!partners.some(({ id }) => id === chosen))
    throw new InvalidInput({ partnerOrganisationId: "unknownChoice" });
}

/** Somebody with the same surname and day of birth: whoever enters the new one says it is another person. */
async function checkNear(trx: Transaction, entry: CardEntry, notThese: number[]): Promise<void> {
  const { nearKey, identityKey } = keysOfName(nameOf(entry));
  if (nearKey === null) return;
  const near = await listPersonsNear(trx, { nearKey, exceptId: null });
  if (near.some((person) => person.identityKey === identityKey)) return;
  const unknown = near.filter(({ id }) => !notThese.includes(id));
  if (unknown.length === 0) return;
  const codes = unknown.map(({ code }) => code).join(", ");
  throw new InvalidInput({ notThese: `nearPerson:${codes}:${unknown.map(({ id }) => id)}` });
}
