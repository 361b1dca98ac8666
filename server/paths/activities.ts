import { type Id, project } from "./roots.ts";

const activity = (id: Id, activityId: Id) => `${project(id)}/activities/${activityId}`;

/** Addresses of key activities and their progress. */
export const activityPaths = {
  activities: (id: Id) => `${project(id)}/activities`,
  newActivity: (id: Id) => `${project(id)}/activities/new`,
  activityOrder: (id: Id) => `${project(id)}/activities/order/edit`,
  activity,
  editActivity: (id: Id, activityId: Id) => `${activity(id, activityId)}/edit`,
  activityPosition: (id: Id, activityId: Id) => `${activity(id, activityId)}/position`,
  activityArchive: (id: Id, activityId: Id) => `${activity(id, activityId)}/archive`,
  newActivityArchive: (id: Id, activityId: Id) => `${activity(id, activityId)}/archive/new`,
  activityRestoration: (id: Id, activityId: Id) =>
    `${activity(id, activityId)}/archive/restoration`,
  activityBaseline: (id: Id, activityId: Id) => `${activity(id, activityId)}/baseline`,
  newActivityBaseline: (id: Id, activityId: Id) => `${activity(id, activityId)}/baseline/new`,
  activityProgress: (id: Id, activityId: Id) => `${activity(id, activityId)}/progress`,
  newActivityProgress: (id: Id, activityId: Id) => `${activity(id, activityId)}/progress/new`,
  progressCorrection: (id: Id, activityId: Id, factId: Id) =>
    `${activity(id, activityId)}/progress/${factId}/correction`,
  newProgressCorrection: (id: Id, activityId: Id, factId: Id) =>
    `${activity(id, activityId)}/progress/${factId}/correction/new`,
};
