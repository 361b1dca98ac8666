import {
  insertStaffDataAccess,
  type StaffDataAccess,
} from "../../../../db/queries/staff-data-accesses.ts";
import type { Deps } from "../../../deps.ts";

/** Puts down that somebody is shown pay or timesheets of others: once a page, before they are shown. */
export async function noteStaffDataShown(
  { db, clock }: Pick<Deps, "db" | "clock">,
  shown: Omit<StaffDataAccess, "happenedAt">,
): Promise<void> {
  await insertStaffDataAccess(db, { ...shown, happenedAt: clock.now() });
}
