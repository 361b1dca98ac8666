import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { NewsObject } from "../../values/news.ts";
import { withQuery } from "../../web/query-string.ts";
import type { NewsRow } from "./service.ts";

/** News as a row of a mail: what happened to what, who did it, where it is found (a path). */
export interface NewsText {
  title: string;
  /** Project, whoever did it, on whose behalf it comes; joined by dots. */
  note: string;
  href: string;
}

export function newsText(row: NewsRow, texts: Texts, formats: Formats): NewsText {
  return {
    title: texts.notifications.told[row.kind](
      newsSubject(row, texts, formats),
      daysOf(row, formats),
    ),
    note: noteOf(row, texts).join(" · "),
    href: newsHref(row),
  };
}

/** What the thing is called. */
function newsSubject(row: NewsRow, texts: Texts, formats: Formats): string {
  const { subject, objectType } = row;
  const words = texts.notifications.things;
  const title = subject.title ?? "";
  switch (objectType) {
    case "project":
      return row.params.count ? words.agenda(Number(row.params.count), title) : title;
    case "event":
      return subject.title ?? texts.events.confidential;
    case "report":
    case "report-comment":
      return words.report(subject.number ?? 0);
    case "change":
      return words.change(subject.number ?? 0, title);
    case "timesheet":
      return words.timesheet(formats.monthName(subject.month ?? ""));
    case "log-entry":
      return words.logEntry;
    default:
      return title;
  }
}

function daysOf({ params, subject }: NewsRow, formats: Formats) {
  const date = (day: unknown) => (typeof day === "string" ? formats.date(day) : null);
  return { from: date(params.from), to: date(subject.dueOn) };
}

function noteOf(row: NewsRow, texts: Texts): string[] {
  const words = texts.notifications;
  return [
    row.projectName ?? "",
    row.fromName === null ? "" : words.takenFrom(row.fromName),
    row.toName === null ? "" : words.takenBy(row.toName),
    row.actorName === null ? "" : words.by(row.actorName),
    row.onBehalfOfName === null ? "" : words.onBehalfOf(row.onBehalfOfName),
  ].filter((part) => part !== "");
}

type Page = (projectId: number, pageId: number, row: NewsRow) => string;

const PAGES: Record<NewsObject, Page> = {
  project: (projectId, _pageId, { params, kind }) =>
    params.count && kind === "handed-over"
      ? withQuery(paths.agenda(), { who: "mine", project: projectId })
      : paths.project(projectId),
  milestone: paths.milestone,
  activity: paths.activity,
  indicator: paths.indicator,
  event: paths.event,
  internship: paths.internship,
  campaign: paths.campaign,
  risk: paths.risk,
  remedy: paths.control,
  resolution: paths.resolution,
  report: paths.report,
  change: paths.change,
  timesheet: (projectId, assignmentId, { subject }) =>
    paths.timesheet(projectId, assignmentId, subject.month ?? ""),
  output: paths.output,
  "output-comment": (projectId, outputId, row) =>
    `${paths.output(projectId, outputId)}${remark(row)}`,
  "report-comment": (projectId, reportId, row) =>
    `${paths.report(projectId, reportId)}${remark(row)}`,
  "log-entry": paths.logEntry,
};

function remark({ objectId }: NewsRow): string {
  return `#comment-${objectId}`;
}

function newsHref(row: NewsRow): string {
  if (row.projectId === null) return paths.home();
  return PAGES[row.objectType](row.projectId, row.pageId, row);
}
