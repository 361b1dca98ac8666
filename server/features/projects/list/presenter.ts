import type { ListedProject } from "../../../../db/queries/project-list.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { healthPill } from "../../../web/health-pill.ts";
import { PAGE_SIZE, presentPagination } from "../../../web/pagination.ts";
import { spentShare, timeElapsed } from "../totals/rules.ts";
import { figureBar } from "../totals/words.ts";
import { type FilterOptions, listHref, presentProjectFilters } from "./filters.ts";
import type { ProjectListView, ProjectSort } from "./schema.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

/** Those that rows show: brought into the page once, so that each row says only their names. */
const ICONS = [
  ...["star", "star-filled", "alert-circle", "player-pause"],
  ...["tone-green", "tone-yellow", "tone-red", "tone-grey"],
];

export function presentProjectList(
  list: { rows: ListedProject[]; view: ProjectListView; page: number; options: FilterOptions },
  wording: Wording,
  can: { create: boolean },
) {
  const { rows, view, page } = list;
  const { projects } = wording.texts;
  const total = rows[0]?.total ?? 0;
  const isNarrowed = listHref({ ...view, sort: "name", more: false }) !== paths.projects();
  return {
    pageHeader: {
      title: projects.title,
      actions: {
        primary: can.create
          ? { href: paths.newProject(), label: projects.newProject, icon: "plus" }
          : null,
        more: [
          {
            href: listHref(view, { format: "xlsx" }),
            label: projects.xlsx,
            icon: "file-spreadsheet",
          },
        ],
      },
    },
    filterBar: presentProjectFilters(view, list.options, wording.texts),
    icons: ICONS,
    headers: presentHeaders(view, wording.texts),
    labels: { ...projects.columns, noDeadline: projects.noDeadline },
    rows: rows.map((row) => presentRow(row, wording)),
    emptyState: rows.length > 0 ? null : emptyState(isNarrowed, can, wording.texts),
    pagination: presentPagination({
      page,
      total,
      summary: summary(page, total, projects),
      href: (wanted) => listHref(view, { page: wanted === 1 ? null : wanted }),
    }),
  };
}

function presentRow(row: ListedProject, { texts, formats, today }: Wording) {
  const { projects } = texts;
  const { columns } = projects;
  const elapsed = timeElapsed(row, today);
  const health = healthPill(row.health, texts);
  return {
    href: paths.project(row.id),
    shortName: row.shortName,
    title: row.title,
    // A narrow column breaks it behind a slash; its end is what tells it from others.
    number: row.registrationNumber?.split(/(?<=\/)/) ?? [projects.noNumber],
    example: row.isExample ? projects.example : null,
    star: row.isFavourite
      ? {
          action: paths.projectFavouriteRemoval(row.id),
          label: projects.removeFavourite(row.shortName),
          icon: "star-filled",
          isOn: true,
        }
      : {
          action: paths.projectFavourite(row.id),
          label: projects.addFavourite(row.shortName),
          icon: "star",
          isOn: false,
        },
    tone: health.tone,
    icon: health.icon ?? `tone-${health.tone}`,
    health: health.label,
    healthOn: row.healthOn ? projects.healthOn(formats.nearDate(row.healthOn, today)) : "",
    phase: projects.phases[row.phase],
    manager: row.managerName ?? "",
    span: projects.until(formats.date(row.endsOn)),
    time: figureBar(elapsed, { formats, missing: "" }),
    figures: [
      {
        name: columns.indicators,
        ...figureBar(row.indicatorsBp, { formats, elapsed, missing: projects.noTarget }),
      },
      {
        name: columns.physical,
        ...figureBar(row.physicalBp, { formats, elapsed, missing: projects.missing }),
      },
      {
        name: columns.money,
        ...figureBar(spentShare(row), { formats, elapsed, missing: projects.missing }),
      },
    ],
    deadline: presentDeadline(row.nextDue, formats, today),
    overdue: row.overdue > 0 ? projects.overdue(row.overdue) : null,
  };
}

/** `2026-03-31 what is owed` as the list shows it. */
function presentDeadline(nextDue: string | null, formats: Formats, today: CalendarDate) {
  if (nextDue === null) return null;
  const on = nextDue.slice(0, 10);
  return {
    when: formats.nearDate(on, today),
    away: formats.daysFromToday(on, today),
    title: nextDue.slice(11),
  };
}

const HEADERS: { sort: ProjectSort; column: keyof Texts["projects"]["columns"] }[] = [
  { sort: "name", column: "project" },
  { sort: "health", column: "health" },
  { sort: "end", column: "time" },
  { sort: "indicators", column: "indicators" },
  { sort: "physical", column: "physical" },
  { sort: "money", column: "money" },
  { sort: "deadline", column: "deadline" },
];

function presentHeaders(view: ProjectListView, { projects }: Texts) {
  return HEADERS.map(({ sort, column }) => {
    const isUp = view.sort === sort;
    const isDown = view.sort === `-${sort}`;
    return {
      label: projects.columns[column],
      href: listHref(view, { sort: isUp ? `-${sort}` : sort }),
      direction: isUp ? "ascending" : isDown ? "descending" : null,
    };
  });
}

function summary(page: number, total: number, projects: Texts["projects"]): string {
  if (total <= PAGE_SIZE) return projects.count(total);
  const from = (page - 1) * PAGE_SIZE + 1;
  return projects.range(from, Math.min(from + PAGE_SIZE - 1, total), total);
}

function emptyState(isNarrowed: boolean, can: { create: boolean }, { projects }: Texts) {
  if (isNarrowed) {
    return {
      text: projects.nothingMatches.text,
      icon: "filter",
      action: { href: paths.projects(), label: projects.nothingMatches.clear },
    };
  }
  if (!can.create)
    return { text: projects.empty.text, detail: projects.empty.detailOther, icon: "folders" };
  return {
    text: projects.empty.text,
    detail: projects.empty.detailFounder,
    icon: "folders",
    action: { href: paths.newProject(), label: projects.newProject, icon: "plus" },
  };
}
