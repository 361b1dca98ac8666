import type { ProjectInReach } from "../../../../db/queries/projects.ts";
import { paths } from "../../../paths.ts";
import { daysBetween } from "../../../values/calendar-date.ts";
import { indicatorPace } from "../../indicators/rules.ts";
import { spentShare, timeElapsed } from "../totals/rules.ts";
import { figureBar } from "../totals/words.ts";
import type { Reading } from "./presenter.ts";
import type { OverviewFacts } from "./service.ts";

interface Tile {
  label: string;
  value: string;
  note: string;
  href: string;
  bar?: { percent: number; marker?: number };
  tone?: "red";
  icon: string;
}

/** Time, indicators, money and the next deadline: the same figures as in the list of projects. */
export function presentTiles(
  project: ProjectInReach,
  facts: OverviewFacts,
  reading: Reading,
): Tile[] {
  return [
    timeTile(project, reading),
    indicatorsTile(project, facts, reading),
    spentTile(project, facts, reading),
    deadlineTile(project, facts, reading),
  ];
}

function timeTile(project: ProjectInReach, { texts, formats, today }: Reading): Tile {
  const elapsed = timeElapsed(project, today);
  const all = daysBetween(project.startsOn, project.endsOn) + 1;
  const gone = Math.min(all, Math.max(0, daysBetween(project.startsOn, today) + 1));
  return {
    label: texts.overview.tiles.time,
    value: formats.percent(elapsed),
    note: texts.overview.tiles.timeNote(formats.number(gone), formats.number(all), all),
    href: paths.projectTimeline(project.id),
    icon: "clock",
    ...barOf(elapsed, { formats }),
  };
}

function indicatorsTile(project: ProjectInReach, facts: OverviewFacts, reading: Reading): Tile {
  const { texts, formats, today } = reading;
  const { overview } = facts;
  const { tiles } = texts.overview;
  const common = {
    label: tiles.indicators,
    href: paths.indicators(project.id),
    icon: "chart-bar",
  };
  if (overview.indicatorsWithTarget === 0)
    return { ...common, value: tiles.noTargets, note: tiles.noTargetsNote };
  const paces = facts.indicators
    .filter(({ isCommitted }) => isCommitted)
    .map((indicator) => indicatorPace(indicator, project, today));
  const count = (wanted: string) => paces.filter((pace) => pace === wanted).length;
  return {
    ...common,
    value: tiles.met(overview.indicatorsMet, overview.indicatorsWithTarget),
    note: tiles.paces(count("on-pace"), count("behind")),
    ...barOf(overview.indicatorsBp, { formats, elapsed: timeElapsed(project, today) }),
  };
}

function spentTile(project: ProjectInReach, { overview }: OverviewFacts, reading: Reading): Tile {
  const { texts, formats, today } = reading;
  const { tiles } = texts.overview;
  const { spentHalere, spentOn } = overview;
  const { totalHalere } = project;
  const common = { label: tiles.spent, href: paths.drawdown(project.id), icon: "coins" };
  if (spentHalere === null || spentOn === null)
    return { ...common, value: tiles.noSpend, note: tiles.noSpendNote };
  const share = spentShare({ spentHalere, totalHalere });
  if (totalHalere === null || share === undefined)
    return { ...common, value: formats.wholeMoney(spentHalere), note: tiles.noTotalNote };
  const rest = totalHalere - spentHalere;
  const remaining =
    rest < 0
      ? tiles.overspent(formats.wholeMoney(-rest))
      : tiles.remaining(formats.wholeMoney(rest));
  return {
    ...common,
    value: formats.percent(share),
    note: `${remaining}, ${tiles.spentAsOf(formats.date(spentOn))}`,
    ...(rest < 0 ? { tone: "red" as const } : {}),
    ...barOf(share, { formats, elapsed: timeElapsed(project, today) }),
  };
}

function deadlineTile(project: ProjectInReach, facts: OverviewFacts, reading: Reading): Tile {
  const { texts, formats, today } = reading;
  const { tiles } = texts.overview;
  const next = facts.pins.find((pin) => pin.doneOn === null && pin.dueOn >= today);
  const { overdue } = facts.overview;
  const late = overdue > 0 ? [texts.projects.overdue(overdue)] : [];
  const common = {
    label: tiles.deadline,
    icon: "calendar-due",
    ...(overdue > 0 ? { tone: "red" as const } : {}),
  };
  if (!next) {
    const note = [...late, tiles.noDeadlineNote].join(", ");
    return { ...common, value: tiles.noDeadline, note, href: paths.milestones(project.id) };
  }
  return {
    ...common,
    value: formats.daysFromToday(next.dueOn, today),
    note: [`${formats.date(next.dueOn)} ${next.title}`, ...late].join(" · "),
    href: paths.milestone(project.id, next.id),
  };
}

function barOf(
  figure: number | null,
  { formats, elapsed }: Pick<Reading, "formats"> & { elapsed?: number },
): Pick<Tile, "bar"> {
  const shown = { formats, missing: "", ...(elapsed === undefined ? {} : { elapsed }) };
  const { width, marker } = figureBar(figure, shown);
  if (width === null) return {};
  return { bar: { percent: width, ...(marker === undefined ? {} : { marker }) } };
}
