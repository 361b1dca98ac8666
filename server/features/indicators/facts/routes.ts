import type { Request, Response, Router } from "express";
import { allow, can } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { isCalendarDate } from "../../../values/calendar-date.ts";
import { PAGE_SIZE, pageNumber } from "../../../web/pagination.ts";
import { noteShown } from "../../../web/personal-data.ts";
import { sendWorkbook } from "../../../web/workbook.ts";
import { indicatorCrumbs, indicatorOf } from "../load-indicator.ts";
import { type FactsView, factSheets, presentFactsPage } from "./presenter.ts";
import { loadFactDetails, loadFacts } from "./service.ts";

/** Exactly what a number of an indicator is made of, on any day. */
export function addFactRoutes(router: Router, deps: Pick<Deps, "db" | "clock">): void {
  const address = paths.indicatorFacts(":projectId", ":indicatorId");
  router.get(address, allow("indicator:view"), async (req, res) => {
    const isWorkbook = req.query.format === "xlsx";
    const view = await loadView(deps, req, res, { isWhole: isWorkbook });
    const personCount = view.withNames ? view.details.persons.size : 0;
    if (personCount > 0)
      await noteShown(deps, req, res, { action: isWorkbook ? "export" : "view", personCount });
    if (isWorkbook) return sendSheets(res, view);
    const model = presentFactsPage(view, res.locals);
    const { title } = model.pageHeader;
    const breadcrumbs = indicatorCrumbs(res, title);
    res.locals.page("indicators/facts", model, { title, breadcrumbs });
  });
}

async function loadView(
  { db, clock }: Pick<Deps, "db" | "clock">,
  req: Request,
  res: Response,
  { isWhole }: { isWhole: boolean },
): Promise<FactsView> {
  const indicator = indicatorOf(res);
  const moment = { on: dayAsked(req.query.on, res.locals.today), asOf: clock.now() };
  const behind = await loadFacts(db, indicator, moment);
  const last = Math.max(1, Math.ceil(behind.lines.length / PAGE_SIZE));
  const page = isWhole ? 1 : Math.min(pageNumber(req.query.page), last);
  const first = (page - 1) * PAGE_SIZE;
  const lines = isWhole ? behind.lines : behind.lines.slice(first, first + PAGE_SIZE);
  const withNames = can(res, "personal-data:read");
  const { projectId } = indicator;
  const details = await loadFactDetails(db, lines, { projectId, moment, withNames });
  return { indicator, behind, details, lines, page, withNames };
}

async function sendSheets(res: Response, view: FactsView): Promise<void> {
  const { facts, breakdown } = factSheets(view, res.locals);
  const { fileName } = res.locals.texts.computedIndicators.facts;
  const workbook = `${fileName}-${view.indicator.id}-${view.behind.on}`;
  if (!breakdown) return sendWorkbook(res, { fileName: workbook, sheets: [facts] });
  return sendWorkbook(res, { fileName: workbook, sheets: [facts, breakdown] });
}

/** A day to come, or none at all, is today. */
function dayAsked(text: unknown, today: string): string {
  return typeof text === "string" && isCalendarDate(text) && text <= today ? text : today;
}
