import type { Measure, MeasureState } from "../../../../db/queries/measures.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { dueCell } from "../../../web/due-cell.ts";
import type { Tone } from "../../../web/health-pill.ts";
import { measureStates } from "../../measures/rules.ts";
import type { Wording } from "../../plans/words.ts";
import type { CardPage } from "./service.ts";

const SIGNS: Record<MeasureState, { tone: Tone; icon: string }> = {
  planned: { tone: "grey", icon: "circle-dashed" },
  running: { tone: "blue", icon: "player-play" },
  done: { tone: "green", icon: "circle-check" },
  dropped: { tone: "grey", icon: "circle-x" },
};

export interface MayDo {
  /** Whoever edits plans changes everything about a measure. */
  edit: boolean;
  /** Whoever edits plans brings back what they archived. */
  restore: boolean;
  /** Whoever answers for the card says of all of them how they go; of their own measure its owner does. */
  answer: boolean;
  userIds: readonly number[];
}

export function presentMeasures(page: CardPage, may: MayDo, wording: Wording) {
  const { card, measures } = page;
  const words = wording.texts.cards.measures;
  const counted = measures.filter(({ state }) => state !== "dropped");
  const done = counted.filter(({ state }) => state === "done").length;
  const n = (count: number) => wording.formats.number(count);
  return {
    title: words.title,
    summary: counted.length === 0 ? null : words.summary(n(done), n(counted.length)),
    add: may.edit ? { href: paths.newMeasure(card.planId, card.id), label: words.new } : null,
    none: words.none,
    columns: words.columns,
    archived: may.edit ? presentArchived(page, wording) : null,
    rows: measures.map((measure, index) => presentRow(measure, index + 1, { card, may }, wording)),
  };
}

/** What was taken off the card; it comes back with all that is known of it. */
function presentArchived({ card, archivedMeasures }: CardPage, { texts, formats }: Wording) {
  if (archivedMeasures.length === 0) return null;
  const { archived, restore } = texts.cards.measures;
  return {
    title: archived(formats.number(archivedMeasures.length)),
    restore,
    items: archivedMeasures.map(({ id, text }) => ({
      text,
      action: paths.measureRestoration(card.planId, card.id, id),
    })),
  };
}

const NOT_OVER = { doneOn: null, cancelledOn: null };

/** Only what is still to be done can be late. */
function isOpen(measure: Measure): measure is Measure & { dueOn: string } {
  return measure.dueOn !== null && (measure.state === "planned" || measure.state === "running");
}

function presentRow(
  measure: Measure,
  place: number,
  { card, may }: { card: CardPage["card"]; may: MayDo },
  wording: Wording,
) {
  const { texts, formats } = wording;
  const words = texts.cards.measures;
  const number = formats.number(place);
  const at = [card.planId, card.id, measure.id] as const;
  const mayAnswer = may.answer || may.userIds.includes(measure.ownerUserId ?? 0);
  const { state } = measure;
  return {
    anchor: `measure-${measure.id}`,
    number,
    text: measure.text,
    notes: notesOf(measure, wording),
    sign: { ...SIGNS[state], label: words.states[state] },
    choices: mayAnswer ? measureStates.map((one) => choiceOf(one, state, number, words)) : null,
    action: paths.measureState(...at),
    due: isOpen(measure) ? dueCell({ dueOn: measure.dueOn, ...NOT_OVER }, wording) : null,
    day: measure.dueOn === null ? null : formats.date(measure.dueOn),
    edit: may.edit ? { href: paths.editMeasure(...at), label: words.editOf(number) } : null,
  };
}

/** One button for each state; the one that holds is pressed already and says so in words. */
function choiceOf(
  state: MeasureState,
  current: MeasureState,
  number: string,
  words: Texts["cards"]["measures"],
) {
  const isCurrent = state === current;
  const label = words.states[state];
  return { state, isCurrent, label, ...SIGNS[state], aloud: words.setTo(label, number) };
}

function notesOf({ ownerName, proof, note, state, stateChangedAt }: Measure, wording: Wording) {
  const { texts, formats } = wording;
  const words = texts.cards.measures;
  const since =
    stateChangedAt !== null && state !== "planned"
      ? `${words.states[state]} ${words.changedOn(formats.date(pragueDay(stateChangedAt)))}`
      : null;
  const facts = [
    ownerName === null ? null : `${words.columns.owner}: ${ownerName}`,
    since,
    proof === null ? null : `${words.proof}: ${proof}`,
    note,
  ];
  return facts.filter((fact) => fact !== null);
}
