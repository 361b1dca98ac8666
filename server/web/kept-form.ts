import type { Request, Response } from "express";
import { deleteKeptForm, findKeptForm, insertKeptForm } from "../../db/queries/kept-forms.ts";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import type { FormValues } from "./form.ts";
import { isRead } from "./reads.ts";
import { localAddress } from "./safe-redirect.ts";

const NEVER_KEPT = /password|^_/i;

/**
 * A form that came after its session had run out: its text is put aside for the same user. Gives the
 * address under which the form shows it again, once they have signed in.
 */
export async function keepForm(
  { db, clock }: Pick<Deps, "db" | "clock">,
  req: Request,
  userId: number,
): Promise<string> {
  const fields = Object.entries((req.body ?? {}) as FormValues).filter(
    ([name]) => !NEVER_KEPT.test(name),
  );
  const form = addressOfForm(req);
  const id = await insertKeptForm(db, {
    userId,
    path: form.split("?")[0] ?? "",
    fields: JSON.stringify(Object.fromEntries(fields)),
    at: clock.now(),
  });
  return `${form}${form.includes("?") ? "&" : "?"}kept=${id}`;
}

/** The values put aside for this viewer, once; asked for by `?kept=` in the address of the form. */
export async function takeKeptForm(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
): Promise<FormValues> {
  const { viewer } = res.locals;
  const id = Number(req.query.kept);
  if (!viewer || !Number.isInteger(id) || id < 1 || id > 2_147_483_647) return {};
  const kept = await findKeptForm(db, { id, userId: viewer.id });
  if (!kept || kept.path !== req.path) return {};
  await deleteKeptForm(db, kept.id);
  res.locals.flash = { tone: "warning", key: "keptForm" };
  return JSON.parse(kept.fields) as FormValues;
}

/** Where the page with the form is found: what the form itself says, else where the browser came from. */
export function addressOfForm(req: Request): string {
  if (isRead(req)) return withoutKept(req.originalUrl);
  return withoutKept(localAddress(req.body?._form ?? refererPath(req), paths.home()));
}

function withoutKept(address: string): string {
  return address.replace(/([?&])kept=\d+(&|$)/, "$1").replace(/[?&]$/, "");
}

function refererPath(req: Request): string | undefined {
  const referer = req.get("referer");
  if (!referer || !URL.canParse(referer)) return undefined;
  const { pathname, search } = new URL(referer);
  return pathname + search;
}
