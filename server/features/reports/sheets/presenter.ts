import type { Report } from "../../../../db/queries/reports.ts";
import { paths } from "../../../paths.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import {
  type FieldDefinition,
  presentFields,
  presentFormErrors,
} from "../../../web/form-fields.ts";
import { fieldName } from "../content/rules.ts";
import type { Field, ReportContent } from "../content/service.ts";
import { isSameSheet, type Sheet, sheetHref, sheetName } from "../content/sheets.ts";
import { activityLine, presentIndicators } from "../document/figures.ts";
import { optionalPlaces } from "../places.ts";
import { chipPill, ownerName, reportName, reportPill, type Wording } from "../words.ts";
import type { LoadedSheet } from "./load-sheet.ts";
import type { PreviousTexts } from "./previous.ts";
import { editionOf, markOf } from "./service.ts";

/** A sheet as its form holds it. */
export function sheetValues(fields: readonly Field[]): FormValues {
  return {
    version: String(editionOf(fields)),
    ...Object.fromEntries(fields.map((field) => [fieldName(field), field.body])),
    ...Object.fromEntries(fields.map((field) => [`seen-${fieldName(field)}`, markOf(field.draft)])),
  };
}

export interface SheetPage extends LoadedSheet {
  report: Report;
  previous: PreviousTexts | null;
  isWritable: boolean;
  /** For `views/comments/_box.ejs`. */
  comments: object;
}

export function presentSheet(page: SheetPage, state: FormState, wording: Wording) {
  const { report, sheet, content, sheets, isWritable } = page;
  const { texts, formats } = wording;
  const { reportTexts: words } = texts;
  const at = sheets.findIndex((one) => isSameSheet(one, sheet));
  return {
    pageHeader: {
      title: sheetName(sheet, wording),
      code: reportName(report, wording),
      pill: reportPill(report.state, texts),
      subtitle: words.order(formats.number(at + 1), formats.number(sheets.length)),
    },
    formErrors: presentFormErrors(state, texts),
    form: isWritable ? { submission: state.submission } : null,
    action: sheetHref(report, sheet),
    hidden: presentFields(hiddenOf(sheet.fields), state, texts),
    fields: sheet.fields.map((field) => presentField(field, page, state, wording)),
    activity: sheet.activity && presentActivity(sheet.activity.id, content, wording),
    figures: sheet.section === "indicators" ? [presentIndicators(content.figures, wording)] : [],
    liveHint: sheet.fields.some(isLive) ? words.liveHint : null,
    comments: page.comments,
    counting: words.counting(formats.number(content.limits.newlineLength)),
    locked: isWritable ? null : { tone: "info" as const, text: words.readOnly },
    contentsLabel: texts.reports.show.sections,
    contents: sheets.map((one) => presentEntry(one, page, wording)),
    links: presentLinks(sheets[at - 1], sheets[at + 1], report, wording),
    labels: words,
  };
}

function hiddenOf(fields: readonly Field[]): FieldDefinition[] {
  const names = ["version", ...fields.map((field) => `seen-${fieldName(field)}`)];
  return names.map((name) => ({ type: "hidden", name, label: "" }));
}

function presentLinks(
  before: Sheet | undefined,
  after: Sheet | undefined,
  report: Report,
  wording: Wording,
) {
  const link = (sheet: Sheet | undefined) =>
    sheet ? { href: sheetHref(report, sheet), label: sheetName(sheet, wording) } : null;
  return {
    previous: link(before),
    next: link(after),
    report: paths.report(report.projectId, report.id),
  };
}

function presentEntry(one: Sheet, { sheet, report }: SheetPage, wording: Wording) {
  const isFilled = one.fields.every(({ body, place }) => body !== "" || optionalPlaces.has(place));
  return {
    label: sheetName(one, wording),
    href: sheetHref(report, one),
    isCurrent: isSameSheet(one, sheet),
    icon: isFilled ? "circle-check" : "circle-dashed",
    isSub: one.activity !== null,
  };
}

function presentField(field: Field, page: SheetPage, state: FormState, wording: Wording) {
  const { texts } = wording;
  const { reportTexts: words } = texts;
  const name = fieldName(field);
  const hint = words.hints[field.place];
  const label = ownerLabel(field, page.content, wording);
  const [control] = presentFields(
    [{ type: "textarea", name, label, ...(hint ? { hint } : {}), rows: rowsFor(field) }],
    state,
    texts,
  );
  return {
    ...control,
    counter: presentCounter(field, page.content, wording),
    source: sourceText(field, wording),
    isLive: isLive(field),
    isOptional: optionalPlaces.has(field.place),
    newer: field.newer === null ? null : newerLink(field, page.report),
    previous: presentPrevious(field, page.previous, wording),
  };
}

function isLive({ source, body }: Field): boolean {
  return source === "live" && body !== "";
}

function presentActivity(id: number, { figures, chips }: ReportContent, wording: Wording) {
  const own = figures.activities.find((activity) => activity.id === id);
  return {
    chip: chipPill(chips.get(id) ?? "unchanged", wording),
    line: activityLine(own, wording),
  };
}

function newerLink(field: Field, { projectId, id }: Report): string {
  return `${paths.reportDrafts(projectId, id)}#${fieldName(field)}`;
}

/** Fields of indicators bear the indicator's name; those of an activity stand on its own page. */
function ownerLabel(field: Field, content: ReportContent, wording: Wording): string {
  const { parts } = wording.texts.reportTexts;
  return field.indicatorId === null
    ? parts[field.part]
    : (ownerName(field, content) ?? parts[field.part]);
}

const LETTERS_OF_A_ROW = 80;

function rowsFor({ body, part }: Field): number {
  const wrapped = body.split("\n").map((line) => Math.ceil((line.length + 1) / LETTERS_OF_A_ROW));
  const needed = wrapped.reduce((sum, rows) => sum + rows, 1);
  return Math.min(18, Math.max(part === "contact" ? 3 : 5, needed));
}

export function presentCounter(
  { length }: Pick<Field, "length">,
  { limits }: Pick<ReportContent, "limits">,
  { texts, formats }: Pick<Wording, "texts" | "formats">,
) {
  const { reportTexts: words } = texts;
  const over = length - limits.most;
  const template = counterTemplate(length, limits, words);
  return {
    ...limits,
    tone: over > 0 ? "over" : length >= limits.warnFrom ? "near" : "",
    text: template
      .replace("{used}", formats.number(length))
      .replace("{max}", formats.number(limits.most))
      .replace("{over}", formats.number(over)),
    used: words.usedTemplate,
    near: words.nearTemplate,
    over: words.overTemplate,
  };
}

function counterTemplate(
  length: number,
  { most, warnFrom }: ReportContent["limits"],
  words: Wording["texts"]["reportTexts"],
): string {
  if (length > most) return words.overTemplate;
  return length >= warnFrom ? words.nearTemplate : words.usedTemplate;
}

function sourceText({ source, kept }: Field, { texts, formats }: Wording): string | null {
  const { reportTexts: words } = texts;
  if (source === "live") return null;
  if (source === "pinned") return words.pinned;
  if (source === "frozen" || !kept?.editedAt) return null;
  return words.edited(kept.editedByName ?? texts.history.system, formats.dateTime(kept.editedAt));
}

function presentPrevious(field: Field, previous: PreviousTexts | null, wording: Wording) {
  if (!previous) return null;
  const { reportTexts: words } = wording.texts;
  const { number } = previous.report;
  const body = previous.bodies.get(field.place) ?? "";
  return {
    title: words.previous(wording.texts.reports.shortNameOf(wording.formats.number(number))),
    body,
    empty: body === "" ? words.noPrevious : null,
  };
}
