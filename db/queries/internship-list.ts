import type { Database } from "../connection.ts";
import type { InternshipState } from "./internships.ts";

export interface InternshipFilter {
  projectId: number;
  state: InternshipState | "all" | "archived";
  from?: string | undefined;
  to?: string | undefined;
}

export interface InternshipLine {
  id: number;
  title: string;
  state: InternshipState;
  startsOn: string;
  endsOn: string;
  activityNumber: string | null;
  activityParentNumber: string | null;
  trainees: number;
  hosts: string | null;
  /** Of all trainees together; null while nothing was planned. */
  plannedMinutes: number | null;
  workedMinutes: number;
  confirmedMinutes: number;
  plannedCostsHalere: number | null;
  realCostsHalere: number | null;
  ownerName: string | null;
}

/** The latest first; all of it without a page. Hours and people are counted for the rows of the page only. */
export async function listInternships(
  db: Database,
  filter: InternshipFilter,
  page?: { limit: number; offset: number },
): Promise<InternshipLine[]> {
  const query = filtered(db, filter)
    .leftJoin("activities as a", "a.id", "i.activity_id")
    .leftJoin("activities as p", "p.id", "a.parent_id")
    .leftJoin("users as u", "u.id", "i.owner_user_id")
    .leftJoin("contacts as c", "c.id", "i.owner_contact_id")
    .orderBy([{ column: "i.starts_on", order: "desc" }, "i.id"])
    .select({
      id: "i.id",
      title: "i.title",
      state: "i.state",
      startsOn: "i.starts_on",
      endsOn: "i.ends_on",
      plannedEach: "i.planned_minutes",
      plannedCostsHalere: "i.planned_costs_halere",
      realCostsHalere: "i.real_costs_halere",
      activityNumber: "a.number",
      activityParentNumber: "p.number",
      ownerName: db.raw("coalesce(u.name, c.name)"),
      trainees: db.raw("(select count(*) from internship_trainees t where t.internship_id = i.id)"),
      workedMinutes: db.raw(`coalesce((${minutesSql("")}), 0)`),
      confirmedMinutes: db.raw(`coalesce((${minutesSql("and d.confirmation_id is not null")}), 0)`),
    });
  if (page) query.limit(page.limit).offset(page.offset);
  const rows: (Omit<InternshipLine, "plannedMinutes" | "hosts"> & {
    plannedEach: number | null;
  })[] = await query;
  const hosts = await hostNames(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ plannedEach, ...row }) => {
    const trainees = Number(row.trainees);
    return {
      ...row,
      trainees,
      hosts: hosts.get(row.id) ?? null,
      plannedMinutes: plannedEach === null ? null : plannedEach * Math.max(1, trainees),
      workedMinutes: Number(row.workedMinutes),
      confirmedMinutes: Number(row.confirmedMinutes),
    };
  });
}

export async function countInternshipsByState(
  db: Database,
  filter: InternshipFilter,
): Promise<{ state: InternshipState; count: number }[]> {
  const rows = await filtered(db, { ...filter, state: "all" })
    .groupBy("i.state")
    .select({ state: "i.state", count: db.raw("count(*)") });
  return rows.map((row: { state: InternshipState; count: number | string }) => ({
    state: row.state,
    count: Number(row.count),
  }));
}

function minutesSql(condition: string): string {
  return `select sum(d.minutes) from internship_days d
    where d.internship_id = i.id and d.archived_at is null ${condition}`;
}

async function hostNames(db: Database, ids: number[]): Promise<Map<number, string>> {
  const names = new Map<number, string>();
  if (ids.length === 0) return names;
  const rows = await db("internship_hosts as h")
    .join("organisations as o", "o.id", "h.organisation_id")
    .whereIn("h.internship_id", ids)
    .orderBy(["o.sort_key", "o.id"])
    .select({ id: "h.internship_id", name: "o.name" });
  for (const { id, name } of rows) {
    const before = names.get(id);
    names.set(id, before === undefined ? name : `${before}, ${name}`);
  }
  return names;
}

function filtered(db: Database, { projectId, state, from, to }: InternshipFilter) {
  const query = db("internships as i").where("i.project_id", projectId);
  if (state === "archived") query.whereNotNull("i.archived_at");
  else query.whereNull("i.archived_at");
  if (state !== "all" && state !== "archived") query.where("i.state", state);
  if (from !== undefined) query.where("i.ends_on", ">=", from);
  if (to !== undefined) query.where("i.starts_on", "<=", to);
  return query;
}
