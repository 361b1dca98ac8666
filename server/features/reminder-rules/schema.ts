import { z } from "zod";
import {
  checkbox,
  choice,
  optionalDecimal,
  optionalText,
  read,
  version,
} from "../../values/fields.ts";
import { recipientRoles } from "../../values/recipient-roles.ts";
import { readDays, readSubject, ruleCategories, stageOf } from "./rules.ts";

const days = () => optionalDecimal(0, { least: 1, most: 365 });
const workingDays = () => optionalDecimal(0, { least: 1, most: 250 });

const fields = {
  daysBefore: read(readDays, "dayList").transform((list) => list ?? []),
  overdueAfter: days(),
  overdueEvery: days(),
  recipients: roles(),
  category: choice(ruleCategories),
  escalateManagerAfter: workingDays(),
  escalateSummaryAfter: workingDays(),
  note: optionalText(500),
  isActive: checkbox(),
  // Sent first, the form shows what would change; from there it is saved or comes back to be mended.
  isConfirmed: checkbox(),
  isReturned: checkbox(),
};

type Steps = {
  overdueAfter: number | null;
  overdueEvery: number | null;
};

const repeatsSomething = ({ overdueAfter, overdueEvery }: Steps) =>
  overdueEvery === null || overdueAfter !== null;
const nothingToRepeat = { path: ["overdueAfter"], message: "repeatsNothing" };

export const newRuleSchema = z
  .object({
    subject: read(readSubject, "unknownChoice").refine(
      (value): value is NonNullable<typeof value> => value !== null,
      "required",
    ),
    programme: optionalText(40),
    ...fields,
  })
  .refine(repeatsSomething, nothingToRepeat)
  .transform(({ subject, ...rest }) => suited(subject.objectType, { ...subject, ...rest }));

export function editedRuleSchema(objectType: string) {
  return z
    .object({ ...fields, version: version() })
    .refine(repeatsSomething, nothingToRepeat)
    .transform((entry) => suited(objectType, entry));
}

export type NewRuleEntry = z.output<typeof newRuleSchema>;
export type EditedRuleEntry = z.output<ReturnType<typeof editedRuleSchema>>;

/** What makes no sense of a thing was not asked for either: nothing is late that passes by its day. */
function suited<
  Entry extends Steps & {
    daysBefore: number[];
    escalateManagerAfter: number | null;
    escalateSummaryAfter: number | null;
  },
>(objectType: string, entry: Entry): Entry {
  const stage = stageOf(objectType);
  if (stage === "waiting") return { ...entry, daysBefore: [] };
  if (stage === "owed") return entry;
  const never = { overdueAfter: null, overdueEvery: null };
  return { ...entry, ...never, escalateManagerAfter: null, escalateSummaryAfter: null };
}

function roles() {
  return z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .default([])
    .transform((all) => all.filter((one) => one !== ""))
    .refine((all) => all.length > 0, "required")
    .refine(
      (all) => all.every((one) => recipientRoles.some((role) => role === one)),
      "unknownChoice",
    )
    .transform((all) => recipientRoles.filter((role) => all.includes(role)));
}
