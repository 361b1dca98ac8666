import type { HistoryLine } from "../../../../db/queries/audit-events.ts";
import type { PeriodWithTarget } from "../../../../db/queries/indicator-targets.ts";
import type {
  IndicatorValueWithAuthor,
  ValueInForce,
} from "../../../../db/queries/indicator-values.ts";
import type { IndicatorOnPage } from "../../../../db/queries/indicators.ts";
import { paths } from "../../../paths.ts";
import { formatIndicatorCode } from "../../../values/indicator-code.ts";
import { presentHistory } from "../../../web/history-list.ts";
import type { Span } from "../../projects/totals/rules.ts";
import { presentBreakdown } from "../breakdowns/presenter.ts";
import type { Breakdown } from "../breakdowns/service.ts";
import { presentForecast } from "../forecast/presenter.ts";
import { pacePill, type Reading } from "../list/presenter.ts";
import { EVER, indicatorPace, valuesInForce } from "../rules.ts";
import { presentPeriods } from "../targets/period-table.ts";
import { presentValues } from "../values/value-table.ts";
import { amountText } from "../words.ts";
import { presentIndicatorChart } from "./chart-presenter.ts";
import { presentFacts } from "./facts.ts";

export interface IndicatorPage {
  project: Span & { id: number };
  indicator: IndicatorOnPage;
  /** All that were ever entered, in the order they are true of. */
  values: IndicatorValueWithAuthor[];
  /** What the figure is made of: those in force, and of a computed indicator its facts by day. */
  counted: ValueInForce[];
  periods: PeriodWithTarget[];
  history: HistoryLine[];
  /** Of persons counted from the records. */
  breakdown: Breakdown | undefined;
  can: { edit: boolean; record: boolean };
}

export function presentIndicator(page: IndicatorPage, reading: Reading) {
  const { indicator, project, values, counted } = page;
  const { texts, today } = reading;
  const inForce = valuesInForce(values, EVER);
  const pace = indicatorPace(indicator, project, today);
  return {
    pageHeader: {
      title: indicator.name,
      code: indicator.code && formatIndicatorCode(indicator.code),
      subtitle: standing(indicator, reading),
      pill: pacePill(indicator, pace, texts),
      actions: presentActions(page, texts.indicators),
    },
    texts: texts.indicators.show,
    valuesTitle:
      indicator.computation === null
        ? texts.indicators.show.values
        : texts.computedIndicators.facts.values,
    archivedNote: indicator.archivedAt && texts.errors.archived,
    facts: presentFacts(page, reading),
    factsLink:
      indicator.computation === null
        ? null
        : {
            href: paths.indicatorFacts(indicator.projectId, indicator.id),
            label: texts.computedIndicators.facts.link,
          },
    forecast: indicator.archivedAt ? null : presentForecast(indicator, project, counted, reading),
    breakdown: page.breakdown ? presentBreakdown(page.breakdown, today, reading) : null,
    chart: presentIndicatorChart({ ...page, inForce: counted }, reading),
    periods: presentPeriods({ ...page, inForce: counted }, reading),
    values: presentValues({ ...page, inForce }, reading),
    history: presentHistory(page.history.filter(isOfDefinition), reading),
  };
}

/** Values have a table of their own, with who entered them and when. */
function isOfDefinition({ action }: HistoryLine): boolean {
  return !action.startsWith("indicator-value.");
}

function standing(indicator: IndicatorOnPage, { texts, formats }: Reading): string {
  const achieved = { value: indicator.achieved, text: indicator.achievedText };
  const amount = amountText(indicator, achieved, formats);
  if (amount === null || indicator.valueType === "text") return amount ?? texts.indicators.noValue;
  return texts.indicators.standing(
    amount,
    amountText(indicator, { value: indicator.target }, formats),
  );
}

function presentActions({ indicator, can }: IndicatorPage, texts: Reading["texts"]["indicators"]) {
  const [projectId, id] = [indicator.projectId, indicator.id] as const;
  if (indicator.archivedAt !== null) {
    const restore = {
      href: paths.indicatorRestoration(projectId, id),
      label: texts.restore,
      icon: "archive-off",
      method: "post",
    };
    return { more: can.edit ? [restore] : [] };
  }
  const record = {
    href: paths.newIndicatorValue(projectId, id),
    label: texts.enterValue,
    icon: "plus",
  };
  const edits = [
    { href: paths.editIndicator(projectId, id), label: texts.edit, icon: "pencil" },
    {
      href: paths.editIndicatorTargets(projectId, id),
      label: texts.editTargets,
      icon: "target-arrow",
    },
    {
      href: paths.indicatorArchive(projectId, id),
      label: texts.archive,
      icon: "archive",
      method: "post",
      isDanger: true,
    },
  ];
  return { ...(can.record && { primary: record }), more: can.edit ? edits : [] };
}
