import type { EventSession } from "../../../db/queries/event-sessions.ts";
import { paths } from "../../paths.ts";
import { clockText } from "../../values/duration.ts";
import type { FormState, FormValue } from "../../web/form.ts";
import { presentFormErrors } from "../../web/form-fields.ts";
import { timesText, type Wording } from "../events/words.ts";
import { nameInList } from "../participants/words.ts";
import type { Attendance } from "./loading.ts";
import { attendanceStates } from "./rules.ts";

/** The model of `views/attendances/column.ejs`: one session, a row for each person. */
export function presentColumnPage(
  { event, people, cells }: Attendance,
  session: EventSession,
  state: FormState,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const words = texts.attendances;
  const stored = new Map(
    cells
      .filter(({ sessionId }) => sessionId === session.id)
      .map((cell) => [cell.registrationId, cell]),
  );
  const typed = typedRows(state);
  return {
    title: words.column(formats.date(session.heldOn)),
    lead: [formats.weekday(session.heldOn), timesText(session, formats), session.topic]
      .filter(Boolean)
      .join(" · "),
    labels: words,
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    action: paths.attendanceSession(event.projectId, event.id, session.id),
    options: [
      { value: "", label: words.undecided },
      ...attendanceStates.map((value) => ({ value, label: words.states[value] })),
    ],
    rows: people.map((person) => {
      const cell = stored.get(person.id);
      const minutes = cell?.minutes ?? null;
      return {
        id: person.id,
        number: person.rowNumber,
        name: nameInList(person),
        note: person.organisationName,
        state: cell?.state ?? "",
        minutes: minutes === null ? "" : clockText(minutes),
        ...typed.get(String(person.id)),
      };
    }),
    formFooter: {
      submit: words.save,
      cancel: { href: paths.attendance(event.projectId, event.id) },
      second: { name: "fill", value: "present", label: words.fillRest },
    },
  };
}

/** What was typed for whom, when the form comes back with an error. */
function typedRows({ values }: FormState): Map<string, { state: string; minutes: string }> {
  const states = listOf(values.state);
  const minutes = listOf(values.minutes);
  return new Map(
    listOf(values.registration).map((id, index) => [
      id,
      { state: states[index] ?? "", minutes: minutes[index] ?? "" },
    ]),
  );
}

function listOf(value: FormValue | undefined): string[] {
  return value === undefined ? [] : [value].flat();
}
