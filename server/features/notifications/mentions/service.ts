import type { Database } from "../../../../db/connection.ts";
import { listMentionable, type Mentionable } from "../../../../db/queries/news-people.ts";
import type { Change } from "../../../change.ts";
import { notify, type Thing } from "../service.ts";
import { mentionedIn } from "./rules.ts";

/** Who may be mentioned in a project, in the Czech order of names. */
export function mentionable(db: Database, projectId: number): Promise<Mentionable[]> {
  return listMentionable(db, projectId);
}

type Texts = readonly (string | null)[];

/**
 * Tells those whom the texts of a record mention and did not mention before. Without an `@` nothing is even
 * asked of the database.
 */
export async function tellMentioned(
  change: Change,
  { projectId, ...thing }: Thing & { projectId: number },
  after: Texts,
  before: Texts = [],
): Promise<void> {
  const text = joined(after);
  if (!text.includes("@")) return;
  const people = await listMentionable(change.trx, projectId);
  const known = new Set(mentionedIn(joined(before), people));
  const recipientUserIds = mentionedIn(text, people).filter((id) => !known.has(id));
  if (recipientUserIds.length === 0) return;
  await notify(change, { ...thing, projectId, kind: "mention", recipientUserIds });
}

function joined(texts: Texts): string {
  return texts.filter((text) => text !== null).join("\n");
}
