import { z } from "zod";
import { parseHours } from "../../values/duration.ts";
import { choice, ids, optionalText, text } from "../../values/fields.ts";
import { PROPOSED_THRESHOLD, type Threshold } from "./rules.ts";

const A_YEAR_OF_MINUTES = 60 * 24 * 366;

const shape = {
  basis: choice(["share", "hours"]).default("share"),
  /** Per cent or hours, by the basis. */
  least: optionalText(20),
};

/** What was chosen in the address; anything unreadable leaves what is proposed. */
export const thresholdQuery = z
  .object(shape)
  .transform((chosen) => thresholdOf(chosen) ?? PROPOSED_THRESHOLD)
  .catch(PROPOSED_THRESHOLD);

export const issueSchema = z
  .object({
    ...shape,
    place: optionalText(100),
    signatory: optionalText(150),
    registrations: ids(),
  })
  .refine(({ registrations }) => registrations.length > 0, {
    path: ["registrations"],
    message: "choosePeople",
  })
  .transform(({ place, signatory, registrations, ...chosen }, context) => {
    const threshold = thresholdOf(chosen);
    if (threshold) return { place, signatory, registrations, threshold };
    context.addIssue({ code: "custom", path: ["least"], message: "validThreshold" });
    return z.NEVER;
  });

export type IssueEntry = z.output<typeof issueSchema>;

export const reissueSchema = z.object({
  reason: text(500),
  place: optionalText(100),
  signatory: optionalText(150),
});

export type ReissueEntry = z.output<typeof reissueSchema>;

interface Chosen {
  basis: "share" | "hours";
  least: string | null;
}

function thresholdOf({ basis, least }: Chosen): Threshold | undefined {
  if (least === null) return basis === "share" ? PROPOSED_THRESHOLD : undefined;
  if (basis === "hours") {
    const minutes = parseHours(least);
    const isUsable = minutes !== undefined && minutes > 0 && minutes < A_YEAR_OF_MINUTES;
    return isUsable ? { basis, minutes } : undefined;
  }
  const percent = /^([1-9]\d?|100)(?:\s*%)?$/.exec(least)?.[1];
  return percent === undefined ? undefined : { basis, percent: Number(percent) };
}
