import type { Owner } from "../../server/values/owner.ts";
import type { Database, Transaction } from "../connection.ts";

export type CampaignKind = "campaign" | "spot";
export type CampaignState = "planned" | "running" | "finished" | "cancelled";

export interface CampaignFields extends Owner {
  activityId: number | null;
  kind: CampaignKind;
  title: string;
  goal: string | null;
  startsOn: string;
  endsOn: string;
  channels: string | null;
  outputs: string | null;
  /** How many people it has reached. */
  reach: number | null;
  reachNote: string | null;
  proof: string | null;
  proofUrl: string | null;
  state: CampaignState;
}

export interface Campaign extends CampaignFields {
  id: number;
  projectId: number;
  activityNumber: string | null;
  activityParentNumber: string | null;
  activityTitle: string | null;
  ownerName: string | null;
  archivedAt: string | null;
  version: number;
}

/** The living ones from the newest on. */
export async function listCampaigns(db: Database, projectId: number): Promise<Campaign[]> {
  return campaigns(db)
    .where("x.project_id", projectId)
    .whereNull("x.archived_at")
    .orderBy([
      { column: "x.starts_on", order: "desc" },
      { column: "x.id", order: "desc" },
    ]);
}

export async function findCampaign(
  db: Database,
  key: { projectId: number; id: number },
): Promise<Campaign | undefined> {
  return campaigns(db).where({ "x.project_id": key.projectId, "x.id": key.id }).first();
}

export async function insertCampaign(
  trx: Transaction,
  campaign: CampaignFields & { projectId: number; createdAt: string },
): Promise<number> {
  const [row] = await trx("campaigns")
    .insert({
      ...columns(campaign),
      project_id: campaign.projectId,
      created_at: campaign.createdAt,
    })
    .returning("id");
  return row.id;
}

/** 0 when the record has another version by now; so with its archiving. */
export async function updateCampaign(
  trx: Transaction,
  key: { id: number; version: number },
  fields: CampaignFields,
): Promise<number> {
  return trx("campaigns")
    .where({ id: key.id, version: key.version })
    .update({ ...columns(fields), version: key.version + 1 });
}

export async function updateCampaignArchived(
  trx: Transaction,
  key: { id: number; version: number },
  archivedAt: string | null,
): Promise<number> {
  return trx("campaigns")
    .where({ id: key.id, version: key.version })
    .update({ archived_at: archivedAt, version: key.version + 1 });
}

function campaigns(db: Database) {
  return db("campaigns as x")
    .leftJoin("activities as a", "a.id", "x.activity_id")
    .leftJoin("activities as p", "p.id", "a.parent_id")
    .leftJoin("users as u", "u.id", "x.owner_user_id")
    .leftJoin("contacts as c", "c.id", "x.owner_contact_id")
    .select({
      id: "x.id",
      projectId: "x.project_id",
      activityId: "x.activity_id",
      kind: "x.kind",
      title: "x.title",
      goal: "x.goal",
      startsOn: "x.starts_on",
      endsOn: "x.ends_on",
      channels: "x.channels",
      outputs: "x.outputs",
      reach: "x.reach",
      reachNote: "x.reach_note",
      proof: "x.proof",
      proofUrl: "x.proof_url",
      state: "x.state",
      ownerUserId: "x.owner_user_id",
      ownerContactId: "x.owner_contact_id",
      ownerName: db.raw("coalesce(u.name, c.name)"),
      activityNumber: "a.number",
      activityParentNumber: "p.number",
      activityTitle: "a.title",
      archivedAt: "x.archived_at",
      version: "x.version",
    });
}

function columns(fields: CampaignFields) {
  return {
    activity_id: fields.activityId,
    kind: fields.kind,
    title: fields.title,
    goal: fields.goal,
    starts_on: fields.startsOn,
    ends_on: fields.endsOn,
    channels: fields.channels,
    outputs: fields.outputs,
    reach: fields.reach,
    reach_note: fields.reachNote,
    proof: fields.proof,
    proof_url: fields.proofUrl,
    state: fields.state,
    owner_user_id: fields.ownerUserId,
    owner_contact_id: fields.ownerContactId,
  };
}
