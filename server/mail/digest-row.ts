import type { RemindedPeople } from "../../db/queries/reminded-people.ts";
import type { DigestItem } from "../features/reminders/digests/rules.ts";
import { isWaiting } from "../features/reminders/planning/rules.ts";
import { thingHref, thingTitle } from "../features/reminders/words.ts";
import { waitingAge } from "../features/waiting/words.ts";
import type { Formats } from "../texts/formats.ts";
import type { Texts } from "../texts/index.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import { workingDaysSince } from "../values/working-days.ts";

/** A row of the digest, ready to print; news has no date, a contact no link. */
export interface DigestRow {
  date: string | null;
  distance: string | null;
  title: string;
  note: string;
  href: string | null;
}

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

interface Around extends Wording {
  people: RemindedPeople;
  /** The whole address of a page, or null for whoever cannot open it. */
  hrefOf: (path: string) => string | null;
}

export function digestRow(item: DigestItem, around: Around): DigestRow {
  const { texts, formats, today, hrefOf } = around;
  const { thing } = item;
  const words = texts.mails.digest;
  return {
    date: formats.date(thing.dueOn),
    distance: isWaiting(thing)
      ? words.waits(waitingAge(thing, around))
      : formats.daysFromToday(thing.dueOn, today),
    title: thingTitle(thing, around),
    note: [thing.projectName, kindOf(item, texts), ...reasonsIn(item, around)]
      .filter((part) => part !== "")
      .join(" · "),
    href: hrefOf(thingHref(thing)),
  };
}

function kindOf({ thing }: DigestItem, { agenda, waiting }: Texts): string {
  if (isWaiting(thing)) return waiting.kinds[thing.kind];
  return agenda.kinds[thing.kind as keyof Texts["agenda"]["kinds"]];
}

/** Who answers for it, why it comes to this reader, and whether it comes late. */
function reasonsIn(item: DigestItem, { texts, today, people }: Around): string[] {
  const words = texts.mails.digest;
  const { thing, addressee, isLate } = item;
  const own = addressee.userId !== null && addressee.userId === thing.namedUserId;
  const responsible = thing.contactName ?? thing.ownerName;
  const manager = people.users.get(thing.ownerUserId ?? 0);
  return [
    responsible && !own && addressee.contactId === null ? words.responsible(responsible) : "",
    addressee.contactId !== null && manager ? words.turnTo(manager.name, manager.email) : "",
    becauseOf(item, { words, today, people }),
    isLate ? words.late : "",
  ];
}

function becauseOf(
  { thing, addressee }: DigestItem,
  around: { words: Texts["mails"]["digest"]; today: CalendarDate; people: RemindedPeople },
): string {
  const { words, today, people } = around;
  const name = people.users.get(addressee.onBehalfOfId ?? 0)?.name;
  switch (addressee.because) {
    case "deputy":
      return words.deputy(name ?? "");
    case "stand-in":
      if (name !== undefined) return words.standIn(name);
      return thing.contactName
        ? words.standInForContact(thing.contactName)
        : words.standInForNobody;
    case "escalation":
      return words.escalated(workingDaysSince(thing.dueOn, today));
    default:
      return "";
  }
}
