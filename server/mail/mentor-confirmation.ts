import { findMailedConfirmation } from "../../db/queries/internship-confirmations.ts";
import { confirmationToken, linkState } from "../features/internships/links/rules.ts";
import { paths } from "../paths.ts";
import { formatsFor } from "../texts/formats.ts";
import { textsFor } from "../texts/index.ts";
import type { LetterBuilder } from "./letter.ts";
import { writeNotice } from "./notice.ts";
import { wayOut } from "./way-out.ts";
import { reworded } from "./wording.ts";

/**
 * Asks a mentor for a confirmation of hours. It names no trainee: who they are stands only on the page. The
 * link is signed anew each time the mail is written.
 */
export const mentorConfirmation: LetterBuilder = async (
  { db, config, today, wordings },
  { subjectId, recipient },
) => {
  const link = await findMailedConfirmation(db, subjectId ?? 0);
  if (!link || link.answerBy === null) return { unneeded: "link-gone" };
  const state = linkState(link, today);
  if (state !== "open") return { unneeded: `link-${state}` };
  const { language } = recipient;
  const { mail } = textsFor(language).internshipConfirmations;
  const token = confirmationToken(config.secretKey, link);
  return writeNotice({
    language,
    subject: mail.subject,
    paragraphs: [mail.greeting, mail.text(link.hostName, link.projectTitle), mail.how],
    button: { label: mail.button, href: `${config.publicUrl}${paths.mentorConfirmation(token)}` },
    note: mail.note(formatsFor(language).date(link.answerBy)),
    why: mail.why,
    wayOut: wayOut({ config, recipient }, null),
    ...reworded("mentor-confirmation", wordings[language], {
      project: link.projectTitle,
      host: link.hostName,
    }),
  });
};
