import type { RemindedPeople } from "../../db/queries/reminded-people.ts";
import type { Config } from "../config.ts";
import type { NewsRow } from "../features/notifications/service.ts";
import { newsText } from "../features/notifications/words.ts";
import {
  type DigestItem,
  digestSectionOf,
  digestSections,
} from "../features/reminders/digests/rules.ts";
import { paths } from "../paths.ts";
import { formatsFor } from "../texts/formats.ts";
import { textsFor } from "../texts/index.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import { type DigestRow, digestRow, type Wording } from "./digest-row.ts";
import { digestSubject } from "./digest-subject.ts";
import type { Letter, Recipient } from "./letter.ts";
import { renderLetter } from "./render-letter.ts";
import { wayOut } from "./way-out.ts";
import { reworded, type Wordings } from "./wording.ts";

const MOST_ROWS = 25;

export interface Digest {
  recipient: Recipient;
  /** By day, the earliest first; what waits comes last. */
  items: DigestItem[];
  news: NewsRow[];
  /** How many other things are due within thirty days. */
  rest: number;
  people: RemindedPeople;
  today: CalendarDate;
  config: Config;
  wordings: Wordings;
}

interface Section {
  title: string;
  isLate: boolean;
  rows: DigestRow[];
}

export function digestLetter(digest: Digest): Letter {
  const { recipient, items, news, rest, today, config } = digest;
  const texts = textsFor(recipient.language);
  const wording = { texts, formats: formatsFor(recipient.language), today };
  const words = texts.mails.digest;
  const absolute = (path: string) => `${config.publicUrl}${path}`;
  const hidden = Math.max(0, items.length + news.length - MOST_ROWS);
  const subject = digestSubject(digest, wording);
  const hasAccount = recipient.userId !== null;
  return renderLetter("digest", {
    language: recipient.language,
    subject,
    greeting: words.greeting,
    intro: words.intro,
    sections: [...sectionsOf(digest, wording), ...newsSection(digest, wording)],
    more: hidden > 0 ? words.more(hidden) : null,
    rest: rest > 0 ? words.rest(rest) : null,
    agenda: hasAccount ? { label: words.agenda, href: absolute(paths.agenda()) } : null,
    why: words.why(reasonsOf(digest).map((reason) => words.because[reason])),
    wayOut: wayOut({ config, recipient }, "digest"),
    ...reworded("digest", digest.wordings[recipient.language], { summary: subject }),
  });
}

function sectionsOf({ items, recipient, people, config }: Digest, wording: Wording): Section[] {
  const { sections } = wording.texts.mails.digest;
  const hrefOf = (path: string) =>
    recipient.userId === null ? null : `${config.publicUrl}${path}`;
  const shown = items.slice(0, MOST_ROWS);
  return digestSections
    .map((section) => ({
      title: sections[section],
      isLate: section === "overdue",
      rows: shown
        .filter(({ thing }) => digestSectionOf(thing, wording.today) === section)
        .map((item) => digestRow(item, { ...wording, people, hrefOf })),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function newsSection({ items, news, config }: Digest, { texts, formats }: Wording): Section[] {
  const rows = news.slice(0, Math.max(0, MOST_ROWS - items.length)).map((one) => {
    const { title, note, href } = newsText(one, texts, formats);
    return { date: null, distance: null, title, note, href: `${config.publicUrl}${href}` };
  });
  return rows.length > 0 ? [{ title: texts.mails.digest.sections.news, isLate: false, rows }] : [];
}

function reasonsOf({ items, news }: Digest) {
  const reasons = new Set(items.map(({ addressee }) => addressee.because));
  return [...reasons, ...(news.length > 0 ? (["news"] as const) : [])];
}
