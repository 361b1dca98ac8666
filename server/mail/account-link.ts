import { findAccountLink } from "../../db/queries/account-links.ts";
import { findUserName } from "../../db/queries/users.ts";
import { linkToken } from "../features/accounts/links/rules.ts";
import { paths } from "../paths.ts";
import { formatsFor } from "../texts/formats.ts";
import { textsFor } from "../texts/index.ts";
import type { LetterBuilder } from "./letter.ts";
import { writeNotice } from "./notice.ts";
import { reworded } from "./wording.ts";

/**
 * The mail with a link by which somebody sets their password, first or again. The link is signed anew
 * each time the mail is written: it lies nowhere in the database.
 */
export const accountLink: LetterBuilder = async (
  { db, config, now, wordings },
  { subjectId, recipient },
) => {
  const link = await findAccountLink(db, subjectId ?? 0);
  if (!link || link.usedAt !== null) return { unneeded: "link-used" };
  if (link.expiresAt <= now) return { unneeded: "link-expired" };
  const { language, name } = recipient;
  const { mails } = textsFor(language).accounts;
  const isInvitation = link.kind === "invitation";
  const words = isInvitation ? mails.invitation : mails.reset;
  const inviter = link.createdBy === null ? null : await findUserName(db, link.createdBy);
  const token = linkToken(config.secretKey, link);
  const path = isInvitation ? paths.invitation(token) : paths.passwordReset(token);
  return writeNotice({
    language,
    subject: words.subject,
    paragraphs: [
      mails.greeting(name),
      isInvitation ? mails.invitation.text(inviter) : mails.reset.text,
      words.next,
    ],
    button: { label: words.button, href: `${config.publicUrl}${path}` },
    note: words.note(formatsFor(language).dateTime(link.expiresAt)),
    why: words.why,
    ...reworded(isInvitation ? "invitation" : "password-reset", wordings[language], {}),
  });
};
