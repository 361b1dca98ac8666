import { listProjectsToClose } from "../../../../db/queries/month-figures.ts";
import {
  insertNudges,
  listNudgeRecipients,
  type NudgeRecipient,
} from "../../../../db/queries/month-nudges.ts";
import type { ProjectRole } from "../../../../db/queries/projects.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { firstDayOf, lastDayOf, type Month } from "../../../values/month.ts";
import { queueMails } from "../../mails/service.ts";
import { missingInMonth } from "../missing/service.ts";

type NudgeDeps = Pick<Deps, "db" | "clock">;

const MANAGERS: ProjectRole[] = ["manager"];
const TEAM: ProjectRole[] = ["manager", "coordinator", "finance"];

export interface Nudge {
  month: Month;
  projectIds: readonly number[];
  /** Whoever runs the project asks the others of the team, not only managers. */
  ofTeam: boolean;
}

/**
 * Asks those who run the projects to fill in what the month lacks: projects that are closed or lack nothing are
 * left out, nobody asks themselves, and nobody is asked twice on a day.
 * @returns how many mails were made
 */
export async function nudge(deps: NudgeDeps, author: Author, asked: Nudge): Promise<number> {
  const projectIds = await lacking(deps, asked);
  if (projectIds.length === 0) throw new Conflict("nothingMissing");
  return change(deps, author, async (one) => {
    const roles = asked.ofTeam ? TEAM : MANAGERS;
    const on = pragueDay(one.at);
    const members = await listNudgeRecipients(one.trx, { projectIds, roles, on });
    const others = members.filter(({ userId }) => userId !== one.by);
    if (others.length === 0) throw new Conflict("nobodyToNudge");
    return mailNudges(one, asked.month, others);
  });
}

/** Of the projects those whose month is open and lacks something. */
async function lacking({ db, clock }: NudgeDeps, { month, projectIds }: Nudge): Promise<number[]> {
  const days = { month, from: firstDayOf(month), to: lastDayOf(month) };
  const open = new Set(await listProjectsToClose(db, days));
  const ids = projectIds.filter((id) => open.has(id));
  const missing = await missingInMonth({ db, clock }, { month, projectIds: ids });
  return ids.filter((id) => (missing.get(id) ?? []).length > 0);
}

async function mailNudges(
  { trx, at, by }: Change,
  month: Month,
  recipients: readonly NudgeRecipient[],
): Promise<number> {
  const nudgedOn = pragueDay(at);
  const stamp = { month, nudgedOn, recordedAt: at, recordedBy: by };
  const added = await queueMails(
    trx,
    (await insertNudges(trx, recipients, stamp)).map(({ projectId, userId }) => ({
      kind: "immediate",
      template: "month-nudge",
      dedupeKey: `month-nudge:${projectId}:${month}:${userId}:${nudgedOn}`,
      recipientUserId: userId,
      subjectType: "project",
      subjectId: projectId,
      params: { month, askedBy: by },
      at,
    })),
  );
  return added.length;
}
