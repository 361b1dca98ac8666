import type { Database, Transaction } from "../connection.ts";

export interface PublicPage {
  id: number;
  projectId: number;
  slug: string;
  introduction: string | null;
  fundingSentence: string;
  contactFunction: string | null;
  contactOffice: string | null;
  contactAddress: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
  /** The number of the edition that anybody reads; null while the page is not out. */
  publishedEdition: number | null;
  version: number;
}

export type PublicPageFields = Omit<
  PublicPage,
  "id" | "projectId" | "publishedEdition" | "version"
>;

const COLUMNS = {
  id: "id",
  projectId: "project_id",
  slug: "slug",
  introduction: "introduction",
  fundingSentence: "funding_sentence",
  contactFunction: "contact_function",
  contactOffice: "contact_office",
  contactAddress: "contact_address",
  contactEmail: "contact_email",
  contactPhone: "contact_phone",
  publishedEdition: "published_edition",
  version: "version",
};

export async function findPublicPage(
  db: Database,
  projectId: number,
): Promise<PublicPage | undefined> {
  return db("public_pages").where({ project_id: projectId }).first(COLUMNS);
}

/** The project whose page has this address, if any. */
export async function findOwnerOfSlug(db: Database, slug: string): Promise<number | undefined> {
  const row = await db("public_pages").where({ slug }).first({ projectId: "project_id" });
  return row?.projectId;
}

export async function insertPublicPage(
  trx: Transaction,
  page: PublicPageFields & { projectId: number; at: string },
): Promise<number> {
  const [row] = await trx("public_pages")
    .insert({ ...columnsOf(page), project_id: page.projectId, created_at: page.at })
    .returning("id");
  return row.id;
}

/** False when somebody else has changed the page since `version`. */
export async function updatePublicPage(
  trx: Transaction,
  key: { id: number; version: number },
  fields: PublicPageFields,
): Promise<boolean> {
  const changed = await trx("public_pages")
    .where({ id: key.id, version: key.version })
    .update({ ...columnsOf(fields), version: key.version + 1 });
  return changed === 1;
}

export async function updatePublishedEdition(
  trx: Transaction,
  key: { id: number; version: number },
  number: number | null,
): Promise<boolean> {
  const changed = await trx("public_pages")
    .where({ id: key.id, version: key.version })
    .update({ published_edition: number, version: key.version + 1 });
  return changed === 1;
}

export interface Edition {
  number: number;
  /** Canonical JSON of what was made public. */
  facts: string;
  hash: string;
  publishedAt: string;
  publishedByName: string | null;
}

/** The newest first. */
export async function listEditions(db: Database, publicPageId: number): Promise<Edition[]> {
  return db("public_page_editions as e")
    .leftJoin("users as u", "u.id", "e.published_by")
    .where({ "e.public_page_id": publicPageId })
    .orderBy("e.number", "desc")
    .select({
      number: "e.number",
      facts: "e.facts",
      hash: "e.hash",
      publishedAt: "e.published_at",
      publishedByName: "u.name",
    });
}

export async function insertEdition(
  trx: Transaction,
  edition: {
    publicPageId: number;
    number: number;
    facts: string;
    hash: string;
    at: string;
    by: number | null;
  },
): Promise<void> {
  await trx("public_page_editions").insert({
    public_page_id: edition.publicPageId,
    number: edition.number,
    facts: edition.facts,
    hash: edition.hash,
    published_at: edition.at,
    published_by: edition.by,
  });
}

/** What anybody may read at an address; of an archived project nothing. */
export async function findPublishedEdition(
  db: Database,
  slug: string,
): Promise<{ facts: string; publishedAt: string } | undefined> {
  return db("public_pages as w")
    .join("projects as p", "p.id", "w.project_id")
    .join("public_page_editions as e", (on) =>
      on.on("e.public_page_id", "w.id").on("e.number", "w.published_edition"),
    )
    .where("w.slug", slug)
    .whereNull("w.archived_at")
    .whereNull("p.archived_at")
    .first({ facts: "e.facts", publishedAt: "e.published_at" });
}

/** What of the project's own row the public page tells. */
export interface PublicProject {
  title: string;
  shortName: string;
  registrationNumber: string | null;
  programme: string;
  priorityAxis: string | null;
  callNumber: string | null;
  callName: string | null;
  beneficiary: string | null;
  vision: string | null;
  startsOn: string;
  endsOn: string;
  totalHalere: number | null;
}

export async function findPublicProject(
  db: Database,
  projectId: number,
): Promise<PublicProject | undefined> {
  return db("projects as p")
    .leftJoin("organisations as o", "o.id", "p.beneficiary_id")
    .where("p.id", projectId)
    .first({
      title: "p.title",
      shortName: "p.short_name",
      registrationNumber: "p.registration_number",
      programme: "p.programme",
      priorityAxis: "p.priority_axis",
      callNumber: "p.call_number",
      callName: "p.call_name",
      beneficiary: "o.name",
      vision: "p.vision",
      startsOn: "p.starts_on",
      endsOn: "p.ends_on",
      totalHalere: "p.total_halere",
    });
}

export interface PublicActivity {
  id: number;
  parentId: number | null;
  number: string;
  title: string;
  goal: string | null;
}

/** Activities and their parts in their order; cancelled ones are nobody's promise any more. */
export async function listPublicActivities(
  db: Database,
  projectId: number,
): Promise<PublicActivity[]> {
  return db("activities")
    .where({ project_id: projectId })
    .whereNull("archived_at")
    .whereNot("state", "cancelled")
    .orderBy(["position", "id"])
    .select({ id: "id", parentId: "parent_id", number: "number", title: "title", goal: "goal" });
}

function columnsOf(fields: PublicPageFields) {
  return {
    slug: fields.slug,
    introduction: fields.introduction,
    funding_sentence: fields.fundingSentence,
    contact_function: fields.contactFunction,
    contact_office: fields.contactOffice,
    contact_address: fields.contactAddress,
    contact_email: fields.contactEmail,
    contact_phone: fields.contactPhone,
  };
}
