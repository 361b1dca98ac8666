import { randomUUID } from "node:crypto";
import type { Request } from "express";
import type { Texts } from "../texts/index.ts";
import type { FormState, FormValues } from "./form.ts";
import {
  type Field,
  type FieldDefinition,
  presentFields,
  presentFormErrors,
} from "./form-fields.ts";

/** Fields that belong together; several in one row stand beside each other where there is room. */
export interface SectionDefinition {
  title?: string;
  hint?: string;
  /** Behind its title until it is asked for; open as soon as something in it is filled in or wrong. */
  isFolded?: boolean;
  rows: (FieldDefinition | FieldDefinition[])[];
}

export interface FormPage {
  title: string;
  code?: string;
  /** Sentences above the form. */
  lead?: string[];
  warnings?: string[];
  action: string;
  /** Sent along unseen: a version, the id of a parent. */
  hidden?: string[];
  sections: SectionDefinition[];
  submit: string;
  isDanger?: boolean;
  cancel: { href: string; label?: string };
}

/** The model of `views/partials/form-page.ejs`: a page that is one form. */
export function presentFormPage(page: FormPage, state: FormState, texts: Texts) {
  const hidden = (page.hidden ?? []).map((name) => ({ type: "hidden" as const, name, label: "" }));
  return {
    pageHeader: { title: page.title, ...(page.code ? { code: page.code } : {}) },
    lead: page.lead ?? [],
    warnings: page.warnings ?? [],
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    action: page.action,
    hidden: presentFields(hidden, state, texts),
    sections: page.sections.map((section) => presentSection(section, state, texts)),
    formFooter: { submit: page.submit, cancel: page.cancel, isDanger: page.isDanger ?? false },
  };
}

function presentSection(section: SectionDefinition, state: FormState, texts: Texts) {
  const rows = section.rows.map((row) => presentFields([row].flat(), state, texts));
  return {
    title: section.title ?? null,
    hint: section.hint ?? null,
    isFolded: section.isFolded ?? false,
    isOpen: rows.flat().some(needsSight),
    rows,
  };
}

function needsSight(field: Field): boolean {
  return field.error !== undefined || field.value !== "";
}

/** The state of a form that nobody has typed into: for pages that only ask for a confirmation. */
export function blankState(submission: string, values: FormValues = {}): FormState {
  return { values, errors: {}, submission, current: null };
}

/** The state of the page between a form and its saving: what was understood goes along, unseen. */
export function stateOfPreview(
  req: Request,
  entry: Record<string, string | number | boolean | null | number[] | string[]>,
): FormState {
  const values = Object.entries(entry).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(String) : String(value ?? ""),
  ]);
  // Nothing has been saved under the nonce of the form yet, so it serves for the saving.
  const nonce: unknown = req.body?._submission;
  const submission = typeof nonce === "string" ? nonce : randomUUID();
  return blankState(submission, Object.fromEntries(values));
}
