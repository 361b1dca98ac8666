import type { ProgressFact } from "../../../../db/queries/activity-facts.ts";
import { paths } from "../../../paths.ts";
import { datesText, type Wording } from "../words.ts";
import type { ActivityPage } from "./service.ts";

/** The per cent of an activity as it was entered, newest first; what was corrected stays legible. */
export function presentProgressFacts(
  { activity, facts }: ActivityPage,
  projectId: number,
  wording: Wording,
  can: { progress: boolean },
) {
  const mayCorrect = can.progress && activity.archivedAt === null;
  return facts.map((fact) => ({
    ...presentFact(fact, wording),
    correct:
      mayCorrect && fact.correctedById === null && fact.percent !== null
        ? {
            href: paths.newProgressCorrection(projectId, activity.id, fact.id),
            label: wording.texts.activities.show.correct,
          }
        : null,
  }));
}

function presentFact(fact: ProgressFact, { texts, formats }: Wording) {
  const { show } = texts.activities;
  const { percent, validOn } = fact;
  return {
    line: percent === null ? show.withdrawn : formats.percent(percent * 100),
    on: formats.date(validOn),
    reason: fact.reason,
    by: show.by(fact.recordedByName ?? texts.history.system, formats.dateTime(fact.recordedAt)),
    tag: factTag(fact, show),
    isCorrected: fact.correctedById !== null,
  };
}

function factTag(fact: ProgressFact, show: { corrected: string; correction: string }) {
  if (fact.correctedById !== null) return show.corrected;
  return fact.correctsId === null ? null : show.correction;
}

/** Where the dates were moved to, newest move first. */
export function presentMoves({ moves }: ActivityPage, wording: Wording) {
  const { texts, formats } = wording;
  const { activities, history } = texts;
  return moves.toReversed().map((move) => ({
    to: datesText(move, wording) ?? activities.noDates,
    reason: move.reason,
    by: activities.show.by(
      move.recordedByName ?? history.system,
      formats.dateTime(move.recordedAt),
    ),
  }));
}
