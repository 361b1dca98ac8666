import { deleteAttemptWindowsEndedBefore } from "../../../db/queries/attempt-windows.ts";
import { deleteRunsBefore } from "../../../db/queries/jobs.ts";
import { deleteKeptFormsBefore } from "../../../db/queries/kept-forms.ts";
import { deleteUntoldNewsBefore } from "../../../db/queries/notifications.ts";
import { deleteAccessesBefore } from "../../../db/queries/personal-data-accesses.ts";
import { deleteSessionsEndedBefore } from "../../../db/queries/sessions.ts";
import { deleteStaffDataAccessesBefore } from "../../../db/queries/staff-data-accesses.ts";
import { deleteSubmissionsBefore } from "../../../db/queries/submissions.ts";
import type { Deps } from "../../deps.ts";
import { addHours } from "../../values/instant.ts";
import { forgetOldBudgetImports } from "../budget-imports/service.ts";
import { removeForgottenFiles } from "../documents/archive/service.ts";
import { forgetOldImports } from "../imports/service.ts";
import { forgetOldPlanImports } from "../plan-imports/dropping/service.ts";
import { removeOutlivedFiles } from "../prepared-files/service.ts";

const DAY = 24;
/** Who looked at what of whom is kept for two years. */
const ACCESSES_KEPT_DAYS = 2 * 365;

/** News that has waited for a digest for so long is none any more. */
const NEWS_KEPT_DAYS = 180;

/** Removes what has served its purpose and is nobody's record; gives the number of rows and files. */
export async function tidyUp(deps: Pick<Deps, "db" | "clock" | "config" | "log">): Promise<number> {
  const { db, clock } = deps;
  const before = (days: number) => addHours(clock.now(), -days * DAY);
  const removed = [
    await deleteSessionsEndedBefore(db, before(1)),
    await deleteSubmissionsBefore(db, before(2)),
    await deleteKeptFormsBefore(db, before(7)),
    await deleteAttemptWindowsEndedBefore(db, before(1)),
    await deleteRunsBefore(db, before(90)),
    await deleteUntoldNewsBefore(db, before(NEWS_KEPT_DAYS)),
    await deleteAccessesBefore(db, before(ACCESSES_KEPT_DAYS)),
    await deleteStaffDataAccessesBefore(db, before(ACCESSES_KEPT_DAYS)),
    await forgetOldImports(deps),
    await forgetOldBudgetImports(deps),
    await forgetOldPlanImports(deps),
    await removeOutlivedFiles(deps),
    await removeForgottenFiles(deps),
  ];
  return removed.reduce((sum, count) => sum + count, 0);
}
