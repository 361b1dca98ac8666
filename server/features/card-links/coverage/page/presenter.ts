import type { Plan } from "../../../../../db/queries/plans.ts";
import { paths } from "../../../../paths.ts";
import type { Formats } from "../../../../texts/formats.ts";
import type { Language, Texts } from "../../../../texts/index.ts";
import type { CalendarDate } from "../../../../values/calendar-date.ts";
import { withQuery } from "../../../../web/query-string.ts";
import { presentPlanHeader } from "../../../plans/header.ts";
import { coverageStates } from "../../rules.ts";
import { countGroups, type Group } from "../groups/rules.ts";
import type { CoverageView } from "../schema.ts";
import { groupsOf } from "./groups.ts";
import { presentCardList } from "./list.ts";
import { presentPicture } from "./picture.ts";
import type { CoveragePage } from "./service.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
  language: Language;
}

interface Asked {
  view: CoverageView;
  pageNumber: number;
  canEdit: boolean;
}

export function presentCoverage(plan: Plan, page: CoveragePage, asked: Asked, wording: Wording) {
  const { texts, language } = wording;
  const words = texts.cardCoverage;
  const groups = groupsOf(page, texts, language);
  const whole = wholeOf(page, words.whole);
  const group = groups.find(({ key }) => key === asked.view.group) ?? null;
  const list = { planId: plan.id, page, group, whole, ...asked };
  const head = { current: "coverage" as const, canEdit: asked.canEdit };
  const more = page.cards.length > 0 ? presentFiles(plan.id, texts) : [];
  return {
    pageHeader: presentPlanHeader(plan, { ...head, more }, wording),
    tiles: presentTiles(plan.id, page, whole, wording),
    by: presentGroupings(plan.id, page, texts),
    picture: presentPicture({ planId: plan.id, by: page.by, groups, whole }, wording),
    list: presentCardList(list, wording),
    emptyState: page.cards.length > 0 ? null : { text: words.empty, icon: "chart-bar" },
  };
}

const FILE_ICONS = { xlsx: "file-spreadsheet", docx: "file-text", pdf: "download" } as const;

function presentFiles(planId: number, { cardCoverage, planExports }: Texts) {
  return (["pdf", "docx", "xlsx"] as const).map((format) => ({
    href: paths.planFile(planId, "coverage", format),
    label: cardCoverage.file(planExports.formats[format]),
    icon: FILE_ICONS[format],
  }));
}

function wholeOf({ cards, states }: CoveragePage, label: string): Group {
  const cardIds = cards.map(({ id }) => id);
  const stateOf = (cardId: number) => states.get(cardId) ?? "none";
  const [whole] = countGroups([{ key: "whole", label, depth: 0, cardIds }], stateOf);
  return whole as Group;
}

const TONES = { running: "green", none: "red" } as const;

function presentTiles(planId: number, { by }: CoveragePage, whole: Group, wording: Wording) {
  const { texts, formats } = wording;
  const words = texts.cardCoverage;
  return coverageStates.map((state) => {
    const count = whole.counts[state];
    const share = whole.total === 0 ? 0 : Math.round((count / whole.total) * 10_000);
    const query = { by, state: state === "none" ? null : state };
    const tone = count > 0 && (state === "running" || state === "none") ? TONES[state] : undefined;
    return {
      label: words.tiles[state],
      value: formats.number(count),
      note: words.shareOf(formats.percent(share)),
      href: `${withQuery(paths.planCoverage(planId), query)}#cards`,
      ...(tone ? { tone } : {}),
    };
  });
}

function presentGroupings(planId: number, { offered, by }: CoveragePage, { cardCoverage }: Texts) {
  return {
    label: cardCoverage.by.label,
    items: offered.map((one) => ({
      href: withQuery(paths.planCoverage(planId), { by: one }),
      label: cardCoverage.by[one],
      isCurrent: one === by,
    })),
  };
}
