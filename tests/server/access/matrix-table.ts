/**
 * Who may go through which door: the reviewed table. It says by hand what `permissions.ts` must come to, so
 * that a slip there is seen here. Each route has exactly one line; a route without one fails the matrix.
 */
import { administration } from "./table/administration.ts";
import { attendance } from "./table/attendance.ts";
import { auditPacks } from "./table/audit-packs.ts";
import { bodies } from "./table/bodies.ts";
import { budgets } from "./table/budgets.ts";
import { events } from "./table/events.ts";
import { everybody } from "./table/everybody.ts";
import { expenditures } from "./table/expenditures.ts";
import { moneyExports } from "./table/exports.ts";
import { funding } from "./table/funding.ts";
import { internships } from "./table/internships.ts";
import { monthClosing } from "./table/month-closing.ts";
import { outputs } from "./table/outputs.ts";
import { oversight } from "./table/oversight.ts";
import { paymentRequests } from "./table/payment-requests.ts";
import { people } from "./table/people.ts";
import { plans } from "./table/plans.ts";
import { projectChanges } from "./table/project-changes.ts";
import { projects } from "./table/projects.ts";
import { publicPages } from "./table/public-pages.ts";
import { reports } from "./table/reports.ts";
import type { Who } from "./table/roles.ts";
import { staff } from "./table/staff.ts";
import { work } from "./table/work.ts";

export interface Line {
  route: string;
  who: Who;
}

const parts = [
  everybody,
  projects,
  work,
  events,
  attendance,
  internships,
  budgets,
  projectChanges,
  expenditures,
  moneyExports,
  funding,
  auditPacks,
  bodies,
  staff,
  outputs,
  paymentRequests,
  monthClosing,
  oversight,
  publicPages,
  reports,
  plans,
  people,
  administration,
];

export const matrix: Line[] = parts
  .flatMap((part) => Object.entries(part))
  .map(([route, who]) => ({ route, who }));

export function lineOf(route: string): Line | undefined {
  return matrix.find((line) => line.route === route);
}
