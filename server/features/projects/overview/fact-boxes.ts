import type { ProjectInReach } from "../../../../db/queries/projects.ts";
import { paths } from "../../../paths.ts";
import { cardsFact } from "../../card-links/words.ts";
import { presentFunding } from "../../funding/words.ts";
import { presentSparkline } from "../../indicators/list/sparkline.ts";
import { indicatorPace, seriesOf } from "../../indicators/rules.ts";
import { amountText, indicatorTitle, targetText } from "../../indicators/words.ts";
import { fulfilment, timeElapsed } from "../totals/rules.ts";
import { figureBar } from "../totals/words.ts";
import type { OverviewRights, Reading } from "./presenter.ts";
import { BOX_ROWS, boxed, type OverviewFacts } from "./service.ts";

export function presentIndicators(
  project: ProjectInReach,
  facts: OverviewFacts,
  reading: Reading,
  can: OverviewRights,
) {
  const { texts, formats } = reading;
  const { empty } = texts.overview;
  const all = facts.indicators.length;
  const action = { href: paths.newIndicator(project.id), label: empty.indicatorsAction };
  return {
    rows: boxed(facts.indicators).map((one) => presentIndicator(one, project, facts, reading)),
    all: {
      href: paths.indicators(project.id),
      label: all > BOX_ROWS ? texts.overview.all(formats.number(all)) : texts.overview.showAll,
    },
    emptyState:
      all > 0
        ? null
        : { icon: "chart-bar", text: empty.indicators, ...(can.editIndicators && { action }) },
  };
}

function presentIndicator(
  indicator: OverviewFacts["indicators"][number],
  project: ProjectInReach,
  facts: OverviewFacts,
  { texts, formats, today }: Reading,
) {
  const figure = indicator.valueType === "text" ? undefined : fulfilment(indicator);
  const own = facts.values.filter(({ indicatorId }) => indicatorId === indicator.id);
  const series = seriesOf(indicator, own);
  const achieved = { value: indicator.achieved, text: indicator.achievedText };
  const label = amountText(indicator, achieved, formats) ?? texts.indicators.noValue;
  const bar = figureBar(figure, {
    formats,
    elapsed: timeElapsed(project, today),
    missing: texts.projects.noTarget,
  });
  return {
    href: paths.indicator(project.id, indicator.id),
    title: indicatorTitle(indicator),
    achieved: label,
    target: targetText(indicator, { texts, formats }),
    unit: indicator.unit,
    bar: { percent: bar.width, label: bar.label, ...(bar.marker && { marker: bar.marker }) },
    isBehind: indicatorPace(indicator, project, today) === "behind",
    sparkline: presentSparkline(series, { from: project.startsOn, to: today }, label) ?? null,
  };
}

export function presentFundingBox(
  project: ProjectInReach,
  { parts }: OverviewFacts,
  reading: Reading,
  can: OverviewRights,
) {
  const { empty } = reading.texts.overview;
  const action = { href: paths.editProject(project.id), label: empty.complete };
  const funding = presentFunding(
    { totalHalere: project.totalHalere, sources: parts.sources },
    reading,
  );
  return {
    ...funding,
    all: { href: paths.funding(project.id), label: reading.texts.funding.title },
    emptyState:
      parts.sources.length > 0
        ? null
        : { icon: "coins", text: empty.funding, ...(can.edit && { action }) },
  };
}

/** A short list with the rest folded away behind its number. */
export function presentList(title: string, items: string[], { texts, formats }: Reading) {
  return {
    title,
    items: items.slice(0, BOX_ROWS),
    rest: items.slice(BOX_ROWS),
    all: texts.overview.all(formats.number(items.length)),
  };
}

export function presentFacts(
  project: ProjectInReach,
  { overview, parts, cards }: OverviewFacts,
  { texts, formats, language }: Reading,
) {
  const { facts: terms } = texts.overview;
  const labels = (list: string) =>
    parts.codeItems
      .filter((item) => item.list === list)
      .map((item) => (language === "en" ? item.labelEn : item.labelCs));
  const call = [overview.callNumber, overview.callName].filter(Boolean).join(" ");
  const rows: [string, string | null][] = [
    [terms.number, project.registrationNumber],
    [terms.phase, texts.projects.phases[project.phase]],
    [terms.span, formats.dateRange(project.startsOn, project.endsOn)],
    [terms.programme, project.programme],
    [terms.axis, overview.priorityAxis],
    [terms.call, call || null],
    [terms.beneficiary, overview.beneficiaryName],
    [terms.department, overview.department],
    [terms.decided, project.decidedOn && formats.date(project.decidedOn)],
    [terms.physical, overview.physicalBp === null ? null : formats.percent(overview.physicalBp)],
    [terms.districts, labels("districts").join(", ") || null],
    [terms.municipalities, labels("municipalities").join(", ") || null],
  ];
  const facts = rows.map(([term, text]) => ({
    term,
    text: text ?? texts.projects.missing,
    isMissing: text === null,
  }));
  return [...facts, cardsFact(project.id, cards, texts)];
}
