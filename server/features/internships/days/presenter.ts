import type { InternshipDay } from "../../../../db/queries/internship-days.ts";
import type { Host, Trainee } from "../../../../db/queries/internship-people.ts";
import type { Internship } from "../../../../db/queries/internships.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import { clockText } from "../../../values/duration.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { personLabel, type Wording } from "../words.ts";

export interface DayChoices {
  trainees: Trainee[];
  hosts: Host[];
  readsNames: boolean;
}

export function presentNewDay(
  internship: Internship,
  choices: DayChoices,
  state: FormState,
  { texts }: Wording,
) {
  const { days } = texts.internships;
  return presentFormPage(
    {
      ...head(internship, days.newTitle),
      action: paths.internshipDays(internship.projectId, internship.id),
      sections: [{ rows: dayRows(choices, texts) }],
      submit: days.create,
    },
    state,
    texts,
  );
}

export function presentEditedDay(
  internship: Internship,
  day: InternshipDay,
  choices: DayChoices,
  { state, wording }: { state: FormState; wording: Wording },
) {
  const { texts } = wording;
  const { days } = texts.internships;
  const { projectId, id } = internship;
  const trainees = choices.trainees.filter((one) => one.id === day.traineeId);
  return presentFormPage(
    {
      ...head(internship, days.editTitle),
      hidden: ["version"],
      action: paths.internshipDay(projectId, id, day.id),
      sections: [
        {
          rows: [
            ...dayRows({ ...choices, trainees }, texts),
            ...(day.confirmationId === null ? [] : [reasonField(texts)]),
          ],
        },
      ],
      submit: days.save,
    },
    state,
    texts,
  );
}

export function presentDayDeletion(
  internship: Internship,
  day: InternshipDay,
  state: FormState,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const { days } = texts.internships;
  const isConfirmed = day.confirmationId !== null;
  const facts = days.removeLead(formats.longDate(day.workedOn), formats.hourCount(day.minutes));
  return presentFormPage(
    {
      ...head(internship, days.removeTitle),
      lead: isConfirmed ? [facts, days.confirmedLead] : [facts],
      hidden: ["version"],
      action: paths.internshipDayDeletion(internship.projectId, internship.id, day.id),
      sections: [{ rows: isConfirmed ? [reasonField(texts)] : [] }],
      submit: days.remove,
      isDanger: true,
    },
    state,
    texts,
  );
}

/** The day as the form shows it. */
export function dayValues(day: InternshipDay): FormValues {
  return {
    version: String(day.version),
    traineeId: String(day.traineeId),
    hostId: String(day.hostId),
    workedOn: day.workedOn,
    hours: clockText(day.minutes),
    diary: day.diary ?? "",
  };
}

/** The fields of a day, in a page of its own and in the quick form beside the calendar. */
export function dayRows(
  { trainees, hosts, readsNames }: DayChoices,
  { internships: { days } }: Texts,
): (FieldDefinition | FieldDefinition[])[] {
  const traineeOptions = trainees.map((one) => ({
    value: String(one.id),
    label: personLabel(one, readsNames),
  }));
  const hostOptions = hosts.map(({ id, name }) => ({ value: String(id), label: name }));
  return [
    [
      {
        type: "select",
        name: "traineeId",
        label: days.trainee,
        isRequired: true,
        options: traineeOptions,
      },
      { type: "select", name: "hostId", label: days.host, isRequired: true, options: hostOptions },
    ],
    [
      { type: "date", name: "workedOn", label: days.workedOn, isRequired: true },
      {
        type: "number",
        name: "hours",
        label: days.hours,
        hint: days.hoursHint,
        isRequired: true,
        suffix: "h",
      },
    ],
    {
      type: "textarea",
      name: "diary",
      label: days.diary,
      hint: days.diaryHint,
      maxLength: 3000,
      rows: 3,
    },
  ];
}

function reasonField({ internships: { days } }: Texts): FieldDefinition {
  return {
    type: "text",
    name: "reason",
    label: days.reason,
    hint: days.reasonHint,
    isRequired: true,
  };
}

function head(internship: Internship, title: string) {
  const href = paths.internship(internship.projectId, internship.id);
  return { title, code: internship.title, cancel: { href } };
}
