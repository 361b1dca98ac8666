import type { EventRecord } from "../../../db/queries/events.ts";
import type { Registration, RegistrationState } from "../../../db/queries/registrations.ts";
import { paths } from "../../paths.ts";
import { isOpen } from "../events/rules.ts";
import type { Wording } from "../events/words.ts";
import { nameInList } from "../participants/words.ts";
import { isExpected } from "./rules.ts";
import { registrationPill } from "./words.ts";

/** Where a registration may go from each state by one step. */
const NEXT: Record<RegistrationState, RegistrationState[]> = {
  invited: ["registered", "declined"],
  registered: ["withdrawn"],
  waiting: ["registered", "withdrawn"],
  declined: ["registered", "invited"],
  withdrawn: ["registered", "invited"],
};

/** The model of `views/registrations/index.ejs`. */
export function presentRegistrations(
  event: EventRecord,
  registrations: readonly Registration[],
  wording: Wording,
  { canEdit }: { canEdit: boolean },
) {
  const { texts } = wording;
  const { registrations: words } = texts;
  const { projectId, id } = event;
  const mayEdit = canEdit && isOpen(event) && event.archivedAt === null;
  return {
    labels: words,
    mayEdit,
    rows: registrations.map((one) => presentRow(event, one, wording, mayEdit)),
    emptyState:
      registrations.length > 0
        ? null
        : { text: words.nobody, icon: "users", ...(mayEdit ? { detail: words.nobodyDetail } : {}) },
    search: mayEdit ? presentSearchBox(event, "", "registry", wording) : null,
    links: presentLinks(event, registrations, wording, mayEdit),
    paste: mayEdit
      ? { href: paths.newPastedRegistrations(projectId, id), label: words.paste }
      : null,
  };
}

export function presentSearchBox(
  { projectId, id }: EventRecord,
  name: string,
  origin: string,
  { texts }: Wording,
) {
  const { registrations: words } = texts;
  return {
    action: paths.registrationSearch(projectId, id),
    title: words.addTitle,
    label: words.searchLabel,
    hint: words.searchHint,
    submit: words.search,
    name,
    origin,
  };
}

/** Papers that are printed before the event: only of people who are expected. */
function presentLinks(
  { projectId, id }: EventRecord,
  registrations: readonly Registration[],
  { texts }: Wording,
  mayEdit: boolean,
) {
  const { registrations: words } = texts;
  const sheet = { href: paths.attendanceSheet(projectId, id), label: words.sheet, icon: "printer" };
  if (!mayEdit || !registrations.some(isExpected)) return [sheet];
  const cards = {
    href: paths.participantCards(projectId, id),
    label: words.cards,
    icon: "printer",
  };
  return [sheet, cards];
}

function presentRow(
  { projectId, id: eventId }: EventRecord,
  one: Registration,
  { texts, formats }: Wording,
  mayEdit: boolean,
) {
  const { registrations: words } = texts;
  const since = formats.dateTime(one.stateAt);
  const key = [projectId, eventId, one.id] as const;
  return {
    number: one.rowNumber,
    name: nameInList(one),
    note: one.organisationName,
    bornOn: one.bornOn === null ? "" : formats.date(one.bornOn),
    pill: registrationPill(one.state, texts),
    reason: one.stateReason === null ? since : `${words.reasons[one.stateReason]}, ${since}`,
    origin: words.origins[one.origin],
    menuLabel: `${words.state}: ${nameInList(one)}`,
    version: one.version,
    state: mayEdit
      ? {
          action: paths.registrationState(...key),
          steps: NEXT[one.state].map((state) => ({ state, label: words.makeState[state] })),
        }
      : null,
    remove:
      mayEdit && !one.hasAttendance
        ? { action: paths.registrationRemoval(...key), label: words.remove }
        : null,
  };
}
