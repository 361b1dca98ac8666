import { listLastActs } from "../../db/queries/month-acts.ts";
import { findNudgeToMail } from "../../db/queries/month-nudges.ts";
import { closingState } from "../features/months/closing/rules.ts";
import { missingInMonth } from "../features/months/missing/service.ts";
import { missingText } from "../features/months/missing/words.ts";
import { reportDayOf } from "../features/months/rules.ts";
import { paths } from "../paths.ts";
import { formatsFor } from "../texts/formats.ts";
import { textsFor } from "../texts/index.ts";
import type { LetterBuilder } from "./letter.ts";
import { writeNotice } from "./notice.ts";
import { wayOut } from "./way-out.ts";
import { reworded } from "./wording.ts";

/**
 * Asks a member to fill in what a month of their project lacks: kinds and numbers, never names. Not sent when it
 * was filled in or closed meanwhile.
 */
export const monthNudge: LetterBuilder = async (
  { db, config, now, today, wordings },
  { subjectId, params, recipient },
) => {
  const month = String(params.month);
  const of = { projectId: subjectId ?? 0, userId: recipient.userId ?? 0, on: today };
  const nudge = await findNudgeToMail(db, { ...of, askedBy: Number(params.askedBy ?? 0) });
  if (!nudge) return { unneeded: "not-member" };
  const [last] = await listLastActs(db, { month, projectIds: [of.projectId] });
  if (closingState(last?.act) === "closed") return { unneeded: "month-closed" };
  const clock = { now: () => now, today: () => today };
  const missing = await missingInMonth({ db, clock }, { month, projectIds: [of.projectId] });
  const items = missing.get(of.projectId) ?? [];
  if (items.length === 0) return { unneeded: "nothing-missing" };
  const { language } = recipient;
  const texts = textsFor(language);
  const formats = formatsFor(language);
  const { mail, system } = texts.monthClosing;
  const name = formats.monthName(month);
  const leavesOn = reportDayOf(month);
  return writeNotice({
    language,
    subject: mail.subject(nudge.shortName, name),
    paragraphs: [
      mail.greeting,
      mail.text(nudge.askedByName ?? system, nudge.shortName, name),
      mail.missing(items.map((item) => missingText(item, texts)).join(", ")),
      ...(leavesOn >= today ? [mail.deadline(formats.date(leavesOn))] : []),
    ],
    button: { label: mail.button, href: `${config.publicUrl}${paths.month(of.projectId, month)}` },
    why: mail.why,
    // A colleague asks for it: it can be answered, not stopped.
    wayOut: wayOut({ config, recipient }, null),
    ...reworded("month-nudge", wordings[language], { project: nudge.shortName, month: name }),
  });
};
