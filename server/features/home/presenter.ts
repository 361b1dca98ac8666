import type { WaitingProject } from "../../../db/queries/home.ts";
import type { ListedProject } from "../../../db/queries/project-list.ts";
import type { WaitingRow } from "../../../db/queries/waiting.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { type BasisPoints, clampPercent } from "../../values/percent.ts";
import { healthPill } from "../../web/health-pill.ts";
import { agendaTitle } from "../agenda/rules.ts";
import { type AgendaRow, agendaHref } from "../agenda/service.ts";
import type { WaitingCards } from "../card-statements/requests/service.ts";
import { spentShare, timeElapsed } from "../projects/totals/rules.ts";
import { waitingAge, waitingHref, waitingNote, waitingTitle } from "../waiting/words.ts";
import { type HomeFacts, WAITING_ROWS } from "./service.ts";

export interface Reader {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

export function presentHome(facts: HomeFacts, can: { found: boolean }, reader: Reader) {
  const { texts, formats, today } = reader;
  const words = texts.home;
  return {
    pageHeader: {
      title: words.title,
      subtitle: `${formats.weekday(today)} ${formats.date(today)}`,
    },
    tiles: presentTiles(facts, reader),
    due: {
      title: words.due,
      all: { href: paths.agenda(), label: words.wholeAgenda },
      rows: facts.due.map((row) => presentDue(row, facts.insteadOf, reader)),
      empty: { text: words.nothingDue, icon: "calendar-check" },
    },
    projects: {
      title: facts.isPortfolio ? words.portfolio : words.myProjects,
      all: { href: paths.projects(), label: words.allProjects },
      columns: words.columns,
      rows: facts.projects.map((project) => presentProject(project, reader)),
      empty: {
        text: words.noProjects,
        detail: words.noProjectsDetail,
        icon: "folders",
        ...(can.found ? { action: { href: paths.newProject(), label: words.foundProject } } : {}),
      },
    },
    waiting: presentWaitingCard(facts, reader),
  };
}

function presentWaitingCard({ decisions, waiting, cards, stale }: HomeFacts, reader: Reader) {
  const { texts, formats } = reader;
  const others = waiting.length - WAITING_ROWS;
  return {
    title: texts.home.waiting,
    rows: [
      ...decisions.map((project) => presentDecision(project, reader)),
      ...cards.map((of) => presentPlanCards(of, reader)),
      ...waiting.slice(0, WAITING_ROWS).map((row) => presentWaiting(row, reader)),
      ...stale.map((project) => presentStale(project, reader)),
    ],
    more: others > 0 ? texts.home.moreWaiting(formats.number(others)) : null,
    nothing: texts.home.nothingWaiting,
  };
}

function presentWaiting(row: WaitingRow, reader: Reader) {
  return {
    href: waitingHref(row),
    title: waitingTitle(row, reader),
    note: [row.projectName, waitingNote(row, reader)].join(" · "),
    age: waitingAge(row, reader),
  };
}

function presentPlanCards({ year, cards, planTitle, since }: WaitingCards, reader: Reader) {
  const { texts, formats } = reader;
  const words = texts.cardStatements.home;
  return {
    href: paths.myCards(),
    title: words.title(String(year)),
    note: [words.note(formats.number(cards), cards), planTitle].join(" · "),
    age: waitingAge({ dueOn: since }, reader),
  };
}

function presentTiles({ counts, projects, isPortfolio }: HomeFacts, { texts, formats }: Reader) {
  const { tiles } = texts.home;
  const count = (n: number) => (n === 0 ? tiles.none : formats.number(n));
  const section = (of: "overdue" | "today" | "week") => `${paths.agenda()}?section=${of}`;
  return [
    {
      label: tiles.overdue,
      value: count(counts.overdue),
      href: section("overdue"),
      icon: "alert-circle",
      ...(counts.overdue > 0 ? { tone: "red" as const } : {}),
    },
    {
      label: tiles.today,
      value: count(counts.today),
      href: section("today"),
      icon: "calendar-due",
    },
    { label: tiles.week, value: count(counts.week), href: section("week"), icon: "calendar-stats" },
    {
      label: isPortfolio ? tiles.portfolio : tiles.projects,
      value: count(Number(projects[0]?.total ?? 0)),
      href: isPortfolio ? paths.projects() : `${paths.projects()}?mine=true`,
      icon: "folders",
    },
  ];
}

function presentDue(
  row: AgendaRow,
  insteadOf: readonly number[],
  { texts, formats, today }: Reader,
) {
  const isInstead = row.ownerUserId !== null && insteadOf.includes(row.ownerUserId);
  const kind = texts.agenda.kinds[row.kind as keyof Texts["agenda"]["kinds"]];
  const owner = isInstead ? [texts.deputies.insteadOf(row.ownerName ?? "")] : [];
  return {
    href: agendaHref(row),
    title: agendaTitle(row, texts),
    note: [row.projectName, kind, ...owner].join(" · "),
    on: formats.nearDate(row.dueOn, today),
    away: formats.daysFromToday(row.dueOn, today),
    isLate: row.dueOn < today,
  };
}

function presentProject(project: ListedProject, { texts, formats, today }: Reader) {
  const { noTarget, missing } = texts.projects;
  const { columns } = texts.home;
  const elapsed = timeElapsed(project, today);
  const bar = (name: string, figure: BasisPoints | null | undefined, absent: string) => ({
    name,
    label: figure === null || figure === undefined ? absent : formats.percent(figure),
    width: figure === null || figure === undefined ? null : Math.round(clampPercent(figure) / 100),
  });
  return {
    href: paths.project(project.id),
    shortName: project.shortName,
    note: [
      texts.projects.until(formats.date(project.endsOn)),
      project.overdue > 0 ? texts.projects.overdue(project.overdue) : "",
    ]
      .filter(Boolean)
      .join(" · "),
    pill: healthPill(project.health, texts),
    bars: [
      bar(columns.time, elapsed, ""),
      bar(columns.indicators, project.indicatorsBp, noTarget),
      bar(columns.physical, project.physicalBp, missing),
      bar(columns.money, spentShare(project), missing),
    ],
  };
}

function presentDecision(project: WaitingProject, { texts }: Reader) {
  return {
    href: paths.project(project.id),
    title: project.shortName,
    note: `${texts.home.decision}: ${project.decisionNeeded ?? ""}`,
  };
}

function presentStale(project: WaitingProject, { texts, formats }: Reader) {
  const words = texts.home;
  return {
    href: paths.newProjectStatus(project.id),
    title: `${words.stateHealth}: ${project.shortName}`,
    note: project.healthOn ? words.stale(formats.date(project.healthOn)) : words.neverStated,
  };
}
