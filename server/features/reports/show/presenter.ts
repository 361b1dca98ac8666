import { paths } from "../../../paths.ts";
import { dueCell } from "../../../web/due-cell.ts";
import { presentHistory } from "../../../web/history-list.ts";
import type { Field } from "../content/service.ts";
import { type Sheet, sheetHref, sheetName, sheetsOf } from "../content/sheets.ts";
import { presentTiles } from "../document/figures.ts";
import { optionalPlaces } from "../places.ts";
import { chipPill, periodOfReport, reportName, reportPill, type Wording } from "../words.ts";
import { presentReportActions } from "./actions.ts";
import { presentCheck } from "./check-presenter.ts";
import type { ReportPage } from "./service.ts";

export interface ReportRights {
  write: boolean;
  submit: boolean;
}

export function presentReport(
  page: ReportPage,
  wording: Wording,
  can: ReportRights,
  comments: object,
) {
  const { report, content, flaws } = page;
  const { texts } = wording;
  const { reports: words } = texts;
  return {
    pageHeader: {
      title: reportName(report, wording),
      ...(report.fileNumber === null ? {} : { code: report.fileNumber }),
      pill: reportPill(report.state, texts),
      subtitle: periodOfReport(report, wording),
      actions: presentReportActions(report, wording, can),
    },
    labels: words.show,
    tiles: presentTiles(content.figures, wording).tiles.map(({ percent, ...tile }) => ({
      ...tile,
      ...(percent === undefined ? {} : { bar: { percent } }),
    })),
    comments,
    notices: presentNotices(page, wording),
    sections: sheetsOf(content).map((sheet) => presentSheetRow(sheet, page, wording)),
    check: content.submitted
      ? null
      : [...presentCheck(flaws, { report, content }, wording), ...presentUnsettled(page, wording)],
    definitionList: presentFacts(page, wording),
    states: presentStates(page, wording),
    submissions: presentSubmissions(page, wording),
    historyList: presentHistory(page.history, wording),
  };
}

function presentUnsettled({ comments }: ReportPage, { texts, formats }: Wording) {
  const open = comments.filter(({ settlement }) => settlement === null).length;
  if (open === 0) return [];
  const note = texts.reportTexts.check.comments(open, formats.number(open));
  return [
    { label: texts.comments.title, href: "#comments-report", note, tone: "blue", icon: "message" },
  ];
}

function presentNotices({ report, content }: ReportPage, { texts, formats, today }: Wording) {
  const { show } = texts.reports;
  const { projectId, id, state, answerBy, submittedOn, endsOn } = report;
  const newer = content.fields.filter((field) => field.newer !== null).length;
  const notice = (tone: "info" | "warning", text: string) => ({ tone, text });
  return [
    ...(content.submitted && submittedOn
      ? [notice("info", show.frozen(formats.date(submittedOn)))]
      : []),
    ...(answerBy ? [notice("warning", show.returned(formats.date(answerBy)))] : []),
    ...(state === "returned" && !answerBy ? [notice("warning", show.returnedNoDay)] : []),
    ...(state === "ready" ? [notice("info", show.ready)] : []),
    ...(state === "draft" && endsOn >= today
      ? [notice("info", texts.reportTexts.check.periodRuns(formats.date(endsOn)))]
      : []),
    ...(newer > 0
      ? [
          {
            ...notice("info", show.newerDrafts(newer)),
            href: paths.reportDrafts(projectId, id),
            linkText: show.compare,
          },
        ]
      : []),
  ];
}

function presentSheetRow(sheet: Sheet, { report, content, flaws }: ReportPage, wording: Wording) {
  const { texts, formats } = wording;
  const { show } = texts.reports;
  const { fields } = sheet;
  const owed = fields.filter(({ place, body }) => body !== "" || !optionalPlaces.has(place));
  const filled = owed.filter(({ body }) => body !== "");
  const places = new Set(fields.map(({ place }) => place));
  const count = (flaw: string) =>
    flaws.filter((one) => one.flaw === flaw && places.has(one.field.place)).length;
  const over = count("over");
  const newer = count("newer");
  return {
    name: sheetName(sheet, wording),
    href: sheetHref(report, sheet),
    isSub: sheet.activity !== null,
    chip: sheet.activity
      ? chipPill(content.chips.get(sheet.activity.id) ?? "unchanged", wording)
      : null,
    filled:
      owed.length === 0
        ? texts.reportTexts.optional
        : show.filled(formats.number(filled.length), formats.number(owed.length)),
    isFilled: filled.length === owed.length,
    excerpt: excerptOf(fields),
    over: over > 0 ? show.over(over, formats.number(over)) : null,
    newer: newer > 0 ? show.newer(newer) : null,
  };
}

const EXCERPT = 160;

/** The beginning of what the sheet says, so that a reader knows where to look. */
function excerptOf(fields: readonly Field[]): string {
  const text = fields.find(({ body }) => body !== "")?.body.replaceAll(/\s+/g, " ") ?? "";
  return text.length <= EXCERPT ? text : `${text.slice(0, text.lastIndexOf(" ", EXCERPT))} …`;
}

function presentFacts({ report, duty }: ReportPage, wording: Wording) {
  const { texts, formats } = wording;
  const { show, form } = texts.reports;
  const fact = (term: string, text: string | null) => ({
    term,
    ...(text === null ? { text: show.missing, isMissing: true } : { text }),
  });
  const day = (date: string | null) => (date === null ? null : formats.date(date));
  const due = duty ? dueCell(duty, wording) : null;
  return [
    fact(show.period, periodOfReport(report, wording)),
    due && duty
      ? {
          term: show.dueOn,
          text: due.date,
          note: due.note,
          href: paths.milestone(report.projectId, duty.id),
        }
      : { term: show.dueOn, text: show.noDuty, isMissing: true },
    ...(report.answerBy === null ? [] : [fact(show.answerBy, day(report.answerBy))]),
    fact(show.submittedOn, day(report.submittedOn)),
    fact(show.acceptedOn, day(report.acceptedOn)),
    fact(show.fileNumber, report.fileNumber),
    fact(show.language, form.languages[report.language]),
    fact(show.author, report.createdByName),
  ];
}

/** The latest first; what was corrected is marked. */
function presentStates({ states }: ReportPage, { texts, formats }: Wording) {
  const { show } = texts.reports;
  const corrected = new Set(states.map(({ correctsId }) => correctsId));
  return states.toReversed().map((fact) => ({
    line: `${show.stateOn[fact.state]} ${formats.date(fact.validOn)}`,
    mark: corrected.has(fact.id) ? show.correctedMark : null,
    note: fact.note,
    answerBy: fact.answerBy === null ? null : texts.reports.answerBy(formats.date(fact.answerBy)),
    by: show.by(fact.recordedByName ?? texts.history.system, formats.dateTime(fact.recordedAt)),
  }));
}

function presentSubmissions({ report, submissions }: ReportPage, { texts, formats }: Wording) {
  const { show } = texts.reports;
  return submissions.map(({ number, submittedOn, hash, recordedAt, recordedByName }) => ({
    href: paths.reportSubmission(report.projectId, report.id, number),
    label: show.submission(formats.number(number), formats.date(submittedOn)),
    hash: show.hash(hash.slice(0, 16)),
    by: show.by(recordedByName ?? texts.history.system, formats.dateTime(recordedAt)),
  }));
}
