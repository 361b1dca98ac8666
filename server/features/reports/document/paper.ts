import type { Report } from "../../../../db/queries/reports.ts";
import type {
  Block,
  ListBlock,
  PrintedDocument,
} from "../../exports/writing/documents/document.ts";
import { type Field, frozenContent, type ReportContent } from "../content/service.ts";
import { type Sheet, sheetName, sheetsOf } from "../content/sheets.ts";
import type { SubmittedFacts } from "../content/submitted.ts";
import { ownerName, periodOfReport, reportName, type Words } from "../words.ts";
import {
  activityLine,
  presentEvents,
  presentIndicators,
  presentMoney,
  presentPeople,
  presentTiles,
  sinceText,
} from "./figures.ts";

export interface DocumentOf {
  report: Report;
  project: { title: string; registrationNumber: string | null };
  content: ReportContent;
  /** Of what was handed in. */
  submission: { submittedOn: string; hash: string } | null;
  /** Instant of the submission, else of now. */
  madeAt: string;
}

interface Submission {
  facts: string;
  hash: string;
  submittedOn: string;
  recordedAt: string;
}

/** Everything from what was frozen, the names of the project and of the report as well. */
export function frozenDocument(
  report: Report,
  { facts, hash, submittedOn, recordedAt }: Submission,
): DocumentOf {
  const submitted = JSON.parse(facts) as SubmittedFacts;
  return {
    report: { ...report, ...submitted.report },
    project: submitted.project,
    content: frozenContent(submitted),
    submission: { submittedOn, hash },
    madeAt: recordedAt,
  };
}

/** The whole report as it is printed: labels and figures in the reader's language, texts as they are. */
export function presentDocument(of: DocumentOf, words: Words): PrintedDocument {
  const { report, project, madeAt } = of;
  const { paper } = words.texts.reportFigures;
  const title = reportName(report, words);
  return {
    language: words.formats.language,
    title,
    subject: project.title,
    foot: [project.registrationNumber, title].filter(Boolean).join(" · "),
    pageOf: paper.pageOf,
    madeAt,
    blocks: presentBlocks(of, words),
  };
}

export function presentBlocks(of: DocumentOf, words: Words): Block[] {
  const { report, project, content } = of;
  const { paper } = words.texts.reportFigures;
  return [
    {
      kind: "title",
      over: [paper.over, project.registrationNumber].filter(Boolean).join(" · "),
      title: `${reportName(report, words)}: ${project.title}`,
      lines: titleLines(of, words),
    },
    presentTiles(content.figures, words),
    ...sheetsOf(content).flatMap((sheet, at, all) => presentSheet(sheet, all[at - 1], of, words)),
    ...annexOf(content, words),
  ];
}

function titleLines({ report, submission }: DocumentOf, { texts, formats }: Words): string[] {
  const { paper } = texts.reportFigures;
  return [
    periodOfReport(report, { texts, formats }),
    ...(report.fileNumber === null ? [] : [paper.fileNumber(report.fileNumber)]),
    submission ? paper.submitted(formats.date(submission.submittedOn)) : paper.draft,
    ...(submission ? [paper.hash(submission.hash)] : []),
  ];
}

function presentSheet(
  sheet: Sheet,
  before: Sheet | undefined,
  { content }: DocumentOf,
  words: Words,
): Block[] {
  const { sections } = words.texts.reportTexts;
  const { chips } = words.texts.reportFigures;
  const isNewSection = before?.section !== sheet.section;
  const heading: Block[] = isNewSection
    ? [{ kind: "heading", level: 1, text: sections[sheet.section] }]
    : [];
  if (!sheet.activity)
    return [
      ...heading,
      ...figuresOf(sheet, content, words),
      ...textsOf(sheet.fields, content, words),
    ];
  const { id } = sheet.activity;
  const chip = content.chips.get(id);
  const figures = content.figures.activities.find((one) => one.id === id);
  return [
    ...heading,
    {
      ...{ kind: "heading", level: 2, text: sheetName(sheet, words) },
      ...(chip ? { note: chips[chip] } : {}),
    },
    { kind: "text", text: activityLine(figures, words), isSoft: true },
    ...textsOf(sheet.fields, content, words),
  ];
}

/** Figures that belong to a section stand before its texts. */
function figuresOf({ section }: Sheet, { figures }: ReportContent, words: Words): Block[] {
  if (section === "indicators")
    return [
      { kind: "text", text: sinceText(figures, words), isSoft: true },
      presentIndicators(figures, words),
    ];
  if (section !== "target-group") return [];
  const people: ListBlock = { kind: "list", items: presentPeople(figures, words) };
  return [people];
}

function textsOf(fields: readonly Field[], content: ReportContent, { texts }: Words): Block[] {
  const { parts } = texts.reportTexts;
  return fields.flatMap((field): Block[] => {
    const label = field.indicatorId === null ? null : ownerName(field, content);
    return [
      { kind: "text", text: label ?? parts[field.part], isStrong: true },
      field.body === ""
        ? { kind: "text", text: texts.reportFigures.paper.empty, isSoft: true }
        : { kind: "text", text: field.body },
    ];
  });
}

/** What was counted but has no screen of its own. */
function annexOf({ figures }: ReportContent, words: Words): Block[] {
  const { money, events } = words.texts.reportFigures;
  return [
    { kind: "heading", level: 1, text: money.title },
    { kind: "list", items: presentMoney(figures, words) },
    { kind: "heading", level: 1, text: events.title },
    figures.events.length === 0
      ? { kind: "text", text: events.none, isSoft: true }
      : presentEvents(figures, words),
  ];
}
