import type { ActivityName } from "../../../../db/queries/activities.ts";
import type { Position } from "../../../../db/queries/positions.ts";
import { paths } from "../../../paths.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition, FieldOption } from "../../../web/form-fields.ts";
import { presentFormPage, type SectionDefinition } from "../../../web/form-page.ts";
import { activityOptions } from "../../activities/words.ts";
import { contracts, fundings } from "../schema.ts";
import type { Wording } from "../words.ts";

export interface PositionChoices {
  projectId: number;
  activities: ActivityName[];
  lines: FieldOption[];
  outputs: { id: number; title: string; dueOn: string }[];
}

export function presentPositionForm(
  position: Position | null,
  choices: PositionChoices,
  state: FormState,
  wording: Wording,
) {
  const { texts } = wording;
  const { form } = texts.positions;
  const { projectId } = choices;
  const href = position ? paths.position(projectId, position.id) : paths.staff(projectId);
  return presentFormPage(
    {
      title: position ? form.editTitle : form.newTitle,
      ...(position ? { code: position.name } : {}),
      action: position ? href : paths.positions(projectId),
      hidden: position ? ["version"] : [],
      sections: sections(choices, position, wording),
      submit: position ? form.save : form.create,
      cancel: { href },
    },
    state,
    texts,
  );
}

function sections(
  choices: PositionChoices,
  position: Position | null,
  wording: Wording,
): SectionDefinition[] {
  const { positions } = wording.texts;
  const { form } = positions;
  const select = (
    name: string,
    label: string,
    options: FieldOption[],
    hint?: string,
  ): FieldDefinition => ({ type: "select", name, label, options, ...(hint ? { hint } : {}) });
  const rows: SectionDefinition["rows"] = [
    { type: "text", name: "name", label: form.name, hint: form.nameHint, isRequired: true },
    [
      select(
        "contract",
        form.contract,
        contracts.map((value) => ({ value, label: positions.contractsLong[value] })),
      ),
      {
        ...{ type: "number", name: "workloadMilli", label: form.workload },
        ...{ hint: form.workloadHint, width: "short" },
      },
    ],
    [
      select(
        "funding",
        form.funding,
        fundings.map((value) => ({ value, label: positions.fundings[value] })),
        form.fundingHint,
      ),
      select("budgetLineId", form.line, [{ value: "", label: form.noLine }, ...choices.lines]),
    ],
    select(
      "activityId",
      form.activity,
      activityOptions(choices.activities, form.noActivity, position ?? undefined),
    ),
  ];
  const created: SectionDefinition["rows"] = [
    { type: "checkbox", name: "isToBeCreated", label: form.isToBeCreated },
    select("milestoneId", form.output, outputOptions(choices, position, wording), form.outputHint),
  ];
  const note: FieldDefinition = {
    ...{ type: "textarea", name: "note", label: form.note, maxLength: 2000, rows: 3 },
  };
  return [{ rows }, { title: form.created, rows: created }, { rows: [note] }];
}

function outputOptions(
  { outputs }: PositionChoices,
  position: Position | null,
  { texts, formats }: Wording,
): FieldOption[] {
  const { form } = texts.positions;
  const options = outputs.map(({ id, title, dueOn }) => ({
    value: String(id),
    label: form.outputOption(title, formats.date(dueOn)),
  }));
  const kept = String(position?.milestoneId ?? "");
  const isGone = kept !== "" && !options.some(({ value }) => value === kept);
  const gone = isGone ? [{ value: kept, label: position?.milestoneTitle ?? "" }] : [];
  return [{ value: "", label: form.noOutput }, ...options, ...gone];
}

/** The position as the form shows it. */
export function positionValues(
  position: Position,
  { formats }: Pick<Wording, "formats">,
): FormValues {
  const { workloadMilli } = position;
  return {
    version: String(position.version),
    name: position.name,
    contract: position.contract,
    workloadMilli: workloadMilli === null ? "" : formats.number(workloadMilli / 1000),
    funding: position.funding,
    budgetLineId: String(position.budgetLineId ?? ""),
    activityId: String(position.activityId ?? ""),
    isToBeCreated: String(position.isToBeCreated),
    milestoneId: String(position.milestoneId ?? ""),
    note: position.note ?? "",
  };
}
