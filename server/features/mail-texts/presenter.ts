import type { MailText } from "../../../db/queries/mail-texts.ts";
import type { Letter } from "../../mail/letter.ts";
import {
  type Placeholder,
  placeholders,
  type WordedTemplate,
  wordedFields,
  wordedTemplates,
} from "../../mail/wording.ts";
import { paths } from "../../paths.ts";
import { languages, type Texts } from "../../texts/index.ts";
import type { FormState } from "../../web/form.ts";
import { presentFields, presentFormErrors } from "../../web/form-fields.ts";
import type { MailTextKey } from "./service.ts";

/** Every letter with what of it has words of its own, in each language. */
export function presentMailTexts(stored: readonly MailText[], texts: Texts) {
  const { mailTexts } = texts;
  return {
    pageHeader: { title: mailTexts.title },
    labels: mailTexts,
    columns: languages.map((language) => mailTexts.languages[language]),
    rows: wordedTemplates.map((template) => ({
      title: texts.outbox.templates[template],
      languages: languages.map((language) => presentCell(stored, { template, language }, texts)),
    })),
  };
}

function presentCell(
  stored: readonly MailText[],
  { template, language }: MailTextKey,
  { mailTexts, outbox }: Texts,
) {
  const own = stored.filter(
    (one) => one.template === template && one.language === language && one.text !== "",
  );
  const changed = wordedFields.filter((field) => own.some((one) => one.field === field));
  const label = changed.length > 0 ? mailTexts.own : mailTexts.product;
  const name = mailTexts.languages[language];
  return {
    href: paths.mailText(template, language),
    label,
    // Read out of its place in the table a link still says what it opens.
    name: `${outbox.templates[template]}, ${name}: ${label}`,
    column: name,
    changed: changed.map((field) => mailTexts.short[field]).join(", "),
  };
}

interface EditedText {
  key: MailTextKey;
  /** As it would read with what was typed. */
  letter: Letter;
  isOwn: boolean;
  email: string;
  /** For the small forms beside: each press is one. */
  submission: string;
}

export function presentMailText(edited: EditedText, state: FormState, texts: Texts) {
  const { mailTexts } = texts;
  const { template, language } = edited.key;
  const fields = presentFields(
    [
      { type: "hidden", name: "version", label: "" },
      { type: "text", name: "subject", label: mailTexts.fields.subject },
      { type: "textarea", name: "opening", label: mailTexts.fields.opening, rows: 3 },
      { type: "textarea", name: "closing", label: mailTexts.fields.closing, rows: 3 },
    ],
    state,
    texts,
  );
  return {
    pageHeader: {
      title: texts.outbox.templates[template],
      subtitle: mailTexts.languages[language],
    },
    labels: mailTexts,
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    action: paths.mailText(template, language),
    hints: [mailTexts.hint, placeholderHint(template, texts)],
    fields,
    formFooter: {
      submit: mailTexts.save,
      second: { name: "preview", value: "true", label: mailTexts.preview },
      cancel: { href: paths.mailTexts() },
    },
    letter: { subject: edited.letter.subject, text: edited.letter.text },
    html: { href: paths.mailTextLetter(template, language), label: mailTexts.html },
    sample: {
      action: paths.mailTextSamples(template, language),
      submission: edited.submission,
      hint: mailTexts.sampleHint(edited.email),
    },
    restore: edited.isOwn ? { action: paths.mailTextRestoration(template, language) } : null,
  };
}

function placeholderHint(template: WordedTemplate, { mailTexts }: Texts): string {
  const names: readonly Placeholder[] = placeholders[template];
  if (names.length === 0) return mailTexts.mayUseNothing;
  return mailTexts.mayUse(
    names.map((name) => `{${name}} – ${mailTexts.placeholders[name]}`).join(", "),
  );
}
