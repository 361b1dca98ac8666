import type { RowResult } from "../../../../db/queries/import-rows.ts";
import { AppError, Conflict, type FieldErrors, InvalidInput, NotFound } from "../../../errors.ts";
import { sign } from "../../../values/signature.ts";
import type { Writing } from "../kinds/kind.ts";
import { sayingOf } from "../rules.ts";

/** What a row leads to until it is known better. */
export const NOTHING = {
  errors: "{}",
  recordType: null,
  recordId: null,
  before: null,
} satisfies Partial<RowResult>;

/** Why a row cannot be written; whatever nobody expected is thrown on. */
export function errorsOf(error: unknown): FieldErrors {
  if (error instanceof InvalidInput) return error.errors;
  if (error instanceof Conflict) return { form: error.key };
  if (error instanceof NotFound) return { form: "unknownRecord" };
  if (error instanceof AppError) return { form: "rowRefused" };
  throw error;
}

/** Not to be turned back into what the row says: it may be a name. */
export function keyOf(
  { deps }: Writing,
  kind: { name: string },
  values: Record<string, string>,
): string {
  return sign(deps.config.secretKey, [kind.name, sayingOf(values)]);
}
