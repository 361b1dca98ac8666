import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { STANDS_FOR, supportInForce } from "./support-in-force.ts";

/** A person as the file of persons tells of them. */
export interface EsfPerson {
  participationId: number;
  code: string;
  firstName: string | null;
  surname: string | null;
  bornOn: string | null;
  municipality: string | null;
  municipalityPart: string | null;
  street: string | null;
  houseNumber: string | null;
  orientationNumber: string | null;
  orientationLetter: string | null;
  postcode: string | null;
  titleBefore: string | null;
  titleAfter: string | null;
  exitedOn: string | null;
  diedOn: string | null;
  email: string | null;
  phone: string | null;
  enteredOn: string;
  sex: string | null;
  labourStatus: string | null;
  projectPosition: string | null;
  education: string | null;
  housing: string | null;
  economicSector: string | null;
  publicSector: string | null;
  disadvantageSealed: string | null;
  isDisadvantageSettled: boolean;
  household: string | null;
  supportKind: string | null;
  taxStatus: string | null;
  outcome: string | null;
  exitCodes: string | null;
  hasTerritoryDeclaration: boolean | null;
  partner: string | null;
}

/** What no file can do without beside the day of birth: texts of the person and of the participation. */
const REQUIRED = [
  "t.first_name",
  "t.surname",
  "t.municipality",
  "t.sex",
  "n.labour_status",
  "n.education",
] as const;

/** A page of those who can be in the file, by the key of their participation. */
export async function listEsfPersons(
  db: Database,
  projectId: number,
  page: { after: number; limit: number },
): Promise<EsfPerson[]> {
  return listPersons(complete(persons(db, projectId)), page);
}

/** Those who cannot be in the file. */
export async function listPersonsOutsideFile(
  db: Database,
  projectId: number,
  page: { after: number; limit: number },
): Promise<EsfPerson[]> {
  return listPersons(incomplete(persons(db, projectId)), page);
}

export async function countEsfPersons(
  db: Database,
  projectId: number,
): Promise<{ inFile: number; outside: number; notSettled: number }> {
  const [inFile, outside, notSettled] = [
    await countOf(complete(persons(db, projectId))),
    await countOf(incomplete(persons(db, projectId))),
    await countOf(complete(persons(db, projectId)).where("n.is_disadvantage_settled", false)),
  ];
  return { inFile, outside, notSettled };
}

/** Whoever was merged into another person or made anonymous is nobody for IS ESF. */
function persons(db: Database, projectId: number): Knex.QueryBuilder {
  return db("participations as n")
    .join("participants as t", "t.id", "n.participant_id")
    .where("n.project_id", projectId)
    .whereNull("n.merged_into_id")
    .whereNull("n.archived_at")
    .whereNull("t.anonymised_at");
}

function complete(query: Knex.QueryBuilder): Knex.QueryBuilder {
  for (const column of REQUIRED) query.whereNotNull(column).whereNot(column, "");
  return query.whereNotNull("t.born_on");
}

function incomplete(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query.where((either) => {
    either.whereNull("t.born_on");
    for (const column of REQUIRED) either.orWhereNull(column).orWhere(column, "");
  });
}

async function countOf(query: Knex.QueryBuilder): Promise<number> {
  return Number((await query.count({ count: "*" }))[0]?.count ?? 0);
}

async function listPersons(
  query: Knex.QueryBuilder,
  { after, limit }: { after: number; limit: number },
): Promise<EsfPerson[]> {
  const rows = await query
    .leftJoin("organisations as o", "o.id", "n.partner_organisation_id")
    .where("n.id", ">", after)
    .orderBy("n.id")
    .limit(limit)
    .select({
      participationId: "n.id",
      code: "t.code",
      firstName: "t.first_name",
      surname: "t.surname",
      bornOn: "t.born_on",
      municipality: "t.municipality",
      municipalityPart: "t.municipality_part",
      street: "t.street",
      houseNumber: "t.house_number",
      orientationNumber: "t.orientation_number",
      orientationLetter: "t.orientation_letter",
      postcode: "t.postcode",
      titleBefore: "t.title_before",
      titleAfter: "t.title_after",
      exitedOn: "n.exited_on",
      diedOn: "t.died_on",
      email: "t.email",
      phone: "t.phone",
      enteredOn: "n.entered_on",
      sex: "t.sex",
      labourStatus: "n.labour_status",
      projectPosition: "n.project_position",
      education: "n.education",
      housing: "n.housing",
      economicSector: "n.economic_sector",
      publicSector: "n.public_sector",
      disadvantageSealed: "n.disadvantage_sealed",
      isDisadvantageSettled: "n.is_disadvantage_settled",
      household: "n.household",
      supportKind: "n.support_kind",
      taxStatus: "n.tax_status",
      outcome: "n.outcome",
      exitCodes: "n.exit_codes",
      hasTerritoryDeclaration: "n.has_territory_declaration",
      partner: "o.name",
    });
  return rows.map((row: EsfPerson) => ({
    ...row,
    isDisadvantageSettled: Boolean(row.isDisadvantageSettled),
    hasTerritoryDeclaration:
      row.hasTerritoryDeclaration === null ? null : Boolean(row.hasTerritoryDeclaration),
  }));
}

export interface EsfSupport {
  participationId: number;
  supportCode: string | null;
  inPersonMinutes: number;
  electronicMinutes: number;
}

/** Support of these people between two days, by its code; merged persons under the one that stands. */
export async function listEsfSupports(
  db: Database,
  participationIds: readonly number[],
  { from, until, asOf }: { from: string; until: string; asOf: string },
): Promise<EsfSupport[]> {
  const rows = await supportInForce(db, { on: until, asOf })
    .where("f.valid_on", ">=", from)
    .where("f.minutes", ">", 0)
    .where((either) =>
      either
        .whereIn("n.id", [...participationIds])
        .orWhereIn("n.merged_into_id", [...participationIds]),
    )
    .groupByRaw(`${STANDS_FOR}, f.support_code`)
    .orderByRaw(`${STANDS_FOR}, f.support_code`)
    .select({ supportCode: "f.support_code" })
    .select(
      db.raw(`${STANDS_FOR} as "participationId"`),
      minutesOf(db, "in-person", "inPersonMinutes"),
      minutesOf(db, "electronic", "electronicMinutes"),
    );
  return rows.map((row: EsfSupport) => ({
    ...row,
    inPersonMinutes: Number(row.inPersonMinutes),
    electronicMinutes: Number(row.electronicMinutes),
  }));
}

function minutesOf(db: Database, form: string, name: string): Knex.Raw {
  return db.raw("sum(case when f.form = ? then f.minutes else 0 end) as ??", [form, name]);
}

/** A posting written after a given instant, with what it corrects. */
export interface LatePosting {
  participationId: number;
  code: string;
  supportCode: string | null;
  minutes: number;
  validOn: string;
  recordedAt: string;
  corrected: { minutes: number; validOn: string } | null;
}

/** What was written after an instant about days before another: the stuff of corrections. */
export async function listLatePostings(
  db: Database,
  projectId: number,
  { after, before }: { after: string; before: string },
): Promise<LatePosting[]> {
  const rows = await db("support_postings as f")
    .join("participations as p", "p.id", "f.participation_id")
    .joinRaw("join participations as n on n.id = coalesce(p.merged_into_id, p.id)")
    .join("participants as t", "t.id", "n.participant_id")
    .leftJoin("support_postings as c", "c.id", "f.corrects_id")
    .where("p.project_id", projectId)
    .where("f.recorded_at", ">", after)
    .where((either) => either.where("f.valid_on", "<", before).orWhere("c.valid_on", "<", before))
    .orderBy(["t.code", "f.id"])
    .select({
      participationId: "n.id",
      code: "t.code",
      supportCode: "f.support_code",
      minutes: "f.minutes",
      validOn: "f.valid_on",
      recordedAt: "f.recorded_at",
      correctedMinutes: "c.minutes",
      correctedOn: "c.valid_on",
    });
  return rows.map(({ correctedMinutes, correctedOn, ...row }) => ({
    ...row,
    corrected: correctedOn === null ? null : { minutes: correctedMinutes, validOn: correctedOn },
  }));
}

export interface EsfExport {
  kind: "persons" | "supports";
  periodId: number | null;
  periodNumber: number | null;
  exportedAt: string;
  exportedByName: string | null;
  personCount: number;
}

export async function listEsfExports(db: Database, projectId: number): Promise<EsfExport[]> {
  return db("is_esf_exports as x")
    .leftJoin("users as u", "u.id", "x.exported_by")
    .leftJoin("monitoring_periods as o", "o.id", "x.period_id")
    .where("x.project_id", projectId)
    .orderBy([
      { column: "x.exported_at", order: "desc" },
      { column: "x.id", order: "desc" },
    ])
    .limit(200)
    .select({
      kind: "x.kind",
      periodId: "x.period_id",
      periodNumber: "o.number",
      exportedAt: "x.exported_at",
      exportedByName: "u.name",
      personCount: "x.person_count",
    });
}

export async function insertEsfExport(
  db: Database,
  row: Omit<EsfExport, "periodNumber" | "exportedByName"> & {
    projectId: number;
    exportedBy: number | null;
  },
): Promise<void> {
  await db("is_esf_exports").insert({
    project_id: row.projectId,
    period_id: row.periodId,
    kind: row.kind,
    exported_at: row.exportedAt,
    exported_by: row.exportedBy,
    person_count: row.personCount,
  });
}
