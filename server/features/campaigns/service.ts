import {
  type Campaign,
  type CampaignFields,
  findCampaign,
  insertCampaign,
  updateCampaign,
  updateCampaignArchived,
} from "../../../db/queries/campaigns.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { pragueDay } from "../../values/calendar-date.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { checkActivity } from "../activities/choices/service.ts";
import { canBeRestored } from "../activities/rules.ts";
import { tellOwner } from "../notifications/owners/service.ts";
import { resolveOwner } from "../owners/service.ts";
import type { CampaignEntry, EditedCampaign } from "./schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

interface Key {
  projectId: number;
  id: number;
}

export async function createCampaign(
  deps: Doing,
  author: Author,
  projectId: number,
  entry: CampaignEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const fields = await fieldsOf(one, projectId, entry);
    const id = await insertCampaign(one.trx, { ...fields, projectId, createdAt: one.at });
    recordCampaign(one, { projectId, id }, "campaign.created", { title: [null, entry.title] });
    await tellOwner(one, { projectId, objectType: "campaign", objectId: id }, fields);
    return id;
  });
}

/** @throws EditedMeanwhile when the form was opened on another version of the campaign */
export async function editCampaign(
  deps: Doing,
  author: Author,
  key: Key,
  { entry, formOf }: { entry: EditedCampaign; formOf: FormOf<Campaign> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await campaignAt(one, key);
    if (before.archivedAt !== null) throw new Conflict("archived");
    const fields = await fieldsOf(one, key.projectId, entry, before);
    const updated = await updateCampaign(one.trx, { ...key, version: entry.version }, fields);
    if (updated === 0) {
      const { version } = before;
      const values = formOf(before);
      throw await editedMeanwhile(one.trx, {
        objectType: "campaign",
        objectId: key.id,
        version,
        values,
      });
    }
    const after = await campaignAt(one, key);
    recordCampaign(one, key, "campaign.edited", changedFields(told(before), told(after)));
    const owned = { projectId: key.projectId, objectType: "campaign" as const, objectId: key.id };
    await tellOwner(one, owned, owedBy(after), owedBy(before));
  });
}

function owedBy({ ownerUserId, endsOn: dueOn }: Campaign) {
  return { ownerUserId, dueOn };
}

export async function archiveCampaign(deps: Doing, author: Author, key: Key): Promise<void> {
  await change(deps, author, async (one) => {
    const campaign = await campaignAt(one, key);
    if (campaign.archivedAt !== null) return;
    await updateCampaignArchived(one.trx, campaign, one.at);
    recordCampaign(one, key, "campaign.archived");
  });
}

export async function restoreCampaign(deps: Doing, author: Author, key: Key): Promise<void> {
  await change(deps, author, async (one) => {
    const campaign = await campaignAt(one, key);
    if (campaign.archivedAt === null) return;
    if (!canBeRestored(campaign.archivedAt, pragueDay(one.at)))
      throw new Conflict("archivedTooLong");
    await updateCampaignArchived(one.trx, campaign, null);
    recordCampaign(one, key, "campaign.restored");
  });
}

async function campaignAt({ trx }: Change, key: Key): Promise<Campaign> {
  const campaign = await findCampaign(trx, key);
  if (!campaign) throw new NotFound("campaign");
  return campaign;
}

function recordCampaign(
  one: Change,
  { projectId, id: objectId }: Key,
  action: string,
  changes: Record<string, [unknown, unknown]> = {},
): void {
  one.record({ action, objectType: "campaign", objectId, projectId, changes });
}

async function fieldsOf(
  one: Change,
  projectId: number,
  entry: CampaignEntry,
  current?: Campaign,
): Promise<CampaignFields> {
  const { activityId } = entry;
  await checkActivity(one, projectId, activityId, current?.activityId ?? null);
  const { ownerUserId, ownerContactId } = await resolveOwner(one, projectId, entry, current);
  const { kind, title, goal, startsOn, endsOn, channels, outputs, reach, reachNote } = entry;
  const { proof, proofUrl, state } = entry;
  return {
    ...{ activityId, kind, title, goal, startsOn, endsOn, channels, outputs, reach, reachNote },
    ...{ proof, proofUrl, state, ownerUserId, ownerContactId },
  };
}

function told(campaign: Campaign) {
  const { kind, title, goal, startsOn, endsOn, channels, outputs, reach, reachNote } = campaign;
  const { proof, proofUrl, state, activityTitle: activity, ownerName: owner } = campaign;
  return {
    ...{ kind, title, goal, startsOn, endsOn, channels, outputs, reach, reachNote },
    ...{ proof, proofUrl, state, activity, owner },
  };
}
