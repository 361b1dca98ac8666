import type { PeriodWithTarget } from "../../../../db/queries/indicator-targets.ts";
import type { ValueInForce } from "../../../../db/queries/indicator-values.ts";
import type { IndicatorOnPage } from "../../../../db/queries/indicators.ts";
import { paths } from "../../../paths.ts";
import { addDays, earlierOf } from "../../../values/calendar-date.ts";
import { fulfilment } from "../../projects/totals/rules.ts";
import type { Reading } from "../list/presenter.ts";
import { achievedBetween, addsUp, figureOf } from "../rules.ts";
import { amountText, changeText, targetText } from "../words.ts";

interface OfPeriods {
  indicator: IndicatorOnPage;
  periods: readonly PeriodWithTarget[];
  inForce: readonly ValueInForce[];
  can: { edit: boolean };
}

/** Both kinds of target side by side: of the period, and of the whole project. */
export function presentPeriods(of: OfPeriods, reading: Reading) {
  const { indicator, periods, can } = of;
  const { show } = reading.texts.indicators;
  const grows = addsUp(indicator);
  const isText = indicator.valueType === "text";
  return {
    columns: {
      period: show.period,
      target: grows ? show.periodTarget : show.periodStateTarget,
      achieved: grows ? show.periodAchieved : show.periodState,
      cumulative: grows ? show.cumulative : null,
      projectTarget: show.projectTarget,
      share: isText ? null : show.projectShare,
    },
    isText,
    rows: periods.map((period) => presentPeriod(period, of, reading)),
    editLabel: reading.texts.indicators.editTargets,
    editHref:
      can.edit && indicator.archivedAt === null
        ? paths.editIndicatorTargets(indicator.projectId, indicator.id)
        : null,
    emptyState:
      periods.length > 0
        ? null
        : {
            icon: "calendar-stats",
            text: show.noPeriods,
            second: { href: paths.periods(indicator.projectId), label: show.periods },
          },
  };
}

function presentPeriod(period: PeriodWithTarget, of: OfPeriods, reading: Reading) {
  const { indicator, inForce } = of;
  const { texts, formats, today } = reading;
  const { show, noTarget } = texts.indicators;
  const { number, startsOn, endsOn } = period;
  const amount = { value: period.target, text: period.targetText };
  const row = {
    name: show.periodName(number),
    range: formats.dateRange(startsOn, endsOn),
    target: amountText(indicator, amount, formats) ?? noTarget,
    projectTarget: targetText(indicator, reading),
    isCurrent: startsOn <= today && today <= endsOn,
  };
  if (startsOn > today) return { ...row, achieved: show.notYet, cumulative: "–", share: "–" };
  const until = earlierOf(endsOn, today);
  const figure = figureOf(indicator, inForce, until);
  const total = amountText(indicator, figure, formats) ?? "–";
  const gained = achievedBetween(indicator, inForce, { after: addDays(startsOn, -1), until });
  const share =
    figure.value === null ? undefined : fulfilment({ ...indicator, achieved: figure.value });
  return {
    ...row,
    achieved: addsUp(indicator) ? changeText(indicator, gained ?? 0, formats) : total,
    cumulative: total,
    share: share === undefined ? "–" : formats.percent(share),
  };
}
