import type { InternshipState } from "../../../db/queries/internships.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { Pill } from "../../web/health-pill.ts";
import { activityCode } from "../activities/rules.ts";
import { type Named, nameInList } from "../participants/words.ts";
import { percentWorked } from "./rules.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

const LOOKS: Record<InternshipState, Pick<Pill, "tone" | "icon">> = {
  planned: { tone: "grey", icon: "circle-dashed" },
  agreed: { tone: "blue", icon: "circle-dot" },
  running: { tone: "blue", icon: "progress" },
  finished: { tone: "yellow", icon: "circle" },
  "report-accepted": { tone: "green", icon: "circle-check" },
  cancelled: { tone: "grey", icon: "circle-x" },
};

export function statePill(state: InternshipState, { internships }: Texts): Pill {
  return { ...LOOKS[state], label: internships.states[state] };
}

/** Worked against planned as `views/partials/bar.ejs` prints it. */
export function hoursBar(
  worked: number,
  planned: number | null,
  { texts, formats }: Pick<Wording, "texts" | "formats">,
) {
  const words = texts.internships;
  const percent = percentWorked(worked, planned);
  const text = formats.hourCount(worked);
  const label =
    planned === null ? words.noPlan(text) : words.hoursOf(text, formats.hourCount(planned));
  return {
    name: words.columns.hours,
    percent: percent === null ? null : Math.min(100, percent),
    label,
    tone: percent !== null && percent >= 100 ? ("green" as const) : ("blue" as const),
  };
}

/** `KA4 b`; null for the whole project. */
export function codeOfActivity(of: {
  activityNumber: string | null;
  activityParentNumber: string | null;
}): string | null {
  const { activityNumber: number, activityParentNumber: parentNumber } = of;
  return number === null ? null : activityCode({ number, parentNumber });
}

/** By name where names may be read and are still known, else by code. */
export function personLabel(person: Named, readsNames: boolean): string {
  return readsNames ? nameInList(person) : person.code;
}
