import type { Request, Response } from "express";
import type { Database } from "../../../../db/connection.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound, SignInRequired } from "../../../errors.ts";
import { earlierOf } from "../../../values/calendar-date.ts";
import { type Month, monthOf } from "../../../values/month.ts";
import { pageNumber, pageOf } from "../../../web/pagination.ts";
import { type EscalatedThing, listEscalated } from "../../reminder-rules/escalation/service.ts";
import { monthParam, summaryView } from "../schema.ts";
import type { SummaryPage } from "./addresses.ts";
import { tellsOfToday } from "./escalated.ts";
import type { ScopeQuestion } from "./scope.ts";
import { portfolioOf } from "./service.ts";

export interface Asked extends ScopeQuestion {
  against: Month | null;
  /** What the address says; without it the latest is told. */
  askedAsOf: string | null;
}

/** What the address of a summary asks for, of whoever asks. */
export function askedOf(req: Request, res: Response, now: string): Asked {
  const { reach, today } = res.locals;
  if (!reach) throw new SignInRequired();
  const month = monthSoFar(req.params.month, today);
  const { department, against, asOf } = summaryView.parse(req.query);
  return {
    ...{ reach, month, today },
    department: department ?? null,
    against: against !== undefined && against < month ? against : null,
    askedAsOf: asOf === undefined ? null : earlierOf(asOf, now),
    asOf: asOf === undefined ? now : earlierOf(asOf, now),
  };
}

export async function summaryPage(
  { db, clock }: Pick<Deps, "db" | "clock">,
  req: Request,
  res: Response,
): Promise<SummaryPage> {
  const asked = askedOf(req, res, clock.now());
  const page = pageNumber(req.query.page);
  const { month, department, against, askedAsOf } = asked;
  const portfolio = await portfolioOf(db, { ...asked, ...pageOf(page) });
  const isOfToday = askedAsOf === null && tellsOfToday(month, asked.today);
  const escalated = isOfToday ? await escalatedOf(db, asked, portfolio.projectIds) : [];
  return { month, department, against, asOf: askedAsOf, page, portfolio, escalated };
}

/** All that there is and then those told of, rather than the names of a thousand projects; else just theirs. */
async function escalatedOf(
  db: Database,
  { today, reach }: Asked,
  projectIds: readonly number[],
): Promise<EscalatedThing[]> {
  if (!reach.seesEverything) return listEscalated(db, { today, projectIds });
  const told = new Set(projectIds);
  return (await listEscalated(db, { today })).filter(({ projectId }) => told.has(projectId));
}

function monthSoFar(text: unknown, today: string): Month {
  const month = monthParam.safeParse(text);
  if (!month.success || month.data > monthOf(today)) throw new NotFound("month");
  return month.data;
}
