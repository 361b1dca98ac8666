import { z } from "zod";
import { day } from "../../../values/fields.ts";
import { isMonth } from "../../../values/month.ts";
import type { Cell } from "./rules.ts";

const LONGEST = { value: 500, note: 2_000 };

/** The grid: beside month and day any number of `value-<id>` with `note-<id>`; empty cells say nothing. */
export const monthValuesSchema = z
  .object({ month: z.string().refine(isMonth, "validMonth"), validOn: day() })
  .catchall(z.unknown())
  .transform((body, context) => ({
    month: body.month,
    validOn: body.validOn,
    cells: Object.entries(body).flatMap(([name, typed]) => cellOf(name, typed, body, context)),
  }));

function cellOf(
  name: string,
  typed: unknown,
  body: Record<string, unknown>,
  context: z.RefinementCtx,
): Cell[] {
  const id = /^value-([1-9]\d{0,8})$/.exec(name)?.[1];
  if (id === undefined) return [];
  const value = textOf(typed);
  const note = textOf(body[`note-${id}`]);
  const refuse = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (value === undefined) refuse(name, "oneValue");
  else if (value.length > LONGEST.value) refuse(name, `tooLong:${LONGEST.value}`);
  if (note === undefined) refuse(`note-${id}`, "oneValue");
  else if (note.length > LONGEST.note) refuse(`note-${id}`, `tooLong:${LONGEST.note}`);
  else if (note !== "" && value === "") refuse(name, "required");
  if (!value) return [];
  return [{ indicatorId: Number(id), typed: value, note: note || null }];
}

// What PostgreSQL cannot store has no place in a value or a note.
const UNUSABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Surrogate}]/gu;

function textOf(value: unknown): string | undefined {
  if (value === undefined) return "";
  return typeof value === "string"
    ? value.normalize("NFC").replace(UNUSABLE, "").trim()
    : undefined;
}
