import { type Id, project } from "./roots.ts";

const comment = (id: Id, commentId: Id) => `${project(id)}/comments/${commentId}`;

/** Addresses of remarks on drafts. */
export const commentPaths = {
  comments: (id: Id) => `${project(id)}/comments`,
  newComment: (id: Id) => `${project(id)}/comments/new`,
  comment,
  editComment: (id: Id, commentId: Id) => `${comment(id, commentId)}/edit`,
  commentSettlement: (id: Id, commentId: Id) => `${comment(id, commentId)}/settlement`,
  newCommentSettlement: (id: Id, commentId: Id) => `${comment(id, commentId)}/settlement/new`,
  commentSettlementRemoval: (id: Id, commentId: Id) =>
    `${comment(id, commentId)}/settlement/removal`,
  commentWithdrawal: (id: Id, commentId: Id) => `${comment(id, commentId)}/withdrawal`,
  /** The page of what is commented on: outputs and reports are found under the plural of their name. */
  commented: (id: Id, objectType: string, objectId: Id) =>
    `${project(id)}/${objectType}s/${objectId}`,
};
