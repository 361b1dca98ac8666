import type { Registration } from "../../../db/queries/registrations.ts";
import type { Texts } from "../../texts/index.ts";
import type { Pill } from "../../web/health-pill.ts";

type Named = Pick<Registration, "firstName" | "surname" | "code">;

/** `Žďárská Alena`, as lists of people are ordered; a code for whoever was anonymised. */
export function listName({ firstName, surname, code }: Named): string {
  return [surname, firstName].filter(Boolean).join(" ") || code;
}

/** As it is said, with titles: `Mgr. Alena Žďárská, Ph.D.` */
export function fullName(person: Named & Pick<Registration, "titleBefore" | "titleAfter">): string {
  const { titleBefore, firstName, surname, titleAfter } = person;
  const name = [titleBefore, firstName, surname].filter(Boolean).join(" ");
  return name === "" ? person.code : [name, titleAfter].filter(Boolean).join(", ");
}

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
