import type { EventRecord } from "../../../db/queries/events.ts";
import type { Candidate } from "../../../db/queries/registration-candidates.ts";
import { paths } from "../../paths.ts";
import type { FormState } from "../../web/form.ts";
import { type FieldDefinition, presentFields, presentFormErrors } from "../../web/form-fields.ts";
import { withQuery } from "../../web/query-string.ts";
import type { Wording } from "../events/words.ts";
import { nameInList } from "../participants/words.ts";
import { presentSearchBox } from "./list-presenter.ts";

export const MOST_FOUND = 30;

export interface Found {
  name: string;
  origin: "registry" | "walk-in";
  people: readonly Candidate[];
}

/** The model of `views/registrations/search.ejs`: who was found, to be ticked. */
export function presentFound(
  event: EventRecord,
  { name, origin, people }: Found,
  state: FormState,
  wording: Wording,
) {
  const { texts } = wording;
  const { registrations: words } = texts;
  const { projectId, id } = event;
  return {
    labels: words,
    title: words.searchTitle,
    search: presentSearchBox(event, name, origin, wording),
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    action: paths.registrations(projectId, id),
    name,
    origin,
    summary: summaryOf(people, wording),
    rows: people.map((one) => presentCandidate(one, people, wording)),
    fields:
      origin === "walk-in" ? [] : presentFields([stateField(wording)], withDefault(state), texts),
    isWalkIn: origin === "walk-in",
    newPerson: {
      href: withQuery(paths.newRegisteredPerson(projectId, id), { origin }),
      label: words.newPerson,
    },
    cancel:
      origin === "walk-in" ? paths.attendance(projectId, id) : paths.registrations(projectId, id),
  };
}

function summaryOf(people: readonly Candidate[], { texts }: Wording): string {
  const { found, foundMany, foundNobody } = texts.registrations;
  if (people.length === 0) return foundNobody;
  return people.length === MOST_FOUND ? foundMany : found(people.length);
}

function presentCandidate(one: Candidate, all: readonly Candidate[], { texts, formats }: Wording) {
  const { registrations: words } = texts;
  const born = one.bornOn === null ? words.noBirthday : formats.date(one.bornOn);
  return {
    id: one.id,
    name: nameInList(one),
    note: [born, one.organisationName, one.isInProject ? words.inProject : null, one.code]
      .filter(Boolean)
      .join(" · "),
    isTaken: one.isRegistered,
    taken: words.already,
    isChecked: all.length === 1 && !one.isRegistered,
  };
}

export function stateField({ texts }: Wording): FieldDefinition {
  const { registrations: words } = texts;
  return {
    type: "radios",
    name: "state",
    label: words.as,
    options: [
      { value: "registered", label: words.states.registered },
      { value: "invited", label: words.states.invited },
    ],
  };
}

export function withDefault(state: FormState): FormState {
  return { ...state, values: { state: "registered", ...state.values } };
}
