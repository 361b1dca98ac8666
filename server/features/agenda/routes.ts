import { type Request, type Response, Router } from "express";
import type { Reach } from "../../../db/queries/reach.ts";
import { allow } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { SignInRequired } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { pageNumber, pageOf } from "../../web/pagination.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { type AgendaViewer, presentAgenda } from "./presenter.ts";
import { daysOf } from "./rules.ts";
import { type AgendaView, readAgendaView } from "./schema.ts";
import { type AgendaScope, countAgenda, listAgenda, listAgendaFilters } from "./service.ts";
import { agendaSheet } from "./sheet.ts";

const MOST_IN_A_WORKBOOK = 20_000;

export function agendaRoutes({ db }: Pick<Deps, "db">): Router {
  const router = Router();

  async function show(req: Request, res: Response, asked: Asked) {
    const { view, viewer, reach, scope, days } = asked;
    const page = pageNumber(req.query.page);
    const [rows, counts, filters] = await Promise.all([
      listAgenda(db, { ...scope, ...days, ...pageOf(page) }),
      countAgenda(db, scope),
      listAgendaFilters(db, reach),
    ]);
    const model = presentAgenda({ view, page, viewer, rows, counts, ...filters }, res.locals);
    const { title } = res.locals.texts.agenda;
    res.locals.page("agenda/index", model, { title, breadcrumbs: [{ label: title }] });
  }

  async function download(res: Response, { scope, days }: Asked) {
    const rows = await listAgenda(db, { ...scope, ...days, limit: MOST_IN_A_WORKBOOK });
    const { texts, today } = res.locals;
    await sendWorkbook(res, {
      fileName: texts.agenda.fileName,
      sheets: [agendaSheet(rows, { texts, today })],
    });
  }

  router.get(paths.agenda(), allow("agenda:view"), async (req, res) => {
    const asked = readAsked(req, res);
    if (req.query.format === "xlsx") return download(res, asked);
    await show(req, res, asked);
  });
  return router;
}

interface Asked {
  view: AgendaView;
  viewer: AgendaViewer;
  reach: Reach;
  scope: AgendaScope;
  days: { from?: string; to?: string };
}

function readAsked(req: Request, res: Response): Asked {
  const { reach, today } = res.locals;
  if (!reach) throw new SignInRequired();
  const { userId: id, userIds } = reach;
  const insteadOf = userIds.filter((one) => one !== id);
  const viewer = { id, insteadOf, watchesAll: reach.seesEverything || reach.isAuditor };
  const view = readAgendaView(req.query, viewer);
  const scope: AgendaScope = { today, reach };
  if (view.who !== "all") scope.ownerUserId = view.who === id ? userIds : view.who;
  if (view.projectId !== null) scope.projectId = view.projectId;
  return { view, viewer, reach, scope, days: view.section ? daysOf(view.section, today) : {} };
}
