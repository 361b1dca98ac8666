import type { Database } from "../../../db/connection.ts";
import {
  findMailTexts,
  listMailTexts,
  type MailText,
  saveMailTexts,
} from "../../../db/queries/mail-texts.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile } from "../../edited-meanwhile.ts";
import { type FieldErrors, InvalidInput } from "../../errors.ts";
import {
  faultOfWords,
  type MailWords,
  type WordedField,
  type WordedTemplate,
  type Wordings,
  wordedFields,
} from "../../mail/wording.ts";
import type { Language } from "../../texts/index.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { queueMail } from "../mails/service.ts";
import type { MailTextEntry } from "./schema.ts";

type Writing = Pick<Deps, "db" | "clock">;

export interface MailTextKey {
  template: WordedTemplate;
  language: Language;
}

/** What administrators have put in place of the product's words in one kind of letter. */
export async function readWordings(db: Database, template: string): Promise<Wordings> {
  const wordings: Wordings = {};
  for (const { language, field, text } of await listMailTexts(db, template))
    if (text !== "") wordings[language] = { ...wordings[language], [field as WordedField]: text };
  return wordings;
}

export interface EditedWords {
  words: Record<WordedField, string>;
  /** 1 before anybody has changed anything. */
  version: number;
}

export async function readWords(db: Database, key: MailTextKey): Promise<EditedWords> {
  return editedWords(await findMailTexts(db, key));
}

export async function saveWords(
  deps: Writing,
  author: Author,
  key: MailTextKey,
  { version, ...entry }: MailTextEntry,
): Promise<void> {
  const faults = faultsOf(key.template, entry);
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
  const words = {
    subject: entry.subject ?? "",
    opening: entry.opening ?? "",
    closing: entry.closing ?? "",
  };
  await change(deps, author, (changing) =>
    write(changing, key, { words, version }, "mail-text.edited"),
  );
}

/** Back to the words of the product. */
export async function restoreWords(deps: Writing, author: Author, key: MailTextKey): Promise<void> {
  await change(deps, author, async (changing) => {
    const { version } = await readWords(changing.trx, key);
    const words = { subject: "", opening: "", closing: "" };
    await write(changing, key, { words, version }, "mail-text.restored");
  });
}

async function write(
  { trx, at, record }: Change,
  key: MailTextKey,
  { words, version }: EditedWords,
  action: string,
): Promise<void> {
  const before = await findMailTexts(trx, key);
  const texts = wordedFields.map((field) => ({ field, text: words[field] }));
  const saved = await saveMailTexts(trx, { ...key, version, at }, texts);
  const [objectId = before[0]?.id ?? 0] = saved;
  if (saved.length < texts.length) {
    const current = editedWords(await findMailTexts(trx, key));
    throw await editedMeanwhile(trx, {
      ...{ objectType: "mail-text", objectId, version: current.version, values: current.words },
    });
  }
  const mail = `${key.template} ${key.language}`;
  const changes = { mail: [mail, mail], ...changedFields(editedWords(before).words, words) };
  record({ action, objectType: "mail-text", objectId, changes: changes as never });
}

/** To the one who asks and to nobody else, once for each press. */
export async function sendSample(
  deps: Writing,
  author: Author & { userId: number },
  { template, language }: MailTextKey,
): Promise<void> {
  await change(deps, author, async ({ trx, at, record }) => {
    await queueMail(trx, {
      ...{ kind: "immediate", template: "sample", at },
      dedupeKey: `sample:${author.userId}:${author.submission ?? author.requestId}`,
      recipientUserId: author.userId,
      params: { template, language },
    });
    record({ action: "mail-text.tested", objectType: "mail-text" });
  });
}

function editedWords(texts: readonly MailText[]): EditedWords {
  const textOf = (field: WordedField) => texts.find((one) => one.field === field)?.text ?? "";
  return {
    words: {
      subject: textOf("subject"),
      opening: textOf("opening"),
      closing: textOf("closing"),
    },
    version: texts[0]?.version ?? 1,
  };
}

export function faultsOf(
  template: WordedTemplate,
  entry: Record<WordedField, string | null>,
): FieldErrors {
  const faults: FieldErrors = {};
  for (const field of wordedFields) {
    const fault = faultOfWords(template, entry[field] ?? "");
    if (fault) faults[field] = fault;
  }
  return faults;
}

/** Words as they were typed, for a preview: what is empty is the product's own. */
export function wordsTyped(entry: Record<WordedField, string | null>): MailWords {
  const typed = wordedFields.flatMap((field) => (entry[field] ? [[field, entry[field]]] : []));
  return Object.fromEntries(typed);
}
