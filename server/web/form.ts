import { randomUUID } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import type { z } from "zod";
import type { Author } from "../change.ts";
import type { Deps } from "../deps.ts";
import { type CurrentRecord, EditedMeanwhile, type FieldErrors, InvalidInput } from "../errors.ts";
import { shortAddress } from "./client-address.ts";
import { takeKeptForm } from "./kept-form.ts";

export type FormValue = string | string[];
export type FormValues = Record<string, FormValue>;

/** What a form page shows: what was typed, what is wrong with it, what another editor saved meanwhile. */
export interface FormState {
  values: FormValues;
  errors: FieldErrors;
  /** Nonce by which a double click saves once. */
  submission: string;
  current: CurrentRecord | null;
}

interface Doors<Entry> {
  /** Values to begin with; what was kept from a session that ran out comes before them. */
  initial?: (req: Request, res: Response) => FormValues | Promise<FormValues>;
  show: (req: Request, res: Response, state: FormState) => void | Promise<void>;
  save: (req: Request, res: Response, entry: Entry) => void | Promise<void>;
}

/**
 * Shows a form, parses it, saves it; on InvalidInput, from the schema and from the service alike, shows it
 * again with 422 and everything that was typed.
 */
export function form<Schema extends z.ZodType>(
  deps: Pick<Deps, "db">,
  schema: Schema | ((res: Response) => Schema),
  doors: Doors<z.output<Schema>>,
): { show: RequestHandler; submit: RequestHandler } {
  const show: RequestHandler = async (req, res) => {
    const kept = await takeKeptForm(deps, req, res);
    const initial = (await doors.initial?.(req, res)) ?? {};
    await doors.show(req, res, freshState({ ...initial, ...kept }));
  };
  const submit: RequestHandler = async (req, res) => {
    const body = asFormBody(req.body);
    try {
      const wanted = typeof schema === "function" ? schema(res) : schema;
      await doors.save(req, res, parse(wanted, body));
    } catch (error) {
      const state = stateAfter(error, body);
      if (!state) throw error;
      res.status(error instanceof EditedMeanwhile ? 409 : 422);
      await doors.show(req, res, state);
    }
  };
  return { show, submit };
}

/** Parses with text keys as messages; throws InvalidInput with the first error of each field. */
export function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body, { error: errorKey });
  if (parsed.success) return parsed.data;
  const errors: FieldErrors = {};
  for (const issue of parsed.error.issues) {
    errors[String(issue.path[0] ?? "form")] ??= issue.message;
  }
  throw new InvalidInput(errors);
}

/** Who is behind a request, for the history and for recognising a form sent twice. */
export function authorOf(req: Request, res: Response): Author {
  const nonce: unknown = req.body?._submission;
  return {
    userId: res.locals.viewer?.id ?? null,
    onBehalfOfId: res.locals.onBehalfOfId,
    requestId: res.locals.requestId,
    address: shortAddress(req),
    submission: typeof nonce === "string" && /^[0-9a-f-]{36}$/.test(nonce) ? nonce : null,
  };
}

function stateAfter(error: unknown, values: FormValues): FormState | undefined {
  if (error instanceof InvalidInput) return { ...freshState(values), errors: error.errors };
  if (!(error instanceof EditedMeanwhile)) return undefined;
  const withNewVersion = { ...values, version: String(error.current.version) };
  return {
    ...freshState(withNewVersion),
    errors: { form: "editedMeanwhile" },
    current: error.current,
  };
}

function freshState(values: FormValues): FormState {
  return { values, errors: {}, submission: randomUUID(), current: null };
}

/** Strings and lists of strings only; whatever else a body may hold is no form of ours. */
function asFormBody(body: unknown): FormValues {
  const values: FormValues = {};
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    if (typeof value === "string") values[name] = value;
    else if (Array.isArray(value) && value.every((one) => typeof one === "string"))
      values[name] = value;
  }
  return values;
}

const errorKey: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === "invalid_type") return Array.isArray(issue.input) ? "oneValue" : "required";
  if (issue.code === "too_big") return `tooLong:${issue.maximum}`;
  if (issue.code === "too_small") return "required";
  return issue.code === "invalid_value" ? "unknownChoice" : "validNumber";
};
