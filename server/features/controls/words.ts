import type { Severity } from "../../../db/queries/control-findings.ts";
import type { Control, ControlState } from "../../../db/queries/controls.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { Pill } from "../../web/health-pill.ts";
import type { FindingState } from "./rules.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

const STATES: Record<ControlState, Pick<Pill, "tone" | "icon">> = {
  announced: { tone: "grey", icon: "circle-dashed" },
  running: { tone: "blue", icon: "circle-dot" },
  closed: { tone: "green", icon: "circle-check" },
};

export function controlPill(state: ControlState, { controls }: Texts): Pill {
  return { ...STATES[state], label: controls.states[state] };
}

const FINDINGS: Record<FindingState, Pick<Pill, "tone">> = {
  remedied: { tone: "green" },
  late: { tone: "red" },
  open: { tone: "yellow" },
};

export function findingPill(state: FindingState, { controls }: Texts): Pill {
  return { ...FINDINGS[state], label: controls.findings.states[state] };
}

export function severityText(severity: Severity, { controls }: Texts): string {
  return controls.findings.severityOf(controls.severities[severity]);
}

export function controlCode({ number }: Pick<Control, "number">, wording: Wording): string {
  return wording.texts.controls.numberOf(wording.formats.number(number));
}

/** `10. 2. – 14. 2. 2026`, `od 10. 2. 2026` */
export function controlDates(
  { startsOn, endsOn }: Pick<Control, "startsOn" | "endsOn">,
  { texts, formats }: Wording,
): string {
  return endsOn === null
    ? texts.controls.from(formats.date(startsOn))
    : formats.dateRange(startsOn, endsOn);
}
