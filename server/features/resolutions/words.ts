import type { Resolution, ResolutionState } from "../../../db/queries/resolutions.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { type DueCell, dueCell } from "../../web/due-cell.ts";
import type { Pill } from "../../web/health-pill.ts";
import { changeCode } from "../project-changes/words.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

const LOOKS: Record<ResolutionState, Pick<Pill, "tone" | "icon">> = {
  planned: { tone: "grey", icon: "circle-dashed" },
  submitted: { tone: "blue", icon: "send" },
  adopted: { tone: "green", icon: "circle-check" },
  rejected: { tone: "red", icon: "circle-x" },
  withdrawn: { tone: "grey", icon: "circle-minus" },
};

export function resolutionPill(state: ResolutionState, { resolutions }: Texts): Pill {
  return { ...LOOKS[state], label: resolutions.states[state] };
}

/** `Usnesení č. 3`: the number within the project; the body's own number is another. */
export function resolutionCode({ number }: Pick<Resolution, "number">, wording: Wording): string {
  return wording.texts.resolutions.numberOf(wording.formats.number(number));
}

/** The day to submit by, and how far it is while nobody has submitted. */
export function submitByCell(resolution: Resolution, wording: Wording): DueCell {
  const { texts, formats } = wording;
  const { state, submitBy, submittedOn } = resolution;
  const date = formats.date(submitBy);
  if (state !== "planned") {
    const words = texts.resolutions.submittedOn;
    const note = submittedOn === null ? "" : words(formats.date(submittedOn));
    return { date, note, isOverdue: false, isClosed: true };
  }
  return dueCell({ dueOn: submitBy, doneOn: null, cancelledOn: null }, wording);
}

/** The change that it decides: `Žádost o změnu č. 2: Prodloužení`. */
export function changeText(resolution: Resolution, wording: Wording): string | null {
  const { changeKind: kind, changeNumber: number, changeTitle: title } = resolution;
  if (kind === null || number === null) return null;
  return `${changeCode({ kind, number }, wording)}: ${title}`;
}
