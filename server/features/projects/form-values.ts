import type { Formats } from "../../texts/formats.ts";
import type { FormValues } from "../../web/form.ts";
import { sourceFormValues } from "../funding/sources/words.ts";
import { CODE_LISTS, type WholeProject } from "./checked-entry.ts";

/** A new project's form: the programme that runs, everything else to be filled in. */
export const blankProject: FormValues = { programme: "OPZ+", phase: "idea" };

/** The stored project as its form shows it. */
export function projectFormValues({ record, parts }: WholeProject, formats: Formats): FormValues {
  const chosen = (list: string) =>
    parts.codeItems.filter((item) => item.list === list).map((item) => String(item.id));
  return {
    title: record.title,
    shortName: record.shortName,
    registrationNumber: record.registrationNumber ?? "",
    programme: record.programme,
    priorityAxis: record.priorityAxis ?? "",
    callNumber: record.callNumber ?? "",
    callName: record.callName ?? "",
    beneficiaryName: record.beneficiaryName ?? "",
    beneficiaryIco: record.beneficiaryIco ?? "",
    department: record.department ?? "",
    vision: record.vision ?? "",
    startsOn: record.startsOn,
    endsOn: record.endsOn,
    decidedOn: record.decidedOn ?? "",
    total: record.totalHalere === null ? "" : formats.inputMoney(record.totalHalere),
    phase: record.phase,
    goals: parts.goals.join("\n"),
    districts: chosen(CODE_LISTS.districts),
    municipalities: chosen(CODE_LISTS.municipalities),
    targetGroups: chosen(CODE_LISTS.targetGroups),
    ...sourceFormValues(parts.sources, formats),
    ...partnerRows(parts),
    version: String(record.version),
  };
}

function partnerRows({ partners }: WholeProject["parts"]): FormValues {
  const values: FormValues = {};
  for (const [index, { name, ico, hasFunds }] of partners.entries()) {
    values[`partner${index + 1}Name`] = name;
    values[`partner${index + 1}Ico`] = ico ?? "";
    if (hasFunds) values[`partner${index + 1}HasFunds`] = "true";
  }
  return values;
}
