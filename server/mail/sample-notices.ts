import type { MessageKind } from "../features/event-messages/rules.ts";
import { paths } from "../paths.ts";
import type { Formats } from "../texts/formats.ts";
import type { Texts } from "../texts/index.ts";
import { addDays, type CalendarDate } from "../values/calendar-date.ts";
import { monthOf } from "../values/month.ts";
import type { Notice } from "./notice.ts";
import type { Placeholder, WordedTemplate } from "./wording.ts";

export type SampleNotice = Omit<Notice, "language" | "rewording">;
export type SampleValues = Record<Placeholder, string>;

export interface SampleWords {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
  values: SampleValues;
  /** Where buttons lead: to the product itself, for there is nothing to open. */
  home: string;
}

/** What the placeholders stand for in a sample. */
export function sampleValues(texts: Texts, formats: Formats, today: CalendarDate): SampleValues {
  const { event, place, project, host, plan, summary } = texts.mailTexts.sample;
  const [from, to] = [addDays(today, 10), addDays(today, 11)];
  const dates = formats.dateRange(from, to);
  const month = formats.monthName(monthOf(today));
  const year = String(Number(today.slice(0, 4)) - 1);
  return { event, place, project, host, plan, summary, dates, month, year };
}

/** A letter of each kind about things that do not exist, in the product's own words. */
export function sampleNotice(
  template: Exclude<WordedTemplate, "digest" | "monthly-summary">,
  words: SampleWords,
): SampleNotice {
  const kind = /^event-(.+)$/.exec(template)?.[1];
  if (kind) return eventNotice(kind as MessageKind, words);
  return NOTICES[template as keyof typeof NOTICES](words);
}

function eventNotice(kind: MessageKind, { texts, values }: SampleWords): SampleNotice {
  const { mail } = texts.eventMessages;
  const { event, dates, place } = values;
  return {
    subject: mail[kind].subject(event),
    paragraphs: [mail.greeting, mail[kind].text(event, dates), mail.when(dates), mail.venue(place)],
    why: mail.why,
  };
}

const NOTICES = {
  invitation: ({ texts, formats, today, home }: SampleWords): SampleNotice => {
    const { greeting, invitation } = texts.accounts.mails;
    return {
      subject: invitation.subject,
      paragraphs: [greeting(""), invitation.text(null), invitation.next],
      button: { label: invitation.button, href: home },
      note: invitation.note(formats.date(addDays(today, 3))),
      why: invitation.why,
    };
  },
  "password-reset": ({ texts, formats, today, home }: SampleWords): SampleNotice => {
    const { greeting, reset } = texts.accounts.mails;
    return {
      subject: reset.subject,
      paragraphs: [greeting(""), reset.text, reset.next],
      button: { label: reset.button, href: home },
      note: reset.note(formats.date(today)),
      why: reset.why,
    };
  },
  "password-changed": ({ texts, home }: SampleWords): SampleNotice => {
    const { greeting, changed } = texts.accounts.mails;
    return {
      subject: changed.subject,
      paragraphs: [greeting(""), changed.text, changed.next],
      button: { label: changed.button, href: home + paths.newPasswordReset() },
      why: changed.why,
    };
  },
  "month-nudge": ({ texts, formats, today, values, home }: SampleWords): SampleNotice => {
    const { mail, system } = texts.monthClosing;
    const { project, month } = values;
    return {
      subject: mail.subject(project, month),
      paragraphs: [
        mail.greeting,
        mail.text(system, project, month),
        mail.deadline(formats.date(addDays(today, 10))),
      ],
      button: { label: mail.button, href: home },
      why: mail.why,
    };
  },
  "card-request": ({ texts, formats, values, home }: SampleWords): SampleNotice => {
    const { mail } = texts.cardStatements;
    const { plan, year } = values;
    return {
      subject: mail.subject(plan, year),
      paragraphs: [mail.greeting, mail.text(plan, year), mail.cards(formats.number(3), 3)],
      button: { label: mail.button, href: home + paths.myCards() },
      why: mail.why,
    };
  },
  "nomination-request": ({ texts, formats, today, values, home }: SampleWords): SampleNotice => {
    const { mail } = texts.nominations;
    const { event, dates, place } = values;
    return {
      subject: mail.subject(event),
      paragraphs: [
        mail.greeting,
        mail.text(event, dates, place),
        mail.places(3, formats.date(addDays(today, 7))),
      ],
      button: { label: mail.button, href: home },
      note: mail.note,
      why: mail.why,
    };
  },
  "mentor-confirmation": ({ texts, formats, today, values, home }: SampleWords): SampleNotice => {
    const { mail } = texts.internshipConfirmations;
    return {
      subject: mail.subject,
      paragraphs: [mail.greeting, mail.text(values.host, values.project), mail.how],
      button: { label: mail.button, href: home },
      note: mail.note(formats.date(addDays(today, 14))),
      why: mail.why,
    };
  },
};
