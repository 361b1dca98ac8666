import { z } from "zod";
import { checkbox, choice, day, optionalText, text, version } from "../../../values/fields.ts";
import { replanFields } from "../../duties/choices/rules.ts";

export const announcementSchema = z.object({
  version: version(),
  announcedOn: day(),
  note: optionalText(1_000),
});

export const rejectionSchema = z.object({
  version: version(),
  decidedOn: day(),
  note: text(1_000),
});

export const reopeningSchema = z.object({ version: version(), note: text(1_000) });

export const approvalSchema = z.object({
  version: version(),
  effectiveOn: day(),
  decidedOn: day(),
  note: optionalText(1_000),
  /** What stood in place of the values put down, as the one who approves has seen it. */
  seen: z.string().max(64).default(""),
  isConfirmed: checkbox(),
  /** What shall follow for periods and duties where the change moves the project's own days. */
  ...replanFields(),
});

/** Another day of effect, or an approval that never was; either needs a reason. */
export const correctionSchema = z
  .object({
    version: version(),
    how: choice(["day", "withdraw"]),
    effectiveOn: z.string().default(""),
    note: text(1_000),
  })
  .transform((entry, context) => {
    if (entry.how === "withdraw") return { ...entry, effectiveOn: null };
    const read = day().safeParse(entry.effectiveOn);
    if (read.success) return { ...entry, effectiveOn: read.data };
    const message = read.error.issues[0]?.message ?? "required";
    context.addIssue({ code: "custom", path: ["effectiveOn"], message });
    return z.NEVER;
  });

export type Approval = z.output<typeof approvalSchema>;
export type Correction = z.output<typeof correctionSchema>;
