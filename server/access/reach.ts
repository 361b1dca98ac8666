import type { Reach } from "../../db/queries/reach.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import type { GlobalRole } from "./permissions.ts";
import type { Viewer } from "./viewer.ts";

/** The global roles that an account is marked with. */
export function globalRolesOf(account: {
  isAdministrator: boolean;
  isManagement: boolean;
  isAuditor: boolean;
  isFounder?: boolean;
}): GlobalRole[] {
  const roles: [boolean, GlobalRole][] = [
    [account.isAdministrator, "administrator"],
    [account.isManagement, "management"],
    [account.isAuditor, "auditor"],
    [account.isFounder ?? false, "founder"],
  ];
  return roles.filter(([held]) => held).map(([, role]) => role);
}

/** Global roles in force on that day: an auditor's only within the span they were let in for. */
export function rolesOn(
  viewer: Pick<Viewer, "roles" | "auditsFromOn" | "auditsUntilOn">,
  today: CalendarDate,
): GlobalRole[] {
  const from = viewer.auditsFromOn ?? "0000-00-00";
  const until = viewer.auditsUntilOn ?? "9999-99-99";
  const audits = from <= today && today <= until;
  return audits ? viewer.roles : viewer.roles.filter((role) => role !== "auditor");
}

/** A deputy reaches the projects of those they stand in for; global roles are never stood in for. */
export function reachOf(
  viewer: { id: number; standsInFor?: readonly { userId: number }[] },
  roles: readonly GlobalRole[],
): Reach {
  return {
    userId: viewer.id,
    userIds: [viewer.id, ...(viewer.standsInFor ?? []).map(({ userId }) => userId)],
    seesEverything: roles.includes("administrator") || roles.includes("management"),
    isAuditor: roles.includes("auditor"),
  };
}
