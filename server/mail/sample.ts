import { readWordings } from "../features/mail-texts/service.ts";
import { paths } from "../paths.ts";
import { formatsFor } from "../texts/formats.ts";
import { isLanguage, type Language, textsFor } from "../texts/index.ts";
import { addDays, type CalendarDate } from "../values/calendar-date.ts";
import type { Letter, LetterBuilder } from "./letter.ts";
import { writeNotice } from "./notice.ts";
import { renderLetter } from "./render-letter.ts";
import { type SampleWords, sampleNotice, sampleValues } from "./sample-notices.ts";
import { isWordedTemplate, type MailWords, type WordedTemplate } from "./wording.ts";

export interface Sample {
  template: WordedTemplate;
  language: Language;
  words: MailWords | undefined;
  publicUrl: string;
  today: CalendarDate;
}

/** How a kind of letter reads with these words, about things that do not exist. */
export function sampleLetter({ template, language, words, publicUrl, today }: Sample): Letter {
  const [texts, formats] = [textsFor(language), formatsFor(language)];
  const values = sampleValues(texts, formats, today);
  const given: SampleWords = { texts, formats, today, values, home: publicUrl };
  const rewording = words ? { rewording: { words, values } } : {};
  if (template === "digest") return sampleDigest(given, { language, ...rewording });
  if (template === "monthly-summary") return sampleSummary(given, { language, ...rewording });
  return writeNotice({ ...sampleNotice(template, given), language, ...rewording });
}

/** A test letter says in its subject what it is. */
export const sample: LetterBuilder = async ({ db, config, today }, { params }) => {
  const { template, language } = params;
  const name = String(template);
  if (!isWordedTemplate(name) || !isLanguage(language)) return { unneeded: "no-template" };
  const words = (await readWordings(db, name))[language];
  const { publicUrl } = config;
  const letter = sampleLetter({ template: name, language, words, publicUrl, today });
  return { ...letter, subject: textsFor(language).mailTexts.sample.subject(letter.subject) };
};

type Rest = { language: Language } & Pick<Parameters<typeof writeNotice>[0], "rewording">;

function sampleDigest({ texts, formats, today, values, home }: SampleWords, rest: Rest): Letter {
  const { digest } = texts.mails;
  const dueOn = addDays(today, 1);
  const row = {
    date: formats.date(dueOn),
    distance: formats.daysFromToday(dueOn, today),
    title: texts.mailTexts.sample.deadline,
    note: values.project,
    href: home,
  };
  return renderLetter("digest", {
    ...rest,
    subject: values.summary,
    ...{ greeting: digest.greeting, intro: digest.intro },
    sections: [{ title: digest.sections.now, isLate: false, rows: [row] }],
    ...{ more: null, rest: null },
    agenda: { label: digest.agenda, href: home + paths.agenda() },
    why: digest.why([digest.because.owner]),
  });
}

function sampleSummary({ texts, formats, today, values, home }: SampleWords, rest: Rest): Letter {
  const { mail, figures } = texts.months;
  return renderLetter("monthly-summary", {
    ...rest,
    subject: mail.subject(values.month),
    greeting: mail.greeting,
    intro: mail.intro(values.month, formats.date(today)),
    notClosed: null,
    region: `${texts.months.portfolio.region.projects} 12`,
    decisions: { title: mail.decisions, rows: [] },
    projects: {
      title: mail.projects,
      rows: [
        {
          ...{ name: values.project, href: home, health: texts.projects.healths["on-track"] },
          ...{ colour: "#1b6b3a", change: null, computed: null, sentence: null, next: null },
          figures: `${figures.time} ${formats.percent(4200)}`,
        },
      ],
    },
    more: null,
    link: { label: mail.link, href: home + paths.summaries() },
    why: mail.why,
  });
}
