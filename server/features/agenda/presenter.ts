import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { groupedBy } from "../../values/grouped.ts";
import { PAGE_SIZE, presentPagination } from "../../web/pagination.ts";
import { withQuery } from "../../web/query-string.ts";
import { subscribeHref } from "../calendar-feeds/words.ts";
import { agendaTitle, type Section, sectionOf, sections } from "./rules.ts";
import type { AgendaView } from "./schema.ts";
import { type AgendaRow, agendaHref, type SectionCounts } from "./service.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

export interface AgendaViewer {
  id: number;
  /** Those the viewer stands in for: theirs is the viewer's, and says so. */
  insteadOf: readonly number[];
  watchesAll: boolean;
}

interface AgendaPage {
  view: AgendaView;
  page: number;
  viewer: AgendaViewer;
  rows: AgendaRow[];
  counts: SectionCounts;
  people: { id: number; name: string }[];
  projects: { id: number; name: string }[];
}

export function presentAgenda(page: AgendaPage, wording: Wording) {
  const { view, rows, counts } = page;
  const bySection = groupedBy(rows, ({ dueOn }) => sectionOf(dueOn, wording.today));
  const { agenda } = wording.texts;
  const everything = sections.reduce((sum, section) => sum + counts[section], 0);
  const total = view.section ? counts[view.section] : everything;
  return {
    pageHeader: {
      title: agenda.title,
      actions: {
        more: [
          {
            href: agendaPath(page, { format: "xlsx" }),
            label: agenda.workbook,
            icon: "file-spreadsheet",
          },
          {
            href: subscribeHref(view.projectId),
            label: wording.texts.calendarFeeds.subscribe,
            icon: "calendar-event",
          },
        ],
      },
      tabs: presentTabs(page, everything, wording),
    },
    filterBar: presentFilters(page, wording.texts),
    labels: agenda.columns,
    groups: sections
      .map((section) => ({
        title: agenda.sections[section],
        isLate: section === "overdue",
        rows: (bySection.get(section) ?? []).map((row) => presentRow(row, page.viewer, wording)),
      }))
      .filter((group) => group.rows.length > 0),
    emptyState: rows.length > 0 ? null : emptyState(page, agenda),
    pagination: presentPagination({
      page: page.page,
      total,
      summary: summary(page.page, total, wording),
      href: (wanted) => agendaPath(page, wanted === 1 ? {} : { page: String(wanted) }),
    }),
  };
}

/** Who is named as responsible: the owner, with the one who watches for an owner without an account. */
export function responsibleName(row: AgendaRow, texts: Texts): string {
  const { ownerName, contactName } = row;
  if (contactName && ownerName) return texts.agenda.standIn(contactName, ownerName);
  return contactName ?? ownerName ?? texts.agenda.nobody;
}

export function kindText(kind: string, texts: Texts): string {
  return texts.agenda.kinds[kind as keyof Texts["agenda"]["kinds"]];
}

/** The same, told apart where the viewer answers in their stead. */
function answeringName(row: AgendaRow, { insteadOf }: AgendaViewer, texts: Texts): string {
  const name = responsibleName(row, texts);
  const isInstead = row.ownerUserId !== null && insteadOf.includes(row.ownerUserId);
  return isInstead ? texts.deputies.insteadOf(name) : name;
}

function presentRow(row: AgendaRow, viewer: AgendaViewer, { texts, formats, today }: Wording) {
  return {
    date: formats.date(row.dueOn),
    away: formats.daysFromToday(row.dueOn, today),
    isLate: row.dueOn < today,
    title: agendaTitle(row, texts),
    href: agendaHref(row),
    kind: kindText(row.kind, texts),
    project: row.projectName,
    projectHref: paths.project(row.projectId),
    owner: answeringName(row, viewer, texts),
  };
}

function presentTabs(page: AgendaPage, everything: number, { texts, formats }: Wording) {
  const { agenda } = texts;
  const tab = (section: Section | null, label: string, count: number) => ({
    href: agendaPath(page, { section }),
    label,
    count: formats.number(count),
    isCurrent: page.view.section === section,
    ...(section === "overdue" && count > 0 ? { tone: "red" as const } : {}),
  });
  return [
    tab(null, agenda.everything, everything),
    ...sections.map((section) => tab(section, agenda.sections[section], page.counts[section])),
  ];
}

function presentFilters(page: AgendaPage, texts: Texts) {
  const { agenda } = texts;
  const { view, viewer, people, projects } = page;
  const others = people.filter((person) => person.id !== viewer.id);
  const named = (list: { id: number; name: string }[]) =>
    list.map(({ id, name }) => ({ value: String(id), label: name }));
  return {
    action: paths.agenda(),
    hidden: view.section ? [{ name: "section", value: view.section }] : [],
    fields: [
      {
        type: "select",
        name: "who",
        label: agenda.whose,
        isLabelHidden: true,
        isAutosubmit: true,
        value: view.who === viewer.id ? "mine" : String(view.who),
        options: [
          { value: "mine", label: agenda.mine },
          { value: "all", label: agenda.all },
          ...named(others),
        ],
      },
      {
        type: "select",
        name: "project",
        label: agenda.project,
        isLabelHidden: true,
        isAutosubmit: true,
        value: view.projectId === null ? "" : String(view.projectId),
        options: [{ value: "", label: agenda.anyProject }, ...named(projects)],
      },
    ],
    chips: [],
  };
}

function emptyState(page: AgendaPage, agenda: Texts["agenda"]) {
  const { view, viewer } = page;
  const isNarrowed = view.section !== null || view.projectId !== null || page.page > 1;
  const showAll = { href: `${paths.agenda()}?who=all`, label: agenda.showAll };
  if (isNarrowed)
    return {
      text: agenda.noneHere,
      icon: "filter",
      action: { href: paths.agenda(), label: agenda.clear },
    };
  return {
    text: agenda.noneYet,
    icon: "calendar-due",
    detail: agenda.noneYetDetail,
    ...(view.who === viewer.id ? { action: showAll } : {}),
  };
}

function summary(page: number, total: number, { texts, formats }: Wording): string {
  const { agenda } = texts;
  if (total <= PAGE_SIZE) return agenda.count(formats.number(total), total);
  const from = (page - 1) * PAGE_SIZE + 1;
  const to = Math.min(from + PAGE_SIZE - 1, total);
  return agenda.range(formats.number(from), formats.number(to), formats.number(total));
}

/** The address of the same view with something changed. */
function agendaPath(
  { view, viewer }: Pick<AgendaPage, "view" | "viewer">,
  change: { section?: Section | null; page?: string; format?: string },
): string {
  const usual = viewer.watchesAll ? "all" : viewer.id;
  const who = view.who === viewer.id ? "mine" : view.who;
  return withQuery(paths.agenda(), {
    who: view.who === usual ? null : who,
    project: view.projectId,
    section: change.section === undefined ? view.section : change.section,
    page: change.page,
    format: change.format,
  });
}
