import type { AgendaRow } from "../../db/queries/agenda.ts";
import type { Config } from "../config.ts";
import { agendaTitle } from "../features/agenda/rules.ts";
import { agendaHref } from "../features/agenda/service.ts";
import { type DigestSection, digestSectionOf } from "../features/reminders/rules.ts";
import { paths } from "../paths.ts";
import { type Formats, formatsFor } from "../texts/formats.ts";
import { type Texts, textsFor } from "../texts/index.ts";
import { addDays, type CalendarDate, dayOfWeek } from "../values/calendar-date.ts";
import type { Letter, Recipient } from "./letter.ts";
import { renderLetter } from "./render-letter.ts";
import { wayOut } from "./way-out.ts";

const MOST_ROWS = 25;
const SECTIONS: DigestSection[] = ["overdue", "now", "week", "month"];

interface Digest {
  recipient: Recipient;
  /** By day, the earliest first. */
  items: AgendaRow[];
  /** How many other things are due within thirty days. */
  rest: number;
  today: CalendarDate;
  config: Config;
}

export function digestLetter(digest: Digest): Letter {
  const { recipient, items, rest, today, config } = digest;
  const texts = textsFor(recipient.language);
  const formats = formatsFor(recipient.language);
  const words = texts.mails.digest;
  const absolute = (path: string) => `${config.publicUrl}${path}`;
  const shown = items.slice(0, MOST_ROWS);
  return renderLetter("digest", {
    language: recipient.language,
    subject: subjectOf(items, today, texts, formats),
    greeting: words.greeting,
    intro: words.intro,
    sections: SECTIONS.map((section) => ({
      title: words.sections[section],
      isLate: section === "overdue",
      rows: shown
        .filter((item) => digestSectionOf(item.dueOn, today) === section)
        .map((item) => presentRow(item, { texts, formats, today, absolute })),
    })).filter((section) => section.rows.length > 0),
    more: items.length > MOST_ROWS ? words.more(items.length - MOST_ROWS) : null,
    rest: rest > 0 ? words.rest(rest) : null,
    agenda: { label: words.agenda, href: absolute(paths.agenda()) },
    why: words.why,
    wayOut: wayOut({ config, recipient }, "digest"),
  });
}

function presentRow(
  item: AgendaRow,
  around: {
    texts: Texts;
    formats: Formats;
    today: CalendarDate;
    absolute: (path: string) => string;
  },
) {
  const { texts, formats, today, absolute } = around;
  const owner = item.contactName ?? item.ownerName;
  return {
    date: formats.date(item.dueOn),
    distance: formats.daysFromToday(item.dueOn, today),
    project: item.projectName,
    title: agendaTitle(item, texts),
    kind: texts.agenda.kinds[item.kind as keyof Texts["agenda"]["kinds"]],
    responsible: owner ? texts.mails.digest.responsible(owner) : null,
    href: absolute(agendaHref(item)),
  };
}

/** How many are late, how many come this week (else at all), and the nearest of them by name. */
function subjectOf(
  items: AgendaRow[],
  today: CalendarDate,
  texts: Texts,
  formats: Formats,
): string {
  const words = texts.mails.digest;
  const late = items.filter((item) => item.dueOn < today);
  const coming = items.slice(late.length);
  const sunday = addDays(today, 7 - dayOfWeek(today));
  const thisWeek = coming.filter((item) => item.dueOn <= sunday).length;
  const parts: string[] = [];
  if (late.length > 0) parts.push(words.overdue(late.length));
  if (coming.length > 0)
    parts.push(thisWeek > 0 ? words.thisWeek(thisWeek) : words.ahead(coming.length));
  const named = coming[0] ?? late[0];
  if (named) {
    const date = formats.shortDate(named.dueOn);
    const say = coming.length > 0 ? words.nearest : words.since;
    parts.push(say(date, shortened(agendaTitle(named, texts))));
  }
  return parts.join(", ");
}

function shortened(title: string): string {
  const MOST = 70;
  return title.length <= MOST ? title : `${title.slice(0, MOST - 1).trimEnd()}…`;
}
