import { paths } from "../paths.ts";
import { textsFor } from "../texts/index.ts";
import type { LetterBuilder } from "./letter.ts";
import { writeNotice } from "./notice.ts";
import { reworded } from "./wording.ts";

/** Tells the owner of an account that its password is another one; carries no secret. */
export const passwordChanged: LetterBuilder = async ({ config, wordings }, { recipient }) => {
  const { mails } = textsFor(recipient.language).accounts;
  const { subject, text, next, button, why } = mails.changed;
  return writeNotice({
    language: recipient.language,
    subject,
    paragraphs: [mails.greeting(recipient.name), text, next],
    button: { label: button, href: `${config.publicUrl}${paths.newPasswordReset()}` },
    why,
    ...reworded("password-changed", wordings[recipient.language], {}),
  });
};
