import type { TimelinePin, TimelineProject } from "../../../db/queries/timelines.ts";
import { paths } from "../../paths.ts";
import { isHoliday } from "../../values/working-days.ts";
import { chartTexts } from "./chart-texts.ts";
import type { ChartRow } from "./drawing/chart-input.ts";
import type { ChartFacts } from "./drawing/renditions.ts";
import { chartPin, type Reader } from "./presenter.ts";
import { projectRowState } from "./rows.ts";
import { daysOf, type Span, wholeSpan, zoomedSpan } from "./rules.ts";
import type { TimelineView } from "./schema.ts";

export interface PortfolioFacts {
  projects: TimelineProject[];
  pins: TimelinePin[];
}

export function portfolioSpan(projects: TimelineProject[], today: string): Span {
  return wholeSpan(
    projects.flatMap((project) => [project.startsOn, project.endsOn]),
    today,
  );
}

/** One row a project, its dates as marks on the bar. */
export function presentPortfolioChart(
  facts: PortfolioFacts,
  view: TimelineView,
  reader: Reader,
): ChartFacts {
  const { texts, formats, today } = reader;
  const span = zoomedSpan(view.zoom, view.on ?? today, portfolioSpan(facts.projects, today));
  return {
    span,
    today,
    rowPins: "marks",
    rows: facts.projects.map((project) => projectRow(project, reader)),
    pins: facts.pins.map((pin) => chartPin(pin, String(pin.projectId), reader)),
    periods: [],
    holidays: new Set(view.zoom === "month" ? daysOf(span).filter(isHoliday) : []),
    groupHref: "#timeline-table",
    texts: chartTexts(texts, formats, {
      name: texts.timelines.portfolioTitle,
      today,
      rows: "projects",
    }),
  };
}

function projectRow(project: TimelineProject, { texts, formats, today }: Reader): ChartRow {
  const state = projectRowState(project, today);
  const percent = project.physicalBp === null ? null : formats.percent(project.physicalBp);
  const dates = { from: project.startsOn, to: project.endsOn };
  return {
    key: String(project.id),
    level: 0,
    code: "",
    title: project.shortName,
    note: formats.dateRange(dates.from, dates.to),
    description: [
      project.title,
      formats.dateRange(dates.from, dates.to),
      percent ? texts.timelines.done(percent) : "",
      texts.timelines.states[state],
    ]
      .filter(Boolean)
      .join("; "),
    href: paths.projectTimeline(project.id),
    dates,
    baseline: null,
    percentDone: project.physicalBp === null ? null : Math.round(project.physicalBp / 100),
    barLabel: percent ?? "",
    state,
    outsideParent: false,
  };
}

export function presentPortfolioTable(facts: PortfolioFacts, reader: Reader) {
  const { texts, formats, today } = reader;
  return {
    title: texts.timelines.asTable,
    columns: texts.timelines.columns,
    projects: facts.projects.map((project) => ({
      title: project.shortName,
      fullTitle: project.title,
      href: paths.projectTimeline(project.id),
      dates: formats.dateRange(project.startsOn, project.endsOn),
      percent: project.physicalBp === null ? "" : formats.percent(project.physicalBp),
      state: texts.timelines.states[projectRowState(project, today)],
    })),
  };
}
