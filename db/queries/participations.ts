import type { Database, Transaction } from "../connection.ts";

/** What a project asks of its participants, as of the day of entry; codes of IS ESF 21+. */
export interface ParticipationFields {
  partnerOrganisationId: number | null;
  targetGroupItemId: number | null;
  enteredOn: string;
  labourStatus: string | null;
  projectPosition: string | null;
  education: string | null;
  housing: string | null;
  economicSector: string | null;
  publicSector: string | null;
  household: string | null;
  supportKind: string | null;
  taxStatus: string | null;
  outcome: string | null;
  hasTerritoryDeclaration: boolean | null;
  isFromUkraine: boolean | null;
  cardSignedOn: string | null;
  cardKeptAt: string | null;
}

/** Kept from other fields and from facts. */
export interface ParticipationState {
  ageAtEntry: number | null;
  exitedOn: string | null;
  exitCodes: string | null;
  disadvantageSealed: string | null;
  isDisadvantageSettled: boolean;
  isComplete: boolean;
}

export interface Participation extends ParticipationFields, ParticipationState {
  id: number;
  projectId: number;
  participantId: number;
  partnerName: string | null;
  targetGroupCs: string | null;
  targetGroupEn: string | null;
  inPersonMinutes: number;
  electronicMinutes: number;
  thresholdOn: string | null;
  mergedIntoId: number | null;
  version: number;
}

type Writable = ParticipationFields & ParticipationState;

const COLUMNS: Record<keyof Writable, string> = {
  partnerOrganisationId: "partner_organisation_id",
  targetGroupItemId: "target_group_item_id",
  enteredOn: "entered_on",
  labourStatus: "labour_status",
  projectPosition: "project_position",
  education: "education",
  housing: "housing",
  economicSector: "economic_sector",
  publicSector: "public_sector",
  household: "household",
  supportKind: "support_kind",
  taxStatus: "tax_status",
  outcome: "outcome",
  hasTerritoryDeclaration: "has_territory_declaration",
  isFromUkraine: "is_from_ukraine",
  cardSignedOn: "card_signed_on",
  cardKeptAt: "card_kept_at",
  ageAtEntry: "age_at_entry",
  exitedOn: "exited_on",
  exitCodes: "exit_codes",
  disadvantageSealed: "disadvantage_sealed",
  isDisadvantageSettled: "is_disadvantage_settled",
  isComplete: "is_complete",
};

export async function findParticipation(
  db: Database,
  key: { projectId: number; id: number },
): Promise<Participation | undefined> {
  const row = await participations(db)
    .where({ "n.project_id": key.projectId, "n.id": key.id })
    .first();
  return row && readParticipation(row);
}

export async function findParticipationById(
  db: Database,
  id: number,
): Promise<Participation | undefined> {
  const row = await participations(db).where("n.id", id).first();
  return row && readParticipation(row);
}

/** What a person has in all projects, those merged into another participation included. */
export async function listParticipationsOf(
  db: Database,
  participantIds: readonly number[],
): Promise<Participation[]> {
  const rows = await participations(db).whereIn("n.participant_id", participantIds).orderBy("n.id");
  return rows.map(readParticipation);
}

export async function findParticipationOf(
  db: Database,
  key: { projectId: number; participantId: number },
): Promise<Participation | undefined> {
  const row = await participations(db)
    .where({ "n.project_id": key.projectId, "n.participant_id": key.participantId })
    .first();
  return row && readParticipation(row);
}

export async function insertParticipation(
  trx: Transaction,
  participation: {
    projectId: number;
    participantId: number;
    enteredOn: string;
    ageAtEntry: number | null;
    createdAt: string;
  },
): Promise<number> {
  const [row] = await trx("participations")
    .insert({
      project_id: participation.projectId,
      participant_id: participation.participantId,
      entered_on: participation.enteredOn,
      age_at_entry: participation.ageAtEntry,
      created_at: participation.createdAt,
    })
    .returning("id");
  return row.id;
}

/** Fields of the record; false when it was changed since `version`. */
export async function updateParticipation(
  trx: Transaction,
  key: { id: number; version: number },
  fields: Partial<Writable>,
): Promise<boolean> {
  const changed = await trx("participations")
    .where({ id: key.id, version: key.version })
    .update({ ...columnsOf(fields), version: key.version + 1 });
  return changed === 1;
}

/** What is kept beside the record and is nobody's edit. */
export async function keepParticipation(
  trx: Transaction,
  id: number,
  kept: Partial<Writable>,
): Promise<void> {
  if (Object.keys(kept).length === 0) return;
  await trx("participations").where({ id }).update(columnsOf(kept));
}

/** What completeness is judged by. */
export async function findJudged(trx: Database, participationId: number) {
  const row = await trx("participations as n")
    .join("participants as t", "t.id", "n.participant_id")
    .where("n.id", participationId)
    .first({
      projectId: "n.project_id",
      firstName: "t.first_name",
      surname: "t.surname",
      bornOn: "t.born_on",
      sex: "t.sex",
      municipality: "t.municipality",
      enteredOn: "n.entered_on",
      labourStatus: "n.labour_status",
      education: "n.education",
      isDisadvantageSettled: "n.is_disadvantage_settled",
      isComplete: "n.is_complete",
      anonymisedAt: "t.anonymised_at",
    });
  if (!row) return undefined;
  const { isDisadvantageSettled, isComplete, ...rest } = row;
  return {
    ...rest,
    isDisadvantageSettled: Boolean(isDisadvantageSettled),
    isComplete: Boolean(isComplete),
  };
}

export async function insertCompletion(
  trx: Transaction,
  completion: {
    participationId: number;
    isComplete: boolean;
    missing: string;
    recordedAt: string;
    recordedBy: number | null;
  },
): Promise<void> {
  await trx("participation_completions").insert({
    participation_id: completion.participationId,
    is_complete: completion.isComplete,
    missing: completion.missing,
    recorded_at: completion.recordedAt,
    recorded_by: completion.recordedBy,
  });
}

function participations(db: Database) {
  const fields = Object.entries(COLUMNS).map(([name, column]) => [name, `n.${column}`]);
  return db("participations as n")
    .leftJoin("organisations as o", "o.id", "n.partner_organisation_id")
    .leftJoin("code_list_items as g", "g.id", "n.target_group_item_id")
    .select(Object.fromEntries(fields))
    .select({
      id: "n.id",
      projectId: "n.project_id",
      participantId: "n.participant_id",
      partnerName: "o.name",
      targetGroupCs: "g.label_cs",
      targetGroupEn: "g.label_en",
      inPersonMinutes: "n.in_person_minutes",
      electronicMinutes: "n.electronic_minutes",
      thresholdOn: "n.threshold_on",
      mergedIntoId: "n.merged_into_id",
      version: "n.version",
    });
}

function readParticipation(row: Participation): Participation {
  return {
    ...row,
    isDisadvantageSettled: Boolean(row.isDisadvantageSettled),
    isComplete: Boolean(row.isComplete),
    hasTerritoryDeclaration: readOptional(row.hasTerritoryDeclaration),
    isFromUkraine: readOptional(row.isFromUkraine),
  };
}

function readOptional(value: unknown): boolean | null {
  return value === null ? null : Boolean(value);
}

function columnsOf(fields: Partial<Writable>): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields))
    columns[COLUMNS[name as keyof Writable]] = value;
  return columns;
}
