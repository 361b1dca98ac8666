import { type EventRecord, findEvent } from "../../db/queries/events.ts";
import { findNominationToMail } from "../../db/queries/nomination-links.ts";
import { nominationToken, opennessOf } from "../features/nominations/rules.ts";
import { paths } from "../paths.ts";
import { type Formats, formatsFor } from "../texts/formats.ts";
import { textsFor } from "../texts/index.ts";
import type { LetterBuilder } from "./letter.ts";
import { writeNotice } from "./notice.ts";
import { wayOut } from "./way-out.ts";
import { reworded, withoutGaps } from "./wording.ts";

/**
 * Asks an organisation to name people for an event, or reminds it. Not sent once it answered. The link is
 * signed anew each time the mail is written.
 */
export const nominationRequest: LetterBuilder = async (
  { db, config, today, wordings },
  { subjectId, params, recipient },
) => {
  const link = await findNominationToMail(db, subjectId ?? 0);
  const event = link && (await findEvent(db, { projectId: link.projectId, eventId: link.eventId }));
  if (!link || !event) return { unneeded: "link-gone" };
  if (link.answer !== null) return { unneeded: "link-answered" };
  const openness = opennessOf(link, event, today);
  if (openness !== "open") return { unneeded: `link-${openness}` };
  const { language } = recipient;
  const { nominations, mails } = textsFor(language);
  const { mail } = nominations;
  const formats = formatsFor(language);
  const token = nominationToken(config.secretKey, link);
  const deadline = formats.date(link.answerBy);
  const when = datesOf(event, formats);
  return writeNotice({
    language,
    subject: params.isNudge ? mail.nudgeSubject(event.title) : mail.subject(event.title),
    paragraphs: [
      mail.greeting,
      mail.text(event.title, when, event.place),
      mail.places(link.places, deadline),
    ],
    button: { label: mail.button, href: `${config.publicUrl}${paths.nomination(token)}` },
    note: mail.note,
    why: mail.why,
    wayOut: wayOut({ config, recipient }, null),
    ...reworded("nomination-request", wordings[language], {
      event: event.title,
      ...withoutGaps({ dates: when, place: event.place }, mails.notSetYet),
    }),
  });
};

function datesOf({ startsOn, endsOn }: EventRecord, formats: Formats): string | null {
  return startsOn && formats.dateRange(startsOn, endsOn ?? startsOn);
}
