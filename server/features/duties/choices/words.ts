import type { Duty } from "../../../../db/queries/duties.ts";
import type { FormValues } from "../../../web/form.ts";
import type { FieldDefinition, FieldOption } from "../../../web/form-fields.ts";
import type { Compared } from "../comparison/rules.ts";
import type { DutyBoard } from "../service.ts";
import { dutyTitle, surprises, type Wording } from "../words.ts";

type Choosable = Pick<DutyBoard, "duties" | "gone">;

/** What can be ticked: to move, to write down, to cancel, and a day for each duty that no rule gives one. */
export function choiceDefinitions(board: Choosable, wording: Wording): FieldDefinition[] {
  const { settlement: words } = wording.texts.duties;
  const { moves, adds, untold } = sorted(board);
  const ticks = (name: string, label: string, options: FieldOption[], hint?: string) =>
    options.length === 0
      ? []
      : [{ type: "checkboxes" as const, name, label, options, ...(hint ? { hint } : {}) }];
  return [
    ...ticks(
      "moveIds",
      words.moves,
      moves.map((one) => moveOption(one, wording)),
      words.movesHint,
    ),
    ...ticks(
      "cancelIds",
      words.cancels,
      board.gone.map((duty) => goneOption(duty, wording)),
    ),
    ...ticks(
      "duties",
      words.adds,
      adds.map((one) => addOption(one, wording)),
      adds.some(({ asked }) => asked.kind === "add" && asked.on < wording.today)
        ? words.addsHint
        : undefined,
    ),
    ...untold.map(
      ({ owed }): FieldDefinition => ({
        type: "date",
        name: `day-${owed.key}`,
        label: words.dayOf(dutyTitle(owed, wording.texts)),
        width: "short",
      }),
    ),
  ];
}

/** Everything that the rules ask for, ticked; what already has passed is written down only when asked for. */
export function everythingAsked(board: Choosable, today: string): FormValues {
  const { moves, adds } = sorted(board);
  const ahead = adds.filter(({ asked }) => asked.kind === "add" && asked.on >= today);
  return {
    moveIds: moves.map(({ written }) => String(written?.id)),
    cancelIds: board.gone.map(({ id }) => String(id)),
    duties: ahead.map(({ owed }) => owed.key),
  };
}

function sorted({ duties }: Choosable) {
  const untold = duties.filter(({ owed, written }) => owed.ruleId === null && !written);
  return {
    moves: duties.filter(({ asked }) => asked.kind === "move" || asked.kind === "extend"),
    adds: [...duties.filter(({ asked }) => asked.kind === "add"), ...untold],
    untold,
  };
}

function moveOption({ owed, written, asked }: Compared<Duty>, wording: Wording): FieldOption {
  const { texts, formats } = wording;
  const { settlement: words } = texts.duties;
  const title = written?.title ?? dutyTitle(owed, texts);
  const value = String(written?.id);
  if (asked.kind === "extend")
    return { value, label: words.seriesMoved(title, formats.date(asked.until)) };
  const to = asked.kind === "move" ? asked.on : (written?.dueOn ?? "");
  return { value, label: words.moved(title, formats.date(written?.dueOn ?? to), formats.date(to)) };
}

function goneOption({ id, title, dueOn }: Duty, { texts, formats }: Wording): FieldOption {
  const label = texts.duties.settlement.cancelled(title, formats.date(dueOn));
  return { value: String(id), label };
}

function addOption({ owed, asked }: Compared<Duty>, wording: Wording): FieldOption {
  const { texts, formats } = wording;
  const title = dutyTitle(owed, texts);
  if (asked.kind !== "add") return { value: owed.key, label: title };
  const label = texts.duties.settlement.added(title, formats.date(asked.on));
  const until = owed.recursUntil && texts.duties.monthly(formats.date(owed.recursUntil));
  const told = until ? [until] : owed.dates ? surprises(owed.dates, wording) : [];
  return { value: owed.key, label, ...(told.length > 0 ? { hint: told.join(", ") } : {}) };
}
