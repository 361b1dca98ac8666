import { listManagersOf } from "../../../../db/queries/open-items.ts";
import type { Change } from "../../../change.ts";
import { groupedBy } from "../../../values/grouped.ts";
import type { NewsObject } from "../../../values/news.ts";
import { notifyOfMany, type Thing } from "../../notifications/service.ts";
import type { Handed } from "./rules.ts";
import type { Taken } from "./service.ts";

/** Told of by their own name when they come alone; the rest are told of by their number. */
const NAMED: Partial<Record<Handed["kind"], NewsObject>> = {
  milestone: "milestone",
  activity: "activity",
  indicator: "indicator",
  event: "event",
  internship: "internship",
  campaign: "campaign",
  risk: "risk",
  resolution: "resolution",
};

/**
 * Tells whoever has taken something over, and the managers of those projects: what somebody left behind
 * has to be known to be there. One letter for a project, however much there was.
 */
export async function tellOfHandover(
  one: Change,
  fromUserId: number,
  taken: readonly Taken[],
): Promise<void> {
  for (const [projectId, ofProject] of groupedBy(taken, ({ thing }) => thing.projectId)) {
    const takers = groupedBy(ofProject, ({ by }) => by);
    for (const [by, theirs] of takers) await tellTaker(one, { projectId, fromUserId, by }, theirs);
    await tellManagers(one, { projectId, fromUserId }, takers);
  }
}

async function tellTaker(
  one: Change,
  { projectId, fromUserId, by }: { projectId: number; fromUserId: number; by: number },
  taken: readonly Taken[],
): Promise<void> {
  const leads = taken.some(({ thing }) => thing.kind === "project");
  const things = taken.filter(({ thing }) => thing.kind !== "project");
  const [alone] = things.length === 1 ? things : [];
  const objectType = alone && NAMED[alone.thing.kind];
  const told = { kind: "handed-over", recipientUserIds: [by], projectId } as const;
  const ofProject = (count?: number): Thing => ({
    ...{ objectType: "project", objectId: projectId, pageId: projectId },
    params: { fromUserId, ...(count === undefined ? {} : { count }) },
  });
  const counted = things.length > 0 && !objectType ? [ofProject(things.length)] : [];
  await notifyOfMany(one, { ...told, things: [...(leads ? [ofProject()] : []), ...counted] });
  if (!alone || !objectType) return;
  const { id } = alone.thing;
  const thing: Thing = { objectType, objectId: id, pageId: id, params: { fromUserId } };
  await notifyOfMany(one, { ...told, things: [thing] });
}

/** Whoever took something themselves knows of it from their own letter. */
async function tellManagers(
  one: Change,
  { projectId, fromUserId }: { projectId: number; fromUserId: number },
  takers: ReadonlyMap<number, readonly Taken[]>,
): Promise<void> {
  const managers = await listManagersOf(one.trx, projectId);
  const others = managers.filter((id) => !takers.has(id) && id !== fromUserId);
  const things = [...takers].map(
    ([toUserId, { length: count }]): Thing => ({
      ...{ objectType: "project", objectId: projectId, pageId: projectId },
      params: { fromUserId, toUserId, count },
    }),
  );
  await notifyOfMany(one, { kind: "taken-over", recipientUserIds: others, projectId, things });
}
