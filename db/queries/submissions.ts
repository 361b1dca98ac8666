import type { Database, Transaction } from "../connection.ts";

/** What the form with this nonce led to when it was first sent, and by whom it was. */
export async function findSubmission(
  db: Database,
  nonce: string,
): Promise<{ userId: number | null; result: string } | undefined> {
  return db("submissions").where({ nonce }).first({ userId: "user_id", result: "result" });
}

export async function insertSubmission(
  trx: Transaction,
  submission: { nonce: string; userId: number | null; result: string; at: string },
): Promise<void> {
  await trx("submissions").insert({
    nonce: submission.nonce,
    user_id: submission.userId,
    result: submission.result,
    created_at: submission.at,
  });
}

export async function deleteSubmissionsBefore(db: Database, instant: string): Promise<number> {
  return db("submissions").where("created_at", "<", instant).delete();
}
