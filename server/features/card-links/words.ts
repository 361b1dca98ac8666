import type { CardOfProject, ShownLink } from "../../../db/queries/card-link-list.ts";
import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import type { Pill } from "../../web/health-pill.ts";
import { type CoverageState, calledCard } from "./rules.ts";

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

/** The same in a narrow column. */
export function shortCoveragePill(state: CoverageState, { cardLinks }: Texts): Pill {
  return { ...LOOKS[state], label: cardLinks.shortStates[state] };
}

/** How a reader is told of the project behind a link. */
export function calledProject(link: ShownLink, { cardLinks }: Texts): string {
  if (link.isElsewhere) return cardLinks.box.elsewhere;
  return (
    link.projectShortName ?? link.projectName ?? link.registrationNumber ?? cardLinks.box.unnamed
  );
}

const CARDS_NAMED = 3;

/** A line of the facts of a project or of its activity: the cards that it fulfils. */
export function cardsFact(
  projectId: number,
  cards: readonly CardOfProject[],
  { cardLinks }: Texts,
) {
  const { line: term, none, more } = cardLinks.project;
  const names = new Map(
    cards.map(({ cardId, cardNumber: number, cardName: name }) => [
      cardId,
      calledCard({ number, name }),
    ]),
  );
  const href = paths.projectCards(projectId);
  if (names.size === 0) return { term, text: none, href, isMissing: true };
  const told = [...names.values()].slice(0, CARDS_NAMED).join(" · ");
  const rest = names.size - CARDS_NAMED;
  return { term, text: rest > 0 ? `${told} ${more(rest)}` : told, href, isMissing: false };
}
