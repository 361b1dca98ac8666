import { z } from "zod";
import {
  checkbox,
  choice,
  day,
  ids,
  lines,
  optionalDay,
  optionalDecimal,
  optionalHalere,
  optionalText,
  read,
  text,
  version,
} from "../../values/fields.ts";
import { parseIco } from "../../values/ico.ts";
import { WHOLE_PPM } from "../../values/percent.ts";
import { parseRegistrationNumber } from "../../values/registration-number.ts";
import { filledRows, rowFields } from "../../values/row-fields.ts";
import { phases } from "./rules.ts";

export const SOURCE_ROWS = 8;
export const PARTNER_ROWS = 12;
export const sourceKinds = ["eu", "state", "region", "own", "other"] as const;

const ico = () => read(parseIco, "validIco");

const sourceRow = {
  Kind: choice(["", ...sourceKinds]).default(""),
  Name: optionalText(120),
  Share: optionalDecimal(4, { least: 0, most: WHOLE_PPM }),
};
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
  goals: lines(30, 500),
  targetGroups: ids(),
  startsOn: day(),
  endsOn: day(),
  decidedOn: optionalDay(),
  total: optionalHalere(),
  phase: choice(phases),
  ...rowFields("source", SOURCE_ROWS, sourceRow),
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

/** Shares may be unknown, yet those that are known never pass the whole. */
function checkSources(entry: Fields, object: Objection): void {
  const sources = filledRows(entry, "source", SOURCE_ROWS, sourceRow);
  for (const { number, values } of sources) {
    if (values.Kind === "") object(`source${number}Kind`, "required");
    if (values.Name === null) object(`source${number}Name`, "required");
  }
  const last = sources.findLast(({ values }) => values.Share !== null);
  const sum = sources.reduce((sofar, { values }) => sofar + (values.Share ?? 0), 0);
  if (last && sum > WHOLE_PPM) object(`source${last.number}Share`, "sharesOverWhole");
}

function gathered(entry: Fields) {
  const sources = filledRows(entry, "source", SOURCE_ROWS, sourceRow);
  const partners = filledRows(entry, "partner", PARTNER_ROWS, partnerRow);
  return {
    ...entry,
    sources: sources.map(({ values }) => ({
      kind: values.Kind as (typeof sourceKinds)[number],
      name: values.Name ?? "",
      sharePpm: values.Share,
    })),
    partners: partners.map(({ values }) => ({
      name: values.Name ?? "",
      ico: values.Ico,
      hasFunds: values.HasFunds,
    })),
  };
}

export const newProjectSchema = fields.superRefine(checkTogether).transform(gathered);
export const projectSchema = fields
  .extend({ version: version() })
  .superRefine(checkTogether)
  .transform((entry) => ({ ...gathered(entry), version: entry.version }));

export type ProjectEntry = z.output<typeof newProjectSchema>;
