import { paths } from "../../paths.ts";
import { presentPagination } from "../../web/pagination.ts";
import {
  type PortfolioFacts,
  portfolioSpan,
  presentPortfolioTable,
} from "./portfolio-presenter.ts";
import type { Reader } from "./presenter.ts";
import type { TimelineView } from "./schema.ts";
import { hrefOf, presentTools } from "./tools.ts";

/** The page of the portfolio around its drawing. */
export function presentPortfolioPage(
  facts: PortfolioFacts,
  view: TimelineView,
  page: number,
  reader: Reader,
) {
  const words = reader.texts.timelines;
  const span = portfolioSpan(facts.projects, reader.today);
  const tools = presentTools(paths.timeline(), view, span, reader);
  const fit = tools.zooms.find((zoom) => zoom.label === words.zoom.fit);
  if (fit) fit.label = words.portfolioFit;
  return {
    pageHeader: { title: words.portfolioTitle },
    tools,
    finished: view.finished
      ? {
          label: words.onlyRunning,
          href: hrefOf(paths.timeline(), { ...view, finished: undefined }),
        }
      : {
          label: words.includingFinished,
          href: hrefOf(paths.timeline(), { ...view, finished: "true" }),
        },
    table: presentPortfolioTable(facts, reader),
    pagination: presentPagination({
      page,
      total: Number(facts.projects[0]?.total ?? 0),
      summary: words.projects(Number(facts.projects[0]?.total ?? 0)),
      href: (number) => hrefOf(paths.timeline(), view, { page: String(number) }),
    }),
    empty: { text: words.emptyPortfolio, icon: "timeline" },
  };
}
