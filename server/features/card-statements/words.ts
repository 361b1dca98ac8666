import type {
  RecordedStatement,
  Statement,
  StatementState,
} from "../../../db/queries/card-statements.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { Pill } from "../../web/health-pill.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

const TONES: Record<StatementState, Pick<Pill, "tone" | "icon">> = {
  "as-planned": { tone: "green", icon: "player-play" },
  behind: { tone: "yellow", icon: "clock" },
  done: { tone: "blue", icon: "circle-check" },
  "not-started": { tone: "grey", icon: "circle-dashed" },
  dropped: { tone: "grey", icon: "circle-x" },
};

/** How an activity went in a year. */
export function statementPill(state: StatementState, texts: Texts): Pill {
  return { ...TONES[state], label: texts.cardStatements.states[state] };
}

/** Words of a statement as they are shown. */
export function presentWords(statement: Statement, { texts, formats }: Wording) {
  const { box } = texts.cardStatements;
  const when = formats.dateTime(statement.recordedAt);
  return {
    pill: statementPill(statement.state, texts),
    text: statement.text,
    next: statement.nextSteps === null ? null : { label: box.next, text: statement.nextSteps },
    by: box.by(statement.recordedByName ?? box.system, when),
  };
}

export interface ShownCard {
  planId: number;
  cardId: number;
  /** Year for which the plan has asked last; null while it has not. */
  yearAsked: number | null;
  canAnswer: boolean;
}

/** The box on the page of a card: all years, the last one first, and the way to say more. */
export function presentStatementsBox(
  statements: readonly RecordedStatement[],
  { planId, cardId, yearAsked, canAnswer }: ShownCard,
  wording: Wording,
) {
  const { box, ofYear } = wording.texts.cardStatements;
  const inForce = statements.filter(({ isCorrected }) => !isCorrected);
  const isAwaited = yearAsked !== null && !inForce.some(({ year }) => year === yearAsked);
  const year = yearAsked ?? Number(wording.today.slice(0, 4));
  const isSaid = inForce.some((one) => one.year === year);
  return {
    title: box.title,
    empty: box.empty,
    waits: isAwaited ? box.waits(String(yearAsked)) : null,
    answer:
      canAnswer && !isSaid
        ? { href: paths.editStatement(planId, cardId, year), label: box.answer(String(year)) }
        : null,
    years: inForce.map((statement) => ({
      ...presentWords(statement, wording),
      year: String(statement.year),
      title: ofYear(String(statement.year)),
      href: paths.statement(planId, cardId, statement.year),
      correct: canAnswer
        ? { href: paths.editStatement(planId, cardId, statement.year), label: box.correct }
        : null,
    })),
  };
}
