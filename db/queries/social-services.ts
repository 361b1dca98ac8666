import type { Database, Transaction } from "../connection.ts";

export type ServiceKind = "advice" | "care" | "prevention" | "group";

/** A kind of social service as the product brings it; an administrator may change all but its section. */
export interface SeededService {
  /** Of Act 108/2006 without the sign: 37, 60a. */
  section: string;
  nameCs: string;
  nameEn: string;
  kind: ServiceKind;
  /** Other names in use. */
  synonyms: string[];
  source: string;
}

export interface ServiceFields extends Omit<SeededService, "section"> {
  position: number;
  validFrom: string | null;
  validTo: string | null;
}

export interface SocialService extends ServiceFields {
  id: number;
  section: string;
  version: number;
  archivedAt: string | null;
}

/** What is recognised in texts: those no longer offered too, for older plans speak of them. */
export async function listServices(
  db: Database,
): Promise<{ id: number; section: string; name: string; synonyms: string[] }[]> {
  const rows = await db("social_services")
    .whereNull("archived_at")
    .orderBy(["position", "id"])
    .select({ id: "id", section: "section", name: "name_cs", synonyms: "synonyms" });
  return rows.map((row) => ({ ...row, synonyms: linesOf(row.synonyms) }));
}

/** All of them in their order, also the archived ones. */
export async function listSocialServices(db: Database): Promise<SocialService[]> {
  const rows = await services(db).orderBy(["position", "id"]);
  return rows.map(serviceOf);
}

export async function findSocialService(
  db: Database,
  id: number,
): Promise<SocialService | undefined> {
  const row = await services(db).where({ id }).first();
  return row && serviceOf(row);
}

/** How many cards name each service. */
export async function countCardsByService(db: Database): Promise<Map<number, number>> {
  const rows = await db("card_services as named")
    .join("cards as card", "card.id", "named.card_id")
    .whereNotNull("named.service_id")
    .whereNull("card.archived_at")
    .groupBy("named.service_id")
    .select({ serviceId: "named.service_id", count: db.raw("count(distinct card.id)") });
  return new Map(rows.map(({ serviceId, count }) => [serviceId, Number(count)]));
}

export async function insertSocialService(
  trx: Transaction,
  service: ServiceFields & { section: string; at: string },
): Promise<number> {
  const [row] = await trx("social_services")
    .insert({ ...columns(service), section: service.section, created_at: service.at })
    .returning("id");
  return row.id;
}

/** 0 when the service has another version by now. */
export async function updateSocialService(
  trx: Transaction,
  key: { id: number; version: number },
  fields: ServiceFields,
): Promise<number> {
  return trx("social_services")
    .where(key)
    .update({ ...columns(fields), version: key.version + 1 });
}

/** 0 when the service has another version by now. */
export async function archiveSocialService(
  trx: Transaction,
  key: { id: number; version: number },
  archivedAt: string | null,
): Promise<number> {
  return trx("social_services")
    .where(key)
    .update({ archived_at: archivedAt, version: key.version + 1 });
}

export async function insertMissingServices(
  trx: Transaction,
  seeded: readonly SeededService[],
  at: string,
): Promise<void> {
  const rows = seeded.map((service, index) => ({
    section: service.section,
    ...columns({ ...service, position: index + 1, validFrom: null, validTo: null }),
    created_at: at,
  }));
  await trx("social_services").insert(rows).onConflict("section").ignore();
}

function services(db: Database) {
  return db("social_services").select({
    id: "id",
    section: "section",
    nameCs: "name_cs",
    nameEn: "name_en",
    kind: "kind",
    synonyms: "synonyms",
    position: "position",
    validFrom: "valid_from",
    validTo: "valid_to",
    source: "source",
    version: "version",
    archivedAt: "archived_at",
  });
}

function serviceOf(row: Omit<SocialService, "synonyms"> & { synonyms: string }): SocialService {
  return { ...row, synonyms: linesOf(row.synonyms) };
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

function columns(service: ServiceFields) {
  return {
    name_cs: service.nameCs,
    name_en: service.nameEn,
    kind: service.kind,
    synonyms: service.synonyms.join("\n"),
    position: service.position,
    valid_from: service.validFrom,
    valid_to: service.validTo,
    source: service.source,
  };
}
