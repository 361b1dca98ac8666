import type { ShownLink } from "../../../db/queries/card-link-list.ts";
import type { Texts } from "../../texts/index.ts";
import type { Pill } from "../../web/health-pill.ts";
import type { CoverageState } from "./rules.ts";

const LOOKS: Record<CoverageState, Pick<Pill, "tone" | "icon">> = {
  running: { tone: "green", icon: "player-play" },
  planned: { tone: "blue", icon: "clock" },
  finished: { tone: "grey", icon: "check" },
  named: { tone: "yellow", icon: "help-circle" },
  none: { tone: "red", icon: "circle-x" },
};

/** What covers a card, in colour, icon and word. */
export function coveragePill(state: CoverageState, { cardLinks }: Texts): Pill {
  return { ...LOOKS[state], label: cardLinks.states[state] };
}

/** How a reader is told of the project behind a link. */
export function calledProject(link: ShownLink, { cardLinks }: Texts): string {
  if (link.isElsewhere) return cardLinks.box.elsewhere;
  return (
    link.projectShortName ?? link.projectName ?? link.registrationNumber ?? cardLinks.box.unnamed
  );
}
