import { absenceNote } from "../../../db/seeds/demo/people.ts";
import { type Author, system } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { addDays, dayOfWeek } from "../../values/calendar-date.ts";
import { addFeed } from "../calendar-feeds/service.ts";
import { nameDeputy } from "../deputies/service.ts";

/** The coordinator is away from the Monday after next for a week, and the manager reads the deadlines in a calendar. */
export async function enterAbsence(
  deps: Pick<Deps, "db" | "clock">,
  { managerId, coordinatorId }: { managerId: number; coordinatorId: number },
): Promise<void> {
  const as = (userId: number): Author => ({ ...system, userId, tellsNobody: true });
  const today = deps.clock.today();
  const fromOn = addDays(today, 15 - dayOfWeek(today));
  await nameDeputy(deps, as(coordinatorId), {
    userId: coordinatorId,
    entry: { deputyUserId: managerId, fromOn, untilOn: addDays(fromOn, 6), note: absenceNote },
  });
  const reach = {
    userId: managerId,
    userIds: [managerId],
    seesEverything: false,
    isAuditor: false,
  };
  await addFeed(deps, as(managerId), reach, {
    ...{ projectId: null, hasDeadlines: true, hasEvents: true, alarms: "1440" },
  });
}
