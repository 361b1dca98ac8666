import type { Connection, Transaction } from "../../../db/connection.ts";
import { lockPortfolioMonth, updatePortfolioMailed } from "../../../db/queries/month-portfolios.ts";
import { findSetting, insertSetting } from "../../../db/queries/settings.ts";
import { hasUsers, insertUser } from "../../../db/queries/users.ts";
import { seedCatalogues } from "../../../db/seeds/catalogues.ts";
import { availabilityAndQuality } from "../../../db/seeds/demo/availability-and-quality.ts";
import type { DemoProject } from "../../../db/seeds/demo/demo-project.ts";
import { storyOf } from "../../../db/seeds/demo/example/moments.ts";
import { exampleProject } from "../../../db/seeds/demo/example/project.ts";
import { mentalHealthReform } from "../../../db/seeds/demo/mental-health-reform.ts";
import { demoPassword, demoUsers } from "../../../db/seeds/demo/people.ts";
import { planningNetworkingFinancing } from "../../../db/seeds/demo/planning-networking-financing.ts";
import { hashPassword } from "../../access/passwords.ts";
import { system } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { pragueInstant } from "../../values/calendar-date.ts";
import { czechSortKey, foldText } from "../../values/fold.ts";
import { type Month, monthOf, monthsFrom } from "../../values/month.ts";
import { refreshAllAwaitedDocuments } from "../document-requirements/service.ts";
import { closeMonth } from "../months/closing/service.ts";
import { reportMonth } from "../months/reporting/service.ts";
import { lastMonthToReport, reportDayOf } from "../months/rules.ts";
import { enterAbsence } from "./absence.ts";
import { teamOf, tellExampleProject } from "./example-project.ts";
import { enterFinishedProject } from "./finished-projects.ts";
import { tellPlans } from "./plans.ts";

const MARK = "demonstration";

/** Whether the database was made by the demonstration: only such a one is ever started over. */
export async function isDemonstration({ db }: Pick<Deps, "db">): Promise<boolean> {
  return (await findSetting(db, MARK)) !== undefined;
}

/**
 * Fills an empty database with the people and projects of the demonstration, wholly or not at all; one it
 * filled before is left as it is.
 * @throws Error when the database holds people of its own: their data are no place to play in
 */
export async function buildDemonstration(
  deps: Pick<Deps, "db" | "clock" | "config">,
): Promise<boolean> {
  if (await isDemonstration(deps)) return false;
  if (await hasUsers(deps.db))
    throw new Error("the database holds people already, it stays as it is");
  const passwordHash = await hashPassword(demoPassword);
  const example = await deps.db.transaction(async (trx) => {
    const at = deps.clock.now();
    await insertSetting(trx, { key: MARK, value: at, at });
    await seedCatalogues(trx, at);
    const { startsOn } = storyOf(deps.clock.today());
    const userIds = await enterUsers(trx, passwordHash, pragueInstant(startsOn, "08:00"));
    const projectId = await enterProjects({ ...deps, db: trx }, userIds);
    const managerId = userIds.get("manager") ?? 0;
    const coordinatorId = userIds.get("coordinator") ?? 0;
    await enterAbsence({ ...deps, db: trx }, { managerId, coordinatorId });
    return { projectId, managerId };
  });
  await reportPastMonths(deps, example);
  await refreshAllAwaitedDocuments(deps);
  return true;
}

/**
 * Each month is reported on its day, so that later corrections show as such; the manager of the example has
 * closed all of them but the last one.
 */
async function reportPastMonths(
  { db, clock }: Pick<Deps, "db" | "clock">,
  example: { projectId: number; managerId: number },
): Promise<void> {
  const first = monthOf(storyOf(clock.today()).startsOn);
  const last = lastMonthToReport(clock.now());
  for (const month of monthsFrom(first, last)) {
    const day = reportDayOf(month);
    const at = pragueInstant(day, "08:00");
    const then = { db, clock: { now: () => at, today: () => day } };
    const { projectId, managerId } = example;
    const isLast = month === last;
    if (!isLast) await closeMonth(then, { ...system, userId: managerId }, { projectId, month });
    await reportMonth(then, month);
    if (!isLast) await markMailed(db, month, at);
  }
}

/** Its readers had the summary on the day; what is entered since is told as a correction. */
async function markMailed(db: Connection, month: Month, at: string): Promise<void> {
  await db.transaction(async (trx) => {
    await lockPortfolioMonth(trx, month);
    await updatePortfolioMailed(trx, month, { at, wasClosed: false });
  });
}

/** @returns what the sign-in page calls them → id */
async function enterUsers(
  trx: Transaction,
  passwordHash: string,
  createdAt: string,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const user of demoUsers) {
    const id = await insertUser(trx, {
      name: user.name,
      sortKey: czechSortKey(user.name),
      email: user.email,
      emailFolded: foldText(user.email),
      passwordHash,
      language: "cs",
      isAdministrator: user.globalRoles.includes("administrator"),
      isManagement: user.globalRoles.includes("management"),
      isAuditor: user.globalRoles.includes("auditor"),
      isFounder: user.globalRoles.includes("founder"),
      createdAt,
    });
    ids.set(user.shownAs, id);
  }
  return ids;
}

/** @returns the id of the example */
async function enterProjects(
  deps: Pick<Deps, "db" | "clock" | "config">,
  userIds: Map<string, number>,
): Promise<number> {
  const idOf = (person: string) => userIds.get(person) ?? 0;
  const people = {
    manager: idOf("manager"),
    coordinator: idOf("coordinator"),
    finance: idOf("finance"),
  };
  const team = teamOf(people);
  const finance = team.filter(({ role }) => role === "finance");
  const projects = new Map<string, number>();
  const enter = async (told: DemoProject, members: typeof team) =>
    projects.set(told.title, await enterFinishedProject(deps, told, members));
  await enter(planningNetworkingFinancing, team);
  await enter(availabilityAndQuality, finance);
  await enter(mentalHealthReform, team);
  const exampleId = await tellExampleProject(deps, people);
  projects.set(exampleProject.title, exampleId);
  await tellPlans(deps, { projects, people });
  return exampleId;
}
