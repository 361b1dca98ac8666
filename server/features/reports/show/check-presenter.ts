import type { Report } from "../../../../db/queries/reports.ts";
import type { FlawedField } from "../content/checks.ts";
import { fieldName } from "../content/rules.ts";
import type { ReportContent } from "../content/service.ts";
import { sheetHref, sheetOfField, sheetsOf } from "../content/sheets.ts";
import { placeName, type Wording } from "../words.ts";

const TONES = {
  over: "red",
  empty: "yellow",
  half: "yellow",
  newer: "blue",
  near: "grey",
} as const;
const ICONS = {
  over: "alert-octagon",
  empty: "alert-triangle",
  half: "alert-triangle",
  newer: "refresh",
  near: "info-circle",
} as const;

/** Each thing to look at with the way to its field. */
export function presentCheck(
  flaws: readonly FlawedField[],
  { report, content }: { report: Report; content: ReportContent },
  wording: Wording,
) {
  const sheets = sheetsOf(content);
  return flaws.map((one) => {
    const sheet = sheetOfField(sheets, one.field);
    return {
      label: placeName(one.field, content, wording),
      href: sheet ? `${sheetHref(report, sheet)}#${fieldName(one.field)}` : null,
      note: flawText(one, wording),
      tone: TONES[one.flaw],
      icon: ICONS[one.flaw],
    };
  });
}

/** `KA4 Vzdělávání: Plán na další období – chybí text`, for a form that asks whether to go on. */
export function flawSentences(
  flaws: readonly FlawedField[],
  content: ReportContent,
  wording: Pick<Wording, "texts" | "formats">,
): string[] {
  return flaws
    .filter(({ flaw }) => flaw !== "near" && flaw !== "newer")
    .map((one) => `${placeName(one.field, content, wording)} – ${flawText(one, wording)}`);
}

function flawText(
  { flaw, beyond }: FlawedField,
  { texts, formats }: Pick<Wording, "texts" | "formats">,
): string {
  const words = texts.reportTexts.check;
  return flaw === "over" ? words.over(beyond, formats.number(beyond)) : words[flaw];
}
