import { type Response, Router } from "express";
import { listDepartments } from "../../../db/queries/standings.ts";
import { allow } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import type { Deps } from "../../deps.ts";
import { SignInRequired } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { pageNumber, pageOf, presentPagination } from "../../web/pagination.ts";
import { presentOverview, presentStanding } from "./presenter.ts";
import { type StandingView, standingViewSchema } from "./schema.ts";
import { loadStandings } from "./service.ts";

export function standingRoutes({ db }: Pick<Deps, "db">): Router {
  const router = Router();
  router.param("projectId", loadProject({ db }));
  router.get(paths.projectToday(":projectId"), allow("project:view"), async (_req, res) => {
    const { today, texts, formats, project } = res.locals;
    const scope = { projectId: project?.id, onlyMine: false, today, limit: 1, offset: 0 };
    const standings = await loadStandings(db, reachOf(res), scope);
    const words = texts.standings;
    const model = {
      pageHeader: { title: words.asOf(formats.date(today)) },
      print: words.print,
      sheets: standings.map((standing) => presentStanding(standing, res.locals)),
      overview: null,
    };
    res.locals.page("standings/index", model, {
      title: words.title,
      breadcrumbs: projectCrumbs(res, { label: words.title }),
    });
  });
  router.get(paths.today(), allow("overview:view"), async (req, res) => {
    const view = standingViewSchema.parse(req.query);
    await showPortfolio(db, res, view, pageNumber(req.query.page));
  });
  return router;
}

async function showPortfolio(
  db: Deps["db"],
  res: Response,
  view: StandingView,
  page: number,
): Promise<void> {
  const { today, texts, formats } = res.locals;
  const reach = reachOf(res);
  const onlyMine = view.scope === "mine";
  const scope = { department: view.department, onlyMine, today, ...pageOf(page) };
  const standings = await loadStandings(db, reach, scope);
  const departments = await listDepartments(db, reach);
  const words = texts.standings;
  const total = standings[0]?.standing.total ?? 0;
  const overview = presentOverview(standings, res.locals);
  const model = {
    pageHeader: { title: words.asOf(formats.date(today)), subtitle: words.count(total) },
    print: words.print,
    filterBar: presentFilter(view, departments, res),
    overview: {
      title: words.overviewTitle,
      columns: { ...words.columns, ...figureNames(words) },
      rows: overview,
    },
    sheets: standings.map((standing, index) => ({
      ...presentStanding(standing, res.locals),
      id: overview[index]?.id,
    })),
    pagination: presentPagination({
      page,
      total,
      summary: words.count(total),
      href: (number) => hrefOf(view, number),
    }),
    empty: { text: words.empty, icon: "presentation" },
  };
  res.locals.page("standings/index", model, {
    title: words.title,
    breadcrumbs: [{ label: words.title }],
  });
}

function figureNames(words: Response["locals"]["texts"]["standings"]) {
  const { time, physical, indicators, money } = words;
  return { time, physical, indicators, money };
}

function presentFilter(view: StandingView, departments: string[], res: Response) {
  const words = res.locals.texts.standings;
  const select = (name: string, label: string, value: string, options: [string, string][]) => ({
    type: "select",
    name,
    label,
    value,
    isAutosubmit: true,
    options: options.map(([key, text]) => ({ value: key, label: text })),
  });
  return {
    action: paths.today(),
    fields: [
      select("scope", words.scope, view.scope, [
        ["all", words.all],
        ["mine", words.mine],
      ]),
      select("department", words.department, view.department ?? "", [
        ["", words.everyDepartment],
        ...departments.map((name): [string, string] => [name, name]),
      ]),
    ],
    chips: [],
  };
}

function hrefOf(view: StandingView, page: number): string {
  const query = new URLSearchParams();
  if (view.scope === "mine") query.set("scope", view.scope);
  if (view.department) query.set("department", view.department);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `${paths.today()}?${query}` : paths.today();
}

function reachOf(res: Response) {
  if (!res.locals.reach) throw new SignInRequired();
  return res.locals.reach;
}
