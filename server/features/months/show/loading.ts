import type { Request, Response } from "express";
import { findMonthFigures, type MonthFigures } from "../../../../db/queries/month-figures.ts";
import { can } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { loadClosingBoard } from "../closing/board.ts";
import { correctionsSince } from "../corrections/service.ts";
import { withCorrections } from "../corrections/told.ts";
import type { MonthFacts } from "../figures/facts.ts";
import { projectFigures } from "../figures/service.ts";
import { monthOfProject } from "../month-of.ts";
import { dayOfFigures } from "../rules.ts";
import type { MonthPage } from "./presenter.ts";
import { monthView } from "./schema.ts";

type MonthDeps = Pick<Deps, "db" | "clock">;

/** A project's month: as it is known today beside what was reported, or a revision exactly as it was put down. */
export async function loadMonthPage(
  deps: MonthDeps,
  req: Request,
  res: Response,
): Promise<MonthPage> {
  const project = projectOf(res);
  const month = monthOfProject(res, req.params.month);
  const key = { projectId: project.id, month };
  const board = await loadClosingBoard(deps, { project, month });
  const asked = monthView.parse(req.query).version;
  const stored = await findMonthFigures(deps.db, {
    ...key,
    ...(asked !== undefined && { revision: asked }),
  });
  if (asked === undefined) return pageOfToday(deps, res, { ...key, stored, board });
  if (!stored) throw new NotFound("revision");
  const facts = JSON.parse(stored.facts) as MonthFacts;
  const shown = { facts, ...sealOf(stored) };
  return { project, month, board, facts, shown, reported: null, corrections: null };
}

async function pageOfToday(
  { db, clock }: MonthDeps,
  res: Response,
  of: Pick<MonthPage, "month" | "board"> & {
    projectId: number;
    stored: MonthFigures | undefined;
  },
): Promise<MonthPage> {
  const { projectId, month, stored, board } = of;
  const moment = { on: dayOfFigures(month, res.locals.today), asOf: clock.now() };
  const known = await projectFigures(db, projectId, moment);
  if (!known) throw new NotFound("project");
  const told = await withCorrections(db, month, new Map([[projectId, known]]));
  const readsPay = can(res, "staff-data:read");
  const after = stored?.asOf ?? "";
  return {
    ...{ project: projectOf(res), month, board, shown: null },
    facts: told.get(projectId) ?? known,
    reported: stored ? { facts: JSON.parse(stored.facts) as MonthFacts, ...sealOf(stored) } : null,
    corrections: stored ? await correctionsSince(db, { projectId, month, after, readsPay }) : null,
  };
}

function sealOf({ asOf, revision, hash }: MonthFigures) {
  return { asOf, revision, hash };
}
