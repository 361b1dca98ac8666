import { listDeputiesInForce } from "../../db/queries/deputies.ts";
import { listPreferences } from "../../db/queries/notification-preferences.ts";
import { AWAY } from "../../db/queries/notifications.ts";
import { isPausedOn } from "../features/notification-preferences/rules.ts";
import { threadOf } from "../features/notifications/rules.ts";
import { type NewsRow, readNews, wayOf } from "../features/notifications/service.ts";
import { newsText } from "../features/notifications/words.ts";
import { formatsFor } from "../texts/formats.ts";
import { textsFor } from "../texts/index.ts";
import type { Letter, LetterBuilder, Recipient, Unneeded, WritingDeps } from "./letter.ts";
import { renderLetter } from "./render-letter.ts";
import { threadHeaders } from "./thread.ts";
import { wayOut } from "./way-out.ts";

/**
 * Sudden news for one person. Asked once more as it leaves: whether it still holds, and whether they are
 * there to read it and want it.
 */
export const notification: LetterBuilder = async (deps, { id, recipient }) => {
  const { news, outdated } = await readNews(deps.db, { mailId: id, on: deps.today });
  if (news.length === 0) return { unneeded: outdated[0] ?? "overtaken" };
  const unwanted = await isUnwanted(deps, recipient, news);
  return unwanted ?? newsLetter(deps, recipient, news);
};

async function isUnwanted(
  { db, today }: WritingDeps,
  { userId }: Recipient,
  news: readonly NewsRow[],
): Promise<Unneeded | undefined> {
  const id = userId ?? 0;
  const deputies = await listDeputiesInForce(db, today);
  if (deputies.some((one) => one.userId === id)) return { unneeded: AWAY };
  const own = (await listPreferences(db, [id])).get(id);
  // Queued in the evening before a pause; it waits for the digest after it.
  if (own && isPausedOn(own, today)) return { unneeded: AWAY };
  const isOff = !own || news.every((one) => wayOf(own, one) === "off");
  return isOff ? { unneeded: "switched-off" } : undefined;
}

function newsLetter({ config }: WritingDeps, recipient: Recipient, news: NewsRow[]): Letter {
  const { language } = recipient;
  const texts = textsFor(language);
  const formats = formatsFor(language);
  const words = texts.notifications.mail;
  const rows = news.map((row) => newsText(row, texts, formats));
  const [first] = news as [NewsRow, ...NewsRow[]];
  const title = rows.length === 1 ? (rows[0]?.title ?? "") : words.many[first.kind](rows.length);
  const letter = renderLetter("notification", {
    language,
    subject:
      first.projectName === null ? title : words.subject(first.projectName, shortened(title)),
    title,
    rows: rows.map((row) => ({ ...row, href: `${config.publicUrl}${row.href}` })),
    open: words.open,
    why: words.why[first.kind],
    wayOut: wayOut({ config, recipient }, first.category),
  });
  return { ...letter, headers: { ...letter.headers, ...threadHeaders(threadOf(first), config) } };
}

/** A subject is read in a line of a list. */
function shortened(title: string): string {
  const MOST = 110;
  return title.length <= MOST ? title : `${title.slice(0, MOST - 1).trimEnd()}…`;
}
