import type { Report } from "../../../../db/queries/reports.ts";
import { amountText } from "../../indicators/words.ts";
import { fieldName } from "../content/rules.ts";
import type { Field, ReportContent } from "../content/service.ts";
import { type Sheet, sheetHref, sheetName, sheetsOf } from "../content/sheets.ts";
import { incrementText } from "../document/figures.ts";
import { countedLength } from "../places.ts";
import { isFrozen } from "../rules.ts";
import { presentCounter } from "../sheets/presenter.ts";
import { ownerName, placeName, reportName, reportPill, type Wording } from "../words.ts";

/** Every field in the order in which the official form asks for it, each to be copied whole. */
export function presentCopy(report: Report, content: ReportContent, wording: Wording) {
  const { texts } = wording;
  const { copy: words, sections } = texts.reportTexts;
  const sheets = sheetsOf(content);
  const isStill = isFrozen(report.state) || report.state === "ready";
  return {
    pageHeader: {
      title: words.title,
      code: reportName(report, wording),
      pill: reportPill(report.state, texts),
    },
    lead: words.lead,
    notice: isStill ? null : { tone: "warning" as const, text: words.live },
    labels: words,
    sections: [...new Set(sheets.map(({ section }) => section))].map((section) => ({
      id: `section-${section}`,
      title: sections[section],
      sheets: sheets
        .filter((sheet) => sheet.section === section)
        .map((sheet) => presentSheet(sheet, report, content, wording)),
    })),
  };
}

function presentSheet(sheet: Sheet, report: Report, content: ReportContent, wording: Wording) {
  const isActivity = sheet.activity !== null;
  return {
    title: isActivity ? sheetName(sheet, wording) : null,
    href: sheetHref(report, sheet),
    numbers: sheet.section === "indicators" ? presentNumbers(content, report, wording) : [],
    texts: [
      ...sheet.fields.map((field) => presentText(field, content, wording)),
      ...(isActivity ? [presentTogether(sheet, content, wording)] : []),
    ],
  };
}

/** What the form asks for of an indicator beside the comment; typed by hand where IS ESF does not bring it. */
function presentNumbers({ figures }: ReportContent, report: Report, wording: Wording) {
  const { texts, formats } = wording;
  const { columns, date } = texts.reportFigures.indicators;
  return figures.indicators.flatMap((one) => {
    const name = ownerTitle(one.id, figures.indicators);
    const reached = amountText(one, { value: one.cumulative, text: one.text }, formats);
    const values: [string, string, string | null][] = [
      ["increment", columns.increment, incrementText(one, formats).replace("+", "")],
      ["cumulative", columns.cumulative, reached],
      ["date", date, formats.date(report.endsOn)],
    ];
    return values
      .filter(([, , value]) => value !== null && value !== "–")
      .map(([key, label, value]) => ({
        id: `number-${one.id}-${key}`,
        owner: name,
        label,
        name: `${name}: ${label}`,
        value: (value ?? "").replaceAll(/[\u00a0\u202f]/g, key === "date" ? " " : ""),
      }));
  });
}

function ownerTitle(id: number, indicators: ReportContent["figures"]["indicators"]): string {
  const one = indicators.find((indicator) => indicator.id === id);
  return [one?.code, one?.name].filter(Boolean).join(" ");
}

function presentText(field: Field, content: ReportContent, wording: Wording) {
  const { parts } = wording.texts.reportTexts;
  const owner = field.indicatorId === null ? null : ownerName(field, content);
  return textBox(
    {
      id: fieldName(field),
      label: owner ?? parts[field.part],
      name: placeName(field, content, wording),
      body: field.body,
      length: field.length,
    },
    content,
    wording,
  );
}

/** Where the form has one field for the whole activity, its parts follow each other with their headings. */
function presentTogether(sheet: Sheet, content: ReportContent, wording: Wording) {
  const { reportTexts: words } = wording.texts;
  const { fields, activity } = sheet;
  const filled = fields.filter(({ body }) => body !== "");
  const body = filled.map((field) => `${words.parts[field.part]}:\n${field.body}`).join("\n\n");
  return textBox(
    {
      id: `together-${activity?.id ?? 0}`,
      label: words.together,
      name: `${sheetName(sheet, wording)}: ${words.together}`,
      body,
      length: countedLength(body, content.limits.newlineLength),
    },
    content,
    wording,
  );
}

function textBox(
  box: { id: string; label: string; name: string; body: string; length: number },
  content: ReportContent,
  wording: Wording,
) {
  const { copy: words } = wording.texts.reportTexts;
  const { text, tone } = presentCounter(box, content, wording);
  return {
    ...box,
    copyLabel: words.fieldOf(box.name),
    counter: text,
    tone,
    rows: Math.min(8, Math.max(2, Math.ceil(box.body.length / 110) + 1)),
  };
}
