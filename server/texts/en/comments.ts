import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const commentsOf = plural("en");

const settlements = {
  open: "Open",
  accepted: "Accepted",
  partly: "Accepted in part",
  rejected: "Not accepted",
};

export const comments: Texts["comments"] = {
  title: "Comments",
  counted: (n, open) =>
    `${n} ${commentsOf(n, { one: "comment", other: "comments" })}${
      open === 0 ? ", all settled" : `, ${open} open`
    }`,
  empty: "No comments yet.",
  saidBy: (who, author) => `${who} (entered by ${author})`,
  settledBy: (who, at) => `Settled by ${who}, ${at}`,
  add: "Add a comment",
  newTitle: "New comment",
  edit: "Edit",
  editTitle: "Edit comment",
  withdraw: "Take back",
  settle: "Settle",
  settleTitle: "Settle a comment",
  reopen: "Open again",
  save: "Save changes",
  fields: {
    body: "Comment",
    saidBy: "Whose comment it is",
    settlement: "Settlement",
    answer: "Reason",
  },
  hints: {
    saidBy: "Fill in if it came by mail or was made at a meeting.",
    answer: "Required unless the comment is accepted as a whole.",
  },
  settlements,
  history: {
    "comment.added": "Comment added",
    "comment.edited": "Comment edited",
    "comment.withdrawn": "Comment taken back",
    "comment.settled": "Comment settled",
    "comment.reopened": "Settlement of a comment taken back",
  },
  fieldValues: { settlement: settlements },
};
