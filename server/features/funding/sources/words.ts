import type { ProjectSource } from "../../../../db/queries/project-sources.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { rowsOffered } from "../../../values/row-fields.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { SOURCE_ROWS, sourceKinds } from "./rules.ts";

/** The rows of sources in a form: those in use, whose kind and name are asked for, and two spare ones. */
export function sourceFormRows(state: FormState, texts: Texts): FieldDefinition[][] {
  const { fields, sourceKinds: kinds } = texts.projectForm;
  const count = rowsOffered(state.values, "source", { least: 3, most: SOURCE_ROWS });
  const options = ["" as const, ...sourceKinds].map((kind) => ({
    value: kind,
    label: kinds[kind],
  }));
  const { sourceSuffix: suffix } = fields;
  return Array.from({ length: count }, (_, index) => {
    const row = `source${index + 1}`;
    const [kind, name, share] = [`${row}Kind`, `${row}Name`, `${row}Share`];
    const isRequired = [kind, name, share].some((one) => (state.values[one] ?? "") !== "");
    return [
      { type: "select", name: kind, label: fields.sourceKind(index + 1), options, isRequired },
      { type: "text", name, label: fields.sourceName, isRequired },
      { type: "number", name: share, label: fields.sourceShare, suffix },
    ];
  });
}

/** Ids of stored sources, sent along unseen so that a renamed source stays the same one. */
export function sourceIdNames({ values }: FormState): string[] {
  return Object.keys(values).filter((name) => /^source\d+Id$/.test(name) && values[name] !== "");
}

export function sourceFormValues(sources: readonly ProjectSource[], formats: Formats): FormValues {
  const values: FormValues = {};
  for (const [index, { id, kind, name, sharePpm }] of sources.entries()) {
    const row = `source${index + 1}`;
    values[`${row}Id`] = String(id);
    values[`${row}Kind`] = kind;
    values[`${row}Name`] = name;
    values[`${row}Share`] = sharePpm === null ? "" : inputShare(sharePpm, formats);
  }
  return values;
}

/** `76,735`: with the places it has. */
function inputShare(sharePpm: number, formats: Formats): string {
  return formats.inputScaled(sharePpm, 4).replace(/[.,]?0+$/, "");
}
