import type { Database, Transaction } from "../../../db/connection.ts";
import { type CodeListItem, listCodeItems } from "../../../db/queries/code-lists.ts";
import {
  findProjectParts,
  type NewProjectParts,
  type ProjectParts,
} from "../../../db/queries/project-parts.ts";
import {
  findProjectIdByNumber,
  findProjectRecord,
  type ProjectFields,
  type ProjectRecord,
} from "../../../db/queries/project-records.ts";
import type { Change } from "../../change.ts";
import { InvalidInput, NotFound } from "../../errors.ts";
import { callNumberOf } from "../../values/registration-number.ts";
import type { SourceToBe } from "../funding/sources/service.ts";
import { resolveOrganisation } from "../organisations/service.ts";
import type { ProjectEntry } from "./schema.ts";

export const PROGRAMMES = "programmes";

/** Code lists a project chooses from, by the field of the form. */
export const CODE_LISTS = {
  districts: "districts",
  municipalities: "municipalities",
  targetGroups: "target-groups",
} as const;

/** All parts a project is founded with or edited into. */
export type FoundedParts = NewProjectParts & { sources: readonly SourceToBe[] };

export interface WholeProject {
  record: ProjectRecord;
  parts: ProjectParts;
}

export async function findWholeProject(db: Database, id: number): Promise<WholeProject> {
  const record = await findProjectRecord(db, id);
  if (!record) throw new NotFound("project");
  return { record, parts: await findProjectParts(db, id) };
}

/** What needs the database to be right: choices, the number, the organisations behind the names. */
export async function checkedEntry(
  one: Change,
  today: string,
  entry: ProjectEntry,
  before: WholeProject | null,
): Promise<{ fields: ProjectFields; parts: FoundedParts }> {
  const { trx } = one;
  await checkNumber(trx, entry.registrationNumber, before?.record.id);
  const kept = before?.parts.codeItems.map(({ id }) => id) ?? [];
  const lists = [PROGRAMMES, ...Object.values(CODE_LISTS)];
  const items = await listCodeItems(trx, { lists, on: today, kept });
  checkChoices(entry, items, before);
  const beneficiaryId =
    entry.beneficiaryName === null
      ? null
      : await resolveOrganisation(one, { name: entry.beneficiaryName, ico: entry.beneficiaryIco });
  const partners = await resolvePartners(one, entry);
  const { title, shortName, registrationNumber, programme, priorityAxis, callName } = entry;
  const { department, vision, startsOn, endsOn, decidedOn, phase } = entry;
  return {
    fields: {
      ...{ title, shortName, registrationNumber, programme, priorityAxis, callName },
      ...{ department, vision, startsOn, endsOn, decidedOn, phase, beneficiaryId },
      callNumber: entry.callNumber ?? callNumberOf(registrationNumber ?? "") ?? null,
      totalHalere: entry.total,
    },
    parts: {
      goals: entry.goals,
      sources: entry.sources,
      partners,
      codeItemIds: [...entry.districts, ...entry.municipalities, ...entry.targetGroups],
    },
  };
}

async function checkNumber(
  trx: Transaction,
  registrationNumber: string | null,
  ownId: number | undefined,
): Promise<void> {
  if (registrationNumber === null) return;
  const holder = await findProjectIdByNumber(trx, registrationNumber);
  if (holder !== undefined && holder !== ownId)
    throw new InvalidInput({ registrationNumber: "taken" });
}

function checkChoices(
  entry: ProjectEntry,
  items: CodeListItem[],
  before: WholeProject | null,
): void {
  const programmes = items.filter((item) => item.list === PROGRAMMES).map((item) => item.code);
  if (!programmes.includes(entry.programme) && entry.programme !== before?.record.programme)
    throw new InvalidInput({ programme: "unknownChoice" });
  for (const [field, list] of Object.entries(CODE_LISTS)) {
    const known = new Set(items.filter((item) => item.list === list).map((item) => item.id));
    const chosen = entry[field as keyof typeof CODE_LISTS];
    if (!chosen.every((id) => known.has(id))) throw new InvalidInput({ [field]: "unknownChoice" });
  }
}

async function resolvePartners(one: Change, entry: ProjectEntry) {
  const partners: { organisationId: number; hasFunds: boolean }[] = [];
  for (const { name, ico, hasFunds } of entry.partners) {
    const organisationId = await resolveOrganisation(one, { name, ico });
    const twice = partners.find((partner) => partner.organisationId === organisationId);
    if (twice) twice.hasFunds ||= hasFunds;
    else partners.push({ organisationId, hasFunds });
  }
  return partners;
}
