import type { Comment } from "../../../db/queries/comments.ts";
import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import type { FormState, FormValues } from "../../web/form.ts";
import type { FieldDefinition } from "../../web/form-fields.ts";
import { presentFormPage } from "../../web/form-page.ts";
import { settlements } from "./rules.ts";

interface Place {
  projectId: number;
  back: string;
}

export function presentNewComment(state: FormState, { projectId, back }: Place, texts: Texts) {
  const { comments: words } = texts;
  return presentFormPage(
    {
      title: words.newTitle,
      action: paths.comments(projectId),
      hidden: ["objectType", "objectId", "place", "back"],
      sections: [{ rows: remarkFields(texts, projectId) }],
      submit: words.add,
      cancel: { href: back },
    },
    state,
    texts,
  );
}

export function presentCommentForm(
  comment: Comment,
  state: FormState,
  { projectId, back }: Place,
  texts: Texts,
) {
  const { comments: words } = texts;
  return presentFormPage(
    {
      title: words.editTitle,
      action: paths.comment(projectId, comment.id),
      hidden: ["version", "back"],
      sections: [{ rows: remarkFields(texts, projectId) }],
      submit: words.save,
      cancel: { href: back },
    },
    state,
    texts,
  );
}

export function presentSettlement(
  comment: Comment,
  state: FormState,
  { projectId, back }: Place,
  texts: Texts,
) {
  const { comments: words } = texts;
  return presentFormPage(
    {
      title: words.settleTitle,
      lead: [comment.body],
      action: paths.commentSettlement(projectId, comment.id),
      hidden: ["version", "back"],
      sections: [{ rows: settlementFields(texts, projectId) }],
      submit: words.settle,
      cancel: { href: back },
    },
    state,
    texts,
  );
}

/** The remark as its form shows it. */
export function commentValues({ body, saidBy, version }: Comment): FormValues {
  return { body, saidBy: saidBy ?? "", version: String(version) };
}

/** The same of the form that settles it. */
export function settlementValues({ settlement, answer, version }: Comment): FormValues {
  return { settlement: settlement ?? "", answer: answer ?? "", version: String(version) };
}

function remarkFields(texts: Texts, projectId: number): FieldDefinition[] {
  const { fields, hints } = texts.comments;
  return [
    {
      ...{ type: "textarea", name: "body", label: fields.body, isRequired: true, maxLength: 4_000 },
      ...{ hint: texts.notifications.mentionHint, mentions: paths.mentions(projectId) },
    },
    { type: "text", name: "saidBy", label: fields.saidBy, hint: hints.saidBy, width: "medium" },
  ];
}

function settlementFields({ comments: words }: Texts, projectId: number): FieldDefinition[] {
  return [
    {
      type: "radios",
      name: "settlement",
      label: words.fields.settlement,
      isRequired: true,
      options: settlements.map((value) => ({ value, label: words.settlements[value] })),
    },
    {
      ...{ type: "textarea", name: "answer", label: words.fields.answer },
      ...{ hint: words.hints.answer, maxLength: 4_000, mentions: paths.mentions(projectId) },
    },
  ];
}
