import type { Request, Response } from "express";
import { deleteKeptForm, findKeptForm, insertKeptForm } from "../../db/queries/kept-forms.ts";
import type { Deps } from "../deps.ts";
import type { FormValues } from "./form.ts";

const NEVER_KEPT = /password|^_/i;

/**
 * A form that came after its session had run out: its text is put aside for the same user, and the form
 * shows it again after they sign in.
 */
export async function keepForm(
  { db, clock }: Pick<Deps, "db" | "clock">,
  req: Request,
  userId: number,
): Promise<number> {
  const fields = Object.entries((req.body ?? {}) as FormValues).filter(
    ([name]) => !NEVER_KEPT.test(name),
  );
  return insertKeptForm(db, {
    userId,
    path: req.originalUrl.slice(0, 500),
    fields: JSON.stringify(Object.fromEntries(fields)),
    at: clock.now(),
  });
}

/** The values put aside for this viewer, once; asked for by `?kept=` in the address of the form. */
export async function takeKeptForm(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
): Promise<FormValues> {
  const { viewer } = res.locals;
  const id = Number(req.query.kept);
  if (!viewer || !Number.isInteger(id) || id < 1) return {};
  const kept = await findKeptForm(db, { id, userId: viewer.id });
  if (!kept) return {};
  await deleteKeptForm(db, kept.id);
  return JSON.parse(kept.fields) as FormValues;
}
