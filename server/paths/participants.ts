import { type Id, project } from "./roots.ts";

const participant = (id: Id, participationId: Id) =>
  `${project(id)}/participants/${participationId}`;
const person = (participantId: Id) => `/participants/${participantId}`;

/** Addresses of participants, in a project and in the registry. */
export const participantPaths = {
  participants: (id: Id) => `${project(id)}/participants`,
  newParticipant: (id: Id) => `${project(id)}/participants/new`,
  participantSearch: (id: Id) => `${project(id)}/participants/search`,
  participant,
  editParticipant: (id: Id, participationId: Id) => `${participant(id, participationId)}/edit`,
  participantMailRefusal: (id: Id, participationId: Id) =>
    `${participant(id, participationId)}/mail-refusal`,
  participantMailRefusalRemoval: (id: Id, participationId: Id) =>
    `${participant(id, participationId)}/mail-refusal/removal`,
  participantExits: (id: Id, participationId: Id) => `${participant(id, participationId)}/exits`,
  newParticipantExit: (id: Id, participationId: Id) =>
    `${participant(id, participationId)}/exits/new`,
  exitCorrection: (id: Id, participationId: Id, exitId: Id) =>
    `${participant(id, participationId)}/exits/${exitId}/correction`,
  newExitCorrection: (id: Id, participationId: Id, exitId: Id) =>
    `${participant(id, participationId)}/exits/${exitId}/correction/new`,

  participantRegistry: () => "/participants",
  participantRegistrySearch: () => "/participants/search",
  participantDuplicates: () => "/participants/duplicates",
  participantMerges: () => "/participants/merges",
  newParticipantMerge: () => "/participants/merges/new",
  participantMergeReversal: (mergeId: Id) => `/participants/merges/${mergeId}/reversal`,
  participantRecord: (participantId: Id) => `${person(participantId)}/record`,
  personRecordFile: (participantId: Id) => `${person(participantId)}/record/file`,
  anonymisation: (participantId: Id) => `${person(participantId)}/anonymisation`,
  newAnonymisation: (participantId: Id) => `${person(participantId)}/anonymisation/new`,
  personalDataAccesses: () => "/admin/audit/personal-data",
};
