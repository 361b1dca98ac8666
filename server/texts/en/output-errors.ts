import type { outputErrors as czech } from "../cs/output-errors.ts";
import { plural } from "../plural.ts";

const comments = plural("en");

export const outputErrors: typeof czech = {
  answerMissing: "Give the reason why the comment is not accepted as a whole.",
  commentNotYours: "Only its author may edit a comment, and only until it is settled.",
  commentOpen: "The comment is not settled yet.",
  outputStep: "The output is in another state by now; this step is not open.",
  outputInWork: "The output has a draft. It is marked as done by counting it on its own page.",
  outputNeedsDocument: "Upload a document of the output first.",
  outputHasComments: (n) =>
    `The output has ${n} open ${comments(Number(n), { one: "comment", other: "comments" })}. Settle them first.`,
  publishedBeforeApproval: "Publication may not precede approval.",
  meetingNotBefore: "Choose a meeting held on the day of approval at the latest.",
  meetingOfAnotherBody: "That meeting was of another body.",
};
