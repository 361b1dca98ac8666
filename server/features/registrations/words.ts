import type { Registration } from "../../../db/queries/registrations.ts";
import type { Texts } from "../../texts/index.ts";
import type { Pill } from "../../web/health-pill.ts";

const LOOKS: Record<Registration["state"], Pick<Pill, "tone" | "icon">> = {
  registered: { tone: "green", icon: "circle-check" },
  invited: { tone: "blue", icon: "circle-dot" },
  waiting: { tone: "yellow", icon: "clock" },
  declined: { tone: "grey", icon: "circle-x" },
  withdrawn: { tone: "grey", icon: "circle-minus" },
};

export function registrationPill(state: Registration["state"], { registrations }: Texts): Pill {
  return { ...LOOKS[state], label: registrations.states[state] };
}
