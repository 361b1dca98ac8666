import { findDeputyById } from "../../db/queries/deputies.ts";
import { stateOf } from "../features/deputies/rules.ts";
import { paths } from "../paths.ts";
import { formatsFor } from "../texts/formats.ts";
import { textsFor } from "../texts/index.ts";
import type { LetterBuilder } from "./letter.ts";
import { writeNotice } from "./notice.ts";

/**
 * Tells a deputy for whom they stand in and what is asked of them; and the person, where somebody else has
 * named the deputy. Not sent once that has been called off.
 */
export const deputyNamed: LetterBuilder = async (
  { db, config, today },
  { subjectId, recipient },
) => {
  const deputy = await findDeputyById(db, subjectId ?? 0);
  if (!deputy || stateOf(deputy, today) === "over") return { unneeded: "expired" };
  const { language } = recipient;
  const { mail } = textsFor(language).deputies;
  const { dateRange } = formatsFor(language);
  const days = dateRange(deputy.fromOn, deputy.untilOn);
  const isDeputy = recipient.userId === deputy.deputyUserId;
  const { subject, paragraphs, why } = isDeputy
    ? mail.toDeputy({ ...deputy, days })
    : mail.toPerson({ ...deputy, days });
  return writeNotice({
    ...{ language, subject, paragraphs, why },
    button: { label: mail.button, href: `${config.publicUrl}${paths.ownDeputy()}` },
  });
};
