import { z } from "zod";
import type { ServiceKind } from "../../../db/queries/social-services.ts";
import { choice, decimal, lines, optionalDay, text, version } from "../../values/fields.ts";

export const serviceKinds = [
  "advice",
  "care",
  "prevention",
  "group",
] as const satisfies readonly ServiceKind[];

const fields = {
  nameCs: text(200),
  nameEn: text(200),
  kind: choice(serviceKinds),
  synonyms: lines(40, 120),
  position: decimal(0, { least: 1, most: 9_999 }),
  validFrom: optionalDay(),
  validTo: optionalDay(),
  source: text(300),
};

const inOrder = (entry: { validFrom: string | null; validTo: string | null }) =>
  !entry.validFrom || !entry.validTo || entry.validFrom <= entry.validTo;
const wrongOrder = { path: ["validTo"], message: "endBeforeStart" };

export const newServiceSchema = z
  .object({
    section: text(8).refine((section) => /^[1-9]\d{0,2}[a-z]?$/.test(section), "sectionNumber"),
    ...fields,
  })
  .refine(inOrder, wrongOrder);

/** The section stays: cards and later versions of the product know the service by it. */
export const editedServiceSchema = z
  .object({ ...fields, version: version() })
  .refine(inOrder, wrongOrder);

export const archivingSchema = z.object({ version: version() });

export type NewServiceEntry = z.output<typeof newServiceSchema>;
export type EditedServiceEntry = z.output<typeof editedServiceSchema>;
