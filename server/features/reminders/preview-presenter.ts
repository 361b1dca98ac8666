import type { ReminderRecipient } from "../../../db/queries/reminder-recipients.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { workingDaysSince } from "../../values/working-days.ts";
import { withQuery } from "../../web/query-string.ts";
import { recipientKey } from "./addressees/rules.ts";
import { TIMES_OF_CONTACTS } from "./digests/rules.ts";
import type { ForeseenDigest, ForeseenThing } from "./foresight/service.ts";
import { openHref, thingTitle } from "./words.ts";

interface Words {
  texts: Texts;
  formats: Formats;
}

type Recipients = ReadonlyMap<string, ReminderRecipient>;

const SHOWN_THINGS = 5;
const SHOWN_DIGESTS = 500;
const CHOICES = [7, 14, 30, 60];

/** The digests of the coming days, by day and recipient, and why each thing comes to whom it comes. */
export function presentPreview(
  { days: asked, foreseen }: { days: number; foreseen: readonly ForeseenDigest[] },
  recipients: readonly ReminderRecipient[],
  words: Words,
) {
  const { preview } = words.texts.outbox;
  const known: Recipients = new Map(recipients.map((one) => [one.key, one]));
  const order = recipients.map(({ key }) => key);
  const shown = foreseen.slice(0, SHOWN_DIGESTS);
  const count = new Set(foreseen.map(recipientKey)).size;
  return {
    pageHeader: {
      title: preview.title(asked),
      subtitle: foreseen.length > 0 ? preview.total(foreseen.length, count) : preview.hint,
      tabs: CHOICES.map((days) => ({
        href: withQuery(paths.mailPreview(), { days: String(days) }),
        label: preview.days(days),
        isCurrent: days === asked,
      })),
    },
    hint: preview.hint,
    labels: preview.columns,
    days: [...new Set(shown.map(({ day }) => day))].map((day) => ({
      title: `${words.formats.weekday(day)} ${words.formats.date(day)}`,
      rows: shown
        .filter((digest) => digest.day === day)
        .toSorted((a, b) => order.indexOf(recipientKey(a)) - order.indexOf(recipientKey(b)))
        .map((digest) => presentDigest(digest, known, words)),
    })),
    more: foreseen.length > SHOWN_DIGESTS ? preview.rest(foreseen.length - SHOWN_DIGESTS) : null,
    emptyState: foreseen.length > 0 ? null : { text: preview.empty(asked), icon: "mail" },
  };
}

function presentDigest(digest: ForeseenDigest, recipients: Recipients, words: Words) {
  const { preview } = words.texts.outbox;
  const recipient = recipients.get(recipientKey(digest));
  const { things, day } = digest;
  return {
    person: recipient?.name ?? "",
    note: digest.userId === null ? preview.noAccount : null,
    hour: recipient?.digestAt ?? TIMES_OF_CONTACTS.digestAt,
    count: preview.count(things.length),
    things: things.slice(0, SHOWN_THINGS).map((one) => ({
      title: thingTitle(one.thing, words),
      href: openHref(one.thing),
      note: [one.thing.projectName, reasonOf(one, { day, recipients }, words)]
        .filter((part) => part !== "")
        .join(" · "),
    })),
    more: things.length > SHOWN_THINGS ? preview.more(things.length - SHOWN_THINGS) : null,
  };
}

/** Nothing is said of whoever answers for the thing: that is why reminders are there. */
function reasonOf(
  { thing, because, onBehalfOfId }: ForeseenThing,
  { day, recipients }: { day: CalendarDate; recipients: Recipients },
  { texts }: Words,
): string {
  const { digest } = texts.mails;
  const name = recipients.get(`user:${onBehalfOfId}`)?.name;
  switch (because) {
    case "role":
      return texts.outbox.preview.byRole;
    case "deputy":
      return digest.deputy(name ?? "");
    case "stand-in":
      if (name !== undefined) return digest.standIn(name);
      return thing.contactName
        ? digest.standInForContact(thing.contactName)
        : digest.standInForNobody;
    case "escalation":
      return digest.escalated(workingDaysSince(thing.dueOn, day));
    default:
      return "";
  }
}
