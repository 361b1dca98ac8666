import type { Database } from "../connection.ts";

/** An event or an internship that an expenditure may be for. */
export interface ExpenditureOccasion {
  kind: "event" | "internship";
  id: number;
  title: string;
  startsOn: string | null;
  endsOn: string | null;
  isConfidential: boolean;
  ownerUserId: number | null;
}

/** Living events and internships of a project, the latest first. */
export async function listOccasions(
  db: Database,
  projectId: number,
): Promise<ExpenditureOccasion[]> {
  const internships = db("internships")
    .where({ project_id: projectId })
    .whereNull("archived_at")
    .select({
      kind: db.raw("'internship'"),
      id: "id",
      title: "title",
      startsOn: "starts_on",
      endsOn: "ends_on",
      isConfidential: db.raw("?", [false]),
      ownerUserId: "owner_user_id",
    });
  const events = db("events")
    .where({ project_id: projectId })
    .whereNull("archived_at")
    .select({
      kind: db.raw("'event'"),
      id: "id",
      title: "title",
      startsOn: "starts_on",
      endsOn: "ends_on",
      isConfidential: "is_confidential",
      ownerUserId: "owner_user_id",
    });
  const rows = await db
    .from(events.unionAll([internships]).as("o"))
    .orderBy([{ column: "startsOn", order: "desc", nulls: "last" }, "kind", "id"])
    .select("*");
  return rows.map((row: ExpenditureOccasion) => ({
    ...row,
    isConfidential: Boolean(row.isConfidential),
  }));
}

export interface KnownSupplier {
  name: string;
  ico: string;
}

const MOST_SUPPLIERS = 300;

/** Suppliers of earlier documents of the project, then organisations the house knows. */
export async function listKnownSuppliers(
  db: Database,
  projectId: number,
): Promise<KnownSupplier[]> {
  const earlier = db("expenditures")
    .where({ project_id: projectId })
    .whereNot("kind", "payroll")
    .whereNotNull("supplier_ico")
    .whereNotNull("supplier_name")
    .distinct()
    .select({ ico: "supplier_ico", place: db.raw("1"), name: "supplier_name" });
  const organisations = db("organisations")
    .whereNull("archived_at")
    .whereNotNull("ico")
    .select({ ico: "ico", place: db.raw("2"), name: "name" });
  const rows: KnownSupplier[] = await db
    .from(earlier.unionAll([organisations]).as("s"))
    .orderBy(["place", "name"])
    .limit(MOST_SUPPLIERS)
    .select("ico", "name");
  const known = new Map(rows.toReversed().map((row) => [row.ico, row]));
  return [...known.values()].toReversed();
}

/** What a supplier is called: as the last document of the project has it, else as the house knows it. */
export async function findSupplierName(
  db: Database,
  { projectId, ico }: { projectId: number; ico: string },
): Promise<string | null> {
  const earlier = await db("expenditures")
    .where({ project_id: projectId, supplier_ico: ico })
    .whereNot("kind", "payroll")
    .whereNotNull("supplier_name")
    .orderBy("id", "desc")
    .first("supplier_name");
  if (earlier) return earlier.supplier_name;
  const organisation = await db("organisations").where({ ico }).first("name");
  return organisation?.name ?? null;
}
