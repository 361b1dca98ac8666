import { paths } from "../../../paths.ts";
import { WHOLE } from "../../../values/percent.ts";
import type { Reading } from "../list/presenter.ts";
import { expectedBy } from "../rules.ts";
import { amountText, targetText } from "../words.ts";
import type { IndicatorPage } from "./presenter.ts";

interface Fact {
  term: string;
  text?: string | null;
  href?: string;
  note?: string | null;
  isMissing?: boolean;
}

/** What the indicator is and where it stands, for `views/partials/definition-list.ejs`. */
export function presentFacts(page: IndicatorPage, reading: Reading): Fact[] {
  return [...standing(page, reading), ...meaning(page, reading), ...responsibility(page, reading)];
}

function standing({ indicator, project }: IndicatorPage, reading: Reading): Fact[] {
  const { formats, texts, today } = reading;
  const words = texts.indicators;
  const { show } = words;
  const amount = (value: number | null) => amountText(indicator, { value }, formats);
  const achieved = { value: indicator.achieved, text: indicator.achievedText };
  const hasTarget = indicator.target !== null || indicator.targetText !== null;
  const facts: Fact[] = [
    {
      term: show.achieved,
      text: amountText(indicator, achieved, formats) ?? words.noValue,
      note:
        indicator.achievedOn &&
        [indicator.unit, formats.date(indicator.achievedOn)].filter(Boolean).join(" · "),
      isMissing: indicator.achievedOn === null,
    },
    {
      term: show.target,
      text: targetText(indicator, reading),
      note: indicator.targetOn && words.targetBy(formats.date(indicator.targetOn)),
      isMissing: !hasTarget,
    },
    orMissing(show.baseline, amount(indicator.baseline), show.missing),
  ];
  if (indicator.target !== null && indicator.direction === "up") {
    const share = expectedBy(indicator, project, today) / WHOLE;
    const expected = Math.round(indicator.target * share);
    facts.push({
      term: show.expected,
      text: amount(expected),
      note: formats.percent(share * WHOLE),
    });
  }
  return facts;
}

function meaning({ indicator }: IndicatorPage, { texts }: Reading): Fact[] {
  const words = texts.indicators;
  const { show } = words;
  const behaviour = indicator.valueType === "number" ? indicator.behaviour : "state";
  const facts: Fact[] = [
    { term: show.kind, text: words.kind[indicator.kind] },
    {
      term: show.measure,
      text: `${words.valueTypes[indicator.valueType]}, ${words.behaviours[behaviour]}`,
      note: texts.computedIndicators.declared,
      ...(indicator.computation !== null && {
        href: paths.indicatorFacts(indicator.projectId, indicator.id),
        note: texts.computedIndicators.computations[indicator.computation],
      }),
    },
    orMissing(show.definition, indicator.definition ?? indicator.definitionRule, show.missing),
  ];
  if (indicator.definitionId !== null) {
    facts.push({
      ...orMissing(show.source, indicator.definitionSource, show.missing),
      note: indicator.isConfirmed ? null : words.notConfirmed,
    });
  }
  return facts;
}

function responsibility({ indicator, project }: IndicatorPage, { texts }: Reading): Fact[] {
  const words = texts.indicators;
  const { show } = words;
  return [
    {
      term: show.committed,
      text: indicator.isCommitted ? show.isCommitted : words.notCommitted,
    },
    orMissing(show.evidence, indicator.evidenceSource, show.missing),
    orMissing(show.owner, indicator.ownerName, show.missing),
    indicator.activityId === null
      ? { term: show.activity, text: words.form.noActivity.replaceAll("—", "").trim() }
      : {
          term: show.activity,
          text: indicator.activityTitle,
          href: `${paths.activities(project.id)}/${indicator.activityId}`,
        },
  ];
}

function orMissing(term: string, text: string | null, missing: string): Fact {
  return text === null ? { term, text: missing, isMissing: true } : { term, text };
}
