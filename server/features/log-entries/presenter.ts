import { randomUUID } from "node:crypto";
import type { Response } from "express";
import type { LogChoices, LoggableProject } from "../../../db/queries/log-entry-choices.ts";
import { can } from "../../access/allow.ts";
import { paths } from "../../paths.ts";
import type { FormState } from "../../web/form.ts";
import { type Field, type FieldDefinition, presentFields } from "../../web/form-fields.ts";
import { type LogFields, presentLogFields } from "./fields-presenter.ts";

/** The box in which an entry is written within a minute, for `views/log-entries/_box.ejs`. */
export interface LogBox extends LogFields {
  title: string;
  action: string;
  /** Where the text is shown again if the session has run out: the page with the box has no place for it. */
  page: string;
  submission: string;
  isOpen: boolean;
  /** Only outside a project. */
  project: Field | null;
  formFooter: { submit: string };
}

/** The box of the project at hand; null for whoever may not write in its log. */
export function presentLogBox(
  res: Response,
  choices: LogChoices,
  options: { isOpen?: boolean } = {},
): LogBox | null {
  const { project, today } = res.locals;
  if (!project || !can(res, "log-entry:write")) return null;
  const state = emptyState({ happenedOn: today });
  return {
    ...presentBox(res, state, options),
    action: paths.progress(project.id),
    page: paths.newLogEntry(project.id),
    project: null,
    ...presentLogFields(res, choices, state, { idPrefix: "log-" }),
  };
}

/** The box outside a project, with a choice of those the viewer may write in; null when there is none. */
export function presentLogBoxAnywhere(
  res: Response,
  projects: LoggableProject[],
  options: { isOpen?: boolean } = {},
): LogBox | null {
  if (projects.length === 0) return null;
  const { texts, today } = res.locals;
  const only = projects.length === 1 ? String(projects[0]?.id) : "";
  const state = emptyState({ happenedOn: today, projectId: only });
  const [project] = presentFields([projectField(res, projects)], state, texts);
  return {
    ...presentBox(res, state, options),
    action: paths.logEntries(),
    page: paths.newLogEntryAnywhere(),
    project: project ? { ...project, id: "log-projectId" } : null,
    ...presentLogFields(res, null, state, { idPrefix: "log-" }),
  };
}

export function projectField(res: Response, projects: LoggableProject[]): FieldDefinition {
  const { fields } = res.locals.texts.logEntries;
  return {
    type: "select",
    name: "projectId",
    label: fields.projectId,
    isRequired: true,
    options: [
      { value: "", label: fields.chooseProject },
      ...projects.map(({ id, shortName }) => ({ value: String(id), label: shortName })),
    ],
  };
}

function presentBox(res: Response, state: FormState, { isOpen = false }: { isOpen?: boolean }) {
  const { logEntries } = res.locals.texts;
  return {
    title: logEntries.write,
    submission: state.submission,
    isOpen,
    formFooter: { submit: logEntries.save },
  };
}

function emptyState(values: FormState["values"]): FormState {
  return { values, errors: {}, submission: randomUUID(), current: null };
}
