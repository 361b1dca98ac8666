import { z } from "zod";
import {
  checkbox,
  choice,
  day,
  ids,
  lines,
  optionalDay,
  optionalHalere,
  optionalText,
  read,
  text,
  version,
} from "../../values/fields.ts";
import { parseIco } from "../../values/ico.ts";
import { parseRegistrationNumber } from "../../values/registration-number.ts";
import { filledRows, rowFields } from "../../values/row-fields.ts";
import { replanFields } from "../duties/choices/rules.ts";
import { checkSources, sourceFields, sourcesOf } from "../funding/sources/rules.ts";
import { GOAL_LENGTH, MOST_GOALS, phases } from "./rules.ts";

export const PARTNER_ROWS = 12;

const ico = () => read(parseIco, "validIco");

const partnerRow = { Name: optionalText(200), Ico: ico(), HasFunds: checkbox() };

const fields = z.object({
  title: text(300),
  shortName: text(60),
  registrationNumber: read(parseRegistrationNumber, "validRegistrationNumber"),
  programme: text(40),
  priorityAxis: optionalText(120),
  callNumber: optionalText(40),
  callName: optionalText(200),
  beneficiaryName: optionalText(200),
  beneficiaryIco: ico(),
  department: optionalText(120),
  districts: ids(),
  municipalities: ids(),
  vision: optionalText(4_000),
  goals: lines(MOST_GOALS, GOAL_LENGTH),
  targetGroups: ids(),
  startsOn: day(),
  endsOn: day(),
  decidedOn: optionalDay(),
  total: optionalHalere(),
  phase: choice(phases),
  ...sourceFields(),
  ...rowFields("partner", PARTNER_ROWS, partnerRow),
});

type Fields = z.output<typeof fields>;

function checkTogether(entry: Fields, context: z.RefinementCtx): void {
  const object: Objection = (field, message) =>
    context.addIssue({ code: "custom", path: [field], message });
  if (entry.endsOn < entry.startsOn) object("endsOn", "endBeforeStart");
  if (entry.beneficiaryIco !== null && entry.beneficiaryName === null)
    object("beneficiaryName", "required");
  for (const { number, values } of filledRows(entry, "partner", PARTNER_ROWS, partnerRow)) {
    if (values.Name === null) object(`partner${number}Name`, "required");
  }
  checkSources(entry, object);
}

type Objection = (field: string, message: string) => void;

function gathered(entry: Fields) {
  const partners = filledRows(entry, "partner", PARTNER_ROWS, partnerRow);
  return {
    ...entry,
    sources: sourcesOf(entry),
    partners: partners.map(({ values }) => ({
      name: values.Name ?? "",
      ico: values.Ico,
      hasFunds: values.HasFunds,
    })),
  };
}

export const newProjectSchema = fields.superRefine(checkTogether).transform(gathered);

/** First sent with other days, the form shows what would follow; sent from there, it saves that as well. */
export const projectSchema = fields
  .extend({
    version: version(),
    isReplanned: checkbox(),
    isBack: checkbox(),
    ...replanFields(),
  })
  .superRefine(checkTogether)
  .transform(
    ({ isReplanned, isBack, fitsPeriods, seenReplan, duties, moveIds, cancelIds, ...entry }) => ({
      ...gathered(entry),
      version: entry.version,
      isBack,
      replan: isReplanned ? { fitsPeriods, seen: seenReplan, duties, moveIds, cancelIds } : null,
    }),
  );

export type ProjectEntry = z.output<typeof newProjectSchema>;
