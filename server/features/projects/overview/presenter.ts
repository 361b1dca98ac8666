import type { ProjectInReach } from "../../../../db/queries/projects.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Language, Texts } from "../../../texts/index.ts";
import {
  addDays,
  type CalendarDate,
  daysBetween,
  pragueDay,
} from "../../../values/calendar-date.ts";
import { healthPill } from "../../../web/health-pill.ts";
import { RESTORED_WITHIN_DAYS } from "../archive/rules.ts";
import { daysToEnd } from "../totals/rules.ts";
import { presentDeadlines, presentLog, presentStatus, presentStrip, presentTeam } from "./boxes.ts";
import { presentDrawdownBox } from "./drawdown-box.ts";
import { presentFacts, presentFundingBox, presentIndicators, presentList } from "./fact-boxes.ts";
import { presentOversightBox } from "./oversight-box.ts";
import type { OverviewFacts } from "./service.ts";
import { presentTiles } from "./tiles.ts";

export interface Reading {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
  language: Language;
}

/** What the viewer may do here; a box offers no step that would be refused. */
export interface OverviewRights {
  edit: boolean;
  archive: boolean;
  copy: boolean;
  recordStatus: boolean;
  recordSpend: boolean;
  editTeam: boolean;
  editActivities: boolean;
  editIndicators: boolean;
  editMilestones: boolean;
}

export function presentOverview(
  project: ProjectInReach,
  facts: OverviewFacts,
  reading: Reading,
  can: OverviewRights,
) {
  const { texts } = reading;
  const { boxes } = texts.overview;
  return {
    pageHeader: presentHeader(project, facts, reading, can),
    notice: archiveNotice(project, reading, can),
    example: project.isExample ? texts.projects.exampleNote : null,
    tiles: presentTiles(project, facts, reading),
    labels: {
      ...boxes,
      fundingTitle: boxes.funding,
      funding: texts.overview.funding,
      columns: texts.overview.indicatorColumns,
    },
    status: presentStatus(project, facts, reading, can),
    strip: presentStrip(project, facts, reading, can),
    indicators: presentIndicators(project, facts, reading, can),
    log: presentLog(project, facts, reading),
    deadlines: presentDeadlines(project, facts, reading, can),
    team: presentTeam(project, facts, reading, can),
    drawdownBox: presentDrawdownBox(project, facts, reading),
    oversightBox: presentOversightBox(project, facts, reading),
    fundingBox: presentFundingBox(project, facts, reading, can),
    lists: [
      presentList(boxes.goals, facts.parts.goals, reading),
      presentList(
        boxes.targetGroups,
        facts.parts.codeItems
          .filter((item) => item.list === "target-groups")
          .map((item) => (reading.language === "en" ? item.labelEn : item.labelCs)),
        reading,
      ),
      presentList(
        boxes.partners,
        facts.parts.partners.map(({ name, hasFunds }) =>
          hasFunds ? `${name} (${texts.overview.withFunds})` : name,
        ),
        reading,
      ),
    ].filter((list) => list.items.length > 0),
    facts: presentFacts(project, facts, reading),
    vision: facts.overview.vision,
  };
}

function presentHeader(
  project: ProjectInReach,
  { overview }: OverviewFacts,
  reading: Reading,
  can: OverviewRights,
) {
  const { texts } = reading;
  const isOn = overview.isFavourite;
  const star = isOn
    ? {
        action: paths.projectFavouriteRemoval(project.id),
        label: texts.projects.removeFavourite(project.shortName),
      }
    : {
        action: paths.projectFavourite(project.id),
        label: texts.projects.addFavourite(project.shortName),
      };
  return {
    code: project.registrationNumber ?? texts.projects.noNumber,
    title: project.title,
    pill: healthPill(overview.health, texts),
    subtitle: [statusLine(overview, reading), endLine(project, reading)].join(" · "),
    star: { ...star, isOn },
    actions: presentActions(project, texts, can),
  };
}

function statusLine(overview: OverviewFacts["overview"], { texts, formats }: Reading): string {
  const { healthOn, healthByName } = overview;
  if (healthOn === null) return texts.overview.noStatus;
  const on = formats.date(healthOn);
  return healthByName === null
    ? texts.overview.statusOfNobody(on)
    : texts.overview.statusOf(on, healthByName);
}

/** How far the end is, or the beginning, while it has not begun. */
function endLine(project: ProjectInReach, { texts, formats, today }: Reading): string {
  const { overview } = texts;
  if (today < project.startsOn) return overview.startsIn(daysBetween(today, project.startsOn));
  const left = daysToEnd(project, today);
  if (left < 0) return overview.ended(formats.date(project.endsOn));
  return left === 0 ? overview.endsToday : overview.daysLeft(left);
}

function presentActions(project: ProjectInReach, { overview }: Texts, can: OverviewRights) {
  const { id, archivedAt } = project;
  const { actions } = overview;
  const status = { href: paths.newProjectStatus(id), label: actions.status, icon: "gauge" };
  const more = [
    can.edit && { href: paths.editProject(id), label: actions.edit, icon: "pencil" },
    can.recordSpend && { href: paths.newProjectSpend(id), label: actions.spend, icon: "coins" },
    can.copy && { href: paths.copyProject(id), label: actions.copy, icon: "copy" },
    { href: paths.projectRules(id), label: actions.rules, icon: "adjustments" },
    { href: paths.projectHistory(id), label: actions.history, icon: "history" },
    archivedAt === null &&
      can.archive && {
        href: paths.projectArchive(id),
        label: actions.archive,
        icon: "archive",
        method: "post" as const,
        isDanger: true,
      },
  ].filter((item) => item !== false);
  return { primary: can.recordStatus ? status : null, more };
}

function archiveNotice(
  { archivedAt, id }: ProjectInReach,
  { texts, formats, today }: Reading,
  can: OverviewRights,
) {
  if (archivedAt === null) return null;
  const until = addDays(pragueDay(archivedAt), RESTORED_WITHIN_DAYS);
  if (today > until) return { text: texts.overview.archivedForGood, restoration: null };
  return {
    text: texts.overview.archived(formats.date(until)),
    restoration: can.archive
      ? { action: paths.projectRestoration(id), label: texts.overview.actions.restore }
      : null,
  };
}
