import { paths } from "../../../paths.ts";
import type { Month } from "../../../values/month.ts";
import { clampPercent } from "../../../values/percent.ts";
import { healthPill } from "../../../web/health-pill.ts";
import { spentShare } from "../../projects/totals/rules.ts";
import { healthChange, isContradicted, type PortfolioRow, signalOf } from "../ranking/rules.ts";
import { changeWords } from "../show/sheet-presenter.ts";
import { pointsMark, type Wording } from "../words.ts";
import { nextOf } from "./words.ts";

/** A project in the traffic-light table. */
export function presentRow(row: PortfolioRow, month: Month, wording: Wording) {
  const { texts, formats } = wording;
  const { months } = texts;
  const { previous } = row;
  return {
    href: paths.month(row.projectId, month),
    name: row.shortName,
    sentence: row.sentence ?? "",
    manager: tone(row.health, wording),
    computed: tone(signalOf(row), wording),
    on: row.statusOn ? months.status.on(formats.shortDate(row.statusOn)) : "",
    change: changeWords(healthChange(row.health, previous?.health), previous?.health, texts),
    isContradicted: isContradicted(row),
    time: figure(row.timeBp, undefined, months.missing, wording),
    figures: figuresOf(row, wording),
    marker: Math.min(98, Math.round(row.timeBp / 100)),
    next: nextOf(row, wording),
    overdue: row.overdue > 0 ? months.portfolio.overdue(row.overdue) : null,
  };
}

function tone(health: PortfolioRow["health"], { texts }: Wording) {
  const pill = healthPill(health, texts);
  return { tone: pill.tone, icon: pill.icon ?? `tone-${pill.tone}`, label: pill.label };
}

/** Indicators, activities and money, each with how it moved. */
export function figuresOf(row: PortfolioRow, wording: Wording) {
  const { months } = wording.texts;
  const { previous } = row;
  const paidBefore =
    previous && spentShare({ spentHalere: previous.spentHalere, totalHalere: row.totalHalere });
  const of = (
    name: string,
    now: number | null | undefined,
    before: number | null | undefined,
    missing = months.missing,
  ) => ({ name, ...figure(now, before, missing, wording) });
  return [
    of(months.figures.indicators, row.indicatorsBp, previous?.indicatorsBp, months.noTarget),
    of(months.figures.physical, row.physicalBp, previous?.physicalBp),
    of(months.figures.money, spentShare(row), paidBefore),
  ];
}

function figure(
  points: number | null | undefined,
  before: number | null | undefined,
  missing: string,
  wording: Wording,
) {
  const isKnown = points !== null && points !== undefined;
  return {
    label: isKnown ? wording.formats.percent(points) : missing,
    width: isKnown ? Math.round(clampPercent(points) / 100) : null,
    mark: pointsMark(points ?? null, before, wording),
  };
}
