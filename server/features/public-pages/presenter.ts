import type { Formats } from "../../texts/formats.ts";
import type { Language, Texts } from "../../texts/index.ts";
import type { PublicFacts } from "./rules.ts";

export interface Reader {
  texts: Texts;
  formats: Formats;
  language: Language;
}

/** The public page of a project, ready to be printed by `views/public-pages/_content.ejs`. */
export function presentPublicFacts(facts: PublicFacts, reader: Reader) {
  const { texts, formats, language } = reader;
  const { content: words } = texts.publicPages;
  const named = (labels: PublicFacts["targetGroups"]) => labels.map((label) => label[language]);
  return {
    title: facts.title,
    fundingSentence: facts.fundingSentence,
    facts: presentKeyFacts(facts, reader),
    introduction: facts.introduction,
    vision: facts.vision,
    goals: facts.goals,
    targetGroups: named(facts.targetGroups),
    activities: facts.activities.map(({ number, title, goal, parts }) => ({
      ...{ number, title, goal, parts },
    })),
    sources: presentSources(facts, reader),
    contact: presentContact(facts.contact),
    total: facts.totalHalere === null ? null : formats.money(facts.totalHalere),
    words,
  };
}

function presentKeyFacts(facts: PublicFacts, { texts, formats, language }: Reader) {
  const { content: words, duration } = texts.publicPages;
  const { months, days } = facts.duration;
  const rows: [string, string | null][] = [
    [words.registrationNumber, facts.registrationNumber],
    [words.programme, programmeOf(facts, texts)],
    [words.priorityAxis, facts.priorityAxis],
    [words.call, [facts.callNumber, facts.callName].filter(Boolean).join(" ") || null],
    [words.beneficiary, facts.beneficiary],
    [words.partners, facts.partners.join(", ") || null],
    [words.startsOn, formats.date(facts.startsOn)],
    [words.endsOn, formats.date(facts.endsOn)],
    [words.duration, duration(months, days)],
    [words.total, facts.totalHalere === null ? null : formats.money(facts.totalHalere)],
    [words.territory, facts.territory.map((label) => label[language]).join(", ") || null],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

function programmeOf({ programme }: PublicFacts, { publicPages }: Texts): string {
  const full = publicPages.programmes[programme];
  return full === undefined ? programme : `${full} (${programme})`;
}

function presentSources(facts: PublicFacts, { texts, formats }: Reader) {
  const { content: words } = texts.publicPages;
  const isSplit = facts.sources.some(({ sharePpm }) => sharePpm !== null);
  return {
    isSplit,
    rows: facts.sources.map(({ name, sharePpm, amountHalere }) => ({
      name,
      share: sharePpm === null ? "" : formats.share(sharePpm),
      amount: amountHalere === null ? "" : formats.money(amountHalere),
    })),
    note: isSplit ? null : words.noSplit,
  };
}

function presentContact(contact: PublicFacts["contact"]) {
  const lines = [contact.function, contact.office, contact.address].filter((line) => line !== null);
  const isEmpty = lines.length === 0 && contact.email === null && contact.phone === null;
  return isEmpty ? null : { lines, email: contact.email, phone: contact.phone };
}
