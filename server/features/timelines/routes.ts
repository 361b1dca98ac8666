import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Request, type Response, Router } from "express";
import { listActivities } from "../../../db/queries/activities.ts";
import { listPeriods } from "../../../db/queries/periods.ts";
import { listTimelineEvents } from "../../../db/queries/timeline-events.ts";
import {
  listPortfolioPins,
  listTimelinePins,
  listTimelineProjects,
} from "../../../db/queries/timelines.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import type { Deps } from "../../deps.ts";
import { NotFound, SignInRequired } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { compareDates } from "../../values/calendar-date.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { publicFolder } from "../../web/folders.ts";
import { pageNumber, pageOf } from "../../web/pagination.ts";
import { type RenderTemplate, templates } from "../../web/templates.ts";
import { type ChartFacts, drawFile, drawRenditions } from "./drawing/renditions.ts";
import { standaloneFile } from "./drawing/standalone-style.ts";
import { presentPortfolioPage } from "./portfolio-page.ts";
import {
  type PortfolioFacts,
  portfolioSpan,
  presentPortfolioChart,
} from "./portfolio-presenter.ts";
import { presentProjectChart, type TimelineFacts, timelineSpan } from "./presenter.ts";
import { zoomedSpan } from "./rules.ts";
import { type TimelineView, timelineViewSchema } from "./schema.ts";
import { presentTimelineTables } from "./table-presenter.ts";
import { presentTools } from "./tools.ts";

export function timelineRoutes({ db }: Pick<Deps, "db">): Router {
  const router = Router();
  router.param("projectId", loadProject({ db }));
  router.get(paths.projectTimeline(":projectId"), allow("timeline:view"), async (req, res) => {
    const view = timelineViewSchema.parse(req.query);
    const facts = await projectFacts(db, res);
    const chart = presentProjectChart(facts, view, res.locals);
    const heading = res.locals.texts.timelines.heading(facts.project.title);
    if (req.query.format === "svg") return sendDrawing(res, chart, heading, "harmonogram");
    showProject(res, facts, view, { chart, heading });
  });
  router.get(paths.timeline(), allow("agenda:view"), async (req, res) => {
    const view = timelineViewSchema.parse(req.query);
    const facts = await portfolioFacts(db, req, res, view);
    const chart = presentPortfolioChart(facts, view, res.locals);
    const heading = res.locals.texts.timelines.portfolioTitle;
    if (req.query.format === "svg") return sendDrawing(res, chart, heading, "harmonogram-projektu");
    const drawing = facts.projects.length === 0 ? null : drawRenditions(chart, heading, view.paper);
    const model = presentPortfolioPage(facts, view, pageNumber(req.query.page), res.locals);
    const page = { ...model, timeline: drawing };
    res.locals.page("timelines/portfolio", page, {
      title: heading,
      breadcrumbs: [{ label: heading }],
    });
  });
  return router;
}

async function projectFacts(db: Deps["db"], res: Response): Promise<TimelineFacts> {
  const { project } = res.locals;
  if (!project) throw new NotFound("project");
  const { today } = res.locals;
  const [activities, milestones, events, periods] = await Promise.all([
    listActivities(db, project.id),
    listTimelinePins(db, project.id),
    listTimelineEvents(db, { projectId: project.id, today }),
    listPeriods(db, project.id),
  ]);
  const pins = [...milestones, ...events].toSorted((a, b) => compareDates(a.dueOn, b.dueOn));
  return { project, activities, pins, periods };
}

function showProject(
  res: Response,
  facts: TimelineFacts,
  view: TimelineView,
  { chart, heading }: { chart: ChartFacts; heading: string },
): void {
  const { texts, today } = res.locals;
  const words = texts.timelines;
  const isEmpty = chart.rows.length === 0 && facts.pins.length === 0;
  const path = paths.projectTimeline(facts.project.id);
  const add = { href: `${paths.activities(facts.project.id)}/new`, label: words.addActivity };
  const model = {
    pageHeader: { title: words.title, subtitle: facts.project.title },
    tools: presentTools(path, view, timelineSpan(facts, today), res.locals),
    timeline: isEmpty ? null : drawRenditions(chart, heading, view.paper),
    tables: presentTimelineTables(facts, res.locals),
    empty: {
      text: words.empty,
      icon: "timeline",
      action: can(res, "activity:edit") ? add : undefined,
    },
  };
  res.locals.page("timelines/show", model, {
    title: words.title,
    breadcrumbs: projectCrumbs(res, { label: words.title }),
  });
}

async function portfolioFacts(
  db: Deps["db"],
  req: Request,
  res: Response,
  view: TimelineView,
): Promise<PortfolioFacts> {
  const { reach, today } = res.locals;
  if (!reach) throw new SignInRequired();
  const page = pageOf(pageNumber(req.query.page));
  const onlyRunning = view.finished === undefined;
  const projects = await listTimelineProjects(db, reach, { ...page, today, onlyRunning });
  const span = zoomedSpan(view.zoom, view.on ?? today, portfolioSpan(projects, today));
  const projectIds = projects.map((project) => project.id);
  return { projects, pins: await listPortfolioPins(db, { projectIds, ...span }) };
}

let drawing: { render: RenderTemplate; css: string } | undefined;

/** The drawing as a file of its own, with the style it needs. */
function sendDrawing(res: Response, facts: ChartFacts, heading: string, name: string): void {
  drawing ??= {
    render: templates({ keep: true }),
    css: readFileSync(resolve(publicFolder, "css/timeline.css"), "utf8"),
  };
  const chart = drawFile(facts, heading);
  const svg = drawing.render("timelines/_chart", { chart, rendition: "file" });
  res.attachment(`${name}.svg`).type("image/svg+xml");
  res.set("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'");
  res.send(standaloneFile(svg, drawing.css));
}
