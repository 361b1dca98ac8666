import { countUnanswered, isAnyMailMade, listAskingPlans } from "../../db/queries/card-requests.ts";
import { listDeputiesInForce } from "../../db/queries/deputies.ts";
import {
  dayOfAsking,
  LAST_STEP,
  letterDue,
  requestKey,
} from "../features/card-statements/rules.ts";
import { paths } from "../paths.ts";
import { formatsFor } from "../texts/formats.ts";
import { textsFor } from "../texts/index.ts";
import type { LetterBuilder, MailToWrite, WritingDeps } from "./letter.ts";
import { writeNotice } from "./notice.ts";
import { wayOut } from "./way-out.ts";
import { reworded } from "./wording.ts";

/**
 * Asks the owner of cards, or their deputy, what was done in a year: a number and an address, nobody's name.
 * Not sent when all was said, the plan ended, or somebody else answers by then.
 */
export const cardRequest: LetterBuilder = async (deps, mail) => {
  const { config, wordings } = deps;
  const { recipient, params } = mail;
  const asked = await askedBy(deps, mail);
  if (typeof asked === "string") return { unneeded: asked };
  const { plan, year, cards } = asked;
  const { language } = recipient;
  const { mail: words } = textsFor(language).cardStatements;
  const formats = formatsFor(language);
  const isDeputy = recipient.userId !== Number(params.ownerUserId);
  const isReminder = Number(params.step) > 0;
  const title = plan.title;
  return writeNotice({
    language,
    subject: (isReminder ? words.reminderSubject : words.subject)(title, String(year)),
    paragraphs: [
      words.greeting,
      words.text(title, String(year)),
      words.cards(formats.number(cards), cards),
      ...(isDeputy ? [words.deputy] : []),
      ...(isReminder ? [words.since(formats.date(dayOfAsking(plan, year)))] : []),
    ],
    button: { label: words.button, href: `${config.publicUrl}${paths.myCards()}` },
    why: words.why,
    wayOut: wayOut({ config, recipient }, "deadlines"),
    ...reworded("card-request", wordings[language], { plan: title, year: String(year) }),
  });
};

/** What is still to be said, or why the letter is not needed any more. */
async function askedBy({ db, today }: WritingDeps, { subjectId, params, recipient }: MailToWrite) {
  const [year, step] = [Number(params.year), Number(params.step)];
  const ownerUserId = Number(params.ownerUserId);
  const plan = (await listAskingPlans(db)).find(({ id }) => id === subjectId);
  if (plan === undefined || letterDue(plan, today)?.year !== year) return "done";
  const key = { planId: plan.id, year, ownerUserId };
  const later = Array.from({ length: LAST_STEP - step }, (_, n) => step + 1 + n);
  const laterKeys = later.map((one) => requestKey({ ...key, step: one }));
  if (await isAnyMailMade(db, laterKeys)) return "overtaken";
  if (recipient.userId !== ownerUserId) {
    const deputies = await listDeputiesInForce(db, today);
    const standsIn = deputies.some(
      (one) => one.userId === ownerUserId && one.deputyUserId === recipient.userId,
    );
    if (!standsIn) return "handed-on";
  }
  const [open] = await countUnanswered(db, {
    asked: [{ planId: plan.id, year }],
    ownerUserIds: [ownerUserId],
  });
  return open ? { plan, year, cards: open.cards } : "done";
}
