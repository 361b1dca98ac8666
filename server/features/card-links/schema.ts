import { z } from "zod";
import { id, optionalId, optionalText, read, version } from "../../values/fields.ts";
import { parseRegistrationNumber } from "../../values/registration-number.ts";

const named = {
  registrationNumber: read(parseRegistrationNumber, "validRegistrationNumber"),
  projectName: optionalText(300),
};

const details = {
  measureId: optionalId(),
  activityId: optionalId(),
  note: optionalText(2_000),
};

/** From a card to a project: one that is here, or one that is only named. */
export const cardLinkSchema = z.object({ ...named, ...details, projectId: optionalId() });

/** From a project to a card. */
export const projectCardSchema = z.object({ ...details, cardId: id() });

export const editedLinkSchema = z.object({ ...named, ...details, version: version() });

export type CardLinkEntry = z.output<typeof cardLinkSchema>;
export type ProjectCardEntry = z.output<typeof projectCardSchema>;
export type EditedLink = z.output<typeof editedLinkSchema>;
