import type { Language } from "../texts/index.ts";

/** The parts of a letter whose words administrators may change. */
export const wordedFields = ["subject", "opening", "closing"] as const;
export type WordedField = (typeof wordedFields)[number];

/** What stands in place of the product's own words, where anything does. */
export type MailWords = Partial<Record<WordedField, string>>;
export type Wordings = Partial<Record<Language, MailWords>>;

const EVENT = ["event", "dates", "place"] as const;

/** What each letter may say of its matter, by the name that stands for it in braces. */
export const placeholders = {
  digest: ["summary"],
  "monthly-summary": ["month"],
  "month-nudge": ["project", "month"],
  "card-request": ["plan", "year"],
  invitation: [],
  "password-reset": [],
  "password-changed": [],
  "nomination-request": EVENT,
  "mentor-confirmation": ["project", "host"],
  "event-invitation": EVENT,
  "event-reminder": EVENT,
  "event-change": EVENT,
  "event-session-cancelled": EVENT,
  "event-cancelled": EVENT,
  "event-withdrawn": EVENT,
  "event-waitlisted": EVENT,
  "event-thanks": EVENT,
  "event-certificate-ready": EVENT,
} as const satisfies Record<string, readonly string[]>;

export type WordedTemplate = keyof typeof placeholders;
export type Placeholder = (typeof placeholders)[WordedTemplate][number];
export const wordedTemplates = Object.keys(placeholders) as WordedTemplate[];

export function isWordedTemplate(name: string): name is WordedTemplate {
  return Object.hasOwn(placeholders, name);
}

/** Words with what stands for their placeholders, to be put into one letter. */
export interface Rewording {
  words: MailWords;
  values: Readonly<Record<string, string>>;
}

/** For the model of a letter, which gives every placeholder of its template a value. */
export function reworded<Template extends WordedTemplate>(
  _template: Template,
  words: MailWords | undefined,
  values: Record<(typeof placeholders)[Template][number], string>,
): { rewording?: Rewording } {
  return words ? { rewording: { words, values } } : {};
}

/** What is not known yet is said to be so, in the place of a hole in a sentence. */
export function withoutGaps<Name extends string>(
  values: Record<Name, string | null>,
  unknown: string,
): Record<Name, string> {
  const told = Object.entries<string | null>(values).map(([name, value]) => [
    name,
    value ?? unknown,
  ]);
  return Object.fromEntries(told);
}

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** What has no value stays as it was written: a brace too many must not stop a letter. */
export function filledIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(PLACEHOLDER, (written, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? "") : written,
  );
}

/** What is wrong with words for a template, as a key of `errors`; undefined when nothing is. */
export function faultOfWords(template: WordedTemplate, text: string): string | undefined {
  if (text.includes("\n")) return "oneLine";
  if (/[<>]/.test(text)) return "noHtml";
  const allowed: readonly string[] = placeholders[template];
  for (const [written, name = ""] of text.matchAll(PLACEHOLDER))
    if (!allowed.includes(name)) return `unknownPlaceholder:${written.replaceAll(":", "")}`;
  return /[{}]/.test(text.replace(PLACEHOLDER, "")) ? "unknownPlaceholder:{ }" : undefined;
}

interface Wordable {
  subject: string;
  paragraphs?: string[];
  intro?: string;
  rewording?: Rewording | undefined;
}

/** The model with its words changed: the opening is what follows the greeting. */
export function withWords<Model extends Wordable>(model: Model): Model & { closing?: string } {
  const { words, values } = model.rewording ?? { words: {}, values: {} };
  const said = (text: string | undefined) => (text ? filledIn(text, values) : undefined);
  const [subject, opening, closing] = [words.subject, words.opening, words.closing].map(said);
  const { paragraphs } = model;
  return {
    ...model,
    subject: subject ?? model.subject,
    ...(opening && model.intro !== undefined ? { intro: opening } : {}),
    ...(opening && paragraphs
      ? { paragraphs: [...paragraphs.slice(0, 1), opening, ...paragraphs.slice(2)] }
      : {}),
    ...(closing ? { closing } : {}),
  };
}
