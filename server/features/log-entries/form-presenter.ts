import type { Response } from "express";
import type { LogChoices, LoggableProject } from "../../../db/queries/log-entry-choices.ts";
import { paths } from "../../paths.ts";
import { hundredthsOfHour } from "../../values/duration.ts";
import type { FormState } from "../../web/form.ts";
import { presentFields, presentFormErrors } from "../../web/form-fields.ts";
import { presentLogFields } from "./fields-presenter.ts";
import { projectField } from "./presenter.ts";
import type { ReferringEntry } from "./references/service.ts";

/** A page for one entry: from a phone, from a shortcut, and wherever a box came back with errors. */
export function presentLogForm(res: Response, choices: LogChoices, state: FormState) {
  const { texts, project } = res.locals;
  const projectId = project?.id ?? 0;
  return {
    ...presentPage(res, state, texts.logEntries.newTitle),
    action: paths.logEntries(),
    ...(project ? { action: paths.progress(projectId) } : {}),
    project: null,
    logFields: presentLogFields(res, choices, state),
    formFooter: {
      submit: texts.logEntries.save,
      cancel: { href: paths.progress(projectId) },
    },
  };
}

/** Outside a project: which one it is about has to be chosen. */
export function presentLogFormAnywhere(
  res: Response,
  projects: LoggableProject[],
  state: FormState,
) {
  const { texts } = res.locals;
  const [project = null] = presentFields([projectField(res, projects)], state, texts);
  return {
    ...presentPage(res, state, texts.logEntries.newTitle),
    action: paths.logEntries(),
    project,
    logFields: presentLogFields(res, null, state),
    formFooter: { submit: texts.logEntries.save, cancel: { href: paths.home() } },
  };
}

export function presentEditForm(
  res: Response,
  entry: ReferringEntry,
  choices: LogChoices,
  state: FormState,
) {
  const { texts } = res.locals;
  return {
    ...presentPage(res, state, texts.logEntries.editTitle),
    action: paths.logEntry(entry.projectId, entry.id),
    project: null,
    version: presentFields([{ type: "hidden", name: "version", label: "" }], state, texts)[0],
    logFields: presentLogFields(res, choices, state, { isEdit: true }),
    formFooter: {
      submit: texts.logEntries.saveEdit,
      cancel: { href: paths.logEntry(entry.projectId, entry.id) },
    },
  };
}

/** The entry as the form shows it. */
export function logEntryForm(res: Response, entry: ReferringEntry): FormState["values"] {
  const { workedMinutes } = entry;
  const hours =
    workedMinutes === null
      ? ""
      : res.locals.formats.inputScaled(hundredthsOfHour(workedMinutes), 2);
  return {
    happenedOn: entry.happenedOn,
    body: entry.body,
    hours,
    activityIds: entry.activities.map(({ id }) => String(id)),
    nextStep: entry.nextStep ?? "",
    nextStepOn: entry.nextStepOn ?? "",
    milestoneId: entry.touched ? String(entry.touched.id) : "",
    version: String(entry.version),
  };
}

function presentPage(res: Response, state: FormState, title: string) {
  const { texts } = res.locals;
  return {
    pageHeader: { title },
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    version: null,
  };
}
