import type { Database, Transaction } from "../connection.ts";

/** Words of one part of a letter in one language; empty where the product's own hold. */
export interface MailText {
  id: number;
  template: string;
  language: "cs" | "en";
  field: string;
  text: string;
  version: number;
}

const COLUMNS = ["id", "template", "language", "field", "text", "version"];

export async function listMailTexts(db: Database, template?: string): Promise<MailText[]> {
  const query = db("mail_texts").orderBy("id").select(COLUMNS);
  return template === undefined ? query : query.where({ template });
}

export async function findMailTexts(
  db: Database,
  key: { template: string; language: string },
): Promise<MailText[]> {
  return db("mail_texts").where(key).orderBy("id").select(COLUMNS);
}

/**
 * All parts of a letter in one language at once, under one version. Fewer come back than were given when
 * somebody else has changed them since `version`.
 */
export async function saveMailTexts(
  trx: Transaction,
  key: { template: string; language: string; version: number; at: string },
  texts: readonly { field: string; text: string }[],
): Promise<number[]> {
  const { template, language, version, at } = key;
  const rows = texts.map((one) => ({
    ...{ template, language, ...one },
    ...{ created_at: at, version: version + 1 },
  }));
  const saved = await trx("mail_texts")
    .insert(rows)
    .onConflict(["template", "language", "field"])
    .merge(["text", "version"])
    .where("mail_texts.version", version)
    .returning("id");
  return saved.map(({ id }: { id: number }) => id);
}
