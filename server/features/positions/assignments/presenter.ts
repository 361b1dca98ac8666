import type { PossibleOwner } from "../../../../db/queries/owners.ts";
import type { Position } from "../../../../db/queries/positions.ts";
import type { Assignment, Pay } from "../../../../db/queries/staff-assignments.ts";
import { paths } from "../../../paths.ts";
import { ownerKey } from "../../../values/owner.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage, type SectionDefinition } from "../../../web/form-page.ts";
import { ownerSections } from "../../../web/owner-field.ts";
import { type Wording, workloadText } from "../words.ts";
import { payUnits } from "./schema.ts";

export interface AssignmentChoices {
  projectId: number;
  position: Pick<Position, "id" | "name" | "workloadMilli">;
  owners: PossibleOwner[];
  /** Without that the form has no field of pay at all. */
  readsPay: boolean;
}

export function presentAssignmentForm(
  assignment: Assignment | null,
  choices: AssignmentChoices,
  state: FormState,
  wording: Wording,
) {
  const { assignments: words } = wording.texts;
  const { projectId, position } = choices;
  const href = paths.position(projectId, position.id);
  return presentFormPage(
    {
      title: assignment ? words.editTitle : words.newTitle,
      code: position.name,
      action: assignment
        ? paths.assignment(projectId, assignment.id)
        : paths.assignments(projectId, position.id),
      hidden: assignment ? ["version"] : [],
      sections: sections(assignment, choices, wording),
      submit: assignment ? words.save : words.create,
      cancel: { href },
    },
    state,
    wording.texts,
  );
}

function sections(
  assignment: Assignment | null,
  choices: AssignmentChoices,
  wording: Wording,
): SectionDefinition[] {
  const { assignments: words } = wording.texts;
  const current = assignment ? { ...assignment, ownerName: assignment.personName } : undefined;
  const [person, contact] = ownerSections(choices.owners, wording.texts, current);
  const { workloadMilli } = choices.position;
  const hint =
    workloadMilli === null
      ? words.workloadHintNone
      : words.workloadHint(workloadText(workloadMilli, wording));
  const span: FieldDefinition[] = [
    { type: "date", name: "startsOn", label: words.startsOn, isRequired: true },
    { type: "date", name: "endsOn", label: words.endsOn, hint: words.endsOnHint },
  ];
  const workloads: FieldDefinition[] = [
    { type: "number", name: "workloadMilli", label: words.workload, hint },
    {
      ...{ type: "number", name: "employerWorkloadMilli", label: words.employerWorkload },
      hint: words.employerWorkloadHint,
    },
  ];
  const note: FieldDefinition = {
    ...{ type: "textarea", name: "note", label: words.note, maxLength: 2000, rows: 2 },
  };
  return [
    { rows: (person?.rows ?? []).map((row) => asPerson(row, words)) },
    ...(contact ? [contact] : []),
    { rows: [span, workloads] },
    ...(choices.readsPay ? [paySection(words)] : []),
    { rows: [note] },
  ];
}

/** The owner of other records is here whoever works in the position; somebody it must be. */
function asPerson(
  row: FieldDefinition | FieldDefinition[],
  words: Wording["texts"]["assignments"],
): FieldDefinition[] {
  return [row].flat().map((field) => ({
    ...field,
    label: words.person,
    hint: words.personHint,
    isRequired: true,
    options: (field.options ?? []).map((option) =>
      option.value === "" ? { ...option, label: words.choosePerson } : option,
    ),
  }));
}

function paySection(words: Wording["texts"]["assignments"]): SectionDefinition {
  const units = ["", ...payUnits] as const;
  return {
    title: words.pay,
    hint: words.payHint,
    rows: [
      [
        { type: "number", name: "payHalere", label: words.payAmount, suffix: words.crowns },
        {
          ...{ type: "select", name: "payUnit", label: words.payUnit },
          options: units.map((value) => ({ value, label: words.payUnits[value] })),
        },
      ],
    ],
  };
}

/** The assignment as the form shows it; pay only where it was read. */
export function assignmentValues(
  assignment: Assignment,
  pay: Pay | null,
  { formats }: Pick<Wording, "formats">,
): FormValues {
  const share = (milli: number | null) => (milli === null ? "" : formats.number(milli / 1000));
  const payHalere = pay?.payHalere ?? null;
  const told = {
    payUnit: pay?.payUnit ?? "",
    payHalere: payHalere === null ? "" : formats.inputMoney(payHalere),
  };
  return {
    version: String(assignment.version),
    owner: ownerKey(assignment),
    startsOn: assignment.startsOn,
    endsOn: assignment.endsOn ?? "",
    workloadMilli: share(assignment.workloadMilli),
    employerWorkloadMilli: share(assignment.employerWorkloadMilli),
    note: assignment.note ?? "",
    ...(pay === null ? {} : told),
  };
}
