import { NotFound } from "../errors.ts";

const LARGEST_ID = 2_147_483_647;

/** The id in an address; whatever is not one is an address that leads nowhere. */
export function idParam(text: unknown): number {
  const id = typeof text === "string" && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
  if (id < 1 || id > LARGEST_ID) throw new NotFound();
  return id;
}
