import type { ParticipantLine } from "../../../../db/queries/participant-list.ts";
import { paths } from "../../../paths.ts";
import { PAGE_SIZE, presentPagination } from "../../../web/pagination.ts";
import type { SupportRule } from "../../support/rules.ts";
import { missingFields, requiredFields } from "../completeness/rules.ts";
import { nameInList, type Wording } from "../words.ts";
import { isNarrowed, listHref, presentFilters } from "./filters.ts";
import { presentBreakdowns, presentTiles } from "./numbers-presenter.ts";
import type { ParticipantListView } from "./schema.ts";
import type { FoundParticipants, ParticipantList, ParticipantNumbers } from "./service.ts";

export interface Allowed {
  edit: boolean;
}

/** The page of whoever may not read names: the same numbers, nobody behind them. */
export function presentNumbers(numbers: ParticipantNumbers, wording: Wording) {
  const { participants } = wording.texts;
  const isEmpty = numbers.counts.length === 0;
  return {
    pageHeader: { title: participants.title, subtitle: participants.numbersOnly },
    tiles: presentTiles(numbers, wording),
    breakdowns: presentBreakdowns(numbers, wording),
    emptyState: isEmpty ? { text: participants.empty, icon: "users" } : null,
  };
}

export function presentParticipantList(
  list: ParticipantList,
  view: ParticipantListView,
  page: number,
  wording: Wording,
  can: Allowed,
) {
  const { projectId, rows, total } = list;
  const { participants } = wording.texts;
  return {
    pageHeader: presentHeader(projectId, view, wording, can),
    tiles: presentTiles(list, wording),
    breakdowns: presentBreakdowns(list, wording),
    breakdownsTitle: participants.breakdown.title,
    search: {
      action: paths.participantSearch(projectId),
      value: "",
      ...participants.search.field,
    },
    filterBar: presentFilters(projectId, view, list.targetGroups, wording),
    columns: participants.columns,
    rows: rows.map((row) => presentRow(row, list, wording)),
    emptyState: rows.length > 0 ? null : emptyState(projectId, isNarrowed(view), wording, can),
    pagination: presentPagination({
      page,
      total,
      summary: participants.range({
        from: Math.min(total, (page - 1) * PAGE_SIZE + 1),
        to: Math.min(total, page * PAGE_SIZE),
        total,
      }),
      href: (wanted) => listHref(projectId, view, { page: wanted === 1 ? null : wanted }),
    }),
  };
}

/** What was found by name, on the page itself: it has no address of its own. */
export function presentFound(found: FoundParticipants, q: string, wording: Wording, can: Allowed) {
  const { participants } = wording.texts;
  const { rows, projectId } = found;
  const { search } = participants;
  const clear = { href: paths.participants(projectId), label: search.clear };
  const isCut = rows.length === PAGE_SIZE;
  const text = isCut ? search.foundMany(rows.length) : search.found(rows.length);
  return {
    pageHeader: presentHeader(projectId, {}, wording, can),
    search: { action: paths.participantSearch(projectId), value: q, ...search.field },
    columns: participants.columns,
    rows: rows.map((row) => presentRow(row, found, wording)),
    found: rows.length > 0 ? { text, ...clear } : null,
    emptyState: rows.length > 0 ? null : { text: search.nobody, icon: "search", action: clear },
  };
}

function presentHeader(
  projectId: number,
  view: ParticipantListView,
  { texts }: Wording,
  can: Allowed,
) {
  const { participants } = texts;
  const { exports } = participants;
  const sheet = (contents: string) => listHref(projectId, view, { format: "xlsx", contents });
  const add = { href: paths.newParticipant(projectId), label: participants.add, icon: "plus" };
  return {
    title: participants.title,
    subtitle: participants.subtitle,
    actions: {
      primary: can.edit ? add : null,
      more: [
        { href: paths.hours(projectId), label: texts.support.title, icon: "clock" },
        { href: sheet("codes"), label: exports.codes, icon: "file-spreadsheet" },
        { href: sheet("names"), label: exports.names, icon: "file-spreadsheet" },
        { href: paths.esf(projectId), label: texts.isEsf.title, icon: "download" },
        { href: paths.participantRegistry(), label: participants.registryLink, icon: "users" },
        { href: paths.participantDuplicates(), label: participants.duplicatesLink, icon: "copy" },
      ],
    },
  };
}

function presentRow(row: ParticipantLine, list: FoundParticipants, wording: Wording) {
  const { texts, formats } = wording;
  const { participants } = texts;
  const { exitedOn } = row;
  return {
    href: paths.participant(list.projectId, row.id),
    name: nameInList(row),
    note: [row.code, row.organisationName].filter(Boolean).join(" · "),
    entered: formats.date(row.enteredOn),
    exited: exitedOn === null ? "" : formats.date(exitedOn),
    record: presentRecord(row, wording),
    inPerson: row.inPersonMinutes === 0 ? "" : formats.hours(row.inPersonMinutes),
    electronic: row.electronicMinutes === 0 ? "" : formats.hours(row.electronicMinutes),
    support: presentSupport(row, list.rule, wording),
    reached: row.thresholdOn === null ? "" : formats.date(row.thresholdOn),
    unsupported:
      row.inPersonMinutes + row.electronicMinutes === 0 ? participants.unsupported : null,
  };
}

/** How much of the record is there. */
export function presentRecord(row: ParticipantLine, { texts }: Wording) {
  const words = texts.participants.record;
  if (row.isAnonymised) return { percent: null, tone: "grey", label: words.anonymised };
  const missing = missingFields(row).length;
  if (missing === 0) return { percent: 100, tone: "green", label: words.complete };
  const given = requiredFields.length - missing;
  const percent = Math.round((100 * given) / requiredFields.length);
  return { percent, tone: "yellow", label: `${given}/${requiredFields.length}` };
}

/** Support on the way to the threshold, as far as electronic hours count towards it. */
export function presentSupport(
  row: { inPersonMinutes: number; electronicMinutes: number; thresholdOn: string | null },
  { thresholdMinutes, electronicCapPercent }: SupportRule,
  wording: Wording,
) {
  const minutes = row.inPersonMinutes + row.electronicMinutes;
  const label = wording.formats.hours(minutes);
  if (thresholdMinutes === null) return { percent: null, tone: "blue", label };
  const most = Math.floor((thresholdMinutes * electronicCapPercent) / 100);
  const counted = row.inPersonMinutes + Math.min(row.electronicMinutes, most);
  const percent = Math.min(100, Math.floor((100 * counted) / thresholdMinutes));
  return { percent, tone: row.thresholdOn === null ? "blue" : "green", label };
}

function emptyState(projectId: number, narrowed: boolean, { texts }: Wording, can: Allowed) {
  const { participants } = texts;
  if (narrowed) {
    const clear = { href: paths.participants(projectId), label: texts.frame.filter.clear };
    return { text: participants.nothingMatches, icon: "filter", action: clear };
  }
  const add = { href: paths.newParticipant(projectId), label: participants.add, icon: "plus" };
  return {
    text: participants.empty,
    icon: "users",
    ...(can.edit ? { detail: participants.emptyDetail, action: add } : {}),
  };
}
