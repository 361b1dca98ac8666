import { z } from "zod";
import { parseHours } from "../../values/duration.ts";
import { attendanceStates, type CellEntry } from "./rules.ts";

const MOST_CELLS = 300;

const texts = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .default([])
  .refine((all) => all.length <= MOST_CELLS, "unknownChoice");

const registration = z.string().regex(/^[1-9]\d{0,8}$/, "unknownChoice");
const state = z.enum(["", ...attendanceStates]);

/**
 * Cells of one session: three lists of the same length, one item for each person. `fill` says what to put
 * into cells that are still empty.
 */
export const cellsSchema = z
  .object({
    registration: texts,
    state: texts,
    minutes: texts,
    fill: z.enum(["present"]).optional(),
  })
  .transform(({ fill, ...typed }, context) => {
    const entries: CellEntry[] = [];
    for (const [index, id] of typed.registration.entries()) {
      const entry = readCell({ id, state: typed.state[index], minutes: typed.minutes[index] });
      if (typeof entry === "string") return fault(context, entry);
      entries.push({ ...entry, state: entry.state ?? fill ?? null });
    }
    const ids = new Set(entries.map(({ registrationId }) => registrationId));
    return ids.size === entries.length ? { entries } : fault(context, "unknownChoice");
  });

/** The cell, or the key of what is wrong with it. */
function readCell(typed: {
  id: string;
  state: string | undefined;
  minutes: string | undefined;
}): CellEntry | string {
  const id = registration.safeParse(typed.id);
  const given = state.safeParse(typed.state ?? "");
  if (!id.success || !given.success) return "unknownChoice";
  const registrationId = Number(id.data);
  if (given.data !== "left-early")
    return { registrationId, state: given.data === "" ? null : given.data, minutes: null };
  const minutes = parseHours(typed.minutes ?? "");
  return minutes === undefined
    ? "leftEarlyMinutes"
    : { registrationId, state: "left-early", minutes };
}

function fault(context: z.RefinementCtx, message: string) {
  context.addIssue({ code: "custom", message, path: ["cell"] });
  return z.NEVER;
}
