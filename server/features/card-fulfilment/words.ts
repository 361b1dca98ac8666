import type { PlanArea } from "../../../db/queries/plan-areas.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { type BasisPoints, clampPercent, percentOf } from "../../values/percent.ts";
import type { IndicatorTogether, MeasureCount, MoneyTogether } from "./rules.ts";
import type { Fulfilment } from "./service.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

/** `1.1 Podpora rodin` */
export function areaTitle(area: PlanArea | null, { cardFulfilment }: Texts): string {
  return area ? `${area.code} ${area.title}` : cardFulfilment.tree.without;
}

/** `3 z 7` with the width of its bar; null where there is no measure. */
export function measuresText({ done, all }: MeasureCount, { texts, formats }: Wording) {
  if (all === 0) return null;
  const words = texts.cardFulfilment;
  return {
    label: words.partOf(formats.number(done), formats.number(all)),
    percent: Math.round((100 * done) / all),
  };
}

/** Whether the figures are those of the last day of their year. */
export function isYearOver({ moment, year }: Pick<Fulfilment, "moment" | "year">): boolean {
  return moment.on === `${year}-12-31`;
}

/** Which day the figures are of, and of which day measures are. */
export function standingText(of: Fulfilment, { texts, formats }: Wording): string {
  const words = texts.cardFulfilment;
  const day = formats.date(of.moment.on);
  return [isYearOver(of) ? words.standing(day) : words.running(day), words.measuresToday].join(" ");
}

/** What a reader has to know beside the figures. */
export function notesOf({ sums, indicators, projects }: Fulfilment, { texts }: Wording): string[] {
  const { notes } = texts.cardFulfilment;
  const { withoutTotal, withoutSpent } = sums.money;
  return [
    ...(projects.length > 0 ? [notes.whole, notes.once] : []),
    ...(sums.outside > 0 ? [notes.outside(sums.outside)] : []),
    ...(withoutTotal > 0 ? [notes.withoutTotal(withoutTotal)] : []),
    ...(withoutSpent > 0 ? [notes.withoutSpent(withoutSpent)] : []),
    ...(indicators.some((one) => one.projects > 1) ? [notes.persons] : []),
  ];
}

/** The sums of money as they are shown; of no project there are none. */
export function moneyTexts(money: MoneyTogether, { texts, formats }: Wording) {
  if (money.projects === 0) return null;
  const { unknown } = texts.cardFulfilment.tree;
  const known = (amount: number, without: number) =>
    without === money.projects ? unknown : formats.wholeMoney(amount);
  return {
    total: known(money.total, money.withoutTotal),
    spent: known(money.spent, money.withoutSpent),
    claimed: formats.wholeMoney(money.claimed),
    spentBp: money.withoutSpent === money.projects ? null : shareOf(money.spent, money.total),
    claimedBp: shareOf(money.claimed, money.total),
  };
}

function shareOf(part: number, whole: number): BasisPoints | null {
  return percentOf(part, whole) ?? null;
}

interface IndicatorShown
  extends Pick<IndicatorTogether, "decimals" | "unit" | "target" | "achieved"> {
  fulfilmentBp: BasisPoints | null;
  targetText?: string | null;
  achievedText?: string | null;
}

/** Numbers of an indicator with their unit, and its bar. */
export function indicatorTexts(one: IndicatorShown, { texts, formats }: Wording) {
  const words = texts.cardFulfilment.indicators;
  const number = (value: number | null, missing: string) =>
    value === null ? missing : formats.trimmed(value, one.decimals);
  const percent = one.fulfilmentBp;
  return {
    target: one.targetText ?? number(one.target, words.noTarget),
    achieved: one.achievedText ?? number(one.achieved, words.noValue),
    unit: one.unit,
    fulfilment:
      percent === null
        ? null
        : { label: formats.percent(percent), width: Math.round(clampPercent(percent) / 100) },
  };
}
