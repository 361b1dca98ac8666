import type { ActivityName } from "../../../../db/queries/activities.ts";
import type { Timesheet, TimesheetLine } from "../../../../db/queries/timesheets.ts";
import { paths } from "../../../paths.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import {
  type FieldDefinition,
  presentFields,
  presentFormErrors,
} from "../../../web/form-fields.ts";
import { activityCode } from "../../activities/rules.ts";
import { activityOptions } from "../../activities/words.ts";
import type { Wording } from "../../positions/words.ts";
import { fundOf, hoursOfDays, type LoggedGroup, paidHolidaysIn } from "../rules.ts";
import { rowNumbers } from "../schema.ts";
import type { Place } from "../service.ts";
import { hoursText } from "../words.ts";

export function presentTimesheetForm(
  { place, activities }: { place: Place; activities: ActivityName[] },
  state: FormState,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const { timesheets: words } = texts;
  const { projectId, id, personName, positionName } = place.assignment;
  const href = paths.timesheet(projectId, id, place.month);
  const fields = (definitions: FieldDefinition[]) => presentFields(definitions, state, texts);
  return {
    pageHeader: {
      title: words.form.title,
      code: formats.monthName(place.month),
      subtitle: `${personName}, ${positionName}`,
    },
    lead: leadOf(place, state, wording),
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    action: href,
    hidden: state.values.version ? fields([{ type: "hidden", name: "version", label: "" }]) : [],
    labels: words.form,
    rows: rowNumbers.map((n) => ({
      number: formats.number(n),
      fields: fields(rowFields(n, activities, wording)),
    })),
    absences: fields(absenceFields(wording)),
    note: fields([
      {
        ...{ type: "textarea", name: "note", label: words.form.note, hint: words.form.noteHint },
        ...{ maxLength: 2000, rows: 3 },
      },
    ]),
    formFooter: {
      submit: words.form.save,
      cancel: { href: `${paths.timesheets(projectId)}?month=${place.month}` },
    },
  };
}

/** The fund; and where the hours come from, as long as nobody has saved them. */
function leadOf({ assignment, days }: Place, { values }: FormState, wording: Wording): string {
  const { texts, formats } = wording;
  const { form } = texts.timesheets;
  const span = formats.dateRange(days.from, days.to);
  const fund =
    assignment.heldMilli === null
      ? form.leadByHours
      : form.lead(hoursText(fundOf(days, assignment.heldMilli), formats), span);
  return values.title1 && !values.version ? `${fund} ${form.fromLog}` : fund;
}

function rowFields(
  n: number,
  activities: ActivityName[],
  { texts, formats }: Wording,
): FieldDefinition[] {
  const { form } = texts.timesheets;
  const number = formats.number(n);
  const isLabelHidden = true;
  return [
    { type: "text", name: `title${n}`, label: form.rowTitle(number), isLabelHidden },
    {
      ...{ type: "select", name: `activity${n}`, label: form.rowActivity(number), isLabelHidden },
      options: activityOptions(activities, form.noActivity),
    },
    { type: "number", name: `hours${n}`, label: form.rowHours(number), isLabelHidden },
  ];
}

function absenceFields({ texts }: Wording): FieldDefinition[] {
  const { form } = texts.timesheets;
  const hours = (name: string, label: string): FieldDefinition => ({
    ...{ type: "number", name, label, suffix: "h" },
  });
  return [
    hours("vacation", form.vacation),
    hours("sick", form.sick),
    hours("obstacles", form.obstacles),
    hours("holiday", form.holiday),
    hours("holidayProject", form.holidayProject),
  ];
}

/** A sheet as the form shows it. */
export function timesheetValues(
  sheet: Timesheet,
  { formats }: Pick<Wording, "formats">,
): FormValues {
  const hours = (e2: number) => (e2 === 0 ? "" : formats.inputScaled(e2, 2));
  return {
    version: String(sheet.version),
    ...lineValues(sheet.lines, formats),
    vacation: hours(sheet.vacationE2),
    sick: hours(sheet.sickE2),
    obstacles: hours(sheet.obstaclesE2),
    holiday: hours(sheet.holidayE2),
    holidayProject: hours(sheet.holidayProjectE2),
    note: sheet.note ?? "",
  };
}

/** A sheet nobody has filled in yet: groups of the log, holidays of the month. */
export function prefilledValues(
  { assignment, days }: Place,
  groups: readonly LoggedGroup[],
  { texts, formats }: Wording,
): FormValues {
  const lines = groups.map(({ activityId, number, title, minutes }) => ({
    title:
      number === null
        ? texts.timesheets.form.others
        : `${activityCode({ number, parentNumber: null })} ${title}`,
    activityId,
    hoursE2: Math.round((minutes * 100) / 60),
  }));
  const holidays = paidHolidaysIn(days);
  const { heldMilli, employerWorkloadMilli } = assignment;
  const hours = (e2: number) => (e2 === 0 ? "" : formats.inputScaled(e2, 2));
  const isByHours = heldMilli === null;
  return {
    ...lineValues(lines, formats),
    holiday: isByHours ? "" : hours(hoursOfDays(holidays, employerWorkloadMilli ?? heldMilli)),
    holidayProject: isByHours ? "" : hours(hoursOfDays(holidays, heldMilli)),
  };
}

function lineValues(lines: readonly TimesheetLine[], formats: Wording["formats"]): FormValues {
  return Object.fromEntries(
    lines.flatMap(({ title, activityId, hoursE2 }, index) => [
      [`title${index + 1}`, title],
      [`activity${index + 1}`, String(activityId ?? "")],
      [`hours${index + 1}`, formats.inputScaled(hoursE2, 2)],
    ]),
  );
}
