import type { Connection, Transaction } from "./connection.ts";

/** Takes back what the work has written when it fails, and throws on; the transaction can go on. */
export async function withinSavepoint<T>(trx: Transaction, work: () => Promise<T>): Promise<T> {
  await trx.raw("savepoint one_row");
  try {
    const result = await work();
    await trx.raw("release savepoint one_row");
    return result;
  } catch (error) {
    await trx.raw("rollback to savepoint one_row");
    await trx.raw("release savepoint one_row");
    throw error;
  }
}

/** A transaction in the place of a connection: what services begin on it goes on in it, with no savepoint of its own. */
export function asConnection(trx: Transaction): Connection {
  const within = (work: (trx: Transaction) => Promise<unknown>) => work(trx);
  return new Proxy(trx, {
    get: (target, name) => (name === "transaction" ? within : Reflect.get(target, name)),
  }) as unknown as Connection;
}
