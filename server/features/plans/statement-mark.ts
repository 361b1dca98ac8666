import type { Statement, StatementState } from "../../../db/queries/card-statements.ts";
import type { Mark } from "../cards/words.ts";
import type { Wording } from "./words.ts";

const MARKS: Record<StatementState, Omit<Mark, "label">> = {
  "as-planned": { tone: "green", icon: "player-play" },
  behind: { tone: "yellow", icon: "clock" },
  done: { tone: "blue", icon: "circle-check" },
  "not-started": { tone: "grey", icon: "circle-dashed" },
  dropped: { tone: "grey", icon: "circle-x" },
};

/** The last word on a card: its year and how it goes. */
export function statementMark({ state, year }: Statement, { texts }: Wording) {
  return { ...MARKS[state], label: texts.cardStatements.states[state], year: String(year) };
}
