import { findDefinitionByCode } from "../../../db/queries/indicator-definitions.ts";
import { listPeriods } from "../../../db/queries/periods.ts";
import {
  type ExampleIndicator,
  type ExampleValue,
  exampleIndicators,
} from "../../../db/seeds/demo/example/indicators.ts";
import { dayOf, workingDayOf } from "../../../db/seeds/demo/example/moments.ts";
import { endOfMonth } from "../../values/calendar-date.ts";
import { createIndicator } from "../indicators/service.ts";
import { setPeriodTargets } from "../indicators/targets/service.ts";
import { correctIndicatorValue, recordIndicatorValue } from "../indicators/values/service.ts";
import type { Example } from "./example-project.ts";

/** Indicators with their targets, values, corrections and values that came late. */
export function tellIndicators(example: Example): void {
  for (const indicator of exampleIndicators) {
    let id = 0;
    example.teller.on(example.story.startsOn, async () => {
      id = await enterIndicator(example, indicator);
    });
    for (const value of indicator.values) tellValue(example, indicator, value, () => id);
  }
}

async function enterIndicator(example: Example, indicator: ExampleIndicator): Promise<number> {
  const { deps, story } = example;
  const author = example.author("manager");
  const projectId = example.id();
  const {
    key: _key,
    values: _values,
    targetAt,
    activity,
    owner,
    periodTargets,
    ...told
  } = indicator;
  const definition =
    indicator.code === undefined ? undefined : await findDefinitionByCode(deps.db, indicator.code);
  const scaled = (number: number | undefined) =>
    number === undefined ? null : scale(indicator, number);
  const id = await createIndicator(deps, author, {
    projectId,
    ...told,
    definitionId: definition?.id ?? null,
    baseline: scaled(indicator.baseline),
    target: scaled(indicator.target),
    targetOn: targetAt === undefined ? null : endOfMonth(dayOf(story, targetAt)),
    activityId: activity === undefined ? null : example.activity(activity),
    ownerUserId: example.owner(owner).ownerUserId,
  });
  if (periodTargets) {
    const periods = await listPeriods(deps.db, projectId);
    const targets = periods.map((period, index) => ({
      periodId: period.id,
      target: scaled(periodTargets[index]),
    }));
    await setPeriodTargets(deps, author, { projectId, indicatorId: id, targets });
  }
  return id;
}

function tellValue(
  example: Example,
  indicator: ExampleIndicator,
  value: ExampleValue,
  indicatorId: () => number,
): void {
  const { story, teller, deps } = example;
  const author = example.author(indicator.owner ?? "coordinator");
  const validOn = workingDayOf(story, value.at);
  let valueId = 0;
  teller.on(workingDayOf(story, value.entered ?? value.at), async () => {
    valueId = await recordIndicatorValue(deps, author, {
      projectId: example.id(),
      indicatorId: indicatorId(),
      entry: {
        validOn,
        value: value.value === undefined ? null : scale(indicator, value.value),
        numerator: value.parts?.[0] ?? null,
        denominator: value.parts?.[1] ?? null,
        valueText: value.text ?? null,
        note: value.note ?? null,
      },
    });
  });
  const { corrected } = value;
  if (!corrected) return;
  teller.on(workingDayOf(story, corrected.at), () =>
    correctIndicatorValue(deps, author, {
      projectId: example.id(),
      indicatorId: indicatorId(),
      valueId,
      correction: { validOn, value: scale(indicator, corrected.value), note: corrected.note },
    }),
  );
}

function scale({ decimals = 0 }: ExampleIndicator, number: number): number {
  return Math.round(number * 10 ** decimals);
}
