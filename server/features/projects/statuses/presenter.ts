import type { RecordedStatus } from "../../../../db/queries/project-statuses.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { healthPill } from "../../../web/health-pill.ts";
import { healths } from "../rules.ts";
import { MOST_CHARACTERS } from "./schema.ts";

interface Words {
  texts: Texts;
  formats: Formats;
}

export function presentStatuses(
  rows: RecordedStatus[],
  projectId: number,
  { texts, formats }: Words,
  can: { record: boolean },
) {
  const { statuses } = texts;
  const current = rows.find((row) => !row.isCorrected);
  const record = {
    href: paths.newProjectStatus(projectId),
    label: statuses.record,
    icon: "pencil",
  };
  return {
    pageHeader: { title: statuses.title, actions: { primary: can.record ? record : null } },
    decisionLabel: statuses.decision,
    statuses: rows.map((row) => ({
      pill: healthPill(row.health, texts),
      asOf: statuses.asOf(formats.date(row.validOn)),
      sentence: row.sentence,
      decision: row.decisionNeeded,
      recorded: recorded(row, { texts, formats }),
      marks: [
        ...(row === current ? [statuses.current] : []),
        ...(row.isCorrected ? [statuses.corrected] : []),
        ...(row.correctsId === null ? [] : [statuses.isCorrection]),
      ],
      isCorrected: row.isCorrected,
      correction:
        can.record && !row.isCorrected
          ? { href: paths.projectStatusCorrection(projectId, row.id), label: statuses.correct }
          : null,
    })),
    emptyState:
      rows.length > 0
        ? null
        : { ...statuses.empty, icon: "gauge", ...(can.record ? { action: record } : {}) },
  };
}

function recorded(row: RecordedStatus, { texts, formats }: Words): string {
  const when = formats.dateTime(row.recordedAt);
  return row.authorName === null
    ? texts.statuses.recordedByNobody(when)
    : texts.statuses.recordedBy(row.authorName, when);
}

export function presentStatusForm(
  state: FormState,
  { texts }: { texts: Texts },
  page: { projectId: number; correctedId: number | null },
) {
  const { fields, ...statuses } = texts.statuses;
  const { projectId, correctedId } = page;
  const isNew = correctedId === null;
  return presentFormPage(
    {
      title: isNew ? statuses.newTitle : statuses.correctTitle,
      lead: [isNew ? statuses.lead : statuses.correctionLead],
      action: isNew
        ? paths.projectStatuses(projectId)
        : paths.projectStatusCorrection(projectId, correctedId),
      submit: isNew ? statuses.save : statuses.saveCorrection,
      cancel: { href: isNew ? paths.project(projectId) : paths.projectStatuses(projectId) },
      sections: [
        {
          rows: [
            {
              type: "radios",
              name: "health",
              label: fields.health,
              isRequired: true,
              options: healths.map((health) => ({
                value: health,
                label: texts.projects.healths[health],
                hint: statuses.healthHints[health],
              })),
            },
            {
              type: "textarea",
              name: "sentence",
              label: fields.sentence,
              hint: fields.sentenceHint,
              isRequired: true,
              rows: 3,
              maxLength: MOST_CHARACTERS,
            },
            {
              type: "textarea",
              name: "decisionNeeded",
              label: fields.decisionNeeded,
              hint: fields.decisionHint,
              rows: 2,
              maxLength: MOST_CHARACTERS,
            },
            {
              type: "date",
              name: "validOn",
              label: fields.validOn,
              isRequired: true,
              width: "short",
            },
          ],
        },
      ],
    },
    state,
    texts,
  );
}

export function statusFormValues(status: {
  health: string;
  sentence: string;
  decisionNeeded: string | null;
  validOn: string;
}): FormValues {
  const { health, sentence, decisionNeeded, validOn } = status;
  return { health, sentence, decisionNeeded: decisionNeeded ?? "", validOn };
}
