import type { EventRecord } from "../../../../db/queries/events.ts";
import { paths } from "../../../paths.ts";
import { pragueInstant } from "../../../values/calendar-date.ts";
import { withQuery } from "../../../web/query-string.ts";
import { templateText } from "../../mails/ledger/presenter.ts";
import type { Wording } from "../presenter.ts";
import { REMINDS_AT } from "../reminders/service.ts";
import { THANKED_WITHIN_DAYS } from "../rules.ts";
import type { Outlook } from "./service.ts";

interface OutlookRow {
  when: string;
  what: string;
  who: string;
  href?: string;
}

/** By the time at which they leave: "12. 3. 8:00 · Připomínka 3 dny před 15. 3. · 18 lidem". */
export function presentOutlook(event: EventRecord, outlook: Outlook, wording: Wording) {
  const { outlook: words } = wording.texts.eventMessages;
  const rows = [
    ...waitingRows(outlook, wording),
    ...reminderRows(event, outlook, wording),
    ...thanksRow(outlook, wording),
  ];
  return { title: words.title, rows, empty: words.empty, preview: words.preview };
}

function waitingRows({ waiting }: Outlook, { texts, formats }: Wording): OutlookRow[] {
  return waiting.map(({ template, dueAt, recipients }) => ({
    when: formats.dateTime(dueAt),
    what: templateText(template, texts),
    who: texts.eventMessages.outlook.people(recipients),
  }));
}

function reminderRows(event: EventRecord, outlook: Outlook, wording: Wording): OutlookRow[] {
  const { texts, formats } = wording;
  const { outlook: words } = texts.eventMessages;
  const preview = withQuery(paths.newEventMessage(event.projectId, event.id), {
    kind: "reminder",
    audience: "registered",
  });
  return outlook.reminders.map(({ on, of, daysBefore }) => ({
    when: formats.dateTime(pragueInstant(on, REMINDS_AT)),
    what: words.reminder(formats.date(of), daysBefore),
    who: words.people(outlook.reminded),
    href: preview,
  }));
}

function thanksRow({ afterClosing }: Outlook, { texts }: Wording): OutlookRow[] {
  const { outlook: words } = texts.eventMessages;
  if (afterClosing === null) return [];
  if (afterClosing === "thanks")
    return [{ when: words.afterClosing, what: words.thanks, who: words.attended }];
  const when = words.tooLateToThank(THANKED_WITHIN_DAYS);
  return [{ when, what: words.certificates, who: words.certified }];
}
