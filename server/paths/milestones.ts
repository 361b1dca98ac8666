import { type Id, project } from "./roots.ts";

const milestone = (id: Id, milestoneId: Id) => `${project(id)}/milestones/${milestoneId}`;

/** Addresses of milestones. */
export const milestonePaths = {
  milestones: (id: Id) => `${project(id)}/milestones`,
  newMilestone: (id: Id) => `${project(id)}/milestones/new`,
  milestoneAssignment: (id: Id) => `${project(id)}/milestones/assignment`,
  newMilestoneAssignment: (id: Id) => `${project(id)}/milestones/assignment/new`,
  milestone,
  editMilestone: (id: Id, milestoneId: Id) => `${milestone(id, milestoneId)}/edit`,
  milestoneCompletion: (id: Id, milestoneId: Id) => `${milestone(id, milestoneId)}/completion`,
  newMilestoneCompletion: (id: Id, milestoneId: Id) =>
    `${milestone(id, milestoneId)}/completion/new`,
  milestoneReopening: (id: Id, milestoneId: Id) => `${milestone(id, milestoneId)}/reopening`,
  newMilestoneReopening: (id: Id, milestoneId: Id) => `${milestone(id, milestoneId)}/reopening/new`,
  milestoneCancellation: (id: Id, milestoneId: Id) => `${milestone(id, milestoneId)}/cancellation`,
  newMilestoneCancellation: (id: Id, milestoneId: Id) =>
    `${milestone(id, milestoneId)}/cancellation/new`,
  milestoneMove: (id: Id, milestoneId: Id) => `${milestone(id, milestoneId)}/move`,
  newMilestoneMove: (id: Id, milestoneId: Id) => `${milestone(id, milestoneId)}/move/new`,
};
