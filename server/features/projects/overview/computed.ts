import type { Indicator } from "../../../../db/queries/indicators.ts";
import type { ProjectInReach } from "../../../../db/queries/projects.ts";
import { formatIndicatorCode } from "../../../values/indicator-code.ts";
import { figuresOf, isContradicted } from "../../computed-status/rules.ts";
import { type MissingUnits, shownStatus } from "../../computed-status/words.ts";
import { fulfilment } from "../totals/rules.ts";
import type { Reading } from "./presenter.ts";
import type { OverviewFacts } from "./service.ts";

/** What the figures say of the project, beside what its manager says. */
export function presentComputed(
  project: ProjectInReach,
  { overview, indicators, earlier }: OverviewFacts,
  reading: Reading,
) {
  const { startsOn, endsOn, totalHalere } = project;
  const figures = figuresOf(project, { ...overview, totalHalere }, reading.today);
  const missing = slowestOf(indicators);
  const question = { figures, startsOn, endsOn, earlier, missing };
  const hasBegun = reading.today >= startsOn;
  return {
    ...shownStatus(question, reading),
    disagreement:
      hasBegun && isContradicted({ ...figures, health: overview.health })
        ? reading.texts.computedStatus.disagreement
        : null,
  };
}

/** Of the committed indicators counted in whole units the one that is furthest from its target. */
function slowestOf(indicators: readonly Indicator[]): MissingUnits | undefined {
  const counted = indicators
    .filter(({ isCommitted, direction, decimals, valueType }) => {
      return isCommitted && direction === "up" && decimals === 0 && valueType === "number";
    })
    .map((indicator) => ({ indicator, share: fulfilment(indicator) ?? WHOLE_AND_MORE }))
    .toSorted((a, b) => a.share - b.share);
  const slowest = counted[0]?.indicator;
  if (!slowest || slowest.target === null) return undefined;
  const missing = slowest.target - (slowest.achieved ?? slowest.baseline ?? 0);
  if (missing <= 0) return undefined;
  const { code, name, unit } = slowest;
  return { name: code === null ? `„${name}“` : formatIndicatorCode(code), unit, missing };
}

const WHOLE_AND_MORE = 100_000;
