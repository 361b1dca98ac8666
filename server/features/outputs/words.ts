import type { OutputLine, OutputState } from "../../../db/queries/outputs.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { Pill } from "../../web/health-pill.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

const LOOKS: Record<OutputState | "planned", Pick<Pill, "tone" | "icon">> = {
  planned: { tone: "grey", icon: "circle-dashed" },
  draft: { tone: "grey", icon: "pencil" },
  commented: { tone: "yellow", icon: "message" },
  approved: { tone: "blue", icon: "gavel" },
  published: { tone: "blue", icon: "send" },
  counted: { tone: "green", icon: "circle-check" },
};

/** A planned output that was ticked off without a paper is done all the same. */
export function outputPill(
  { state, doneOn }: Pick<OutputLine, "state" | "doneOn">,
  { outputs }: Texts,
): Required<Pill> {
  if (state === null && doneOn !== null)
    return { tone: "green", icon: "circle-check", label: outputs.doneWithoutPaper };
  const known = state ?? "planned";
  return { ...LOOKS[known], label: outputs.states[known] } as Required<Pill>;
}

export function kindWord(outputKind: OutputLine["outputKind"], { outputs }: Texts): string {
  return outputKind === null ? outputs.noKind : outputs.kinds[outputKind];
}

/** Who approved it: the body, and the meeting where it was one. */
export function approver(
  output: Pick<OutputLine, "bodyName" | "eventTitle" | "eventOn">,
  { texts, formats }: Wording,
): string | null {
  const { bodyName, eventTitle, eventOn } = output;
  if (eventTitle === null || eventOn === null) return bodyName;
  return texts.outputs.approvedAt(bodyName ?? "", eventTitle, formats.date(eventOn));
}
