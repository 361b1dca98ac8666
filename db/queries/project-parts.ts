import { type Database, selectRows, type Transaction } from "../connection.ts";
import type { ProjectSource, SourceKind } from "./project-sources.ts";

export interface ProjectPartner {
  organisationId: number;
  name: string;
  ico: string | null;
  hasFunds: boolean;
}

/** An item of a code list that the project has chosen: district, municipality, target group. */
export interface ProjectCodeItem {
  id: number;
  list: string;
  labelCs: string;
  labelEn: string;
}

export interface ProjectParts {
  goals: string[];
  sources: ProjectSource[];
  partners: ProjectPartner[];
  codeItems: ProjectCodeItem[];
}

interface PartRow {
  part: "goal" | "source" | "partner" | "code-item";
  id: number;
  name: string;
  nameEn: string | null;
  code: string | null;
  amount: number | null;
}

const PARTS = `select part, id, name, "nameEn", code, amount from (select 'goal' as part, 1 as place, g.position as position, g.id as id, g.goal as name,
    cast(null as text) as "nameEn", cast(null as text) as code, cast(null as integer) as amount
  from project_goals as g where g.project_id = ?
  union all
  select 'source', 2, s.position, s.id, s.name, null, s.kind, s.share_ppm
  from project_sources as s where s.project_id = ? and s.archived_at is null
  union all
  select 'partner', 3, p.id, o.id, o.name, null, o.ico, case when p.has_funds then 1 else 0 end
  from project_partners as p join organisations as o on o.id = p.organisation_id
  where p.project_id = ?
  union all
  select 'code-item', 4, i.position, i.id, i.label_cs, i.label_en, i.list, null
  from project_code_items as c join code_list_items as i on i.id = c.code_list_item_id
  where c.project_id = ?) as parts order by place, position, id`;

/** All that belongs to a project in small rows of its own, in one statement. */
export async function findProjectParts(db: Database, projectId: number): Promise<ProjectParts> {
  const rows = await selectRows<PartRow>(db, PARTS, Array(4).fill(projectId));
  const of = (part: PartRow["part"]) => rows.filter((row) => row.part === part);
  return {
    goals: of("goal").map(({ name }) => name),
    sources: of("source").map(({ id, name, code, amount }) => ({
      id,
      kind: code as SourceKind,
      name,
      sharePpm: amount,
    })),
    partners: of("partner").map(({ id, name, code, amount }) => ({
      organisationId: id,
      name,
      ico: code,
      hasFunds: amount === 1,
    })),
    codeItems: of("code-item").map(({ id, name, nameEn, code }) => ({
      id,
      list: code ?? "",
      labelCs: name,
      labelEn: nameEn ?? name,
    })),
  };
}

export interface NewProjectParts {
  goals: string[];
  partners: { organisationId: number; hasFunds: boolean }[];
  codeItemIds: number[];
}

/** The project has these parts and no others; its sources, which plans refer to, are kept by their own service. */
export async function replaceProjectParts(
  trx: Transaction,
  projectId: number,
  parts: NewProjectParts,
): Promise<void> {
  await replaceProjectGoals(trx, projectId, parts.goals);
  await replaceRows(
    trx,
    "project_partners",
    projectId,
    parts.partners.map((partner) => ({
      organisation_id: partner.organisationId,
      has_funds: partner.hasFunds,
    })),
  );
  await replaceRows(
    trx,
    "project_code_items",
    projectId,
    parts.codeItemIds.map((id) => ({ code_list_item_id: id })),
  );
}

/** The project has these specific goals, in this order. */
export async function replaceProjectGoals(
  trx: Transaction,
  projectId: number,
  goals: readonly string[],
): Promise<void> {
  const rows = goals.map((goal, index) => ({ position: index + 1, goal }));
  await replaceRows(trx, "project_goals", projectId, rows);
}

async function replaceRows(
  trx: Transaction,
  table: string,
  projectId: number,
  rows: Record<string, unknown>[],
): Promise<void> {
  await trx(table).where({ project_id: projectId }).delete();
  if (rows.length === 0) return;
  await trx(table).insert(rows.map((row) => ({ project_id: projectId, ...row })));
}
