import { randomUUID } from "node:crypto";
import type { Response } from "express";
import type { Comment, CommentObject } from "../../../db/queries/comments.ts";
import { can } from "../../access/allow.ts";
import { projectOf, viewerOf } from "../../access/project-of.ts";
import { paths } from "../../paths.ts";
import { withQuery } from "../../web/query-string.ts";
import { canBeRewritten } from "./rules.ts";
import { settlementPill } from "./words.ts";

interface CommentAction {
  href: string;
  label: string;
  /** What a screen reader hears of it, since the same words stand at every remark. */
  name: string;
  isPost: boolean;
}

export interface CommentBox {
  id: string;
  title: string;
  note: string;
  rows: {
    id: string;
    body: string;
    by: string;
    place: string | null;
    pill: { tone: string; label: string; icon: string };
    answer: string | null;
    settledBy: string | null;
    actions: CommentAction[];
  }[];
  empty: string;
  /** The short form below the list; null for whoever may not comment here. */
  form: {
    submission: string;
    action: string;
    submit: string;
    hidden: { type: "hidden"; name: string; value: string; label: string }[];
    body: object;
    saidBy: object;
  } | null;
}

export interface Commented {
  objectType: CommentObject;
  objectId: number;
  comments: readonly Comment[];
  /** Only remarks on this place, and a new one is on it; left out: all, and a new one is on the whole. */
  place?: string;
  placeLabel?: (place: string) => string;
  /** Closed records are read, and what is open is still settled. */
  isClosed?: boolean;
}

/**
 * The box of remarks, for `views/comments/_box.ejs`; any number on a page. Needs the project at hand; the
 * remarks come from `commentsOf`. `here` is the address of the page, to which every action comes back.
 */
export function presentCommentBox(res: Response, here: string, of: Commented): CommentBox {
  const { comments: words } = res.locals.texts;
  const { place } = of;
  const shown =
    place === undefined ? of.comments : of.comments.filter((one) => one.place === place);
  const id = `comments-${(place ?? of.objectType).replaceAll(/[^a-z0-9-]/gi, "-")}`;
  const back = `${here}#${id}`;
  const open = shown.filter(({ settlement }) => settlement === null).length;
  const mayAdd = can(res, "comment:write") && !of.isClosed;
  return {
    id,
    title: words.title,
    note: shown.length === 0 ? "" : words.counted(shown.length, open),
    rows: shown.map((comment) => presentComment(res, comment, { of, back })),
    empty: words.empty,
    form: mayAdd ? presentQuickForm(res, of, { id, back }) : null,
  };
}

function presentComment(
  res: Response,
  comment: Comment,
  { of, back }: { of: Commented; back: string },
): CommentBox["rows"][number] {
  const { texts, formats } = res.locals;
  const { comments: words } = texts;
  const { authorName, saidBy, settledAt, settledByName, place } = comment;
  const author = authorName ?? texts.history.system;
  const label = place === null || of.place !== undefined ? null : of.placeLabel?.(place);
  return {
    id: `comment-${comment.id}`,
    body: comment.body,
    by: `${saidBy ? words.saidBy(saidBy, author) : author}, ${formats.dateTime(comment.createdAt)}`,
    place: label ?? null,
    pill: settlementPill(comment.settlement, texts),
    answer: comment.answer,
    settledBy:
      settledAt === null
        ? null
        : words.settledBy(settledByName ?? texts.history.system, formats.dateTime(settledAt)),
    actions: presentActions(res, comment, back),
  };
}

function presentActions(res: Response, comment: Comment, back: string): CommentAction[] {
  const { comments: words } = res.locals.texts;
  const key = [projectOf(res).id, comment.id] as const;
  const action = (label: string, href: string, isPost = false): CommentAction => ({
    href: withQuery(href, { back }),
    label,
    name: `${label}: ${shortened(comment.body)}`,
    isPost,
  });
  const isOwn = can(res, "comment:write") && canBeRewritten(comment, viewerOf(res).id);
  const settles = can(res, "comment:settle");
  return [
    ...(settles && comment.settlement === null
      ? [action(words.settle, paths.newCommentSettlement(...key))]
      : []),
    ...(settles && comment.settlement !== null
      ? [action(words.reopen, paths.commentSettlementRemoval(...key), true)]
      : []),
    ...(isOwn
      ? [
          action(words.edit, paths.editComment(...key)),
          action(words.withdraw, paths.commentWithdrawal(...key), true),
        ]
      : []),
  ];
}

function presentQuickForm(
  res: Response,
  { objectType, objectId, place }: Commented,
  { id, back }: { id: string; back: string },
): CommentBox["form"] {
  const { comments: words } = res.locals.texts;
  const sent = { objectType, objectId: String(objectId), place: place ?? "", back };
  return {
    submission: randomUUID(),
    action: paths.comments(projectOf(res).id),
    submit: words.add,
    hidden: Object.entries(sent).map(([name, value]) => ({
      ...{ type: "hidden" as const, name, value, label: "" },
    })),
    body: {
      ...{ type: "textarea", name: "body", id: `${id}-body`, label: words.fields.body },
      ...{ value: "", rows: 3, isRequired: true },
      ...{
        hint: res.locals.texts.notifications.mentionHint,
        mentions: paths.mentions(projectOf(res).id),
      },
    },
    saidBy: {
      ...{ type: "text", name: "saidBy", id: `${id}-said-by`, label: words.fields.saidBy },
      ...{ value: "", hint: words.hints.saidBy, width: "medium" },
    },
  };
}

const SHORT = 40;

function shortened(body: string): string {
  return body.length > SHORT ? `${body.slice(0, SHORT).trimEnd()}…` : body;
}
