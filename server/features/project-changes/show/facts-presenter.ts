import type { ChangeStateFact, ChangeWithBudget } from "../../../../db/queries/project-changes.ts";
import type { Wording } from "../words.ts";
import type { ChangePage } from "./service.ts";

export function presentFacts(change: ChangeWithBudget, { texts, formats }: Wording) {
  const { show, kinds, notYet } = texts.projectChanges;
  const day = (term: string, on: string | null) =>
    on === null ? [] : [{ term, text: formats.date(on) }];
  const isApproved = change.state === "approved";
  return [
    { term: show.kind, text: kinds[change.kind] },
    ...(change.effectiveOn === null
      ? [{ term: show.proposedOn, text: notYet, isMissing: true }]
      : day(isApproved ? show.effectiveOn : show.proposedOn, change.effectiveOn)),
    ...day(show.announcedOn, change.announcedOn),
    ...day(show.decidedOn, change.decidedOn),
    ...(change.fileNumber === null ? [] : [{ term: show.fileNumber, text: change.fileNumber }]),
    ...(change.createdByName === null ? [] : [{ term: show.author, text: change.createdByName }]),
  ];
}

/** Newest first; what was corrected stays, marked. */
export function presentStates({ states }: ChangePage, { texts, formats }: Wording) {
  const { show } = texts.projectChanges;
  const isCorrected = ({ id }: ChangeStateFact) => states.some((one) => one.correctsId === id);
  return states.toReversed().map((fact) => ({
    line: `${show.stateOn[fact.state]} ${formats.date(fact.validOn)}`,
    note: fact.note,
    mark: isCorrected(fact) ? show.correctedMark : null,
    by: show.by(fact.recordedByName ?? texts.history.system, formats.dateTime(fact.recordedAt)),
  }));
}
