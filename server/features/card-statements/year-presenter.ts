import type { RecordedStatement } from "../../../db/queries/card-statements.ts";
import { paths } from "../../paths.ts";
import { presentWords, type Wording } from "./words.ts";

interface Shown {
  planId: number;
  card: { id: number; number: string; name: string };
  year: number;
  /** The last word first. */
  said: readonly RecordedStatement[];
  canAnswer: boolean;
}

/** What was said of a card for one year, with the words that were corrected. */
export function presentYear({ planId, card, year, said, canAnswer }: Shown, wording: Wording) {
  const { ofYear, year: labels, box } = wording.texts.cardStatements;
  const current = said.find(({ isCorrected }) => !isCorrected);
  const label = current ? box.correct : box.answer(String(year));
  const href = paths.editStatement(planId, card.id, year);
  return {
    pageHeader: {
      title: ofYear(String(year)),
      code: `${card.number} · ${card.name}`,
      ...(canAnswer ? { actions: { primary: { href, label, icon: "pencil" } } } : {}),
    },
    labels,
    current: current ? presentWords(current, wording) : null,
    earlier: said
      .filter(({ isCorrected }) => isCorrected)
      .map((statement) => presentWords(statement, wording)),
  };
}
