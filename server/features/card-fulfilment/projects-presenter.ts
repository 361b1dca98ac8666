import { paths } from "../../paths.ts";
import { shortCoveragePill } from "../card-links/words.ts";
import { moneyTogether } from "./rules.ts";
import type { FulfillingProject, Fulfilment } from "./service.ts";
import { indicatorTexts, moneyTexts, type Wording } from "./words.ts";

/** Each project once, with its money and the cards that lead to it; then what its indicators have come to. */
export function presentProjects(planId: number, fulfilment: Fulfilment, wording: Wording) {
  const { projects: words } = wording.texts.cardFulfilment;
  const { projects, sums } = fulfilment;
  return {
    title: words.title,
    columns: words.columns,
    rows: projects.map((project) => presentProject(planId, project, wording)),
    sum: { label: words.sum, money: moneyTexts(sums.money, wording) },
    emptyState: projects.length > 0 ? null : { icon: "folder", text: words.none },
    indicators: presentIndicators(fulfilment, wording),
  };
}

function presentProject(planId: number, project: FulfillingProject, wording: Wording) {
  const { texts } = wording;
  return {
    anchor: `project-${project.id}`,
    name: project.shortName,
    href: paths.project(project.id),
    number: project.registrationNumber ?? texts.cardFulfilment.projects.noNumber,
    pill: shortCoveragePill(project.standing, wording.texts),
    cards: project.cards.map(({ id, number, name }) => ({
      ...{ number, name, href: paths.card(planId, id) },
    })),
    money: moneyTexts(moneyTogether([project]), wording),
  };
}

/** Sums by code first where projects share one, then each project by itself. */
function presentIndicators({ indicators, projects }: Fulfilment, wording: Wording) {
  const { formats, texts } = wording;
  const { indicators: words } = texts.cardFulfilment;
  const shared = indicators.filter((one) => one.projects > 1);
  const together = shared.map((one) => ({
    ...{ code: one.code, name: one.name, projects: formats.number(one.projects) },
    ...indicatorTexts(one, wording),
  }));
  const groups = projects
    .filter(({ indicators: own }) => own.length > 0)
    .map((project) => ({
      title: project.shortName,
      rows: project.indicators.map((one) => ({
        ...{ code: one.code, name: one.name, projects: null },
        ...indicatorTexts(one, wording),
      })),
    }));
  const all = together.length > 0 ? [{ title: words.together, rows: together }, ...groups] : groups;
  return { title: words.title, columns: words.columns, groups: all };
}
