import type { outputErrors as czech } from "../cs/output-errors.ts";

export const outputErrors: typeof czech = {
  answerMissing: "Give the reason why the comment is not accepted as a whole.",
  commentNotYours: "Only its author may edit a comment, and only until it is settled.",
  commentOpen: "The comment is not settled yet.",
};
