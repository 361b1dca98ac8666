import type { LateValue } from "../../../../db/queries/month-corrections.ts";
import { activityCode } from "../../activities/rules.ts";
import type { IndicatorFacts } from "../figures/facts.ts";
import type { Wording } from "../words.ts";
import { valueText } from "../words.ts";
import type { Corrections } from "./service.ts";

const SHOWN = 30;

export interface CorrectionLine {
  when: string;
  who: string;
  what: string;
}

/** What came after the report, in the order in which it was entered. */
export function presentCorrections(
  corrections: Corrections,
  indicators: readonly IndicatorFacts[],
  wording: Wording,
): { lines: CorrectionLine[]; more: string | null } {
  const { texts, formats } = wording;
  const words = texts.months.corrections;
  const lines = linesOf(corrections, indicators, wording).toSorted((a, b) =>
    a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0,
  );
  return {
    lines: lines.slice(0, SHOWN).map(({ recordedAt, authorName, what }) => ({
      when: formats.dateTime(recordedAt),
      who: authorName ?? words.system,
      what,
    })),
    more: lines.length > SHOWN ? words.more(lines.length - SHOWN) : null,
  };
}

function linesOf(
  { values, percents, statuses, spends, expenditures, states, entries }: Corrections,
  indicators: readonly IndicatorFacts[],
  wording: Wording,
) {
  const { texts, formats } = wording;
  const words = texts.months.corrections;
  const indicatorOf = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const changed = (name: string, now: string | null, old: string | null, on: string) => {
    const day = formats.date(on);
    if (now === null) return words.withdrawn(words.value(name, old ?? "", day));
    return old === null ? words.value(name, now, day) : words.corrected(name, old, now, day);
  };
  return [
    ...values.flatMap((row) => {
      const indicator = indicatorOf.get(row.indicatorId);
      return indicator ? [{ ...row, what: valueLine(row, indicator, changed, wording) }] : [];
    }),
    ...percents.map((row) => {
      const percent = (n: number | null) => (n === null ? null : formats.percent(n * 100));
      const [now, old] = [percent(row.percent), percent(row.oldPercent)];
      return { ...row, what: changed(activityCode(row), now, old, row.validOn) };
    }),
    ...statuses.map((row) => ({
      ...row,
      what: words.health(
        texts.projects.healths[row.health as keyof typeof texts.projects.healths],
        formats.date(row.validOn),
      ),
    })),
    ...spends.map((row) => {
      const money = (n: number | null) => (n === null ? null : formats.wholeMoney(n));
      const [now, old] = [money(row.spentHalere), money(row.oldHalere)];
      return { ...row, what: changed(texts.months.figures.money, now, old, row.validOn) };
    }),
    ...expenditures.map((row) => {
      const { halere } = row;
      const month = formats.monthName(row.month);
      if (halere === null) return { ...row, what: words.pay(month) };
      const sum = `${halere > 0 ? "+" : ""}${formats.wholeMoney(halere)}`;
      return { ...row, what: words.expenditure(sum, month) };
    }),
    ...states.map((row) => ({
      ...row,
      what: words.milestone[row.state](row.title, formats.date(row.validOn)),
    })),
    ...entries.map((row) => ({ ...row, what: words.logEntry(formats.date(row.validOn)) })),
  ];
}

function valueLine(
  row: LateValue,
  indicator: IndicatorFacts,
  changed: (name: string, now: string | null, old: string | null, on: string) => string,
  wording: Wording,
): string {
  const show = (value: number | null, text: string | null) =>
    value === null && text === null ? null : valueText(indicator, { value, text }, wording);
  const now = show(row.value, row.valueText);
  const old = show(row.oldValue, row.oldText);
  const isAdded = indicator.behaviour === "increment" && row.correctsId === null;
  const sign = isAdded && (row.value ?? 0) > 0 ? "+" : "";
  return changed(indicator.name, now === null ? null : sign + now, old, row.validOn);
}
