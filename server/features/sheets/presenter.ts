import type { Lecturer } from "../../../db/queries/event-people.ts";
import type { EventSession } from "../../../db/queries/event-sessions.ts";
import type { EventRecord } from "../../../db/queries/events.ts";
import type { ProjectInReach } from "../../../db/queries/projects.ts";
import type { Registration } from "../../../db/queries/registrations.ts";
import type { QrCode } from "../../values/qr-code.ts";
import { timesText, type Wording } from "../events/words.ts";
import { nameInList } from "../participants/words.ts";
import { isExpected } from "../registrations/rules.ts";

const BLANK_ROWS = 5;
/** Signature columns that fit on a page held upright. */
const UPRIGHT = 3;

export interface Sheet {
  project: ProjectInReach;
  event: EventRecord;
  sessions: readonly EventSession[];
  lecturers: readonly Lecturer[];
  registrations: readonly Registration[];
  qr: QrCode;
}

/** The model of `views/sheets/show.ejs`: rows by their numbers, then blank ones whose numbers come next. */
export function presentSheet(sheet: Sheet, wording: Wording) {
  const { event, sessions, registrations, project } = sheet;
  const { texts, formats } = wording;
  const expected = registrations.filter(isExpected);
  const last = Math.max(0, ...registrations.map(({ rowNumber }) => rowNumber));
  return {
    labels: texts.sheets,
    isWide: sessions.length > UPRIGHT,
    project: [project.title, project.registrationNumber].filter(Boolean).join(" · "),
    title: event.title,
    facts: presentFacts(sheet, wording),
    qr: sheet.qr,
    columns: sessions.map((session) => ({
      day: `${formats.shortWeekday(session.heldOn)} ${formats.shortDate(session.heldOn)}`,
      times: timesText(session, formats),
    })),
    rows: expected.map((one) => ({
      number: one.rowNumber,
      name: nameInList(one),
      note: one.organisationName,
    })),
    blanks: Array.from(
      { length: blankRows(event, expected.length) },
      (_, index) => last + index + 1,
    ),
  };
}

/** At least a few for walk-ins, and up to the capacity. */
function blankRows({ capacity }: EventRecord, expected: number): number {
  return Math.min(40, Math.max(BLANK_ROWS, (capacity ?? 0) - expected));
}

function presentFacts({ event, sessions, lecturers }: Sheet, { texts, formats }: Wording) {
  const { sheets: words } = texts;
  const places = [...new Set(sessions.map(({ place }) => place ?? event.place).filter(Boolean))];
  const days = [...new Set(sessions.map(({ heldOn }) => formats.date(heldOn)))];
  return [
    { term: words.days, text: days.join(", ") },
    { term: words.place, text: places.join(", ") || (event.onlineUrl ? texts.events.online : "") },
    { term: words.lecturers, text: lecturers.map(({ name }) => name).join(", ") },
    { term: words.accreditation, text: event.accreditationNumber ?? "" },
  ].filter(({ text }) => text !== "");
}
