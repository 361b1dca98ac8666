import { z } from "zod";
import { choice, id, optionalText, text, version } from "../../values/fields.ts";
import { commentObjects, settlements } from "./rules.ts";

/** The page that the reader came from; checked by whoever sends them back. */
const back = optionalText(500);

export const newCommentSchema = z.object({
  objectType: choice(commentObjects),
  objectId: id(),
  place: optionalText(100),
  body: text(4_000),
  saidBy: optionalText(200),
  back,
});

export const commentSchema = z.object({
  body: text(4_000),
  saidBy: optionalText(200),
  version: version(),
  back,
});

export const settlementSchema = z.object({
  settlement: choice(settlements),
  answer: optionalText(4_000),
  version: version(),
  back,
});

export type NewComment = z.output<typeof newCommentSchema>;
export type CommentEntry = z.output<typeof commentSchema>;
export type SettlementEntry = z.output<typeof settlementSchema>;
